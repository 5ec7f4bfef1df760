//! Texts that break a pattern or an enum, and nothing else.

use super::{Demand, Texts};
use crate::sample::maker::Maker;
use crate::sample::random::Random;

/// Texts that most patterns refuse, alone and as a part of another.
const ODD: [&str; 12] = ["!", " ", "#", "é", "\n", "\u{0}", "a", "A", "0", "-", "😀", "\u{fffe}"];

/// How many texts to try.
const TRIES: usize = 8;

impl Maker {
    /// A text that does not match the pattern.
    pub(in crate::sample) fn mismatch(&mut self, demand: &Demand) -> Result<String, String> {
        if demand.known.is_some() {
            let any = Demand { pattern: None, ..*demand };
            let known = self.texts.known(&any);
            let mut usual = known.usual().iter();
            let found = usual.find(|text| !self.texts.is_match(demand, text));
            return found
                .map(|text| (*text).to_owned())
                .ok_or_else(|| "every value matches".to_owned());
        }
        let any = Demand { pattern: None, ..*demand };
        let is_fit = |texts: &Texts, text: &String| {
            texts.is_match(&any, text) && !texts.is_match(demand, text)
        };
        for _ in 0..TRIES {
            let Some(valid) = self.text(demand) else { break };
            let edited = edited(&valid, &mut self.random);
            if let Some(found) = edited.into_iter().find(|text| is_fit(&self.texts, text)) {
                return Ok(found);
            }
        }
        let pattern = self.texts.pattern(demand);
        let counterexample = pattern.and_then(|pattern| pattern.program.counterexample());
        let length = demand.min.max(1).min(demand.max.unwrap_or(u64::MAX));
        let repeated = usize::try_from(length).ok().map(|length| ODD.map(|odd| odd.repeat(length)));
        let mut all = counterexample.into_iter().chain(repeated.into_iter().flatten());
        all.find(|text| is_fit(&self.texts, text))
            .ok_or_else(|| "no text is known that does not match the pattern".to_owned())
    }

    /// A text that is no value of the enum.
    pub(in crate::sample) fn unknown(&mut self, demand: &Demand) -> Result<String, String> {
        let any = Demand { known: None, ..*demand };
        let values = self.texts.enumeration(demand).map(|form| form.values.as_slice());
        let is_new = |text: &String| !values.unwrap_or_default().contains(text);
        let mut plain = ["UNKNOWN", "unknown", "X", "x", "0"].map(str::to_owned).into_iter();
        let is_fit = |texts: &Texts, text: &String| texts.is_match(&any, text) && is_new(text);
        if let Some(plain) = plain.find(|text| is_fit(&self.texts, text)) {
            return Ok(plain);
        }
        (0..TRIES)
            .find_map(|_| self.texts.random(&any, &mut self.random).filter(is_new))
            .ok_or_else(|| "no text is known that is no value of the enum".to_owned())
    }
}

/// A text with odd characters in it.
fn edited(text: &str, random: &mut Random) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let place = random.index(letters.len());
    let (before, after) = letters.split_at(place);
    let (before, rest): (String, String) =
        (before.iter().collect(), after.iter().skip(1).collect());
    let replaced = ODD.iter().map(|odd| format!("{before}{odd}{rest}"));
    let longer = ODD.iter().map(|odd| format!("{text}{odd}"));
    let shorter: String = letters.iter().skip(1).collect();
    replaced.chain(longer).chain([shorter]).collect()
}
