//! The emulator and its content.

use std::sync::{LazyLock, Mutex};
use std::time::Duration;

use call_glue::{Client, Credentials, Endpoint};
use serde_json::Value;

use crate::peer::Peer;
use crate::python::Python;

/// The maximum lifetime of the emulator.
const LIFETIME: Duration = Duration::from_secs(240);

/// A running emulator. It ends with its standard input, and so with this process.
pub(crate) struct Emulator {
    facts: Value,
    _peer: Mutex<Peer>,
}

impl Emulator {
    /// The emulator, which is started once; `None` without Python.
    pub(crate) fn get() -> Option<&'static Self> {
        static RUNNING: LazyLock<Option<Emulator>> = LazyLock::new(|| {
            let mut peer = Peer::start(Python::get()?.script("emulator.py"), LIFETIME);
            Some(Emulator { facts: peer.hear(), _peer: Mutex::new(peer) })
        });
        RUNNING.as_ref()
    }

    pub(crate) fn text(&self, pointer: &str) -> &str {
        let value = self.facts.pointer(pointer);
        value.and_then(Value::as_str).unwrap_or_else(|| panic!("no {pointer} in {}", self.facts))
    }

    /// The response with a run, as seen by the Python client.
    pub(crate) fn seen<T: serde::de::DeserializeOwned>(&self, run: &str) -> T {
        T::deserialize(&self.facts["runs"][run]["seen"]).unwrap()
    }

    pub(crate) fn client(&self, credentials: Credentials) -> Client {
        let endpoint = Endpoint::parse(self.text("/endpoint")).unwrap();
        Client::new(endpoint, self.text("/region"), credentials)
    }

    pub(crate) fn credentials(&self) -> Credentials {
        let (id, secret) = (self.text("/key/AccessKeyId"), self.text("/key/SecretAccessKey"));
        Credentials::new(id, secret, None, None, "test")
    }
}
