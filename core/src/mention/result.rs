//! Who is who: the entities that speak, and the places where the article names them.

use crate::keyword::keywords;
use crate::span::Span;
use std::ops::Range;

/// What a speaker is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum SpeakerKind {
    /// One human being.
    Person,
    /// A company, ministry, court, party, team …
    Organization,
    /// A country, city or seat of government that speaks for its authorities.
    Place,
    /// Several people: officials, critics, both sides.
    Group,
    /// A report, study, statement, law …
    Document,
    /// What the text does not tell.
    Unknown,
}

keywords!(SpeakerKind {
    Person = "person",
    Organization = "organization",
    Place = "place",
    Group = "group",
    Document = "document",
    Unknown = "unknown",
});

/// One who speaks in the article, with every mention of them that was resolved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Speaker<'a> {
    data: &'a SpeakerData,
    mentions: &'a [Span],
}

impl<'a> Speaker<'a> {
    /// The fullest name that the article gives, without title and without a leading article.
    pub fn name(self) -> &'a str {
        &self.data.name
    }

    /// What the speaker is.
    pub fn kind(self) -> SpeakerKind {
        self.data.kind
    }

    /// The title or description that the article gives: `mayor`, `Kremlin spokesman`.
    pub fn role(self) -> Option<&'a str> {
        self.data.role.as_deref()
    }

    /// Where the article mentions them as a speaker or claimant, in text order.
    pub fn mentions(self) -> &'a [Span] {
        self.mentions
    }
}

/// A speaker as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SpeakerData {
    pub(crate) name: Box<str>,
    pub(crate) kind: SpeakerKind,
    pub(crate) role: Option<Box<str>>,
    /// Which of all mentions are theirs.
    mentions: Range<u32>,
}

impl SpeakerData {
    /// One of whom no mention is known yet.
    pub(crate) fn new(name: Box<str>, kind: SpeakerKind, role: Option<Box<str>>) -> Self {
        Self { name, kind, role, mentions: 0..0 }
    }
}

/// Those who speak in an article, and where it mentions them.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct SpeakerList {
    pub(crate) all: Vec<SpeakerData>,
    /// Those of the first speaker, then those of the second …
    mentions: Vec<Span>,
}

impl SpeakerList {
    pub(crate) fn with_capacity(speakers: usize, mentions: usize) -> Self {
        Self { all: Vec::with_capacity(speakers), mentions: Vec::with_capacity(mentions) }
    }

    /// Adds a speaker with their mentions, in text order.
    pub(crate) fn push(&mut self, mut speaker: SpeakerData, mentions: impl IntoIterator<Item = Span>) {
        let first = self.mentions.len() as u32;
        self.mentions.extend(mentions);
        speaker.mentions = first..self.mentions.len() as u32;
        self.all.push(speaker);
    }

    pub(crate) fn views(&self) -> impl DoubleEndedIterator<Item = Speaker<'_>> + ExactSizeIterator {
        self.all.iter().map(|data| self.speaker(data))
    }

    /// The speaker of an index.
    pub(crate) fn view(&self, index: usize) -> Option<Speaker<'_>> {
        self.all.get(index).map(|data| self.speaker(data))
    }

    fn speaker<'a>(&'a self, data: &'a SpeakerData) -> Speaker<'a> {
        let mentions = data.mentions.start as usize..data.mentions.end as usize;
        Speaker { data, mentions: &self.mentions[mentions] }
    }
}

/// One place where the article names a speaker, claimant or addressee.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mention<'a> {
    text: &'a str,
    span: Span,
    name: &'a str,
    kind: SpeakerKind,
    id: Option<u32>,
}

impl<'a> Mention<'a> {
    /// Where the mention stands, with its title and apposition.
    pub fn span(self) -> Span {
        self.span
    }

    /// The mention as written: `she`, `Kremlin spokesman Dmitry Peskov`.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// The fullest name that the article gives them; the mention's own words where it gives none.
    pub fn name(self) -> &'a str {
        self.name
    }

    /// What they are.
    pub fn kind(self) -> SpeakerKind {
        self.kind
    }

    /// Their index in [`Article::speakers`](crate::Article::speakers). Always there for speakers and claimants; an
    /// addressee who says nothing in the article has none.
    pub fn id(self) -> Option<usize> {
        self.id.map(|id| id as usize)
    }
}

/// A mention of a speaker as it is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct MentionData {
    pub(crate) span: Span,
    /// Index of the speaker.
    pub(crate) speaker: u32,
}

impl MentionData {
    pub(crate) fn view<'a>(self, text: &'a str, speakers: &'a [SpeakerData]) -> Mention<'a> {
        let speaker = &speakers[self.speaker as usize];
        Mention {
            text: &text[self.span.range()],
            span: self.span,
            name: &speaker.name,
            kind: speaker.kind,
            id: Some(self.speaker),
        }
    }
}

/// An addressee as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct AddresseeData {
    pub(crate) span: Span,
    pub(crate) name: Box<str>,
    pub(crate) kind: SpeakerKind,
    /// Index of the speaker, where the addressee speaks too.
    pub(crate) speaker: Option<u32>,
}

impl AddresseeData {
    pub(crate) fn view<'a>(&'a self, text: &'a str) -> Mention<'a> {
        Mention {
            text: &text[self.span.range()],
            span: self.span,
            name: &self.name,
            kind: self.kind,
            id: self.speaker,
        }
    }
}
