//! Constraints: their bounds, their words, and the time that checking takes.

use generated_tests::constraints;

use crate::support::violations;

#[test]
fn doubles_have_inclusive_ranges_and_nan_is_in_none() {
    let check = |share| constraints::CheckShape::default().with_name("a").with_share(share);
    for share in [0.5, 0.75, 1.0] {
        assert_eq!(violations(&check(share)), Vec::<String>::new());
    }
    for share in [0.499_999, 1.000_001, f64::NAN, f64::INFINITY] {
        assert_eq!(
            violations(&check(share)),
            [
                "Value at '/Share' failed to satisfy constraint: Member must be between 0.5 and 1, inclusive"
            ],
        );
    }
    let level = |level| constraints::CheckShape::default().with_name("a").with_level(level);
    // A `float`, of which the nearest single-precision number of one bound is below it.
    assert_eq!(violations(&level(0.01)), Vec::<String>::new());
    assert_eq!(violations(&level(0.1)), Vec::<String>::new());
    assert_eq!(violations(&level(0.009_999_999)).len(), 1);
    assert_eq!(
        violations(&level(0.100_000_1)),
        [
            "Value at '/Level' failed to satisfy constraint: Member must be between 0.01 and 0.1, inclusive"
        ],
    );
}

#[test]
fn integers_have_bounds_of_any_size() {
    let age = |age| constraints::CheckShape::default().with_name("a").with_age(age);
    assert_eq!(violations(&age(-1)).len(), 0);
    assert_eq!(violations(&age(-2)).len(), 1);
    let wide = |wide| constraints::CheckShape::default().with_name("a").with_wide(wide);
    assert_eq!(violations(&wide(i64::MAX)).len(), 0);
    assert_eq!(violations(&wide(0)).len(), 1);
}

#[test]
fn a_required_member_may_be_missing_from_an_answer() {
    assert_eq!(
        violations(&constraints::CheckShape::default()),
        ["Value at '/Name' failed to satisfy constraint: Member must not be null"],
    );
}

#[test]
fn one_value_may_break_several_constraints() {
    let check = constraints::CheckShape::default().with_name("UPPER CASE");
    assert_eq!(
        violations(&check),
        [
            "Value with length 10 at '/Name' failed to satisfy constraint: \
             Member must have length between 1 and 5, inclusive",
            "Value at '/Name' failed to satisfy constraint: \
             Member must satisfy regular expression pattern: [a-z]*",
        ],
    );
}

#[test]
fn hostile_texts_take_one_step_a_character() {
    let long = 1 << 20;
    let digits = |digits: String| {
        violations(&constraints::CheckShape::default().with_name("a").with_digits(digits)).len()
    };
    assert_eq!(digits("1".repeat(long)), 0);
    assert_eq!(digits("1".repeat(long) + "x"), 1);
    // A matcher that goes back has exponentially many ways to part this.
    let steps = |steps: String| {
        violations(&constraints::CheckShape::default().with_name("a").with_steps(steps)).len()
    };
    assert_eq!(steps("a".repeat(long)), 1);
    assert_eq!(steps("a".repeat(long) + "b"), 0);
    assert_eq!(steps("aab".repeat(long / 4) + &"yx".repeat(long / 4)), 0);
    assert_eq!(steps("aab".repeat(long / 4) + &"xy".repeat(long / 4)), 1);
}
