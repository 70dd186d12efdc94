//! Closed-class words that do several things: which of them a place calls for.

use super::ending::Tail;
use super::{NOUN, Sentence, Tag, VERB, content, is_sure_verb};
use crate::lexicon::{Classes, WordId, word, word_set};
use crate::scan::{Kind, Token};

/// Determiners that open a noun phrase behind `her`, which is then no possessive.
const EVERY: [WordId; 8] = word_set!["every", "each", "all", "some", "any", "another", "no", "both"];

/// Quantifiers that are adverbs of degree where no noun and no verb follows.
const DEGREE: [WordId; 8] = word_set!["much", "more", "most", "less", "least", "enough", "little", "half"];

impl Sentence<'_, '_> {
    /// The tag of a closed-class word that does one thing wherever it stands, as most do; else nothing.
    #[inline]
    pub(super) fn single_function(&self, token: &Token) -> Option<Tag> {
        const SEVERAL: Classes = Classes::RELATIVE
            .or(Classes::PRONOUN)
            .or(Classes::AUXILIARY)
            .or(Classes::ADVERB)
            .or(Classes::WH)
            .or(Classes::SUBORDINATOR);
        if token.any(SEVERAL) {
            return None;
        }
        let (article, preposition) = (token.any(Classes::ARTICLE), token.any(Classes::PREPOSITION));
        if article && !preposition {
            return Some(Tag::Determiner);
        }
        let only = preposition && !token.any(Classes::DETERMINER.or(Classes::ARTICLE));
        (only && token.word != word!("to") && !self.is_open()).then_some(Tag::Preposition)
    }

    /// The tag of a closed-class word; nothing where it is used as a word of content.
    pub(super) fn function(&self, at: usize) -> Option<Tag> {
        let token = &self.tokens[at];
        if token.any(Classes::RELATIVE) {
            return Some(self.relative(at));
        }
        if token.any(Classes::PRONOUN) {
            return Some(self.pronoun(at));
        }
        if token.any(Classes::AUXILIARY) {
            // `the will of`, `a need`, `human being`
            let determined = matches!(self.last, Tag::Determiner | Tag::Possessive);
            let also_noun = self.is_one_of(at, &word_set!["will", "might", "need", "being", "must"]);
            return Some(if determined && also_noun { Tag::Noun } else { Tag::Auxiliary });
        }
        let between = token.any(Classes::PREPOSITION.or(Classes::ADVERB)) && !token.any(Classes::NEGATION);
        if between && self.is_open() {
            if let Some(tag) = self.between(at) {
                return Some(tag);
            }
        }
        if token.any(Classes::ARTICLE) {
            return Some(Tag::Determiner);
        }
        // `early results`, `likely voters`, `first ladies`
        let modifies = token.any(Classes::ADJECTIVE.or(Classes::ORDINAL)) && token.any(Classes::ADVERB);
        if modifies && self.goes_on(at + 1) && !self.next(at).is_some_and(Token::is_capital) {
            return Some(Tag::Adjective);
        }
        if token.any(Classes::WH) && !token.any(Classes::RELATIVE) {
            return Some(Tag::Subordinator);
        }
        if token.any(Classes::DETERMINER) {
            return Some(self.determiner(at));
        }
        if token.any(Classes::PREPOSITION) {
            return Some(if self.is(at, word!("to")) { self.to(at) } else { Tag::Preposition });
        }
        if token.any(Classes::SUBORDINATOR.or(Classes::WH)) {
            return Some(Tag::Subordinator);
        }
        if token.any(Classes::CONJUNCTION) {
            return Some(Tag::Conjunction);
        }
        if token.any(Classes::ADVERB) || token.any(Classes::NEGATION) && self.is(at, word!("n't")) {
            return Some(Tag::Adverb);
        }
        // `others`, `someone`, `nobody`
        token.any(Classes::FUNCTION).then_some(Tag::Pronoun)
    }

    /// Whether what stands before waits for its noun.
    fn is_open(&self) -> bool {
        matches!(self.last, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number)
    }

    /// An adverb or preposition between a determiner and its noun: `the following day`, `an early end`, `a very old man`.
    fn between(&self, at: usize) -> Option<Tag> {
        if self.is_one_of(at, &word_set!["of", "to", "than"]) {
            return None;
        }
        let token = &self.tokens[at];
        let determined = matches!(self.last, Tag::Determiner | Tag::Possessive);
        let goes_on = self.goes_on(at + 1) || self.leads_to_noun(at + 1);
        // Behind an adjective (`the old in winter`) only what is no preposition.
        (goes_on && (determined || !token.any(Classes::PREPOSITION))).then_some(Tag::Adjective)
    }

    fn relative(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        let behind_noun = matches!(self.last, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number);
        // `where`, `when`
        if token.any(Classes::ADVERB) {
            return Tag::Subordinator;
        }
        if self.is(at, word!("that")) {
            return self.that(at, behind_noun);
        }
        if token.any(Classes::POSSESSIVE) {
            return Tag::Determiner;
        }
        // `which party`, but `in which students claim`, `which Smith denies`
        let party = self.goes_on(at + 1)
            && !self.next(at).is_some_and(Token::is_capital)
            && !super::is_plural(self.scan, at + 1);
        if self.is(at, word!("which")) && !behind_noun && self.last != Tag::Comma && party {
            return Tag::Determiner;
        }
        let who = self.is(at, word!("who")) || self.is(at, word!("whom"));
        if behind_noun
            || who && self.last != Tag::Verb && at > self.start
            || matches!(self.last, Tag::Comma | Tag::Preposition | Tag::Other | Tag::Quote | Tag::Conjunction)
                && at > self.start
        {
            return Tag::Relative;
        }
        Tag::Subordinator
    }

    fn that(&self, at: usize, behind_noun: bool) -> Tag {
        let next = self.next(at);
        let verb = next.is_some_and(|next| next.any(Classes::AUXILIARY))
            || self.is_sure_verb_at(at + 1)
            || self.is_adverb_then_verb(at + 1);
        if behind_noun {
            let cue = self.tokens[at - 1].any(Classes::CUE_NOUN);
            let agrees = next.is_some_and(|next| next.any(VERB) && !next.any(NOUN)) && {
                let plural = super::is_plural(self.scan, at - 1);
                match content::form(&self.tokens[at + 1]) {
                    content::Form::Base => plural,
                    content::Form::Third => !plural,
                    content::Form::Past | content::Form::Ing | content::Form::Either => true,
                }
            };
            return if verb && !cue || agrees { Tag::Relative } else { Tag::Subordinator };
        }
        match self.before_adverbs(at) {
            // `pointed out that`
            Tag::Preposition if at >= self.start + 2 && self.tags[at - 2] == Tag::Verb => Tag::Subordinator,
            // `but that group was`: a noun of one thing does not stand alone.
            Tag::Comma | Tag::Conjunction if self.is_single_noun(at + 1) => Tag::Determiner,
            Tag::Verb | Tag::Auxiliary | Tag::Comma | Tag::Conjunction | Tag::Adjective if !verb => {
                Tag::Subordinator
            }
            _ if verb => Tag::Pronoun,
            _ if self.goes_on(at + 1) && !super::is_plural(self.scan, at + 1) => Tag::Determiner,
            _ => Tag::Subordinator,
        }
    }

    fn is_single_noun(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| {
            token.any(Classes::PERSON_NOUN.or(Classes::GROUP_NOUN).or(Classes::DOCUMENT_NOUN))
                && !token.is_capital()
                && !super::is_plural(self.scan, at)
        })
    }

    fn is_sure_verb_at(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(is_sure_verb)
    }

    fn is_adverb_then_verb(&self, at: usize) -> bool {
        self.is_sure_verb_at(at + 1) && self.tokens[at].any(Classes::ADVERB)
    }

    fn pronoun(&self, at: usize) -> Tag {
        let token = &self.tokens[at];
        if !token.any(Classes::POSSESSIVE) && !self.is(at, word!("her")) {
            // `one official`
            let counts = self.is(at, word!("one"))
                && self.goes_on(at + 1)
                && !self.next(at).is_some_and(Token::is_capital);
            let counts = counts
                || self.is(at, word!("one")) && self.next(at).is_some() && self.is(at + 1, word!("of"));
            return if counts { Tag::Determiner } else { Tag::Pronoun };
        }
        // `her` alone or before a noun; `his` and `its` hardly ever stand alone.
        let behind = self.goes_on(at + 1) || self.is_content_verb(at + 1);
        let her = self.is(at, word!("her"));
        let every = her && self.next(at).is_some() && self.is_one_of(at + 1, &EVERY);
        if behind
            && !every
            && (!her || !self.next(at).is_some_and(|next| next.any(Classes::MONTH.or(Classes::WEEKDAY))))
        {
            Tag::Determiner
        } else if her || !token.any(Classes::DETERMINER) {
            Tag::Pronoun
        } else {
            Tag::Determiner
        }
    }

    /// A verb form that follows a possessive as a noun or participle: `her proposed law`.
    fn is_content_verb(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.any(VERB) && !token.any(Classes::FUNCTION))
    }

    fn determiner(&self, at: usize) -> Tag {
        if let Some(tag) = self.determiner_by_word(at) {
            return tag;
        }
        let token = &self.tokens[at];
        let next = self.next(at);
        let of = next.is_some() && self.is(at + 1, word!("of"));
        let determiner =
            next.is_some_and(|next| next.any(Classes::DETERMINER) && !next.any(Classes::RELATIVE));
        let quantified = of || determiner && !token.any(Classes::ADVERB);
        let alone = self.is_before_verb(at);
        // `the second half`, `the others`
        if self.is_open() && (alone || !self.goes_on(at + 1) && !quantified) {
            return Tag::Noun;
        }
        if alone && self.agrees_alone(at) {
            return Tag::Pronoun;
        }
        // `this shows`, `most are`: alone, but not before a participle or noun that looks like a verb.
        if self.goes_on(at + 1) || quantified || self.is_modifier_verb(at) {
            return Tag::Determiner;
        }
        let verb = next.is_some_and(|next| next.any(Classes::AUXILIARY)) || self.is_sure_verb_at(at + 1);
        let degree = !verb && self.is_one_of(at, &DEGREE);
        if degree || token.any(Classes::ADVERB) { Tag::Adverb } else { Tag::Pronoun }
    }

    /// The tag of a determiner that is none before some words, or has one wherever it stands.
    fn determiner_by_word(&self, at: usize) -> Option<Tag> {
        let next = self.next(at);
        let before = |word| next.is_some() && self.is(at + 1, word);
        let least = self.is_one_of(at, &word_set!["least", "most"]);
        if before(word!("than")) || least && at > self.start && self.is(at - 1, word!("at")) {
            return Some(Tag::Adverb);
        }
        if self.is(at, word!("such")) && before(word!("as")) {
            return Some(Tag::Preposition);
        }
        if self.is(at, word!("both")) && next.is_some_and(Token::is_capital) {
            return Some(Tag::Conjunction);
        }
        let adjective = self.is_one_of(at, &word_set!["own", "same", "other", "certain", "various"]);
        adjective.then_some(Tag::Adjective)
    }

    /// Whether a determiner stands before a verb whose subject or object it may be: `both oppose`.
    fn is_before_verb(&self, at: usize) -> bool {
        let verb = |next: &Token| next.any(VERB) && !next.any(NOUN.or(Classes::ADJECTIVE)) && next.is_word();
        !self.tokens[at].any(Classes::ARTICLE.or(Classes::POSSESSIVE))
            && self.next(at).is_some_and(verb)
            && (!Tail::of(self.scan, &self.tokens[at + 1]).is_participle()
                || self.takes_object(at + 2)
                || self.is(at, word!("those")) && !self.goes_on(at + 2))
    }

    /// Whether the verb form behind a determiner agrees with it as its subject: `this shows` and `both oppose`, but not
    /// `this place`.
    fn agrees_alone(&self, at: usize) -> bool {
        const ONE: [WordId; 6] = word_set!["this", "that", "each", "another", "either", "neither"];
        let one = self.is_one_of(at, &ONE);
        match content::form(&self.tokens[at + 1]) {
            content::Form::Base => !one,
            content::Form::Third => one,
            content::Form::Past | content::Form::Ing | content::Form::Either => true,
        }
    }

    /// Whether a participle behind the determiner leads on to a noun: `these proposed rules`.
    fn is_modifier_verb(&self, at: usize) -> bool {
        let next = at + 1;
        next < self.end
            && Tail::of(self.scan, &self.tokens[next]).is_participle()
            && !self.tokens[next].any(Classes::FUNCTION)
            && self.goes_on(next + 1)
    }

    /// `to` before an infinitive, or the preposition.
    fn to(&self, at: usize) -> Tag {
        let mut verb = at + 1;
        // `to publicly say`
        if verb + 1 < self.end && self.tokens[verb].any(Classes::ADVERB) && !self.tokens[verb].any(VERB) {
            verb += 1;
        }
        let Some(token) = self.tokens.get(verb) else {
            return Tag::Preposition;
        };
        if token.is_capital() && !self.weak {
            return Tag::Preposition;
        }
        if token.any(Classes::AUXILIARY) {
            return Tag::Infinitive;
        }
        if !token.any(Classes::VERB_BASE) {
            return Tag::Preposition;
        }
        // `to report a crime` and `to court`: a noun too, so what follows decides.
        let noun = token.any(NOUN) && !token.any(Classes::CUE_VERB);
        let object = self.tokens.get(verb + 1).is_some_and(|next| {
            next.any(Classes::DETERMINER.or(Classes::PRONOUN).or(Classes::SUBORDINATOR))
                || next.is_capital()
                || next.is(Kind::Number)
        });
        if noun && !object { Tag::Preposition } else { Tag::Infinitive }
    }
}
