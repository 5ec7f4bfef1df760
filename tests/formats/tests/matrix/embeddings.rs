//! The ways in which users hold a generated type in types of their own.

use std::collections::BTreeMap;

use format_tests::kinds::{Everything, Other};
use glue_runtime::Document;
use serde::{Deserialize, Serialize};

/// A type of a user's that holds one value of ours.
pub(crate) trait Embedding: Serialize + for<'de> Deserialize<'de> {
    /// Whether serde says nothing of the reason why a value does not read.
    const HIDES_ERRORS: bool = false;

    /// The object as the type has it in a document.
    fn wrap(object: Document) -> Document {
        object
    }

    fn embed(value: Everything) -> Self;

    /// The value; whatever is beside it must be as it was.
    fn unwrap(self) -> Everything;
}

/// An object with more members.
fn with(object: Document, members: &[(&str, &str)]) -> Document {
    let Document::Object(mut object) = object else { panic!("not an object") };
    for (key, value) in members {
        object.insert((*key).to_owned(), (*value).into());
    }
    Document::Object(object)
}

fn in_member(key: &str, value: Document) -> Document {
    Document::Object([(key.to_owned(), value)].into())
}

#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Plain(Everything);

impl Embedding for Plain {
    fn embed(value: Everything) -> Self {
        Self(value)
    }

    fn unwrap(self) -> Everything {
        self.0
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Listed {
    list: Vec<Everything>,
}

impl Embedding for Listed {
    fn wrap(object: Document) -> Document {
        in_member("list", vec![object.clone(), object].into())
    }

    fn embed(value: Everything) -> Self {
        Self { list: vec![value.clone(), value] }
    }

    fn unwrap(mut self) -> Everything {
        let last = self.list.pop().unwrap();
        assert_eq!(self.list, std::slice::from_ref(&last));
        last
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Optional {
    value: Option<Everything>,
}

impl Embedding for Optional {
    fn wrap(object: Document) -> Document {
        in_member("value", object)
    }

    fn embed(value: Everything) -> Self {
        Self { value: Some(value) }
    }

    fn unwrap(self) -> Everything {
        self.value.unwrap()
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Flattened {
    own: String,
    #[serde(flatten)]
    value: Everything,
    #[serde(flatten)]
    extra: BTreeMap<String, Document>,
}

impl Embedding for Flattened {
    fn wrap(object: Document) -> Document {
        with(object, &[("own", "1"), ("NewMember", "2"), ("newMember", "3")])
    }

    fn embed(value: Everything) -> Self {
        let extra = [("NewMember".to_owned(), "2".into()), ("newMember".to_owned(), "3".into())];
        Self { own: "1".to_owned(), value, extra: extra.into() }
    }

    fn unwrap(self) -> Everything {
        assert_eq!((self.own.as_str(), self.extra.len()), ("1", 2));
        self.value
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct BoxedFlattened {
    own: String,
    #[serde(flatten)]
    value: Box<Everything>,
}

impl Embedding for BoxedFlattened {
    fn wrap(object: Document) -> Document {
        with(object, &[("own", "1")])
    }

    fn embed(value: Everything) -> Self {
        Self { own: "1".to_owned(), value: Box::new(value) }
    }

    fn unwrap(self) -> Everything {
        assert_eq!(self.own, "1");
        *self.value
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct OptionalFlattened {
    own: String,
    #[serde(flatten)]
    value: Option<Everything>,
    #[serde(flatten)]
    extra: BTreeMap<String, Document>,
}

impl Embedding for OptionalFlattened {
    const HIDES_ERRORS: bool = true;

    fn wrap(object: Document) -> Document {
        with(object, &[("own", "1"), ("NewMember", "2")])
    }

    fn embed(value: Everything) -> Self {
        let extra = [("NewMember".to_owned(), "2".into())];
        Self { own: "1".to_owned(), value: Some(value), extra: extra.into() }
    }

    fn unwrap(self) -> Everything {
        assert_eq!((self.own.as_str(), self.extra.len()), ("1", 1));
        self.value.unwrap()
    }
}

#[derive(Serialize, Deserialize)]
pub(crate) struct TwoFlattened {
    #[serde(flatten)]
    other: Other,
    #[serde(flatten)]
    value: Everything,
    #[serde(flatten)]
    extra: BTreeMap<String, Document>,
}

impl Embedding for TwoFlattened {
    fn wrap(object: Document) -> Document {
        with(object, &[("TaskArn", "1"), ("NewMember", "2")])
    }

    fn embed(value: Everything) -> Self {
        let extra = [("NewMember".to_owned(), "2".into())];
        Self { other: Other::default().with_task_arn("1"), value, extra: extra.into() }
    }

    fn unwrap(self) -> Everything {
        assert_eq!(self.other, Other::default().with_task_arn("1"));
        assert_eq!(self.extra, [("NewMember".to_owned(), "2".into())].into());
        self.value
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Denying {
    own: String,
    #[serde(flatten)]
    value: Everything,
}

impl Embedding for Denying {
    fn wrap(object: Document) -> Document {
        with(object, &[("own", "1")])
    }

    fn embed(value: Everything) -> Self {
        Self { own: "1".to_owned(), value }
    }

    fn unwrap(self) -> Everything {
        self.value
    }
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type")]
pub(crate) enum Internal {
    Number { number: i32 },
    Value(Box<Everything>),
}

impl Embedding for Internal {
    fn wrap(object: Document) -> Document {
        with(object, &[("type", "Value")])
    }

    fn embed(value: Everything) -> Self {
        Self::Value(Box::new(value))
    }

    fn unwrap(self) -> Everything {
        match self {
            Self::Value(value) => *value,
            Self::Number { number } => panic!("{number}"),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "type", content = "content")]
pub(crate) enum Adjacent {
    Number(i32),
    Value(Box<Everything>),
}

impl Embedding for Adjacent {
    fn wrap(object: Document) -> Document {
        // The content comes first, so that it is buffered.
        with(in_member("content", object), &[("type", "Value")])
    }

    fn embed(value: Everything) -> Self {
        Self::Value(Box::new(value))
    }

    fn unwrap(self) -> Everything {
        match self {
            Self::Value(value) => *value,
            Self::Number(number) => panic!("{number}"),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Untagged {
    Number(i32),
    Value(Box<Everything>),
}

impl Embedding for Untagged {
    const HIDES_ERRORS: bool = true;

    fn embed(value: Everything) -> Self {
        Self::Value(Box::new(value))
    }

    fn unwrap(self) -> Everything {
        match self {
            Self::Value(value) => *value,
            Self::Number(number) => panic!("{number}"),
        }
    }
}
