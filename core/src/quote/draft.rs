//! Drafts to quotes: spans, kind, construction, speaker and addressee.

use super::attribution::Attribution;
use super::candidates::{Position, Source};
use super::confidence::Confidence;
use super::join::{Attributed, Draft};
use super::marks::{Stretch, around};
use super::speaker::{self, Speakers};
use super::{Construction, CueData, QuoteData, QuoteList, Quoted, run};
use crate::lexicon::{self, Part, Table, tables};
use crate::mention::{AddresseeData, ChunkClass};
use crate::model::Share;
use crate::scan::Kind;
use crate::scratch::{Lent, Spare};
use crate::span::Span;
use std::borrow::Cow;
use std::ops::Range;

/// What quotes are made in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    speakers: speaker::Scratch,
    runs: Spare<Vec<Range<usize>>>,
    contents: Spare<Vec<Span>>,
    addressees: Spare<Vec<Option<usize>>>,
}

/// Makes quotes of drafts, in text order, and the list of who speaks; leaves out what is less sure than `least` hundredths.
pub(super) fn finish(
    article: Attributed<'_>,
    drafts: Lent<'_, Vec<Draft>>,
    least: u8,
    scratch: &mut Scratch,
) -> Quoted {
    let Scratch { speakers, runs, contents, addressees } = scratch;
    let mut making = Making {
        article,
        speakers: Speakers::new(article.scan, article.mentions, speakers),
        confidence: Confidence::fetch(),
        least,
        runs: runs.lend(),
        contents: contents.lend(),
    };
    making.contents.reserve_exact(drafts.len() + drafts.len() / 2);
    let mut quotes = Vec::with_capacity(drafts.len());
    let mut addressees = addressees.lend();
    addressees.reserve_exact(drafts.len());
    for draft in drafts.iter() {
        if let Some(quote) = making.quote(draft) {
            addressees.push(article.attribution(draft).and_then(|attribution| attribution.addressee));
            quotes.push(quote);
        }
    }
    drop(drafts);
    for (quote, to) in quotes.iter_mut().zip(addressees.drain(..)) {
        quote.addressee = to.map(|chunk| making.addressee(chunk));
    }
    let (speakers, numbers) = making.speakers.finish();
    for quote in &mut quotes {
        let speaker = quote.speaker.as_mut().map(|mention| &mut mention.speaker);
        let addressee = quote.addressee.as_mut().and_then(|addressee| addressee.speaker.as_mut());
        speaker.into_iter().chain(addressee).for_each(|id| *id = numbers[*id as usize]);
    }
    Quoted { quotes: QuoteList::sorted(quotes, &making.contents), speakers }
}

struct Making<'a> {
    article: Attributed<'a>,
    speakers: Speakers<'a>,
    confidence: Confidence,
    least: u8,
    /// The runs of the quote at hand.
    runs: Lent<'a, Vec<Range<usize>>>,
    /// The contents of all quotes.
    contents: Lent<'a, Vec<Span>>,
}

impl Making<'_> {
    /// The quote that a draft makes, if it says anything and is sure enough; only then its speaker is one who speaks.
    fn quote(&mut self, draft: &Draft) -> Option<QuoteData> {
        let Attributed { scan, stretches, .. } = self.article;
        let attribution = self.article.attribution(draft);
        self.runs.clear();
        self.runs.extend(draft.content.iter().cloned());
        self.runs.sort_by_key(|run| run.start);
        // Each run is asked for its stretches more than once, so those of all are found first.
        let end = self.runs.iter().map(|run| run.end).max()?;
        let near = stretches.touching(&(self.runs[0].start..end));
        self.trim(near, attribution);
        let runs = &self.runs;
        let mut span = self.outer(near, runs.first()?);
        for run in &runs[1..] {
            span = span.cover(self.outer(near, run));
        }
        let kind = run::kind(scan, near, runs);
        let construction =
            attribution.map_or(Construction::Bare, |attribution| self.construction(attribution, runs));
        let share = attribution.map_or(Share::CERTAIN, |attribution| attribution.share);
        let confidence = self.confidence.of(kind, construction, share);
        if confidence < self.least {
            return None;
        }
        let cue = attribution.and_then(|attribution| self.cue(attribution));
        let source = attribution.and_then(|attribution| Some((attribution.source?, attribution)));
        let speaker = source.map(|(source, attribution)| {
            let known = !self.answers_itself(draft, source);
            self.speakers.mention(source, attribution, known)
        });
        let others = [cue.as_ref().map(|cue| cue.span), speaker.map(|speaker| speaker.span)];
        span = others.into_iter().flatten().fold(span, Span::cover);
        let first = self.contents.len() as u32;
        self.contents.extend(self.runs.iter().map(|run| scan.span_of(run.clone())));
        let content = first..self.contents.len() as u32;
        Some(QuoteData { kind, span, content, cue, speaker, addressee: None, confidence, construction })
    }

    /// Whether a pronoun that answers was taken for the one who has just asked: `“Are you?” she asked. “No,” she replied.`
    fn answers_itself(&self, draft: &Draft, source: Source) -> bool {
        const ASKS: [&str; 2] = ["ask", "inquire"];
        const ANSWERS: [&str; 3] = ["answer", "reply", "respond"];
        let Attributed { attributions, mentions, .. } = self.article;
        let last = draft.attribution.and_then(|index| (index as usize).checked_sub(1));
        let Some([before, own]) = last.and_then(|last| attributions.get(last..last + 2)) else {
            return false;
        };
        let is = |attribution: &Attribution, lemmas: &[&str]| {
            attribution.site.row.is_some_and(|row| lemmas.contains(&row.lemma))
        };
        let chunk = &mentions.chunks[source.chunk];
        let asked = before.source.and_then(|asker| mentions.chunks[asker.chunk].entity);
        chunk.class == ChunkClass::Pronoun
            && chunk.entity.is_some()
            && chunk.entity == asked
            && own.block <= before.block + 1
            && is(own, &ANSWERS)
            && is(before, &ASKS)
    }

    /// Leaves of the runs what is said. `near` are the stretches that touch them.
    fn trim(&mut self, near: &[Stretch], attribution: Option<&Attribution>) {
        let scan = self.article.scan;
        // A stretch that its own cue stands in says nothing: `"Related:"`.
        let apart = |run: &Range<usize>| {
            let cue = attribution.map(|attribution| &attribution.site.tokens);
            cue.is_none_or(|cue| run.end <= cue.start || cue.end <= run.start)
        };
        self.runs.retain_mut(|run| {
            let trimmed = run::trim(scan, near, run).filter(apart);
            trimmed.map(|trimmed| *run = trimmed).is_some()
        });
    }

    /// The span of a run with the marks around it.
    fn outer(&self, near: &[Stretch], run: &Range<usize>) -> Span {
        let mut tokens = run.clone();
        if let Some(stretch) = around(near, run.start).filter(|stretch| stretch.inner().start == run.start) {
            tokens.start = stretch.outer().start;
        }
        if let Some(stretch) = around(near, run.end - 1).filter(|stretch| stretch.inner().end == run.end) {
            tokens.end = stretch.outer().end;
        }
        self.article.scan.span_of(tokens)
    }

    fn cue(&self, attribution: &Attribution) -> Option<CueData> {
        let site = &attribution.site;
        if site.tokens.is_empty() {
            return None;
        }
        let lemma = site.row.map_or_else(|| self.verb(site.head), |row| Cow::Borrowed(row.lemma));
        Some(CueData { span: self.article.scan.span_of(site.tokens.clone()), lemma })
    }

    /// The lemma of a verb that is no listed cue.
    fn verb(&self, index: usize) -> Cow<'static, str> {
        let surface = self.article.scan.word(index);
        let row = lexicon::row(self.article.scan.tokens[index].word, Table::Verb, surface);
        row.map_or_else(
            || Cow::Owned(surface.to_lowercase()),
            |row| Cow::Borrowed(tables::VERB[row as usize].lemma),
        )
    }

    /// The order of content, cue and speaker.
    fn construction(&self, attribution: &Attribution, runs: &[Range<usize>]) -> Construction {
        let site = &attribution.site;
        let before = runs.iter().any(|run| run.start < site.head);
        let behind = runs.iter().any(|run| run.start > site.head);
        if site.tokens.is_empty() {
            let colon = self.article.scan.tokens[site.head].is(Kind::Colon);
            return if colon { Construction::Colon } else { Construction::Dash };
        }
        let Some(source) = attribution.source else { return Construction::CueContent };
        let inverted = matches!(source.position, Position::Behind(_));
        match (before, behind, inverted) {
            (true, false, true) if site.row.is_some_and(|row| row.part == Part::Preposition) => {
                Construction::ContentAccordingTo
            }
            (true, true, false) => Construction::ContentSpeakerCueContent,
            (true, true, true) => Construction::ContentCueSpeakerContent,
            (true, false, false) => Construction::ContentSpeakerCue,
            (true, false, true) => Construction::ContentCueSpeaker,
            (false, _, true) => Construction::CueSpeakerContent,
            (false, _, false) => Construction::SpeakerCueContent,
        }
    }

    fn addressee(&self, chunk: usize) -> AddresseeData {
        let chunk = &self.article.mentions.chunks[chunk];
        let entity = chunk.entity.map(|entity| &self.article.mentions.entities[entity.get()]);
        let name = entity.map_or_else(|| speaker::name(self.article.scan, chunk), |entity| entity.name);
        AddresseeData {
            span: self.article.scan.span_of(chunk.tokens.start as usize..chunk.tokens.end as usize),
            name: self.article.scan.str(name).into(),
            kind: entity.map_or(chunk.kind, |entity| entity.kind),
            speaker: chunk.entity.and_then(|entity| self.speakers.of_entity(entity)),
        }
    }
}
