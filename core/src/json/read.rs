//! Document to article, checked against the text it is said to come from.

use super::{
    ClaimJson, Document, ExcerptJson, MentionJson, Offsets, QuantityJson, QuoteJson, Range, SpeakerJson,
    differs, misplaced,
};
use crate::Article;
use crate::claim::{ClaimMade, Said};
use crate::date::{DateData, DateValue, Moment};
use crate::diagnostic::Diagnostic;
use crate::error::Error;
use crate::index::Index;
use crate::layout::{BlockData, BylineData, DatelineData, Published, SectionData};
use crate::mention::{AddresseeData, MentionData, SpeakerData};
use crate::number::{Number, QuantityRead, UnitData, Value};
use crate::offsets::CodePoints;
use crate::quote::{self, CueData, QuoteData};
use crate::room::Progress;
use crate::span::Span;
use std::borrow::Cow;

type Read<T> = Result<T, Error>;

/// The article of a document.
pub(super) fn article<'t>(text: &'t str, document: &Document<'_>) -> Read<Article<'t>> {
    let places =
        Places { text, map: (document.offsets == Offsets::CodePoints).then(|| CodePoints::new(text)) };
    let mut article = Article::new(Cow::Borrowed(text));
    article.language = document.language;
    article.blocks = each(&document.blocks, |block| {
        Ok(BlockData { kind: block.kind, span: places.span("blocks", block.span)? })
    })?;
    article.headline = maybe(document.headline.as_ref(), |headline| places.excerpt("headline", headline))?;
    article.byline = maybe(document.byline.as_ref(), |byline| {
        Ok(BylineData {
            span: places.span("byline", byline.span)?,
            authors: each(&byline.authors, |author| {
                places.named("byline.authors", author.span, &author.name)
            })?,
        })
    })?;
    article.dateline = maybe(document.dateline.as_ref(), |dateline| {
        let span = places.span("dateline", dateline.span)?;
        let place = places.opening("dateline.place", dateline.span, &dateline.place)?;
        let agency = maybe(dateline.agency.as_ref(), |agency| {
            places.behind("dateline.agency", dateline.span, place, agency)
        })?;
        Ok(DatelineData { span, place, agency, date: moment(dateline.date.as_deref())? })
    })?;
    article.published = maybe(document.published.as_ref(), |published| {
        Ok(Published {
            span: places.span("published", published.span)?,
            date: moment(published.date.as_deref())?,
            updated: moment(published.updated.as_deref())?,
        })
    })?;
    article.sections = each(&document.sections, |section| {
        let [start, end] = section.blocks;
        if start > end || end as usize > document.blocks.len() {
            return Err(wrong(format!("sections: no blocks {start}..{end}")));
        }
        let heading = maybe(section.heading.as_ref(), |heading| places.excerpt("sections.heading", heading))?;
        Ok(SectionData { heading, blocks: start..end })
    })?;
    article.sentences = each(&document.sentences, |span| places.span("sentences", *span))?;
    for speaker in &document.speakers {
        let mentions = each(&speaker.mentions, |span| places.span("speakers.mentions", *span))?;
        let role = speaker.role.as_deref().map(Box::from);
        article.speakers.push(SpeakerData::new(speaker.name.as_ref().into(), speaker.kind, role), mentions);
    }
    for quote in &document.quotes {
        article.quotes.push(places.quote(quote, &document.speakers)?, &places.content(quote)?);
    }
    for claim in &document.claims {
        let made = places.claim(claim, document)?;
        let covered = made.subject.map_or(made.quantity.span, |subject| subject.cover(made.quantity.span));
        if places.span("claims", claim.span)? != covered {
            let [start, end] = claim.span;
            return Err(wrong(format!("claims: {start}..{end} is not quantity and subject together")));
        }
        article.claims.push(made, Progress::UNKNOWN);
    }
    article.dates = each(&document.dates, |date| {
        let value = maybe(date.date.as_deref(), |value| {
            DateValue::from_iso(value).ok_or_else(|| wrong(format!("dates: no date {value:?}")))
        })?;
        let span = places.named("dates", date.span, &date.text)?;
        Ok(DateData { span, value, granularity: date.granularity })
    })?;
    article.diagnostics = each(&document.diagnostics, |diagnostic| {
        Ok(Diagnostic { kind: diagnostic.kind, span: places.span("diagnostics", diagnostic.span)? })
    })?;
    Ok(article)
}

fn each<T, U>(items: &[T], read: impl FnMut(&T) -> Read<U>) -> Read<Vec<U>> {
    items.iter().map(read).collect()
}

fn maybe<T, U>(item: Option<T>, read: impl FnOnce(T) -> Read<U>) -> Read<Option<U>> {
    item.map(read).transpose()
}

fn wrong(message: String) -> Error {
    Error::Format { message }
}

fn known(field: &str, index: u32, length: usize) -> Read<u32> {
    if (index as usize) < length {
        Ok(index)
    } else {
        Err(wrong(format!("{field}: no item {index} of {length}")))
    }
}

fn moment(text: Option<&str>) -> Read<Option<Moment>> {
    maybe(text, |text| {
        Moment::from_iso(text).ok_or_else(|| wrong(format!("no day with or without a time: {text:?}")))
    })
}

fn number(text: Option<&str>) -> Read<Option<Number>> {
    maybe(text, |text| text.parse::<Number>())
}

/// Brings the offsets of a document to bytes of its text.
struct Places<'t> {
    text: &'t str,
    map: Option<CodePoints<'t>>,
}

impl Places<'_> {
    fn span(&self, field: &'static str, range: Range) -> Read<Span> {
        let byte = |offset: u32| match &self.map {
            Some(map) => map.to_byte(offset),
            None => self.text.is_char_boundary(offset as usize).then_some(offset),
        };
        match (byte(range[0]), byte(range[1])) {
            (Some(start), Some(end)) if start <= end => Ok(Span::new(start, end)),
            _ => Err(misplaced(field, range)),
        }
    }

    /// A span whose surface must be `text`.
    fn named(&self, field: &'static str, range: Range, text: &str) -> Read<Span> {
        let span = self.span(field, range)?;
        if &self.text[span.range()] == text { Ok(span) } else { Err(differs(field, range, text)) }
    }

    fn excerpt(&self, field: &'static str, excerpt: &ExcerptJson<'_>) -> Read<Span> {
        self.named(field, excerpt.span, &excerpt.text)
    }

    /// The place of `part` where it opens the range `whole`.
    fn opening(&self, field: &'static str, whole: Range, part: &str) -> Read<Span> {
        let span = self.span(field, whole)?;
        if part.is_empty() || !self.text[span.range()].starts_with(part) {
            return Err(differs(field, whole, part));
        }
        Ok(Span::new(span.start(), span.start() + part.len() as u32))
    }

    /// The first place of `part` behind `before` inside the range `whole`, where it is no part of a longer word: no `AP` in
    /// `APRIL`.
    fn behind(&self, field: &'static str, whole: Range, before: Span, part: &str) -> Read<Span> {
        let (start, end) = (before.end() as usize, self.span(field, whole)?.range().end);
        let alone = |at: &usize| {
            let left = self.text[..*at].chars().next_back();
            let right = self.text[at + part.len()..].chars().next();
            ![left, right].into_iter().flatten().any(char::is_alphanumeric)
        };
        let mut places = self.text[start..end].match_indices(part).map(|(at, _)| start + at);
        let at = places.find(alone).filter(|_| !part.is_empty());
        let at = at.ok_or_else(|| differs(field, whole, part))?;
        Ok(Span::new(at as u32, (at + part.len()) as u32))
    }

    fn speaker(
        &self,
        field: &'static str,
        mention: &MentionJson<'_>,
        speakers: &[SpeakerJson<'_>],
    ) -> Read<MentionData> {
        let id = mention.id.ok_or_else(|| wrong(format!("{field}: a speaker without an id")))?;
        let speaker = &speakers[known(field, id, speakers.len())? as usize];
        if (&mention.name, mention.kind) != (&speaker.name, speaker.kind) {
            return Err(wrong(format!("{field}: another name or kind than that of speaker {id}")));
        }
        Ok(MentionData { span: self.named(field, mention.span, &mention.text)?, speaker: id })
    }

    /// A quote without its content.
    fn quote(&self, quote: &QuoteJson<'_>, speakers: &[SpeakerJson<'_>]) -> Read<QuoteData> {
        Ok(QuoteData {
            kind: quote.kind,
            span: self.span("quotes", quote.span)?,
            content: 0..0,
            cue: maybe(quote.cue.as_ref(), |cue| {
                Ok(CueData {
                    span: self.named("quotes.cue", cue.span, &cue.text)?,
                    lemma: cue.lemma.to_string().into(),
                })
            })?,
            speaker: maybe(quote.speaker.as_ref(), |speaker| {
                self.speaker("quotes.speaker", speaker, speakers)
            })?,
            addressee: maybe(quote.addressee.as_ref(), |addressee| {
                Ok(AddresseeData {
                    span: self.named("quotes.addressee", addressee.span, &addressee.text)?,
                    name: addressee.name.as_ref().into(),
                    kind: addressee.kind,
                    speaker: maybe(addressee.id, |id| known("quotes.addressee", id, speakers.len()))?,
                })
            })?,
            confidence: quote.confidence,
            construction: quote.construction,
        })
    }

    /// The runs of a quote's content.
    fn content(&self, quote: &QuoteJson<'_>) -> Read<Vec<Span>> {
        let content = each(&quote.content, |run| self.span("quotes.content", *run))?;
        if content.is_empty() || content.iter().any(|run| run.is_empty()) {
            return Err(wrong("quotes.content: no words".to_owned()));
        }
        if quote::joined(self.text, &content) != quote.text {
            return Err(differs("quotes.text", quote.span, &quote.text));
        }
        Ok(content)
    }

    fn claim(&self, claim: &ClaimJson<'_>, document: &Document<'_>) -> Read<ClaimMade> {
        let index = |field, index, length| Ok(Index::new(known(field, index, length)?));
        Ok(ClaimMade {
            quantity: self.quantity(&claim.quantity)?,
            subject: maybe(claim.subject.as_ref(), |subject| self.excerpt("claims.subject", subject))?,
            said: Said {
                quote: maybe(claim.quote, |quote| index("claims.quote", quote, document.quotes.len()))?,
                claimant: maybe(claim.claimant.as_ref(), |who| {
                    self.speaker("claims.claimant", who, &document.speakers)
                })?,
            },
            date: maybe(claim.date, |date| index("claims.date", date, document.dates.len()))?,
            confidence: claim.confidence,
        })
    }

    fn quantity(&self, quantity: &QuantityJson<'_>) -> Read<QuantityRead> {
        let value = match [&quantity.value, &quantity.low, &quantity.high].map(|text| number(text.as_deref()))
        {
            [Ok(Some(one)), Ok(None), Ok(None)] => Value::One(one),
            [Ok(None), Ok(low), Ok(high)] if low.is_some() || high.is_some() => {
                if low.zip(high).is_some_and(|(low, high)| low > high) {
                    return Err(wrong("claims.quantity: a range that runs backwards".to_owned()));
                }
                Value::Range(low, high)
            }
            [Err(error), _, _] | [_, Err(error), _] | [_, _, Err(error)] => return Err(error),
            _ => return Err(wrong("claims.quantity: neither a value alone nor a range alone".to_owned())),
        };
        Ok(QuantityRead {
            span: self.span("claims.quantity", quantity.span)?,
            value,
            comparator: quantity.comparator,
            trend: quantity.trend,
            unit: maybe(quantity.unit.as_ref(), |unit| {
                Ok(UnitData {
                    span: self.span("claims.quantity.unit", unit.span)?,
                    name: unit.name.to_string().into(),
                    symbol: unit.symbol.as_ref().map(|symbol| symbol.to_string().into()),
                    kind: unit.kind,
                })
            })?,
        })
    }
}
