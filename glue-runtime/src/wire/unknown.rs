//! [`UnknownMembers`], the members of a structure that its model does not have.

use std::collections::BTreeMap;
use std::collections::btree_map;
use std::fmt;
use std::ops::{Deref, DerefMut};

use crate::document::Document;

/// The members of a structure that its model does not have, by their keys.
///
/// Structures have them if the generator is asked to keep unknown members; the field is called
/// `unknown_members`. They are read from any format and written after the members of the model. A
/// key that reads as a member of the model, in whatever case, is not unknown, and writing fails if
/// there is one. A member that is null is not set, known or not.
///
/// An unknown member may be a secret, so `Debug` shows only the keys.
///
/// ```
/// use glue_runtime::{Document, UnknownMembers};
///
/// let mut members = UnknownMembers::default();
/// members.insert("Direction".to_owned(), "left".into());
/// assert_eq!(members.get("Direction").and_then(Document::as_str), Some("left"));
/// assert_eq!(format!("{members:?}"), r#"{"Direction"}"#);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct UnknownMembers(BTreeMap<String, Document>);

impl UnknownMembers {
    /// The map itself.
    #[must_use]
    pub fn into_inner(self) -> BTreeMap<String, Document> {
        self.0
    }
}

impl Deref for UnknownMembers {
    type Target = BTreeMap<String, Document>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for UnknownMembers {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl From<BTreeMap<String, Document>> for UnknownMembers {
    fn from(members: BTreeMap<String, Document>) -> Self {
        Self(members)
    }
}

impl IntoIterator for UnknownMembers {
    type Item = (String, Document);
    type IntoIter = btree_map::IntoIter<String, Document>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a UnknownMembers {
    type Item = (&'a String, &'a Document);
    type IntoIter = btree_map::Iter<'a, String, Document>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Debug for UnknownMembers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
