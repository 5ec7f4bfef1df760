//! Sensitive values, which neither `Debug` nor violations show.

use generated_tests::{sensitive, unions};
use glue_runtime::Validate;

use crate::support::{paths, violations};

#[test]
fn what_is_sensitive_is_never_shown() {
    let login = sensitive::LoginShape::default()
        .with_user("ann")
        .with_password("hunter2")
        .with_codes(vec!["hunter2".into()])
        .with_vault(sensitive::Vault::default().with_key("hunter2"));
    let text = format!("{login:?} {:?}", login.validate().unwrap_err());
    assert!(text.contains("ann"));
    assert!(!text.contains("hunter2"), "{text}");
    assert_eq!(
        violations(&login)[0],
        "Value with length 7 at '/Password' failed to satisfy constraint: \
         Member must have length greater than or equal to 8",
    );
    let login = sensitive::LoginShape::default()
        .with_user("ann")
        .with_password("correct horse")
        .with_hints([("hunter22".into(), "horse".into())].into())
        .with_limits([("hunter22".into(), Some(4)), ("none".into(), None)].into());
    assert_eq!(paths(&login), ["/Hints/*", "/Limits/*"]);
    let secret = unions::Secret::Password("hunter2hunter2".into());
    assert_eq!(format!("{secret:?}"), "Password(<sensitive>)");
}
