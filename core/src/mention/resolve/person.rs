//! Names of people: who of those known is meant, by family name, given name and title.

use super::directory::{By, compatible};
use super::parts::Parts;
use super::{Chunk, ChunkClass, Resolver, SpeakerKind};
use crate::index::Index;
use crate::lexicon::{WordId, word_set};
use std::ops::Range;

/// For how many sentences a family name goes on to be that of the one of several who was named.
const NAMESAKE_SENTENCES: u32 = 2;

/// What a look-up gives.
enum Match {
    One(Index),
    /// Two or more fit, and nothing tells which is meant.
    Several,
    None,
}

impl Resolver<'_, '_> {
    /// A person, or a name that does not tell what it names.
    pub(super) fn person(&mut self, chunk: &Chunk, name: Range<usize>) -> Option<Index> {
        let parts = Parts::of(self.scan, name.clone())?;
        let found =
            if parts.words > 1 { self.full_name(chunk, &parts) } else { self.one_name(chunk, &parts) };
        let id = match found {
            Match::One(id) => id,
            Match::Several => return None,
            Match::None => self.add(chunk, name, true),
        };
        self.learn_name(id, chunk, parts);
        Some(id)
    }

    /// One who fits a name of several words.
    fn full_name(&self, chunk: &Chunk, parts: &Parts) -> Match {
        let directory = &self.directory;
        if let Some(id) = directory.get(By::Full, parts.full).ids().last() {
            return Match::One(*id);
        }
        let fits = |id: Index| {
            let known = directory.known(id);
            let entity = directory.entity(id);
            let agrees = known.parts.as_ref().is_some_and(|other| parts.agrees(other, self.scan));
            let named = matches!(entity.kind, SpeakerKind::Person | SpeakerKind::Unknown);
            agrees && named && compatible(entity.gender, chunk.gender)
        };
        let family = directory.get(By::Family, parts.last);
        let several = family.ids().iter().filter(|id| fits(**id)).count() > 1;
        // Of two that fit, one with given names of its own fits better than a bare family name.
        let rich = |id: &&Index| {
            fits(**id) && directory.known(**id).parts.as_ref().is_some_and(|other| other.words > 1)
        };
        if let Some(id) = family.ids().iter().rev().find(rich) {
            return Match::One(*id);
        }
        if let Some(id) = family.ids().iter().rev().find(|id| fits(**id)).filter(|_| !several) {
            return Match::One(*id);
        }
        // `Xi` before `Xi Jinping`, `Hillary` before `Hillary Clinton`
        let single = directory.one(By::Family, parts.first, |id| {
            let one = directory.known(id).parts.as_ref().is_some_and(|other| other.words == 1);
            one && matches!(directory.entity(id).kind, SpeakerKind::Person | SpeakerKind::Unknown)
                && chunk.kind == SpeakerKind::Person
                && compatible(directory.entity(id).gender, chunk.gender)
        });
        single.map_or(Match::None, Match::One)
    }

    /// One who fits a single word: a family name, a given name behind `Sir`, the first word of a company.
    fn one_name(&self, chunk: &Chunk, parts: &Parts) -> Match {
        let directory = &self.directory;
        let fits = |id: Index| {
            let entity = directory.entity(id);
            let place = entity.kind == SpeakerKind::Place && chunk.kind == SpeakerKind::Person;
            compatible(entity.gender, chunk.gender) && !place
        };
        let given = directory.one(By::Given, parts.last, fits);
        if self.is_given_title(chunk) {
            if let Some(id) = given {
                return Match::One(id);
            }
        }
        let family = directory.get(By::Family, parts.last);
        // `Castlebeck` is rather short for Castlebeck Rovers than for Radio Castlebeck.
        let body = directory.one(By::First, parts.last, |_| chunk.class == ChunkClass::Name);
        let mut fitting = family.ids().iter().copied().filter(|id| {
            let unknown = directory.entity(*id).kind != SpeakerKind::Person;
            fits(*id) && !(unknown && body.is_some_and(|body| body != *id))
        });
        if let Some(first) = fitting.next() {
            let person = |id: Index| fits(id) && directory.entity(id).kind == SpeakerKind::Person;
            if let Some(id) = directory.one(By::Family, parts.last, person) {
                return Match::One(id);
            }
            return if fitting.next().is_none() {
                Match::One(first)
            } else {
                self.of_several(family.ids(), fits)
            };
        }
        if let Some(id) = given {
            return Match::One(id);
        }
        if directory.get(By::Given, parts.last).ids().len() > 1 {
            return Match::Several;
        }
        // `the Post` behind `the Washington Post`
        let last = || directory.one(By::Last, parts.last, |_| chunk.class == ChunkClass::Name);
        body.or_else(last).map_or(Match::None, Match::One)
    }

    /// Of several of one family name: the only one that is called by it alone, else the only one named of late.
    fn of_several(&self, ids: &[Index], fits: impl Fn(Index) -> bool) -> Match {
        let directory = &self.directory;
        let only = |accept: &dyn Fn(Index) -> bool| {
            let mut found = ids.iter().copied().filter(|id| fits(*id) && accept(*id));
            let first = found.next()?;
            found.next().is_none().then_some(first)
        };
        let bare = only(&|id| directory.known(id).bare);
        let recent = || only(&|id| directory.known(id).sentence + NAMESAKE_SENTENCES >= self.sentence);
        bare.or_else(recent).map_or(Match::Several, Match::One)
    }

    /// `Sir Keir`, `Prince Harry`: titles that stand before the given name.
    fn is_given_title(&self, chunk: &Chunk) -> bool {
        const TITLES: [WordId; 10] = word_set![
            "sir", "dame", "king", "queen", "prince", "princess", "pope", "sister", "brother", "father"
        ];
        chunk.name.start > chunk.tokens.start
            && TITLES.contains(&self.scan.tokens[chunk.name.start as usize - 1].word)
    }

    /// Keeps what a mention by name tells: a fuller name, a title, the gender.
    fn learn_name(&mut self, id: Index, chunk: &Chunk, parts: Parts) {
        let kind = chunk.kind;
        let title = self.title_of(chunk);
        let role = title.clone().map(|title| self.scan.span_of(title));
        self.directory.learn(id, kind, chunk.gender, role);
        if let Some(title) = title {
            self.file_title(id, title, chunk.name.start as usize);
        }
        let old = self.directory.known(id).parts.as_ref().map_or(0, |old| old.words);
        if parts.words == 1 && old > 0 {
            self.directory.known_mut(id).bare = true;
        }
        self.directory.file(By::Full, parts.full, id);
        self.directory.file(By::Family, parts.last, id);
        if parts.words > 1 && parts.initial.is_none() {
            self.directory.file(By::Given, parts.first, id);
        }
        if parts.words > old {
            if old == 1 {
                self.directory.known_mut(id).bare = true;
            }
            self.rename(id, parts.tokens.clone());
            self.directory.known_mut(id).parts = Some(parts);
        } else {
            self.rename(id, parts.tokens);
        }
    }
}
