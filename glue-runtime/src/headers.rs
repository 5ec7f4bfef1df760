//! The headers of a response.

use std::borrow::Cow;

/// Headers as they came. Names compare without regard to case.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Headers(Vec<(Box<str>, Box<str>)>);

impl Headers {
    /// Bytes that are not UTF-8 become replacement characters.
    pub(crate) fn new<N: AsRef<str>, V: AsRef<[u8]>>(
        headers: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let text = |value: V| String::from_utf8_lossy(value.as_ref()).into();
        Self(headers.into_iter().map(|(name, value)| (name.as_ref().into(), text(value))).collect())
    }

    /// The value of a header, without the white space around it. Several headers of one name mean
    /// the same as one with their values separated by commas (RFC 9110, section 5.3).
    pub(crate) fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut values = self.all().filter(|(other, _)| other.eq_ignore_ascii_case(name));
        let (_, first) = values.next()?;
        let mut value = Cow::Borrowed(first);
        for (_, next) in values {
            join(value.to_mut(), next);
        }
        Some(value)
    }

    /// All headers, in their order.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (&**name, value.trim_ascii()))
    }
}

/// Adds the value of another header of the same name.
pub(crate) fn join(value: &mut String, next: &str) {
    value.push_str(", ");
    value.push_str(next);
}
