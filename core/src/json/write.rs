//! Article to document.

use super::{
    AuthorJson, BlockJson, BylineJson, ClaimJson, CueJson, DateJson, DatelineJson, DiagnosticJson, Document,
    ExcerptJson, FORMAT, MentionJson, Offsets, PublishedJson, QuantityJson, QuoteJson, Range, SectionJson,
    SpeakerJson, UnitJson,
};
use crate::offsets::CodePoints;
use crate::{Article, Excerpt, Mention, Quantity, Span};
use std::borrow::Cow;

/// The document of an article.
pub(super) fn document<'a>(article: &'a Article<'_>, offsets: Offsets) -> Document<'a> {
    let count = Counter::new(article.text(), offsets);
    let excerpt = |excerpt: Excerpt<'_>| count.range(excerpt.span());
    Document {
        format: FORMAT,
        offsets,
        language: article.language(),
        blocks: article.blocks().map(|b| BlockJson { kind: b.kind(), span: count.range(b.span()) }).collect(),
        headline: article.headline().map(|headline| count.excerpt(headline)),
        byline: article.byline().map(|byline| BylineJson {
            span: count.range(byline.span()),
            authors: byline
                .authors()
                .map(|a| AuthorJson { span: excerpt(a), name: a.text().into() })
                .collect(),
        }),
        dateline: article.dateline().map(|dateline| DatelineJson {
            span: count.range(dateline.span()),
            place: dateline.place().into(),
            agency: dateline.agency().map(Cow::from),
            date: dateline.date().map(text),
        }),
        published: article.published().map(|published| PublishedJson {
            span: count.range(published.span()),
            date: published.date().map(text),
            updated: published.updated().map(text),
        }),
        sections: article
            .sections()
            .map(|section| SectionJson {
                heading: section.heading().map(|heading| count.excerpt(heading)),
                blocks: [section.blocks().start as u32, section.blocks().end as u32],
            })
            .collect(),
        sentences: article.sentences().map(excerpt).collect(),
        speakers: article
            .speakers()
            .map(|speaker| SpeakerJson {
                name: speaker.name().into(),
                kind: speaker.kind(),
                role: speaker.role().map(Cow::from),
                mentions: speaker.mentions().iter().map(|span| count.range(*span)).collect(),
            })
            .collect(),
        quotes: article
            .quotes()
            .map(|quote| QuoteJson {
                kind: quote.kind(),
                span: count.range(quote.span()),
                content: quote.content().iter().map(|run| count.range(*run)).collect(),
                text: quote.text(),
                cue: quote.cue().map(|cue| CueJson {
                    span: count.range(cue.span()),
                    text: cue.text().into(),
                    lemma: cue.lemma().into(),
                }),
                speaker: quote.speaker().map(|mention| count.mention(mention)),
                addressee: quote.addressee().map(|mention| count.mention(mention)),
                confidence: quote.hundredths(),
                construction: quote.construction(),
            })
            .collect(),
        claims: article
            .claims()
            .map(|claim| ClaimJson {
                span: count.range(claim.span()),
                quantity: count.quantity(claim.quantity()),
                subject: claim.subject().map(|subject| count.excerpt(subject)),
                claimant: claim.claimant().map(|mention| count.mention(mention)),
                quote: claim.quote_index().map(|index| index as u32),
                date: claim.date_index().map(|index| index as u32),
                confidence: claim.hundredths(),
            })
            .collect(),
        dates: article
            .dates()
            .map(|date| DateJson {
                span: count.range(date.span()),
                text: date.text().into(),
                date: date.date().map(text),
                granularity: date.granularity(),
            })
            .collect(),
        diagnostics: article
            .diagnostics()
            .iter()
            .map(|d| DiagnosticJson {
                kind: d.kind(),
                span: count.range(d.span()),
                message: d.message().into(),
            })
            .collect(),
    }
}

fn text<'a>(value: impl std::fmt::Display) -> Cow<'a, str> {
    Cow::Owned(value.to_string())
}

/// What holds of every span of an article.
const BOUNDARY: &str = "spans lie on character boundaries inside the text";

/// Brings byte offsets to the ones asked for.
struct Counter<'t> {
    map: Option<CodePoints<'t>>,
}

impl<'t> Counter<'t> {
    fn new(text: &'t str, offsets: Offsets) -> Self {
        Self { map: (offsets == Offsets::CodePoints).then(|| CodePoints::new(text)) }
    }

    fn range(&self, span: Span) -> Range {
        match &self.map {
            Some(map) => [span.start(), span.end()].map(|byte| map.at_byte(byte).expect(BOUNDARY)),
            None => [span.start(), span.end()],
        }
    }

    fn excerpt<'a>(&self, excerpt: Excerpt<'a>) -> ExcerptJson<'a> {
        ExcerptJson { span: self.range(excerpt.span()), text: excerpt.text().into() }
    }

    fn mention<'a>(&self, mention: Mention<'a>) -> MentionJson<'a> {
        MentionJson {
            id: mention.id().map(|id| id as u32),
            span: self.range(mention.span()),
            text: mention.text().into(),
            name: mention.name().into(),
            kind: mention.kind(),
        }
    }

    fn quantity<'a>(&self, quantity: Quantity<'a>) -> QuantityJson<'a> {
        QuantityJson {
            span: self.range(quantity.span()),
            value: quantity.value().map(text),
            low: quantity.low().map(text),
            high: quantity.high().map(text),
            comparator: quantity.comparator(),
            trend: quantity.trend(),
            unit: quantity.unit().map(|unit| UnitJson {
                span: self.range(unit.span()),
                name: unit.name().into(),
                symbol: unit.symbol().map(Cow::from),
                kind: unit.kind(),
            }),
        }
    }
}
