//! Noun phrases by the tags of their words.

use crate::lexicon::Classes;
use crate::mention::Tag;
use crate::number::Run;
use crate::scan::Kind;
use std::ops::Range;

/// The longest phrase, in tokens.
const LONGEST: usize = 16;

/// A sentence with what its words do.
#[derive(Clone, Copy)]
pub(super) struct Tagged<'s> {
    pub(super) run: Run<'s>,
    pub(super) tags: &'s [Tag],
    /// Where the quantity before stands, which is part of no phrase.
    pub(super) taken: (usize, usize),
    /// Where the quantity itself begins: what hangs on its subject goes on behind it or ends before it.
    pub(super) own: usize,
}

impl Tagged<'_> {
    /// What the token at an index does; [`Tag::Other`] outside the sentence.
    pub(super) fn tag(self, index: usize) -> Tag {
        if self.run.token(index).is_none() {
            return Tag::Other;
        }
        self.tags.get(index).copied().unwrap_or_default()
    }

    /// What the token before an index does.
    pub(super) fn before(self, index: usize) -> Tag {
        index.checked_sub(1).map_or(Tag::Other, |index| self.tag(index))
    }

    /// Where the determiners that stand before an index begin.
    pub(super) fn before_determiners(self, mut index: usize) -> usize {
        while self.before(index) == Tag::Determiner {
            index -= 1;
        }
        index
    }

    /// Whether a noun phrase can go on over the token.
    fn inside(self, index: usize) -> bool {
        let dollar = self.run.kind(index, Kind::Currency) || self.run.kind(index, Kind::Percent);
        let taken = self.taken.0 <= index && index < self.taken.1;
        !dollar
            && !taken
            && (self.tag(index).is_nominal() || matches!(self.tag(index), Tag::Hyphen | Tag::Possessive))
    }

    /// The noun phrase that ends right before `end`, without its determiner.
    pub(super) fn ending(self, end: usize) -> Option<Range<usize>> {
        let head = end.checked_sub(1)?;
        if !matches!(self.tag(head), Tag::Noun | Tag::Name | Tag::Number) {
            return None;
        }
        let mut start = end;
        while start > self.run.start && end - start < LONGEST && self.inside(start - 1) {
            start -= 1;
            // `the firm reported sales`
            let past = self.run.any(start, Classes::VERB.or(Classes::CUE_VERB))
                && self.run.surface(start).ends_with("ed");
            if past && start + 1 < end && matches!(self.before(start), Tag::Noun | Tag::Name) {
                start += 1;
                break;
            }
        }
        self.trimmed(start..end)
    }

    /// The noun phrase that begins at `start` or behind its determiners.
    pub(super) fn beginning(self, start: usize) -> Option<Range<usize>> {
        let determines = |at: &usize| {
            self.tag(*at) == Tag::Determiner || self.run.any(*at, Classes::ARTICLE.or(Classes::POSSESSIVE))
        };
        // No phrase has many; a line of nothing else is not read again from each of its words.
        let start = start + (start..start + LONGEST).take_while(determines).count();
        let mut end = start;
        while end < start + LONGEST && self.inside(end) {
            end += 1;
        }
        self.trimmed(start..end)
    }

    /// A phrase without marks at its ends; none where only a number or a time is left.
    fn trimmed(self, phrase: Range<usize>) -> Option<Range<usize>> {
        let Range { mut start, mut end } = phrase;
        while start < end && matches!(self.tag(start), Tag::Hyphen | Tag::Possessive) {
            start += 1;
        }
        while start < end && matches!(self.tag(end - 1), Tag::Hyphen | Tag::Possessive) {
            end -= 1;
        }
        let named = (start..end).any(|index| {
            matches!(self.tag(index), Tag::Noun | Tag::Name)
                || self.run.token(index).is_some_and(crate::scan::Token::is_capital)
        });
        (named && !self.is_time(start..end)).then_some(start..end)
    }

    /// `revenue for the year`: the phrase before one that only says when.
    fn before_time(self, end: usize) -> Option<Range<usize>> {
        let mut start = end;
        while start > self.run.start && end - start < LONGEST && self.inside(start - 1) {
            start -= 1;
        }
        while matches!(self.before(start), Tag::Determiner | Tag::Date) {
            start -= 1;
        }
        let preposition = usize::from(self.before(start) == Tag::Preposition);
        if start < end && start - preposition < end { self.ending(start - preposition) } else { None }
    }

    /// `last year`, `Friday`: when, not what.
    fn is_time(self, phrase: Range<usize>) -> bool {
        let time = Classes::CALENDAR.or(Classes::MONTH).or(Classes::WEEKDAY);
        let head = phrase.end - 1;
        self.run.any(head, time)
            && (phrase.len() == 1
                || (phrase.start..head).all(|index| {
                    self.run.any(index, time)
                        || self.tag(index) == Tag::Number
                        || self.tag(index) == Tag::Date
                }))
    }

    /// The end of a phrase with the prepositional phrases behind it that belong to it.
    pub(super) fn with_complements(self, phrase: Range<usize>, prepositions: &[&str]) -> Range<usize> {
        let mut end = phrase.end;
        for _ in 0..4 {
            // `homes for three hours`: how long is not what.
            let counts = self.run.kind(end + 1, Kind::Number) || self.run.any(end + 1, Classes::NUMBER);
            let preposition =
                self.run.token(end).is_some_and(|token| self.run.scan.is_one_of(token, prepositions));
            if !preposition || self.run.is(end, "for") && counts {
                break;
            }
            let Some(next) = self.beginning(end + 1) else { break };
            // `a strike in 2012 lasted 61 days`
            if end <= self.own && self.own < next.end {
                break;
            }
            end = next.end;
        }
        phrase.start..end
    }

    /// Whether a preposition behind the object of a verb opens a clause: `raised its forecast after profit rose`, but
    /// `profit after tax rose`.
    fn opens_clause(self, preposition: usize, object: usize) -> bool {
        self.run.is_one_of(preposition, &["after", "before", "since", "until"])
            && self.before(self.before_determiners(object)).is_verbal()
    }

    /// The phrase that ends before `end` with what it hangs on by prepositions: `price of the yacht`.
    pub(super) fn whole_ending(self, end: usize) -> Option<Range<usize>> {
        let (from, mut end) = (end, end);
        // `women aged 25 to 54`, `homes from $750,000 to $1 million`
        for _ in 0..12 {
            let date = self.before(end) == Tag::Date;
            let number = self.before(end) == Tag::Number && self.ending(end).is_none();
            let joint = self.run.follows(end, &["to", "and", "aged", "from", "between", "-"]);
            if !(date || number || joint && end < from) {
                break;
            }
            end -= 1;
            if date && self.before(end) == Tag::Preposition {
                end -= 1;
            }
        }
        let mut phrase = self.ending(end).or_else(|| self.before_time(end))?;
        for _ in 0..4 {
            let before = self.before_determiners(phrase.start);
            let links = self.before(before) == Tag::Preposition && before >= self.run.start + 2;
            let left = links.then(|| self.ending(before - 1)).flatten();
            let Some(left) = left.filter(|left| !self.opens_clause(before - 1, left.start)) else { break };
            phrase.start = left.start;
        }
        Some(phrase)
    }
}
