//! Who has been named so far, found by names, words, initials and roles.

use super::parts::{Parts, mix};
use crate::index::Index;
use crate::keyed::Keyed;
use crate::lexicon::Gender;
use crate::mention::{Entity, SpeakerKind};
use crate::scratch::{Lent, Spare};
use crate::span::Span;

/// By what an entity is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum By {
    /// All words of the name.
    Full,
    Family,
    Given,
    /// The first word of an organisation's name.
    First,
    /// The last word of an organisation's name.
    Last,
    /// The initials of an organisation's name.
    Acronym,
    /// The words of a noun phrase without its article.
    Phrase,
    /// A noun that says what the entity is: `mayor`, `ministry`, `report`.
    Role,
    /// The words of a place's name.
    Place,
    /// The initials of a place's name.
    Letters,
    /// The letters of a name that is written by initials alone.
    Short,
}

/// How many entities of one key are kept: more than two leave the text unsettled anyhow.
const KEPT: usize = 4;

/// No entity.
const NOBODY: Index = Index::new(u32::MAX);

/// The last entities of one key, from the first to the last added.
#[derive(Clone, Copy, Debug)]
pub(super) struct Few([Index; KEPT]);

impl Default for Few {
    fn default() -> Self {
        Self([NOBODY; KEPT])
    }
}

impl Few {
    fn add(&mut self, id: Index) {
        match self.0.iter().position(|other| *other == id || *other == NOBODY) {
            Some(place) => self.0[place] = id,
            None => {
                self.0.rotate_left(1);
                self.0[KEPT - 1] = id;
            }
        }
    }

    pub(super) fn ids(&self) -> &[Index] {
        &self.0[..self.0.iter().position(|id| *id == NOBODY).unwrap_or(KEPT)]
    }
}

/// What is known of an entity beyond what later stages ask for.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) parts: Option<Parts>,
    /// The sentence of its last mention.
    pub(super) sentence: u32,
    /// It has been named by its family name alone.
    pub(super) bare: bool,
    /// A place, body or person with a name of its own, not a mere noun phrase.
    pub(super) proper: bool,
    /// How many words its name has.
    pub(super) words: u32,
}

/// The entities of an article.
pub(super) struct Directory<'a> {
    entities: &'a mut Vec<Entity>,
    known: Lent<'a, Vec<Known>>,
    /// Businesses, and what may be one, by first mention.
    pub(super) companies: Lent<'a, Vec<Index>>,
    index: Lent<'a, Keyed<u64, Few>>,
}

/// What a directory is kept in.
#[derive(Debug, Default)]
pub(in crate::mention) struct Scratch {
    known: Spare<Vec<Known>>,
    companies: Spare<Vec<Index>>,
    index: Spare<Keyed<u64, Few>>,
}

impl<'a> Directory<'a> {
    /// A directory with room for what an article of so many chunks names: about one entity in eight, under four keys. A text
    /// that is longer than articles are may name nobody.
    pub(super) fn for_chunks(count: usize, entities: &'a mut Vec<Entity>, scratch: &'a mut Scratch) -> Self {
        let Scratch { known, companies, index } = scratch;
        let (mut known, mut index) = (known.lend(), index.lend());
        let few = (count / 8).min(256) + 8;
        entities.reserve(few);
        known.reserve(few);
        index.reserve(4 * few);
        Self { entities, known, companies: companies.lend(), index }
    }

    pub(super) fn get(&self, by: By, key: u64) -> Few {
        self.index.get(&mix(key, by as u64 + 1)).copied().unwrap_or_default()
    }

    /// The one entity of a key that `accept` takes; nothing where there are several.
    pub(super) fn one(&self, by: By, key: u64, accept: impl Fn(Index) -> bool) -> Option<Index> {
        let few = self.get(by, key);
        let mut fitting = few.ids().iter().copied().filter(|id| accept(*id));
        let found = fitting.next()?;
        fitting.next().is_none().then_some(found)
    }

    pub(super) fn file(&mut self, by: By, key: u64, id: Index) {
        self.index.entry(mix(key, by as u64 + 1)).or_default().add(id);
    }

    pub(super) fn add(&mut self, entity: Entity, known: Known) -> Index {
        let id = Index::new(self.entities.len() as u32);
        self.entities.push(entity);
        self.known.push(known);
        id
    }

    pub(super) fn entity(&self, id: Index) -> &Entity {
        &self.entities[id.get()]
    }

    pub(super) fn entity_mut(&mut self, id: Index) -> &mut Entity {
        &mut self.entities[id.get()]
    }

    pub(super) fn known(&self, id: Index) -> &Known {
        &self.known[id.get()]
    }

    pub(super) fn known_mut(&mut self, id: Index) -> &mut Known {
        &mut self.known[id.get()]
    }

    /// Adds what a mention tells of an entity to what is known of it.
    pub(super) fn learn(&mut self, id: Index, kind: SpeakerKind, gender: Gender, role: Option<Span>) {
        let entity = self.entity_mut(id);
        if entity.kind == SpeakerKind::Unknown {
            entity.kind = kind;
        }
        if entity.gender == Gender::Unknown {
            entity.gender = gender;
        }
        entity.role = entity.role.or(role);
    }
}

/// Whether two genders can be of one person.
pub(super) fn compatible(one: Gender, other: Gender) -> bool {
    one == other || one == Gender::Unknown || other == Gender::Unknown
}
