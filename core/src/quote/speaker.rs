//! Who speaks: the mention beside the cue, the entity behind it, and the list of those who speak.

use crate::lexicon::Classes;
use crate::mention::{Chunk, ChunkClass, MentionData, Mentions, SpeakerData, Tag};
use crate::scan::{Kind, Scan};
use crate::span::Span;
use std::collections::HashMap;
use std::ops::Range;

/// Words that an apposition may have to be taken into a mention.
const APPOSITION: usize = 15;

/// Collects the speakers of an article.
#[derive(Debug)]
pub(super) struct Speakers<'a> {
    scan: &'a Scan<'a>,
    mentions: &'a Mentions,
    found: Vec<SpeakerData>,
    by_entity: HashMap<u32, u32>,
    /// Those who are no entity, by their words in lower case.
    by_name: HashMap<String, u32>,
}

impl<'a> Speakers<'a> {
    pub(super) fn new(scan: &'a Scan<'a>, mentions: &'a Mentions) -> Self {
        Self { scan, mentions, found: Vec::new(), by_entity: HashMap::new(), by_name: HashMap::new() }
    }

    /// The mention of a chunk as a speaker.
    pub(super) fn mention(&mut self, chunk: usize, tokens: Range<usize>) -> MentionData {
        let speaker = self.speaker(&self.mentions.chunks[chunk]);
        let span = self.scan.span_of(tokens);
        self.found[speaker as usize].mentions.push(span);
        MentionData { span, speaker }
    }

    /// The speaker that an entity is, where it speaks.
    pub(super) fn of_entity(&self, entity: u32) -> Option<u32> {
        self.by_entity.get(&entity).copied()
    }

    fn speaker(&mut self, chunk: &Chunk) -> u32 {
        let next = self.found.len() as u32;
        if let Some(entity) = chunk.entity {
            let id = *self.by_entity.entry(entity).or_insert(next);
            if id == next {
                let entity = &self.mentions.entities[entity as usize];
                let name = self.scan.str(entity.name).into();
                let role = entity.role.map(|role| self.scan.str(role).into());
                self.found.push(SpeakerData { name, kind: entity.kind, role, mentions: Vec::new() });
            }
            return id;
        }
        let name = self.scan.str(name(self.scan, chunk));
        let open = matches!(chunk.class, ChunkClass::Pronoun | ChunkClass::Relative);
        let id = if open { next } else { *self.by_name.entry(name.to_lowercase()).or_insert(next) };
        if id == next {
            self.found.push(SpeakerData {
                name: name.into(),
                kind: chunk.kind,
                role: None,
                mentions: Vec::new(),
            });
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
    let (start, end) = (chunk.tokens.start as usize, chunk.tokens.end as usize);
    let article = end > start + 1 && scan.tokens[start].any(Classes::ARTICLE);
    scan.span_of(start + usize::from(article)..end)
}

/// The tokens of a mention with the apposition right behind it: `Flynn, a retired general`.
pub(super) fn with_apposition(
    scan: &Scan<'_>,
    mentions: &Mentions,
    chunk: usize,
    cue: &Range<usize>,
) -> Range<usize> {
    let own = &mentions.chunks[chunk];
    let tokens = own.tokens.start as usize..own.tokens.end as usize;
    if !matches!(own.class, ChunkClass::Name | ChunkClass::TitledName) || tokens.end + 2 > cue.start {
        return tokens;
    }
    // Only one that the cue follows: what stands behind an inverted speaker may be anything.
    let gap = tokens.end..cue.start;
    let commas = [gap.start, gap.end - 1].iter().all(|at| scan.tokens[*at].is(Kind::Comma));
    let inner = gap.start + 1..gap.end - 1;
    let plain = gap.len() <= APPOSITION + 2
        && inner.clone().next().is_some_and(|first| {
            mentions.tags[first].is_nominal() || mentions.tags[first] == Tag::Determiner
        })
        && inner.clone().all(|at| !mentions.tags[at].is_verbal() && !scan.tokens[at].is(Kind::Quote));
    if commas && plain { tokens.start..inner.end } else { tokens }
}
