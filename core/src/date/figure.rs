//! Whether figures are years and days: not what is counted, measured, scored or numbered by them.

use super::surroundings::{BEFORE_DATES, Surroundings};
use crate::lexicon::{Calendar, CalendarClass, Classes};
use crate::scan::{Kind, Token};
use std::ops::Range;

/// Days in digits that name an event, whose year is not that of the text.
const EVENTS: [(u8, u8); 2] = [(9, 11), (7, 7)];

impl Surroundings<'_> {
    /// A part of a longer number or identifier: `+86 2010-2015-86`, `page-2019`, `2.2019`.
    pub(super) fn stands_in_a_number(&self, tokens: &Range<usize>) -> bool {
        let joins =
            |token: &Token| matches!(token.kind, Kind::Hyphen | Kind::Slash | Kind::Symbol | Kind::Currency);
        let first_is_number = self.token(tokens.start).is_some_and(|token| token.is(Kind::Number));
        let glued = self.token(tokens.start).is_some_and(Token::is_glued);
        let before =
            self.before(tokens.start).is_some_and(|token| joins(token) && !self.is_prefix(tokens.start));
        let last_is_number = self.token(tokens.end - 1).is_some_and(|token| token.is(Kind::Number));
        let number_behind =
            self.token(tokens.end + 1).is_some_and(|token| token.is(Kind::Number) && token.is_glued());
        let behind =
            self.token(tokens.end).is_some_and(|token| token.is_glued() && joins(token)) && number_behind;
        let percent =
            self.token(tokens.end).is_some_and(|token| matches!(token.kind, Kind::Percent | Kind::Currency));
        // `$DEC` is a share, not a month.
        let cashtag = glued && self.before(tokens.start).is_some_and(|token| token.is(Kind::Currency));
        cashtag || first_is_number && glued && before || last_is_number && (behind || percent)
    }

    /// `pre-2020`, `post-2014`
    fn is_prefix(&self, index: usize) -> bool {
        index.checked_sub(2).and_then(|prefix| self.token(prefix)).is_some_and(Token::is_word)
            && self.before(index).is_some_and(|token| token.is(Kind::Hyphen))
    }

    /// A bare year is no count (`2000 people`), price, time of day or name of a model.
    pub(super) fn year(&self, year: i16, tokens: Range<usize>, opened: bool) -> bool {
        let at = tokens.end - 1;
        if self.before(at).is_some_and(|token| token.is(Kind::Quote)) {
            return self.short_year(at);
        }
        if tokens.len() > 1 && !opened {
            return !self.is_spelled_count(&tokens);
        }
        let placed = opened || self.follows(at, &BEFORE_DATES);
        let plausible = placed || (1900..=2099).contains(&year);
        plausible && !self.is_label(at, opened) && !self.is_total(at) && !self.is_quantity(at, year, placed)
    }

    /// `fifteen hundred`, `two thousand five`: as often a count as a year, which stands behind `in` and before nothing that
    /// it could count.
    fn is_spelled_count(&self, tokens: &Range<usize>) -> bool {
        let large = tokens.clone().any(|index| self.scan.tokens[index].any(Classes::MAGNITUDE));
        let placed = ["in", "since", "until", "till", "during", "before", "after", "from", "year"];
        let goes_on = self.token(tokens.end).is_some_and(|next| {
            next.any(Classes::MAGNITUDE.or(Classes::NUMBER).or(Classes::UNIT)) || next.is(Kind::Hyphen)
        });
        large && (goes_on || !self.follows(tokens.start, &placed) || self.is_content(tokens.end))
    }

    /// `in '98`, `the class of '98`, where no quotation begins or ends.
    fn short_year(&self, at: usize) -> bool {
        let closes = self.token(at + 1).is_some_and(|token| token.is(Kind::Quote) && token.is_glued());
        self.follows(at - 1, &["in", "of", "since", "until", "late", "early", "to"])
            && !closes
            && !self.is_content(at + 1)
    }

    /// `an average of 1500`, `2015 of them`: a count.
    fn is_total(&self, at: usize) -> bool {
        const TOTALS: [&str; 16] = [
            "average",
            "total",
            "maximum",
            "minimum",
            "number",
            "mean",
            "median",
            "record",
            "crowd",
            "score",
            "price",
            "cost",
            "value",
            "population",
            "capacity",
            "sum",
        ];
        self.follows_of(at + 1) || self.follows(at, &["of"]) && self.follows(at - 1, &TOTALS)
    }

    /// `Route 2018`, `at 2018`, but `the Companies Act 2006`
    fn is_label(&self, at: usize, opened: bool) -> bool {
        let yearly = ["act", "law", "bill", "plan", "edition", "season", "series", "class", "year", "code"];
        let label = self.before(at).is_some_and(|token| token.any(Classes::LABEL));
        label && !self.follows(at, &yearly) || !opened && self.follows(at, &["at", "than", "FY"])
    }

    /// Whether the word behind a number is what it counts or measures.
    fn is_quantity(&self, at: usize, year: i16, placed: bool) -> bool {
        let Some(next) = self.token(at + 1).filter(|next| next.is_word() && !next.any(Classes::FUNCTION))
        else {
            return false;
        };
        if self.follows(at, &["the", "a", "its", "their", "his", "her", "and", "or"]) {
            return false;
        }
        let clock = |row: &Calendar| matches!(row.class, CalendarClass::Zone | CalendarClass::Clock);
        let measure = Classes::UNIT.or(Classes::MAGNITUDE).or(Classes::CURRENCY);
        if next.any(measure) || self.entry(at + 1).is_some_and(clock) {
            return true;
        }
        let compared = self.before(at).is_some_and(|token| token.any(Classes::COMPARATOR));
        let surface = self.scan.word(at + 1);
        let plural = surface.ends_with('s') && !surface.ends_with("ss") && !next.is_capital()
            || next.any(Classes::PERSON_NOUN.or(Classes::GROUP_NOUN));
        // `in 2019 sales rose`, `2020 remains`, but `in 2000 homes`
        let dated =
            self.follows(at, &["in", "since", "until", "till", "by", "during"]) || next.any(Classes::VERB);
        compared && !placed || plural && (year % 100 == 0 || !dated)
    }

    /// A day in digits only, `4/22`, is one behind `on` and its like; else it is a fraction, a score or an event.
    pub(super) fn day(&self, tokens: Range<usize>, opened: bool) -> bool {
        let article = usize::from(self.starts_with(&tokens, &["the"]));
        let start = if opened { tokens.end.saturating_sub(3) } else { tokens.start + article };
        let sign = self.token(start + 1).filter(|token| matches!(token.kind, Kind::Slash | Kind::Hyphen));
        let number = |index| {
            let token = self.token(index).filter(|token| token.is(Kind::Number));
            token.and_then(|_| self.scan.word(index).parse::<u8>().ok())
        };
        let (Some(sign), Some(first), Some(second)) = (sign, number(start), number(start + 2)) else {
            return !self.is_counted(&tokens);
        };
        if article > 0 || EVENTS.contains(&(first, second)) {
            return false;
        }
        let listed = self.before(start).is_some_and(|token| token.is(Kind::Comma))
            || self.follows(start, &["and", "or"]);
        // What is before or since a day in digits is so of an event.
        let behind = ["on", "by", "until", "till", "through", "dated"];
        let named = self.follows(start, &behind) || listed && sign.is(Kind::Slash) && self.lists_days(start);
        // `a 3/16 bolt`, `7/10 pupils`
        let large = sign.is(Kind::Slash) && second > 16;
        named || large && !self.is_content(start + 3) && !self.follows(start, &["of", "a"])
    }

    /// Whether a list of days in digits goes on at a token.
    fn lists_days(&self, index: usize) -> bool {
        let back = |by: usize| index.checked_sub(by).and_then(|at| self.token(at));
        back(3).is_some_and(|token| token.is(Kind::Slash))
            && back(2).is_some_and(|token| token.is(Kind::Number))
    }

    /// `march 4 miles`, `may 2 people`: a word that is no month, and a count.
    fn is_counted(&self, tokens: &Range<usize>) -> bool {
        let first =
            self.token(tokens.start).is_some_and(|token| token.any(Classes::MONTH) && !token.is_capital());
        first && self.is_ambiguous(tokens.start) && self.is_content(tokens.end)
    }

    /// `the 14th` behind `on`, where no hole, floor or amendment follows.
    pub(super) fn month_day(&self, day: u8, tokens: Range<usize>, opened: bool) -> bool {
        // `the 15th of each month`, `the 4th of five hearings`
        if self.follows_of(tokens.end) {
            return false;
        }
        let noun =
            self.is_content(tokens.end) || self.token(tokens.end).is_some_and(|token| token.is(Kind::Hyphen));
        let article =
            (tokens.start..tokens.end).any(|index| self.scan.word(index).eq_ignore_ascii_case("the"));
        // `on the second` has other senses; `on the twenty-second` has not.
        let digits = tokens.clone().any(|index| self.scan.tokens[index].is(Kind::Number));
        // The grammar has looked at what stands around `the 27`.
        if article && digits && tokens.len() == 2 {
            return true;
        }
        let ends = self.token(tokens.end).is_none_or(Token::is_end_mark);
        let long = tokens.len() > 2 || day >= 10 && ends;
        let placed = opened || self.follows(tokens.start, &["on", "by", "from", "for"]);
        (article && (placed || ends && digits) || placed && (digits || long)) && !noun && (digits || long)
    }
}
