//! Lists that may hold no value twice, whatever they hold.

use std::time::Instant;

use generated_tests::uniques::{Either, Item, Kind, PutInput};
use glue_runtime::{Blob, Document, Number, Timestamp, Validate};

use crate::support::violations;

const REPEATS: &str = "failed to satisfy constraint: Member must have unique values";

fn item(number: u32) -> Item {
    Item::default()
        .with_data(Blob::from(number.to_be_bytes().to_vec()))
        .with_secret(number.to_string())
        .with_share(f64::NAN)
        .with_secrets([("same".to_owned(), 1)].into())
        .with_either(Either::Number(f64::NAN))
        .with_any(Document::from(vec![Document::from(number)]))
        .with_time(Timestamp::UNIX_EPOCH)
}

#[test]
fn structures_are_the_same_if_all_is() {
    // Few are compared without an allocation, many are sorted; both find the same.
    for length in [2, 16, 17, 500] {
        let mut items: Vec<Item> = (0..length).map(item).collect();
        let input = |items: &[Item]| PutInput::default().with_items(items.to_vec());
        assert_eq!(violations(&input(&items)), Vec::<String>::new(), "{length}");
        let last = items.len() - 1;
        items[last] = items[0].clone();
        assert_eq!(violations(&input(&items)), [format!("Value at '/items' {REPEATS}")]);
        let changes: [fn(&mut Item); 6] = [
            |item| item.data = None,
            |item| item.secret = Some("other".to_owned()),
            |item| item.share = Some(0.0),
            |item| item.secrets = Some([("same".to_owned(), 2)].into()),
            |item| item.either = Some(Either::Text("NaN".to_owned() + "!")),
            |item| item.any = Some(Document::Null),
        ];
        for change in changes {
            let mut items = items.clone();
            change(&mut items[last]);
            assert_eq!(violations(&input(&items)), Vec::<String>::new());
        }
    }
}

#[test]
fn zeros_are_one_value_and_so_is_nan() {
    let shares = |some: [f64; 2], fill: u16| {
        let fill = (1..=fill).map(f64::from);
        violations(&PutInput::default().with_shares(some.into_iter().chain(fill).collect())).len()
    };
    for fill in [0, 14, 15, 1_000] {
        assert_eq!(shares([0.0, -0.0], fill), 1, "{fill}");
        assert_eq!(shares([f64::NAN, -f64::NAN], fill), 1, "{fill}");
        assert_eq!(shares([f64::INFINITY, f64::NEG_INFINITY], fill), 0, "{fill}");
        assert_eq!(shares([-0.5, 0.5], fill), 0, "{fill}");
    }
    let documents = |documents: [Document; 2]| {
        violations(&PutInput::default().with_documents(documents.into())).len()
    };
    let float = |value| Document::from(Number::from_f64(value).unwrap());
    assert_eq!(documents([float(0.0), float(-0.0)]), 1);
    // A document keeps integers and floats apart.
    assert_eq!(documents([float(1.0), Document::from(1)]), 0);
    assert_eq!(documents([Document::from("1"), Document::from(1)]), 0);
    assert_eq!(documents([Document::from(vec![]), Document::Object([].into())]), 0);
}

#[test]
fn long_lists_take_hardly_longer_than_they_are_long() {
    let items: Vec<Item> = (0..32_000).map(item).collect();
    let input = PutInput::default().with_items(items);
    let start = Instant::now();
    assert_eq!(violations(&input), Vec::<String>::new());
    // All print alike: blobs their length, secrets nothing.
    let mut items = input.items.unwrap();
    items.iter_mut().for_each(|item| item.any = None);
    assert_eq!(violations(&PutInput::default().with_items(items)), Vec::<String>::new());
    // Each with each would be 500 million comparisons.
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn enums_of_numbers_are_checked_on_demand() {
    let input = PutInput::default().with_grade(3).with_grades(vec![1, 4, 2]);
    assert_eq!(input.validate(), Ok(()));
    let found = input.validate_strict().unwrap_err();
    assert_eq!(
        found.to_string(),
        "2 validation errors detected. Value at '/grades/1' failed to satisfy constraint: Member \
         must satisfy enum value set: [1, 2]; Value at '/grade' failed to satisfy constraint: \
         Member must satisfy enum value set: [1, 2]",
    );
    assert_eq!(
        serde_json::to_value(found.iter().next().unwrap()).unwrap(),
        serde_json::json!({
            "path": "/grades/1",
            "constraint": "enum",
            "values": [1, 2],
            "message": "Value at '/grades/1' failed to satisfy constraint: Member must satisfy \
                        enum value set: [1, 2]",
        }),
    );
}

#[test]
fn internal_values_are_known_but_not_listed() {
    let input = |kinds: &[&str]| {
        PutInput::default().with_kinds(kinds.iter().copied().map(Kind::from).collect())
    };
    assert_eq!(input(&["a", "b"]).validate_strict(), Ok(()));
    let found = input(&["b", "c"]).validate_strict().unwrap_err();
    assert_eq!(
        found.to_string(),
        "1 validation error detected. Value at '/kinds/1' failed to satisfy constraint: Member \
         must satisfy enum value set: [a]",
    );
}

#[test]
fn a_minimum_of_nothing_is_named_beside_a_maximum() {
    let kinds = (0..7).map(|_| Kind::A).collect();
    assert_eq!(
        violations(&PutInput::default().with_kinds(kinds)),
        ["Value with length 7 at '/kinds' failed to satisfy constraint: Member must have length \
          between 0 and 6, inclusive"],
    );
}
