//! AWS's own Python client, which shows how it reads and writes.

use std::time::Duration;

use glue_types::{Operation, Request};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::peer::Peer;
use crate::python::Python;

/// The maximum duration of one test's questions.
const TIME: Duration = Duration::from_secs(180);

/// The description of Glue that the Python client uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Description {
    /// The description that this repository's types are generated from.
    Ours,
    /// The description that comes with the client.
    Own,
}

pub(crate) struct Oracle {
    peer: Peer,
}

/// A request as the client writes it.
#[derive(Deserialize)]
pub(crate) struct Written {
    pub(crate) method: String,
    pub(crate) uri: String,
    pub(crate) headers: std::collections::BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Oracle {
    /// Starts the client; `None` without Python.
    pub(crate) fn start(description: Description) -> Option<Self> {
        let mut command = Python::get()?.script("oracle.py");
        if description == Description::Ours {
            command.arg(crate::differential::MODEL);
        }
        Some(Self { peer: Peer::start(command, TIME) })
    }

    /// What the client reads from a response: output or an error.
    pub(crate) fn read<O: Operation>(&mut self, status: u16, body: &str) -> Value {
        self.peer.tell(&json!({"operation": O::NAME, "status": status, "body": body}));
        self.peer.hear()
    }

    /// The output that the client reads, as our type.
    pub(crate) fn output<O: Operation>(&mut self, body: &str) -> O::Output
    where
        O::Output: DeserializeOwned,
    {
        let value = self.read::<O>(200, body);
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{error} of {body}"))
    }

    /// The request that the client makes from an input.
    pub(crate) fn request<O: Operation>(&mut self, input: &Value) -> Written {
        self.peer.tell(&json!({"operation": O::NAME, "input": input}));
        serde_json::from_value(self.peer.hear()).unwrap()
    }
}

impl Written {
    /// Asserts that our request is the same except for the layout of the body.
    pub(crate) fn assert_is(&self, ours: &Request) {
        assert_eq!((&*self.method, &*self.uri), (ours.method, &*ours.uri));
        let json = |text: &[u8]| serde_json::from_slice::<Value>(text).unwrap();
        assert_eq!(json(self.body.as_bytes()), json(&ours.body));
        assert_eq!(self.headers.len(), ours.headers.len());
        for (name, value) in &self.headers {
            assert_eq!(ours.header(name), Some(&**value), "{name}");
        }
    }
}
