//! Numbers of things, in words.

use std::fmt;

/// How many there are of something, such as `1 enum` or `1,157 structures`.
#[derive(Clone, Copy)]
pub(super) struct Quantity {
    /// How many.
    pub(super) count: usize,
    /// What one of them is called; more of them have an `s` after it.
    pub(super) noun: &'static str,
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", grouped(self.count), self.noun)
    }
}

/// Decimal digits with a comma before every three from the right.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Quantity;

    #[test]
    fn numbers_are_grouped_and_nouns_agree() {
        let text = |count| Quantity { count, noun: "enum" }.to_string();
        assert_eq!(text(0), "0 enums");
        assert_eq!(text(1), "1 enum");
        assert_eq!(text(999), "999 enums");
        assert_eq!(text(1_000), "1,000 enums");
        assert_eq!(text(21_851), "21,851 enums");
        assert_eq!(text(1_234_567), "1,234,567 enums");
    }
}
