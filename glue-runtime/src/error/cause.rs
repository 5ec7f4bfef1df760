//! [`Cause`], a service's message as AWS's SDKs word it.

/// A message, and what an SDK adds to it.
///
/// Step Functions keeps what the SDK for Java adds: `No such job (Service: Glue, Status Code: 400,
/// Request ID: 1)`, or with semicolons and an `Error Code` from the first version of that SDK.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Cause<'a> {
    pub(super) message: &'a str,
    pub(super) status: Option<u16>,
    pub(super) request_id: Option<&'a str>,
    pub(super) code: Option<&'a str>,
}

impl<'a> Cause<'a> {
    /// The message of an exception in a function of Lambda.
    #[inline]
    pub(super) fn of_lambda(text: &'a str) -> Self {
        Self::of_python(text).unwrap_or_else(|| Self::parse(text))
    }

    /// `An error occurred (EntityNotFoundException) when calling the GetJobRun operation: No such
    /// job`, as botocore words it. It may count retries after the operation.
    #[inline]
    fn of_python(text: &'a str) -> Option<Self> {
        let text = text.strip_prefix("An error occurred (")?;
        let (code, text) = text.split_once(") when calling the ")?;
        let (_, text) = text.split_once(" operation")?;
        let message = match text.strip_prefix(" (") {
            Some(retries) => retries.split_once("): ")?.1,
            None => text.strip_prefix(": ")?,
        };
        Some(Self { message, code: Some(code), ..Self::default() })
    }

    #[inline]
    pub(super) fn parse(text: &'a str) -> Self {
        let Some((message, details)) = text.rsplit_once("(Service: ") else {
            return Self { message: text, ..Self::default() };
        };
        let mut cause = Self { message: message.trim_end(), ..Self::default() };
        let details = details.split_once(')').map_or(details, |(details, _)| details);
        for (key, value) in details.split([',', ';']).filter_map(|detail| detail.split_once(':')) {
            let value = Some(value.trim()).filter(|value| !value.is_empty() && *value != "null");
            match key.trim() {
                "Status Code" => cause.status = value.and_then(|value| value.parse().ok()),
                "Request ID" => cause.request_id = value,
                "Error Code" => cause.code = value,
                _ => {}
            }
        }
        cause
    }
}

#[cfg(test)]
mod tests {
    use super::Cause;

    #[test]
    fn exceptions_in_functions_say_what_the_service_did() {
        let python = "An error occurred (ThrottlingException) when calling the GetJobRun operation \
                      (reached max retries: 4): Rate exceeded: wait";
        let expected = Cause {
            message: "Rate exceeded: wait",
            code: Some("ThrottlingException"),
            ..Cause::default()
        };
        assert_eq!(Cause::of_lambda(python), expected);
        let java = "No such job (Service: AWSGlue; Status Code: 400; Error Code: Gone; Request ID: 1; \
                    Proxy: null)";
        let expected = Cause {
            message: "No such job",
            status: Some(400),
            request_id: Some("1"),
            code: Some("Gone"),
        };
        assert_eq!(Cause::of_lambda(java), expected);
        for other in ["An error occurred (", "An error occurred (X) when calling", "x: y", ""] {
            let expected = Cause { message: other, ..Cause::default() };
            assert_eq!(Cause::of_lambda(other), expected);
        }
    }
}
