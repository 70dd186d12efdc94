//! Names of organisations and places: full, by initials, by first or last word.

use super::directory::By;
use super::parts::{key, mix};
use super::{Chunk, Resolver, SpeakerKind};
use crate::index::Index;
use crate::lexicon::{Classes, Gender, Table, tables, word};
use crate::scan::Shape;
use std::ops::Range;

/// How many letters of an acronym count; hardly any has more.
const INITIALS: usize = 8;

impl Resolver<'_, '_> {
    /// A place by its name or its initials.
    pub(super) fn place(&mut self, chunk: &Chunk, name: Range<usize>) -> Index {
        let key = self.words(name.clone());
        if let Some(id) = self.directory.get(By::Place, key).ids().first().copied() {
            return id;
        }
        // `Medina` behind `Rosa Medina`
        let person = |id| self.directory.entity(id).kind == SpeakerKind::Person;
        let family = self.directory.one(By::Family, super::key(self.scan, name.start), person);
        if let Some(id) = family.filter(|_| name.len() == 1) {
            return id;
        }
        // `the US` and `the United States`, whichever comes first.
        let short = name.len() == 1 && self.scan.tokens[name.start].shape.has(Shape::ALL_CAPS);
        let letters = if short { Some(self.acronym_key(name.start)) } else { self.initials(name.clone()) };
        let (here, there) = if short { (By::Short, By::Letters) } else { (By::Letters, By::Short) };
        let place = |id| self.directory.entity(id).kind == SpeakerKind::Place;
        let known = letters.and_then(|letters| self.directory.one(there, letters, place));
        let id = known.unwrap_or_else(|| self.add(chunk, name.clone(), true));
        self.rename(id, name);
        self.directory.file(By::Place, key, id);
        if let Some(letters) = letters {
            self.directory.file(here, letters, id);
        }
        id
    }

    /// An organisation by its full name, its initials or its first word.
    pub(super) fn organization(&mut self, chunk: &Chunk, name: Range<usize>) -> Index {
        let full = self.words(name.clone());
        if let Some(id) = self.directory.get(By::Full, full).ids().first().copied() {
            return id;
        }
        let single = name.len() == 1;
        if single && self.scan.tokens[name.start].shape.has(Shape::ALL_CAPS) {
            let acronym = self.acronym_key(name.start);
            if let Some(id) = self.directory.one(By::Acronym, acronym, |_| true) {
                self.directory.file(By::Full, full, id);
                return id;
            }
            let id = self.add(chunk, name.clone(), true);
            self.directory.file(By::Full, full, id);
            self.directory.file(By::Short, acronym, id);
            return id;
        }
        // `Acme` before or behind `Acme Holdings`
        let first = key(self.scan, name.start);
        let short = |by| self.directory.one(by, first, |_| true).filter(|_| single);
        if let Some(id) = short(By::First).or_else(|| short(By::Last)) {
            return id;
        }
        if let Some(id) = self.short_form(first, &name) {
            self.rename(id, name.clone());
            self.directory.learn(id, SpeakerKind::Organization, Gender::Neuter, None);
            self.file_organization(id, name, full);
            return id;
        }
        // `EPA` before `Environmental Protection Agency`
        let body = |id| self.directory.entity(id).kind != SpeakerKind::Place;
        let letters = self.initials(name.clone());
        let known = letters.and_then(|letters| self.directory.one(By::Short, letters, body));
        let id = known.unwrap_or_else(|| self.add(chunk, name.clone(), true));
        self.rename(id, name.clone());
        self.file_organization(id, name, full);
        id
    }

    /// The entity that has been named by the first word alone of the organisation that is named now.
    fn short_form(&self, first: u64, name: &Range<usize>) -> Option<Index> {
        if name.len() < 2 || !self.has_short_form(name) {
            return None;
        }
        let directory = &self.directory;
        directory.one(By::Family, first, |id| {
            directory.known(id).parts.as_ref().is_some_and(|parts| parts.words == 1)
                && matches!(directory.entity(id).kind, SpeakerKind::Unknown | SpeakerKind::Organization)
        })
    }

    fn file_organization(&mut self, id: Index, name: Range<usize>, full: u64) {
        self.directory.file(By::Full, full, id);
        if name.len() > 1 {
            if self.has_short_form(&name) {
                self.directory.file(By::First, key(self.scan, name.start), id);
            }
            if let Some(acronym) = self.initials(name.clone()) {
                self.directory.file(By::Acronym, acronym, id);
            }
            self.directory.file(By::Last, key(self.scan, name.end - 1), id);
        }
        // The noun that says what it is: `Commission` of `Trade Commission`, `Chamber` of `Chamber of Commerce`.
        let of = name.clone().skip(1).find(|at| self.scan.tokens[*at].word == word!("of"));
        let noun = &self.scan.tokens[of.unwrap_or(name.end) - 1];
        if !noun.any(Classes::ORGANIZATION_NOUN.or(Classes::AGENCY)) || self.is_company(name.end - 1) {
            self.directory.companies.push(id);
        }
        self.file_roles(id, name);
    }

    /// Whether the word at `at` closes the name of a business: `Inc`, `Holdings`.
    pub(super) fn is_company(&self, at: usize) -> bool {
        let suffix = self.scan.entry_at(Table::OrganizationSuffix, at, at + 1);
        suffix.is_some_and(|phrase| tables::ORGANIZATION_SUFFIX[phrase.row as usize].company)
    }

    /// Whether the first word of an organisation's name is used alone: none of the lexicon's, and no place that a
    /// school, a court or a museum is named for.
    fn has_short_form(&self, name: &Range<usize>) -> bool {
        const ORDINARY: Classes = Classes::COMMON
            .or(Classes::PLACE)
            .or(Classes::DEMONYM)
            .or(Classes::GIVEN_NAME)
            .or(Classes::ORGANIZATION_NOUN)
            .or(Classes::ORGANIZATION_SUFFIX)
            .or(Classes::TITLE)
            .or(Classes::ADJECTIVE)
            .or(Classes::FUNCTION);
        let last = &self.scan.tokens[name.end - 1];
        (self.is_company(name.end - 1) || !last.any(Classes::ORGANIZATION_NOUN))
            && !self.scan.tokens[name.start].any(ORDINARY)
    }

    /// The letters of `Environmental Protection Agency`: those of its words with a capital.
    pub(super) fn initials(&self, name: Range<usize>) -> Option<u64> {
        let words = name.filter(|at| self.scan.tokens[*at].is_capital()).take(INITIALS);
        let (mut count, mut letters) = (0, 0);
        for at in words {
            let first = self.scan.word(at).as_bytes().first().copied().unwrap_or(0);
            letters = mix(letters, u64::from(first.to_ascii_lowercase()));
            count += 1;
        }
        (count > 1).then_some(letters)
    }

    pub(super) fn acronym_key(&self, at: usize) -> u64 {
        let letters = self.scan.word(at).bytes().filter(u8::is_ascii_alphabetic).take(INITIALS);
        letters.fold(0, |all, letter| mix(all, u64::from(letter.to_ascii_lowercase())))
    }
}
