//! Models that are wanted, and their files made of what the sources have, before anything is written.

use std::collections::{BTreeMap, BTreeSet};

use super::digest;
use super::library::{Library, Original};
use super::lock::Locked;
use super::model_id::{FILE, ModelId};
use super::origin::Origin;
use super::recipe::Recipe;
use super::service::Services;
use super::sources::Place;
use crate::failure::Failure;

/// A model that is wanted.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// Which one.
    pub(crate) wish: Wish,
    /// How its file is made.
    pub(crate) recipe: Recipe,
    /// Where it is looked for.
    pub(crate) place: Place,
}

/// Which model is wanted.
#[derive(Clone, Debug)]
pub(crate) enum Wish {
    /// The one that a person means by a name.
    Named(String),
    /// One of the lock, with the names that it has there.
    Known(ModelId, Vec<String>),
}

/// A model with the text of its file.
pub(crate) struct Delivery {
    /// Which model.
    pub(crate) id: ModelId,
    /// What the lock is to say of it.
    pub(crate) locked: Locked,
    /// The text of its file.
    pub(crate) text: String,
    /// What is in the extras alone, and left out.
    pub(crate) left_out: Vec<String>,
}

/// Makes the files of all orders. If some cannot be made, all the reasons are given.
pub(crate) fn deliver(orders: Vec<Order>) -> Result<Vec<Delivery>, Failure> {
    let mut places: BTreeMap<Place, Vec<Order>> = BTreeMap::new();
    for order in orders {
        places.entry(order.place.clone()).or_default().push(order);
    }
    let delivered = places.into_iter().map(|(place, orders)| from_library(&place.open()?, &orders));
    Ok(Failure::collect(delivered)?.into_iter().flatten().collect())
}

/// Makes the files of orders from one library.
pub(crate) fn from_library(library: &Library, orders: &[Order]) -> Result<Vec<Delivery>, Failure> {
    let services = Services::new(library);
    let found = orders.iter().map(|order| match &order.wish {
        Wish::Named(text) => {
            let id = services.find(text)?;
            let name = text.split('/').next().unwrap_or(text);
            let other = Some(name.to_owned()).filter(|name| *name != id.service);
            Ok((id, other.into_iter().collect()))
        }
        Wish::Known(id, names) => match library.models().contains(id) {
            true => Ok((id.clone(), names.clone())),
            false => Err(gone(library, id)),
        },
    });
    let found: Vec<(ModelId, Vec<String>)> = Failure::collect(found)?;
    let wanted: BTreeSet<ModelId> = found.iter().map(|(id, _)| id.clone()).collect();
    let mut originals = library.read(&wanted)?;
    // Twice the same model, by two names, is one.
    let mut once: BTreeMap<ModelId, (Vec<String>, &Recipe)> = BTreeMap::new();
    for ((id, names), order) in found.into_iter().zip(orders) {
        let (known, _) = once.entry(id).or_insert((Vec::new(), &order.recipe));
        known.extend(names);
        known.sort();
        known.dedup();
    }
    let made = once.into_iter().filter_map(|(id, (names, recipe))| {
        // Each original is let go when its file is made.
        let original = originals.remove(&id)?;
        Some(make(id, names, recipe, &original))
    });
    Failure::collect(made)
}

fn make(
    id: ModelId,
    names: Vec<String>,
    recipe: &Recipe,
    original: &Original,
) -> Result<Delivery, Failure> {
    let made = recipe.make(&id.to_string(), original)?;
    // A wheel, an sdist and a folder of one release have different paths for the same file.
    let file = match &original.origin {
        Origin::Botocore(_) => format!("botocore/data/{id}/{FILE}"),
        Origin::AwsCli(_) | Origin::Path(_) => original.file.clone(),
    };
    let locked = Locked {
        origin: original.origin.clone(),
        file,
        recipe: recipe.clone(),
        names,
        sha256: digest::of(made.text.as_bytes()),
    };
    Ok(Delivery { id, locked, text: made.text, left_out: made.left_out })
}

/// A model of the lock that a source does not have.
fn gone(library: &Library, id: &ModelId) -> Failure {
    let models = library.models();
    let others: Vec<String> = models
        .iter()
        .filter(|other| other.service == id.service)
        .map(|other| format!("`glue-codegen fetch {other}`"))
        .collect();
    let help = match others.as_slice() {
        [] => format!("remove its folder and its entry in the lock if you do without {id}"),
        others => format!("fetch another version, with {}", others.join(" or ")),
    };
    Failure::unusable(format!("{} has no model {id}", library.name()), help)
}
