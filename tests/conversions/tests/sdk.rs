//! Conversions from and to the official SDK's types: what Glue has beside plain structures, and what
//! the SDK's own client reads and writes.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on fails")]

use std::future::Future;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use aws_sdk_glue::config::{
    BehaviorVersion, Config, Credentials, IdentityCache, Region, StalledStreamProtectionConfig,
    retry, timeout,
};
use aws_sdk_glue::error::ProvideErrorMetadata;
use aws_sdk_glue::operation::create_connection::CreateConnectionInput;
use aws_sdk_glue::operation::create_table_optimizer::CreateTableOptimizerInput;
use aws_sdk_glue::operation::get_job_run::GetJobRunInput;
use aws_sdk_glue::operation::get_ml_transform::{self, GetMlTransformOutput};
use aws_sdk_glue::operation::get_table::GetTableOutput;
use aws_sdk_glue::operation::get_workflow_run::GetWorkflowRunOutput;
use aws_sdk_glue::{Client, types};
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use conversion_tests::{
    ConnectionInput, CreateConnectionRequest, CreateTableOptimizerRequest, GetMLTransformError,
    GetMLTransformResponse, GetTableResponse, GlueEncryptionException,
    TableOptimizerVpcConfiguration,
};
use glue_runtime::{ConversionErrorKind, ErrorEnvelope, OperationError};
use glue_types::{
    GetJobRunError, GetJobRunRequest, GetJobRunResponse, GetWorkflowRunRequest,
    GetWorkflowRunResponse,
};
use serde_json::{Value, json};

/// A service that answers every request alike, and keeps the last one.
#[derive(Clone, Debug)]
struct Service {
    status: u16,
    response: String,
    request: Arc<Mutex<Value>>,
}

impl Service {
    fn new(status: u16, response: &str) -> Self {
        let request = Arc::default();
        Self { status, response: response.to_owned(), request }
    }

    fn client(&self) -> Client {
        let connector = SharedHttpConnector::new(self.clone());
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("eu-central-1"))
            .credentials_provider(Credentials::new("id", "secret", None, None, "tests"))
            .identity_cache(IdentityCache::no_cache())
            .retry_config(retry::RetryConfig::disabled())
            .timeout_config(timeout::TimeoutConfig::disabled())
            .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
            .http_client(http_client_fn(move |_, _| connector.clone()));
        Client::from_conf(config.build())
    }

    fn request(&self) -> Value {
        self.request.lock().unwrap().clone()
    }
}

impl HttpConnector for Service {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let body = request.body().bytes().unwrap();
        *self.request.lock().unwrap() = serde_json::from_slice(body).unwrap();
        let status = self.status.try_into().unwrap();
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, self.response.clone().into())))
    }
}

/// Runs a future that never has to wait.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("there is nothing to wait for"),
    }
}

fn data(name: &str) -> String {
    std::fs::read_to_string(format!("../data/{name}.json")).unwrap()
}

#[test]
fn the_sdk_reads_the_same_job_run() {
    let text = data("get_job_run.wire");
    let service = Service::new(200, &text);
    let request: GetJobRunRequest = serde_json::from_str(&data("get_job_run.request")).unwrap();
    let input = GetJobRunInput::try_from(request.clone()).unwrap();
    let call = service.client().get_job_run();
    let call = call
        .set_job_name(input.job_name)
        .set_run_id(input.run_id)
        .set_predecessors_included(input.predecessors_included);
    let output = now(call.send()).unwrap();
    assert_eq!(service.request(), serde_json::to_value(&request).unwrap());

    let expected: GetJobRunResponse = serde_json::from_str(&text).unwrap();
    assert_eq!(GetJobRunResponse::try_from(output).unwrap(), expected);
}

#[test]
fn the_sdk_reads_the_same_workflow_run() {
    let text = data("get_workflow_run.wire");
    let service = Service::new(200, &text);
    let call = service.client().get_workflow_run().name("etl").run_id("wr_1").include_graph(true);
    let output = now(call.send()).unwrap();
    let request: GetWorkflowRunRequest = serde_json::from_value(service.request()).unwrap();
    assert_eq!(
        request,
        GetWorkflowRunRequest::default()
            .with_name("etl")
            .with_run_id("wr_1")
            .with_include_graph(true)
    );

    // There and back, numbers that are not set become the zeros that the SDK reads.
    let expected: GetWorkflowRunResponse = serde_json::from_str(&text).unwrap();
    let expected = GetWorkflowRunOutput::try_from(expected).unwrap();
    let expected = GetWorkflowRunResponse::try_from(expected).unwrap();
    assert_eq!(GetWorkflowRunResponse::try_from(output).unwrap(), expected);
}

#[test]
fn the_sdk_reads_the_same_errors() {
    let bodies = [
        r#"{"__type": "EntityNotFoundException", "Message": "No such job", "FromFederationSource": true}"#,
        r#"{"__type": "InvalidInputException", "Message": "No"}"#,
        r#"{"__type": "com.amazon.coral#ThrottlingException", "message": "Slow down"}"#,
    ];
    for body in bodies {
        let call = Service::new(400, body).client().get_job_run().job_name("a").run_id("b");
        let theirs = now(call.send()).unwrap_err().into_service_error();
        let ours = GetJobRunError::from(theirs);
        let expected = GetJobRunError::from(serde_json::from_str::<ErrorEnvelope>(body).unwrap());
        match expected {
            GetJobRunError::Unmodeled(_) => {
                assert_eq!((ours.code(), ours.message()), (expected.code(), expected.message()));
            }
            expected => assert_eq!(ours, expected),
        }
    }
}

#[test]
fn errors_without_members_keep_what_the_service_says() {
    let theirs = types::error::GlueEncryptionException::builder().message("No key").build();
    let ours = GlueEncryptionException::try_from(theirs).unwrap();
    assert_eq!(ours, GlueEncryptionException::default().with_message("No key"));
    let back = types::error::GlueEncryptionException::try_from(ours).unwrap();
    assert_eq!(
        (back.message(), back.meta().code()),
        (Some("No key"), Some("GlueEncryptionException"))
    );
}

#[test]
fn a_response_that_cannot_be_read_tells_why() {
    let call = Service::new(400, "<html>").client().get_job_run().job_name("a").run_id("b");
    let theirs = now(call.send()).unwrap_err().into_service_error();
    let ours = GetJobRunError::from(theirs);
    assert_eq!(ours.code(), None);
    assert!(ours.message().is_some_and(|message| !message.is_empty()), "{ours:?}");
}

#[test]
fn structures_that_hold_themselves_convert() {
    let table = json!({"Table": {
        "Name": "orders",
        "Retention": 0,
        "IsRegisteredWithLakeFormation": false,
        "Parameters": {"a": "b"},
        "Status": {"RequestedBy": "me", "Action": "UPDATE", "Details": {
            "RequestedChange": {
                "Name": "orders_2",
                "Retention": 7,
                "IsRegisteredWithLakeFormation": true,
                "Status": {"Action": "LATER"},
            },
            "ViewValidations": [{"Dialect": "SPARK", "UpdateTime": 1.5}],
        }},
    }});
    let ours: GetTableResponse = serde_json::from_value(table.clone()).unwrap();
    let theirs = GetTableOutput::try_from(ours.clone()).unwrap();
    let status = theirs.table().unwrap().status().unwrap();
    let change = status.details().unwrap().requested_change().unwrap();
    assert_eq!((change.name(), change.retention()), ("orders_2", 7));
    assert_eq!(GetTableResponse::try_from(theirs).unwrap(), ours);

    let call = Service::new(200, &table.to_string()).client().get_table();
    let output = now(call.database_name("sales").name("orders").send()).unwrap();
    assert_eq!(GetTableResponse::try_from(output).unwrap(), ours);
}

#[test]
fn what_the_sdk_does_not_do_without_is_named() {
    let ours: GetTableResponse = serde_json::from_value(json!({"Table": {}})).unwrap();
    let error = GetTableOutput::try_from(ours).unwrap_err();
    assert_eq!(error.path(), "/Table");
    assert!(matches!(error.kind(), ConversionErrorKind::Build(_)), "{error:?}");
}

#[test]
fn unions_convert_but_for_members_that_one_side_does_not_know() {
    let request = |configuration: Value| {
        let json = json!({
            "CatalogId": "1", "DatabaseName": "sales", "TableName": "orders", "Type": "compaction",
            "TableOptimizerConfiguration": {"enabled": true, "vpcConfiguration": configuration},
        });
        serde_json::from_value::<CreateTableOptimizerRequest>(json).unwrap()
    };
    let ours = request(json!({"glueConnectionName": "vpn"}));
    let theirs = CreateTableOptimizerInput::try_from(ours.clone()).unwrap();
    let configuration = theirs.table_optimizer_configuration().unwrap().vpc_configuration();
    let expected = types::TableOptimizerVpcConfiguration::GlueConnectionName("vpn".to_owned());
    assert_eq!(configuration, Some(&expected));
    assert_eq!(CreateTableOptimizerRequest::try_from(theirs).unwrap(), ours);

    let later = request(json!({"later": 1}));
    let error = CreateTableOptimizerInput::try_from(later).unwrap_err();
    assert_eq!(error.path(), "/TableOptimizerConfiguration/vpcConfiguration");
    assert!(matches!(error.kind(), ConversionErrorKind::UnknownMember), "{error:?}");
    let ours = TableOptimizerVpcConfiguration::try_from(expected).unwrap();
    assert_eq!(ours, TableOptimizerVpcConfiguration::GlueConnectionName("vpn".to_owned()));
}

#[test]
fn keys_that_are_enums_convert() {
    let properties = [("HOST".into(), "db".to_owned()), ("LATER".into(), "?".to_owned())];
    let input = ConnectionInput::default()
        .with_name("db")
        .with_connection_type("JDBC".into())
        .with_connection_properties(properties.into());
    let ours = CreateConnectionRequest::default().with_connection_input(input);
    let theirs = CreateConnectionInput::try_from(ours.clone()).unwrap();
    let connection = theirs.connection_input().unwrap();
    assert_eq!(connection.name(), "db");
    assert_eq!(connection.connection_properties()[&types::ConnectionPropertyKey::Host], "db");
    assert_eq!(connection.connection_properties()[&"LATER".into()], "?");
    assert_eq!(CreateConnectionRequest::try_from(theirs).unwrap(), ours);
}

#[test]
fn names_with_acronyms_are_the_sdks() {
    let output = GetMlTransformOutput::builder().transform_id("t").label_count(3).build();
    let ours = GetMLTransformResponse::try_from(output.clone()).unwrap();
    assert_eq!(ours.label_count, Some(3));
    assert_eq!(GetMlTransformOutput::try_from(ours).unwrap(), output);
    let theirs = get_ml_transform::GetMLTransformError::unhandled("the body is no JSON");
    assert_eq!(GetMLTransformError::from(theirs).message(), Some("the body is no JSON"));
}
