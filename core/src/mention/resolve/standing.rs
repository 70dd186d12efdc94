//! Where a mention stands in its sentence, as far as that tells how prominent it is.

use crate::lexicon::{Classes, word};
use crate::mention::{Chunk, Tag};
use crate::scan::Scan;
use std::ops::Range;

/// How far behind a noun phrase its verb may stand: `Doe, on Monday, said`.
const VERB_DISTANCE: usize = 4;

/// How many tokens auxiliaries, adverbs and the verb have at most: `would not have ever said`.
const VERB_TOKENS: usize = 5;

/// What a mention is to the verb.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Function {
    Subject,
    /// Right behind a verb.
    Object,
    BehindPreposition,
    Other,
}

/// Where a chunk stands in its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) function: Function,
    /// Another name follows behind `and`.
    pub(super) joined: bool,
    /// The verb is one of saying.
    pub(super) speaks: bool,
}

impl Standing {
    /// Where the chunk `index` stands in its sentence.
    pub(super) fn of(
        scan: &Scan<'_>,
        tags: &[Tag],
        chunks: &[Chunk],
        index: usize,
        sentence: &Range<usize>,
    ) -> Self {
        let chunk = &chunks[index];
        let end = chunk.whole.end as usize;
        let tag = |at: usize| tags.get(at).copied().filter(|_| at < sentence.end);
        let joined = tag(end) == Some(Tag::Conjunction)
            && chunk.is_proper()
            && chunks
                .get(index + 1)
                .is_some_and(|other| other.tokens.start as usize == end + 1 && other.is_proper());
        let (function, verb) = function(scan, tags, chunk, sentence);
        let start = chunk.whole.start as usize;
        let according = start >= sentence.start + 2
            && scan.tokens[start - 1].word == word!("to")
            && scan.tokens[start - 2].word == word!("according");
        let speaks = according || verb.is_some_and(|verb| scan.tokens[verb].any(Classes::CUE_VERB));
        let function = if according { Function::Other } else { function };
        Self { function, joined, speaks }
    }

    /// The same of a mention of which it is known whether it speaks: who does is the subject of the cue, however far that
    /// stands behind an apposition.
    pub(super) fn of_speaker(self, speaks: bool) -> Self {
        let subject = speaks && self.function == Function::Other && !self.speaks;
        let function = if subject { Function::Subject } else { self.function };
        Self { function, speaks: self.speaks || speaks, ..self }
    }

    /// Where the possessor in such a chunk stands.
    pub(super) fn of_owner(self) -> Self {
        let function = if self.function == Function::Subject { Function::Other } else { self.function };
        Self { function, speaks: false, ..self }
    }
}

/// What a chunk is to the verb; of a subject the verb too.
fn function(
    scan: &Scan<'_>,
    tags: &[Tag],
    chunk: &Chunk,
    sentence: &Range<usize>,
) -> (Function, Option<usize>) {
    let (start, end) = (chunk.whole.start as usize, chunk.whole.end as usize);
    let tag = |at: usize| tags.get(at).copied().filter(|_| at < sentence.end);
    let before = if sentence.start < start { tags[start - 1] } else { Tag::Other };
    let opens = start == sentence.start && chunk.is_proper();
    if before == Tag::Preposition {
        return (Function::BehindPreposition, None);
    }
    let behind = (end..sentence.end)
        .take(VERB_DISTANCE)
        .find(|at| !matches!(tags[*at], Tag::Adverb | Tag::Comma | Tag::Date))
        .filter(|at| tags[*at].is_verbal() || tags[*at] == Tag::Relative);
    // `has repeatedly said`
    let main = || {
        let mut verbs = (behind?..sentence.end).take(VERB_TOKENS);
        verbs.find(|at| !matches!(tags[*at], Tag::Auxiliary | Tag::Adverb))
    };
    match before {
        // `indicated he would`
        Tag::Verb if tag(end).is_some_and(Tag::is_verbal) => (Function::Subject, main()),
        Tag::Verb => {
            // `“…,” said Jones`
            let inverted = scan.tokens[start - 1].any(Classes::CUE_VERB)
                && chunk.is_proper()
                && behind.is_none()
                && !tag(end).is_some_and(Tag::is_nominal)
                && start >= sentence.start + 2
                && matches!(tags[start - 2], Tag::Comma | Tag::Quote);
            if inverted { (Function::Subject, Some(start - 1)) } else { (Function::Object, None) }
        }
        _ if behind.is_some() => (Function::Subject, main()),
        // `Doe, of Leeds, was jailed`
        _ if opens && tag(end) == Some(Tag::Comma) && tag(end + 1) == Some(Tag::Preposition) => {
            (Function::Subject, None)
        }
        _ => (Function::Other, None),
    }
}
