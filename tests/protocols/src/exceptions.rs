//! The cases that do not apply, and why.

use crate::case::{Case, Loaded};

/// A case that fails, as it should.
#[derive(Clone, Copy, Debug)]
pub struct Exception {
    /// The file.
    pub file: &'static str,
    /// The case's id, or `suite:number` where it has none.
    pub case: &'static str,
    /// Why it does not apply.
    pub reason: &'static str,
}

impl Exception {
    const fn new(file: &'static str, case: &'static str, reason: &'static str) -> Self {
        Self { file, case, reason }
    }

    /// Whether a case is the one that the exception is for.
    #[must_use]
    pub fn is_for(&self, case: Case, loaded: &Loaded) -> bool {
        let place = format!("{}:{}", case.suite, case.number);
        self.file == case.file && (self.case == place || self.case == loaded.id())
    }
}

const COMPRESSION: &str = "whoever sends the request may compress it, and says so in a header";
const CHECKSUM: &str = "whoever sends the request adds checksums, which is a part of signing it";
const TOKEN: &str = "tokens that make a call repeatable are random, and the caller's to choose";

/// All exceptions.
pub const EXCEPTIONS: &[Exception] = &[
    Exception::new("input/json.json", "SDKAppliedContentEncoding_awsJson1_1", COMPRESSION),
    Exception::new(
        "input/json.json",
        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1",
        COMPRESSION,
    ),
    Exception::new("input/json_1_0.json", "SDKAppliedContentEncoding_awsJson1_0", COMPRESSION),
    Exception::new(
        "input/json_1_0.json",
        "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0",
        COMPRESSION,
    ),
    Exception::new("input/rest-json.json", "RestJsonHttpChecksumRequired", CHECKSUM),
    Exception::new("input/rest-json.json", "SDKAppliedContentEncoding_restJson1", COMPRESSION),
    Exception::new(
        "input/rest-json.json",
        "SDKAppendedGzipAfterProvidedEncoding_restJson1",
        COMPRESSION,
    ),
    Exception::new("input/rest-json.json", "RestJsonQueryIdempotencyTokenAutoFill", TOKEN),
    Exception::new("legacy/input/json.json", "6:1", TOKEN),
    Exception::new("legacy/input/rest-json.json", "19:1", TOKEN),
    Exception::new(
        "legacy/input/rest-json.json",
        "26:1",
        "RestJsonNullAndEmptyHeaders, which is newer, wants empty lists in headers sent",
    ),
    Exception::new(
        "legacy/output/json.json",
        "3:1",
        "nulls in lists that are not sparse are dropped; and its maps are declared as strings",
    ),
    Exception::new("legacy/output/json.json", "6:0", "the body is a stream of events"),
];
