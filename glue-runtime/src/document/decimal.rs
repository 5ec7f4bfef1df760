//! Numbers as JSON writes them, digit by digit.

/// Whether a text is a number of JSON; zeros may lead it.
pub(super) fn is_json(text: &str) -> bool {
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    let unsigned = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    is_digits(whole.strip_prefix('-').unwrap_or(whole))
        && is_digits(fraction)
        && is_digits(unsigned)
}

/// Whether the shortest text of a float has the same value as the text that it was read from.
pub(super) fn is_exact(number: f64, text: &str) -> bool {
    number.is_finite() && Decimal::new(text) == Decimal::new(&format!("{number:e}"))
}

/// The value of a number: the digits from the first to the last that is not zero, and the power of
/// ten by which they are multiplied.
#[derive(PartialEq)]
struct Decimal {
    negative: bool,
    digits: String,
    exponent: i64,
}

impl Decimal {
    /// The value of a number of JSON, unless its exponent does not fit.
    fn new(text: &str) -> Option<Self> {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let negative = whole.starts_with('-');
        let all = [whole.trim_start_matches('-'), fraction].concat();
        let digits = all.trim_end_matches('0');
        if digits.is_empty() {
            return Some(Self { negative, digits: String::new(), exponent: 0 });
        }
        let shift = (all.len() - digits.len()) as i64 - fraction.len() as i64;
        let exponent = exponent.parse::<i64>().ok()?.checked_add(shift)?;
        Some(Self { negative, digits: digits.trim_start_matches('0').to_owned(), exponent })
    }
}
