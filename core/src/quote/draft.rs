//! Drafts to quotes: spans, kind, construction, speaker and addressee.

use super::attribution::Attribution;
use super::candidates::Place;
use super::join::Draft;
use super::marks::Stretches;
use super::speaker::{self, Speakers};
use super::{Construction, CueData, QuoteData, Quoted, run};
use crate::lexicon::{self, Part, Table, tables};
use crate::mention::{AddresseeData, MentionData, Mentions};
use crate::scan::{Kind, Scan};
use crate::span::Span;
use std::borrow::Cow;
use std::ops::Range;

/// What of a hundred stretches of five words and more, with neither cue nor speaker, are quotes.
const BARE: u8 = 90;
/// How sure a speaker is that goes on from the paragraph before.
const CARRIED: u8 = 70;

/// Makes quotes of drafts, in text order, and the list of who speaks.
pub(super) fn finish(
    scan: &Scan<'_>,
    stretches: &Stretches,
    mentions: &Mentions,
    drafts: &[Draft],
) -> Quoted {
    let mut making =
        Making { scan, stretches, mentions, speakers: Speakers::new(scan, mentions), said: Vec::new() };
    let mut quotes = Vec::with_capacity(drafts.len());
    let mut addressees = Vec::new();
    for draft in drafts {
        let speaker = making.speaker(drafts, draft);
        making.said.push(speaker);
        if let Some(quote) = making.quote(draft, speaker) {
            let to = draft.attribution.as_ref().and_then(|attribution| attribution.addressee);
            addressees.push(to);
            quotes.push(quote);
        }
    }
    for (quote, to) in quotes.iter_mut().zip(addressees) {
        quote.addressee = to.map(|chunk| making.addressee(chunk));
    }
    let (speakers, numbers) = making.speakers.finish();
    for quote in &mut quotes {
        if let Some(mention) = &mut quote.speaker {
            mention.speaker = numbers[mention.speaker as usize];
        }
        if let Some(id) = quote.addressee.as_mut().and_then(|addressee| addressee.speaker.as_mut()) {
            *id = numbers[*id as usize];
        }
    }
    quotes.sort_by_key(|quote| (quote.span, quote.content[0]));
    Quoted { quotes, speakers }
}

struct Making<'a> {
    scan: &'a Scan<'a>,
    stretches: &'a Stretches,
    mentions: &'a Mentions,
    speakers: Speakers<'a>,
    /// The speaker of each draft so far.
    said: Vec<Option<MentionData>>,
}

impl Making<'_> {
    fn speaker(&mut self, drafts: &[Draft], draft: &Draft) -> Option<MentionData> {
        if let Some(attribution) = &draft.attribution {
            let source = attribution.source?;
            return Some(self.speakers.mention(source, attribution));
        }
        // The drafts of attributions come first, and a carried one after that which it is carried from.
        let from = draft.carried.filter(|from| *from < drafts.len())?;
        self.said.get(from).copied().flatten()
    }

    fn quote(&self, draft: &Draft, speaker: Option<MentionData>) -> Option<QuoteData> {
        let trimmed = draft.content.iter().filter_map(|range| run::trim(self.scan, self.stretches, range));
        // A stretch that its own cue stands in says nothing: `"Related:"`.
        let apart = |run: &Range<usize>| {
            let cue = draft.attribution.as_ref().map(|attribution| &attribution.site.tokens);
            cue.is_none_or(|cue| run.end <= cue.start || cue.end <= run.start)
        };
        let runs: Vec<Range<usize>> = trimmed.filter(apart).collect();
        let mut span = self.outer(runs.first()?);
        for run in &runs[1..] {
            span = span.cover(self.outer(run));
        }
        let kind = run::kind(self.scan, self.stretches, &runs);
        let attribution = draft.attribution.as_ref();
        let cue = attribution.and_then(|attribution| self.cue(attribution));
        if let Some(cue) = &cue {
            span = span.cover(cue.span);
        }
        if let (Some(speaker), Some(_)) = (speaker, attribution) {
            span = span.cover(speaker.span);
        }
        let content = run::spans(self.scan, &runs);
        let confidence = match (attribution, speaker) {
            (Some(attribution), _) => attribution.share.hundredths(),
            (None, Some(_)) => CARRIED,
            (None, None) => BARE,
        };
        let construction = attribution.map_or(
            if speaker.is_some() { Construction::Carried } else { Construction::Bare },
            |attribution| self.construction(attribution, &runs),
        );
        Some(QuoteData { kind, span, content, cue, speaker, addressee: None, confidence, construction })
    }

    /// The span of a run with the marks around it.
    fn outer(&self, run: &Range<usize>) -> Span {
        let mut tokens = run.clone();
        if let Some(stretch) =
            self.stretches.around(run.start).filter(|stretch| stretch.inner.start == run.start)
        {
            tokens.start = stretch.outer.start;
        }
        if let Some(stretch) =
            self.stretches.around(run.end - 1).filter(|stretch| stretch.inner.end == run.end)
        {
            tokens.end = stretch.outer.end;
        }
        self.scan.span_of(tokens)
    }

    fn cue(&self, attribution: &Attribution) -> Option<CueData> {
        let site = &attribution.site;
        if site.tokens.is_empty() {
            return None;
        }
        let lemma = site.row.map_or_else(|| self.verb(site.head), |row| Cow::Borrowed(row.lemma));
        Some(CueData { span: self.scan.span_of(site.tokens.clone()), lemma })
    }

    /// The lemma of a verb that is no listed cue.
    fn verb(&self, index: usize) -> Cow<'static, str> {
        let surface = self.scan.word(index);
        let row = lexicon::row(self.scan.tokens[index].word, Table::Verb, surface);
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
            let colon = self.scan.tokens[site.head].is(Kind::Colon);
            return if colon { Construction::Colon } else { Construction::Dash };
        }
        let Some(source) = attribution.source else { return Construction::CueContent };
        let inverted = matches!(source.place, Place::Behind(_));
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
        let chunk = &self.mentions.chunks[chunk];
        let entity = chunk.entity.map(|entity| &self.mentions.entities[entity as usize]);
        let name = entity.map_or_else(|| speaker::name(self.scan, chunk), |entity| entity.name);
        AddresseeData {
            span: self.scan.span_of(chunk.tokens.start as usize..chunk.tokens.end as usize),
            name: self.scan.str(name).into(),
            kind: entity.map_or(chunk.kind, |entity| entity.kind),
            speaker: chunk.entity.and_then(|entity| self.speakers.of_entity(entity)),
        }
    }
}
