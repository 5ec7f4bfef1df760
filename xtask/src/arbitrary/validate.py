"""Validates values with botocore: takes the path of a model, and reads lines with the name of a shape
and a value as the AWS CLI prints it."""

import base64
import datetime
import gzip
import json
import sys

from botocore.model import ServiceModel
from botocore.validate import ParamValidator

SHOWN = 5


def parameter(value, shape):
    """The value as botocore takes it: bytes for blobs, and times as such."""
    if value is None or getattr(shape, "is_document_type", False):
        return value
    kind = shape.type_name
    if kind == "structure":
        if shape.metadata.get("exception") and "Message" in value and "Message" not in shape.members:
            # Every error has a message, whether the model says so or not.
            value = {name: part for name, part in value.items() if name != "Message"}
        return {name: parameter(part, shape.members[name]) for name, part in value.items()}
    # The validator does not know that collections may be sparse.
    if kind == "list":
        return [parameter(entry, shape.member) for entry in value if entry is not None]
    if kind == "map":
        value = {key: entry for key, entry in value.items() if entry is not None}
        return {key: parameter(entry, shape.value) for key, entry in value.items()}
    if kind == "blob":
        return base64.b64decode(value, validate=True)
    if kind == "timestamp":
        return datetime.datetime.fromisoformat(value)
    if kind == "string" and not isinstance(value, str) and "jsonvalue" not in shape.serialization:
        # JSON that the AWS CLI prints in place of the text.
        return json.dumps(value)
    return value


def main():
    opened = gzip.open if sys.argv[1].endswith(".gz") else open
    with opened(sys.argv[1], "rb") as file:
        model = ServiceModel(json.load(file))
    validator = ParamValidator()
    shapes = {}
    count = failures = 0
    for line in sys.stdin.buffer:
        name, value = line.split(b"\t", 1)
        if name not in shapes:
            shapes[name] = model.shape_for(name.decode())
        shape = shapes[name]
        count += 1
        try:
            report = validator.validate(parameter(json.loads(value), shape), shape)
            problem = report.generate_report() if report.has_errors() else None
        except Exception as error:
            problem = repr(error)
        if problem:
            failures += 1
            if failures <= SHOWN:
                print(f"botocore refuses {name.decode()}: {problem}\n  {value[:600]}")
    print(f"botocore validated {count} values of {len(shapes)} shapes, {failures} failures", flush=True)
    return 1 if failures else 0


sys.exit(main())
