//! An article as the JSON that FORMAT.md documents, out and in.

mod read;
mod write;

use crate::error::Error;
use crate::span::Span;
use crate::{
    Article, BlockKind, Comparator, Construction, DiagnosticKind, Granularity, Language, QuoteKind,
    SpeakerKind, Trend, UnitKind,
};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;

/// The version of FORMAT.md that is written and read.
const FORMAT: u32 = 1;

/// What the offsets of spans count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offsets {
    /// UTF-8 bytes, as in Rust.
    Bytes,
    /// Unicode code points, as in Python.
    CodePoints,
}

impl Article<'_> {
    /// The article as one line of FORMAT.md JSON, with spans counted in `offsets`.
    pub fn to_json(&self, offsets: Offsets) -> String {
        // Strings, integers and finite fractions under string keys: nothing that the serialiser refuses.
        serde_json::to_string(&write::document(self, offsets)).unwrap_or_default()
    }
}

impl<'t> Article<'t> {
    /// The article that [`Article::to_json`] wrote, given the text it was read from.
    ///
    /// # Errors
    /// [`Error::Format`] when `json` is not FORMAT.md JSON of this version, [`Error::Misplaced`] when a span of it does not
    /// fit `text`, and [`Error::OtherText`] when other words stand there.
    pub fn from_json(text: &'t str, json: &str) -> Result<Self, Error> {
        let document: Document<'_> =
            serde_json::from_str(json).map_err(|error| Error::Format { message: error.to_string() })?;
        if document.format != FORMAT {
            let message = format!("expected format {FORMAT}, found {}", document.format);
            return Err(Error::Format { message });
        }
        read::article(text, &document)
    }
}

impl Serialize for Article<'_> {
    /// Writes FORMAT.md, with spans in bytes.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write::document(self, Offsets::Bytes).serialize(serializer)
    }
}

/// A span as FORMAT.md has it.
type Range = [u32; 2];

/// One article, field for field as FORMAT.md has it.
#[derive(Serialize, Deserialize)]
struct Document<'a> {
    format: u32,
    offsets: Offsets,
    language: Language,
    blocks: Vec<BlockJson>,
    headline: Option<ExcerptJson<'a>>,
    byline: Option<BylineJson<'a>>,
    dateline: Option<DatelineJson<'a>>,
    published: Option<PublishedJson<'a>>,
    sections: Vec<SectionJson<'a>>,
    sentences: Vec<Range>,
    speakers: Vec<SpeakerJson<'a>>,
    quotes: Vec<QuoteJson<'a>>,
    claims: Vec<ClaimJson<'a>>,
    dates: Vec<DateJson<'a>>,
    diagnostics: Vec<DiagnosticJson<'a>>,
}

#[derive(Serialize, Deserialize)]
struct BlockJson {
    kind: BlockKind,
    span: Range,
}

#[derive(Serialize, Deserialize)]
struct ExcerptJson<'a> {
    span: Range,
    text: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
struct AuthorJson<'a> {
    span: Range,
    name: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
struct BylineJson<'a> {
    span: Range,
    authors: Vec<AuthorJson<'a>>,
}

#[derive(Serialize, Deserialize)]
struct DatelineJson<'a> {
    span: Range,
    place: Cow<'a, str>,
    agency: Option<Cow<'a, str>>,
    date: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct PublishedJson<'a> {
    span: Range,
    date: Option<Cow<'a, str>>,
    updated: Option<Cow<'a, str>>,
}

#[derive(Serialize, Deserialize)]
struct SectionJson<'a> {
    heading: Option<ExcerptJson<'a>>,
    blocks: Range,
}

#[derive(Serialize, Deserialize)]
struct SpeakerJson<'a> {
    name: Cow<'a, str>,
    kind: SpeakerKind,
    role: Option<Cow<'a, str>>,
    mentions: Vec<Range>,
}

#[derive(Serialize, Deserialize)]
struct MentionJson<'a> {
    id: Option<u32>,
    span: Range,
    text: Cow<'a, str>,
    name: Cow<'a, str>,
    kind: SpeakerKind,
}

#[derive(Serialize, Deserialize)]
struct CueJson<'a> {
    span: Range,
    text: Cow<'a, str>,
    lemma: Cow<'a, str>,
}

#[derive(Serialize, Deserialize)]
struct QuoteJson<'a> {
    kind: QuoteKind,
    span: Range,
    content: Vec<Range>,
    text: Cow<'a, str>,
    cue: Option<CueJson<'a>>,
    speaker: Option<MentionJson<'a>>,
    addressee: Option<MentionJson<'a>>,
    #[serde(with = "hundredths")]
    confidence: u8,
    construction: Construction,
}

#[derive(Serialize, Deserialize)]
struct UnitJson<'a> {
    span: Range,
    name: Cow<'a, str>,
    symbol: Option<Cow<'a, str>>,
    kind: UnitKind,
}

#[derive(Serialize, Deserialize)]
struct QuantityJson<'a> {
    span: Range,
    value: Option<Cow<'a, str>>,
    low: Option<Cow<'a, str>>,
    high: Option<Cow<'a, str>>,
    comparator: Comparator,
    trend: Option<Trend>,
    unit: Option<UnitJson<'a>>,
}

#[derive(Serialize, Deserialize)]
struct ClaimJson<'a> {
    span: Range,
    quantity: QuantityJson<'a>,
    subject: Option<ExcerptJson<'a>>,
    claimant: Option<MentionJson<'a>>,
    quote: Option<u32>,
    date: Option<u32>,
    #[serde(with = "hundredths")]
    confidence: u8,
}

#[derive(Serialize, Deserialize)]
struct DateJson<'a> {
    span: Range,
    text: Cow<'a, str>,
    date: Option<Cow<'a, str>>,
    granularity: Granularity,
}

#[derive(Serialize, Deserialize)]
struct DiagnosticJson<'a> {
    kind: DiagnosticKind,
    span: Range,
    message: Cow<'a, str>,
}

/// A share kept in hundredths and written as a fraction of one.
mod hundredths {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    // The signature is serde's.
    #[allow(clippy::trivially_copy_pass_by_ref)]
    pub(super) fn serialize<S: Serializer>(value: &u8, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(*value) / 100.0)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u8, D::Error> {
        let share = f64::deserialize(deserializer)?;
        if !(0.0..=1.0).contains(&share) {
            return Err(D::Error::custom("a confidence lies between 0 and 1"));
        }
        Ok((share * 100.0).round() as u8)
    }
}

/// A span that does not fit.
fn misplaced(field: &'static str, range: Range) -> Error {
    Error::Misplaced { field, span: span(range) }
}

/// Words that the text does not have at their place.
fn differs(field: &'static str, range: Range, found: &str) -> Error {
    Error::OtherText { field, span: span(range), found: found.to_owned() }
}

/// A range as an error shows it, in the offsets of the JSON.
fn span([start, end]: Range) -> Span {
    Span::new(start.min(end), end.max(start))
}
