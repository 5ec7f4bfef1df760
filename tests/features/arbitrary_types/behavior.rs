//! Arbitrary values with times, maps and bytes of other crates, and with a user's type.

use arbitrary::{Arbitrary, Unstructured};
use generated_tests::arbitrary_types::Order;
use generated_tests::users::Code;
use glue_runtime::Validate;

/// Orders made of any one byte, again and again, and of bytes that count up.
fn orders() -> Vec<Order> {
    let same = (0..=255).map(|byte| vec![byte; 600]);
    let counted =
        (1..=255).map(|step: u8| (0..2_000_u32).map(|n| (n * u32::from(step)) as u8).collect());
    let inputs: Vec<Vec<u8>> = same.chain(counted).chain([vec![]]).collect();
    let order = |bytes: &Vec<u8>| Order::arbitrary(&mut Unstructured::new(bytes)).unwrap();
    inputs.iter().map(order).collect()
}

#[test]
fn values_are_valid_and_survive_json() {
    for order in orders() {
        order.validate().unwrap_or_else(|violations| panic!("{violations} in {order:?}"));
        let text = serde_json::to_string(&order).unwrap();
        assert_eq!(serde_json::from_str::<Order>(&text).unwrap(), order, "{text}");
    }
}

#[test]
fn types_of_users_are_made_by_themselves() {
    let orders = orders();
    assert!(orders.iter().all(|order| order.code.is_some()));
    let lists: Vec<&Vec<Code>> = orders.iter().filter_map(|order| order.codes.as_ref()).collect();
    assert!(lists.len() > 50 && lists.iter().all(|list| (2..=4).contains(&list.len())));
    assert!(orders.iter().flat_map(|order| &order.named).any(|named| named.len() > 1));
}

#[test]
fn keys_differ_even_without_bytes() {
    let order = Order::arbitrary(&mut Unstructured::new(&[])).unwrap();
    assert_eq!(order.gifts.unwrap().len(), 2);
}
