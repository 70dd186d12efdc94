//! Whether a stop ends its sentence: one function for each kind of end mark.

use super::after::{After, Case};
use super::before::Before;
use super::stop::{Closed, Stop, Strength};
use crate::lexicon::{Abbreviation, AbbreviationClass, Classes};
use crate::scan::{Kind, Scan, Shape, Token};

/// How many tokens a name before its verb may have.
const LONGEST_NAME: usize = 8;

/// Whether `stop` ends the sentence that begins at the token `start`, in a block that ends at `limit`.
pub(super) fn ends(scan: &Scan<'_>, start: usize, stop: &Stop, limit: usize) -> bool {
    let after = After::read(scan, stop.end, limit);
    let context = Context { scan, start, stop, after, limit };
    match context.after.case {
        Case::End => true,
        Case::Mark => false,
        _ if context.is_bare() => false,
        _ if context.after.glued && !context.parted() => false,
        _ => match stop.strength {
            Strength::Period => context.period(),
            Strength::Ellipsis => context.ellipsis(),
            Strength::Strong => context.strong(),
        },
    }
}

/// A stop and what stands around it.
struct Context<'s> {
    scan: &'s Scan<'s>,
    start: usize,
    stop: &'s Stop,
    after: After,
    limit: usize,
}

impl Context<'_> {
    /// Whether only the space is missing behind the stop: `quality.You'll`, `peace.”He`
    fn parted(&self) -> bool {
        if self.after.quoted || self.after.bracketed || self.after.dashed {
            return true;
        }
        let next = &self.scan.tokens[self.after.at];
        let capital = matches!(self.after.case, Case::Capital | Case::Starter) && next.is_capital();
        if !capital || self.stop.closed != Closed::Nothing || self.stop.strength != Strength::Period {
            return capital;
        }
        // `St.George`, `Node.JS`
        let last = &self.scan.tokens[self.stop.at.saturating_sub(1)];
        last.is_word()
            && self.scan.str(last.span()).starts_with(char::is_lowercase)
            && last.end - last.start > 1
            && !next.shape.has(Shape::ALL_CAPS)
    }

    /// Whether nothing stands before the marks that they could end: `“... it`, `(!)`
    fn is_bare(&self) -> bool {
        let mark = self.stop.at;
        if self.scan.tokens[mark].is_word() {
            return false;
        }
        mark == self.start || {
            let last = &self.scan.tokens[mark - 1];
            self.scan.tokens[mark].is_glued()
                && (last.is(Kind::Open) || last.is(Kind::Quote) && !last.is_glued())
        }
    }

    /// A question or exclamation mark.
    fn strong(&self) -> bool {
        let single = self.stop.end == self.stop.at + 1;
        match self.after.case {
            _ if self.after.bracketed && self.scan.word(self.after.at - 1) != "(" => true,
            Case::Lower => false,
            Case::Capital | Case::Number
                if single && Before::is_brand(self.scan, self.start, self.stop.at) =>
            {
                false
            }
            Case::Capital if self.stop.closed == Closed::Quotation => !self.is_attribution(),
            // `Viva Maria! (1965)`
            _ if self.after.bracketed => self.bracket_is_sentence(),
            _ => true,
        }
    }

    /// An ellipsis.
    fn ellipsis(&self) -> bool {
        let spaced =
            self.scan.tokens[self.stop.at].is(Kind::Ellipsis) && !self.scan.tokens[self.stop.at].is_glued();
        match self.after.case {
            Case::Lower => false,
            // `[...] Canada`
            Case::Capital if self.stop.closed == Closed::Nothing => !spaced,
            _ => true,
        }
    }

    /// A full stop.
    fn period(&self) -> bool {
        match Before::of(self.scan, self.start, self.stop, &self.after) {
            Before::Marker => false,
            Before::Plain => self.plain(),
            Before::Unknown => self.after.case != Case::Lower,
            Before::Initials => self.initials(),
            Before::Abbreviation(abbreviation) => abbreviation.ends && self.abbreviation(abbreviation),
        }
    }

    fn plain(&self) -> bool {
        match self.after.case {
            Case::Lower => self.stop.closed == Closed::Nothing && !self.after.dashed,
            _ => true,
        }
    }

    fn initials(&self) -> bool {
        match self.after.case {
            Case::Starter => !self.scan.tokens[self.after.at].any(Classes::GIVEN_NAME),
            Case::Capital => self.stop.closed == Closed::Quotation,
            Case::Sign => true,
            _ => false,
        }
    }

    /// The stop of an abbreviation that may end a sentence.
    fn abbreviation(&self, abbreviation: &Abbreviation) -> bool {
        use AbbreviationClass as Class;
        if self.opens_with_time(abbreviation.class) || self.after.dashed {
            return false;
        }
        match (self.after.case, self.stop.closed) {
            (Case::Lower | Case::Number, _) => false,
            (Case::Sign | Case::Starter, Closed::Nothing | Closed::Quotation) => true,
            (_, Closed::Quotation) => true,
            // `(BBC, etc.) There`, where the bracket holds all of the sentence.
            (_, Closed::Bracket) => self.scan.tokens[self.start].is(Kind::Open),
            _ if self.after.bracketed => false,
            _ if self.after.quoted => true,
            _ => match abbreviation.class {
                Class::Latin => true,
                Class::Time => !self.is_of_time(),
                Class::State => self.follows(Kind::Comma, 2),
                Class::Unit => self.follows(Kind::Number, 2),
                _ => false,
            },
        }
    }

    /// `At 5 a.m. Mr. Smith went`: the time is all that the sentence has so far.
    fn opens_with_time(&self, class: AbbreviationClass) -> bool {
        class == AbbreviationClass::Time
            && self.stop.at - self.start <= 3
            && self.scan.tokens[self.start].any(Classes::PREPOSITION)
    }

    /// `5 p.m. Monday`, `5 p.m. EST`
    fn is_of_time(&self) -> bool {
        let next = &self.scan.tokens[self.after.at];
        next.any(Classes::WEEKDAY.or(Classes::MONTH).or(Classes::CALENDAR).or(Classes::PLACE))
            || next.shape.has(Shape::ALL_CAPS)
    }

    /// Whether a token of `kind` stands `back` places before the stop.
    fn follows(&self, kind: Kind, back: usize) -> bool {
        let word = if self.scan.tokens[self.stop.at].is_word() { self.stop.at + 1 } else { self.stop.at };
        word >= self.start + back && self.scan.tokens[word - back].is(kind)
    }

    /// `“Why?” Ms. Lopez asked.`: a name with a verb of saying that has no clause of its own behind it.
    fn is_attribution(&self) -> bool {
        let window = &self.scan.tokens[self.after.at..self.limit.min(self.after.at + LONGEST_NAME)];
        if self.after.quoted || window.first().is_some_and(|first| first.any(Classes::PRONOUN)) {
            return false;
        }
        let Some(verb) = window.iter().position(|token| token.is_word() && !token.is_capital()) else {
            return false;
        };
        let name =
            window[..verb].iter().all(|token| matches!(token.kind, Kind::Word | Kind::Period | Kind::Hyphen));
        name && window[verb].any(Classes::CUE_VERB) && closes(&window[verb + 1..])
    }

    /// Whether the bracket behind the stop holds an end mark before it closes.
    fn bracket_is_sentence(&self) -> bool {
        const WINDOW: usize = 64;
        let inside = &self.scan.tokens[self.after.at..self.limit.min(self.after.at + WINDOW)];
        match inside.iter().position(|token| token.is(Kind::Close)) {
            Some(close) => close > 0 && (inside[close - 1].is_end_mark() || inside[close - 1].is(Kind::Url)),
            None => true,
        }
    }
}

/// Whether what stands behind a verb of saying is no clause and no quotation: the end, a preposition, a listener.
fn closes(behind: &[Token]) -> bool {
    const GOES_ON: Classes = Classes::PREPOSITION
        .or(Classes::ADVERB)
        .or(Classes::CONJUNCTION)
        .or(Classes::WEEKDAY)
        .or(Classes::PERSON_NOUN)
        .or(Classes::GROUP_NOUN);
    match behind {
        [] => true,
        [first, second, ..] if first.is(Kind::Comma) => !second.is(Kind::Quote),
        [first, ..] => first.is_end_mark() || first.any(GOES_ON),
    }
}
