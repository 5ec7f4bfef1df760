//! JSON that services send as text, and that the CLI prints as what it is.

use base64::engine::Engine;
use base64::engine::general_purpose::STANDARD;
use generated_tests::{json_headers, policies, templates};
use glue_runtime::{Blob, JsonText, Operation};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::aws::{Answer, Call, call, printed};

/// A policy whose keys are not sorted, without spaces.
const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Sid":"","Effect":"Allow","Principal":{"Service":["ec2.amazonaws.com"]},"Action":"sts:AssumeRole","Condition":{"NumericLessThan":{"a:b":1.5},"Bool":{"c":true}}}]}"#;

/// The same, as the console sends it.
fn spaced_policy() -> String {
    let value: Value = serde_json::from_str(POLICY).unwrap();
    serde_json::to_string_pretty(&value).unwrap()
}

/// As RFC 3986 encodes it.
fn encoded(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let bytes = text.bytes();
    bytes.map(|b| if is_plain(b) { char::from(b).into() } else { format!("%{b:02X}") }).collect()
}

fn role(name: &str, policy: &str) -> String {
    format!(
        "<Path>/</Path><RoleName>{name}</RoleName><RoleId>AROAEXAMPLEID</RoleId>\
         <Arn>arn:aws:iam::123456789012:role/{name}</Arn><CreateDate>2013-04-18T05:01:58Z</CreateDate>\
         <AssumeRolePolicyDocument>{policy}</AssumeRolePolicyDocument>\
         <MaxSessionDuration>3600</MaxSessionDuration>"
    )
}

fn iam(operation: &str, result: &str) -> String {
    format!(
        "<{operation}Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">\
         <{operation}Result>{result}</{operation}Result>\
         <ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{operation}Response>"
    )
}

fn answered(arguments: &[&str], body: &str) -> Option<Call> {
    call(arguments, &Answer { headers: &[("Content-Type", "text/xml".to_owned())], body })
}

/// What the CLI printed, once it is known to be printed again so.
fn read<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(call: &Call) -> T {
    let value: T = serde_json::from_str(&call.printed).unwrap();
    assert_eq!(printed(&value), call.printed);
    let written = serde_json::to_string(&value).unwrap();
    assert_eq!(serde_json::from_str::<T>(&written).unwrap(), value);
    value
}

#[test]
fn a_role_is_what_the_service_sent() {
    let body = iam("GetRole", &format!("<Role>{}</Role>", role("r", &encoded(POLICY))));
    let arguments = ["iam", "get-role", "--role-name", "r"];
    let Some(call) = answered(&arguments, &body) else { return };
    let response: policies::GetRoleResponse = read(&call);
    let policy = response.role.as_ref().unwrap().assume_role_policy_document.as_ref().unwrap();
    assert_eq!(policy.as_str(), POLICY);
    let written = serde_json::to_value(&response).unwrap();
    assert_eq!(written["Role"]["AssumeRolePolicyDocument"], json!(encoded(POLICY)));
}

#[test]
fn roles_have_policies_of_every_kind() {
    let spaced = spaced_policy();
    let policies =
        [encoded(POLICY), encoded(&spaced), "not%20JSON%7D".to_owned(), POLICY.to_owned()];
    let roles = policies.iter().map(|policy| format!("<member>{}</member>", role("r", policy)));
    let roles: String = roles.collect();
    let body = iam("ListRoles", &format!("<IsTruncated>false</IsTruncated><Roles>{roles}</Roles>"));
    let Some(call) = answered(&["iam", "list-roles"], &body) else { return };
    let response: policies::ListRolesResponse = read(&call);
    let documents: Vec<&JsonText> = response
        .roles
        .iter()
        .flatten()
        .map(|role| role.assume_role_policy_document.as_ref().unwrap())
        .collect();
    let expected = [POLICY, &spaced, "not JSON}", POLICY].map(JsonText::from);
    assert_eq!(documents, expected.iter().collect::<Vec<_>>());

    // As other SDKs keep it.
    let at_rest: Vec<Value> =
        policies.iter().map(|policy| json!({"AssumeRolePolicyDocument": policy})).collect();
    let at_rest: policies::ListRolesResponse =
        serde_json::from_value(json!({"Roles": at_rest})).unwrap();
    let at_rest = at_rest.roles.into_iter().flatten();
    let at_rest = at_rest.map(|role| role.assume_role_policy_document.unwrap());
    assert_eq!(at_rest.collect::<Vec<_>>(), expected);
}

#[test]
fn a_version_of_a_policy_is_what_the_service_sent() {
    let version = format!(
        "<PolicyVersion><Document>{}</Document><VersionId>v1</VersionId>\
         <IsDefaultVersion>true</IsDefaultVersion><CreateDate>2014-09-15T20:31:47Z</CreateDate>\
         </PolicyVersion>",
        encoded(POLICY)
    );
    let arguments = ["iam", "get-policy-version", "--policy-arn", "arn:aws:iam::aws:policy/Policy"];
    let arguments = [&arguments[..], &["--version-id", "v1"]].concat();
    let Some(call) = answered(&arguments, &iam("GetPolicyVersion", &version)) else { return };
    let response: policies::GetPolicyVersionResponse = read(&call);
    assert_eq!(response.policy_version.unwrap().document, Some(POLICY.into()));
}

#[test]
fn templates_are_json_or_yaml() {
    let json = "{\n  \"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\"}, \"A\": {}},\n  \"Description\": \"é\"\n}";
    let yaml = "Resources:\n  B: {Type: AWS::S3::Bucket}\n";
    for template in [json, yaml] {
        let body = format!(
            "<GetTemplateResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\">\
             <GetTemplateResult><TemplateBody>{template}</TemplateBody><StagesAvailable>\
             <member>Original</member></StagesAvailable></GetTemplateResult></GetTemplateResponse>"
        );
        let arguments = ["cloudformation", "get-template", "--stack-name", "s"];
        let Some(call) = answered(&arguments, &body) else { return };
        let response: templates::GetTemplateOutput = read(&call);
        assert_eq!(response.template_body, Some(template.into()));
        let at_rest: templates::GetTemplateOutput =
            serde_json::from_value(json!({"TemplateBody": template})).unwrap();
        assert_eq!(at_rest.template_body, response.template_body);
        assert_eq!(serde_json::to_value(&at_rest).unwrap(), json!({"TemplateBody": template}));
    }
}

#[test]
fn headers_of_json_are_objects() {
    use json_headers::{PostContent, PostContentRequest, PostContentResponse};

    let (slots, contexts) = (r#"{"Size":null,"Color":"rot"}"#, r#"[{"name":"a"}]"#);
    let headers = [
        ("Content-Type", "audio/mpeg".to_owned()),
        ("x-amz-lex-intent-name", "Order".to_owned()),
        ("x-amz-lex-slots", STANDARD.encode(slots)),
        ("x-amz-lex-active-contexts", STANDARD.encode(contexts)),
    ];
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let [input, output] = ["lex_input", "lex_output"].map(|name| folder.join(name));
    std::fs::write(&input, "hello").unwrap();
    let [input, output] = [&input, &output].map(|path| path.to_str().unwrap());
    let attributes = r#"{"b": "ü", "a": [1, 2.5]}"#;
    let arguments = ["lex-runtime", "post-content", "--bot-name", "b", "--bot-alias", "a"];
    let rest = ["--user-id", "user", "--content-type", "text/plain", "--input-stream", input];
    let rest = [&rest[..], &["--session-attributes", attributes, output]].concat();
    let answer = Answer { headers: &headers, body: "sound" };
    let Some(call) = call(&[&arguments[..], &rest].concat(), &answer) else { return };

    let response: PostContentResponse = read(&call);
    assert_eq!(response.slots, Some(slots.into()));
    assert_eq!(response.active_contexts, Some(contexts.into()));
    let headers = headers.iter().map(|(name, value)| (*name, value.as_str()));
    let received = PostContent::response(200, headers, b"sound").unwrap();
    assert_eq!(received, response.with_audio_stream(Blob::from(b"sound")));

    let mut request = PostContentRequest::default()
        .with_bot_name("b")
        .with_bot_alias("a")
        .with_user_id("user")
        .with_content_type("text/plain")
        .with_input_stream(Blob::from(b"hello"));
    request.session_attributes = Some(attributes.into());
    let request = PostContent::request(&request).unwrap();
    let sent = |header: Option<&str>| {
        let json = STANDARD.decode(header.unwrap()).unwrap();
        serde_json::from_slice::<Value>(&json).unwrap()
    };
    let header = "x-amz-lex-session-attributes";
    assert_eq!(sent(request.header(header)), sent(call.header(header)));
}
