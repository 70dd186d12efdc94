//! The tables of numeric claims and of dates.

use super::column::{
    MaybeDay, MaybeReal, MaybeText, MaybeWhole, MaybeWord, Real, Text, Whole, Word, columns,
};
use super::context::{Context, float, share};
use super::fill::Fill;
use nutgraf::{Comparator, Granularity, SpeakerKind, Trend, UnitKind};

columns! {
    /// A row a claim.
    Claims {
        /// The place of the claim among those of its article, from 0.
        claim_index: Whole,
        /// The quantity as written: comparator, number and unit.
        text: Text,
        /// What is counted or measured, without a leading article.
        subject: MaybeText,
        /// The number in plain decimal digits, exact; null for a range.
        value: MaybeText,
        /// The number as the nearest float.
        value_float: MaybeReal,
        /// The lower end of a range, exact.
        low: MaybeText,
        /// The lower end as the nearest float.
        low_float: MaybeReal,
        /// The upper end of a range, exact.
        high: MaybeText,
        /// The upper end as the nearest float.
        high_float: MaybeReal,
        /// How the written number stands to the true one: `=`, `~`, `<`, `<=`, `>`, `>=`.
        comparator: Word<Comparator>,
        /// Whether something rose or fell by this much: `up`, `down`.
        trend: MaybeWord<Trend>,
        /// The unit in the singular: `violation`, `US dollar`.
        unit: MaybeText,
        /// The ISO 4217 code of a currency, or the usual symbol.
        unit_symbol: MaybeText,
        /// What the unit measures: `count`, `percent`, `currency` …
        unit_kind: MaybeWord<UnitKind>,
        /// The name of who says so; null where the article says it in its own voice.
        claimant_name: MaybeText,
        /// What the claimant is: `person`, `organization`, `place`, `group`, `document`, `unknown`.
        claimant_kind: MaybeWord<SpeakerKind>,
        /// The date that the number holds for, in ISO 8601 by granularity.
        date: MaybeText,
        /// How sure it is that this is a claim and read right, from 0 to 1.
        confidence: Real,
        /// The claimant's row in the table of speakers of the same article.
        speaker_index: MaybeWhole,
        /// The innermost quote that holds the number, in the table of quotes.
        quote_index: MaybeWhole,
        /// The date's row in the table of dates.
        date_index: MaybeWhole,
        /// The block that the claim starts in.
        block_index: MaybeWhole,
        /// The section that the claim starts in.
        section_index: MaybeWhole,
        /// Where quantity and subject start, in code points.
        start: Whole,
        /// Where they end.
        end: Whole,
        /// Where the quantity starts.
        quantity_start: Whole,
        /// Where it ends.
        quantity_end: Whole,
        /// Where the subject starts.
        subject_start: MaybeWhole,
        /// Where it ends.
        subject_end: MaybeWhole,
    }
}

impl Fill for Claims {
    fn article(&mut self, context: &Context<'_>) -> usize {
        let claims = context.article.claims();
        let count = claims.len();
        for (index, claim) in claims.enumerate() {
            self.claim_index.push(index as i64);
            self.quantity(claim.quantity(), context);
            let claimant = claim.claimant();
            self.claimant_name.push(claimant.map(|claimant| claimant.name()));
            self.claimant_kind.push(claimant.map(|claimant| claimant.kind()));
            self.speaker_index.push(claimant.and_then(|claimant| claimant.id()).map(|id| id as i64));
            let meant = claim.date().and_then(|date| date.date());
            self.date.push(meant.map(|date| date.to_string()).as_deref());
            self.date_index.push(claim.date_index().map(|date| date as i64));
            self.confidence.push(share(claim.confidence()));
            self.quote_index.push(claim.quote_index().map(|quote| quote as i64));
            let (block, section) = context.block_and_section(claim.span());
            self.block_index.push(block);
            self.section_index.push(section);
            let (start, end) = context.range(claim.span());
            self.start.push(start);
            self.end.push(end);
            let subject = claim.subject();
            self.subject.push(subject.map(|subject| subject.text()));
            let (start, end) = context.maybe_range(subject.map(|subject| subject.span()));
            self.subject_start.push(start);
            self.subject_end.push(end);
        }
        count
    }
}

impl Claims {
    fn quantity(&mut self, quantity: nutgraf::Quantity<'_>, context: &Context<'_>) {
        self.text.push(quantity.text());
        let number = |number: Option<nutgraf::Number>| number.map(|number| number.to_string());
        let (value, low, high) = (quantity.value(), quantity.low(), quantity.high());
        self.value.push(number(value).as_deref());
        self.value_float.push(float(value));
        self.low.push(number(low).as_deref());
        self.low_float.push(float(low));
        self.high.push(number(high).as_deref());
        self.high_float.push(float(high));
        self.comparator.push(quantity.comparator());
        self.trend.push(quantity.trend());
        let unit = quantity.unit();
        self.unit.push(unit.map(|unit| unit.name()));
        self.unit_symbol.push(unit.and_then(|unit| unit.symbol()));
        self.unit_kind.push(unit.map(|unit| unit.kind()));
        let (start, end) = context.range(quantity.span());
        self.quantity_start.push(start);
        self.quantity_end.push(end);
    }
}

columns! {
    /// A row a date.
    Dates {
        /// The place of the date among those of its article, from 0.
        date_index: Whole,
        /// The date as written.
        text: Text,
        /// What it means, in ISO 8601 by granularity; null where the text and its date leave that open.
        date: MaybeText,
        /// How exact it is: `day`, `week`, `month`, `season`, `year`, `decade`, `interval`.
        granularity: Word<Granularity>,
        /// The first day that it covers.
        first_day: MaybeDay,
        /// The last day that it covers.
        last_day: MaybeDay,
        /// The block that it stands in.
        block_index: MaybeWhole,
        /// The section that it stands in.
        section_index: MaybeWhole,
        /// Where it starts, in code points.
        start: Whole,
        /// Where it ends.
        end: Whole,
    }
}

impl Fill for Dates {
    fn article(&mut self, context: &Context<'_>) -> usize {
        let dates = context.article.dates();
        let count = dates.len();
        for (index, date) in dates.enumerate() {
            self.date_index.push(index as i64);
            self.text.push(date.text());
            let meant = date.date();
            self.date.push(meant.map(|date| date.to_string()).as_deref());
            self.granularity.push(date.granularity());
            self.first_day.push(meant.and_then(|date| date.first_day()));
            self.last_day.push(meant.and_then(|date| date.last_day()));
            let (block, section) = context.block_and_section(date.span());
            self.block_index.push(block);
            self.section_index.push(section);
            let (start, end) = context.range(date.span());
            self.start.push(start);
            self.end.push(end);
        }
        count
    }
}
