//! Quotes: what was said, who said it, and how the text says so.

use crate::keyword::keywords;
use crate::mention::{AddresseeData, Mention, MentionData, SpeakerData};
use crate::span::Span;
use std::borrow::Cow;
use std::fmt;

/// How much of a quote's content stands in quotation marks. Closed: there is no fourth.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum QuoteKind {
    /// All of it.
    Direct,
    /// Some of it.
    Mixed,
    /// None of it.
    Indirect,
}

keywords!(QuoteKind { Direct = "direct", Mixed = "mixed", Indirect = "indirect" });

/// The order of content, cue and speaker that produced a quote.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum Construction {
    /// `Doe said …`
    SpeakerCueContent,
    /// `…, Doe said`
    ContentSpeakerCue,
    /// `…, said Doe`
    ContentCueSpeaker,
    /// `…, Doe said, …`
    ContentSpeakerCueContent,
    /// `…, said Doe, …`
    ContentCueSpeakerContent,
    /// `According to Doe, …`
    CueSpeakerContent,
    /// `…, according to Doe`
    ContentAccordingTo,
    /// `Doe: …`
    Colon,
    /// `… — Doe`
    Dash,
    /// A cue with no speaker beside it.
    CueContent,
    /// A stretch in marks with neither cue nor speaker.
    Bare,
}

keywords!(Construction {
    SpeakerCueContent = "speaker-cue-content",
    ContentSpeakerCue = "content-speaker-cue",
    ContentCueSpeaker = "content-cue-speaker",
    ContentSpeakerCueContent = "content-speaker-cue-content",
    ContentCueSpeakerContent = "content-cue-speaker-content",
    CueSpeakerContent = "cue-speaker-content",
    ContentAccordingTo = "content-according-to",
    Colon = "colon",
    Dash = "dash",
    CueContent = "cue-content",
    Bare = "bare",
});

/// Reported words with their cue and speaker.
#[derive(Clone, Copy)]
pub struct Quote<'a> {
    text: &'a str,
    data: &'a QuoteData,
    speakers: &'a [SpeakerData],
}

impl<'a> Quote<'a> {
    /// How much of the content stands in quotation marks.
    pub fn kind(self) -> QuoteKind {
        self.data.kind
    }

    /// From the first to the last of content, cue and speaker, quotation marks included.
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The reported words, a run for each unbroken stretch, without the outermost quotation marks where a whole run is
    /// in marks. At least one, in text order, none empty.
    pub fn content(self) -> &'a [Span] {
        &self.data.content
    }

    /// The runs of the content, joined with one space.
    pub fn text(self) -> Cow<'a, str> {
        match self.data.content.as_slice() {
            [run] => Cow::Borrowed(&self.text[run.range()]),
            runs => Cow::Owned(runs.iter().map(|run| &self.text[run.range()]).collect::<Vec<_>>().join(" ")),
        }
    }

    /// The words that report, or `None` where only a colon, a dash or nothing stands there.
    pub fn cue(self) -> Option<Cue<'a>> {
        self.data.cue.as_ref().map(|data| Cue { text: &self.text[data.span.range()], data })
    }

    /// Who says it, or `None` where the text names nobody.
    pub fn speaker(self) -> Option<Mention<'a>> {
        self.data.speaker.map(|mention| mention.view(self.text, self.speakers))
    }

    /// Whom it is said to.
    pub fn addressee(self) -> Option<Mention<'a>> {
        self.data.addressee.as_ref().map(|addressee| addressee.view(self.text))
    }

    /// How sure the attribution is, from 0 to 1.
    pub fn confidence(self) -> f32 {
        f32::from(self.data.confidence) / 100.0
    }

    /// The confidence as it is kept.
    #[cfg(feature = "serde")]
    pub(crate) fn hundredths(self) -> u8 {
        self.data.confidence
    }

    /// What in the text made it a quote.
    pub fn construction(self) -> Construction {
        self.data.construction
    }
}

impl PartialEq for Quote<'_> {
    /// Whether they say the same at the same place; texts may differ elsewhere.
    fn eq(&self, other: &Self) -> bool {
        let surface = |quote: &Self| &quote.text[quote.data.span.range()];
        self.data == other.data
            && surface(self) == surface(other)
            && self.speaker() == other.speaker()
            && self.addressee() == other.addressee()
    }
}

impl Eq for Quote<'_> {}

impl fmt::Debug for Quote<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Quote")
            .field("kind", &self.kind())
            .field("span", &self.span())
            .field("text", &self.text())
            .field("cue", &self.cue().map(Cue::text))
            .field("speaker", &self.speaker().map(Mention::name))
            .finish_non_exhaustive()
    }
}

/// The words that report: the verb with its auxiliaries, negation and adverbs, or a phrase such as `according to`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cue<'a> {
    text: &'a str,
    data: &'a CueData,
}

impl<'a> Cue<'a> {
    /// Where it stands.
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The cue as written: `has repeatedly said`.
    pub fn text(self) -> &'a str {
        self.text
    }

    /// The word it is filed under: `say`, `point out`.
    pub fn lemma(self) -> &'a str {
        &self.data.lemma
    }
}

/// A quote as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct QuoteData {
    pub(crate) kind: QuoteKind,
    pub(crate) span: Span,
    pub(crate) content: Vec<Span>,
    pub(crate) cue: Option<CueData>,
    pub(crate) speaker: Option<MentionData>,
    pub(crate) addressee: Option<AddresseeData>,
    /// In hundredths.
    pub(crate) confidence: u8,
    pub(crate) construction: Construction,
}

impl QuoteData {
    pub(crate) fn view<'a>(&'a self, text: &'a str, speakers: &'a [SpeakerData]) -> Quote<'a> {
        Quote { text, data: self, speakers }
    }
}

/// A cue as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct CueData {
    pub(crate) span: Span,
    pub(crate) lemma: Cow<'static, str>,
}
