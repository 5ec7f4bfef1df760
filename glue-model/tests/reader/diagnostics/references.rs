//! References to shapes.

use super::check;
use crate::common::{with_operations, with_shapes};

#[test]
fn member_with_a_misspelt_target() {
    check(
        &with_shapes(
            r#""WorkflowGraph": {"type": "structure", "members": {
  "Nodes": {"shape": "NodeLst"}}},
"NodeMap": {"type": "string"},
"NodeList": {"type": "string"}"#,
        ),
        r#"error: member `Nodes` targets shape `NodeLst`, which the model does not define
  --> toy.json:5:22 (/shapes/WorkflowGraph/members/Nodes/shape, shape `WorkflowGraph`)
  = help: did you mean `NodeList`?

1 problem in toy.json"#,
    );
}

#[test]
fn target_in_another_case() {
    check(
        &with_shapes(
            r#""T": {"type": "structure", "members": {"a": {"shape": "string"}}},
"String": {"type": "string"}"#,
        ),
        r#"error: member `a` targets shape `string`, which the model does not define
  --> toy.json:4:55 (/shapes/T/members/a/shape, shape `T`)
  = help: did you mean `String`?

1 problem in toy.json"#,
    );
}

#[test]
fn target_like_nothing_in_the_model() {
    check(
        &with_shapes(r#""T": {"type": "structure", "members": {"a": {"shape": "Elephant"}}}"#),
        r#"error: member `a` targets shape `Elephant`, which the model does not define
  --> toy.json:4:55 (/shapes/T/members/a/shape, shape `T`)
  = help: define the shape under `/shapes`

1 problem in toy.json"#,
    );
}

#[test]
fn list_map_and_operation_with_unknown_targets() {
    check(
        &with_operations(
            r#""Get": {"http": {"method": "POST", "requestUri": "/"},
"input": {"shape": "GetReq"},
"output": {"shape": "GetResul"},
"errors": [{"shape": "Gnoe"}]}"#,
            r#""GetResult": {"type": "structure", "members": {}},
"L": {"type": "list", "member": {"shape": "LL"}},
"M": {"type": "map", "key": {"shape": "MK"}, "value": {"shape": "MV"}}"#,
        ),
        r#"error: the input of operation `Get` targets shape `GetReq`, which the model does not define
  --> toy.json:4:20 (/operations/Get/input/shape)
  = help: define the shape under `/shapes`

error: the output of operation `Get` targets shape `GetResul`, which the model does not define
  --> toy.json:5:21 (/operations/Get/output/shape)
  = help: did you mean `GetResult`?

error: an error of operation `Get` targets shape `Gnoe`, which the model does not define
  --> toy.json:6:22 (/operations/Get/errors/0/shape)
  = help: define the shape under `/shapes`

error: the list's member targets shape `LL`, which the model does not define
  --> toy.json:10:43 (/shapes/L/member/shape, shape `L`)
  = help: define the shape under `/shapes`

error: the map's key targets shape `MK`, which the model does not define
  --> toy.json:11:39 (/shapes/M/key/shape, shape `M`)
  = help: define the shape under `/shapes`

error: the map's value targets shape `MV`, which the model does not define
  --> toy.json:11:65 (/shapes/M/value/shape, shape `M`)
  = help: define the shape under `/shapes`

6 problems in toy.json"#,
    );
}

#[test]
fn names_with_control_characters_are_escaped() {
    check(
        &with_shapes(
            r#""T": {"type": "structure", "members": {"a": {"shape": "\u001b[31m\u202eX`"}}}"#,
        ),
        r#"error: member `a` targets shape `\u{1b}[31m\u{202e}X``, which the model does not define
  --> toy.json:4:55 (/shapes/T/members/a/shape, shape `T`)
  = help: define the shape under `/shapes`

1 problem in toy.json"#,
    );
}

#[test]
fn long_names_are_cut() {
    check(
        &with_shapes(
            r#""T": {"type": "structure", "members": {"a": {"shape": "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"}}}"#,
        ),
        r#"error: member `a` targets shape `éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé…`, which the model does not define
  --> toy.json:4:55 (/shapes/T/members/a/shape, shape `T`)
  = help: define the shape under `/shapes`

1 problem in toy.json"#,
    );
}
