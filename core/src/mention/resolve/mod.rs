//! Who is who: which names and noun phrases of an article are of one entity.

mod apposition;
mod directory;
mod parts;
mod pronoun;
mod role;

pub(crate) use pronoun::settle;

use super::tag::{Tag, is_plural};
use super::{Chunk, ChunkClass, Entity, SpeakerKind};
use crate::lexicon::{Classes, Gender, Table, tables};
use crate::scan::{Kind, Scan, Shape};
use crate::sentence::SentenceData;
use directory::{By, Directory, compatible};
use parts::{Parts, key, mix};
use std::ops::Range;

/// For how many sentences `the mayor` goes on to be the one that was named.
const ROLE_SENTENCES: u32 = 12;

/// How many words of a noun phrase tell it from another.
const PHRASE_WORDS: usize = 16;

/// Gives each chunk that is a name or a noun phrase its entity, and returns the entities.
pub(super) fn all(
    scan: &Scan<'_>,
    sentences: &[SentenceData],
    tags: &[Tag],
    chunks: &mut [Chunk],
) -> Vec<Entity> {
    let mut resolver = Resolver { scan, tags, chunks, directory: Directory::default(), sentence: 0 };
    let mut next = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        resolver.sentence = number as u32;
        while resolver
            .chunks
            .get(next)
            .is_some_and(|chunk| (chunk.tokens.start as usize) < sentence.tokens.end)
        {
            resolver.chunk(next, sentence.tokens.end);
            next += 1;
        }
    }
    resolver.directory.entities
}

struct Resolver<'s, 't> {
    scan: &'s Scan<'t>,
    tags: &'s [Tag],
    chunks: &'s mut [Chunk],
    directory: Directory,
    sentence: u32,
}

impl Resolver<'_, '_> {
    /// Finds the entity of a chunk; `end` is that of its sentence.
    fn chunk(&mut self, index: usize, end: usize) {
        if self.chunks[index].entity.is_none() {
            let chunk = self.chunks[index].clone();
            if !chunk.owner.is_empty() && self.tags[chunk.owner.start as usize] == Tag::Name {
                self.chunks[index].owner_entity = self.owner(&chunk);
            }
            let found = match chunk.class {
                ChunkClass::Pronoun | ChunkClass::Relative => None,
                _ if chunk.is_proper() => self.name(&chunk),
                _ => self.noun(&chunk),
            };
            self.set(index, found);
        }
        if self.chunks[index].entity.is_some() {
            self.appose(index, end);
        }
    }

    fn set(&mut self, index: usize, entity: Option<u32>) {
        self.chunks[index].entity = entity;
        if let Some(id) = entity {
            self.directory.known_mut(id).sentence = self.sentence;
        }
    }

    /// The one whose lawyer, ministry or speech it is, by name: `Trump’s lawyer`.
    fn owner(&mut self, chunk: &Chunk) -> Option<u32> {
        let owner = chunk.owner.start as usize..chunk.owner.end as usize;
        let kind = crate::name::kind_of(self.scan, owner.clone());
        let named = Chunk {
            tokens: chunk.owner.clone(),
            head: chunk.owner.end - 1,
            name: chunk.owner.clone(),
            class: ChunkClass::Name,
            kind: SpeakerKind::from(kind),
            gender: crate::name::gender_of(self.scan, owner),
            plural: false,
            owner: 0..0,
            ..chunk.clone()
        };
        self.name(&named)
    }

    /// The entity of a chunk with a proper name.
    fn name(&mut self, chunk: &Chunk) -> Option<u32> {
        let name = chunk.name.start as usize..chunk.name.end as usize;
        match chunk.kind {
            SpeakerKind::Place => Some(self.place(chunk, name)),
            SpeakerKind::Group => Some(self.phrase(chunk, name)),
            SpeakerKind::Organization => Some(self.organization(chunk, name)),
            _ => self.person(chunk, name),
        }
    }

    /// A place by its name or its initials.
    fn place(&mut self, chunk: &Chunk, name: Range<usize>) -> u32 {
        let key = self.words(name.clone());
        if let Some(id) = self.directory.get(By::Place, key).ids().first().copied() {
            return id;
        }
        // `the US` and `the United States`, whichever comes first.
        let short = name.len() == 1 && self.scan.tokens[name.start].shape.has(Shape::ALL_CAPS);
        let letters = if short { Some(self.acronym_key(name.start)) } else { self.initials(name.clone()) };
        let (here, there) = if short { (By::Short, By::Letters) } else { (By::Letters, By::Short) };
        let known = letters.and_then(|letters| self.directory.one(there, letters, |_| true));
        let id = known.unwrap_or_else(|| self.add(chunk, name.clone(), true));
        self.rename(id, name);
        self.directory.file(By::Place, key, id);
        if let Some(letters) = letters {
            self.directory.file(here, letters, id);
        }
        id
    }

    /// An organisation by its full name, its initials or its first word.
    fn organization(&mut self, chunk: &Chunk, name: Range<usize>) -> u32 {
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
        let known =
            self.initials(name.clone()).and_then(|letters| self.directory.one(By::Short, letters, |_| true));
        let id = known.unwrap_or_else(|| self.add(chunk, name.clone(), true));
        self.rename(id, name.clone());
        self.file_organization(id, name, full);
        id
    }

    /// The entity that has been named by the first word alone of the organisation that is named now.
    fn short_form(&self, first: u64, name: &Range<usize>) -> Option<u32> {
        if name.len() < 2 || !self.has_short_form(name) {
            return None;
        }
        let directory = &self.directory;
        directory.one(By::Family, first, |id| {
            directory.known(id).parts.as_ref().is_some_and(|parts| parts.words == 1)
                && matches!(directory.entity(id).kind, SpeakerKind::Unknown | SpeakerKind::Organization)
        })
    }

    fn file_organization(&mut self, id: u32, name: Range<usize>, full: u64) {
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
        let last = &self.scan.tokens[name.end - 1];
        if !last.any(Classes::ORGANIZATION_NOUN.or(Classes::AGENCY)) || self.is_company(name.end - 1) {
            self.directory.companies.push(id);
        }
        self.file_roles(id, name);
    }

    /// Whether the word at `at` closes the name of a business: `Inc`, `Holdings`.
    fn is_company(&self, at: usize) -> bool {
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
    fn initials(&self, name: Range<usize>) -> Option<u64> {
        let words = name.filter(|at| self.scan.tokens[*at].is_capital()).take(8);
        let (mut count, mut letters) = (0, 0);
        for at in words {
            let first = self.scan.word(at).as_bytes().first().copied().unwrap_or(0);
            letters = mix(letters, u64::from(first.to_ascii_lowercase()));
            count += 1;
        }
        (count > 1).then_some(letters)
    }

    fn acronym_key(&self, at: usize) -> u64 {
        let letters = self.scan.word(at).bytes().filter(u8::is_ascii_alphabetic).take(8);
        letters.fold(0, |all, letter| mix(all, u64::from(letter.to_ascii_lowercase())))
    }

    /// A person, or a name that does not tell what it names.
    fn person(&mut self, chunk: &Chunk, name: Range<usize>) -> Option<u32> {
        let parts = Parts::of(self.scan, name.clone())?;
        let found =
            if parts.words > 1 { self.full_name(chunk, &parts) } else { self.one_name(chunk, &parts) };
        let id = match found {
            Found::One(id) => id,
            Found::Several => return None,
            Found::None => self.add(chunk, name, true),
        };
        self.learn_name(id, chunk, parts);
        Some(id)
    }

    /// One who fits a name of several words.
    fn full_name(&self, chunk: &Chunk, parts: &Parts) -> Found {
        let directory = &self.directory;
        if let Some(id) = directory.get(By::Full, parts.full).ids().last() {
            return Found::One(*id);
        }
        let fits = |id: u32| {
            let known = directory.known(id);
            let entity = directory.entity(id);
            let agrees = known.parts.as_ref().is_some_and(|other| parts.agrees(other, self.scan));
            let named = matches!(entity.kind, SpeakerKind::Person | SpeakerKind::Unknown);
            agrees && named && compatible(entity.gender, chunk.gender)
        };
        let family = directory.get(By::Family, parts.last);
        let several = family.ids().iter().filter(|id| fits(**id)).count() > 1;
        // Of two that fit, one with given names of its own fits better than a bare family name.
        let rich = |id: &&u32| {
            fits(**id) && directory.known(**id).parts.as_ref().is_some_and(|other| other.words > 1)
        };
        if let Some(id) = family.ids().iter().rev().find(rich) {
            return Found::One(*id);
        }
        if let Some(id) = family.ids().iter().rev().find(|id| fits(**id)).filter(|_| !several) {
            return Found::One(*id);
        }
        // `Xi` before `Xi Jinping`, `Hillary` before `Hillary Clinton`
        let single = directory.one(By::Family, parts.first, |id| {
            let one = directory.known(id).parts.as_ref().is_some_and(|other| other.words == 1);
            one && matches!(directory.entity(id).kind, SpeakerKind::Person | SpeakerKind::Unknown)
                && chunk.kind == SpeakerKind::Person
                && compatible(directory.entity(id).gender, chunk.gender)
        });
        single.map_or(Found::None, Found::One)
    }

    /// One who fits a single word: a family name, a given name behind `Sir`, the first word of a company.
    fn one_name(&self, chunk: &Chunk, parts: &Parts) -> Found {
        let directory = &self.directory;
        let fits = |id: u32| {
            let entity = directory.entity(id);
            let place = entity.kind == SpeakerKind::Place && chunk.kind == SpeakerKind::Person;
            compatible(entity.gender, chunk.gender) && !place
        };
        let given = directory.one(By::Given, parts.last, fits);
        if self.is_given_title(chunk) {
            if let Some(id) = given {
                return Found::One(id);
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
            let person = |id: u32| fits(id) && directory.entity(id).kind == SpeakerKind::Person;
            if let Some(id) = directory.one(By::Family, parts.last, person) {
                return Found::One(id);
            }
            return if fitting.next().is_none() {
                Found::One(first)
            } else {
                self.of_several(family.ids(), fits)
            };
        }
        if let Some(id) = given {
            return Found::One(id);
        }
        if directory.get(By::Given, parts.last).ids().len() > 1 {
            return Found::Several;
        }
        // `the Post` behind `the Washington Post`
        let last = || directory.one(By::Last, parts.last, |_| chunk.class == ChunkClass::Name);
        body.or_else(last).map_or(Found::None, Found::One)
    }

    /// Of several of one family name: the only one that is called by it alone, else the only one named of late.
    fn of_several(&self, ids: &[u32], fits: impl Fn(u32) -> bool) -> Found {
        let directory = &self.directory;
        let only = |accept: &dyn Fn(u32) -> bool| {
            let mut found = ids.iter().copied().filter(|id| fits(*id) && accept(*id));
            let first = found.next()?;
            found.next().is_none().then_some(first)
        };
        let bare = only(&|id| directory.known(id).bare);
        let recent = || only(&|id| directory.known(id).sentence + 2 >= self.sentence);
        bare.or_else(recent).map_or(Found::Several, Found::One)
    }

    /// `Sir Keir`, `Prince Harry`: titles that stand before the given name.
    fn is_given_title(&self, chunk: &Chunk) -> bool {
        const TITLES: [&str; 10] =
            ["sir", "dame", "king", "queen", "prince", "princess", "pope", "sister", "brother", "father"];
        chunk.name.start > chunk.tokens.start
            && TITLES
                .iter()
                .any(|title| self.scan.word(chunk.name.start as usize - 1).eq_ignore_ascii_case(title))
    }

    /// Keeps what a mention by name tells: a fuller name, a title, the gender.
    fn learn_name(&mut self, id: u32, chunk: &Chunk, parts: Parts) {
        let kind = chunk.kind;
        self.directory.learn(id, kind, chunk.gender, self.title_of(chunk));
        self.file_title(id, chunk);
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

    /// Takes a name that is fuller than the one known, or the same less shouted.
    fn rename(&mut self, id: u32, name: Range<usize>) {
        let span = self.scan.span_of(name);
        let (new, old) = (self.scan.str(span), self.scan.str(self.directory.entity(id).name));
        let words = |name: &str| name.split_whitespace().count();
        let shouted = |name: &str| !name.chars().any(char::is_lowercase);
        let calmer = shouted(old) && !shouted(new) && words(new) >= words(old);
        if words(new) > words(old) || calmer {
            self.directory.entity_mut(id).name = span;
        }
    }

    fn add(&mut self, chunk: &Chunk, name: Range<usize>, proper: bool) -> u32 {
        let entity = Entity {
            name: self.scan.span_of(name),
            kind: chunk.kind,
            role: None,
            gender: chunk.gender,
            plural: chunk.plural,
        };
        self.directory.add(entity, self.sentence, proper)
    }

    /// The key of a run of words.
    fn words(&self, tokens: Range<usize>) -> u64 {
        let words = tokens.filter(|at| !matches!(self.scan.tokens[*at].kind, Kind::Period | Kind::Hyphen));
        words.take(PHRASE_WORDS).fold(0, |all, at| mix(all, key(self.scan, at)))
    }
}

/// What a look-up gives.
enum Found {
    One(u32),
    /// Two or more fit, and nothing tells which is meant.
    Several,
    None,
}
