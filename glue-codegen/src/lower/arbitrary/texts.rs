//! The texts of patterns, as tables.

use std::collections::HashMap;

use glue_pattern::{Anchoring, CharacterRanges, Limits, Program, Sampler, SamplerTable};
use proc_macro2::Ident;

use crate::lower::names::{Taken, identifier};
use crate::lower::patterns;
use crate::plan::{Lengths, Texts};

/// The maximum number of characters in the shortest text of a pattern.
const LONGEST: u64 = 4096;

/// The maximum number of bytes of all tables together. Those of any published model take a hundredth
/// of it.
const MOST_BYTES: usize = 8 << 20;

/// The tables so far.
pub(super) struct TextTables {
    anchoring: Anchoring,
    /// The names of tables; `None` if no text is known.
    named: HashMap<(String, Lengths), Option<Ident>>,
    taken: Taken,
    pub(super) made: Vec<(Ident, Texts)>,
    /// The units of work that are left for all tables together.
    work: u64,
    /// How many bytes all tables may still have together.
    room: usize,
}

impl TextTables {
    /// Starts without tables, for a model whose file has this many bytes.
    pub(super) fn new(anchoring: Anchoring, bytes: usize) -> Self {
        Self {
            anchoring,
            named: HashMap::new(),
            taken: Taken::default(),
            made: Vec::new(),
            work: patterns::work(bytes),
            room: MOST_BYTES,
        }
    }

    /// The name of the table for a pattern and lengths, which is made for its first use and named
    /// after the check; `None` if no text is known.
    pub(super) fn name(&mut self, check: &Ident, source: &str, lengths: Lengths) -> Option<Ident> {
        let key = (source.to_owned(), lengths);
        if let Some(known) = self.named.get(&key) {
            return known.clone();
        }
        let texts = self.texts(source, lengths);
        let name = texts.map(|texts| {
            let wanted = check.to_string().trim_start_matches("r#").to_uppercase();
            let name = identifier(&self.taken.take(wanted, "_"));
            self.made.push((name.clone(), texts));
            name
        });
        self.named.insert(key, name.clone());
        name
    }

    /// The program of a pattern.
    pub(super) fn program(&self, source: &str) -> Option<Program> {
        let syntax = glue_pattern::parse(source).ok()?;
        Some(glue_pattern::compile(&syntax, self.anchoring, &Limits::default()))
    }

    fn texts(&mut self, source: &str, Lengths { min, max }: Lengths) -> Option<Texts> {
        let syntax = glue_pattern::parse(source).ok()?;
        let limits = Limits::default();
        let limits = Limits { work: self.work.min(limits.work), ..limits };
        let min = min.unwrap_or(0);
        let pattern = Some((&syntax, self.anchoring));
        let (sampler, work) = Sampler::counted(pattern, (min, max), &limits);
        self.work = self.work.saturating_sub(work);
        let sampler = sampler.ok().flatten().filter(|sampler| sampler.shortest() <= LONGEST)?;
        let shortest = sampler.sample(&mut |_| 0);
        let room = self.room.checked_sub(shortest.len());
        self.room = room?;
        // Without a table, the shortest text is the only one.
        let nothing = SamplerTable { states: vec![], moves: vec![], characters: vec![] };
        let table = sampler.table().filter(|table| size(table) <= self.room).unwrap_or(nothing);
        self.room -= size(&table);
        Some(Texts { min, max, shortest, table })
    }
}

/// The bytes of a table.
fn size(table: &SamplerTable) -> usize {
    let ranges = |set: &CharacterRanges| set.words.len() + set.marks.len() + set.others.len();
    let characters: usize = table.characters.iter().map(ranges).sum();
    4 * (table.states.len() + table.moves.len()) + 8 * characters
}
