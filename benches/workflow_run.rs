//! Reads, writes and validates a large response of `GetWorkflowRun`. Compares with `serde_derive`
//! on twins of the same structures, with `serde_json::Value`, and with skipping the text without
//! keeping anything.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

use std::time::Duration;

use criterion::Criterion;
use glue_types::{GetWorkflowRunResponse, Validate};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use support::ratios::{Contender, Ratios, Task};
use support::{response, twins};

mod support {
    pub(crate) mod ratios;
    pub(crate) mod response;
    mod twin_enums;
    pub(crate) mod twins;
}

const OURS: &str = "glue-types";
const TWINS: &str = "serde_derive";
const VALUE: &str = "serde_json::Value";
const SKIPPING: &str = "skipping";

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let mut ratios = Ratios::default();
    let documents = Documents::generate();
    read(&mut criterion, &mut ratios, "in the model's order", &documents.in_model_order);
    read(&mut criterion, &mut ratios, "in alphabetic order", &documents.in_alphabetic_order);
    write(&mut criterion, &mut ratios, &documents.in_model_order);
    validate(&mut criterion, &mut ratios, &documents.in_alphabetic_order);
    criterion.final_summary();
    print!("{ratios}");
}

/// One response as JSON. Other writers may sort members by name; the AWS CLI and our types write
/// them in the order of the model.
struct Documents {
    in_model_order: String,
    in_alphabetic_order: String,
}

impl Documents {
    /// Makes the documents, and checks that all contenders do the same work.
    fn generate() -> Self {
        let response = response::workflow_run();
        assert_eq!(response.validate(), Ok(()));
        let in_model_order = to_text(&response);
        let in_alphabetic_order = to_text(&from_text::<Value>(&in_model_order));
        assert_ne!(in_model_order, in_alphabetic_order);
        for document in [&in_model_order, &in_alphabetic_order] {
            assert!(from_text::<GetWorkflowRunResponse>(document) == response);
            let twin: twins::GetWorkflowRunResponse = from_text(document);
            assert!(to_text(&twin) == in_model_order);
        }
        Self { in_model_order, in_alphabetic_order }
    }
}

fn read(criterion: &mut Criterion, ratios: &mut Ratios, order: &str, document: &str) {
    let task =
        Task { group: "read", name: order, bytes: document.len(), time: Duration::from_secs(3) };
    ratios.contest(
        criterion,
        &task,
        Contender::new(OURS, || from_text::<GetWorkflowRunResponse>(document)),
        [
            Contender::new(TWINS, || from_text::<twins::GetWorkflowRunResponse>(document)),
            Contender::new(VALUE, || from_text::<Value>(document)),
            Contender::new(SKIPPING, || from_text::<IgnoredAny>(document)),
        ],
    );
}

fn write(criterion: &mut Criterion, ratios: &mut Ratios, document: &str) {
    let task = Task {
        group: "write",
        name: "in the model's order",
        bytes: document.len(),
        time: Duration::from_secs(3),
    };
    ratios.contest(
        criterion,
        &task,
        writer(OURS, from_text::<GetWorkflowRunResponse>(document)),
        [
            writer(TWINS, from_text::<twins::GetWorkflowRunResponse>(document)),
            writer(VALUE, from_text::<Value>(document)),
        ],
    );
}

/// Writes into a buffer that is large enough already, so that only the writing is measured.
fn writer<T: Serialize + 'static>(name: &str, value: T) -> Contender<'static> {
    let mut buffer = Vec::new();
    Contender::new(name, move || {
        buffer.clear();
        serde_json::to_writer(&mut buffer, &value).expect("JSON can hold it");
        buffer.len()
    })
}

fn validate(criterion: &mut Criterion, ratios: &mut Ratios, document: &str) {
    let response: GetWorkflowRunResponse = from_text(document);
    let task =
        Task { group: "validate", name: "", bytes: document.len(), time: Duration::from_secs(1) };
    ratios.contest(
        criterion,
        &task,
        Contender::new(OURS, || response.validate()),
        [Contender::new("reading", || from_text::<GetWorkflowRunResponse>(document))],
    );
}

fn from_text<T: DeserializeOwned>(document: &str) -> T {
    serde_json::from_str(document).expect("the document fits the type")
}

fn to_text<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("JSON can hold it")
}
