//! Texts that were counted through.

use glue_codegen::inspect::SampledTexts;

/// The values of an enum that also have the length and the pattern.
#[derive(Debug)]
pub(super) struct Known {
    /// Those that messages list, then the others.
    all: Vec<&'static str>,
    /// How many of them messages list.
    public: usize,
}

impl Known {
    pub(super) fn new(public: Vec<&'static str>, internal: Vec<&'static str>) -> Self {
        let count = public.len();
        Self { all: [public, internal].concat(), public: count }
    }

    /// All values.
    pub(super) fn all(&self) -> &[&'static str] {
        &self.all
    }

    /// The values that messages list, or the others if there are none.
    pub(super) fn usual(&self) -> &[&'static str] {
        match self.all.get(..self.public) {
            Some(public) if self.public > 0 => public,
            _ => &self.all,
        }
    }
}

/// The texts that a demand has, as far as they were counted.
pub(super) struct Counted {
    found: Vec<String>,
    rest: Option<SampledTexts>,
}

impl Counted {
    /// No texts but the first one, if any, and those that follow.
    pub(super) fn new(first: Option<String>, rest: Option<SampledTexts>) -> Self {
        Self { found: first.into_iter().collect(), rest }
    }

    /// The first texts, so many or all that there are.
    pub(super) fn first(&mut self, count: u64) -> &[String] {
        while (self.found.len() as u64) < count
            && let Some(rest) = &mut self.rest
        {
            match rest.next() {
                Some(text) => self.found.push(text),
                None => self.rest = None,
            }
        }
        &self.found
    }
}
