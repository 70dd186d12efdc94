//! Open-class words: noun, verb or modifier, by form, ending and neighbours.

use super::ending::Tail;
use super::{ADVERBS, NOUN, Sentence, Tag, VERB, is_plural, is_sure_verb};
use crate::lexicon::{Classes, WordId, word_set};
use crate::scan::{Kind, Token};

/// The form of a word that can be a verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Form {
    Base,
    /// `claims`
    Third,
    /// `claimed`, `said`, `written`
    Past,
    /// `claiming`
    Ing,
    /// Base and past alike: `set`; or the past of one verb and the base of another: `found`.
    Either,
}

/// The form of a verb.
pub(super) fn form(token: &Token) -> Form {
    match (token.any(Classes::VERB_BASE), token.any(Classes::VERB_PAST)) {
        (true, true) => Form::Either,
        (true, false) => Form::Base,
        _ if token.any(Classes::VERB_THIRD) => Form::Third,
        _ if token.any(Classes::VERB_ING) => Form::Ing,
        _ => Form::Past,
    }
}

/// How far back the noun phrase before a verb is looked through for what opens its clause.
const SUBJECT_TOKENS: usize = 6;

/// Forms of do.
const DO: [WordId; 6] = word_set!["do", "does", "did", "don't", "doesn't", "didn't"];

impl Sentence<'_, '_> {
    /// The tag of an open-class word.
    pub(super) fn content(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        let tail = Tail::of(self.scan, token);
        if token.any(Classes::ADVERB) || tail.is_adverbial() && !token.any(NOUN.or(VERB)) {
            return self.adverb(at);
        }
        if token.any(Classes::ADJECTIVE) && !(token.any(VERB) && self.is_verb_place(at)) {
            return self.adjective(at);
        }
        let verb = token.any(VERB);
        if !verb && !token.any(NOUN) && tail.is_participle() {
            return self.participle(at, tail.ends_in_ing());
        }
        if !verb {
            return self.no_verb(at, tail);
        }
        match form(token) {
            Form::Ing => self.participle(at, true),
            Form::Past if token.any(NOUN) => self.either(at, Form::Past),
            Form::Past => self.participle(at, false),
            form => self.either(at, form),
        }
    }

    /// A word that no table has as a verb.
    fn no_verb(&self, at: usize, tail: Tail) -> Tag {
        let token = &self.tokens[at];
        if !token.any(NOUN) && tail.is_adjectival() {
            return Tag::Adjective;
        }
        // `will store`: no noun stands right behind a modal.
        if self.last == Tag::Auxiliary && self.tokens[at - 1].any(Classes::MODAL) && !token.is_capital() {
            return Tag::Verb;
        }
        // `which encompasses`, `he overpromises`
        let third = !token.any(NOUN.or(Classes::COMMON)) && tail.is_third();
        if third && matches!(self.before_adverbs(at), Tag::Relative | Tag::Pronoun) {
            Tag::Verb
        } else {
            Tag::Noun
        }
    }

    /// A common adjective: before a noun, or behind a verb; some are nouns too (`the public`, `officials in private`).
    fn adjective(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        // `a statement late Tuesday`
        let time = self
            .next(at)
            .is_some_and(|next| next.any(Classes::WEEKDAY.or(Classes::MONTH)) && next.is_capital());
        if time && token.any(Classes::ADVERB) {
            return Tag::Adverb;
        }
        if self.goes_on(at + 1) || self.leads_to_noun(at + 1) {
            return Tag::Adjective;
        }
        let determined =
            matches!(self.last, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Name | Tag::Noun);
        if determined && token.any(NOUN) { Tag::Noun } else { Tag::Adjective }
    }

    /// Whether a participle or an adverb stands at `at` with more of a noun phrase behind it.
    pub(super) fn leads_to_noun(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        token.is_word()
            && !token.any(Classes::FUNCTION)
            && Tail::of(self.scan, token).is_participle()
            && self.goes_on(at + 1)
    }

    /// Whether only a verb can stand at `at`: behind `to`, a modal, a pronoun.
    fn is_verb_place(&self, at: usize) -> bool {
        match self.before_adverbs(at) {
            Tag::Infinitive | Tag::Pronoun | Tag::Relative => true,
            Tag::Auxiliary => self.before_auxiliary_is_modal(at),
            // `the officials left`
            Tag::Name | Tag::Noun => !self.goes_on(at + 1) && !self.leads_to_noun(at + 1),
            _ => false,
        }
    }

    /// A word in `-ly`: part of the noun phrase between determiner and adjective, else an adverb.
    fn adverb(&self, at: usize) -> Tag {
        let open = matches!(self.last, Tag::Determiner | Tag::Possessive | Tag::Adjective);
        if !open {
            return Tag::Adverb;
        }
        // `the royal family`: nothing of a noun phrase behind it, so it is the noun.
        if self.goes_on(at + 1)
            || self.next(at).is_some_and(|next| next.is_word() && Tail::of(self.scan, next).is_participle())
        {
            Tag::Adjective
        } else {
            Tag::Noun
        }
    }

    /// A word in `-ing` or `-ed`, or an irregular past.
    fn participle(&self, at: usize, ing: bool) -> Tag {
        let goes_on = self.goes_on(at + 1);
        match self.last {
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number => {
                if goes_on || self.is_listed_adjective(at + 1) {
                    Tag::Adjective
                } else if ing && self.last == Tag::Number {
                    Tag::Verb
                } else if ing || self.last == Tag::Determiner {
                    Tag::Noun
                } else {
                    Tag::Verb
                }
            }
            // `by armed men`, `of proposed rules`; an -ing there is a gerund as a rule: `of making`.
            Tag::Preposition if !ing && goes_on => Tag::Adjective,
            // `fundraising documents`: no verb of the lexicon.
            Tag::Other | Tag::Conjunction | Tag::Verb | Tag::Preposition
                if ing
                    && goes_on
                    && !self.tokens[at].any(VERB)
                    && self.next(at).is_some_and(|next| !next.is_capital()) =>
            {
                Tag::Adjective
            }
            // `a lasting and proposed peace`, `the Ukrainian armed forces`
            Tag::Comma | Tag::Conjunction if goes_on && self.is_modifier(at.wrapping_sub(2)) => {
                Tag::Adjective
            }
            Tag::Name if goes_on && !ing && self.tokens[at - 1].any(Classes::DEMONYM) => Tag::Adjective,
            Tag::Noun if goes_on && at >= self.start + 2 && self.tags[at - 2] == Tag::Hyphen => {
                Tag::Adjective
            }
            // `a press briefing`, but `officials speaking`.
            Tag::Noun if ing && !goes_on && !is_plural(self.scan, at - 1) && self.ends_phrase(at + 1) => {
                Tag::Noun
            }
            _ => Tag::Verb,
        }
    }

    /// Whether a comma or `and` stands at `at` with an adjective and its noun behind: `a lasting, strong peace`.
    fn is_listed_adjective(&self, at: usize) -> bool {
        let (Some(token), Some(next)) = (self.tokens.get(at), self.next(at)) else { return false };
        let adjective = next.any(Classes::ADJECTIVE) || Tail::of(self.scan, next).is_adjectival();
        (token.is(Kind::Comma) || token.any(Classes::CONJUNCTION)) && adjective && self.goes_on(at + 2)
    }

    /// Whether what stands at `at` modifies a noun: an adjective, or the end of `long-term`.
    fn is_modifier(&self, at: usize) -> bool {
        at >= self.start
            && at < self.end
            && (self.tags[at] == Tag::Adjective
                || at > self.start && self.tags[at] == Tag::Noun && self.tags[at - 1] == Tag::Hyphen)
    }

    /// A base form or one in `-s` that may be a noun as well.
    fn either(&self, at: usize, form: Form) -> Tag {
        let token = &self.tokens[at];
        let noun = token.any(NOUN) || Tail::of(self.scan, token).is_nominal();
        match self.before_adverbs(at) {
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Preposition => Tag::Noun,
            Tag::Infinitive | Tag::Relative | Tag::Pronoun => Tag::Verb,
            Tag::Auxiliary => {
                let verb = form != Form::Third && !noun
                    || self.takes_object(at + 1)
                    || self.before_auxiliary_is_modal(at);
                if verb { Tag::Verb } else { Tag::Noun }
            }
            Tag::Verb => {
                if noun || form == Form::Third || !self.takes_object(at + 1) {
                    Tag::Noun
                } else {
                    Tag::Verb
                }
            }
            Tag::Conjunction if token.any(Classes::VERB_BASE) && self.joins_base(at - 1) => Tag::Verb,
            Tag::Noun => self.behind_noun(at, form, noun),
            Tag::Name => self.behind_name(at, form, noun),
            // At the start of a clause, or behind `and`: a verb only where an object or a clause follows.
            _ => {
                if self.takes_object(at + 1) || !noun && form == Form::Third {
                    Tag::Verb
                } else {
                    Tag::Noun
                }
            }
        }
    }

    /// Whether a verb in its base form stands before the conjunction at `at`: `to build and guarantee`.
    fn joins_base(&self, at: usize) -> bool {
        at > self.start && self.tags[at - 1] == Tag::Verb && self.tokens[at - 1].any(Classes::VERB_BASE)
    }

    #[inline(never)]
    fn before_auxiliary_is_modal(&self, at: usize) -> bool {
        self.last_content(at).is_some_and(|before| {
            let token = &self.tokens[before];
            token.any(Classes::MODAL) || DO.contains(&token.word)
        })
    }

    /// Whether the noun phrase before `at` opens a clause, which must have a verb: `as a recording shows`.
    #[inline(never)]
    fn opens_clause(&self, at: usize) -> bool {
        let from = self.start.max(at.saturating_sub(SUBJECT_TOKENS));
        let phrase = |tag: &Tag| tag.is_nominal() || matches!(tag, Tag::Determiner | Tag::Hyphen);
        // `…, study shows`: the last words of a sentence behind a comma.
        let last = self.next(at).is_none_or(Token::is_end_mark);
        let opener = self.tags[from..at].iter().rev().find(|tag| !phrase(tag));
        opener.is_some_and(|tag| *tag == Tag::Subordinator || last && *tag == Tag::Comma)
    }

    /// Whether a determiner or a pronoun stands at `at`, which no noun takes right behind it.
    fn is_sure_object(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.any(Classes::ARTICLE.or(Classes::POSSESSIVE).or(Classes::PRONOUN))
                && token.is_word()
                && !token.any(Classes::AUXILIARY)
        })
    }

    /// Whether the word at `at` goes on as a noun phrase that no plural noun modifies: `a poll shows upstart candidates`.
    fn is_bare_object(&self, at: usize) -> bool {
        self.goes_on(at) && self.tokens[at].is_word() && !self.is_verb_next(at)
    }

    /// Behind a noun number tells: `officials claim`, `the ministry claims`, but `a police claim`, `the peace talks`.
    fn behind_noun(&self, at: usize, form: Form, noun: bool) -> Tag {
        let plural = self.last_content(at).is_some_and(|before| is_plural(self.scan, before));
        let agrees = match form {
            Form::Base => plural,
            Form::Third => !plural,
            Form::Past | Form::Ing | Form::Either => true,
        };
        // `four percentage points`: the number needs a plural.
        if form == Form::Third && !plural && at >= self.start + 2 && self.tags[at - 2] == Tag::Number {
            return Tag::Noun;
        }
        let clause = || self.opens_clause(at) && self.ends_phrase(at + 1);
        if form == Form::Third && agrees && (self.is_bare_object(at + 1) || clause()) {
            return Tag::Verb;
        }
        if !agrees {
            let set = self.is_sure_object(at + 1) || !noun && self.takes_object(at + 1);
            return if !set && (noun || self.ends_phrase(at + 1)) { Tag::Noun } else { Tag::Verb };
        }
        // `the tax cut` of one thing, `officials cut` of several
        let several = form == Form::Base || form == Form::Either && plural;
        let object =
            if form == Form::Either { self.is_sure_object(at + 1) } else { self.takes_object(at + 1) };
        if !noun || object || several && !self.is_verb_next(at + 1) { Tag::Verb } else { Tag::Noun }
    }

    /// Behind a name: `Smith claims that`, but `the Trump campaign said`, `the Paris talks failed`.
    fn behind_name(&self, at: usize, form: Form, noun: bool) -> Tag {
        if form == Form::Base || form == Form::Either && noun {
            let object = self.is_sure_object(at + 1) || !noun && self.takes_object(at + 1);
            return if object { Tag::Verb } else { Tag::Noun };
        }
        if form == Form::Past || !noun || self.takes_object(at + 1) || self.is_bare_object(at + 1) {
            return Tag::Verb;
        }
        if self.is_verb_next(at + 1) || !self.tokens[at].any(Classes::CUE_VERB) {
            Tag::Noun
        } else {
            Tag::Verb
        }
    }

    /// What stands before `at` and the adverbs before it.
    #[inline(never)]
    pub(super) fn last_content(&self, at: usize) -> Option<usize> {
        let from = self.start.max(at.saturating_sub(ADVERBS + 1));
        (from..at).rev().find(|before| self.tags[*before] != Tag::Adverb)
    }

    /// Whether what stands at `at` is the object or the clause of a verb.
    pub(super) fn takes_object(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        match token.kind {
            Kind::Quote => !token.is_glued(),
            Kind::Number | Kind::Currency => true,
            Kind::Word => {
                let opens = token.any(Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::WH));
                opens && !token.any(Classes::AUXILIARY)
                    || self.is_one_of(at, &word_set!["to", "that", "there"])
                    || token.is_capital() && !token.any(Classes::MONTH.or(Classes::WEEKDAY)) && !self.weak
            }
            _ => false,
        }
    }

    /// Whether a verb and nothing else stands at `at`, or an adverb with such a verb behind it.
    fn is_verb_next(&self, at: usize) -> bool {
        let verb = |token: &Token| is_sure_verb(token) || token.any(Classes::AUXILIARY);
        let adverb = |token: &Token| token.any(Classes::ADVERB) && !token.any(Classes::PREPOSITION);
        self.tokens
            .get(at)
            .is_some_and(|token| verb(token) || adverb(token) && self.next(at).is_some_and(verb))
    }

    /// Whether a noun phrase that ends before `at` is whole: a mark, a verb, a preposition or the end.
    fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return true };
        !token.is_word() && !token.is(Kind::Number)
            || token.any(Classes::PREPOSITION.or(Classes::CONJUNCTION).or(Classes::AUXILIARY))
                && !token.any(Classes::DETERMINER)
            || is_sure_verb(token)
    }
}
