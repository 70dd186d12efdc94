//! The tables of articles, blocks and sentences.

use super::column::{MaybeText, MaybeWhole, MaybeWord, Text, Whole, Word, columns};
use super::context::Context;
use super::fill::Fill;
use crate::source::Fault;
use nutgraf::{BlockKind, Language};

columns! {
    /// A row a text, also of those that were missing or could not be read.
    Articles {
        /// The headline as it is shown.
        headline: MaybeText,
        /// The authors, joined with `; `.
        authors: MaybeText,
        /// The place of the dateline.
        place: MaybeText,
        /// The agency of the dateline.
        agency: MaybeText,
        /// When the text says it was published, in ISO 8601.
        published: MaybeText,
        /// When the text says it was updated, in ISO 8601.
        updated: MaybeText,
        /// The language as far as function words tell: `en` or `und`; null where nothing was read.
        language: MaybeWord<Language>,
        /// The length of the text in code points.
        characters: MaybeWhole,
        /// How many sections there are.
        sections: MaybeWhole,
        /// How many blocks.
        blocks: MaybeWhole,
        /// How many sentences.
        sentences: MaybeWhole,
        /// How many speakers.
        speakers: MaybeWhole,
        /// How many quotes.
        quotes: MaybeWhole,
        /// How many claims.
        claims: MaybeWhole,
        /// How many dates.
        dates: MaybeWhole,
        /// How much was odd about the text.
        diagnostics: MaybeWhole,
        /// Why the text could not be read; null where it was, or where there was none.
        error: MaybeText,
    }
}

impl Articles {
    fn counts(&mut self, counts: Option<[usize; 9]>) {
        let columns = [
            &mut self.characters,
            &mut self.sections,
            &mut self.blocks,
            &mut self.sentences,
            &mut self.speakers,
            &mut self.quotes,
            &mut self.claims,
            &mut self.dates,
            &mut self.diagnostics,
        ];
        for (index, column) in columns.into_iter().enumerate() {
            column.push(counts.map(|counts| counts[index] as i64));
        }
    }
}

impl Fill for Articles {
    fn article(&mut self, context: &Context<'_>) -> usize {
        let article = context.article;
        self.headline.push(article.headline().map(|headline| headline.text()));
        let authors = article.byline().map(|byline| {
            let names: Vec<_> = byline.authors().map(|author| author.text()).collect();
            names.join("; ")
        });
        self.authors.push(authors.as_deref());
        let dateline = article.dateline();
        self.place.push(dateline.map(|dateline| dateline.place()));
        self.agency.push(dateline.and_then(|dateline| dateline.agency()));
        let published = article.published();
        let moment = |moment: Option<nutgraf::Moment>| moment.map(|moment| moment.to_string());
        self.published.push(moment(published.and_then(|published| published.date())).as_deref());
        self.updated.push(moment(published.and_then(|published| published.updated())).as_deref());
        self.language.push(article.language());
        let (_, characters) = context.range(nutgraf::Span::new(0, article.text().len() as u32));
        self.counts(Some([
            characters as usize,
            article.sections().len(),
            article.blocks().len(),
            article.sentences().len(),
            article.speakers().len(),
            article.quotes().len(),
            article.claims().len(),
            article.dates().len(),
            article.diagnostics().len(),
        ]));
        self.error.push(None);
        1
    }

    fn nothing(&mut self, fault: Option<&Fault>) -> usize {
        self.headline.push(None);
        self.authors.push(None);
        self.place.push(None);
        self.agency.push(None);
        self.published.push(None);
        self.updated.push(None);
        self.language.push(None);
        self.counts(None);
        self.error.push(fault.map(|fault| format!("{}: {}", fault.kind, fault.message)).as_deref());
        1
    }
}

columns! {
    /// A row a block.
    Blocks {
        /// The place of the block among those of its article, from 0.
        block_index: Whole,
        /// What it is: `headline`, `paragraph`, `navigation` …
        kind: Word<BlockKind>,
        /// Its text, line breaks included.
        text: Text,
        /// The section that it belongs to; null outside the body.
        section_index: MaybeWhole,
        /// The heading of that section; null before the first heading.
        section_heading: MaybeText,
        /// Where it starts, in code points.
        start: Whole,
        /// Where it ends.
        end: Whole,
    }
}

impl Fill for Blocks {
    fn article(&mut self, context: &Context<'_>) -> usize {
        let headings: Vec<_> = context.article.sections().map(|section| section.heading()).collect();
        let blocks = context.article.blocks();
        let count = blocks.len();
        for (index, block) in blocks.enumerate() {
            self.block_index.push(index as i64);
            self.kind.push(block.kind());
            self.text.push(block.text());
            let section = context.section_of(index);
            self.section_index.push(section);
            let heading = section.and_then(|section| headings[section as usize]);
            self.section_heading.push(heading.map(|heading| heading.text()));
            let (start, end) = context.range(block.span());
            self.start.push(start);
            self.end.push(end);
        }
        count
    }
}

columns! {
    /// A row a sentence.
    Sentences {
        /// The place of the sentence among those of its article, from 0.
        sentence_index: Whole,
        /// Its text.
        text: Text,
        /// The block that it lies in.
        block_index: MaybeWhole,
        /// The section that it lies in; null outside the body.
        section_index: MaybeWhole,
        /// Where it starts, in code points.
        start: Whole,
        /// Where it ends.
        end: Whole,
    }
}

impl Fill for Sentences {
    fn article(&mut self, context: &Context<'_>) -> usize {
        let sentences = context.article.sentences();
        let count = sentences.len();
        for (index, sentence) in sentences.enumerate() {
            self.sentence_index.push(index as i64);
            self.text.push(sentence.text());
            let (block, section) = context.block_and_section(sentence.span());
            self.block_index.push(block);
            self.section_index.push(section);
            let (start, end) = context.range(sentence.span());
            self.start.push(start);
            self.end.push(end);
        }
        count
    }
}
