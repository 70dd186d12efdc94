//! The tables of quotes and of those who speak.

use super::column::{MaybeText, MaybeWhole, MaybeWord, Real, Text, Whole, Word, columns};
use super::context::{Context, share};
use super::fill::Fill;
use nutgraf::{Construction, QuoteKind, SpeakerKind};

columns! {
    /// A row a quote.
    Quotes {
        /// The place of the quote among those of its article, from 0.
        quote_index: Whole,
        /// How much of it is in quotation marks: `direct` (all), `mixed` (some), `indirect` (none).
        kind: Word<QuoteKind>,
        /// The reported words, the stretches joined with one space.
        text: Text,
        /// The name of who says it, the fullest that the article gives; null where it names nobody.
        speaker_name: MaybeText,
        /// What the speaker is: `person`, `organization`, `place`, `group`, `document`, `unknown`.
        speaker_kind: MaybeWord<SpeakerKind>,
        /// The title or description that the article gives the speaker.
        speaker_role: MaybeText,
        /// The speaker as written here: a name, `she`.
        speaker_text: MaybeText,
        /// The words that report, as written.
        cue: MaybeText,
        /// The word that the cue is filed under: `say`, `point out`.
        cue_lemma: MaybeText,
        /// Whom it is said to.
        addressee_name: MaybeText,
        /// What in the text made it a quote: `content-speaker-cue`, `colon` …
        construction: Word<Construction>,
        /// How sure the attribution is, from 0 to 1.
        confidence: Real,
        /// The speaker's row in the table of speakers of the same article.
        speaker_index: MaybeWhole,
        /// The block that the quote starts in.
        block_index: MaybeWhole,
        /// The section that the quote starts in.
        section_index: MaybeWhole,
        /// Where content, cue and speaker start, in code points.
        start: Whole,
        /// Where they end.
        end: Whole,
        /// Where the reported words start.
        content_start: Whole,
        /// Where they end.
        content_end: Whole,
        /// In how many stretches they stand.
        content_runs: Whole,
        /// Where the mention of the speaker starts.
        speaker_start: MaybeWhole,
        /// Where it ends.
        speaker_end: MaybeWhole,
        /// Where the cue starts.
        cue_start: MaybeWhole,
        /// Where it ends.
        cue_end: MaybeWhole,
    }
}

impl Fill for Quotes {
    fn article(&mut self, context: &Context<'_>) -> usize {
        let roles: Vec<_> = context.article.speakers().map(|speaker| speaker.role()).collect();
        let quotes = context.article.quotes();
        let count = quotes.len();
        for (index, quote) in quotes.enumerate() {
            self.quote_index.push(index as i64);
            self.kind.push(quote.kind());
            self.text.push(&*quote.text());
            let speaker = quote.speaker();
            self.speaker_name.push(speaker.map(|speaker| speaker.name()));
            self.speaker_kind.push(speaker.map(|speaker| speaker.kind()));
            let id = speaker.and_then(|speaker| speaker.id());
            self.speaker_role.push(id.and_then(|id| roles.get(id).copied().flatten()));
            self.speaker_text.push(speaker.map(|speaker| speaker.text()));
            let cue = quote.cue();
            self.cue.push(cue.map(|cue| cue.text()));
            self.cue_lemma.push(cue.map(|cue| cue.lemma()));
            self.addressee_name.push(quote.addressee().map(|addressee| addressee.name()));
            self.construction.push(quote.construction());
            self.confidence.push(share(quote.confidence()));
            self.speaker_index.push(id.map(|id| id as i64));
            let (block, section) = context.block_and_section(quote.span());
            self.block_index.push(block);
            self.section_index.push(section);
            let (start, end) = context.range(quote.span());
            self.start.push(start);
            self.end.push(end);
            let content = quote.content();
            // At least one run, in text order.
            self.content_start.push(content.first().map_or(start, |run| context.range(*run).0));
            self.content_end.push(content.last().map_or(end, |run| context.range(*run).1));
            self.content_runs.push(content.len() as i64);
            let (start, end) = context.maybe_range(speaker.map(|speaker| speaker.span()));
            self.speaker_start.push(start);
            self.speaker_end.push(end);
            let (start, end) = context.maybe_range(cue.map(|cue| cue.span()));
            self.cue_start.push(start);
            self.cue_end.push(end);
        }
        count
    }
}

columns! {
    /// A row a speaker of an article.
    Speakers {
        /// The place of the speaker among those of the article, from 0.
        speaker_index: Whole,
        /// The fullest name that the article gives, without title.
        name: Text,
        /// What the speaker is: `person`, `organization`, `place`, `group`, `document`, `unknown`.
        kind: Word<SpeakerKind>,
        /// The title or description that the article gives.
        role: MaybeText,
        /// How often the article mentions them as a speaker or claimant.
        mentions: Whole,
        /// How many quotes are theirs.
        quotes: Whole,
        /// How many claims are theirs.
        claims: Whole,
        /// Where the first mention starts, in code points.
        start: MaybeWhole,
        /// Where it ends.
        end: MaybeWhole,
    }
}

impl Fill for Speakers {
    fn article(&mut self, context: &Context<'_>) -> usize {
        let speakers = context.article.speakers();
        let count = speakers.len();
        let tally = |ids: &mut dyn Iterator<Item = usize>| {
            let mut counts = vec![0; count];
            ids.for_each(|id| counts[id] += 1);
            counts
        };
        let mut of_quotes = context.article.quotes().filter_map(|quote| quote.speaker()?.id());
        let mut of_claims = context.article.claims().filter_map(|claim| claim.claimant()?.id());
        let (quotes, claims) = (tally(&mut of_quotes), tally(&mut of_claims));
        for (index, speaker) in speakers.enumerate() {
            self.speaker_index.push(index as i64);
            self.name.push(speaker.name());
            self.kind.push(speaker.kind());
            self.role.push(speaker.role());
            self.mentions.push(speaker.mentions().len() as i64);
            self.quotes.push(quotes[index]);
            self.claims.push(claims[index]);
            let (start, end) = context.maybe_range(speaker.mentions().first().copied());
            self.start.push(start);
            self.end.push(end);
        }
        count
    }
}
