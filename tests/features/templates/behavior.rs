//! Text that may hold JSON, such as a template: kept at rest, printed as what it is.

use generated_tests::templates;
use glue_runtime::CommandLine;
use serde_json::json;

use crate::support::read_text;

#[test]
fn a_template_is_text_at_rest() {
    let template = "{ \"Resources\": {\"B\": {}, \"A\": {}} }";
    let output: templates::GetTemplateOutput = read_text(json!({"TemplateBody": template}));
    let written = serde_json::to_value(&output).unwrap();
    assert_eq!(written, json!({"TemplateBody": template}));
    assert_eq!(
        serde_json::to_string(&CommandLine(&output)).unwrap(),
        r#"{"TemplateBody":{"Resources":{"B":{},"A":{}}}}"#
    );
    let yaml = "Resources: {}\n";
    let output: templates::GetTemplateOutput = read_text(json!({"TemplateBody": yaml}));
    let value = json!({"TemplateBody": yaml});
    assert_eq!(serde_json::to_value(&output).unwrap(), value);
    assert_eq!(serde_json::to_value(CommandLine(&output)).unwrap(), value);
}
