//! Which errors are retryable, by the lists of the SDKs' standard retry mode.

use super::facts::ErrorFacts;
use super::fault::Fault;

/// Codes by which services ask callers to slow down.
const THROTTLING: [&str; 14] = [
    "BandwidthLimitExceeded",
    "EC2ThrottledException",
    "LimitExceededException",
    "PriorRequestNotComplete",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "RequestThrottled",
    "RequestThrottledException",
    "SlowDown",
    "ThrottledException",
    "Throttling",
    "ThrottlingException",
    "TooManyRequestsException",
    "TransactionInProgressException",
];

/// Codes of failures that a retry may overcome.
const TRANSIENT: [&str; 3] =
    ["PriorRequestNotComplete", "RequestTimeout", "RequestTimeoutException"];

impl ErrorFacts<'_> {
    pub(super) fn is_throttling(&self) -> bool {
        self.throttling || self.status == Some(429) || self.is_one_of(&THROTTLING)
    }

    pub(super) fn is_transient(&self) -> bool {
        let status_passes = match self.status {
            Some(status) => matches!(status, 500 | 502 | 503 | 504),
            // Services send 500 where neither model nor response has a status (Smithy, error trait).
            None => self.fault == Some(Fault::Server),
        };
        status_passes || self.is_one_of(&TRANSIENT)
    }

    fn is_one_of(&self, codes: &[&str]) -> bool {
        self.code.is_some_and(|code| codes.contains(&code))
    }
}
