"""Answers each line of JSON with a line: how botocore reads a response or writes a request.

The argument is a model's file; without it, botocore's own model of Glue is used.
"""

import json
import os
import sys

# Times come out as UTC.
os.environ["TZ"] = "UTC"

import botocore.loaders  # noqa: E402: reads the environment
import botocore.model  # noqa: E402
import botocore.parsers  # noqa: E402
import botocore.serialize  # noqa: E402


def service_model():
    if len(sys.argv) > 1:
        with open(sys.argv[1], encoding="utf-8") as file:
            description = json.load(file)
    else:
        description = botocore.loaders.Loader().load_service_model("glue", "service-2")
    return botocore.model.ServiceModel(description, "glue")


MODEL = service_model()
PARSER = botocore.parsers.create_parser(MODEL.protocol)
SERIALIZER = botocore.serialize.create_serializer(MODEL.protocol, include_validation=False)


def read(operation, question):
    response = {
        "status_code": question["status"],
        "headers": {},
        "body": question["body"].encode(),
        "context": {},
    }
    parsed = PARSER.parse(response, operation.output_shape)
    parsed.pop("ResponseMetadata", None)
    return parsed


def write(operation, question):
    request = SERIALIZER.serialize_to_request(question["input"], operation)
    return {
        "method": request["method"],
        "uri": request["url_path"],
        "headers": dict(request["headers"]),
        "body": request["body"].decode(),
    }


for line in sys.stdin:
    question = json.loads(line)
    operation = MODEL.operation_model(question["operation"])
    answer = (read if "body" in question else write)(operation, question)
    print(json.dumps(answer, default=lambda time: time.isoformat()), flush=True)
