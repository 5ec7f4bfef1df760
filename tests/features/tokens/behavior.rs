//! Times as CloudTrail records them.

use generated_tests::tokens::AssumeRoleResponse;
use glue_runtime::Timestamp;

fn time(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn cloud_trail_s_record_of_assume_role_is_read() {
    let text = include_str!("assume_role.json");
    let response: AssumeRoleResponse = serde_json::from_str(text).unwrap();
    let credentials = response.credentials.unwrap();
    assert_eq!(credentials.expiration, Some(time("2024-07-30T21:46:15Z")));
    assert_eq!(credentials.session_token.as_deref(), Some("x"));
    assert_eq!(response.assumed_role_user.unwrap().assumed_role_id.as_deref(), Some("AROA:s"));
}
