//! Whose labels are: people of the article, somebody whom only the label names, who asks and who answers.

use super::label::Label;
use super::{Paragraph, chunk_of, chunks_in};
use crate::index::Index;
use crate::layout::{BlockData, BlockKind};
use crate::lexicon::{Classes, WordId};
use crate::mention::{Mentions, SpeakerKind};
use crate::scan::{Scan, Shape};
use std::collections::HashMap;

/// Whose label it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Voice {
    /// Who asks, `Q`, and is not named.
    Question,
    /// Who answers, `A`.
    Answer,
    /// One of the article's people.
    Entity(Index),
    /// Somebody whom only the label names: the first label with that word.
    Label(usize),
}

/// Tells whose the labels are.
pub(super) struct Voices<'a> {
    scan: &'a Scan<'a>,
    mentions: &'a Mentions,
    people: People,
}

impl<'a> Voices<'a> {
    pub(super) fn new(scan: &'a Scan<'a>, mentions: &'a Mentions) -> Self {
        Self { scan, mentions, people: People::new(scan, mentions) }
    }

    /// The voice of each label, `None` of one that names nobody.
    pub(super) fn of(&self, labels: &[Label]) -> Vec<Option<Voice>> {
        let mut by_word: HashMap<String, usize> = HashMap::new();
        let voice = |(number, label): (usize, &Label)| {
            // `JOHN SMITH JR.`
            let word = |at: &usize| self.scan.tokens[*at].is_word();
            let last = label.name.clone().rev().find(word).unwrap_or(label.name.end - 1);
            if let Some(voice) = letter(self.scan, last).filter(|_| label.name.len() == 1) {
                return Some(voice);
            }
            let call = self.scan.word(last).to_uppercase();
            if let Some(entity) = self.entity(label, &call) {
                return Some(Voice::Entity(entity));
            }
            self.names_somebody(label).then(|| Voice::Label(*by_word.entry(call).or_insert(number)))
        };
        labels.iter().enumerate().map(voice).collect()
    }

    /// The person that a label names.
    fn entity(&self, label: &Label, call: &str) -> Option<Index> {
        let own = chunk_of(self.mentions, &label.name)
            .and_then(|chunk| self.mentions.chunks[chunk].entity)
            .filter(|entity| self.mentions.entities[entity.get()].kind == SpeakerKind::Person);
        let called = || self.people.by_call.get(call).copied().flatten();
        // A name in full is who it is; a part of one is looked up first, as capitals may make it somebody new.
        if label.name.len() > 1 { own.or_else(called) } else { called().or(own) }
    }

    /// Whether a label is somebody's: a word that is no ordinary one in capitals, or the noun of one who speaks.
    fn names_somebody(&self, label: &Label) -> bool {
        let words = || self.scan.tokens[label.name.clone()].iter().filter(|token| token.is_word());
        let Some(last) = words().next_back() else { return false };
        let capitals = words().all(|word| word.shape.has(Shape::ALL_CAPS));
        let ordinary = last.word != WordId::NONE && !last.any(Classes::GIVEN_NAME);
        last.any(Classes::PERSON_NOUN.or(Classes::TITLE)) || capitals && !ordinary
    }
}

/// The voice of a label that is a letter.
fn letter(scan: &Scan<'_>, index: usize) -> Option<Voice> {
    match scan.word(index) {
        "Q" => Some(Voice::Question),
        "A" => Some(Voice::Answer),
        _ => None,
    }
}

/// The people of an article by what a label may call them.
struct People {
    /// By family name and by initials, in capitals; `None` where several are called so.
    by_call: HashMap<String, Option<Index>>,
}

impl People {
    fn new(scan: &Scan<'_>, mentions: &Mentions) -> Self {
        let mut by_call: HashMap<String, Option<Index>> = HashMap::new();
        let people = || {
            let entities = mentions.entities.iter().zip((0..).map(Index::new));
            entities
                .filter(|(known, _)| known.kind == SpeakerKind::Person)
                .map(|(known, entity)| (scan.str(known.name), entity))
        };
        for (name, entity) in people().filter(|(name, _)| name.contains(char::is_whitespace)) {
            let parts = || name.split_whitespace();
            let initials = parts().filter_map(|part| part.chars().next()).collect();
            for call in parts().next_back().map(str::to_uppercase).into_iter().chain([initials]) {
                by_call.entry(call).and_modify(|one| *one = None).or_insert(Some(entity));
            }
        }
        for (name, entity) in people() {
            by_call.entry(name.to_uppercase()).or_insert(Some(entity));
        }
        Self { by_call }
    }
}

/// Whom the answers of an interview are from: the only one that its headline names, or else its opening, or else all that
/// comes before the first question.
pub(super) fn interviewee(mentions: &Mentions, blocks: &[BlockData], before: &[Paragraph]) -> Option<Index> {
    let is_headline = |paragraph: &&Paragraph| blocks[paragraph.block].kind == BlockKind::Headline;
    only_person(mentions, before.iter().filter(is_headline))
        .or_else(|| only_person(mentions, before.iter().take(1)))
        .or_else(|| only_person(mentions, before.iter()))
}

/// The one person that paragraphs name, if they name no other.
fn only_person<'p>(mentions: &Mentions, paragraphs: impl Iterator<Item = &'p Paragraph>) -> Option<Index> {
    let mut people = paragraphs
        .flat_map(|paragraph| &mentions.chunks[chunks_in(mentions, &paragraph.tokens)])
        .filter_map(|chunk| chunk.entity)
        .filter(|entity| mentions.entities[entity.get()].kind == SpeakerKind::Person);
    let first = people.next()?;
    people.all(|other| other == first).then_some(first)
}
