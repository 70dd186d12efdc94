//! Names of people, organisations and places, with the titles before them: a grammar anchored at a capital or a title.

mod kind;
mod part;

pub(crate) use kind::NameKind;
use kind::{gender_of, kind_of};
pub(crate) use part::{is_double, is_name_word};

use crate::lexicon::{Classes, Gender, TitleClass, WordId, tables, word_set};
use crate::scan::{Kind, Parsed, Scan, Shape, Token, Tokens, fail};
use std::ops::Range;

/// Offices by which people are addressed: `Mr. Speaker`. Other titles behind a form of address are family names.
const ADDRESSED: [WordId; 12] = word_set![
    "president",
    "speaker",
    "chairman",
    "chair",
    "secretary",
    "ambassador",
    "mayor",
    "minister",
    "justice",
    "governor",
    "commissioner",
    "chancellor"
];

/// A name as it stands in the text.
#[allow(clippy::struct_field_names)] // The name of a `Name`, beside its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// What stands before the name and belongs to it: `Kremlin spokesman`, `UK Prime Minister Sir`. Empty without a title.
    pub(crate) title: Range<usize>,
    /// The name itself, with initials, particles and suffix. Empty where a title stands alone (`the Prime Minister`).
    pub(crate) name: Range<usize>,
    pub(crate) kind: NameKind,
    /// What title or given name tell.
    pub(crate) gender: Gender,
}

/// Reads a name with what belongs to it, or a title that stands alone.
///
/// It begins at a word with a capital or at a title in small letters; whether a capital at the start of a sentence
/// means anything is for the caller to know.
pub(crate) fn read(input: Tokens<'_>) -> Parsed<'_, Name> {
    let mut reader = Reader { input, at: input, title_end: input.start, title: None, words: 0 };
    while reader.step() {}
    reader.finish()
}

/// Where the title ends that begins at the token `at`, with the full stop of an abbreviation.
pub(crate) fn title_end(scan: &Scan<'_>, at: usize, end: usize) -> Option<usize> {
    const OPENS: Classes = Classes::TITLE.or(Classes::HONORIFIC).or(Classes::PHRASE);
    if !scan.tokens[at].any(OPENS) {
        return None;
    }
    part::title(Tokens::new(scan, at, end)).ok().map(|(rest, _)| rest.start)
}

/// The run of name words and titles that is being read.
struct Reader<'s> {
    input: Tokens<'s>,
    at: Tokens<'s>,
    /// Behind the last title.
    title_end: usize,
    title: Option<u16>,
    /// Name words since the last title.
    words: usize,
}

impl<'s> Reader<'s> {
    /// Takes the next piece; false when the name ends.
    fn step(&mut self) -> bool {
        self.at.first().is_some_and(may_go_on) && (self.step_title() || self.step_word() || self.step_joint())
    }

    fn take(&mut self, rest: Tokens<'s>) -> bool {
        debug_assert!(rest.start > self.at.start);
        self.at = rest;
        true
    }

    fn scan(&self) -> &'s Scan<'s> {
        self.input.scan
    }

    fn step_title(&mut self) -> bool {
        let Ok((rest, row)) = part::title(self.at) else { return false };
        // `Mother Jones`: a longer entry that begins like a title.
        if part::phrase(self.at).is_ok_and(|(phrase, ())| phrase.start > rest.start) {
            return false;
        }
        // `Dean Martin`, `Stephen King`: a single capitalised word that may as well be part of the name.
        if self.at.first().is_some_and(Token::is_capital) && self.reads_as_name(rest, row) {
            return false;
        }
        self.title = Some(row);
        self.title_end = rest.start;
        self.words = 0;
        self.take(rest)
    }

    /// Whether a title's one capitalised word is rather a given or a family name where it stands.
    fn reads_as_name(&self, rest: Tokens<'s>, row: u16) -> bool {
        let Some(first) = self.at.first() else { return false };
        if rest.start != self.at.start + 1 {
            return false;
        }
        let class = tables::TITLE[row as usize].class;
        // `Mr. King`, but `Mr. President`
        let addressed = self.words == 0
            && self.title.is_some_and(|title| tables::TITLE[title as usize].class == TitleClass::Honorific);
        if addressed && class == TitleClass::Office && !ADDRESSED.contains(&first.word) {
            return !rest.first().is_some_and(is_name_word);
        }
        // `Vale & Daughter`, `Staff Writer`: with a capital a description is a title only before a name.
        if class == TitleClass::Description && self.words > 0 && !rest.first().is_some_and(is_name_word) {
            return true;
        }
        if first.any(Classes::GIVEN_NAME) && !first.any(Classes::ALSO_WORD) && class != TitleClass::Honorific
        {
            return true;
        }
        // A family name stands behind a given one, and no further name word behind it.
        let behind_given = self.words > 0
            && self.scan().tokens[self.at.start - 1].any(Classes::GIVEN_NAME)
            && class != TitleClass::Honorific;
        behind_given && !rest.first().is_some_and(is_name_word)
    }

    fn step_word(&mut self) -> bool {
        let Some(first) = self.at.first() else { return false };
        // In small letters only a title leads on to a name.
        if first.is_capital() {
            // Most words can be neither of the first two.
            let short = first.is_letter() || first.shape.has(Shape::DOTTED);
            let phrase = if first.any(Classes::PHRASE) { part::phrase(self.at) } else { fail(self.at) };
            let initials = |_| if short { part::initials(self.at) } else { fail(self.at) };
            let word = phrase.or_else(initials).or_else(|_| part::word(self.at));
            if let Ok((rest, ())) = word {
                self.words += 1;
                return self.take(rest);
            }
        }
        let begun = self.words > 0;
        let rest = match first.kind {
            Kind::Word if first.any(Classes::NAME_PARTICLE) && (begun || self.title.is_some()) => {
                part::particles(self.at)
            }
            Kind::Comma if begun => part::suffix(self.at),
            Kind::Quote if begun => part::nickname(self.at),
            _ => fail(self.at),
        };
        let inside = || part::suffix(self.at).or_else(|_| part::inner(self.at));
        match rest {
            Ok((rest, ())) => self.take(rest),
            Err(_) if begun && first.is_capital() => inside().is_ok_and(|(rest, ())| self.take(rest)),
            Err(_) => false,
        }
    }

    /// `of`, `for`, `and`, `&` inside the name of an organisation.
    fn step_joint(&mut self) -> bool {
        let joins = |first: &Token| first.is(Kind::Symbol) || part::is_small_connector(first);
        if self.words == 0 || self.at.start == self.input.start || !self.at.first().is_some_and(joins) {
            return false;
        }
        let core = self.title_end..self.at.start;
        match part::joint(self.at, core) {
            Ok((rest, ())) => self.take(rest),
            Err(_) => false,
        }
    }

    fn finish(mut self) -> Parsed<'s, Name> {
        let (start, end) = (self.input.start, self.at.start);
        if start == end {
            return fail(self.input);
        }
        let mut kind = kind_of(self.scan(), self.title_end..end);
        let small = |index: usize| !self.scan().tokens[index].is_capital();
        if self.words > 0 && self.title.is_some() {
            // `the president Ukraine backs`: no name of the president.
            let place = matches!(kind, NameKind::Place | NameKind::People);
            if place && small(self.title_end - 1) {
                self.at = Tokens { start: self.title_end, ..self.input };
                self.words = 0;
            } else if kind == NameKind::Organization && !small(start) {
                // `General Motors`, `Attorney General Office`: the title is part of the name.
                self.title_end = start;
                self.title = None;
                kind = kind_of(self.scan(), start..end);
            } else if kind != NameKind::Organization {
                kind = NameKind::Person;
            }
        }
        let end = self.at.start;
        let core = self.title_end..part::without_degrees(self.scan(), self.title_end..end);
        let name = if self.words == 0 { end..end } else { core };
        let title = start..if self.words == 0 { end } else { self.title_end };
        if self.words == 0 {
            kind = NameKind::Person;
        }
        let gender = self.gender(&name, kind);
        Ok((self.at, Name { title, name, kind, gender }))
    }

    fn gender(&self, name: &Range<usize>, kind: NameKind) -> Gender {
        if kind != NameKind::Person {
            return if kind == NameKind::Unknown { Gender::Unknown } else { Gender::Neuter };
        }
        let title = self.title.map_or(Gender::Unknown, |row| tables::TITLE[row as usize].gender);
        if title == Gender::Unknown { gender_of(self.scan(), name.clone()) } else { title }
    }
}

/// Whether a token can stand in a name or a title at all.
fn may_go_on(token: &Token) -> bool {
    const SMALL: Classes = Classes::TITLE
        .or(Classes::HONORIFIC)
        .or(Classes::PHRASE)
        .or(Classes::NAME_PARTICLE)
        .or(Classes::PREPOSITION)
        .or(Classes::CONJUNCTION);
    match token.kind {
        Kind::Word => token.is_capital() || token.any(SMALL),
        Kind::Comma | Kind::Quote | Kind::Symbol => true,
        _ => false,
    }
}
