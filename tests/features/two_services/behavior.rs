//! A file with several services, of which one is chosen.

use generated_tests::two_services;

#[test]
fn the_chosen_service_of_a_file_is_generated() {
    assert_eq!(two_services::SERVICE.id, "WeatherService");
    let output: two_services::Out = serde_json::from_str(r#"{"location": "l"}"#).unwrap();
    assert_eq!(output.location.as_deref(), Some("l"));
}
