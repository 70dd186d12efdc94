//! Whether what reads like a date is one: months that are names, years that are counts, quarters that are of a match.

use super::expression::{Base, Expression, Mention, Share, Step, Unit, Year};
use super::range::Found;
use super::tense::Direction;
use crate::lexicon::{Calendar, CalendarClass, Classes, Table, tables};
use crate::scan::{Kind, Scan, Token};
use std::ops::Range;

/// Words that a date follows.
const BEFORE_DATES: [&str; 24] = [
    "in",
    "on",
    "by",
    "since",
    "until",
    "till",
    "from",
    "to",
    "of",
    "between",
    "before",
    "after",
    "during",
    "through",
    "for",
    "last",
    "this",
    "next",
    "early",
    "late",
    "mid",
    "throughout",
    "circa",
    "come",
];

/// Days in digits that name an event, whose year is not that of the text.
const EVENTS: [(u8, u8); 2] = [(9, 11), (7, 7)];

/// What a found mention stands in.
pub(super) struct Surroundings<'s> {
    pub(super) scan: &'s Scan<'s>,
    pub(super) sentence: Range<usize>,
    pub(super) direction: Direction,
}

impl<'s> Surroundings<'s> {
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
        let Expression { base, pick: None, portion: None, shift: None } = expression else { return true };
        // The word that opens a stretch is no part of what has to be believed.
        let opened = matches!(found.mention, Mention::Open(..));
        self.base(base, tokens.clone(), opened)
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
                !self.is_ambiguous(tokens.start) || opened || self.named(tokens.start)
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

    /// `may` and `march` without a capital.
    fn is_verb(&self, index: usize) -> bool {
        self.token(index)
            .is_some_and(|token| token.any(Classes::MODAL.or(Classes::VERB)) && !token.is_capital())
    }

    fn starts_with(&self, tokens: &Range<usize>, words: &[&str]) -> bool {
        self.scan.is_one_of(&self.scan.tokens[tokens.start], words)
    }

    fn token(&self, index: usize) -> Option<&'s Token> {
        self.sentence.contains(&index).then(|| &self.scan.tokens[index])
    }

    fn before(&self, index: usize) -> Option<&'s Token> {
        self.token(index.checked_sub(1)?)
    }

    /// Whether one of some words stands right before a token.
    fn follows(&self, index: usize, words: &[&str]) -> bool {
        self.before(index).is_some_and(|before| self.scan.is_one_of(before, words))
    }

    /// A word that goes on to what a number counts or a name is of, no function word and no verb.
    fn is_content(&self, index: usize) -> bool {
        let function = Classes::FUNCTION.or(Classes::VERB).or(Classes::CUE_VERB);
        self.token(index).is_some_and(|token| token.is_word() && !token.any(function))
    }

    fn entry(&self, index: usize) -> Option<&'static Calendar> {
        let phrase = self.scan.entry_at(Table::Calendar, index, self.sentence.end)?;
        Some(&tables::CALENDAR[phrase.row as usize])
    }

    fn is_ambiguous(&self, index: usize) -> bool {
        self.entry(index).is_some_and(|row| row.ambiguous)
    }

    /// A part of a longer number or identifier: `+86 2010-2015-86`, `page-2019`, `2.2019`.
    fn stands_in_a_number(&self, tokens: &Range<usize>) -> bool {
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

    /// A bare year is no count (`2000 people`), price, time of day or name of a model.
    fn year(&self, year: i16, tokens: Range<usize>, opened: bool) -> bool {
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
    fn day(&self, tokens: Range<usize>, opened: bool) -> bool {
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
    fn month_day(&self, day: u8, tokens: Range<usize>, opened: bool) -> bool {
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

    fn follows_of(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| self.scan.is_one_of(token, &["of"]))
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
