//! Quotes, and who speaks.

use crate::record::record;
use crate::value::{Items, Places, Range, Share, Word};
use nutgraf::{Construction, QuoteKind, SpeakerKind};
use pyo3::prelude::*;

record! {
    /// One who speaks in the article: a person, organisation, place, group or document.
    Speaker {
        /// The fullest name that the article gives, without title and without a leading article.
        name: String,
        /// What the speaker is: `person`, `organization`, `place`, `group`, `document`, `unknown`.
        kind: Word<SpeakerKind>,
        /// The title or description that the article gives, or None.
        role: Option<String>,
        /// Where the article mentions them as a speaker or claimant, in text order.
        mentions: Items<Range>,
    }
    shows |speaker| { name: speaker.name.as_str(), kind: speaker.kind, role: speaker.role.as_deref(), }
}

record! {
    /// One place where the article names a speaker, claimant or addressee.
    Mention {
        /// Their index in the speakers of the article; None for an addressee who says nothing.
        id: Option<u32>,
        /// Where the mention stands, with its title and apposition.
        span: Range,
        /// The mention as written.
        text: String,
        /// The fullest name that the article gives them.
        name: String,
        /// What they are: `person`, `organization`, `place`, `group`, `document`, `unknown`.
        kind: Word<SpeakerKind>,
    }
}

record! {
    /// The words that report.
    Cue {
        /// Where they stand.
        span: Range,
        /// The words as written, with auxiliaries, negation and adverbs.
        text: String,
        /// The word that the cue is filed under: `say`, `point out`.
        lemma: String,
    }
}

record! {
    /// Reported words, with who said them.
    Quote {
        /// How much of it is in quotation marks: `direct` (all), `mixed` (some), `indirect` (none).
        kind: Word<QuoteKind>,
        /// From the first to the last of content, cue and speaker, quotation marks included.
        span: Range,
        /// The reported words, a range for each unbroken stretch.
        content: Items<Range>,
        /// The reported words, the stretches joined with one space.
        text: String,
        /// The words that report, or None where only a colon, a dash or nothing stands there.
        cue: Option<Cue>,
        /// Who says it, or None where the text names nobody.
        speaker: Option<Mention>,
        /// Whom it is said to, or None.
        addressee: Option<Mention>,
        /// How sure the attribution is, from 0 to 1.
        confidence: Share,
        /// What in the text made it a quote: `content-speaker-cue`, `colon` …
        construction: Word<Construction>,
    }
    shows |quote| {
        speaker: quote.speaker.as_ref().map(|speaker| speaker.name.as_str()),
        cue: quote.cue.as_ref().map(|cue| cue.text.as_str()),
        text: quote.text.as_str(),
        kind: quote.kind,
        span: quote.span,
    }
}

impl Speaker {
    pub(crate) fn of(speaker: nutgraf::Speaker<'_>, places: &Places<'_>) -> Self {
        Self {
            name: speaker.name().into(),
            kind: Word(speaker.kind()),
            role: speaker.role().map(String::from),
            mentions: places.ranges(speaker.mentions()),
        }
    }
}

impl Mention {
    pub(crate) fn of(mention: nutgraf::Mention<'_>, places: &Places<'_>) -> Self {
        Self {
            id: mention.id().map(|id| id as u32),
            span: places.range(mention.span()),
            text: mention.text().into(),
            name: mention.name().into(),
            kind: Word(mention.kind()),
        }
    }
}

impl Cue {
    fn of(cue: nutgraf::Cue<'_>, places: &Places<'_>) -> Self {
        Self { span: places.range(cue.span()), text: cue.text().into(), lemma: cue.lemma().into() }
    }
}

impl Quote {
    pub(crate) fn of(quote: nutgraf::Quote<'_>, places: &Places<'_>) -> Self {
        Self {
            kind: Word(quote.kind()),
            span: places.range(quote.span()),
            content: places.ranges(quote.content()),
            text: quote.text().into_owned(),
            cue: quote.cue().map(|cue| Cue::of(cue, places)),
            speaker: quote.speaker().map(|speaker| Mention::of(speaker, places)),
            addressee: quote.addressee().map(|addressee| Mention::of(addressee, places)),
            confidence: quote.confidence().into(),
            construction: Word(quote.construction()),
        }
    }
}
