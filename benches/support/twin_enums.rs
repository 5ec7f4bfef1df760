//! The twins' enums.
//!
//! Like the generated enums, they keep unknown values, which `#[serde(other)]` cannot do.
//! `serde_derive` offers two ways: an untagged last variant, which is used here, and
//! `#[serde(from = "String", into = "String")]`.

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum WorkflowRunStatus {
    Running,
    Completed,
    Stopping,
    Stopped,
    Error,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum NodeType {
    Crawler,
    Job,
    Trigger,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum TriggerType {
    Scheduled,
    Conditional,
    OnDemand,
    Event,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum TriggerState {
    Creating,
    Created,
    Activating,
    Activated,
    Deactivating,
    Deactivated,
    Deleting,
    Updating,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum Logical {
    And,
    Any,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum LogicalOperator {
    Equals,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum JobRunState {
    Starting,
    Running,
    Stopping,
    Stopped,
    Succeeded,
    Failed,
    Timeout,
    Error,
    Waiting,
    Expired,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum CrawlState {
    Running,
    Cancelling,
    Cancelled,
    Succeeded,
    Failed,
    Error,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum JobMode {
    Script,
    Visual,
    Notebook,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
pub(crate) enum WorkerType {
    Standard,
    #[serde(rename = "G.1X")]
    G1X,
    #[serde(rename = "G.2X")]
    G2X,
    #[serde(rename = "G.4X")]
    G4X,
    #[serde(rename = "G.8X")]
    G8X,
    #[serde(rename = "G.025X")]
    G025X,
    #[serde(rename = "Z.2X")]
    Z2X,
    #[serde(rename = "G.12X")]
    G12X,
    #[serde(rename = "G.16X")]
    G16X,
    #[serde(rename = "R.1X")]
    R1X,
    #[serde(rename = "R.2X")]
    R2X,
    #[serde(rename = "R.4X")]
    R4X,
    #[serde(rename = "R.8X")]
    R8X,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(crate) enum ExecutionClass {
    Flex,
    Standard,
    #[serde(untagged)]
    Unknown(String),
}
