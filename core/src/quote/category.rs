//! One category for each token, as the grammar of quotes and its weights see it: its tag from the mention stage, divided
//! by what matters to quotes.

use crate::lexicon::{Classes, WordId, word, word_set};
use crate::mention::Tag;
use crate::scan::{Kind, Scan, Token};

/// What a token is. No category tells one name from another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[repr(u8)]
pub(super) enum Category {
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

impl Category {
    /// The category of a token by itself; marks that pair are told by the view.
    pub(super) fn of(scan: &Scan<'_>, token: &Token, tag: Tag) -> Self {
        // Most tokens are words, and of the others the kind alone tells.
        if matches!(token.kind, Kind::Word | Kind::Clitic) {
            word(scan, token, tag)
        } else {
            OF_KIND[token.kind as usize]
        }
    }

    /// Whether it is a mark, not a word or number.
    pub(super) const fn is_mark(self) -> bool {
        (self as u8) < Self::Number as u8
    }

    /// Whether a finite verb, an auxiliary or a participle of the past.
    pub(super) const fn is_verbal(self) -> bool {
        matches!(self, Self::Be | Self::Have | Self::Modal | Self::VerbPast | Self::VerbBase | Self::CuePast)
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

/// The categories of what is no word, by kind.
const OF_KIND: [Category; Kind::Symbol as usize + 1] = {
    let mut categories = [Category::Mark; Kind::Symbol as usize + 1];
    categories[Kind::Number as usize] = Category::Number;
    categories[Kind::Currency as usize] = Category::Number;
    categories[Kind::Percent as usize] = Category::Number;
    categories[Kind::Comma as usize] = Category::Comma;
    categories[Kind::Period as usize] = Category::End;
    categories[Kind::Question as usize] = Category::End;
    categories[Kind::Exclamation as usize] = Category::End;
    categories[Kind::Ellipsis as usize] = Category::End;
    categories[Kind::Colon as usize] = Category::Colon;
    categories[Kind::Semicolon as usize] = Category::Semicolon;
    categories[Kind::Dash as usize] = Category::Dash;
    categories[Kind::Open as usize] = Category::Open;
    categories[Kind::Close as usize] = Category::Close;
    categories[Kind::Handle as usize] = Category::Name;
    categories
};

/// Forms of be.
const BE: [WordId; 14] = word_set![
    "be", "is", "was", "are", "were", "been", "being", "am", "'re", "'m", "isn't", "wasn't", "aren't",
    "weren't",
];

fn word(scan: &Scan<'_>, token: &Token, tag: Tag) -> Category {
    let is = |word: WordId| token.word == word;
    match tag {
        Tag::Verb => verb(scan, token),
        Tag::Auxiliary if token.any(Classes::MODAL) => Category::Modal,
        Tag::Auxiliary if BE.contains(&token.word) => Category::Be,
        Tag::Auxiliary => Category::Have,
        Tag::Noun | Tag::Other | Tag::Hyphen | Tag::Quote | Tag::Comma => noun(token),
        Tag::Name => Category::Name,
        Tag::Adjective if token.any(Classes::CUE_OTHER) => Category::CueOther,
        Tag::Adjective => Category::Adjective,
        Tag::Determiner if token.any(Classes::ARTICLE) => Category::Article,
        Tag::Determiner if token.any(Classes::POSSESSIVE) => Category::Possessive,
        Tag::Determiner => Category::Determiner,
        Tag::Number => Category::Number,
        Tag::Date => Category::Day,
        Tag::Pronoun => Category::Pronoun,
        Tag::Relative => Category::Relative,
        Tag::Possessive => Category::Possessor,
        Tag::Adverb if token.any(Classes::NEGATION) => Category::Negation,
        Tag::Adverb if token.any(Classes::CUE_OTHER) => Category::CueOther,
        Tag::Adverb => Category::Adverb,
        Tag::Infinitive => Category::Infinitive,
        Tag::Preposition if is(word!("to")) => Category::To,
        Tag::Preposition if is(word!("of")) => Category::Of,
        Tag::Preposition | Tag::Subordinator if is(word!("as")) => Category::As,
        Tag::Preposition => Category::Preposition,
        Tag::Conjunction if is(word!("but")) || is(word!("yet")) => Category::But,
        Tag::Conjunction => Category::And,
        Tag::Subordinator if is(word!("that")) => Category::That,
        Tag::Subordinator if token.any(Classes::WH) => Category::Wh,
        Tag::Subordinator => Category::Subordinator,
    }
}

/// A verb by lexicon and form.
fn verb(scan: &Scan<'_>, token: &Token) -> Category {
    let forms = if token.any(Classes::CUE_VERB) {
        [Category::CuePast, Category::CueIng, Category::CueBase]
    } else {
        [Category::VerbPast, Category::VerbIng, Category::VerbBase]
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
fn noun(token: &Token) -> Category {
    const ANY: Classes = Classes::PERSON_NOUN
        .or(Classes::TITLE)
        .or(Classes::HONORIFIC)
        .or(Classes::GROUP_NOUN)
        .or(Classes::ORGANIZATION_NOUN)
        .or(Classes::DOCUMENT_NOUN)
        .or(Classes::CUE_NOUN)
        .or(Classes::CALENDAR);
    if !token.any(ANY) {
        return Category::Noun;
    }
    let classes = [
        (Classes::PERSON_NOUN.or(Classes::TITLE).or(Classes::HONORIFIC), Category::Person),
        (Classes::GROUP_NOUN, Category::Group),
        (Classes::ORGANIZATION_NOUN, Category::Organization),
        (Classes::DOCUMENT_NOUN, Category::Document),
        (Classes::CUE_NOUN, Category::CueNoun),
        (Classes::CALENDAR, Category::Day),
    ];
    classes.iter().find(|(class, _)| token.any(*class)).map_or(Category::Noun, |(_, category)| *category)
}
