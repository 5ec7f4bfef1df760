//! [`Cause`], a service's message as AWS's SDK for Java words it.

/// A message, and what the SDK for Java adds to it.
///
/// Step Functions keeps it: `No such job (Service: Glue, Status Code: 400, Request ID: 1)`, or with
/// semicolons and an `Error Code` from the first version of that SDK.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Cause<'a> {
    pub(super) message: &'a str,
    pub(super) status: Option<u16>,
    pub(super) request_id: Option<&'a str>,
    pub(super) code: Option<&'a str>,
}

impl<'a> Cause<'a> {
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
