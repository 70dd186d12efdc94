//! Who speaks: the mention beside the cue, the entity behind it, and the list of those who speak.

use super::attribution::Attribution;
use super::candidates::{Place, Source};
use crate::lexicon::Classes;
use crate::mention::{Chunk, ChunkClass, MentionData, Mentions, SpeakerData, SpeakerKind};
use crate::room::Progress;
use crate::scan::Scan;
use crate::span::Span;
use std::collections::HashMap;
use std::ops::Range;

/// No index of a speaker.
const NOBODY: u32 = u32::MAX;

/// Collects the speakers of an article.
#[derive(Debug)]
pub(super) struct Speakers<'a> {
    scan: &'a Scan<'a>,
    mentions: &'a Mentions,
    found: Vec<SpeakerData>,
    /// The speaker that each entity is, [`NOBODY`] of one that says nothing.
    by_entity: Vec<u32>,
    /// Those who are no entity, by their words in lower case.
    by_name: HashMap<String, u32>,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(scan: &'a Scan<'a>, mentions: &'a Mentions) -> Self {
        let by_entity = vec![NOBODY; mentions.entities.len()];
        Self { scan, mentions, found: Vec::new(), by_entity, by_name: HashMap::new() }
    }

    /// The mention that speaks in an attribution, with its apposition.
    pub(super) fn mention(&mut self, source: Source, attribution: &Attribution) -> MentionData {
        let chunk = &self.mentions.chunks[source.chunk];
        let tokens = source.tokens();
        Progress { done: tokens.end, all: self.scan.tokens.len() }.reserve(&mut self.found, 1);
        let (speaker, tokens) = if source.place == Place::Around {
            (self.part(chunk, &tokens), tokens)
        } else {
            (self.speaker(chunk), whole(chunk, attribution))
        };
        let span = self.scan.span_of(tokens);
        self.found[speaker as usize].mentions.push(span);
        MentionData { span, speaker }
    }

    /// The speaker that an entity is, where it speaks.
    pub(super) fn of_entity(&self, entity: u32) -> Option<u32> {
        Some(self.by_entity[entity as usize]).filter(|speaker| *speaker != NOBODY)
    }

    fn speaker(&mut self, chunk: &Chunk) -> u32 {
        if let Some(entity) = chunk.entity {
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

    fn entity(&mut self, entity: u32) -> u32 {
        let id = &mut self.by_entity[entity as usize];
        if *id == NOBODY {
            *id = self.found.len() as u32;
            let entity = &self.mentions.entities[entity as usize];
            let name = self.scan.str(entity.name).into();
            let role = entity.role.map(|role| self.scan.str(role).into());
            self.found.push(SpeakerData { name, kind: entity.kind, role, mentions: Vec::new() });
        }
        *id
    }

    /// A speaker who is no entity; the same as another of that name if `same`.
    fn unknown(&mut self, name: Span, kind: SpeakerKind, same: bool) -> u32 {
        let next = self.found.len() as u32;
        let name = self.scan.str(name);
        let id = if same { *self.by_name.entry(name.to_lowercase()).or_insert(next) } else { next };
        if id == next {
            self.found.push(SpeakerData { name: name.into(), kind, role: None, mentions: Vec::new() });
        }
        id
    }

    /// The speakers by first mention, and the new number of each.
    pub(super) fn finish(mut self) -> (Vec<SpeakerData>, Vec<u32>) {
        for speaker in &mut self.found {
            speaker.mentions.sort_unstable();
            speaker.mentions.dedup();
        }
        let mut order: Vec<u32> = (0..self.found.len() as u32).collect();
        order.sort_by_key(|id| self.found[*id as usize].mentions.first().copied());
        let mut numbers = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            numbers[*old as usize] = new as u32;
        }
        let mut speakers: Vec<Option<SpeakerData>> = self.found.into_iter().map(Some).collect();
        let sorted = order.iter().filter_map(|old| speakers[*old as usize].take()).collect();
        (sorted, numbers)
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
