//! A release of botocore, such as 1.44.5.

use std::cmp::Ordering;
use std::fmt;

/// The version of a Python package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Release(String);

impl Release {
    /// Refuses what is not a version, above all what pip would take for an option or a path.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".+!-_".contains(&byte);
        let is_version = text.starts_with(|first: char| first.is_ascii_digit())
            && text.len() <= 64
            && text.bytes().all(is_plain);
        is_version.then(|| Self(text.to_owned()))
    }

    /// The text, as pip writes it.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The numbers, such as 1, 44, 5.
    fn numbers(&self) -> impl Iterator<Item = u64> {
        let digits = |part: &str| part.bytes().take_while(u8::is_ascii_digit).count();
        self.0.split('.').map(move |part| part[..digits(part)].parse().unwrap_or_default())
    }
}

impl PartialOrd for Release {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Release {
    fn cmp(&self, other: &Self) -> Ordering {
        self.numbers().cmp(other.numbers()).then_with(|| self.0.cmp(&other.0))
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Release;

    fn release(text: &str) -> Release {
        Release::parse(text).unwrap()
    }

    #[test]
    fn releases_are_ordered_by_their_numbers() {
        assert!(release("1.9.10") < release("1.44.5"));
        assert!(release("1.44.5") < release("1.44.10"));
        assert!(release("1.44") < release("1.44.0"));
        assert_eq!(release("1.44.5"), release("1.44.5"));
    }

    #[test]
    fn other_words_are_refused() {
        for text in ["", "newest", "-r", "1.0 --pre", "1.0;x", "../1"] {
            assert_eq!(Release::parse(text), None, "{text}");
        }
    }
}
