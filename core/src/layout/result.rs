//! What layout finds: blocks, the article's own fields, and sections.

use crate::date::Moment;
use crate::keyword::keywords;
use crate::span::{Excerpt, Span};
use std::ops::Range;

/// What a block of lines is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub enum BlockKind {
    /// The article's own headline.
    Headline,
    /// The summary under the headline.
    Standfirst,
    /// Who wrote it; a line with byline and date is a byline.
    Byline,
    /// When it was published or updated.
    Published,
    /// A heading within the body, a live blog's time stamp, an interview's question on a line of its own.
    Heading,
    /// A paragraph of the body.
    Paragraph,
    /// One item of a list in the body.
    ListItem,
    /// Words of the body shown again, larger.
    PullQuote,
    /// A picture's caption with its credit.
    Caption,
    /// Menus, breadcrumbs, section and site names, search, log-in.
    Navigation,
    /// Links and teasers to other stories.
    Related,
    /// Share bars, newsletter boxes, advertising, notices, comments, tags, author boxes.
    Boilerplate,
}

keywords!(BlockKind {
    Headline = "headline",
    Standfirst = "standfirst",
    Byline = "byline",
    Published = "published",
    Heading = "heading",
    Paragraph = "paragraph",
    ListItem = "list_item",
    PullQuote = "pull_quote",
    Caption = "caption",
    Navigation = "navigation",
    Related = "related",
    Boilerplate = "boilerplate",
});

impl BlockKind {
    /// Whether sentences are cut in blocks of this kind: headline, standfirst, headings, paragraphs, list items, pull
    /// quotes and captions.
    pub const fn is_prose(self) -> bool {
        matches!(
            self,
            Self::Headline
                | Self::Standfirst
                | Self::Heading
                | Self::Paragraph
                | Self::ListItem
                | Self::PullQuote
                | Self::Caption
        )
    }

    /// Whether the running text goes on past it: pull quotes and captions.
    pub(crate) const fn is_aside(self) -> bool {
        matches!(self, Self::PullQuote | Self::Caption)
    }

    /// Whether it belongs to the page around the article: navigation, related stories, boilerplate.
    pub const fn is_furniture(self) -> bool {
        matches!(self, Self::Navigation | Self::Related | Self::Boilerplate)
    }
}

/// A block of the page: one or more whole lines of one kind.
///
/// Blocks are in order and do not overlap, and every non-blank line of the text lies in exactly one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Block<'a> {
    kind: BlockKind,
    excerpt: Excerpt<'a>,
}

impl<'a> Block<'a> {
    /// What it is.
    pub fn kind(self) -> BlockKind {
        self.kind
    }

    /// Where it stands, without white space around it.
    pub fn span(self) -> Span {
        self.excerpt.span()
    }

    /// Its text, line breaks included.
    pub fn text(self) -> &'a str {
        self.excerpt.text()
    }
}

/// A block as it is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct BlockData {
    pub(crate) kind: BlockKind,
    pub(crate) span: Span,
}

impl BlockData {
    pub(crate) fn view(self, text: &str) -> Block<'_> {
        Block { kind: self.kind, excerpt: Excerpt::new(text, self.span) }
    }
}

/// The headline as it is shown, not the page's title with the site's name behind it.
pub type Headline<'a> = Excerpt<'a>;

/// Who wrote the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Byline<'a> {
    text: &'a str,
    data: &'a BylineData,
}

impl<'a> Byline<'a> {
    /// The whole line or lines, with the date, where one stands there too.
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The names in order, people and agencies, without `By`, jobs and handles.
    pub fn authors(self) -> impl ExactSizeIterator<Item = Excerpt<'a>> {
        self.data.authors.iter().map(move |span| Excerpt::new(self.text, *span))
    }
}

/// A byline as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct BylineData {
    pub(crate) span: Span,
    pub(crate) authors: Vec<Span>,
}

impl BylineData {
    pub(crate) fn view<'a>(&'a self, text: &'a str) -> Byline<'a> {
        Byline { text, data: self }
    }
}

/// The place, agency and date that open the first paragraph of a report: `WASHINGTON (AP) — `.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Dateline<'a> {
    text: &'a str,
    data: DatelineData,
}

impl<'a> Dateline<'a> {
    /// From the place up to the dash or colon, that included.
    pub fn span(self) -> Span {
        self.data.span
    }

    /// The place as written, with its region.
    pub fn place(self) -> &'a str {
        &self.text[self.data.place.range()]
    }

    /// The agency as written, without brackets.
    pub fn agency(self) -> Option<&'a str> {
        self.data.agency.map(|span| &self.text[span.range()])
    }

    /// The date that it gives.
    pub fn date(self) -> Option<Moment> {
        self.data.date
    }
}

/// A dateline as it is kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct DatelineData {
    pub(crate) span: Span,
    pub(crate) place: Span,
    pub(crate) agency: Option<Span>,
    pub(crate) date: Option<Moment>,
}

impl DatelineData {
    pub(crate) fn view(self, text: &str) -> Dateline<'_> {
        Dateline { text, data: self }
    }
}

/// When the text says that the article was published and updated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Published {
    pub(crate) span: Span,
    pub(crate) date: Option<Moment>,
    pub(crate) updated: Option<Moment>,
}

impl Published {
    /// Where it says so.
    pub fn span(self) -> Span {
        self.span
    }

    /// The day, and the time where one is shown.
    pub fn date(self) -> Option<Moment> {
        self.date
    }

    /// The day and time of the last change shown.
    pub fn updated(self) -> Option<Moment> {
        self.updated
    }
}

/// A part of the body: a heading and what stands under it. The first may have no heading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Section<'a> {
    text: &'a str,
    data: &'a SectionData,
}

impl<'a> Section<'a> {
    /// The heading, or `None` for what stands before the first one.
    pub fn heading(self) -> Option<Excerpt<'a>> {
        self.data.heading.map(|span| Excerpt::new(self.text, span))
    }

    /// Its blocks, as indices into [`Article::blocks`](crate::Article::blocks), the heading included.
    pub fn blocks(self) -> Range<usize> {
        self.data.blocks.start as usize..self.data.blocks.end as usize
    }
}

/// A section as it is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct SectionData {
    pub(crate) heading: Option<Span>,
    pub(crate) blocks: Range<u32>,
}

impl SectionData {
    pub(crate) fn view<'a>(&'a self, text: &'a str) -> Section<'a> {
        Section { text, data: self }
    }
}
