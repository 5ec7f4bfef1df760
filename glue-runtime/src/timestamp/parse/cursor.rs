//! [`Cursor`], which takes the parts of a timestamp off the front of a text.

use super::super::civil::{MONTHS, WEEKDAYS};

/// A time of day; the default is midnight.
#[derive(Default)]
pub(super) struct Time {
    pub(super) hour: u32,
    pub(super) minute: u32,
    pub(super) second: u32,
    pub(super) nanosecond: u32,
}

/// Reads a text from its start. Each method takes what it names off the front, or returns `None`
/// when it is not there; what a failed method has taken is lost, as no caller tries another form.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
}

/// What Java puts before AM and PM: a space until version 19, then a narrow no-break space. Other
/// programs turn that into a no-break space.
const SPACES: [&str; 3] = [" ", "\u{202f}", "\u{a0}"];

/// The names of UTC, the long ones as Java has them.
const UTC: [&str; 5] = ["Z", "GMT", "UTC", "Coordinated Universal Time", "Greenwich Mean Time"];

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.as_bytes() }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// Whether a digit comes next.
    pub(super) fn is_at_digit(&self) -> bool {
        self.rest.first().is_some_and(u8::is_ascii_digit)
    }

    /// Whether a day or year comes next, and then the name of a month.
    pub(super) fn is_at_named_date(&self) -> bool {
        let digits = self.run_length(u8::is_ascii_digit, 4);
        let after = self.rest.get(digits..).unwrap_or_default();
        matches!(after, [b' ' | b'-', letter, ..] if letter.is_ascii_alphabetic())
    }

    /// `09:40:00.123`, the seconds or the fraction left out, or the same without `:`.
    pub(super) fn time(&mut self, hour_digits: usize) -> Option<Time> {
        let hour = self.digits(hour_digits, 2)?;
        let has_colons = self.take(b':');
        let minute = self.digits(2, 2)?;
        let has_seconds = if has_colons { self.take(b':') } else { self.is_at_digit() };
        let mut time = Time { hour, minute, ..Time::default() };
        if has_seconds {
            time.second = self.digits(2, 2)?;
            if self.take(b'.') || self.take(b',') {
                time.nanosecond = self.nanoseconds()?;
            }
        }
        Some(time)
    }

    /// The digits of a fraction, at least one. Those beyond nanoseconds are cut off.
    fn nanoseconds(&mut self) -> Option<u32> {
        let start = self.rest.len();
        let digits = self.digits(1, 9)?;
        let missing = 9 - (start - self.rest.len()) as u32;
        while self.is_at_digit() {
            self.digits(1, 9)?;
        }
        Some(digits * 10_u32.pow(missing))
    }

    /// `9:40:00 AM`, or a time of 24 hours without AM and PM.
    pub(super) fn time_of_half(&mut self) -> Option<Time> {
        let mut time = self.time(1)?;
        let mut ahead = *self;
        let is_afternoon = match ahead.space().map(|()| ahead.word()) {
            Some(half) if half.eq_ignore_ascii_case(b"AM") => false,
            Some(half) if half.eq_ignore_ascii_case(b"PM") => true,
            _ => return Some(time),
        };
        *self = ahead;
        if !(1..=12).contains(&time.hour) {
            return None;
        }
        time.hour = time.hour % 12 + if is_afternoon { 12 } else { 0 };
        Some(time)
    }

    /// `Z`, `GMT`, `UTC`, `+02:00`, `-0800` or `-08`, all with or without a space before; nothing
    /// counts as UTC.
    pub(super) fn offset(&mut self) -> Option<i32> {
        if self.rest.is_empty() {
            return Some(0);
        }
        self.take(b' ');
        let is_ahead = self.take(b'+');
        if !is_ahead && !self.take(b'-') {
            let zone = std::mem::take(&mut self.rest);
            let is_utc = UTC.iter().any(|name| zone.eq_ignore_ascii_case(name.as_bytes()));
            return is_utc.then_some(0);
        }
        let hours = self.digits(2, 2)?;
        let mut minutes = 0;
        if self.take(b':') || !self.rest.is_empty() {
            minutes = self.digits(2, 2)?;
        }
        if hours > 23 || minutes > 59 {
            return None;
        }
        let seconds = (hours * 3_600 + minutes * 60) as i32;
        Some(if is_ahead { seconds } else { -seconds })
    }

    /// A year of four digits, or of two. RFC 9110 would choose the century by the current date; a
    /// fixed range, as in POSIX's `strptime`, reads the same text the same way forever.
    pub(super) fn year(&mut self) -> Option<u32> {
        let start = self.rest.len();
        let year = self.digits(2, 4)?;
        match start - self.rest.len() {
            2 if year < 69 => Some(2000 + year),
            2 => Some(1900 + year),
            4 => Some(year),
            _ => None,
        }
    }

    /// The name of a month, as its number. British English abbreviates one with four letters.
    pub(super) fn month(&mut self) -> Option<u32> {
        let word = self.word();
        if word.eq_ignore_ascii_case(b"Sept") {
            return Some(9);
        }
        let index = MONTHS.iter().position(|name| is_name(word, name))?;
        Some(index as u32 + 1)
    }

    /// The name of a day.
    pub(super) fn weekday(&mut self) -> Option<()> {
        let word = self.word();
        WEEKDAYS.iter().any(|name| is_name(word, name)).then_some(())
    }

    /// `UTC` or `GMT` within a text.
    pub(super) fn utc(&mut self) -> Option<()> {
        let word = self.word();
        [b"UTC", b"GMT"].iter().any(|name| word.eq_ignore_ascii_case(*name)).then_some(())
    }

    /// A space, which may be one that keeps a line together.
    fn space(&mut self) -> Option<()> {
        let rest = SPACES.iter().find_map(|space| self.rest.strip_prefix(space.as_bytes()))?;
        self.rest = rest;
        Some(())
    }

    /// The longest run of ASCII letters, which may be empty.
    fn word(&mut self) -> &'a [u8] {
        let length = self.run_length(u8::is_ascii_alphabetic, usize::MAX);
        let (word, rest) = self.rest.split_at(length);
        self.rest = rest;
        word
    }

    /// A number of at least `least` and at most `most` digits, 9 or fewer.
    pub(super) fn digits(&mut self, least: usize, most: usize) -> Option<u32> {
        let length = self.run_length(u8::is_ascii_digit, most);
        if length < least {
            return None;
        }
        let (digits, rest) = self.rest.split_at(length);
        self.rest = rest;
        let append = |number, digit: &u8| number * 10 + u32::from(digit - b'0');
        Some(digits.iter().fold(0, append))
    }

    /// How many bytes from here on are of one kind, counting no further than `most`.
    fn run_length(&self, is_kind: fn(&u8) -> bool, most: usize) -> usize {
        let bytes = self.rest.iter().take(most);
        bytes.take_while(|byte| is_kind(byte)).count()
    }

    pub(super) fn expect(&mut self, byte: u8) -> Option<()> {
        self.take(byte).then_some(())
    }

    /// Takes the byte if it comes next, and says whether it did.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        self.take_text(&[byte])
    }

    /// Takes the text if it comes next, and says whether it did.
    pub(super) fn take_text(&mut self, text: &[u8]) -> bool {
        match self.rest.strip_prefix(text) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}

/// Whether a word is a name of the calendar, whole or its first three letters, whatever its case.
fn is_name(word: &[u8], name: &str) -> bool {
    let name = name.as_bytes();
    name.eq_ignore_ascii_case(word) || name.get(..3).is_some_and(|it| it.eq_ignore_ascii_case(word))
}
