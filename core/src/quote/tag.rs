//! One class for each token, as the grammar of quotes and its weights see it.

use crate::lexicon::{self, Classes, Part, Table, tables};
use crate::scan::{Kind, Scan, Token};

/// What a token is. No tag tells one name from another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub(super) enum Tag {
    /// Beyond the edge of the unit.
    Edge,
    Comma,
    /// Full stop, question mark, exclamation mark, ellipsis.
    End,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    /// A mark that opens a stretch.
    QuoteOpen,
    /// A mark that closes a stretch.
    QuoteClose,
    Mark,
    Number,
    /// `that`
    That,
    /// `to`
    To,
    /// `and`, `or`
    And,
    /// `but`, `yet`
    But,
    /// `as`
    As,
    /// `’s`
    Clitic,
    Article,
    Determiner,
    Possessive,
    /// `he`, `they`
    Pronoun,
    /// `who`, `which`
    Relative,
    /// `what`, `how`, `whether`
    Wh,
    Preposition,
    Subordinator,
    /// Forms of be.
    Be,
    /// Forms of have and do.
    Have,
    Modal,
    Negation,
    Adverb,
    /// A form of a cue verb in -ed, or an irregular past.
    CuePast,
    CueIng,
    CueBase,
    VerbPast,
    VerbIng,
    VerbBase,
    CueNoun,
    CueOther,
    /// A noun for a person, also a title.
    Person,
    Group,
    Organization,
    Document,
    Day,
    /// A capitalised word that is nothing else.
    Name,
    /// Lower-case words that the lexicon does not have, by their ending.
    Ing,
    Ed,
    Ly,
    Plural,
    Word,
}

/// How many tags there are.
pub(super) const TAGS: u32 = Tag::Word as u32 + 1;

impl Tag {
    /// The tag of a token by itself.
    pub(super) fn of(scan: &Scan<'_>, index: usize) -> Self {
        let token = &scan.tokens[index];
        match token.kind {
            Kind::Word => word(scan, index),
            Kind::Clitic => Self::Clitic,
            Kind::Number | Kind::Currency | Kind::Percent => Self::Number,
            Kind::Comma => Self::Comma,
            Kind::Period | Kind::Question | Kind::Exclamation | Kind::Ellipsis => Self::End,
            Kind::Colon => Self::Colon,
            Kind::Semicolon => Self::Semicolon,
            Kind::Dash => Self::Dash,
            Kind::Open => Self::Open,
            Kind::Close => Self::Close,
            Kind::Handle => Self::Name,
            _ => Self::Mark,
        }
    }

    /// Whether it is a mark, not a word or number.
    pub(super) const fn is_mark(self) -> bool {
        (self as u8) < Self::Number as u8
    }

    /// Whether it can be a finite verb or begin one.
    pub(super) const fn is_verb(self) -> bool {
        matches!(
            self,
            Self::Be
                | Self::Have
                | Self::Modal
                | Self::CuePast
                | Self::CueBase
                | Self::VerbPast
                | Self::VerbBase
        )
    }

    /// Whether it may stand between an auxiliary and its verb, or before it.
    pub(super) const fn is_auxiliary(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Modal | Self::Negation)
    }

    /// Whether a noun phrase can begin with it.
    pub(super) const fn opens_phrase(self) -> bool {
        matches!(
            self,
            Self::Article
                | Self::Determiner
                | Self::Possessive
                | Self::Pronoun
                | Self::Number
                | Self::Person
                | Self::Group
                | Self::Organization
                | Self::Document
                | Self::Name
        )
    }
}

fn word(scan: &Scan<'_>, index: usize) -> Tag {
    let token = &scan.tokens[index];
    if token.any(Classes::FUNCTION) {
        if let Some(tag) = function(token) {
            return tag;
        }
    }
    if token.any(Classes::WEEKDAY.or(Classes::MONTH)) && token.is_capital() {
        return Tag::Day;
    }
    if token.is_capital() && token.any(Classes::GIVEN_NAME.or(Classes::PLACE).or(Classes::SEAT)) {
        return Tag::Name;
    }
    if token.any(Classes::CUE_VERB) {
        return ending(scan, index, [Tag::CuePast, Tag::CueIng, Tag::CueBase]);
    }
    let nouns = [
        (Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::HONORIFIC), Tag::Person),
        (Classes::GROUP_NOUN, Tag::Group),
        (Classes::ORGANIZATION_NOUN, Tag::Organization),
        (Classes::DOCUMENT_NOUN, Tag::Document),
        (Classes::CUE_NOUN, Tag::CueNoun),
        (Classes::CUE_OTHER, Tag::CueOther),
        (Classes::CALENDAR, Tag::Day),
        (Classes::NUMBER.or(Classes::MAGNITUDE), Tag::Number),
    ];
    if let Some((_, tag)) = nouns.iter().find(|(class, _)| token.any(*class)) {
        return *tag;
    }
    if token.any(Classes::VERB) {
        return ending(scan, index, [Tag::VerbPast, Tag::VerbIng, Tag::VerbBase]);
    }
    if token.is_capital() {
        return Tag::Name;
    }
    let surface = scan.word(index);
    match () {
        () if surface.ends_with("ing") => Tag::Ing,
        () if surface.ends_with("ed") => Tag::Ed,
        () if surface.ends_with("ly") => Tag::Ly,
        () if surface.ends_with('s') => Tag::Plural,
        () => Tag::Word,
    }
}

/// The tag of a word of a closed class.
fn function(token: &Token) -> Option<Tag> {
    let spelling = lexicon::spelling(token.word);
    match spelling {
        "that" => return Some(Tag::That),
        "to" => return Some(Tag::To),
        "as" => return Some(Tag::As),
        "and" | "or" => return Some(Tag::And),
        "but" | "yet" => return Some(Tag::But),
        "be" | "is" | "was" | "are" | "were" | "been" | "being" | "am" => return Some(Tag::Be),
        _ => {}
    }
    let classes = [
        (Classes::ARTICLE, Tag::Article),
        (Classes::MODAL, Tag::Modal),
        (Classes::AUXILIARY.or(Classes::NEGATION), Tag::Have),
        (Classes::POSSESSIVE, Tag::Possessive),
        (Classes::RELATIVE, Tag::Relative),
        (Classes::WH, Tag::Wh),
        (Classes::SUBORDINATOR, Tag::Subordinator),
        (Classes::PREPOSITION, Tag::Preposition),
        (Classes::DETERMINER, Tag::Determiner),
        (Classes::PRONOUN, Tag::Pronoun),
        (Classes::ADVERB, Tag::Adverb),
    ];
    if token.any(Classes::NEGATION) && !token.any(Classes::AUXILIARY.or(Classes::MODAL)) {
        return Some(Tag::Negation);
    }
    classes.iter().find(|(class, _)| token.any(*class)).map(|(_, tag)| *tag)
}

/// Which of past, -ing and base form a verb is, by its ending.
fn ending(scan: &Scan<'_>, index: usize, [past, ing, base]: [Tag; 3]) -> Tag {
    let surface = scan.word(index);
    if surface.ends_with("ing") {
        ing
    } else if surface.ends_with("ed") || is_irregular_past(scan, index) {
        past
    } else {
        base
    }
}

/// Whether a verb form differs from its lemma and ends in nothing but is a past: `said`, `told`, `wrote`.
fn is_irregular_past(scan: &Scan<'_>, index: usize) -> bool {
    let token = &scan.tokens[index];
    let surface = scan.word(index);
    let lemma = lexicon::rows(token.word, Table::Cue, surface)
        .map(|row| &tables::CUE[row as usize])
        .find(|cue| cue.part == Part::Verb)
        .map(|cue| cue.lemma)
        .or_else(|| {
            lexicon::row(token.word, Table::Verb, surface).map(|row| tables::VERB[row as usize].lemma)
        });
    let spelling = lexicon::spelling(token.word);
    // A form in -s is the third person, one in -ise the British spelling of a base.
    lemma.is_some_and(|lemma| lemma != spelling && !spelling.ends_with('s') && !spelling.ends_with("se"))
}
