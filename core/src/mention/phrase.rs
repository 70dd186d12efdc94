//! One noun phrase: determiners, modifiers, possessors, names and the head.

use super::tag::{self, Tag};
use crate::lexicon::{Classes, Gender, word};
use crate::name::{self, NameKind};
use crate::scan::{Kind, Scan, Token, Tokens};
use std::num::NonZeroU32;
use std::ops::Range;

/// How far a name is looked for from its first word.
const NAME_WINDOW: usize = 24;

/// How many words a noun phrase may open with that are determiners and numbers: `all of the other ten`.
const DETERMINERS: usize = 4;

/// Words no longer than this that end as nouns of doers do are hardly ever made of a verb: `under`, `motor`, `fist`.
const SHORT_DOER: u32 = 6;

/// A number of fewer digits behind a name is no year.
const YEAR_DIGITS: u32 = 4;

/// The place of a token, in four bytes also where there may be none.
#[derive(Clone, Copy, Debug)]
pub(super) struct At(NonZeroU32);

impl At {
    pub(super) const fn new(index: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(index as u32))
    }

    const fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// A noun phrase as it is read; small, as one is made for each token that may open one.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    pub(super) end: usize,
    pub(super) head: Option<At>,
    /// The first determiner.
    determiner: Option<At>,
    /// The last word of the possessor: `Russia` of `Russia’s ministry`.
    possessor: Option<At>,
    /// The name, where the phrase ends in one. Empty elsewhere.
    pub(super) name: Range<u32>,
    pub(super) kind: Option<NameKind>,
    pub(super) gender: Gender,
    /// A title stands before the name, or ends the phrase.
    pub(super) titled: bool,
    /// The head of the last `of` phrase.
    pub(super) tail: Option<At>,
}

impl Phrase {
    pub(super) fn head(&self) -> Option<usize> {
        self.head.map(At::index)
    }

    pub(super) fn determiner(&self) -> Option<usize> {
        self.determiner.map(At::index)
    }

    pub(super) fn possessor(&self) -> Option<usize> {
        self.possessor.map(At::index)
    }

    pub(super) fn tail(&self) -> Option<usize> {
        self.tail.map(At::index)
    }

    pub(super) fn has_name(&self) -> bool {
        !self.name.is_empty()
    }
}

/// Reads the noun phrase that begins at `start`; one without a head where there is none.
pub(super) fn read(scan: &Scan<'_>, tags: &[Tag], start: usize, end: usize) -> Phrase {
    let mut reader = Reader {
        scan,
        tags: &tags[..end],
        start,
        end,
        limit: start,
        phrase: Phrase { end: start, ..Phrase::default() },
    };
    while reader.step() {}
    reader.phrase
}

struct Reader<'s, 't> {
    scan: &'s Scan<'t>,
    /// The tags up to `end`.
    tags: &'s [Tag],
    start: usize,
    end: usize,
    /// No name goes beyond it.
    limit: usize,
    phrase: Phrase,
}

impl Reader<'_, '_> {
    /// Takes the next piece; false when the phrase ends.
    fn step(&mut self) -> bool {
        let at = self.phrase.end;
        let Some(tag) = self.tag(at) else { return false };
        match tag {
            Tag::Determiner => self.determiner(at),
            Tag::Name | Tag::Noun | Tag::Adjective => self.word(at, tag),
            Tag::Number => {
                let noun = |head: usize| !matches!(self.tags[head], Tag::Number | Tag::Adjective);
                if self.phrase.head().is_some_and(noun) && !self.is_numbered_noun(at) {
                    return self.numbered_name(at);
                }
                self.take(at + 1);
                self.phrase.head = Some(At::new(at));
                true
            }
            Tag::Hyphen => self.joined(at),
            Tag::Possessive => self.possessive(at),
            Tag::Date => self.date(at),
            Tag::Comma | Tag::Conjunction => self.between_adjectives(at),
            _ => false,
        }
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        self.tags.get(at).copied()
    }

    fn take(&mut self, end: usize) {
        self.phrase.end = end;
    }

    /// A number that names one of its kind, with the name or title that follows: `Boeing 737 Max`, `Local 212 president`,
    /// `Ward 3 Alderman`.
    fn is_numbered_noun(&self, at: usize) -> bool {
        let number = &self.scan.tokens[at];
        if !number.is(Kind::Number) || at + 1 >= self.end {
            return false;
        }
        if self.phrase.has_name() && self.tags[at + 1] == Tag::Name {
            return true;
        }
        let title = self.scan.tokens[at + 1].any(Classes::TITLE);
        self.is_number_of_label(at) && title && matches!(self.tags[at + 1], Tag::Noun | Tag::Name)
    }

    /// Whether a number stands behind a noun that numbers name one of, and is no year: `Ward 3`, not `In Ohio 5 aldermen`.
    fn is_number_of_label(&self, at: usize) -> bool {
        let (label, number) = (&self.scan.tokens[at - 1], &self.scan.tokens[at]);
        label.is_capital()
            && label.any(Classes::LABEL)
            && number.is(Kind::Number)
            && number.span().len() < YEAR_DIGITS
    }

    /// `Channel 4 said`: the number is part of the name, which ends with it.
    fn numbered_name(&mut self, at: usize) -> bool {
        let next = self.tag(at + 1);
        let counts = next.is_some_and(|next| next.is_nominal() || next == Tag::Hyphen);
        if self.phrase.end == at && self.is_number_of_label(at) && !counts {
            if self.phrase.has_name() {
                self.phrase.name.end += 1;
            }
            self.take(at + 1);
        }
        false
    }

    fn determiner(&mut self, at: usize) -> bool {
        let opening = self.phrase.head().is_none_or(|head| self.tags[head] == Tag::Number && head + 1 == at);
        if !opening || at >= self.start + DETERMINERS {
            return false;
        }
        self.phrase.determiner = self.phrase.determiner.or(Some(At::new(at)));
        self.take(at + 1);
        true
    }

    fn word(&mut self, at: usize, tag: Tag) -> bool {
        let token = &self.scan.tokens[at];
        if tag == Tag::Name {
            if !self.may_join_name(at) {
                return false;
            }
            if let Some(taken) = self.name(at) {
                return taken;
            }
        } else if let Some(end) = name::title_end(self.scan, at, self.end) {
            let taken = if self.leads_to_name(end) { self.name(at) } else { self.title_alone(end) };
            if let Some(taken) = taken {
                return taken;
            }
        }
        // A name with a noun behind it modifies: `the Trump campaign`.
        if self.phrase.has_name() {
            let people = self
                .phrase
                .head()
                .is_some_and(|head| self.scan.tokens[head].any(Classes::DEMONYM.or(Classes::PLACE)));
            if tag == Tag::Adjective && !people || token.is_capital() {
                return false;
            }
            self.forget_name();
        }
        let weak = |head: usize| matches!(self.tags[head], Tag::Adjective | Tag::Name);
        // `two people familiar with the plan`
        let behind = tag == Tag::Adjective && self.phrase.head().is_some_and(|head| !weak(head));
        if behind && self.tag(at + 1) == Some(Tag::Preposition) {
            return false;
        }
        self.take(at + 1);
        if tag != Tag::Adjective || self.phrase.head().is_none_or(weak) {
            self.phrase.head = Some(At::new(at));
            self.phrase.titled = false;
        }
        true
    }

    fn forget_name(&mut self) {
        self.phrase.name = 0..0;
        self.phrase.kind = None;
        self.phrase.gender = Gender::Unknown;
        self.phrase.titled = false;
    }

    /// Whether a name may follow what has been read: not behind a noun that describes nobody (`after the summit
    /// Zelensky`), nor behind a year.
    fn may_join_name(&self, at: usize) -> bool {
        if self.phrase.has_name() {
            return false;
        }
        let Some(head) = self.phrase.head() else { return true };
        let before = &self.scan.tokens[at - 1];
        match self.tags[at - 1] {
            Tag::Number => {
                let year = before.is(Kind::Number) && before.span().len() == YEAR_DIGITS;
                self.phrase.determiner().is_some() || !year
            }
            Tag::Noun if at == head + 1 && !before.is_capital() => self.noun_leads_to_name(at, before),
            _ => true,
        }
    }

    /// Whether a word that no table has ends as nouns of doers do: `fellow crossbencher Jane Roe`.
    fn is_doer(&self, at: usize) -> bool {
        let word = self.scan.word(at);
        let long = self.scan.tokens[at].span().len() > SHORT_DOER;
        long && ["er", "or", "ist", "ian"].iter().any(|ending| word.ends_with(ending))
    }

    /// Whether the noun `before` says of the name at `at` what it names.
    fn noun_leads_to_name(&self, at: usize, before: &Token) -> bool {
        const DESCRIBES: Classes = Classes::TITLE.or(Classes::PERSON_NOUN);
        const NAMED: Classes = Classes::ORGANIZATION_NOUN.or(Classes::GROUP_NOUN).or(Classes::PLACE_NOUN);
        let person = self.scan.tokens[at].any(Classes::GIVEN_NAME);
        let determiner = self.phrase.determiner();
        // `a staunch Trump ally`: what no table has is rather an adjective there.
        let unknown = !before.any(tag::NOUN.or(Classes::COMMON));
        let indefinite = determiner.is_some_and(|at| self.scan.word(at).starts_with(['a', 'A']));
        before.any(DESCRIBES)
            || unknown && (indefinite || person && self.is_doer(at - 1))
            || before.any(NAMED) && !person && determiner.is_none()
    }

    /// Whether a name or another title stands at `at`.
    fn leads_to_name(&self, at: usize) -> bool {
        const LEADS: Classes =
            Classes::TITLE.or(Classes::HONORIFIC).or(Classes::PHRASE).or(Classes::NAME_PARTICLE);
        let token = self.scan.tokens.get(at).filter(|_| at < self.end);
        token.is_some_and(|token| token.is_capital() || token.any(LEADS))
    }

    /// A name or a title at `at`; nothing where neither stands there.
    fn name(&mut self, at: usize) -> Option<bool> {
        if self.limit <= at {
            self.limit = self.name_limit(at);
        }
        let (rest, name) = name::read(Tokens::new(self.scan, at, self.limit)).ok()?;
        if name.name.is_empty() {
            return self.title_alone(rest.start);
        }
        self.phrase.titled = !name.title.is_empty() || self.is_described(at);
        self.phrase.head = Some(At::new(self.last_word(&name.name)));
        self.phrase.name = name.name.start as u32..name.name.end as u32;
        self.phrase.kind = Some(name.kind);
        if self.phrase.titled && name.kind == NameKind::Unknown {
            self.phrase.kind = Some(NameKind::Person);
        }
        // `agency Meridian Credit`
        let body = at > self.start
            && self.scan.tokens[at - 1].any(Classes::ORGANIZATION_NOUN)
            && self.tags[at - 1] == Tag::Noun;
        if name.kind == NameKind::Unknown && (body || self.has_shares(at)) {
            self.phrase.kind = Some(NameKind::Organization);
        }
        self.phrase.gender = name.gender;
        // `The Paris Quarterly`
        let the = at > self.start && self.scan.tokens[at - 1].word == word!("the");
        let place = self.scan.tokens[name.name.start].any(Classes::PLACE);
        if the && place && name.title.is_empty() && name.kind == NameKind::Person {
            self.phrase.kind = Some(NameKind::Unknown);
            self.phrase.gender = Gender::Unknown;
        }
        self.take(rest.start);
        Some(true)
    }

    /// `shares of Meridian Credit`
    fn has_shares(&self, at: usize) -> bool {
        let is = |back: usize, words: &[&str]| {
            at.checked_sub(back).is_some_and(|at| self.scan.is_one_of(&self.scan.tokens[at], words))
        };
        is(1, &["of", "in"]) && is(2, &["shares", "stock", "bonds"])
    }

    /// Whether a person noun right before describes who is named: `billionaire Jane Roe`.
    fn is_described(&self, at: usize) -> bool {
        at > self.start
            && self.tags[at - 1] == Tag::Noun
            && self.scan.tokens[at - 1].any(Classes::PERSON_NOUN.or(Classes::TITLE))
    }

    /// `the prime minister`, `House Speaker`: a noun like others, longer.
    fn title_alone(&mut self, end: usize) -> Option<bool> {
        if self.phrase.has_name() && self.scan.tokens[end - 1].is_capital() {
            return Some(false);
        }
        self.forget_name();
        // `secretary of state`
        let words = self.phrase.end..end;
        let first = words.clone().find(|at| self.tags[*at] == Tag::Preposition).unwrap_or(end);
        let head = (words.start..first).rev().find(|at| self.scan.tokens[*at].is_word())?;
        self.phrase.head = Some(At::new(head));
        self.phrase.titled = self.scan.tokens[head].is_capital();
        self.take(end);
        Some(true)
    }

    fn last_word(&self, name: &Range<usize>) -> usize {
        let word = |at: &usize| {
            let token = &self.scan.tokens[*at];
            token.is_word() && !(token.any(Classes::NAME_SUFFIX) && *at > name.start && name.len() > 1)
        };
        name.clone().rev().find(word).unwrap_or(name.end - 1)
    }

    /// Where names must end: before a verb, a day, a pronoun, and marks that no name has inside.
    fn name_limit(&self, at: usize) -> usize {
        // The stop of the sentence is no stop of an abbreviation.
        let last = self.end - usize::from(self.scan.tokens[self.end - 1].is_end_mark());
        let end = last.min(at + NAME_WINDOW);
        (at + 1..end).find(|at| !self.is_inside_name(*at, end)).unwrap_or(end).max(at + 1)
    }

    fn is_inside_name(&self, at: usize, end: usize) -> bool {
        const TITLED: Classes = Classes::TITLE.or(Classes::HONORIFIC).or(Classes::PHRASE);
        const STOPPED: Classes = Classes::ABBREVIATION.or(Classes::HONORIFIC);
        let token = &self.scan.tokens[at];
        let next = self.scan.tokens.get(at + 1).filter(|_| at + 1 < end);
        let capital = next.is_some_and(Token::is_capital);
        match self.tags[at] {
            Tag::Name | Tag::Hyphen | Tag::Number => true,
            Tag::Noun | Tag::Adjective => !token.is_capital() || token.any(TITLED),
            // `Bank of England`, `al-Rashid`, `secretary of state`
            Tag::Preposition | Tag::Conjunction | Tag::Determiner | Tag::Subordinator => !token.is_capital(),
            Tag::Comma => capital && next.is_some_and(|next| next.any(Classes::NAME_SUFFIX)),
            Tag::Quote => capital || token.is_glued() || self.scan.tokens[at - 1].any(Classes::GIVEN_NAME),
            Tag::Other => {
                let before = &self.scan.tokens[at - 1];
                token.is(Kind::Period) && token.is_glued() && (before.any(STOPPED) || before.is_letter())
            }
            _ => false,
        }
    }

    /// A hyphen between the parts of a word.
    fn joined(&mut self, at: usize) -> bool {
        let inside = self.phrase.end > self.start && self.tag(at + 1).is_some_and(Tag::is_nominal);
        if inside {
            self.take(at + 1);
            // `Moscow-based`, `30-day`: what stood before the hyphen is no head.
            if self.phrase.has_name() {
                self.forget_name();
            }
            self.phrase.head = None;
        }
        inside
    }

    fn possessive(&mut self, at: usize) -> bool {
        let follows = self.tag(at + 1).is_some_and(|tag| tag.is_nominal() || tag == Tag::Date);
        if self.phrase.head().is_none() && self.tags[at.saturating_sub(1)] != Tag::Date || !follows {
            return false;
        }
        self.phrase.possessor = Some(At::new(at - 1));
        self.forget_name();
        self.phrase.head = None;
        self.take(at + 1);
        true
    }

    /// `the May election`, `Tuesday’s vote`
    fn date(&mut self, at: usize) -> bool {
        let next = self.tag(at + 1);
        let possessor = next == Some(Tag::Possessive);
        let open = self.phrase.head().is_none() && self.phrase.end > self.start;
        if possessor && self.phrase.head().is_none()
            || open && next.is_some_and(|tag| matches!(tag, Tag::Noun | Tag::Adjective | Tag::Name))
        {
            self.take(at + 1);
            return true;
        }
        false
    }

    /// `a long-term, lasting peace`, `new and massive sanctions`
    fn between_adjectives(&mut self, at: usize) -> bool {
        let adjective = |at: usize| self.tag(at) == Some(Tag::Adjective);
        let compound =
            at > self.start + 2 && self.tags[at - 2] == Tag::Hyphen && self.tags[at - 1] == Tag::Noun;
        let before = at > self.start && adjective(at - 1) || compound;
        let next = if self.tags[at] == Tag::Comma && self.tag(at + 1) == Some(Tag::Conjunction) {
            at + 2
        } else {
            at + 1
        };
        let noun =
            self.tag(next + 1).is_some_and(|tag| matches!(tag, Tag::Noun | Tag::Adjective | Tag::Hyphen));
        let clause = self.tags[at] == Tag::Conjunction
            || self.phrase.determiner().is_some()
            || self.phrase.possessor().is_some();
        let open =
            compound || clause && self.phrase.head().is_none_or(|head| self.tags[head] == Tag::Adjective);
        if before && adjective(next) && noun && open {
            self.take(next);
            self.phrase.head = None;
            return true;
        }
        false
    }
}
