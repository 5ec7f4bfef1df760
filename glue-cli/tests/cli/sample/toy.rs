//! A model of a few shapes.

use serde_json::{Value, json};

use crate::support::{Playground, Run};

/// Runs with a model of these shapes and an operation `Ask`, whose input is `Question`.
pub(super) fn run(shapes: &Value, arguments: &[&str]) -> Run {
    let playground = Playground::new();
    let model = json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2020-02-02", "endpointPrefix": "toy", "protocol": "json",
            "jsonVersion": "1.1", "serviceFullName": "Toy", "serviceId": "Toy",
            "targetPrefix": "Toy",
        },
        "operations": {"Ask": {
            "name": "Ask", "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "Question"},
        }},
        "shapes": shapes,
    });
    playground.write("model.json", model.to_string());
    playground.run([&["sample", "--model", "model.json"], arguments].concat())
}
