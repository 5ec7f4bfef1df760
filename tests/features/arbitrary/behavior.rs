//! Arbitrary values: whatever the bytes, a value is valid, ends, and is the same once it is written
//! and read.

use std::collections::{BTreeMap, BTreeSet};

use arbitrary::{Arbitrary, Error, Unstructured};
use generated_tests::arbitrary::{
    Card, Circle, CircleUnion, DeadUnion, Deep, Empty, Item, Kind, Lost, Never, OddKind, Order,
    Payment, Plan, ShortKind, Step, Tree,
};
use glue_runtime::{Blob, Document, JsonText, NoMembers, Timestamp, Validate};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Bytes that look random, the same ones for each seed.
fn bytes(seed: u64, length: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let byte = |_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    (0..length).map(byte).collect()
}

fn from<T: for<'a> Arbitrary<'a>>(bytes: &[u8]) -> Result<T, Error> {
    T::arbitrary(&mut Unstructured::new(bytes))
}

/// Values of many bytes and of few.
fn values<T: for<'a> Arbitrary<'a>>() -> impl Iterator<Item = T> {
    let lengths = [0, 1, 7, 40, 200, 1_000, 5_000];
    let inputs = (0..700).map(move |seed| bytes(seed, lengths[seed as usize % lengths.len()]));
    let same = (0..=255).map(|byte| vec![byte; 300]);
    inputs.chain(same).map(|bytes| from(&bytes).unwrap())
}

fn check<T>()
where
    T: for<'a> Arbitrary<'a>
        + Serialize
        + DeserializeOwned
        + Validate
        + PartialEq
        + std::fmt::Debug,
{
    for value in values::<T>() {
        value.validate().unwrap_or_else(|violations| panic!("{violations} in {value:?}"));
        let text = serde_json::to_string(&value).unwrap();
        assert_eq!(serde_json::from_str::<T>(&text).unwrap(), value, "{text}");
    }
}

#[test]
fn values_are_valid_and_survive_json() {
    check::<Order>();
    check::<Item>();
    check::<Tree>();
    check::<Plan>();
    check::<Step>();
    check::<Deep>();
    check::<Payment>();
    check::<Card>();
    check::<Empty>();
}

/// What the members of orders are, by member, to see that nothing is left out.
fn members(orders: impl Iterator<Item = Order>) -> BTreeMap<String, BTreeSet<String>> {
    let mut members = BTreeMap::<String, BTreeSet<String>>::new();
    for order in orders {
        let serde_json::Value::Object(object) = serde_json::to_value(&order).unwrap() else {
            panic!("an order is an object")
        };
        for (name, value) in object {
            members.entry(name).or_default().insert(value.to_string());
        }
    }
    members
}

#[test]
fn all_that_is_possible_occurs() {
    let members = members(values());
    let names: Vec<&str> = members.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "Count", "Days", "Extra", "FewKeys", "Flags", "Gifts", "Half", "Id", "Items", "Kind",
            "Large", "Level", "Nested", "Nevers", "Odd", "Paid", "Pairs", "Payment", "Picture",
            "Policy", "Seen", "Sent", "Share", "Short", "Small", "Tiny", "Tree", "Weights",
            "Words", "Yes"
        ]
    );
    let all = |name: &str| members[name].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(all("Yes"), ["false", "true"]);
    assert_eq!(all("Level"), ["4", "9"]);
    assert_eq!(all("Short"), [r#""a""#, r#""b""#]);
    assert_eq!(all("Flags"), ["[false,true]"]);
    assert_eq!(all("Nevers"), ["[]"]);
    for known in [r#""post""#, r#""secret""#, r#""ship""#] {
        assert!(members["Kind"].contains(known), "{known}");
    }
    assert!(members["Kind"].len() > 3, "an unknown value");
    for (name, least) in [("Id", 300), ("Count", 20), ("Share", 20), ("Tiny", 50), ("Sent", 80)] {
        assert!(members[name].len() > least, "{name}: {:?}", members[name]);
    }
}

#[test]
fn no_bytes_make_the_smallest_value() {
    let order: Order = from(&[]).unwrap();
    let item = Item::default().with_name("a").with_arn("arn:aws:shop::000000000000:item/a");
    let expected = Order::default()
        .with_id("0000-a")
        .with_items(vec![item])
        .with_extra(Document::Object(BTreeMap::new()))
        .with_seen(Timestamp::from_unix(946_684_800, 0).unwrap());
    assert_eq!(order, expected);
    assert_eq!(from(&[]), Ok(Tree::default().with_leaf("a")));
    assert_eq!(from(&[]), Ok(Plan::default().with_step(Step::End("a".to_owned()))));
    assert_eq!(from(&[]), Ok(Payment::Cash(0)));
    assert_eq!(from(&[]), Ok(Kind::Post));
    assert_eq!(from(&[]), Ok(Empty::default()));
    assert_eq!(from(&[]), Ok(Card::default().with_number("0")));
}

#[test]
fn what_has_no_valid_value_is_an_error() {
    for bytes in [bytes(1, 0), bytes(1, 100), bytes(2, 4_000)] {
        assert!(matches!(from::<Circle>(&bytes), Err(Error::IncorrectFormat)));
        assert!(matches!(from::<CircleUnion>(&bytes), Err(Error::IncorrectFormat)));
        assert!(matches!(from::<Never>(&bytes), Err(Error::IncorrectFormat)));
        assert!(matches!(from::<DeadUnion>(&bytes), Err(Error::IncorrectFormat)));
        assert!(matches!(from::<Lost>(&bytes), Err(Error::IncorrectFormat)));
    }
}

/// How many trees hold each other.
fn depth(tree: &Tree) -> usize {
    let children = tree.children.iter().flatten();
    let below = children.chain(tree.left.as_deref()).chain(tree.right.as_deref());
    1 + below.map(depth).max().unwrap_or(0)
}

#[test]
fn recursion_ends() {
    let deepest = values::<Tree>().map(|tree| depth(&tree)).max().unwrap();
    assert!((4..=8).contains(&deepest), "{deepest}");
    // A plan needs a step, and a step another plan, unless it is the last one.
    for byte in 0..=255 {
        let plan: Plan = from(&vec![byte; 100_000]).unwrap();
        assert!(plan.validate().is_ok());
    }
}

#[test]
fn a_small_stack_is_enough() {
    let work = || {
        for seed in 0..20 {
            let order: Order = from(&bytes(seed, 50_000)).unwrap();
            assert!(order.validate().is_ok());
        }
    };
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(work).unwrap();
    thread.join().unwrap();
}

#[test]
fn enums_keep_their_constraints() {
    // Neither the pattern nor the length of these is the enum's own.
    let orders: Vec<Order> = values().collect();
    assert!(orders.iter().all(|order| order.odd != Some(OddKind::from("long"))));
    assert!(orders.iter().any(|order| order.odd.is_some()));
    assert!(orders.iter().all(|order| order.short != Some(ShortKind::from("long"))));
}

#[test]
fn types_of_the_runtime_are_arbitrary() {
    for seed in 0..500 {
        let bytes = bytes(seed, 60);
        let time: Timestamp = from(&bytes).unwrap();
        assert_eq!(
            serde_json::to_string(&time).and_then(|text| serde_json::from_str(&text)).ok(),
            Some(time)
        );
        let document: Document = from(&bytes).unwrap();
        assert!(!document.is_null());
        let text: JsonText = from(&bytes).unwrap();
        assert!(text.to_document().is_some());
        assert!(from::<Blob>(&bytes).unwrap().len() < 48);
        assert!(from::<NoMembers>(&bytes).is_ok());
    }
}
