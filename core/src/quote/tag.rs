//! One class for each token, as the grammar of quotes and its weights see it: what the mention stage says that it does,
//! divided by what matters to quotes.

use crate::lexicon::{Classes, WordId, word, word_set};
use crate::mention::Tag as Role;
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
    /// `that` behind a verb.
    That,
    /// `to` before a verb.
    Infinitive,
    /// `to` before a noun.
    To,
    Of,
    As,
    And,
    But,
    /// The `’s` of a possessor.
    Possessor,
    Article,
    Determiner,
    /// `his`
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
    /// A past form of a cue verb.
    CuePast,
    CueIng,
    CueBase,
    VerbPast,
    VerbIng,
    VerbBase,
    CueNoun,
    /// Prepositions, adverbs and adjectives of the cue table.
    CueOther,
    Adjective,
    /// A noun for a person, also a title.
    Person,
    Group,
    Organization,
    Document,
    Noun,
    Day,
    Name,
}

impl Tag {
    /// The tag of a token by itself; marks that pair are tagged by the view.
    pub(super) fn of(scan: &Scan<'_>, token: &Token, role: Role) -> Self {
        // Most tokens are words, and of the others the kind alone tells.
        if matches!(token.kind, Kind::Word | Kind::Clitic) {
            word(scan, token, role)
        } else {
            OF_KIND[token.kind as usize]
        }
    }

    /// Whether it is a mark, not a word or number.
    pub(super) const fn is_mark(self) -> bool {
        (self as u8) < Self::Number as u8
    }

    /// Whether it is a verb that is no cue.
    pub(super) const fn is_plain_verb(self) -> bool {
        matches!(self, Self::VerbPast | Self::VerbIng | Self::VerbBase)
    }

    /// Whether it may stand between an auxiliary and its verb, or before it.
    pub(super) const fn is_auxiliary(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Modal | Self::Negation)
    }
}

/// The tags of what is no word, by kind.
const OF_KIND: [Tag; Kind::Symbol as usize + 1] = {
    let mut tags = [Tag::Mark; Kind::Symbol as usize + 1];
    tags[Kind::Number as usize] = Tag::Number;
    tags[Kind::Currency as usize] = Tag::Number;
    tags[Kind::Percent as usize] = Tag::Number;
    tags[Kind::Comma as usize] = Tag::Comma;
    tags[Kind::Period as usize] = Tag::End;
    tags[Kind::Question as usize] = Tag::End;
    tags[Kind::Exclamation as usize] = Tag::End;
    tags[Kind::Ellipsis as usize] = Tag::End;
    tags[Kind::Colon as usize] = Tag::Colon;
    tags[Kind::Semicolon as usize] = Tag::Semicolon;
    tags[Kind::Dash as usize] = Tag::Dash;
    tags[Kind::Open as usize] = Tag::Open;
    tags[Kind::Close as usize] = Tag::Close;
    tags[Kind::Handle as usize] = Tag::Name;
    tags
};

/// Forms of be.
const BE: [WordId; 14] = word_set![
    "be", "is", "was", "are", "were", "been", "being", "am", "'re", "'m", "isn't", "wasn't", "aren't",
    "weren't",
];

fn word(scan: &Scan<'_>, token: &Token, role: Role) -> Tag {
    let is = |word: WordId| token.word == word;
    match role {
        Role::Verb => verb(scan, token),
        Role::Auxiliary if token.any(Classes::MODAL) => Tag::Modal,
        Role::Auxiliary if BE.contains(&token.word) => Tag::Be,
        Role::Auxiliary => Tag::Have,
        Role::Noun | Role::Other | Role::Hyphen | Role::Quote | Role::Comma => noun(token),
        Role::Name => Tag::Name,
        Role::Adjective if token.any(Classes::CUE_OTHER) => Tag::CueOther,
        Role::Adjective => Tag::Adjective,
        Role::Determiner if token.any(Classes::ARTICLE) => Tag::Article,
        Role::Determiner if token.any(Classes::POSSESSIVE) => Tag::Possessive,
        Role::Determiner => Tag::Determiner,
        Role::Number => Tag::Number,
        Role::Date => Tag::Day,
        Role::Pronoun => Tag::Pronoun,
        Role::Relative => Tag::Relative,
        Role::Possessive => Tag::Possessor,
        Role::Adverb if token.any(Classes::NEGATION) => Tag::Negation,
        Role::Adverb if token.any(Classes::CUE_OTHER) => Tag::CueOther,
        Role::Adverb => Tag::Adverb,
        Role::Infinitive => Tag::Infinitive,
        Role::Preposition if is(word!("to")) => Tag::To,
        Role::Preposition if is(word!("of")) => Tag::Of,
        Role::Preposition | Role::Subordinator if is(word!("as")) => Tag::As,
        Role::Preposition => Tag::Preposition,
        Role::Conjunction if is(word!("but")) || is(word!("yet")) => Tag::But,
        Role::Conjunction => Tag::And,
        Role::Subordinator if is(word!("that")) => Tag::That,
        Role::Subordinator if token.any(Classes::WH) => Tag::Wh,
        Role::Subordinator => Tag::Subordinator,
    }
}

/// A verb by lexicon and form.
fn verb(scan: &Scan<'_>, token: &Token) -> Tag {
    let forms = if token.any(Classes::CUE_VERB) {
        [Tag::CuePast, Tag::CueIng, Tag::CueBase]
    } else {
        [Tag::VerbPast, Tag::VerbIng, Tag::VerbBase]
    };
    let [past, ing, base] = forms;
    let is_base = token.any(Classes::VERB_BASE.or(Classes::VERB_THIRD));
    if token.any(Classes::VERB_PAST) && !is_base {
        past
    } else if is_base {
        base
    } else {
        let surface = scan.str(token.span());
        match surface.len().checked_sub(2).and_then(|at| surface.get(at..)) {
            Some("ng") => ing,
            Some("ed") => past,
            _ => base,
        }
    }
}

/// A noun by lexicon.
fn noun(token: &Token) -> Tag {
    const ANY: Classes = Classes::PERSON_NOUN
        .or(Classes::TITLE)
        .or(Classes::HONORIFIC)
        .or(Classes::GROUP_NOUN)
        .or(Classes::ORGANIZATION_NOUN)
        .or(Classes::DOCUMENT_NOUN)
        .or(Classes::CUE_NOUN)
        .or(Classes::CALENDAR);
    if !token.any(ANY) {
        return Tag::Noun;
    }
    let classes = [
        (Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::HONORIFIC), Tag::Person),
        (Classes::GROUP_NOUN, Tag::Group),
        (Classes::ORGANIZATION_NOUN, Tag::Organization),
        (Classes::DOCUMENT_NOUN, Tag::Document),
        (Classes::CUE_NOUN, Tag::CueNoun),
        (Classes::CALENDAR, Tag::Day),
    ];
    classes.iter().find(|(class, _)| token.any(*class)).map_or(Tag::Noun, |(_, tag)| *tag)
}
