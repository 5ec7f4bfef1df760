//! Values in botocore's form, and as data at rest.
//!
//! Driven by the shapes as the suite's file has them, so that nothing here leans on the generator.

use base64::engine::Engine;
use base64::engine::general_purpose::STANDARD;
use glue_runtime::Timestamp;
use serde_json::{Map, Value, json};

/// The shapes of a suite.
#[derive(Clone, Copy, Debug)]
pub struct Shapes<'a>(pub &'a Value);

impl<'a> Shapes<'a> {
    fn get(self, name: &str) -> &'a Value {
        &self.0[name]
    }

    fn target(self, reference: &'a Value) -> &'a Value {
        self.get(reference["shape"].as_str().unwrap_or_default())
    }

    /// A value in botocore's form as data at rest, where members go by their own names.
    #[must_use]
    pub fn at_rest(self, shape: &str, value: &Value) -> Value {
        self.write(&json!({"shape": shape}), value)
    }

    fn write(self, reference: &Value, value: &Value) -> Value {
        let shape = self.get(reference["shape"].as_str().unwrap_or_default());
        match (shape["type"].as_str(), value) {
            _ if is_document(shape) || value.is_null() => value.clone(),
            (Some("structure"), Value::Object(members)) => {
                let write = |(name, value): (&String, &Value)| {
                    (name.clone(), self.write(&shape["members"][name], value))
                };
                members.iter().map(write).collect::<Map<_, _>>().into()
            }
            (Some("list"), Value::Array(entries)) => {
                entries.iter().map(|entry| self.write(&shape["member"], entry)).collect()
            }
            (Some("map"), Value::Object(entries)) => {
                let write = |(key, value): (&String, &Value)| {
                    (key.clone(), self.write(&shape["value"], value))
                };
                entries.iter().map(write).collect::<Map<_, _>>().into()
            }
            (Some("blob"), Value::String(text)) => STANDARD.encode(text).into(),
            (Some("string"), Value::String(_)) => value.clone(),
            (Some("string"), value) if is_json(reference, shape) => value.to_string().into(),
            _ => value.clone(),
        }
    }

    /// Data at rest in botocore's form.
    ///
    /// # Errors
    /// When the data has what the shape does not.
    pub fn plain(self, shape: &str, value: &Value) -> Result<Value, String> {
        self.read(&json!({"shape": shape}), value)
    }

    fn read(self, reference: &Value, value: &Value) -> Result<Value, String> {
        let shape = self.get(reference["shape"].as_str().unwrap_or_default());
        match (shape["type"].as_str(), value) {
            _ if is_document(shape) || value.is_null() => Ok(value.clone()),
            (Some("structure"), Value::Object(members)) => self.read_members(shape, members),
            (Some("list"), Value::Array(entries)) => {
                entries.iter().map(|entry| self.read(&shape["member"], entry)).collect()
            }
            (Some("map"), Value::Object(entries)) => {
                let read = |(key, value): (&String, &Value)| {
                    Ok((key.clone(), self.read(&shape["value"], value)?))
                };
                entries.iter().map(read).collect::<Result<Map<_, _>, String>>().map(Value::from)
            }
            (Some("blob"), Value::String(text)) => {
                let bytes = STANDARD.decode(text).map_err(|error| error.to_string())?;
                String::from_utf8(bytes).map(Value::from).map_err(|error| error.to_string())
            }
            (Some("timestamp"), Value::String(text)) => {
                let time: Timestamp = text.parse().map_err(|error| format!("{error}"))?;
                Ok((time.unix_millis() as f64 / 1e3).into())
            }
            (Some("string"), Value::String(text)) if is_json(reference, shape) => {
                let json = serde_json::from_str(text).ok();
                // Botocore's own values; those of Smithy's suites are text.
                Ok(json.filter(Value::is_object).unwrap_or_else(|| value.clone()))
            }
            _ => Ok(value.clone()),
        }
    }

    fn read_members(self, shape: &Value, members: &Map<String, Value>) -> Result<Value, String> {
        let known = shape["members"].as_object().ok_or("a structure has no members")?;
        let mut plain = Map::new();
        for (key, value) in members {
            let is_named = |(name, member): &(&String, &Value)| {
                let in_body = [*member, self.target(member)]
                    .iter()
                    .all(|holder| holder.get("location").is_none());
                let wire = member["locationName"].as_str().filter(|_| in_body);
                wire.unwrap_or(name) == key
            };
            match known.iter().find(is_named) {
                Some((name, member)) => {
                    plain.insert(name.clone(), self.read(member, value)?);
                }
                None if shape["union"] == true => {
                    plain.insert("SDK_UNKNOWN_MEMBER".to_owned(), json!({"name": key}));
                }
                None => return Err(format!("there is no member `{key}`")),
            }
        }
        Ok(plain.into())
    }

    /// The name of the header that holds a list, if the header of this name does.
    #[must_use]
    pub fn is_list_header(self, shape: Option<&str>, header: &str) -> bool {
        let members = shape.and_then(|shape| self.get(shape)["members"].as_object());
        members.into_iter().flatten().any(|(name, member)| {
            let location = member["locationName"].as_str().unwrap_or(name);
            let is_list = self.target(member)["type"] == "list";
            member["location"] == "header" && is_list && location.eq_ignore_ascii_case(header)
        })
    }
}

fn is_document(shape: &Value) -> bool {
    shape["document"] == true
}

/// Whether text holds JSON, which botocore writes and reads itself.
fn is_json(reference: &Value, shape: &Value) -> bool {
    reference["jsonvalue"] == true || shape["jsonvalue"] == true
}

/// Whether two values are the same, where a number is the same with and without a fraction of zero.
#[must_use]
pub fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            left == right || left.as_f64() == right.as_f64()
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(l, r)| is_same(l, r))
        }
        (Value::Object(left), Value::Object(right)) => {
            left.len() == right.len()
                && left.iter().all(|(key, l)| right.get(key).is_some_and(|r| is_same(l, r)))
        }
        _ => left == right,
    }
}
