//! Who is who: which names and noun phrases of an article are of one entity.

mod apposition;
mod body;
mod directory;
mod parts;
mod person;
mod pronoun;
mod role;
mod standing;

pub(super) use directory::Scratch;
pub(super) use pronoun::Settling;
pub(crate) use pronoun::settle;

use super::tag::{Tag, is_plural};
use super::{Chunk, ChunkClass, Entity, Mentions, SpeakerKind};
use crate::index::Index;
use crate::lexicon::Classes;
use crate::name;
use crate::scan::{Kind, Scan, Tokens};
use crate::sentence::SentenceData;
use directory::{By, Directory, Known, compatible};
use parts::{key, mix};
use std::ops::Range;

/// For how many sentences `the mayor` goes on to be the one that was named.
const ROLE_SENTENCES: u32 = 12;

/// How many words of a noun phrase tell it from another.
const PHRASE_WORDS: usize = 16;

/// Finds the entities, and gives each chunk that is a name or a noun phrase its own.
pub(super) fn all(
    scan: &Scan<'_>,
    sentences: &[SentenceData],
    mentions: &mut Mentions,
    scratch: &mut Scratch,
) {
    let Mentions { chunks, entities, tags, .. } = mentions;
    let directory = Directory::for_chunks(chunks.len(), entities, scratch);
    let mut resolver = Resolver { scan, tags, chunks, directory, sentence: 0 };
    let mut next = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        resolver.sentence = number as u32;
        while resolver
            .chunks
            .get(next)
            .is_some_and(|chunk| (chunk.tokens.start as usize) < sentence.range().end)
        {
            resolver.chunk(next, sentence.range().end);
            next += 1;
        }
    }
}

struct Resolver<'s, 't> {
    scan: &'s Scan<'t>,
    tags: &'s [Tag],
    chunks: &'s mut [Chunk],
    directory: Directory<'s>,
    sentence: u32,
}

impl Resolver<'_, '_> {
    /// Finds the entity of a chunk; `end` is that of its sentence.
    fn chunk(&mut self, index: usize, end: usize) {
        // Pronouns are left to `settle`, when it is known who speaks.
        let pronoun = matches!(self.chunks[index].class, ChunkClass::Pronoun | ChunkClass::Relative);
        if self.chunks[index].entity.is_none() && !pronoun {
            let chunk = self.chunks[index].clone();
            if !chunk.owner.is_empty() && self.tags[chunk.owner.start as usize] == Tag::Name {
                self.chunks[index].owner_entity = self.owner(&chunk);
            }
            let found = if chunk.is_proper() { self.name(&chunk) } else { self.noun(&chunk) };
            self.set(index, found);
        }
        if self.chunks[index].entity.is_some() {
            self.appose(index, end);
        }
    }

    fn set(&mut self, index: usize, entity: Option<Index>) {
        self.chunks[index].entity = entity;
        if let Some(id) = entity {
            self.directory.known_mut(id).sentence = self.sentence;
        }
    }

    /// The one whose lawyer, ministry or speech it is, by name: `Trump’s lawyer`.
    fn owner(&mut self, chunk: &Chunk) -> Option<Index> {
        let (start, end) = (chunk.owner.start as usize, chunk.owner.end as usize);
        let (_, name) = name::read(Tokens::new(self.scan, start, end)).ok()?;
        if name.name.is_empty() || name.name.end < end {
            return None;
        }
        let named = Chunk {
            tokens: chunk.owner.clone(),
            head: chunk.owner.end - 1,
            name: name.name.start as u32..name.name.end as u32,
            class: if name.title.is_empty() { ChunkClass::Name } else { ChunkClass::TitledName },
            kind: SpeakerKind::from(name.kind),
            gender: name.gender,
            plural: false,
            owner: 0..0,
            ..chunk.clone()
        };
        self.name(&named)
    }

    /// The entity of a chunk with a proper name.
    fn name(&mut self, chunk: &Chunk) -> Option<Index> {
        let name = chunk.name.start as usize..chunk.name.end as usize;
        match chunk.kind {
            SpeakerKind::Place => Some(self.place(chunk, name)),
            SpeakerKind::Group => Some(self.phrase(chunk, name)),
            SpeakerKind::Organization => Some(self.organization(chunk, name)),
            _ => self.person(chunk, name),
        }
    }

    /// Takes a name that is fuller than the one known, or the same less shouted.
    fn rename(&mut self, id: Index, name: Range<usize>) {
        let span = self.scan.span_of(name.clone());
        let (new, old) = (self.scan.str(span), self.scan.str(self.directory.entity(id).name));
        if new == old {
            return;
        }
        let (words, known) = (self.count(name), self.directory.known(id).words);
        let shouted = |name: &str| !name.chars().any(char::is_lowercase);
        if words > known || words == known && shouted(old) && !shouted(new) {
            self.directory.entity_mut(id).name = span;
            self.directory.known_mut(id).words = words;
        }
    }

    /// How many words a name has, by the space between them.
    fn count(&self, name: Range<usize>) -> u32 {
        1 + name.skip(1).filter(|at| !self.scan.tokens[*at].is_glued()).count() as u32
    }

    fn add(&mut self, chunk: &Chunk, name: Range<usize>, proper: bool) -> Index {
        let words = self.count(name.clone());
        let entity = Entity {
            name: self.scan.span_of(name),
            kind: chunk.kind,
            role: None,
            gender: chunk.gender,
            plural: chunk.plural,
        };
        self.directory.add(entity, Known { parts: None, sentence: self.sentence, bare: false, proper, words })
    }

    /// The key of a run of words.
    fn words(&self, tokens: Range<usize>) -> u64 {
        let words = tokens.filter(|at| !matches!(self.scan.tokens[*at].kind, Kind::Period | Kind::Hyphen));
        words.take(PHRASE_WORDS).fold(0, |all, at| mix(all, key(self.scan, at)))
    }
}
