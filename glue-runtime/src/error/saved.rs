//! [`Saved`], an error as other programs keep it.

use super::cause::Cause;
use super::fault::Fault;
use super::head::{ErrorHead, QueryError};
use super::name::error_name;
use crate::document::Document;

/// What a body says that has the form in which another program keeps an error.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Saved {
    pub(super) form: SavedForm,
    pub(super) name: Box<str>,
    pub(super) message: Option<Box<str>>,
    pub(super) head: ErrorHead,
    /// Whether no service sends such members itself.
    pub(super) is_unmistakable: bool,
}

/// Who keeps an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SavedForm {
    /// The `response` of botocore's exceptions: the error's members, and the name and message under
    /// `Error`.
    Botocore,
    /// A record of CloudTrail, with `errorCode` and `errorMessage`.
    CloudTrail,
    /// What a function of Lambda answers when it fails, with `errorType` and `errorMessage`.
    Lambda,
    /// The output of a failed state of Step Functions, with `Error` and `Cause`.
    StepFunctions,
}

impl Saved {
    /// The form that no service sends: botocore's, with its `ResponseMetadata`.
    #[inline]
    pub(super) fn unmistakable(body: &Document) -> Option<Self> {
        Self::of_botocore(body).filter(|saved| saved.is_unmistakable)
    }

    /// The forms that could also be a service's own members, if the service names the error
    /// elsewhere.
    #[inline]
    pub(super) fn likely(body: &Document) -> Option<Self> {
        Self::of_botocore(body)
            .or_else(|| Self::of_cloud_trail(body))
            .or_else(|| Self::of_lambda(body))
            .or_else(|| Self::of_step_functions(body))
    }

    /// `{"Error": {"Code", "Message"}, "ResponseMetadata": {"HTTPStatusCode", "RequestId"}}`; with a
    /// code of the query protocol, also that protocol's `Type` and the name as `QueryErrorCode`.
    #[inline]
    fn of_botocore(body: &Document) -> Option<Self> {
        let error = body.get("Error")?;
        let code = text(error, "Code").and_then(error_name)?;
        let name = text(error, "QueryErrorCode").and_then(error_name);
        let fault = text(error, "Type").and_then(QueryError::fault);
        let query = name.is_some() || fault.is_some();
        let metadata = body.get("ResponseMetadata");
        let status = metadata.and_then(|metadata| metadata.get("HTTPStatusCode"));
        let status = status.and_then(Document::as_u64);
        Some(Self {
            form: SavedForm::Botocore,
            name: name.unwrap_or_else(|| code.clone()),
            message: text(error, "Message").map(Into::into),
            head: ErrorHead::saved(
                status.and_then(|status| status.try_into().ok()),
                metadata.and_then(|metadata| text(metadata, "RequestId")),
                query.then_some(QueryError { code, fault }),
            ),
            is_unmistakable: metadata.is_some_and(|metadata| metadata.as_object().is_some()),
        })
    }

    /// `{"errorCode", "errorMessage"}`, perhaps in a whole record. Codes of EC2 say who caused the
    /// error: `Client.RequestLimitExceeded`.
    #[inline]
    fn of_cloud_trail(body: &Document) -> Option<Self> {
        let code = text(body, "errorCode").and_then(error_name)?;
        let (fault, code) = match code.split_once('.') {
            Some(("Client", code)) => (Some(Fault::Client), code.into()),
            Some(("Server", code)) => (Some(Fault::Server), code.into()),
            _ => (None, code),
        };
        Some(Self {
            form: SavedForm::CloudTrail,
            name: code.clone(),
            message: text(body, "errorMessage").map(Into::into),
            head: ErrorHead::saved(
                None,
                text(body, "requestID"),
                fault.is_some().then_some(QueryError { code, fault }),
            ),
            is_unmistakable: false,
        })
    }

    /// `{"errorType", "errorMessage"}`, where the type is the name of an exception's class, in Java
    /// with its package. In Python, only the message has the service's error.
    #[inline]
    fn of_lambda(body: &Document) -> Option<Self> {
        let class = text(body, "errorType")?;
        let class = match class.rsplit_once('.') {
            Some((package, name)) if JAVA.iter().any(|sdk| package.starts_with(sdk)) => name,
            _ => class,
        };
        let cause = Cause::of_lambda(text(body, "errorMessage")?);
        Some(Self {
            form: SavedForm::Lambda,
            name: cause.code.or(Some(class)).and_then(error_name)?,
            message: Some(cause.message).filter(|message| !message.is_empty()).map(Into::into),
            head: ErrorHead::saved(cause.status, cause.request_id, None),
            is_unmistakable: false,
        })
    }

    /// `{"Error", "Cause"}`, or both in lower case, as in the history of an execution.
    #[inline]
    fn of_step_functions(body: &Document) -> Option<Self> {
        let (error, cause) = match (text(body, "Error"), text(body, "error"), text(body, "cause")) {
            (Some(error), ..) => (error, text(body, "Cause")),
            (None, Some(error), Some(cause)) => (error, Some(cause)),
            _ => return None,
        };
        let cause = Cause::parse(cause.unwrap_or_default());
        Some(Self {
            form: SavedForm::StepFunctions,
            name: cause.code.or(state_error(error)).and_then(error_name)?,
            message: Some(cause.message).filter(|message| !message.is_empty()).map(Into::into),
            head: ErrorHead::saved(cause.status, cause.request_id, None),
            is_unmistakable: false,
        })
    }

    /// Other names that the error may have in its model: the SDK for Java, which Step Functions
    /// calls services with, ends all of them in `Exception`.
    #[inline]
    pub(super) fn other_names(&self) -> Vec<String> {
        match self.name.strip_suffix("Exception") {
            Some(name) if self.form == SavedForm::StepFunctions => {
                vec![name.to_owned(), format!("{name}Fault")]
            }
            _ => Vec::new(),
        }
    }
}

/// The keys that botocore adds to an error's members.
pub(super) const BOTOCORE: [&str; 2] = ["Error", "ResponseMetadata"];

/// The packages of the SDKs for Java, which tell exceptions of services from all others.
const JAVA: [&str; 2] = ["com.amazonaws.", "software.amazon.awssdk."];

/// The name in `Glue.EntityNotFoundException`. The errors of Step Functions itself keep their
/// prefix, as in `States.Timeout`, and so does every name that is not a service's, as in
/// `java.lang.RuntimeException`.
#[inline]
fn state_error(text: &str) -> Option<&str> {
    let is_word = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match text.split_once('.') {
        Some((service, name)) if service != "States" && is_word(service) && is_word(name) => {
            Some(name)
        }
        _ => Some(text),
    }
}

#[inline]
fn text<'a>(object: &'a Document, key: &str) -> Option<&'a str> {
    object.get(key)?.as_str().filter(|text| !text.is_empty())
}
