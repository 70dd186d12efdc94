//! What a capital is worth where every word has one: at the start of a sentence, in a headline.

use super::{NOUN, VERB};
use crate::keyed::Keyed;
use crate::lexicon::{Classes, Table, WordId, word};
use crate::name;
use crate::scan::{Kind, Scan, Shape, Token, Tokens};
use crate::scratch::Lent;
use std::ops::Range;

/// How many bits of a hash are looked at first, as the number of their values.
const FILTER: u32 = 4096;

/// An article seldom has more words of whom the capital is in doubt.
const FEW: usize = 64;

/// No headline is longer.
const HEADLINE_TOKENS: usize = 40;

/// How many words a sentence must have behind its first, and how many in ten of them with a capital, for it to be title case.
const TITLE: (usize, usize) = (3, 8);
/// The same where it ends with a full stop, as hardly any headline does.
const STOPPED_TITLE: (usize, usize) = (5, 9);

/// In words no longer than this an ending tells nothing: `Reed`, `Ely`.
const SHORT_WORD: usize = 4;

/// What is a name with a capital, whatever stands around it.
const NAMES: Classes = Classes::GIVEN_NAME
    .or(Classes::PLACE)
    .or(Classes::DEMONYM)
    .or(Classes::SEAT)
    .or(Classes::AGENCY)
    .or(Classes::HONORIFIC);

/// What has a capital everywhere without being a name.
const DAYS: Classes = Classes::MONTH.or(Classes::WEEKDAY);

/// How words are written elsewhere in the article: those that the lexicon does not know, and as family names those that it
/// does.
#[derive(Debug)]
pub(super) struct Cases<'a> {
    counts: Lent<'a, Keyed<u32, Counts>>,
}

#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Counts {
    /// Inside a sentence with a capital.
    capital: u32,
    small: u32,
    /// Behind a given name.
    family: bool,
}

impl<'a> Cases<'a> {
    /// Looks the article through for the words in doubt that open sentences or stand in headlines. With each sentence
    /// comes whether its capitals tell nothing.
    // Apart, as is the function below: among all that tags words these loops would keep their places in memory.
    #[inline(never)]
    pub(super) fn collect(
        scan: &Scan<'_>,
        sentences: impl Iterator<Item = (Range<usize>, bool)> + Clone,
        mut counts: Lent<'a, Keyed<u32, Counts>>,
    ) -> Self {
        counts.reserve(FEW);
        // Most words are passed over by some bits of their hash alone.
        let mut filter = [0_u64; FILTER as usize / 64];
        for (tokens, weak) in sentences.clone() {
            let asked = if weak { tokens.clone() } else { tokens.start..tokens.end.min(tokens.start + 2) };
            let doubtful = |token: &&Token| token.is_capital() && (is_unknown(token) || may_be_family(token));
            for token in scan.tokens[asked].iter().filter(doubtful) {
                counts.insert(token.hash, Counts::default());
                filter[(token.hash % FILTER / 64) as usize] |= 1 << (token.hash % 64);
            }
        }
        if counts.is_empty() {
            return Self { counts };
        }
        for (tokens, _) in sentences.filter(|(_, weak)| !weak) {
            for pair in scan.tokens[tokens.clone()].windows(2) {
                let [before, token] = pair else { continue };
                let may = || filter[(token.hash % FILTER / 64) as usize] >> (token.hash % 64) & 1 != 0;
                let known = !is_unknown(token);
                if known && !(token.is_capital() && before.any(Classes::GIVEN_NAME)) || !may() {
                    continue;
                }
                if let Some(counts) = counts.get_mut(&token.hash) {
                    counts.family |= known && before.is_capital();
                    let opens = matches!(before.kind, Kind::Quote | Kind::Colon) || before.is_end_mark();
                    counts.small += u32::from(!token.is_capital());
                    counts.capital += u32::from(token.is_capital() && !opens);
                }
            }
        }
        Self { counts }
    }

    fn of(&self, token: &Token) -> Counts {
        self.counts.get(&token.hash).copied().unwrap_or_default()
    }
}

/// Whether a word may be a family name, as it is where a given name stands before it: `Harriet Stone`.
fn may_be_family(token: &Token) -> bool {
    token.hash != 0 && token.is_word() && !token.any(Classes::FUNCTION.or(NAMES).or(DAYS))
}

fn is_unknown(token: &Token) -> bool {
    token.word == WordId::NONE && token.hash != 0 && token.is_word()
}

/// Whether the capitals of a sentence tell nothing: title case, or capitals throughout.
#[inline(never)]
pub(super) fn capitals_are_weak(scan: &Scan<'_>, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.end.checked_sub(1).filter(|last| *last >= tokens.start) else { return false };
    if tokens.len() > HEADLINE_TOKENS {
        return false;
    }
    let stops = scan.tokens[last].is(Kind::Period);
    let (fewest, tenths) = if stops { STOPPED_TITLE } else { TITLE };
    // With more small words than this no others can make up for them.
    let most = tokens.len() * (10 - tenths) / 10;
    let (mut words, mut capitals) = (0, 0);
    for token in scan.tokens[tokens].iter().skip(1).filter(|token| token.is_word()) {
        // Headlines write their verbs with a capital too.
        if token.any(VERB) && !token.any(Classes::FUNCTION) && !token.is_capital() {
            return false;
        }
        // Short words, `of` and `into`, are small in title case too.
        let counts = !token.any(Classes::FUNCTION) && token.span().len() > 2 + u32::from(!stops);
        if counts || token.shape.has(Shape::ALL_CAPS) {
            words += 1;
            capitals += usize::from(token.is_capital());
            if words - capitals > most {
                return false;
            }
        }
    }
    words >= fewest && capitals * 10 >= words * tenths
}

/// A word whose capital tells nothing by itself, as any word would have one there.
#[derive(Clone, Copy)]
pub(super) struct Doubtful<'a> {
    pub(super) scan: &'a Scan<'a>,
    pub(super) cases: &'a Cases<'a>,
    pub(super) at: usize,
    /// Where its sentence ends.
    pub(super) end: usize,
    /// It opens its sentence or a quotation.
    pub(super) first: bool,
}

impl<'a> Doubtful<'a> {
    /// Whether it is a name nevertheless.
    pub(super) fn is_name(self) -> bool {
        let token = self.token();
        // `Yesterday Jane Roe said`
        let day = self.first && token.any(Classes::CALENDAR) && !token.any(NAMES);
        if day || token.any(DAYS) {
            return false;
        }
        self.is_initials() || self.opens_known_name() || self.is_acronym() || self.is_name_by_class()
    }

    fn token(self) -> &'a Token {
        &self.scan.tokens[self.at]
    }

    /// The token behind it in the sentence.
    fn next(self) -> Option<&'a Token> {
        self.scan.tokens.get(self.at + 1).filter(|_| self.at + 1 < self.end)
    }

    /// Whether it opens its sentence and a word with a capital of its own follows.
    fn is_before_name(self) -> bool {
        let next = self.next();
        self.first && next.is_some_and(|next| next.is_capital() && !next.any(Classes::FUNCTION.or(DAYS)))
    }

    /// `J. R. Smith`, but no `I` and no `A`
    fn is_initials(self) -> bool {
        let token = self.token();
        let stop = || self.next().is_some_and(|next| next.is(Kind::Period));
        token.shape.has(Shape::DOTTED) || token.is_letter() && !token.any(Classes::FUNCTION) && stop()
    }

    /// `NEW YORK`, `Supreme Court`
    fn opens_known_name(self) -> bool {
        if !self.token().any(Classes::PHRASE) {
            return false;
        }
        let tables = [Table::Place, Table::Agency, Table::OrganizationSuffix];
        let mut phrases = tables.iter().filter_map(|table| self.scan.entry_at(*table, self.at, self.end));
        phrases.any(|phrase| phrase.end > self.at + 1 && self.scan.tokens[phrase.end - 1].is_capital())
    }

    /// `University of Leeds`, but `Universities of Wales`
    fn opens_body(self) -> bool {
        let behind = self.scan.tokens.get(self.at + 2).filter(|_| self.at + 2 < self.end);
        self.token().any(Classes::ORGANIZATION_NOUN)
            && self.next().is_some_and(|next| next.word == word!("of") && !next.is_capital())
            && behind.is_some_and(name::is_name_word)
            && !super::is_plural(self.scan, self.at)
    }

    /// Whether it has capitals throughout and a word beside it has not, as in a line in capitals all have.
    fn is_acronym(self) -> bool {
        let before = self.scan.tokens.get(self.at.wrapping_sub(1)).filter(|_| !self.first);
        let small = |other: &Token| other.is_word() && !other.shape.has(Shape::ALL_CAPS);
        self.token().shape.has(Shape::ALL_CAPS)
            && (self.next().is_some_and(small) || before.is_some_and(small))
    }

    /// Whether it is a name by what the lexicon says of it, or where that says nothing by how it is written elsewhere.
    fn is_name_by_class(self) -> bool {
        let token = self.token();
        if token.any(Classes::FUNCTION) {
            return self.is_before_name() && token.any(Classes::GIVEN_NAME);
        }
        if token.any(NAMES) {
            // `Grace said`, `Mark my words`: ordinary words need a name behind them.
            let ordinary =
                token.any(Classes::ALSO_WORD) || token.any(Classes::AGENCY) && token.any(NOUN.or(VERB));
            let known = self.next().is_some_and(|next| next.any(Classes::PLACE.or(Classes::COMMON)));
            return !ordinary || self.is_before_name() && !known;
        }
        // `Stone` behind `Harriet Stone`
        if may_be_family(token) && self.cases.of(token).family {
            return true;
        }
        if token.any(VERB) {
            // `Judge Amy Lee`
            return self.is_before_name() && token.any(Classes::TITLE);
        }
        if token.any(NOUN.or(Classes::ORGANIZATION_SUFFIX)) {
            // `Senate leaders`, `Officials said`, but `Police Commissioner Jane Roe`.
            return self.is_before_name()
                || self.opens_body()
                || token.any(Classes::ORGANIZATION_SUFFIX) && !token.any(NOUN);
        }
        if token.any(Classes::COMMON.or(Classes::ADJECTIVE)) {
            return false;
        }
        if token.word != WordId::NONE {
            return self.is_before_name();
        }
        self.is_name_by_spelling()
    }

    /// Whether a word that the lexicon does not know is a name.
    fn is_name_by_spelling(self) -> bool {
        if name::is_double(Tokens::new(self.scan, self.at, self.end)) {
            return true;
        }
        let counts = self.cases.of(self.token());
        if counts.capital != counts.small {
            return counts.capital > counts.small;
        }
        self.is_before_name() || !self.looks_ordinary()
    }

    /// Whether an unknown word has the look of an ordinary one: an ending of verbs, adverbs, nouns or adjectives.
    fn looks_ordinary(self) -> bool {
        const ENDINGS: [&str; 18] = [
            "ing", "ed", "ly", "tion", "sion", "ment", "ness", "ship", "ism", "ance", "ence", "ity", "ous",
            "ful", "less", "able", "ical", "ers",
        ];
        let word = self.scan.word(self.at);
        if word.len() > SHORT_WORD && ENDINGS.iter().any(|ending| word.ends_with(ending)) {
            return true;
        }
        // A plural with a verb that agrees, or a noun with another behind it.
        let verb = self.next().is_some_and(|next| next.any(VERB.or(Classes::AUXILIARY)));
        !verb || super::is_plural(self.scan, self.at)
    }
}
