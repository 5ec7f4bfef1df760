//! Requests and responses of operations, with headers and bodies as text.

use glue_runtime::{Operation, Request, ResponseError, Timestamp};

pub(crate) type Headers<'a> = &'a [(&'a str, &'a str)];

pub(crate) const NONE: Headers<'static> = &[];

pub(crate) fn read<O: Operation>(
    status: u16,
    headers: Headers<'_>,
    body: &str,
) -> Result<O::Output, ResponseError<O::Error>> {
    O::response(status, headers.iter().copied(), body.as_bytes())
}

/// The output of a success.
pub(crate) fn output<O: Operation>(headers: Headers<'_>, body: &str) -> O::Output {
    match read::<O>(200, headers, body) {
        Ok(output) => output,
        Err(error) => panic!("{error}"),
    }
}

pub(crate) fn error<O: Operation>(status: u16, headers: Headers<'_>, body: &str) -> O::Error {
    match read::<O>(status, headers, body) {
        Err(ResponseError::Service(error)) => error,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("a success"),
    }
}

pub(crate) fn time() -> Timestamp {
    Timestamp::from_unix(1_714_564_800, 0).unwrap()
}

pub(crate) fn headers(request: &Request) -> Vec<(&str, &str)> {
    request.headers.iter().map(|(name, value)| (&**name, &**value)).collect()
}

/// The members of a modeled error.
macro_rules! members {
    ($error:expr, $variant:path) => {
        match $error {
            $variant(error) => error.into_inner(),
            other => panic!("{other:?}"),
        }
    };
}

pub(crate) use members;
