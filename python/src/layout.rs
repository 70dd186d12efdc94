//! Blocks, sections, sentences, and the article's own fields.

use crate::record::record;
use crate::value::{Items, Places, Range, Word};
use nutgraf::{BlockKind, DiagnosticKind};
use pyo3::prelude::*;

record! {
    /// A block of the page: one or more whole lines of one kind.
    Block {
        /// What it is: `headline`, `paragraph`, `navigation` …
        kind: Word<BlockKind>,
        /// Where it stands.
        span: Range,
        /// Its text, line breaks included.
        text: String,
    }
}

record! {
    /// A stretch of the article: where it stands and what it says.
    Excerpt {
        /// Where it stands.
        span: Range,
        /// Its text, unchanged.
        text: String,
    }
}

record! {
    /// The headline as it is shown.
    Headline {
        /// Where it stands.
        span: Range,
        /// Its text, unchanged.
        text: String,
    }
}

record! {
    /// A sentence: it lies inside one block of prose.
    Sentence {
        /// Where it stands.
        span: Range,
        /// Its text, unchanged.
        text: String,
    }
}

record! {
    /// A part of the body: a heading and what stands under it.
    Section {
        /// The heading, or None for what stands before the first one.
        heading: Option<Excerpt>,
        /// Its blocks: a half-open range of indices into the blocks of the article, the heading included.
        blocks: Range,
    }
    shows |section| {
        heading: section.heading.as_ref().map(|heading| heading.text.as_str()),
        blocks: section.blocks,
    }
}

record! {
    /// One of those who wrote the article: a person or an agency.
    Author {
        /// Where the name stands.
        span: Range,
        /// The name as written.
        name: String,
    }
}

record! {
    /// Who wrote the article.
    Byline {
        /// The whole line or lines, with the date, where one stands there too.
        span: Range,
        /// The authors in order.
        authors: Items<Author>,
    }
    shows |byline| {
        authors: byline.authors.iter().map(|author| author.name.clone()).collect::<Items<_>>(),
        span: byline.span,
    }
}

record! {
    /// The place, agency and date that open the first paragraph of a report.
    Dateline {
        /// From the place up to the dash or colon, that included.
        span: Range,
        /// The place as written, with its region.
        place: String,
        /// The agency as written, without brackets, or None.
        agency: Option<String>,
        /// The date that it gives, in ISO 8601, or None.
        date: Option<String>,
    }
}

record! {
    /// When the text says that the article was published and updated.
    Published {
        /// Where it says so.
        span: Range,
        /// The day, with the time where one is shown, in ISO 8601, or None.
        date: Option<String>,
        /// The same of the last change, or None.
        updated: Option<String>,
    }
}

record! {
    /// Something odd in the text, with its place.
    Diagnostic {
        /// What was odd: `unclosed_quotation`, `markup` …
        kind: Word<DiagnosticKind>,
        /// Where.
        span: Range,
        /// A full sentence about it.
        message: String,
    }
}

impl Block {
    pub(crate) fn of(block: nutgraf::Block<'_>, places: &Places<'_>) -> Self {
        Self { kind: Word(block.kind()), span: places.range(block.span()), text: block.text().into() }
    }
}

impl Excerpt {
    pub(crate) fn of(excerpt: nutgraf::Excerpt<'_>, places: &Places<'_>) -> Self {
        Self { span: places.range(excerpt.span()), text: excerpt.text().into() }
    }
}

impl Headline {
    pub(crate) fn of(headline: nutgraf::Headline<'_>, places: &Places<'_>) -> Self {
        Self { span: places.range(headline.span()), text: headline.text().into() }
    }
}

impl Sentence {
    pub(crate) fn of(sentence: nutgraf::Sentence<'_>, places: &Places<'_>) -> Self {
        Self { span: places.range(sentence.span()), text: sentence.text().into() }
    }
}

impl Section {
    pub(crate) fn of(section: nutgraf::Section<'_>, places: &Places<'_>) -> Self {
        let blocks = section.blocks();
        Self {
            heading: section.heading().map(|heading| Excerpt::of(heading, places)),
            blocks: (blocks.start as u32, blocks.end as u32),
        }
    }
}

impl Byline {
    pub(crate) fn of(byline: nutgraf::Byline<'_>, places: &Places<'_>) -> Self {
        let author = |author: nutgraf::Excerpt<'_>| Author {
            span: places.range(author.span()),
            name: author.text().into(),
        };
        Self { span: places.range(byline.span()), authors: byline.authors().map(author).collect() }
    }
}

impl Dateline {
    pub(crate) fn of(dateline: nutgraf::Dateline<'_>, places: &Places<'_>) -> Self {
        Self {
            span: places.range(dateline.span()),
            place: dateline.place().into(),
            agency: dateline.agency().map(String::from),
            date: dateline.date().map(|date| date.to_string()),
        }
    }
}

impl Published {
    pub(crate) fn of(published: nutgraf::Published, places: &Places<'_>) -> Self {
        Self {
            span: places.range(published.span()),
            date: published.date().map(|date| date.to_string()),
            updated: published.updated().map(|updated| updated.to_string()),
        }
    }
}

impl Diagnostic {
    pub(crate) fn of(diagnostic: nutgraf::Diagnostic, places: &Places<'_>) -> Self {
        Self {
            kind: Word(diagnostic.kind()),
            span: places.range(diagnostic.span()),
            message: diagnostic.message().into(),
        }
    }
}
