//! Quotes: what was said, who said it, and how the text says so.

use crate::keyword::keywords;
use crate::mention::{AddresseeData, Mention, MentionData, SpeakerData};
use crate::span::Span;
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

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
    content: &'a [Span],
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
        self.content
    }

    /// The runs of the content, joined with one space.
    pub fn text(self) -> Cow<'a, str> {
        joined(self.text, self.content)
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
        let fixed = |quote: &Self| (quote.kind(), quote.span(), quote.data.confidence, quote.construction());
        let surface = |quote: &Self| &quote.text[quote.data.span.range()];
        fixed(self) == fixed(other)
            && surface(self) == surface(other)
            && self.content == other.content
            && self.cue() == other.cue()
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

/// The runs of a content, joined with one space.
pub(crate) fn joined<'a>(text: &'a str, content: &[Span]) -> Cow<'a, str> {
    match content {
        [run] => Cow::Borrowed(&text[run.range()]),
        runs => Cow::Owned(runs.iter().map(|run| &text[run.range()]).collect::<Vec<_>>().join(" ")),
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
    /// Which of all runs are its content.
    pub(crate) content: Range<u32>,
    pub(crate) cue: Option<CueData>,
    pub(crate) speaker: Option<MentionData>,
    pub(crate) addressee: Option<AddresseeData>,
    /// In hundredths.
    pub(crate) confidence: u8,
    pub(crate) construction: Construction,
}

/// The quotes of an article, and the runs of their contents.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct QuoteList {
    all: Vec<QuoteData>,
    /// Those of the first quote, then those of the second …
    runs: Vec<Span>,
}

impl QuoteList {
    /// Puts quotes, and with them their runs, into the order of the text.
    pub(super) fn sorted(mut all: Vec<QuoteData>, runs: &[Span]) -> Self {
        let own = |content: &Range<u32>| &runs[content.start as usize..content.end as usize];
        // Their runs tell equal ones apart, so that none need be set aside.
        all.sort_unstable_by_key(|quote| {
            (quote.span, own(&quote.content).first().copied(), quote.content.start)
        });
        let mut list = Self { all: Vec::new(), runs: Vec::with_capacity(runs.len()) };
        for quote in &mut all {
            let first = list.runs.len() as u32;
            list.runs.extend(own(&quote.content));
            quote.content = first..list.runs.len() as u32;
        }
        list.all = all;
        list
    }

    /// Adds a quote with its content, the next in the text.
    #[cfg(feature = "serde")]
    pub(crate) fn push(&mut self, mut quote: QuoteData, content: &[Span]) {
        let first = self.runs.len() as u32;
        self.runs.extend(content);
        quote.content = first..self.runs.len() as u32;
        self.all.push(quote);
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// The speaker of a quote.
    pub(crate) fn speaker(&self, index: u32) -> Option<MentionData> {
        self.all.get(index as usize)?.speaker
    }

    /// How many runs their contents have together.
    pub(crate) fn runs(&self) -> usize {
        self.runs.len()
    }

    /// The content of each quote.
    pub(crate) fn contents(&self) -> impl Iterator<Item = &[Span]> {
        self.all.iter().map(|quote| self.content(quote))
    }

    fn content(&self, quote: &QuoteData) -> &[Span] {
        &self.runs[quote.content.start as usize..quote.content.end as usize]
    }

    pub(crate) fn views<'a>(
        &'a self,
        text: &'a str,
        speakers: &'a [SpeakerData],
    ) -> impl DoubleEndedIterator<Item = Quote<'a>> + ExactSizeIterator {
        self.all.iter().map(move |data| Quote { text, data, content: self.content(data), speakers })
    }

    /// The quote of an index.
    pub(crate) fn view<'a>(
        &'a self,
        index: usize,
        text: &'a str,
        speakers: &'a [SpeakerData],
    ) -> Option<Quote<'a>> {
        let data = self.all.get(index)?;
        Some(Quote { text, data, content: self.content(data), speakers })
    }
}

/// A cue as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct CueData {
    pub(crate) span: Span,
    pub(crate) lemma: Cow<'static, str>,
}
