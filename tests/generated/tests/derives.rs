//! Derives that are asked for, on types whose members allow them. What else has them would not
//! compile.

use std::collections::{BTreeSet, HashSet};

use generated_tests::folders::{collections, enums, recursion, structures, timestamps, unions};
use glue_runtime::Timestamp;

#[test]
fn structures_are_keys_with_an_order() {
    let request = |name, size| {
        structures::CreateRequest::default()
            .with_name(name)
            .with_size(size)
            .with_inner(structures::Inner::default().with_label("label"))
    };
    let sorted: BTreeSet<_> = [request("b", 1), request("a", 2), request("b", 1)].into();
    assert!(sorted.iter().eq(&[request("a", 2), request("b", 1)]));

    let at = |seconds| {
        let time = Timestamp::from_unix(seconds, 0).ok();
        time.map(|time| timestamps::Times::default().with_plain(time))
    };
    assert!(at(1) < at(2));
    let item = collections::Item::default().with_name("a");
    assert!(HashSet::from([item.clone()]).contains(&item));
    let of_kind = |kind: &str| enums::GetRequest::default().with_kind(kind.into());
    assert_eq!(HashSet::from([of_kind("new"), of_kind("newer"), of_kind("new")]).len(), 2);
}

#[test]
fn unions_and_types_that_contain_themselves_are_keys() {
    let named = recursion::Filter::default().with_either(recursion::Choice::Name("a".into()));
    let filter = recursion::Filter::default().with_and(vec![named.clone()]);
    assert_eq!(HashSet::from([named.clone(), filter, named]).len(), 2);
    let hint = || unions::Secret::Hint("a".into());
    assert_eq!(HashSet::from([hint(), hint()]).len(), 1);
    let link = recursion::Loop2::default();
    assert!(recursion::Loop::default() < recursion::Loop::default().with_next(link));
}

#[test]
fn floating_point_numbers_have_an_order_and_are_no_keys() {
    let of = |ratio| collections::Everything::default().with_ratios(vec![ratio]);
    assert!(of(1.0) < of(2.0));
}
