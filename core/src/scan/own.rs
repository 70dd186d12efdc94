//! Words of a caller's own, marked in a text that has been scanned.
//!
//! Only a parser that was given some walks the tokens once more; for all others they cost nothing. What stands in the
//! tables of the library keeps its meaning beside them.

use super::{Kind, Phrase, Scan, Token};
use crate::lexicon::{Classes, Folded, Table, UnitKind, WordId};
use std::ops::Range;
use std::sync::Arc;

/// The words that a caller has added, checked.
#[derive(Debug)]
pub(crate) struct OwnWords {
    /// By the hash of the first word, of one first word the longest first.
    entries: Vec<OwnEntry>,
}

/// A word or phrase that a caller has added to a table.
#[derive(Debug)]
pub(crate) struct OwnEntry {
    pub(crate) words: Vec<OwnWord>,
    pub(crate) table: Table,
    /// The row of the table that it behaves like.
    pub(crate) row: u16,
    /// What the first word is beside what it is anyhow, and the last.
    pub(crate) classes: Classes,
    pub(crate) last: Classes,
    /// The word that it is read as, with its hash.
    pub(crate) stands_for: Option<(WordId, u32)>,
    /// What it measures, where the row cannot say that.
    pub(crate) unit: Option<OwnUnit>,
}

/// A word of an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OwnWord {
    pub(crate) folded: Folded,
    /// A full stop may stand between it and the next: `Abt. Leiter`
    pub(crate) stopped: bool,
}

/// A unit that no table of the library has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct OwnUnit {
    pub(crate) name: String,
    /// The code of a currency.
    pub(crate) symbol: Option<String>,
    pub(crate) kind: UnitKind,
}

/// The words of a caller's own in one text.
#[derive(Debug)]
pub(super) struct Own {
    words: Arc<OwnWords>,
    /// In text order, of one token the longest first.
    places: Vec<Place>,
}

/// Where an entry stands.
#[derive(Debug)]
struct Place {
    start: u32,
    end: u32,
    /// The index of the entry.
    entry: u32,
}

impl OwnWords {
    pub(crate) fn new(mut entries: Vec<OwnEntry>) -> Self {
        entries.sort_by_key(|entry| (entry.first().hash(), usize::MAX - entry.words.len()));
        Self { entries }
    }

    /// The entries whose first word has this hash.
    fn opening(&self, hash: u32) -> Range<usize> {
        let start = self.entries.partition_point(|entry| entry.first().hash() < hash);
        let count = self.entries[start..].iter().take_while(|entry| entry.first().hash() == hash).count();
        start..start + count
    }
}

impl OwnEntry {
    fn first(&self) -> Folded {
        self.words[0].folded
    }
}

impl Scan<'_> {
    /// Marks the words of a caller's own.
    #[inline(never)]
    pub(crate) fn mark_own(&mut self, words: &Arc<OwnWords>) {
        let mut places = Vec::new();
        for index in 0..self.tokens.len() {
            // What was not looked up, such as a number, has no hash.
            let hash = self.tokens[index].hash;
            let opening = if hash == 0 { 0..0 } else { words.opening(hash) };
            for number in opening {
                let entry = &words.entries[number];
                let Some(end) = self.own_end(entry, index) else { continue };
                places.push(Place { start: index as u32, end: end as u32, entry: number as u32 });
                let token = &mut self.tokens[index];
                token.classes = token.classes.or(entry.classes).or(Classes::OWN);
                let token = &mut self.tokens[end - 1];
                token.classes = token.classes.or(entry.last);
            }
        }
        // Last, for what is read as another word opens no other entry.
        for place in &places {
            let token = &mut self.tokens[place.start as usize];
            if let Some(model) = words.entries[place.entry as usize].stands_for {
                (token.word, token.hash) = model;
            }
        }
        self.own = Some(Own { words: Arc::clone(words), places });
    }

    /// Where an entry ends that begins at a token.
    fn own_end(&self, entry: &OwnEntry, index: usize) -> Option<usize> {
        let is = |at: usize, word: Folded| self.folded(at) == Some(word);
        let mut last = index;
        for pair in entry.words.windows(2) {
            let stopped = |mark: &Token| pair[0].stopped && mark.is(Kind::Period) && mark.is_glued();
            let next = if self.tokens.get(last + 1).is_some_and(stopped) {
                last + 2
            } else {
                self.next_of_phrase(last, self.tokens.len())?
            };
            let spoken = matches!(self.tokens.get(next)?.kind, Kind::Word | Kind::Clitic);
            if !spoken || !is(next, pair[1].folded) {
                return None;
            }
            last = next;
        }
        is(index, entry.first()).then_some(last + 1)
    }

    /// The entry that begins at a token: the longest of the caller's own, unless one that is built in is longer.
    #[inline(never)]
    pub(super) fn own_or(
        &self,
        built_in: Option<Phrase>,
        table: Table,
        index: usize,
        limit: usize,
    ) -> Option<Phrase> {
        let own = self.own_places(index).find(|(end, entry)| entry.table == table && *end <= limit);
        match (own, built_in) {
            (Some((end, _)), Some(built_in)) if built_in.end > end => Some(built_in),
            (Some((end, entry)), _) => Some(Phrase { row: entry.row, end }),
            (None, built_in) => built_in,
        }
    }

    /// The unit of a caller's own that stands at the front of some tokens.
    pub(crate) fn own_unit(&self, tokens: &Range<usize>) -> Option<&OwnUnit> {
        let inside = self.own_places(tokens.start).filter(|(end, _)| *end <= tokens.end);
        inside.map(|(_, entry)| entry).find_map(|entry| entry.unit.as_ref())
    }

    /// The entries that begin at a token, with the index behind each.
    fn own_places(&self, index: usize) -> impl Iterator<Item = (usize, &OwnEntry)> {
        self.own.iter().flat_map(move |own| {
            let from = own.places.partition_point(|place| (place.start as usize) < index);
            own.places[from..]
                .iter()
                .take_while(move |place| place.start as usize == index)
                .map(|place| (place.end as usize, &own.words.entries[place.entry as usize]))
        })
    }
}
