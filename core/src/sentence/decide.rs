//! Whether a stop ends its sentence: one function for each kind of end mark.

use super::after::{After, Case, is_lower};
use super::before::Before;
use super::stop::{Closed, Stop, Strength};
use crate::lexicon::{Abbreviation, AbbreviationClass, Classes, Table, WordId, word, word_set};
use crate::name::{self, NameKind};
use crate::scan::{Kind, Scan, Shape, Token, Tokens};
use std::ops::RangeInclusive;

/// How many tokens a name before its verb may have.
const LONGEST_NAME: usize = 8;

/// How many tokens a name behind the words of its bearer has.
const SIGNATURE: RangeInclusive<usize> = 2..=5;

/// Whether `stop` ends the sentence that begins at the token `start`, in a block that ends at `limit`.
pub(super) fn ends(scan: &Scan<'_>, start: usize, stop: &Stop, limit: usize) -> bool {
    let after = After::read(scan, stop.end, limit);
    let context = Context { scan, start, stop, after, limit };
    match context.after.case {
        Case::End => true,
        Case::Mark => false,
        _ if context.is_bare() => false,
        _ if context.is_signed() || context.is_signature() => false,
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
    /// Whether only the space is missing behind the stop: `quality.You'll`, `peace.”He`, but `St.George`, `Node.js`
    fn parted(&self) -> bool {
        match self.after.opener {
            _ if self.after.case == Case::Lower => return false,
            Some(Kind::Open) => return self.bracket_is_sentence(),
            Some(Kind::Quote) => return true,
            Some(_) => return false,
            None => {}
        }
        let next = &self.scan.tokens[self.after.at];
        let capital = matches!(self.after.case, Case::Capital | Case::Starter) && next.is_capital();
        if !capital || self.stop.closed != Closed::Nothing || self.stop.strength != Strength::Period {
            return capital;
        }
        let last = &self.scan.tokens[self.stop.at.saturating_sub(1)];
        let ordinary = last.is_word() && last.end - last.start > 1 && is_lower(self.scan.str(last.span()));
        self.after.case == Case::Starter
            || next.any(Classes::HONORIFIC)
            || ordinary && !next.shape.has(Shape::ALL_CAPS)
    }

    /// `“… peace.” — John Smith`
    fn is_signed(&self) -> bool {
        self.stop.closed == Closed::Quotation
            && self.after.opens(Kind::Dash)
            && self.scan.word(self.stop.end).starts_with(['—', '–'])
    }

    /// `… never go back. Jana Kovar`: behind the words that a box shows, whose they are.
    fn is_signature(&self) -> bool {
        if !SIGNATURE.contains(&(self.limit - self.stop.end)) || self.after.at > self.stop.end {
            return false;
        }
        let first = &self.scan.tokens[self.after.at];
        let given = first.word == WordId::NONE || first.any(Classes::GIVEN_NAME);
        let known = |kind| matches!(kind, NameKind::Person | NameKind::Unknown);
        self.after.case == Case::Capital
            && given
            && name::read(Tokens::new(self.scan, self.after.at, self.limit))
                .is_ok_and(|(rest, name)| rest.first().is_none() && known(name.kind))
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
            _ if self.after.opens(Kind::Open) && self.scan.word(self.stop.end) == "[" => true,
            Case::Lower => false,
            Case::Capital | Case::Number
                if single && Before::is_brand(self.scan, self.start..self.limit, self.stop.at) =>
            {
                false
            }
            Case::Capital | Case::Starter if self.stop.closed == Closed::Quotation => !self.is_attribution(),
            // `Viva Maria! (1965)`
            _ if self.after.opens(Kind::Open) => self.bracket_is_sentence(),
            _ => true,
        }
    }

    /// An ellipsis.
    fn ellipsis(&self) -> bool {
        let first = &self.scan.tokens[self.stop.at];
        // Four dots are a full stop with an ellipsis, three with a space before them leave words out.
        let omits = !first.is_glued() && (first.is(Kind::Ellipsis) || self.stop.end == self.stop.at + 3);
        match self.after.case {
            Case::Lower => false,
            Case::Capital if omits => self.stop.closed != Closed::Nothing,
            Case::Starter if omits => {
                self.stop.closed != Closed::Nothing || self.scan.word(self.after.at) != "I"
            }
            _ => true,
        }
    }

    /// A full stop.
    fn period(&self) -> bool {
        match Before::of(self.scan, self.start..self.limit, self.stop, &self.after) {
            Before::Marker => false,
            Before::Plain => self.plain(),
            Before::Unknown => self.after.case != Case::Lower,
            Before::Initials => self.initials(),
            Before::Abbreviation(abbreviation) => abbreviation.ends && self.abbreviation(abbreviation),
        }
    }

    fn plain(&self) -> bool {
        match self.after.case {
            Case::Lower => self.stop.closed == Closed::Nothing && !self.after.opens(Kind::Dash),
            _ => true,
        }
    }

    fn initials(&self) -> bool {
        match self.after.case {
            Case::Starter => !self.scan.tokens[self.after.at].any(Classes::GIVEN_NAME),
            Case::Capital => self.stop.closed == Closed::Quotation,
            Case::Sign => self.scan.tokens[self.after.at].is(Kind::Bullet),
            _ => false,
        }
    }

    /// The stop of an abbreviation that may end a sentence.
    fn abbreviation(&self, abbreviation: &Abbreviation) -> bool {
        use AbbreviationClass as Class;
        if self.opens_with_time(abbreviation.class) || self.after.opens(Kind::Dash) {
            return false;
        }
        match (self.after.case, self.stop.closed) {
            (Case::Lower | Case::Number, _) => false,
            (_, Closed::Quotation) | (Case::Starter, Closed::Nothing) => true,
            // `(BBC, etc.) There`, where the bracket holds all of the sentence.
            (_, Closed::Bracket) => self.scan.tokens[self.start].is(Kind::Open),
            (Case::Sign, _) => self.scan.tokens[self.after.at].is(Kind::Bullet),
            _ if self.after.opener.is_some() => self.after.opens(Kind::Quote),
            _ => match abbreviation.class {
                Class::Latin => true,
                Class::Time => !self.is_of_time(),
                Class::State => self.follows(Kind::Comma, 2) || self.is_group(),
                Class::Unit => self.follows(Kind::Number, 2) || self.is_group(),
                Class::Initialism => false,
                _ => self.is_group(),
            },
        }
    }

    /// `At 5 a.m. Mr. Smith went`: the time is all that the sentence has so far.
    fn opens_with_time(&self, class: AbbreviationClass) -> bool {
        class == AbbreviationClass::Time
            && self.stop.at - self.start <= 3
            && self.scan.tokens[self.start].any(Classes::PREPOSITION)
    }

    /// `5 p.m. Monday`, `5 p.m. EST`, `5 p.m. Eastern Time`
    fn is_of_time(&self) -> bool {
        let next = &self.scan.tokens[self.after.at];
        next.any(Classes::WEEKDAY.or(Classes::MONTH).or(Classes::CALENDAR).or(Classes::PLACE))
            || next.shape.has(Shape::ALL_CAPS)
            || self.scan.entry_at(Table::Calendar, self.after.at, self.limit).is_some()
    }

    /// `They bought Acme Corp. Analysts said`: a noun for people with its verb, as no name goes on.
    fn is_group(&self) -> bool {
        const VERB: Classes = Classes::VERB.or(Classes::CUE_VERB).or(Classes::AUXILIARY).or(Classes::MODAL);
        let verb = self.scan.tokens[..self.limit].get(self.after.at + 1);
        self.scan.tokens[self.after.at].any(Classes::GROUP_NOUN)
            && verb.is_some_and(|verb| verb.is_word() && !verb.is_capital() && verb.any(VERB))
    }

    /// Whether a token of `kind` stands `back` places before the stop.
    fn follows(&self, kind: Kind, back: usize) -> bool {
        let word = if self.scan.tokens[self.stop.at].is_word() { self.stop.at + 1 } else { self.stop.at };
        word >= self.start + back && self.scan.tokens[word - back].is(kind)
    }

    /// `“Why?” Ms. Lopez asked.`, `“Why?” I ask.`: a name with a verb of saying that has no clause of its own behind it.
    fn is_attribution(&self) -> bool {
        let window = &self.scan.tokens[self.after.at..self.limit.min(self.after.at + LONGEST_NAME)];
        // Other pronouns have a capital only where a sentence begins.
        let he = |first: &Token| first.any(Classes::PRONOUN) && first.word != word!("i");
        if self.after.opener.is_some() || window.first().is_some_and(he) {
            return false;
        }
        let in_name = |token: &Token| match token.kind {
            Kind::Word => token.is_capital() || token.any(Classes::NAME_PARTICLE),
            kind => matches!(kind, Kind::Period | Kind::Hyphen),
        };
        let Some(verb) = window.iter().position(|token| !in_name(token)) else { return false };
        window[verb].any(Classes::CUE_VERB) && closes(&window[verb + 1..])
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
        [first, ..] => first.is_end_mark() || first.any(GOES_ON) || is_heard(behind),
    }
}

/// Whether one who hears stands behind a verb of saying, and no clause behind that: `“Why?” Ms. Lopez asked Mr. Lund.`, but
/// `asked Mr. Lund to leave`, `asked the judge for time`.
fn is_heard(behind: &[Token]) -> bool {
    const PERSON: Classes = Classes::PERSON_NOUN.or(Classes::GROUP_NOUN).or(Classes::TITLE);
    const OF_CLAUSE: [WordId; 5] = word_set!["to", "for", "about", "of", "with"];
    let article = usize::from(behind[0].any(Classes::ARTICLE));
    let named = |pair: &[Token]| match pair[1].kind {
        Kind::Word => pair[1].is_capital() || pair[1].any(Classes::NAME_PARTICLE.or(PERSON)),
        kind => kind == Kind::Period && pair[0].any(Classes::HONORIFIC),
    };
    let first =
        behind.get(article).is_some_and(|first| first.is_word() && (first.is_capital() || first.any(PERSON)));
    let rest = behind[article..].windows(2).take(LONGEST_NAME).take_while(|pair| named(pair)).count();
    let next = behind.get(article + 1 + rest);
    first
        && next.is_none_or(|next| {
            let when = next.any(Classes::WEEKDAY.or(Classes::PREPOSITION)) && !OF_CLAUSE.contains(&next.word);
            next.is_end_mark() || next.is(Kind::Comma) || when
        })
}
