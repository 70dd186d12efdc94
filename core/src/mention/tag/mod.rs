//! What each word does where it stands, as far as closed classes, the lexicon's forms, endings and neighbours tell.

mod cases;
mod content;
mod ending;
mod function;

use crate::keyed::Keyed;
use crate::lexicon::{CalendarClass, Classes, Table, WordId, tables, word_set};
use crate::mention::Mentions;
use crate::room::Progress;
use crate::scan::{Kind, Mark, Scan, Shape, Token};
use crate::scratch::Spare;
use cases::{Cases, Doubtful};
use ending::Tail;
use std::ops::Range;

/// What a token does in its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Tag {
    /// Opens a noun phrase: articles, possessives, demonstratives, quantifiers.
    Determiner,
    /// Digits, number words, and what belongs to them (`$`, `%`, `million`).
    Number,
    /// Stands before a noun and is none, or one that is used so.
    Adjective,
    Noun,
    /// A word of a name, with a capital that means something.
    Name,
    /// A month, weekday or period that tells the time.
    Date,
    Pronoun,
    /// `who`, `which`, and `that` behind a noun.
    Relative,
    /// The `’s` of a possessor.
    Possessive,
    /// A verb, also as a participle or an infinitive.
    Verb,
    /// Forms of be, have and do, modals, and the clitics that stand for them.
    Auxiliary,
    Adverb,
    Preposition,
    /// `to` before a verb.
    Infinitive,
    Conjunction,
    /// `because`, `that` behind a verb, `what`, `when`.
    Subordinator,
    /// Between the parts of a word.
    Hyphen,
    Quote,
    Comma,
    #[default]
    Other,
}

impl Tag {
    /// Whether it can stand inside a noun phrase before its head or as its head.
    pub(crate) const fn is_nominal(self) -> bool {
        matches!(self, Self::Number | Self::Adjective | Self::Noun | Self::Name)
    }

    /// Whether a chunk can begin with it.
    pub(crate) const fn opens_chunk(self) -> bool {
        self.is_nominal() || matches!(self, Self::Determiner | Self::Date | Self::Pronoun | Self::Relative)
    }

    /// Whether a verb or an auxiliary.
    pub(crate) const fn is_verbal(self) -> bool {
        matches!(self, Self::Verb | Self::Auxiliary)
    }
}

/// Classes of nouns.
pub(crate) const NOUN: Classes =
    LISTED.or(Classes::TITLE).or(Classes::CUE_NOUN).or(Classes::UNIT).or(Classes::CALENDAR);

/// What the table of speakers says of a noun.
pub(crate) const LISTED: Classes = Classes::PERSON_NOUN
    .or(Classes::GROUP_NOUN)
    .or(Classes::ORGANIZATION_NOUN)
    .or(Classes::DOCUMENT_NOUN)
    .or(Classes::PLACE_NOUN);

pub(crate) const VERB: Classes = Classes::VERB.or(Classes::CUE_VERB);

/// So many adverbs are looked past to find what a verb follows.
const ADVERBS: usize = 3;

/// Few articles have more quotation marks.
const MARKS: usize = 32;

/// What closed-class words have.
const CLOSED: Classes = Classes::FUNCTION.or(Classes::PRONOUN);

/// What number words and those of the calendar have.
const TIMES: Classes =
    Classes::MONTH.or(Classes::WEEKDAY).or(Classes::NUMBER).or(Classes::MAGNITUDE).or(Classes::CALENDAR);

/// What the tagging works in.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    weak: Spare<Vec<bool>>,
    cases: Spare<Keyed<u32, cases::Counts>>,
}

/// Finds the tags of all tokens that lie in sentences, and which of these are quotation marks.
pub(super) fn all(
    scan: &Scan<'_>,
    sentences: impl Iterator<Item = Range<usize>> + Clone,
    mentions: &mut Mentions,
    scratch: &mut Scratch,
) {
    let Mentions { tags, marks, .. } = mentions;
    // Where anything is said there are some.
    marks.reserve(MARKS.min(scan.tokens.len()));
    tags.reserve_exact(scan.tokens.len());
    tags.resize(scan.tokens.len(), Tag::Other);
    let mut weak = scratch.weak.lend();
    weak.extend(sentences.clone().map(|tokens| cases::capitals_are_weak(scan, tokens)));
    let weak = weak.iter().copied();
    let cases = Cases::collect(scan, sentences.clone().zip(weak.clone()), scratch.cases.lend());
    for (tokens, weak) in sentences.zip(weak) {
        let mut sentence = Sentence {
            scan,
            tokens: &scan.tokens[..tokens.end],
            cases: &cases,
            tags,
            marks,
            end: tokens.end,
            weak,
            start: tokens.start,
            last: Tag::Other,
            single_open: false,
        };
        sentence.read();
    }
}

/// The sentence whose words are tagged, from left to right.
struct Sentence<'s, 't> {
    scan: &'s Scan<'t>,
    /// The tokens up to its end.
    tokens: &'s [Token],
    cases: &'s Cases<'s>,
    tags: &'s mut [Tag],
    marks: &'s mut Vec<u32>,
    start: usize,
    end: usize,
    /// What was tagged last, nothing at the start.
    last: Tag,
    /// A headline in title case, or a line in capitals: a capital says nothing.
    weak: bool,
    /// A single quotation mark is open, so that the next may be its end and not an apostrophe.
    single_open: bool,
}

impl Sentence<'_, '_> {
    /// Tags its words and marks.
    fn read(&mut self) {
        for at in self.start..self.end {
            let tag = self.tag(at);
            self.tags[at] = tag;
            self.last = tag;
        }
    }

    fn tag(&mut self, at: usize) -> Tag {
        let token = &self.tokens[at];
        match token.kind {
            Kind::Word if self.is_unit_letter(at, token) => Tag::Other,
            Kind::Word => self.word(at, token),
            Kind::Clitic => self.clitic(at),
            Kind::Number if self.is_date(at) => Tag::Date,
            Kind::Number | Kind::Currency | Kind::Percent => Tag::Number,
            // `according to example.com`
            Kind::Url if !self.scan.word(at).contains("://") => Tag::Name,
            Kind::Hyphen => Tag::Hyphen,
            Kind::Quote => self.quote(at),
            Kind::Comma => Tag::Comma,
            Kind::Handle => Tag::Name,
            Kind::Symbol if self.scan.word(at) == "&" && self.last == Tag::Name => Tag::Name,
            _ => Tag::Other,
        }
    }

    /// The letter of a unit right behind a number or a sign: `1.3°C`.
    fn is_unit_letter(&self, at: usize, token: &Token) -> bool {
        token.is_glued()
            && token.is_letter()
            && at > self.start
            && matches!(self.tokens[at - 1].kind, Kind::Number | Kind::Symbol | Kind::Slash)
    }

    fn word(&mut self, at: usize, token: &Token) -> Tag {
        if token.is_capital() && self.capital_tells(at) {
            return self.capital(at);
        }
        if self.is_hyphenated(at) {
            return self.hyphenated(at);
        }
        // Of the words that are tagged here half have no class of these.
        if token.any(CLOSED.or(TIMES)) {
            if let Some(tag) = self.closed(at, token) {
                return tag;
            }
        }
        self.content(at)
    }

    /// The tag of a closed-class word, a number word or a word of the calendar, where it is used as one.
    fn closed(&self, at: usize, token: &Token) -> Option<Tag> {
        if token.any(CLOSED) {
            if let Some(tag) = self.single_function(token).or_else(|| self.function(at)) {
                return Some(tag);
            }
        }
        if token.any(Classes::MONTH.or(Classes::WEEKDAY)) && token.is_capital() {
            return Some(Tag::Date);
        }
        if token.any(Classes::NUMBER.or(Classes::MAGNITUDE)) && !token.any(VERB) {
            return Some(Tag::Number);
        }
        if token.any(Classes::CALENDAR) { self.calendar(at) } else { None }
    }

    /// `today`, and the `last` of `last week`.
    fn calendar(&self, at: usize) -> Option<Tag> {
        let row = self.scan.row(Table::Calendar, at)?;
        let period = || {
            self.next(at)
                .is_some_and(|next| next.any(Classes::CALENDAR.or(Classes::MONTH).or(Classes::WEEKDAY)))
        };
        match tables::CALENDAR[row as usize].class {
            CalendarClass::Day => Some(Tag::Date),
            CalendarClass::Relative if period() => Some(Tag::Determiner),
            _ => None,
        }
    }

    /// Whether a number is the day or the year of a date: `May 15, 2011`, `15 May`.
    fn is_date(&self, at: usize) -> bool {
        let day = self.tokens[at].span().len() <= 2;
        let month = self.next(at).is_some_and(|next| next.any(Classes::MONTH) && next.is_capital());
        let back = |steps: usize| at >= self.start + steps && self.tags[at - steps] == Tag::Date;
        let mark = at > self.start && matches!(self.tokens[at - 1].kind, Kind::Comma | Kind::Period);
        day && month || back(1) || mark && back(2)
    }

    /// Whether the capital of a word is more than that of a first word.
    fn capital_tells(&self, at: usize) -> bool {
        let first = self.is_opening(at);
        if !first && !self.weak && !self.is_shouted(at) {
            return true;
        }
        Doubtful { scan: self.scan, cases: self.cases, at, end: self.end, first }.is_name()
    }

    /// Whether a word in capitals stands beside another, as in a heading that runs into its text.
    fn is_shouted(&self, at: usize) -> bool {
        let shouted = |at: usize| {
            let token = &self.tokens[at];
            token.is_word() && token.shape.has(Shape::ALL_CAPS) && !token.shape.has(Shape::DOTTED)
        };
        shouted(at) && (at > self.start && shouted(at - 1) || at + 1 < self.end && shouted(at + 1))
    }

    /// Whether a word opens the sentence or a quotation, where any word has a capital.
    fn is_opening(&self, at: usize) -> bool {
        if at == self.start {
            return true;
        }
        let before = &self.tokens[at - 1];
        match before.kind {
            Kind::Colon | Kind::Bullet | Kind::Open | Kind::Dash | Kind::Ellipsis => true,
            // A closing mark (`…,” Bright said`) leaves what follows inside the sentence.
            Kind::Quote => {
                // `Roland “Rolly” Hale`
                let nickname = self.next(at).is_some_and(|next| next.is(Kind::Quote) && next.is_glued());
                self.tokens[at].is_glued() && !nickname
                    || at > self.start + 1 && self.tokens[at - 2].is_end_mark()
            }
            _ => before.is_end_mark() && !self.is_abbreviation_stop(at - 1),
        }
    }

    fn is_abbreviation_stop(&self, at: usize) -> bool {
        at > self.start && {
            let before = &self.tokens[at - 1];
            before.any(Classes::ABBREVIATION.or(Classes::HONORIFIC))
                || before.is_capital() && before.is_letter()
        }
    }

    /// A word whose capital tells.
    fn capital(&mut self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if crate::name::is_name_word(token) {
            // `in May`, `May 15`: the month, where it could be a name too.
            let month = token.any(Classes::MONTH)
                && (matches!(
                    self.last,
                    Tag::Preposition | Tag::Determiner | Tag::Adjective | Tag::Date | Tag::Number
                ) || self
                    .next(at)
                    .is_some_and(|next| next.is(Kind::Number) || next.any(Classes::NUMBER)));
            return if month { Tag::Date } else { Tag::Name };
        }
        if token.any(Classes::MONTH.or(Classes::WEEKDAY)) {
            return Tag::Date;
        }
        // `Emre Can Yildiz`
        let inside = self.last == Tag::Name
            && self.next(at).is_some_and(crate::name::is_name_word)
            && !token.any(Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::ARTICLE));
        if inside {
            return Tag::Name;
        }
        // `First Amendment activists`
        let modifies = token.any(Classes::ADVERB.or(Classes::ORDINAL)) && !token.any(Classes::PREPOSITION);
        if modifies && self.next(at).is_some_and(Token::is_capital) {
            return Tag::Name;
        }
        self.function(at).unwrap_or(Tag::Name)
    }

    fn clitic(&mut self, at: usize) -> Tag {
        /// What follows `is` and `has`, and no possessor.
        const BEHIND_VERB: Classes = Classes::ARTICLE.or(Classes::NEGATION).or(Classes::PREPOSITION);
        let surface = self.scan.word(at);
        if !surface.ends_with(['s', 'S'])
            || !matches!(self.last, Tag::Noun | Tag::Name | Tag::Date | Tag::Pronoun | Tag::Number)
        {
            return Tag::Auxiliary;
        }
        // `Russia’s ministry`, but `he’s leaving`, `Russia’s been told`, `who’s there`.
        if self.last == Tag::Pronoun
            && !self.tokens[at - 1].any(Classes::NEGATION)
            && self.tokens[at - 1].any(Classes::PRONOUN)
        {
            return Tag::Auxiliary;
        }
        let verb = self.next(at).is_some_and(|next| next.any(BEHIND_VERB));
        if verb { Tag::Auxiliary } else { Tag::Possessive }
    }

    /// The apostrophe of `the leaders’ meeting` is written like a closing quotation mark.
    fn quote(&mut self, at: usize) -> Tag {
        Progress { done: at, all: self.scan.tokens.len() }.reserve(self.marks, 1);
        self.marks.push(at as u32);
        let mark = self.scan.mark(at);
        match mark {
            Some(Mark::SingleOpen) => self.single_open = true,
            Some(Mark::SingleStraight | Mark::SingleClose) => {
                let token = &self.tokens[at];
                let behind = matches!(self.last, Tag::Noun | Tag::Name) && token.is_glued();
                let next = self.next(at).is_some_and(|next| next.is_word() && !next.is_glued());
                if behind
                    && next
                    && !self.single_open
                    && self.scan.word(at - 1).ends_with(['s', 'S', 'x', 'z'])
                {
                    return Tag::Possessive;
                }
                self.single_open = !token.is_glued() || at == self.start;
            }
            _ => {}
        }
        Tag::Quote
    }

    fn is_hyphenated(&self, at: usize) -> bool {
        self.last == Tag::Hyphen || self.next(at).is_some_and(|next| next.is(Kind::Hyphen))
    }

    /// A part of a hyphenated word: what stands before a hyphen modifies; the last part decides for the whole.
    fn hyphenated(&mut self, at: usize) -> Tag {
        if self.next(at).is_some_and(|next| next.is(Kind::Hyphen)) {
            return Tag::Adjective;
        }
        if self.goes_on(at + 1) {
            return Tag::Adjective;
        }
        let token = &self.tokens[at];
        let tail = Tail::of(self.scan, token);
        let plain = token.any(Classes::FUNCTION.or(Classes::ADJECTIVE))
            || tail.is_participle()
            || tail.is_adjectival();
        if plain && !token.any(NOUN) { Tag::Adjective } else { Tag::Noun }
    }

    /// The tag before `at` and the adverbs before it.
    // Apart: the loop over all words is not to work out the bounds of this one for each.
    #[inline(never)]
    fn before_adverbs(&self, at: usize) -> Tag {
        self.last_content(at).map_or(Tag::Other, |before| self.tags[before])
    }

    fn next(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at + 1)
    }

    fn is(&self, at: usize, word: WordId) -> bool {
        self.tokens[at].word == word
    }

    fn is_one_of(&self, at: usize, words: &[WordId]) -> bool {
        words.contains(&self.tokens[at].word)
    }

    /// Whether the token at `at` can go on as a noun phrase: anything but a closed-class word, a verb or a mark.
    fn goes_on(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        match token.kind {
            Kind::Number | Kind::Currency => true,
            Kind::Word => {
                let closed = token.any(Classes::FUNCTION) && !token.shape.has(Shape::ALL_CAPS);
                !closed && !is_sure_verb(token) || is_loose_adjective(token)
            }
            _ => false,
        }
    }
}

/// Closed-class words that also stand between determiner and noun: `early`, `other`, `far`.
fn is_loose_adjective(token: &Token) -> bool {
    const ELSE: Classes = Classes::AUXILIARY
        .or(Classes::PREPOSITION)
        .or(Classes::CONJUNCTION)
        .or(Classes::SUBORDINATOR)
        .or(Classes::RELATIVE)
        .or(Classes::WH)
        .or(Classes::NEGATION)
        .or(Classes::ARTICLE)
        .or(Classes::POSSESSIVE)
        .or(Classes::PRONOUN);
    token.any(Classes::DETERMINER.or(Classes::ADVERB)) && !token.any(ELSE)
}

/// A form that is a verb and nothing else: `said`, `was`, `claimed`.
fn is_sure_verb(token: &Token) -> bool {
    if token.any(Classes::AUXILIARY) {
        return true;
    }
    token.any(VERB) && !token.any(NOUN) && content::form(token) == content::Form::Past
}

/// Whether the noun at `at` is a plural, or takes a plural verb.
pub(super) fn is_plural(scan: &Scan<'_>, at: usize) -> bool {
    let token = &scan.tokens[at];
    if token.any(LISTED) {
        return token.any(Classes::PLURAL) || word_set!["people", "police", "staff"].contains(&token.word);
    }
    let word = scan.letters(token);
    let singular = |end: &&[u8]| word.ends_with(end);
    word.len() > 3
        && word.ends_with(b"s")
        && word.is_ascii()
        && ![b"ss".as_slice(), b"us", b"is"].iter().any(singular)
}
