//! Whether what reads like a date is one: months that are names, weeks of a season, quarters that are of a match.

use super::expression::{Base, Expression, Mention, Share, Shift, Step, Unit, Way, Year};
use super::mention::Found;
use super::surroundings::{BEFORE_DATES, Surroundings};
use super::tense::Direction;
use crate::lexicon::{CalendarClass, Classes, Table};
use crate::scan::{Kind, Token};
use std::ops::Range;

impl Surroundings<'_> {
    /// Whether a mention is to be believed.
    pub(super) fn trust(&self, found: &Found) -> bool {
        let tokens = &found.tokens;
        // `every Friday` is no one Friday.
        let other = self.follows(tokens.start, &["other"]) && self.follows(tokens.start - 1, &["every"]);
        if other || self.follows(tokens.start, &["every", "each"]) {
            return false;
        }
        if self.stands_in_a_number(tokens) || self.is_a_masthead(tokens) {
            return false;
        }
        let expression = match found.mention {
            Mention::Range(from, to) => return self.range(from, to, tokens),
            Mention::One(expression) | Mention::Open(_, expression) => expression,
        };
        if let Expression { base: Base::Decade(_), portion: Some(_), .. } = expression {
            return self.decade(tokens.clone());
        }
        if matches!(expression.shift, Some(Shift { way: Way::After, .. })) && !self.says_after(tokens) {
            return self.direction == Direction::Ahead;
        }
        let Expression { base, pick: None, portion: None, shift: None } = expression else { return true };
        // The word that opens a stretch is no part of what has to be believed.
        let opened = matches!(found.mention, Mention::Open(..));
        self.base(base, tokens.clone(), opened)
    }

    /// Whether a word tells that a length lies behind a date. `They toured for a week on Friday` tells none.
    fn says_after(&self, tokens: &Range<usize>) -> bool {
        let words = ["from", "after", "following"];
        tokens.clone().any(|index| self.scan.is_one_of(&self.scan.tokens[index], &words))
    }

    /// `5th to 8th graders` are no days of the month, `they may march to …` no months.
    fn range(&self, from: Expression, to: Expression, tokens: &Range<usize>) -> bool {
        if matches!(from.base, Base::Away { .. }) && self.starts_with(tokens, &["in"]) {
            return self.ahead(tokens);
        }
        let opened = self.starts_with(tokens, &["from", "between", "in", "within", "less"]);
        let counts = matches!(
            (from.base, to.base),
            (Base::MonthDay { weekday: None, month: None, .. }, Base::MonthDay { month: None, .. })
        );
        let days = opened || self.starts_with(tokens, &["the"]);
        let verb = self.token(tokens.start).is_some_and(|token| token.any(Classes::MONTH))
            && self.is_verb(tokens.start);
        !(counts && (!days || self.is_content(tokens.end))) && (opened || !verb)
    }

    fn base(&self, base: Base, tokens: Range<usize>, opened: bool) -> bool {
        match base {
            Base::Month { year: Year::Unsaid, step: None, .. } => opened || self.month(tokens.start),
            // `This may take longer.`
            Base::Month { step: Some(_), .. } => {
                !self.is_verb(tokens.end - 1) || self.is_small_month(tokens.end - 1)
            }
            Base::Weekday { step: None, .. } => {
                !self.is_counted_weekday(&tokens)
                    && (opened || self.is_day(tokens.start) && !self.is_any(&tokens))
            }
            // A week of a season of sport is no week of the year.
            Base::Week { year: Year::Unsaid, .. } => {
                opened
                    || !self.token(tokens.start).is_some_and(Token::is_capital)
                        && !self.follows_of(tokens.end)
            }
            Base::Year(Year::Given(year)) => self.year(year, tokens, opened),
            Base::Day { year: Year::Unsaid, weekday: None, .. } => self.day(tokens, opened),
            Base::MonthDay { weekday: None, month: None, day } => self.month_day(day, tokens, opened),
            Base::Share { share, year: Year::Unsaid } => self.share(share, tokens),
            Base::Season => self.season(tokens),
            Base::Decade(_) => self.decade(tokens),
            Base::Holiday { step: None, year: Year::Unsaid, .. } => {
                let over = ["over", "at"];
                !self.is_ambiguous(tokens.start)
                    || opened
                    || self.named(tokens.start)
                    || self.follows(tokens.start, &over)
                        && self.token(tokens.start).is_some_and(Token::is_capital)
            }
            Base::Today(_) => !self.is_ambiguous(tokens.start),
            Base::Period { unit: Unit::Weekend, step } if step == Step::calendar(0) => {
                self.starts_with(&tokens, &["the"]) || tokens.len() > 1
            }
            Base::Period { unit: Unit::Day, step } if step == Step::calendar(0) => false,
            // `the last day of school`
            Base::Period { unit: Unit::Day, step } if step == Step::calendar(-1) => {
                !self.follows_of(tokens.end)
            }
            // `on ABC's “This Week”`
            Base::Period { .. } if self.before(tokens.start).is_some_and(|token| token.is(Kind::Quote)) => {
                !self.token(tokens.end - 1).is_some_and(Token::is_capital)
            }
            Base::Away { .. } if self.starts_with(&tokens, &["in", "within"]) => self.ahead(&tokens),
            _ => true,
        }
    }

    /// `in two weeks` of what is to come; what was done in two weeks took as long.
    fn ahead(&self, tokens: &Range<usize>) -> bool {
        // `In two weeks?` alone asks when.
        let alone = tokens.start == self.sentence.start && self.direction == Direction::Open;
        (self.direction == Direction::Ahead || alone)
            && !self.is_record(tokens.start)
            && !self.is_described(tokens.end)
    }

    /// `USA Today`, `the Sunday Times`
    fn is_a_masthead(&self, tokens: &Range<usize>) -> bool {
        let from = tokens.start.saturating_sub(2).max(self.sentence.start);
        (from..tokens.end).any(|at| {
            let masthead = self.scan.entry_at(Table::Agency, at, self.sentence.end);
            masthead.is_some_and(|phrase| phrase.end > tokens.start && phrase.end > at + 1)
        })
    }

    /// A capital, and a word before it that dates follow, or a date in a list before it.
    fn named(&self, index: usize) -> bool {
        let capital = self.token(index).is_some_and(|token| token.is_capital() || token.is(Kind::Number));
        let joined = self.before(index).is_some_and(|token| matches!(token.kind, Kind::Comma | Kind::Slash));
        let listed = (joined || self.follows(index, &["and", "or"]))
            && self.before(index - 1).is_some_and(|token| token.any(Classes::MONTH.or(Classes::WEEKDAY)));
        // `on Mon, Tue and Wed`
        let next = self.token(index + 1);
        let lists = next.is_some_and(|next| next.is(Kind::Comma) || next.any(Classes::CONJUNCTION))
            && self.token(index + 2).is_some_and(|token| token.any(Classes::WEEKDAY));
        let listed = listed || lists && self.token(index).is_some_and(|token| token.any(Classes::WEEKDAY));
        // `the April report`, but not `the March on Washington`
        let attribute = self.follows(index, &["the"]) && self.is_content(index + 1);
        capital && (self.follows(index, &BEFORE_DATES) || listed || attribute)
    }

    /// `the second Tuesday of every month`, `his third Sunday`: one of some that the text does not tell.
    fn is_counted_weekday(&self, tokens: &Range<usize>) -> bool {
        let ordinal = self.before(tokens.start).is_some_and(|token| token.any(Classes::ORDINAL));
        let letters = ["st", "nd", "rd", "th"];
        ordinal
            || self.follows(tokens.start, &letters)
                && self.before(tokens.start - 1).is_some_and(|token| token.is(Kind::Number))
    }

    /// `on a Monday` is any; `in a Monday interview` is one.
    fn is_any(&self, tokens: &Range<usize>) -> bool {
        self.follows(tokens.start, &["a", "any", "some", "one"]) && !self.is_content(tokens.end)
    }

    /// `on Sat`, also by those who write without capitals.
    fn is_day(&self, index: usize) -> bool {
        !self.is_ambiguous(index) || self.named(index) || self.follows(index, &["on"])
    }

    /// `May` alone: a month behind `in`, but not where a name goes on (`by June Smith`).
    fn month(&self, index: usize) -> bool {
        if !self.is_ambiguous(index) {
            return true;
        }
        let name_goes_on =
            self.token(index + 1).is_some_and(|next| next.is_capital() && self.entry(index + 1).is_none());
        self.is_small_month(index)
            || self.named(index)
                && (!name_goes_on || self.follows(index, &["in", "since", "last", "next", "this"]))
    }

    /// `in may`, `next may` of those who write without capitals, where nothing follows that may be done.
    fn is_small_month(&self, index: usize) -> bool {
        let ends = self.token(index + 1).is_none_or(|next| {
            next.is_end_mark()
                || matches!(next.kind, Kind::Comma | Kind::Close)
                || next.any(Classes::CONJUNCTION)
        });
        self.follows(index, &["in", "next", "last"]) && ends
    }

    /// `Q3`; `third quarter` where money or shares are spoken of, which no match report does.
    fn share(&self, share: Share, tokens: Range<usize>) -> bool {
        let last = self.scan.word(tokens.end - 1);
        if last.eq_ignore_ascii_case("year") {
            return true;
        }
        if self.entry(tokens.start).is_some_and(|row| row.class == CalendarClass::Quarter) {
            return true;
        }
        let around =
            self.sentence.start.max(tokens.start.saturating_sub(40))..self.sentence.end.min(tokens.end + 40);
        let money = around.into_iter().any(|index| {
            let token = &self.scan.tokens[index];
            matches!(token.kind, Kind::Currency | Kind::Percent) || token.any(Classes::CURRENCY)
        });
        share.months == 3 && money
    }

    /// `in summer`, `over the summer`, `summer 2024`, `last summer`; `the fall of the city` is none.
    fn season(&self, tokens: Range<usize>) -> bool {
        let stepped = self.entry(tokens.start).is_some_and(|row| row.class == CalendarClass::Relative);
        let dated = tokens.len() > 1;
        let article = self.follows(tokens.start, &["the"]);
        let at = tokens.start - usize::from(article);
        let placed = self.follows(at, &["in", "during", "by", "since", "until"])
            || article && self.follows(at, &["over", "of"]);
        stepped || dated || placed && !self.follows_of(tokens.end)
    }

    /// `the '90s`, `the 90s`; `his 90s` are years of age, and `highs in the 80s` degrees.
    fn decade(&self, tokens: Range<usize>) -> bool {
        let article = self.scan.word(tokens.start).eq_ignore_ascii_case("the");
        let number = tokens.start + usize::from(article);
        let full = self.scan.word(number).len() == 4
            && self.token(number).is_some_and(|token| token.is(Kind::Number));
        let marked = self.token(number).is_some_and(|token| token.is(Kind::Quote));
        let heat = ["temperatures", "temperature", "highs", "lows", "degrees", "mercury"];
        let from = self.sentence.start.max(number.saturating_sub(12));
        let hot = self.scan.tokens[from..number].iter().any(|token| self.scan.is_one_of(token, &heat));
        let ambiguous = !full
            && !marked
            && (self.is_ambiguous(number) || self.token(number).is_some_and(|token| token.is(Kind::Number)));
        // `in her '60s`, also by those who think that an apostrophe belongs there
        let from = number.saturating_sub(3).max(self.sentence.start);
        let aged =
            (from..number).any(|index| self.token(index).is_some_and(|token| token.any(Classes::POSSESSIVE)));
        // `the 80s and 90s`
        let listed = self.follows(number, &["and", "or"])
            && self.before(number - 1).is_some_and(|token| self.scan.is_one_of(token, &["s", "'s", "’s"]));
        full || !hot && !aged && (marked || !ambiguous || article || listed || tokens.len() > 2)
    }

    /// `in a year when prices fell`, `in a week of rain`
    fn is_described(&self, end: usize) -> bool {
        let next = self.token(end).filter(|next| next.is_word());
        let of = next.is_some_and(|next| self.scan.is_one_of(next, &["of", "when", "where"]));
        of || next.is_some_and(|next| next.any(Classes::RELATIVE))
    }

    /// `the first time in ten years`, `the worst storm in two decades`: how long, not when.
    fn is_record(&self, index: usize) -> bool {
        let from = self.sentence.start.max(index.saturating_sub(5));
        (from..index).any(|at| {
            let records = ["first", "time", "worst", "most", "least"];
            self.scan.word(at).ends_with("est") || self.scan.is_one_of(&self.scan.tokens[at], &records)
        })
    }
}
