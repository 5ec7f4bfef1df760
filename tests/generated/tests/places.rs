//! Two real patterns whose first part may end at many places of a text: wherever a link or a schedule
//! begins.

use generated_tests::places::CheckShape;
use glue_runtime::{Validate, Violations};

/// How many violations a text has as a link, and as a schedule.
fn failures(text: &str) -> [usize; 2] {
    let checks = [CheckShape::default().with_link(text), CheckShape::default().with_schedule(text)];
    checks.map(|check| check.validate().map_or_else(|violations| count(&violations), |()| 0))
}

fn count(violations: &Violations) -> usize {
    violations.iter().count()
}

#[test]
fn any_place_may_be_the_one() {
    let (link, schedule) = ("https://a.bc/", "cron(0 12 * * MON x)");
    assert_eq!(failures(link), [0, 1]);
    assert_eq!(failures(schedule), [1, 0]);
    for count in [1, 7, 8, 9, 300] {
        let starts = "https:// ".repeat(count) + &"cron(0 12 * * MON ".repeat(count);
        assert_eq!(failures(&starts), [1, 1], "{count}");
        assert_eq!(failures(&format!("{starts}{link}")), [0, 1], "{count}");
        assert_eq!(failures(&format!("{link}{starts}")), [0, 1], "{count}");
        assert_eq!(failures(&format!("{starts}{schedule}")), [1, 0], "{count}");
        assert_eq!(failures(&format!("{schedule}{starts}")), [1, 0], "{count}");
        // A schedule can go on after a line break, a link cannot.
        assert_eq!(failures(&format!("{starts}\n)")), [1, 0], "{count}");
        assert_eq!(failures(&format!("{starts}{link}\n)")), [1, 0], "{count}");
        assert_eq!(failures(&format!("{starts}é)\n")), [1, 1], "{count}");
    }
}

/// One megabyte each: with a pass for each place, every one of these would take minutes.
#[test]
fn many_places_take_one_pass_together() {
    let text = |part: &str| part.repeat((1 << 20) / part.len()) + "\n";
    for part in ["https://a.bc/", "http://w.", "a:.https://a.b"] {
        assert_eq!(failures(&text(part)), [1, 1], "{part}");
    }
    for part in ["cron(0 12 * * MON ", "cron(0 12 * * MON x)", "cron(0 12 * 1 1 "] {
        assert_eq!(failures(&text(part)), [1, 1], "{part}");
    }
}
