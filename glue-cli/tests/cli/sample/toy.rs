//! A model of a few shapes.

use serde_json::{Value, json};

use crate::support::{Playground, Run};

/// Runs with a model of these shapes and an operation `Ask`, whose input is `Question` and whose
/// errors are the shapes that are errors.
pub(super) fn run(shapes: &Value, arguments: &[&str]) -> Run {
    let playground = Playground::new();
    playground.write("model.json", model(shapes).to_string());
    playground.run([&["sample", "--model", "model.json"], arguments].concat())
}

/// A model as above.
pub(crate) fn model(shapes: &Value) -> Value {
    let errors = shapes.as_object().unwrap().iter().filter(|(_, shape)| shape["exception"] == true);
    let errors: Vec<Value> = errors.map(|(name, _)| json!({"shape": name})).collect();
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2020-02-02", "endpointPrefix": "toy", "protocol": "json",
            "jsonVersion": "1.1", "serviceFullName": "Toy", "serviceId": "Toy",
            "targetPrefix": "Toy",
        },
        "operations": {"Ask": {
            "name": "Ask", "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "Question"}, "errors": errors,
        }},
        "shapes": shapes,
    })
}

/// Runs with a model in Smithy of these shapes, whose names have no namespace, and an operation
/// `Ask` as above.
pub(super) fn run_smithy(shapes: &Value, arguments: &[&str]) -> Run {
    let playground = Playground::new();
    playground.write("model.json", smithy(shapes).to_string());
    playground.run([&["sample", "--model", "model.json"], arguments].concat())
}

/// A model in Smithy.
pub(super) fn smithy(shapes: &Value) -> Value {
    let mut all = json!({
        "toy#Toy": {
            "type": "service", "version": "2020-02-02", "operations": [{"target": "toy#Ask"}],
            "traits": {
                "aws.api#service": {"sdkId": "Toy", "endpointPrefix": "toy"},
                "aws.protocols#awsJson1_1": {},
            },
        },
        "toy#Ask": {"type": "operation", "input": {"target": "toy#Question"}},
    });
    for (name, shape) in shapes.as_object().unwrap() {
        all[format!("toy#{name}")] = shape.clone();
    }
    json!({"smithy": "2.0", "shapes": all})
}
