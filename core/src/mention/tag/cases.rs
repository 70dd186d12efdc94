//! What a capital is worth where every word has one: at the start of a sentence, in a headline.

use crate::keyed::Keyed;
use crate::lexicon::{Classes, Table, WordId};
use crate::name;
use crate::scan::{Kind, Scan, Shape, Token, Tokens};
use crate::scratch::Lent;
use std::ops::Range;

use super::{NOUN, VERB};

/// How many bits of a hash are looked at first, as the number of their values.
const FILTER: u32 = 4096;

/// An article seldom has more words of whom the capital is in doubt.
const FEW: usize = 28;

/// How the words that the lexicon does not know are written elsewhere in the article.
pub(super) struct Cases<'a> {
    counts: Lent<'a, Keyed<u32, Counts>>,
}

#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Counts {
    /// Inside a sentence with a capital.
    capital: u32,
    small: u32,
}

impl<'a> Cases<'a> {
    /// Looks the article through for the unknown words that open sentences or stand in headlines. With each sentence
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
            for token in scan.tokens[asked].iter().filter(|token| is_unknown(token) && token.is_capital()) {
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
                if !is_unknown(token) || !may() {
                    continue;
                }
                if let Some(counts) = counts.get_mut(&token.hash) {
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

fn is_unknown(token: &Token) -> bool {
    token.word == WordId::NONE && token.hash != 0 && token.is_word()
}

/// Whether the capitals of a sentence tell nothing: title case, or capitals throughout.
#[inline(never)]
pub(super) fn capitals_are_weak(scan: &Scan<'_>, tokens: Range<usize>) -> bool {
    let Some(last) = tokens.end.checked_sub(1).filter(|last| *last >= tokens.start) else { return false };
    if tokens.len() > 40 {
        return false;
    }
    let stops = scan.tokens[last].is(Kind::Period);
    // With more small words than this no others can make up for them.
    let most = tokens.len() / if stops { 10 } else { 5 };
    let (mut words, mut capitals) = (0, 0);
    for token in scan.tokens[tokens].iter().skip(1).filter(|token| token.is_word()) {
        // Headlines write their verbs with a capital too.
        if token.any(VERB) && !token.any(Classes::FUNCTION) && !token.is_capital() {
            return false;
        }
        let known_small = !token.any(Classes::FUNCTION) && token.span().len() > 2 + u32::from(!stops);
        if known_small || token.shape.has(Shape::ALL_CAPS) {
            words += 1;
            capitals += usize::from(token.is_capital());
            if words - capitals > most {
                return false;
            }
        }
    }
    // A sentence that ends with a full stop is hardly ever a headline.
    if stops { words >= 5 && capitals * 10 >= words * 9 } else { words >= 3 && capitals * 10 >= words * 8 }
}

/// Whether a word whose capital tells nothing by itself is a name nevertheless. `first`: it opens its sentence.
pub(super) fn is_name_here(scan: &Scan<'_>, cases: &Cases<'_>, at: usize, end: usize, first: bool) -> bool {
    const NAMES: Classes = Classes::GIVEN_NAME
        .or(Classes::PLACE)
        .or(Classes::DEMONYM)
        .or(Classes::SEAT)
        .or(Classes::AGENCY)
        .or(Classes::HONORIFIC);
    let token = &scan.tokens[at];
    // `Yesterday Jane Roe said`
    let day = first && token.any(Classes::CALENDAR) && !token.any(NAMES);
    if day || token.any(Classes::MONTH.or(Classes::WEEKDAY)) {
        return false;
    }
    let next = scan.tokens.get(at + 1).filter(|_| at + 1 < end);
    let before_name = first
        && next.is_some_and(|next| {
            next.is_capital() && !next.any(Classes::FUNCTION.or(Classes::MONTH).or(Classes::WEEKDAY))
        });
    // `J. R. Smith`, but no `I` and no `A`
    let letter =
        token.is_letter() && !token.any(Classes::FUNCTION) && next.is_some_and(|next| next.is(Kind::Period));
    if letter || token.shape.has(Shape::DOTTED) {
        return true;
    }
    // `NEW YORK`, `Supreme Court`
    if token.any(Classes::PHRASE) {
        let tables = [Table::Place, Table::Agency, Table::OrganizationSuffix];
        let long = tables
            .iter()
            .filter_map(|table| scan.entry_at(*table, at, end))
            .any(|phrase| phrase.end > at + 1 && scan.tokens[phrase.end - 1].is_capital());
        if long {
            return true;
        }
    }
    // Capitals throughout tell, unless all the line has them.
    let before = scan.tokens.get(at.wrapping_sub(1)).filter(|_| !first);
    let small = |other: Option<&Token>| {
        other.is_some_and(|other| other.is_word() && !other.shape.has(Shape::ALL_CAPS))
    };
    if token.shape.has(Shape::ALL_CAPS) && (small(next) || small(before)) {
        return true;
    }
    if token.any(Classes::FUNCTION) {
        return before_name && token.any(Classes::GIVEN_NAME);
    }
    if token.any(NAMES) {
        // `Grace said`, `Mark my words`: ordinary words need a name behind them.
        let ordinary =
            token.any(Classes::ALSO_WORD) || token.any(Classes::AGENCY) && token.any(NOUN.or(VERB));
        return !ordinary
            || before_name && next.is_some_and(|next| !next.any(Classes::PLACE.or(Classes::COMMON)));
    }
    if token.any(VERB) {
        // `Judge Amy Lee`
        return before_name && token.any(Classes::TITLE);
    }
    if token.any(NOUN.or(Classes::ORGANIZATION_SUFFIX)) {
        // `Senate leaders`, `Officials said`, but `Police Commissioner Jane Roe`.
        return before_name || token.any(Classes::ORGANIZATION_SUFFIX) && !token.any(NOUN);
    }
    if token.any(Classes::COMMON.or(Classes::ADJECTIVE)) {
        return false;
    }
    if token.word != WordId::NONE {
        return before_name;
    }
    if name::is_double(Tokens::new(scan, at, end)) {
        return true;
    }
    let counts = cases.of(token);
    if counts.capital != counts.small {
        return counts.capital > counts.small;
    }
    before_name || !looks_ordinary(scan, at, end)
}

/// Whether an unknown word has the look of an ordinary one: an ending of verbs, adverbs, nouns or adjectives.
fn looks_ordinary(scan: &Scan<'_>, at: usize, end: usize) -> bool {
    const ENDINGS: [&str; 18] = [
        "ing", "ed", "ly", "tion", "sion", "ment", "ness", "ship", "ism", "ance", "ence", "ity", "ous",
        "ful", "less", "able", "ical", "ers",
    ];
    let word = scan.word(at);
    if word.len() > 4 && ENDINGS.iter().any(|ending| word.ends_with(ending)) {
        return true;
    }
    // A plural with a verb that agrees, or a noun with another behind it.
    let next = scan.tokens.get(at + 1).filter(|_| at + 1 < end);
    let verb = next.is_some_and(|next| next.any(VERB.or(Classes::AUXILIARY)));
    !verb || super::is_plural(scan, at)
}
