//! The messages of cargo that concern a run (the Cargo book, "External tools").

use serde_json::Value;

/// A message about a crate.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Message {
    /// The crate has a problem.
    Problem { crate_name: String, text: String },
    /// The crate is finished, now or in an earlier run.
    Finished { crate_name: String },
}

impl Message {
    /// Reads a line of output; `None` if it does not matter here.
    pub(super) fn read(line: &str) -> Option<Self> {
        let message: Value = serde_json::from_str(line).ok()?;
        let text = |pointer: &str| message.pointer(pointer)?.as_str();
        // Some releases of cargo give a library's name as its package is named.
        let crate_name = text("/target/name")?.replace('-', "_");
        match text("/reason")? {
            "compiler-artifact" => Some(Self::Finished { crate_name }),
            "compiler-message" => {
                let rendered = text("/message/rendered").or(text("/message/message"))?;
                // The last message only counts the ones before.
                let counts = text("/message/message")?.starts_with("aborting due to ");
                (!counts).then(|| Self::Problem { crate_name, text: rendered.to_owned() })
            }
            _ => None,
        }
    }

    /// The crate of the message.
    pub(crate) fn crate_name(&self) -> &str {
        match self {
            Self::Problem { crate_name, .. } | Self::Finished { crate_name } => crate_name,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Message;

    #[test]
    fn problems_and_ends_are_told_from_the_rest() {
        let target = json!({"name": "smithy-glue", "kind": ["lib"]});
        let problem = |message: &str| {
            let text = json!({"level": "error", "message": message, "rendered": "error: no\n"});
            json!({"reason": "compiler-message", "target": target, "message": text}).to_string()
        };
        let crate_name = "smithy_glue".to_owned();
        let text = "error: no\n".to_owned();
        assert_eq!(
            Message::read(&problem("no")),
            Some(Message::Problem { crate_name: crate_name.clone(), text }),
        );
        assert_eq!(Message::read(&problem("aborting due to 2 previous errors")), None);
        let artifact = json!({"reason": "compiler-artifact", "target": target, "fresh": true});
        assert_eq!(Message::read(&artifact.to_string()), Some(Message::Finished { crate_name }));
        let end = json!({"reason": "build-finished", "success": true});
        assert_eq!(Message::read(&end.to_string()), None);
        assert_eq!(Message::read("not JSON"), None);
    }
}
