//! Noun phrases that name by what one is: `the mayor`, `the ministry`, `officials`, `a report`.

use super::{By, Chunk, ChunkClass, Classes, ROLE_SENTENCES, Resolver, SpeakerKind, is_plural, key};
use crate::index::Index;
use crate::lexicon::{self, Table, TitleClass, tables};
use crate::scan::Kind;
use std::ops::Range;

/// What a business is called.
const COMPANY: [u32; 2] = [lexicon::hash("company"), lexicon::hash("firm")];

/// How many words of a title are asked for the office that they stand for; the last of a longer one tell it.
const TITLE_WORDS: usize = 4;

/// How many businesses are looked at for `the company`.
const COMPANIES: usize = 8;

impl Resolver<'_, '_> {
    /// The entity of a noun phrase without a proper name.
    pub(super) fn noun(&mut self, chunk: &Chunk) -> Option<Index> {
        if chunk.kind == SpeakerKind::Unknown {
            return self.by_last_word(chunk);
        }
        let name = chunk.name.start as usize..chunk.name.end as usize;
        let named = chunk.class == ChunkClass::Definite && chunk.owner.is_empty();
        if named && !chunk.plural {
            let by_role = if self.is_mere_company(chunk) { self.sole_company() } else { self.by_role(chunk) };
            // `the district` may be a body, too.
            let place = chunk.kind == SpeakerKind::Place;
            if let Some(id) = by_role.or_else(|| self.by_last_word(chunk).filter(|_| place)) {
                return Some(id);
            }
        }
        // Each `a man` is another.
        let new = chunk.class == ChunkClass::Indefinite && chunk.kind == SpeakerKind::Person;
        if new {
            let words = self.words(name.clone());
            return Some(self.add_phrase(chunk, name, words));
        }
        Some(self.phrase(chunk, name))
    }

    /// One that the same words have named before, or a new one.
    pub(super) fn phrase(&mut self, chunk: &Chunk, name: Range<usize>) -> Index {
        let words = self.words(name.clone());
        // The phrase of an unknown owner is another's each time.
        let own = chunk.owner_entity.is_none() && !chunk.owner.is_empty();
        if !own {
            if let Some(id) = self.directory.get(By::Phrase, words).ids().last().copied() {
                self.rename(id, name);
                return id;
            }
        }
        self.add_phrase(chunk, name, words)
    }

    /// Adds the entity of a noun phrase, filed under its words and its noun.
    fn add_phrase(&mut self, chunk: &Chunk, name: Range<usize>, words: u64) -> Index {
        let id = self.add(chunk, name, false);
        self.directory.file(By::Phrase, words, id);
        if !chunk.plural {
            self.directory.file(By::Role, key(self.scan, chunk.head as usize), id);
        }
        id
    }

    /// Whether an entity has been named of late.
    fn is_recent(&self, id: Index) -> bool {
        self.directory.known(id).sentence + ROLE_SENTENCES >= self.sentence
    }

    /// The only one of whom it has been said that they are what the phrase says, or that has been said so of late.
    fn by_role(&self, chunk: &Chunk) -> Option<Index> {
        let head = key(self.scan, chunk.head as usize);
        let sole = self.directory.get(By::Role, head).ids().len() == 1;
        let fits = |id: Index| {
            let recent = sole || self.is_recent(id);
            let entity = self.directory.entity(id);
            let kind = entity.kind == chunk.kind || entity.kind == SpeakerKind::Unknown;
            recent && kind && super::compatible(entity.gender, chunk.gender) && self.modifiers_fit(chunk, id)
        };
        // `Premier digs in` of a headline is the one who is named below it.
        let named = |id: Index| fits(id) && self.directory.known(id).proper;
        let one = self.directory.one(By::Role, head, fits);
        one.or_else(|| self.directory.one(By::Role, head, named))
    }

    /// `the forum`, where only one organisation whose name ends so has been named of late.
    fn by_last_word(&self, chunk: &Chunk) -> Option<Index> {
        let plain = chunk.class == ChunkClass::Definite && !chunk.plural && chunk.owner.is_empty();
        if !plain || chunk.name.len() != 1 {
            return None;
        }
        self.directory.one(By::Last, key(self.scan, chunk.head as usize), |id| self.is_recent(id))
    }

    /// `the company`, which says nothing that tells it from another.
    fn is_mere_company(&self, chunk: &Chunk) -> bool {
        chunk.name.len() == 1 && COMPANY.contains(&self.scan.tokens[chunk.head as usize].hash)
    }

    /// The only business that has been named of late.
    fn sole_company(&self) -> Option<Index> {
        let recent = |id: &&Index| self.is_recent(**id);
        let mut found = self.directory.companies.iter().rev().take(COMPANIES).filter(recent);
        let id = *found.next()?;
        found.all(|other| *other == id).then_some(id)
    }

    /// Whether what stands before the noun has been said of the entity too: `the Kremlin spokesman`.
    fn modifiers_fit(&self, chunk: &Chunk, id: Index) -> bool {
        let (start, head) = (chunk.name.start as usize, chunk.head as usize);
        if head + 1 < chunk.name.end as usize {
            return false;
        }
        let entity = self.directory.entity(id);
        let said = |word: u64| {
            [entity.role, Some(entity.name)].into_iter().flatten().any(|span| {
                self.scan.tokens_in(span).take(super::PHRASE_WORDS).any(|at| key(self.scan, at) == word)
            })
        };
        (start..head).all(|at| !self.scan.tokens[at].is_word() || said(key(self.scan, at)))
    }

    /// The title before a name as it is written, without determiner and forms of address.
    pub(super) fn title_of(&self, chunk: &Chunk) -> Option<Range<usize>> {
        let (mut start, mut end) = (chunk.tokens.start as usize, chunk.name.start as usize);
        while start < end && self.scan.tokens[start].any(Classes::ARTICLE.or(Classes::DETERMINER)) {
            start += 1;
        }
        // The stop of `Gov.` stays, that of `Mr.` goes with it.
        loop {
            let stop = end > start && self.scan.tokens[end - 1].is(Kind::Period);
            if self.ends_in_honorific(start, end - usize::from(stop)) {
                end -= 1 + usize::from(stop);
            } else if end > start && !stop && !self.scan.tokens[end - 1].is_word() {
                end -= 1;
            } else {
                break;
            }
        }
        let says = (start..end).any(|at| self.scan.tokens[at].any(Classes::TITLE.or(Classes::PERSON_NOUN)));
        (start < end && says).then_some(start..end)
    }

    fn ends_in_honorific(&self, start: usize, end: usize) -> bool {
        end > start && self.scan.tokens[end - 1].any(Classes::HONORIFIC) && {
            let row = self.scan.entry_at(Table::Title, end - 1, end).map(|phrase| phrase.row);
            row.is_none_or(|row| tables::TITLE[row as usize].class == TitleClass::Honorific)
        }
    }

    /// Files a person under the last word of the title: `the mayor` behind `Mayor Dana Whitfield`.
    pub(super) fn file_title(&mut self, id: Index, tokens: Range<usize>, end: usize) {
        if let Some(last) = tokens.clone().rev().find(|at| self.scan.tokens[*at].is_word()) {
            self.directory.file(By::Role, key(self.scan, last), id);
        }
        // `the governor` behind `Gov.`
        for at in tokens.rev().take(TITLE_WORDS) {
            let row = self.scan.entry_at(Table::TitleNoun, at, end);
            for noun in row.map_or(&[][..], |phrase| tables::TITLE_NOUN[phrase.row as usize].nouns) {
                self.directory.file(By::Role, u64::from(lexicon::lookup(noun).1), id);
            }
        }
    }

    /// Files an organisation under the words of its name that say what it is, and companies as such.
    pub(super) fn file_roles(&mut self, id: Index, name: Range<usize>) {
        const BODY: Classes = Classes::ORGANIZATION_NOUN.or(Classes::GROUP_NOUN);
        for at in name.take(super::PHRASE_WORDS) {
            let token = &self.scan.tokens[at];
            // `Acme Holdings` is a company without saying so.
            if self.is_company(at) && token.is_capital() {
                for word in COMPANY {
                    self.directory.file(By::Role, u64::from(word), id);
                }
            }
            if token.any(BODY) && token.is_capital() && !is_plural(self.scan, at) {
                self.directory.file(By::Role, key(self.scan, at), id);
            }
        }
    }
}
