//! Running one case.

use glue_runtime::{Operation, OperationError, Request, ResponseError};
use serde::Serialize;
use serde_json::Value;

use crate::case::Loaded;
use crate::value::{Shapes, is_same};

/// What is wrong with a request or response, in words.
pub type Verdict = Result<(), String>;

/// Makes the request of a case and compares it with what must travel.
///
/// # Errors
/// When anything is different.
pub fn request<O: Operation>(loaded: &Loaded) -> Verdict {
    let shapes = Shapes(&loaded.shapes);
    let input = loaded.shape("input");
    let params = match loaded.case.get("params") {
        Some(params) => params.clone(),
        None => Value::Object(Default::default()),
    };
    let at_rest = input.map_or(params.clone(), |shape| shapes.at_rest(shape, &params));
    let typed: O::Input =
        serde_json::from_value(at_rest).map_err(|error| format!("the input: {error}"))?;
    let request = O::request(&typed).map_err(|error| format!("the request: {error}"))?;
    let expected = &loaded.case["serialized"];
    same_head(&request, &loaded.endpoint.1, expected)?;
    same_headers(&request, expected, |name| shapes.is_list_header(input, name))?;
    same_body(&request.body, expected["body"].as_str())?;
    match expected["host"].as_str() {
        Some(host) => same(
            "host",
            &format!("{}{}", request.host_prefix, loaded.endpoint.0),
            host.split('/').next().unwrap_or(host),
        ),
        None => Ok(()),
    }
}

fn same_head(request: &Request, prefix: &str, expected: &Value) -> Verdict {
    if let Some(method) = expected["method"].as_str() {
        same("method", request.method, method)?;
    }
    let (path, query) = split_uri(&request.uri);
    let (expected_path, expected_query) = split_uri(expected["uri"].as_str().unwrap_or_default());
    same("path", &format!("{prefix}{path}"), expected_path)?;
    same("query", &query.join("&"), &expected_query.join("&"))
}

/// The path, and the parameters in the order of their names.
fn split_uri(uri: &str) -> (&str, Vec<&str>) {
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    let mut parameters: Vec<&str> = query.split('&').collect();
    // Stable, for the parameters of one name have an order.
    parameters.sort_by_key(|parameter| parameter.split('=').next());
    (path, parameters)
}

fn same_headers(request: &Request, expected: &Value, is_list: impl Fn(&str) -> bool) -> Verdict {
    for (name, value) in expected["headers"].as_object().into_iter().flatten() {
        let found = request.header(name).ok_or_else(|| format!("there is no header {name}"))?;
        let value = value.as_str().unwrap_or_default();
        match is_list(name) {
            // The older suites have no space behind commas.
            true => same(name, &found.replace(", ", ","), &value.replace(", ", ","))?,
            false => same(name, found, value)?,
        }
    }
    for name in expected["forbidHeaders"].as_array().into_iter().flatten() {
        let name = name.as_str().unwrap_or_default();
        if request.header(name).is_some() {
            return Err(format!("there is a header {name}"));
        }
    }
    for name in expected["requireHeaders"].as_array().into_iter().flatten() {
        // HTTP clients send the length of a body that there is.
        if *name != "Content-Length" || request.body.is_empty() {
            return Err(format!("there is no header {name}"));
        }
    }
    Ok(())
}

/// JSON has the same value, anything else the same text.
fn same_body(body: &[u8], expected: Option<&str>) -> Verdict {
    let Some(expected) = expected else {
        return Ok(());
    };
    let text = String::from_utf8_lossy(body);
    match (serde_json::from_str::<Value>(&text), serde_json::from_str::<Value>(expected)) {
        (Ok(body), Ok(expected)) if is_same(&body, &expected) => Ok(()),
        _ => same("body", &text, expected),
    }
}

fn same(what: &str, found: &str, expected: &str) -> Verdict {
    match found == expected {
        true => Ok(()),
        false => Err(format!("{what}: found {found:?}, expected {expected:?}")),
    }
}

/// An error that the operation models: the name of its shape, and its data at rest.
pub type ModeledError = Option<(&'static str, Value)>;

/// Reads the response of a case and compares it with what must be read.
///
/// # Errors
/// When anything is different.
pub fn response<O: Operation>(loaded: &Loaded, modeled: fn(&O::Error) -> ModeledError) -> Verdict {
    let response = &loaded.case["response"];
    let status = response["status_code"].as_u64().and_then(|status| status.try_into().ok());
    let headers = response["headers"].as_object().into_iter().flatten();
    let headers = headers.map(|(name, value)| (name, value.as_str().unwrap_or_default()));
    let body = response["body"].as_str().unwrap_or_default();
    let read = O::response(status.unwrap_or(200), headers, body.as_bytes());
    match (read, loaded.case.get("error")) {
        (Ok(output), None) => same_output(loaded, &output),
        (Err(ResponseError::Service(error)), Some(expected)) => {
            same_error(loaded, &error, modeled(&error), expected)
        }
        (Err(error), _) => Err(format!("the response: {error}")),
        (Ok(_), Some(_)) => Err("an error passed for a success".to_owned()),
    }
}

/// A value's data at rest, by way of text.
///
/// # Errors
/// When the value cannot be written.
pub fn at_rest<T: Serialize>(value: &T) -> Result<Value, String> {
    let text = serde_json::to_string(value).map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

fn same_output<T: Serialize>(loaded: &Loaded, output: &T) -> Verdict {
    let at_rest = at_rest(output)?;
    let plain = match loaded.shape("output") {
        Some(shape) => Shapes(&loaded.shapes).plain(shape, &at_rest)?,
        None => at_rest,
    };
    same_value("output", &plain, &loaded.case["result"])
}

fn same_error<E: OperationError>(
    loaded: &Loaded,
    error: &E,
    modeled: ModeledError,
    expected: &Value,
) -> Verdict {
    let text = |key: &str| loaded.case[key].as_str().unwrap_or_default();
    same("code", error.code().unwrap_or_default(), text("errorCode"))?;
    same("message", error.message().unwrap_or_default(), text("errorMessage"))?;
    match modeled {
        Some((shape, at_rest)) => {
            let plain = Shapes(&loaded.shapes).plain(shape, &at_rest)?;
            same_value("error", &plain, expected)
        }
        // What a case of an error that the operation does not name expects are members of others.
        None if loaded.names_error(text("errorCode")) => Err("the error is unmodeled".to_owned()),
        None => Ok(()),
    }
}

fn same_value(what: &str, found: &Value, expected: &Value) -> Verdict {
    match is_same(found, expected) {
        true => Ok(()),
        false => Err(format!("{what}: found {found}, expected {expected}")),
    }
}
