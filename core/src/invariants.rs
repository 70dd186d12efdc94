//! What holds for every article, as one check that tests, fuzz targets and users of the feature `invariants` share.

use crate::{Article, Span};
use std::fmt::{Debug, Display};

/// Says what about an article is not as it must be, or nothing.
///
/// Spans lie inside the text and on character boundaries; blocks are in order, do not overlap, and hold every non-blank
/// line whole; sentences are in order inside blocks; sections lie within the blocks; quotes, claims and dates come in text
/// order; the quantities of two claims do not overlap; parts lie inside the whole they belong to; indices lead somewhere.
///
/// # Errors
/// The first thing that does not hold, as a sentence.
pub fn check(article: &Article<'_>) -> Result<(), String> {
    let checker = Checker { text: article.text() };
    checker.blocks(article)?;
    checker.fields(article)?;
    checker.sentences(article)?;
    checker.speakers(article)?;
    checker.quotes(article)?;
    checker.claims(article)?;
    checker.dates(article)?;
    article.diagnostics().iter().try_for_each(|diagnostic| checker.inside("diagnostic", diagnostic.span()))
}

fn require(holds: bool, what: impl Display, found: impl Debug) -> Result<(), String> {
    if holds { Ok(()) } else { Err(format!("{what}: {found:?}")) }
}

struct Checker<'t> {
    text: &'t str,
}

impl Checker<'_> {
    fn inside(&self, what: &str, span: Span) -> Result<(), String> {
        require(
            self.text.get(span.range()).is_some(),
            format_args!("{what} lies outside the text or cuts a character"),
            span,
        )
    }

    fn visible(&self, what: &str, span: Span) -> Result<(), String> {
        self.inside(what, span)?;
        require(!span.is_empty(), format_args!("{what} is empty"), span)?;
        let surface = &self.text[span.range()];
        require(
            surface.trim().len() == surface.len(),
            format_args!("{what} has white space at an end"),
            (span, surface),
        )
    }

    fn part(&self, what: &str, whole: Span, part: Span) -> Result<(), String> {
        self.visible(what, part)?;
        require(whole.contains(part), format_args!("{what} lies outside its whole"), (whole, part))
    }

    fn blocks(&self, article: &Article<'_>) -> Result<(), String> {
        let mut end = 0;
        for block in article.blocks() {
            self.visible("block", block.span())?;
            require(block.span().start() >= end, "a block begins before the one before ends", block)?;
            end = block.span().end();
        }
        let count = article.blocks().len();
        if count == 0 {
            return Ok(());
        }
        self.every_line(article)?;
        let mut next = None;
        for section in article.sections() {
            let blocks = section.blocks();
            require(!blocks.is_empty() && blocks.end <= count, "a section holds no blocks", section)?;
            require(
                next.is_none_or(|next| next == blocks.start),
                "sections do not follow each other",
                section,
            )?;
            next = Some(blocks.end);
            let opens = article.blocks().nth(blocks.start).map(|block| block.span());
            if let Some(heading) = section.heading() {
                require(opens == Some(heading.span()), "a section does not open with its heading", section)?;
            }
        }
        Ok(())
    }

    /// Every character that shows something lies in a block, and no block begins or ends within a line.
    fn every_line(&self, article: &Article<'_>) -> Result<(), String> {
        let mut blocks = article.blocks().map(|block| block.span()).peekable();
        for (at, shown) in self.text.char_indices().filter(|(_, c)| is_shown(*c)) {
            let at = at as u32;
            while blocks.next_if(|block| block.end() <= at).is_some() {}
            let held = blocks.peek().is_some_and(|block| block.contains_offset(at));
            require(held, "a character lies in no block", (at, shown))?;
        }
        for block in article.blocks() {
            let before = self.text[..block.span().start() as usize]
                .chars()
                .rev()
                .find(|c| is_shown(*c) || is_break(*c));
            let after =
                self.text[block.span().end() as usize..].chars().find(|c| is_shown(*c) || is_break(*c));
            let whole = before.is_none_or(is_break) && after.is_none_or(is_break);
            require(whole, "a block begins or ends within a line", block)?;
        }
        Ok(())
    }

    fn fields(&self, article: &Article<'_>) -> Result<(), String> {
        if let Some(headline) = article.headline() {
            self.visible("headline", headline.span())?;
        }
        if let Some(byline) = article.byline() {
            self.visible("byline", byline.span())?;
            byline.authors().try_for_each(|author| self.part("author", byline.span(), author.span()))?;
        }
        if let Some(dateline) = article.dateline() {
            self.visible("dateline", dateline.span())?;
        }
        article.published().map_or(Ok(()), |published| self.visible("published", published.span()))
    }

    fn sentences(&self, article: &Article<'_>) -> Result<(), String> {
        let mut blocks =
            article.blocks().filter(|block| block.kind().is_prose()).map(|block| block.span()).peekable();
        let layout = article.blocks().len() > 0;
        let mut end = 0;
        for sentence in article.sentences() {
            let span = sentence.span();
            self.visible("sentence", span)?;
            require(span.start() >= end, "a sentence begins before the one before ends", sentence)?;
            end = span.end();
            while blocks.next_if(|block| block.end() <= span.start()).is_some() {}
            let held = !layout || blocks.peek().is_some_and(|block| block.contains(span));
            require(held, "a sentence lies in no block of prose", sentence)?;
        }
        Ok(())
    }

    fn speakers(&self, article: &Article<'_>) -> Result<(), String> {
        for speaker in article.speakers() {
            require(!speaker.name().trim().is_empty(), "a speaker has no name", speaker)?;
            let ordered = speaker.mentions().windows(2).all(|pair| pair[0] < pair[1]);
            require(ordered, "the mentions of a speaker are out of order", speaker)?;
            speaker.mentions().iter().try_for_each(|mention| self.visible("mention", *mention))?;
        }
        Ok(())
    }

    fn quotes(&self, article: &Article<'_>) -> Result<(), String> {
        let mut before = Span::default();
        for quote in article.quotes() {
            let whole = quote.span();
            self.visible("quote", whole)?;
            require(before <= whole, "quotes are out of order", (before, whole))?;
            before = whole;
            require(!quote.content().is_empty(), "a quote has no content", quote)?;
            quote.content().iter().try_for_each(|run| self.part("content", whole, *run))?;
            let apart = quote.content().windows(2).all(|pair| pair[0].end() <= pair[1].start());
            require(apart, "runs of content overlap or are out of order", quote.content())?;
            if let Some(cue) = quote.cue() {
                self.part("cue", whole, cue.span())?;
                let clear = quote.content().iter().all(|run| !run.overlaps(cue.span()));
                require(clear, "a cue stands in its content", quote)?;
            }
            if let Some(speaker) = quote.speaker() {
                // The speaker of an earlier quote may serve, whose mention then lies before this one.
                self.visible("speaker", speaker.span())?;
                require(
                    speaker.id().is_some_and(|id| id < article.speakers().len()),
                    "a speaker is not listed",
                    quote,
                )?;
            }
            if let Some(addressee) = quote.addressee() {
                self.visible("addressee", addressee.span())?;
            }
            require((0.0..=1.0).contains(&quote.confidence()), "a confidence lies outside 0 to 1", quote)?;
        }
        Ok(())
    }

    fn claims(&self, article: &Article<'_>) -> Result<(), String> {
        let mut end = 0;
        for claim in article.claims() {
            let quantity = claim.quantity();
            self.visible("claim", claim.span())?;
            self.part("quantity", claim.span(), quantity.span())?;
            require(quantity.span().start() >= end, "quantities overlap or are out of order", claim)?;
            end = quantity.span().end();
            if let Some(unit) = quantity.unit() {
                self.visible("unit", unit.span())?;
                require(!unit.name().is_empty(), "a unit has no name", claim)?;
            }
            if let Some(subject) = claim.subject() {
                self.part("subject", claim.span(), subject.span())?;
            }
            let range = quantity.low().is_some() || quantity.high().is_some();
            require(quantity.value().is_some() != range, "a quantity is a number or a range", claim)?;
            if let (Some(low), Some(high)) = (quantity.low(), quantity.high()) {
                require(low <= high, "a range runs backwards", claim)?;
            }
            let quotes = article.quotes().len();
            require(
                claim.quote_index().is_none_or(|index| index < quotes),
                "a claim's quote is not listed",
                claim,
            )?;
            let dates = article.dates().len();
            require(
                claim.date_index().is_none_or(|index| index < dates),
                "a claim's date is not listed",
                claim,
            )?;
            require((0.0..=1.0).contains(&claim.confidence()), "a confidence lies outside 0 to 1", claim)?;
        }
        Ok(())
    }

    fn dates(&self, article: &Article<'_>) -> Result<(), String> {
        let mut end = 0;
        for date in article.dates() {
            self.visible("date", date.span())?;
            require(date.span().start() >= end, "dates overlap or are out of order", date)?;
            end = date.span().end();
        }
        Ok(())
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character shows something; characters of no width may lie outside blocks.
fn is_shown(c: char) -> bool {
    !c.is_whitespace() && !crate::scan::is_invisible(c)
}
