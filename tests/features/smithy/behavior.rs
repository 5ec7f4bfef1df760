//! What a Smithy model means that a model of botocore's cannot say, or says otherwise.

use generated_tests::smithy::{GetReaderInput, GetReaderOutput, Mark, PutBookInput};
use glue_runtime::Blob;

use crate::support::violations;

fn tags(tags: &[&str]) -> PutBookInput {
    PutBookInput::default()
        .with_id("1")
        .with_title("t")
        .with_tags(tags.iter().map(|&tag| tag.to_owned()).collect())
}

#[test]
fn patterns_are_searched_for_unless_they_are_anchored() {
    assert_eq!(
        violations(&PutBookInput::default().with_id("shelf 7, row 2").with_title(" a ")),
        Vec::<String>::new()
    );
    assert_eq!(
        violations(&PutBookInput::default().with_id("none").with_title(" ")),
        [
            "Value at '/Id' failed to satisfy constraint: \
             Member must satisfy regular expression pattern: [0-9]",
            "Value at '/Title' failed to satisfy constraint: \
             Member must satisfy regular expression pattern: \\S",
        ],
    );
    assert_eq!(violations(&GetReaderInput::default().with_name("abc")), Vec::<String>::new());
    assert_eq!(violations(&GetReaderInput::default().with_name("abc1")).len(), 1);
}

#[test]
fn no_item_may_come_twice() {
    let twice = ["Value at '/Tags' failed to satisfy constraint: Member must have unique values"];
    assert_eq!(violations(&tags(&["a", "A", ""])), Vec::<String>::new());
    assert_eq!(violations(&tags(&["a", "b", "a"])), twice);
    // Long lists are looked through in another way.
    let many: Vec<String> = (0..100).map(|number| number.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(violations(&tags(&many)), Vec::<String>::new());
    let mut repeated = many;
    repeated[99] = "0";
    assert_eq!(violations(&tags(&repeated)), twice);
}

#[test]
fn structures_are_the_same_item_if_all_their_members_are() {
    let mark = |page, text: &str| Mark::default().with_page(page).with_text(text);
    let reader = |marks| GetReaderOutput::default().with_marks(marks);
    assert_eq!(violations(&reader(vec![mark(1, "a"), mark(1, "b"), mark(2, "a")])).len(), 0);
    assert_eq!(
        violations(&reader(vec![mark(1, "a"), Mark::default(), mark(1, "a")])),
        ["Value at '/Marks' failed to satisfy constraint: Member must have unique values"],
    );
}

#[test]
fn long_lists_of_structures_are_looked_through_in_time() {
    let mut marks: Vec<Mark> = (0..50_000).map(|page| Mark::default().with_page(page)).collect();
    let reader = |marks: &[Mark]| GetReaderOutput::default().with_marks(marks.to_vec());
    assert_eq!(violations(&reader(&marks)), Vec::<String>::new());
    marks[49_999] = marks[0].clone();
    assert_eq!(violations(&reader(&marks)).len(), 1);
}

#[test]
fn bounds_may_be_on_the_member_alone() {
    let book = || PutBookInput::default().with_id("1").with_title("t");
    assert_eq!(violations(&book().with_pages(9999).with_weight(0.5)), Vec::<String>::new());
    assert_eq!(
        violations(&book().with_pages(0).with_weight(0.25)),
        [
            "Value at '/Pages' failed to satisfy constraint: \
             Member must be between 1 and 9999, inclusive",
            "Value at '/Weight' failed to satisfy constraint: \
             Member must be greater than or equal to 0.5",
        ],
    );
    assert_eq!(
        violations(&tags(&["123456"])),
        ["Value with length 6 at '/Tags/0' failed to satisfy constraint: \
             Member must have length less than or equal to 5"],
    );
}

#[test]
fn keys_and_values_of_maps_and_bytes_of_blobs_count() {
    let book = PutBookInput::default()
        .with_id("1")
        .with_title("t")
        .with_cover(Blob::from(vec![0; 5]))
        .with_index([("a".into(), 1), ("b".into(), 10_000), ("C".into(), 2)].into());
    assert_eq!(
        violations(&book),
        [
            "Value with length 5 at '/Cover' failed to satisfy constraint: \
             Member must have length less than or equal to 4",
            "Value with length 3 at '/Index' failed to satisfy constraint: \
             Member must have length less than or equal to 2",
            "Value at '/Index' failed to satisfy constraint: \
             Member must satisfy regular expression pattern: ^[a-z]+$",
            "Value at '/Index/b' failed to satisfy constraint: \
             Member must be less than or equal to 9999",
        ],
    );
}

#[test]
fn json_names_are_written_and_member_names_read_too() {
    let book =
        PutBookInput::default().with_id("1").with_title("Emma").with_tags(vec!["new".into()]);
    let json = r#"{"Tags":["new"],"Id":"1","title":"Emma"}"#;
    assert_eq!(serde_json::to_string(&book).unwrap(), json);
    for text in [json, r#"{"Id":"1","Title":"Emma","Tags":["new"]}"#] {
        assert_eq!(serde_json::from_str::<PutBookInput>(text).unwrap(), book);
    }
}

#[test]
fn sparse_lists_keep_nulls() {
    let json = r#"{"Since":"2026-01-02T03:04:05Z","Grade":2,"Gaps":[1,null,3]}"#;
    let reader: GetReaderOutput = serde_json::from_str(json).unwrap();
    assert_eq!(reader.gaps, Some(vec![Some(1), None, Some(3)]));
    assert_eq!(serde_json::to_string(&reader).unwrap(), json);
}
