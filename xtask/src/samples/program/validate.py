# Validates requests as botocore does before a call. Takes a model and a file of lines, each an object
# with the name of a shape and a value; those that are no operation's input are skipped.

import json
import sys

from botocore.model import ServiceModel
from botocore.validate import ParamValidator

with open(sys.argv[1], "rb") as file:
    model = ServiceModel(json.load(file))
inputs = {}
for name in model.operation_names:
    shape = model.operation_model(name).input_shape
    if shape is not None:
        inputs[shape.name] = shape
count, faults = 0, []
with open(sys.argv[2], encoding="utf-8") as file:
    for line in file:
        line = json.loads(line)
        shape = inputs.get(line["shape"])
        if shape is not None:
            count += 1
            report = ParamValidator().validate(line["value"], shape)
            if report.has_errors():
                faults.append(f"{shape.name}: {report.generate_report()} in {line['value']}")
print(json.dumps({"requests": count, "faults": faults}))
