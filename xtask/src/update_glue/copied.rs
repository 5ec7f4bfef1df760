//! Sentences that are AWS's.

use std::collections::HashSet;

use super::additions::Additions;

/// How many words a sentence has at least that two people do not write alike by chance.
const WORDS: usize = 5;

/// Our sentences that are among theirs, each with its place.
pub(super) fn sentences(ours: &Additions, theirs: &Additions) -> Vec<String> {
    let theirs: HashSet<String> = theirs.prose().flat_map(|(_, text)| split(text)).collect();
    let is_theirs = |sentence: &String| theirs.contains(sentence);
    let copied = ours.prose().flat_map(|(place, text)| {
        split(text).filter(is_theirs).map(move |sentence| format!("{place}: {sentence}"))
    });
    copied.collect()
}

/// The sentences of a text that are long enough: words alone, without markup, case and punctuation.
fn split(text: &str) -> impl Iterator<Item = String> {
    let mut plain = String::with_capacity(text.len());
    let mut is_tag = false;
    for character in text.chars() {
        match character {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ if is_tag => {}
            '.' | '!' | '?' | ';' | ':' => plain.push(character),
            _ if character.is_alphanumeric() => plain.extend(character.to_lowercase()),
            _ => plain.push(' '),
        }
    }
    let sentences = plain.split(['.', '!', '?', ';', ':']);
    let words = sentences.map(|sentence| sentence.split_whitespace().collect::<Vec<_>>());
    let long = words.filter(|words| words.len() >= WORDS);
    long.map(|words| words.join(" ")).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn additions(text: &str) -> Additions {
        let bytes = format!("{{\"documentation\": \"{text}\"}}");
        let source = glue_model::Source { file: "model.json", bytes: bytes.as_bytes() };
        Additions::of(&glue_model::read_json(&source).unwrap())
    }

    #[test]
    fn a_sentence_is_found_whatever_its_markup() {
        let theirs = additions("<p>Starts the <code>Job</code> that you name. Not now.</p>");
        let ours = additions("Begins. starts the job, that you name! Not now.");
        assert_eq!(sentences(&ours, &theirs), [": starts the job that you name"]);
        assert_eq!(sentences(&additions("Not now."), &theirs), [] as [&str; 0]);
    }
}
