//! Names that the options choose.

use generated_tests::renames::{
    GetToy, GetToyError, GetToyResponse, Gone, Option as Request, Part, Spring, Toy, Use,
};
use glue_runtime::{ErrorEnvelope, ErrorShape, Operation, OperationError, Validate};

#[test]
fn names_on_the_wire_stay() {
    let toy = Toy::default().with_spring(Spring::Any);
    let use_ = Use::Fun("hard".to_owned());
    let part = Part::default().with_weight("bear").with_name(1.5).with_parts(vec![toy]);
    let response = GetToyResponse::default().with_toy(part.with_use(use_));
    let text =
        r#"{"Toy":{"Name":"bear","Parts":[{"Spring":"*"}],"Weight":1.5,"Use":{"Play":"hard"}}}"#;
    assert_eq!(serde_json::to_string(&response).unwrap(), text);
    assert_eq!(serde_json::from_str::<GetToyResponse>(text).unwrap(), response);
    assert_eq!(Spring::from("1.5x"), Spring::HalfAgain);
    assert_eq!(Spring::HalfAgain.as_str(), "1.5x");
}

#[test]
fn violations_and_errors_have_the_names_of_the_model() {
    let request = Request::default().with_name("").with_type("hidden");
    let expected = "1 validation error detected. Value with length 0 at '/Name' failed to satisfy \
                    constraint: Member must have length greater than or equal to 1";
    assert_eq!(request.validate().unwrap_err().to_string(), expected);
    let shown = r#"Option { name: Some(""), type: <sensitive> }"#;
    assert_eq!(format!("{request:?}").replace("r#", ""), shown);

    let envelope: ErrorEnvelope =
        serde_json::from_str(r#"{"__type": "NoSuchToy", "Name": "bear"}"#).unwrap();
    let error = GetToyError::from(envelope);
    assert!(matches!(&error, GetToyError::Gone(gone) if gone.name.as_deref() == Some("bear")));
    assert_eq!(error.code(), Some("NoSuchToy"));
    assert_eq!(<Gone as ErrorShape>::CODE, "NoSuchToy");
}

#[test]
fn operations_have_the_renamed_types() {
    fn input<O: Operation<Input = Request, Output = GetToyResponse>>(_: O) -> &'static str {
        O::METADATA.name
    }
    assert_eq!(input(GetToy), "GetToy");
}
