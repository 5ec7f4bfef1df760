//! A service whose operation takes and gives streams of events.

use serde_json::{Value, json};

pub(crate) fn model() -> Value {
    json!({
        "metadata": {
            "apiVersion": "2026-01-01",
            "endpointPrefix": "talk",
            "protocol": "rest-json",
            "serviceFullName": "Example Talk",
            "serviceId": "Talk",
            "signatureVersion": "v4",
        },
        "operations": {"Talk": {
            "name": "Talk",
            "http": {"method": "POST", "requestUri": "/talk"},
            "input": {"shape": "TalkRequest"},
            "output": {"shape": "TalkResponse"},
        }},
        "shapes": {
            "TalkRequest": talk("Language"),
            "TalkResponse": talk("Session"),
            "Words": {
                "type": "structure",
                "eventstream": true,
                "members": {"Word": {"shape": "Word"}},
            },
            "Word": {
                "type": "structure",
                "event": true,
                "members": {"Text": {"shape": "Text"}},
            },
            "Text": {"type": "string"},
        },
    })
}

fn talk(header: &str) -> Value {
    let location = format!("X-{header}");
    json!({
        "type": "structure",
        "members": {
            "Words": {"shape": "Words"},
            header: {"shape": "Text", "location": "header", "locationName": location},
        },
        "payload": "Words",
    })
}
