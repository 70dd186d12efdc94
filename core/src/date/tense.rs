//! Whether a date lies ahead or back, as far as the verbs around it tell.

use crate::lexicon::{self, Classes, Part, Table, TenseSense, WordId, tables, word};
use crate::scan::{Kind, Scan, Token};
use std::ops::Range;

/// How far from a date its verb is looked for, in tokens.
const REACH: usize = 24;

/// How far before a date the participle stands that it belongs to.
const NEAR: usize = 5;

/// How far before an infinitive the verb stands that governs it: `failed [for two years] to`.
const GOVERNOR: usize = 3;

/// Where a date lies from the article's own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Direction {
    Back,
    Ahead,
    /// A wish or plan is told, in whatever tense: a day of the year may well be to come.
    Planned,
    /// No verb tells.
    Open,
}

/// The direction of the date at `date`, by the nearest verb before it in its sentence, or else behind it.
pub(super) fn direction(scan: &Scan<'_>, sentence: Range<usize>, date: Range<usize>) -> Direction {
    let verbs = Verbs { scan, sentence };
    let behind = |end: usize| verbs.behind(date.end, end);
    let before = || verbs.before(date.start);
    // `Monday's hearing will decide`
    let possessive = scan
        .tokens
        .get(date.end)
        .is_some_and(|token| token.is(Kind::Clitic) && date.end < verbs.sentence.end);
    let found = if possessive {
        // `as Monday's results show, voters may …` is of two clauses.
        let clause = (date.end..verbs.sentence.end).find(|index| scan.tokens[*index].is(Kind::Comma));
        behind(clause.unwrap_or(verbs.sentence.end)).or_else(before)
    } else if verbs.is_future(date.end) && !verbs.is_participle_before(date.start) {
        // `a hearing on Monday will decide`, but not `the deal reached in July will hold`
        Some(Direction::Ahead)
    } else {
        before().or_else(|| behind(verbs.sentence.end))
    };
    found.unwrap_or_else(|| if verbs.is_limit(date.start) { Direction::Ahead } else { Direction::Open })
}

struct Verbs<'s> {
    scan: &'s Scan<'s>,
    sentence: Range<usize>,
}

impl Verbs<'_> {
    fn token(&self, index: usize) -> Option<&Token> {
        self.sentence.contains(&index).then(|| &self.scan.tokens[index])
    }

    fn before(&self, date: usize) -> Option<Direction> {
        let from = date.saturating_sub(REACH).max(self.sentence.start);
        (from..date).rev().find_map(|index| self.evidence(index).or_else(|| self.infinitive(index)))
    }

    fn behind(&self, date: usize, end: usize) -> Option<Direction> {
        (date..end.min(date + REACH)).find_map(|index| self.evidence(index))
    }

    /// Whether the nearest verb before a date is a participle that the date belongs to, no verb of saying.
    fn is_participle_before(&self, date: usize) -> bool {
        let from = date.saturating_sub(NEAR).max(self.sentence.start);
        let verb = (from..date).rev().find(|index| self.evidence(*index) == Some(Direction::Back));
        verb.is_some_and(|index| !self.scan.tokens[index].any(Classes::CUE_VERB))
    }

    /// Whether `will` or its like stands at a token.
    fn is_future(&self, index: usize) -> bool {
        self.token(index).is_some_and(|token| token.any(Classes::MODAL) && !token.is_capital())
    }

    /// Whether a date that begins at a token is a limit, `by Friday`, which without a verb is one to come.
    fn is_limit(&self, date: usize) -> bool {
        let limits = ["by", "until", "till", "through", "starting", "beginning"];
        (date.saturating_sub(1)..=date)
            .filter_map(|index| self.token(index))
            .any(|token| self.scan.is_one_of(token, &limits))
    }

    /// What the word at `index` tells.
    fn evidence(&self, index: usize) -> Option<Direction> {
        let token = self.token(index)?;
        if let Some(phrase) = self.scan.entry_at(Table::Tense, index, self.sentence.end) {
            match tables::TENSE[phrase.row as usize].sense {
                TenseSense::Ahead => return Some(Direction::Ahead),
                TenseSense::Plan => return Some(Direction::Planned),
                TenseSense::Schedule if !self.follows_determiner(index) && !self.follows_auxiliary(index) => {
                    return Some(Direction::Ahead);
                }
                TenseSense::Order if self.is_imperative(index) => return Some(Direction::Ahead),
                _ => {}
            }
        }
        if token.any(Classes::MODAL) && !token.any(Classes::MONTH) | !token.is_capital() {
            return self.modal(index, token);
        }
        // `Let's meet on Friday.`
        let clitic = |next: &Token| next.is(Kind::Clitic) || self.scan.is_one_of(next, &["us"]);
        if self.scan.is_one_of(token, &["let"]) && self.token(index + 1).is_some_and(clitic) {
            return Some(Direction::Ahead);
        }
        if token.any(Classes::AUXILIARY) {
            return self.auxiliary(index, token);
        }
        let past = token.is_word() && self.is_past(token);
        (past && !self.follows_auxiliary(index) && !self.is_attribute(index)).then_some(Direction::Back)
    }

    /// `will` is ahead, `would have` is back, `can` is at any time.
    fn modal(&self, index: usize, token: &Token) -> Option<Direction> {
        let is = |words: &[&str]| self.scan.is_one_of(token, words);
        let perfect = self.token(index + 1).is_some_and(|next| self.scan.is_one_of(next, &["have"]));
        match () {
            () if is(&["can", "cannot", "can't"]) => None,
            () if perfect && !is(&["will", "'ll", "’ll"]) => Some(Direction::Back),
            () => Some(Direction::Ahead),
        }
    }

    fn auxiliary(&self, index: usize, token: &Token) -> Option<Direction> {
        let is = |words: &[&str]| self.scan.is_one_of(token, words);
        let to = self.token(index + 1).is_some_and(|next| self.scan.is_one_of(next, &["to"]));
        if is(&[
            "is", "are", "am", "isn't", "aren't", "'re", "’re", "'m", "’m", "do", "does", "don't", "doesn't",
            "gonna",
        ]) || to && is(&["has", "have"])
        {
            return Some(Direction::Ahead);
        }
        // `Let's have lunch on Friday.`
        let wish = index.checked_sub(2).and_then(|at| self.token(at));
        if wish.is_some_and(|wish| self.scan.is_one_of(wish, &["let"])) {
            return Some(Direction::Ahead);
        }
        let past =
            ["was", "were", "had", "did", "has", "have", "wasn't", "weren't", "hadn't", "didn't", "hasn't"];
        (is(&past) || is(&["haven't", "'ve", "’ve", "having"])).then_some(Direction::Back)
    }

    /// `to` and a verb: ahead, unless the verb before tells what came of it.
    fn infinitive(&self, index: usize) -> Option<Direction> {
        if self.scan.tokens[index].word != word!("to") {
            return None;
        }
        let verb = self.token(index + 1)?;
        if !verb.any(Classes::VERB.or(Classes::CUE_VERB).or(Classes::AUXILIARY)) || verb.is_capital() {
            return None;
        }
        let from = index.saturating_sub(GOVERNOR).max(self.sentence.start);
        let done = (from..index).any(|at| {
            let row = self.scan.entry_at(Table::Tense, at, index).map(|phrase| phrase.row);
            row.is_some_and(|row| tables::TENSE[row as usize].sense == TenseSense::Done)
        });
        Some(if done { Direction::Back } else { Direction::Ahead })
    }

    /// Whether an auxiliary stands before, with adverbs between at most: it tells, not the participle.
    fn follows_auxiliary(&self, index: usize) -> bool {
        let from = index.saturating_sub(GOVERNOR).max(self.sentence.start);
        let before = (from..index).rev().map(|at| &self.scan.tokens[at]);
        let mut verbs = before.skip_while(|token| {
            token.any(Classes::ADVERB.or(Classes::NEGATION))
                && !token.any(Classes::AUXILIARY.or(Classes::PREPOSITION))
        });
        verbs.next().is_some_and(|token| token.any(Classes::AUXILIARY))
    }

    /// Whether a verb stands where one orders: at the head of a sentence or quotation, behind `please` at most.
    fn is_imperative(&self, index: usize) -> bool {
        let before = |index: usize| index.checked_sub(1).filter(|before| self.sentence.contains(before));
        let polite = before(index).filter(|at| self.scan.is_one_of(&self.scan.tokens[*at], &["please"]));
        before(polite.unwrap_or(index)).is_none_or(|at| self.scan.tokens[at].is(Kind::Quote))
    }

    fn follows_determiner(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.token(before));
        let noun = Classes::DETERMINER.or(Classes::POSSESSIVE).or(Classes::PREPOSITION).or(Classes::NUMBER);
        before.is_some_and(|before| before.any(noun) || before.is(Kind::Number) || before.is(Kind::Clitic))
    }

    /// Whether a participle stands between determiner and noun: `the proposed merger`.
    fn is_attribute(&self, index: usize) -> bool {
        let noun = self.token(index + 1).is_some_and(|next| next.is_word() && !next.any(Classes::FUNCTION));
        noun && self.follows_determiner(index)
    }

    /// Whether a word is a verb in the past tense, or a participle of it.
    fn is_past(&self, token: &Token) -> bool {
        const PRESENT: Classes = Classes::VERB_BASE.or(Classes::VERB_ING);
        if token.any(PRESENT) && !token.any(Classes::VERB_PAST.or(Classes::VERB_THIRD)) {
            return false;
        }
        let surface = self.scan.str(token.span());
        let known = token.any(Classes::VERB.or(Classes::CUE_VERB));
        if let Some(lemma) = known.then(|| lemma(token.word, surface)).flatten() {
            let folded = lexicon::spelling(token.word);
            // `discusses`; no form of the past ends so.
            return folded != lemma && !folded.ends_with("ing") && !folded.ends_with('s');
        }
        // Verbs that the lexicon lacks end as most do; names do not count.
        surface.ends_with("ed") && surface.len() > 4 && !token.is_capital() && !token.any(Classes::FUNCTION)
    }
}

/// The lemma of a verb.
fn lemma(verb: WordId, surface: &str) -> Option<&'static str> {
    let cue = || {
        let cues = lexicon::rows(verb, Table::Cue, surface).map(|row| &tables::CUE[row as usize]);
        cues.into_iter().find(|cue| cue.part == Part::Verb).map(|cue| cue.lemma)
    };
    lexicon::row(verb, Table::Verb, surface).map(|row| tables::VERB[row as usize].lemma).or_else(cue)
}
