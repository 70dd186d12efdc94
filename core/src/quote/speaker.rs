//! Who speaks: the mention beside the cue, the entity behind it, and the list of those who speak.

use super::attribution::Attribution;
use super::candidates::{Position, Source};
use crate::index::Index;
use crate::lexicon::Classes;
use crate::mention::{Chunk, ChunkClass, MentionData, Mentions, SpeakerData, SpeakerKind, SpeakerList};
use crate::room::Progress;
use crate::scan::Scan;
use crate::scratch::{Lent, Spare};
use crate::span::Span;
use std::collections::HashMap;
use std::ops::Range;

/// Few articles have more speakers.
const FEW: usize = 8;

/// No index of a speaker.
const NOBODY: u32 = u32::MAX;

/// Collects the speakers of an article.
#[derive(Debug)]
pub(super) struct Speakers<'a> {
    scan: &'a Scan<'a>,
    mentions: &'a Mentions,
    found: Lent<'a, Vec<Option<SpeakerData>>>,
    /// Where each is mentioned.
    mentions_of: Lent<'a, Vec<(u32, Span)>>,
    /// The speaker that each entity is, [`NOBODY`] of one that says nothing.
    by_entity: Lent<'a, Vec<u32>>,
    /// Those who are no entity, by their words in lower case.
    by_name: Lent<'a, HashMap<String, u32>>,
    numbers: Lent<'a, Vec<u32>>,
    order: Lent<'a, Vec<u32>>,
}

/// What speakers are collected in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    found: Spare<Vec<Option<SpeakerData>>>,
    mentions_of: Spare<Vec<(u32, Span)>>,
    by_entity: Spare<Vec<u32>>,
    by_name: Spare<HashMap<String, u32>>,
    numbers: Spare<Vec<u32>>,
    order: Spare<Vec<u32>>,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(scan: &'a Scan<'a>, mentions: &'a Mentions, scratch: &'a mut Scratch) -> Self {
        let Scratch { found, mentions_of, by_entity, by_name, numbers, order } = scratch;
        let (mut found, mut by_entity) = (found.lend(), by_entity.lend());
        found.reserve(FEW.min(mentions.chunks.len()));
        by_entity.resize(mentions.entities.len(), NOBODY);
        Self {
            scan,
            mentions,
            found,
            mentions_of: mentions_of.lend(),
            by_entity,
            by_name: by_name.lend(),
            numbers: numbers.lend(),
            order: order.lend(),
        }
    }

    /// The mention that speaks in an attribution, with its apposition; `known` unless who is meant by it is not.
    pub(super) fn mention(&mut self, source: Source, attribution: &Attribution, known: bool) -> MentionData {
        let chunk = &self.mentions.chunks[source.chunk];
        let tokens = source.tokens();
        let progress = Progress { done: tokens.end, all: self.scan.tokens.len() };
        progress.reserve(&mut self.found, 1);
        let (speaker, tokens) = if source.position == Position::Around {
            (self.part(chunk, &tokens), tokens)
        } else {
            (self.speaker(chunk, known), whole(chunk, attribution))
        };
        let span = self.scan.span_of(tokens);
        progress.reserve(&mut self.mentions_of, 1);
        self.mentions_of.push((speaker, span));
        MentionData { span, speaker }
    }

    /// The speaker that an entity is, where it speaks.
    pub(super) fn of_entity(&self, entity: Index) -> Option<u32> {
        Some(self.by_entity[entity.get()]).filter(|speaker| *speaker != NOBODY)
    }

    fn speaker(&mut self, chunk: &Chunk, known: bool) -> u32 {
        if let Some(entity) = chunk.entity.filter(|_| known) {
            return self.entity(entity);
        }
        let open = matches!(chunk.class, ChunkClass::Pronoun | ChunkClass::Relative);
        self.unknown(name(self.scan, chunk), chunk.kind, !open)
    }

    /// The speaker that a part of a chunk is: the owner of what it names, or the words before a verb.
    fn part(&mut self, chunk: &Chunk, tokens: &Range<usize>) -> u32 {
        let owner = chunk.owner.start as usize..chunk.owner.end as usize;
        match chunk.owner_entity.filter(|_| owner == *tokens) {
            Some(entity) => self.entity(entity),
            None => self.unknown(without_article(self.scan, tokens.clone()), SpeakerKind::Unknown, true),
        }
    }

    fn entity(&mut self, entity: Index) -> u32 {
        let id = &mut self.by_entity[entity.get()];
        if *id == NOBODY {
            *id = self.found.len() as u32;
            let entity = &self.mentions.entities[entity.get()];
            let name = self.scan.str(entity.name).into();
            let role = entity.role.map(|role| self.scan.str(role).into());
            self.found.push(Some(SpeakerData::new(name, entity.kind, role)));
        }
        *id
    }

    /// A speaker who is no entity; the same as another of that name if `same`.
    fn unknown(&mut self, name: Span, kind: SpeakerKind, same: bool) -> u32 {
        let next = self.found.len() as u32;
        let name = self.scan.str(name);
        let id = if same { *self.by_name.entry(name.to_lowercase()).or_insert(next) } else { next };
        if id == next {
            self.found.push(Some(SpeakerData::new(name.into(), kind, None)));
        }
        id
    }

    /// The speakers by first mention, and the new number of each.
    pub(super) fn finish(mut self) -> (SpeakerList, Lent<'a, Vec<u32>>) {
        self.mentions_of.sort_unstable_by_key(|(speaker, span)| (*span, *speaker));
        self.numbers.resize(self.found.len(), NOBODY);
        self.order.reserve_exact(self.found.len());
        for (speaker, _) in self.mentions_of.iter_mut() {
            let number = &mut self.numbers[*speaker as usize];
            if *number == NOBODY {
                *number = self.order.len() as u32;
                self.order.push(*speaker);
            }
            *speaker = *number;
        }
        self.mentions_of.sort_unstable();
        self.mentions_of.dedup();
        let mut list = SpeakerList::with_capacity(self.order.len(), self.mentions_of.len());
        let own = self.mentions_of.chunk_by(|one, next| one.0 == next.0);
        for (old, own) in self.order.iter().zip(own) {
            if let Some(speaker) = self.found[*old as usize].take() {
                list.push(speaker, own.iter().map(|(_, span)| *span));
            }
        }
        (list, self.numbers)
    }
}

/// The words of a chunk without a leading article.
pub(super) fn name(scan: &Scan<'_>, chunk: &Chunk) -> Span {
    without_article(scan, chunk.tokens.start as usize..chunk.tokens.end as usize)
}

fn without_article(scan: &Scan<'_>, tokens: Range<usize>) -> Span {
    let article = tokens.len() > 1 && scan.tokens[tokens.start].any(Classes::ARTICLE);
    scan.span_of(tokens.start + usize::from(article)..tokens.end)
}

/// The tokens of a mention with what belongs to it, as far as cue and content leave them.
fn whole(chunk: &Chunk, attribution: &Attribution) -> Range<usize> {
    let own = chunk.tokens.start as usize..chunk.tokens.end as usize;
    let whole = chunk.whole.start as usize..chunk.whole.end as usize;
    let mut others = attribution.content.iter().chain(std::iter::once(&attribution.site.tokens));
    let free = others.all(|other| other.end <= whole.start || whole.end <= other.start);
    if free && whole.start <= own.start && own.end <= whole.end { whole } else { own }
}
