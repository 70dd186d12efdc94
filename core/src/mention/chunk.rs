//! Noun phrases, names and pronouns, in one pass from left to right.

use super::phrase::{self, At, Phrase};
use super::tag::{self, Tag};
use super::{Chunk, ChunkClass, Mentions, SpeakerKind};
use crate::lexicon::{Classes, Gender, Table, WordId, tables, word, word_set};
use crate::name::NameKind;
use crate::room::Progress;
use crate::scan::Scan;
use std::ops::Range;

/// How many `of` phrases may hang on one head.
const OF_PHRASES: usize = 3;

/// How many words stand before the noun of a compound that the lexicon knows as one: `chief of staff`, `coast guard`.
const COMPOUND: usize = 2;

/// Determiners that say which is meant.
const DEFINITE: [WordId; 7] = word_set!["the", "this", "that", "these", "those", "both", "all"];

/// Finds the chunks of the sentences, in order.
pub(super) fn all(scan: &Scan<'_>, sentences: impl Iterator<Item = Range<usize>>, mentions: &mut Mentions) {
    let Mentions { chunks, tags, .. } = mentions;
    // In prose one token in four opens one, and one byte in twenty; a pronoun always does.
    let pronouns = tags.chunks(usize::from(u8::MAX)).map(pronouns).sum();
    chunks.reserve_exact((tags.len() / 3).min(scan.text.len() / 18).max(pronouns));
    for tokens in sentences {
        let chunker = Chunker { scan, tags: &tags[..tokens.end], start: tokens.start, end: tokens.end };
        let mut at = tokens.start;
        while let Some(open) = opening(&tags[at..tokens.end]) {
            at += open;
            Progress { done: at, all: tags.len() }.reserve(chunks, 1);
            at = chunker.step(at, chunks);
        }
    }
}

/// The first of the tags that may open a chunk.
// Apart: within what reads the chunks the loop would keep its place in memory.
#[inline(never)]
fn opening(tags: &[Tag]) -> Option<usize> {
    tags.iter().position(|tag| tag.opens_chunk())
}

/// How many pronouns there are among tags that are so few that a byte holds their number, which is counted many at a time.
fn pronouns(tags: &[Tag]) -> usize {
    usize::from(tags.iter().map(|tag| u8::from(*tag == Tag::Pronoun)).sum::<u8>())
}

/// A sentence that is cut into chunks.
struct Chunker<'s, 't> {
    scan: &'s Scan<'t>,
    /// The tags up to its end.
    tags: &'s [Tag],
    start: usize,
    end: usize,
}

impl Chunker<'_, '_> {
    /// Reads what stands at `at`, keeps it if it is a chunk, and says where to go on.
    fn step(&self, at: usize, chunks: &mut Vec<Chunk>) -> usize {
        match self.tags[at] {
            Tag::Determiner if self.is_double_pronoun(at) => {
                let plural = !self.is(at, word!("no"));
                let kind = if plural { SpeakerKind::Group } else { SpeakerKind::Unknown };
                chunks.push(chunk(at..at + 2, at, ChunkClass::Pronoun, (kind, Gender::Unknown, plural)));
                at + 2
            }
            Tag::Pronoun => self.pronoun(at, ChunkClass::Pronoun, chunks),
            Tag::Relative => self.pronoun(at, ChunkClass::Relative, chunks),
            Tag::Determiner | Tag::Number | Tag::Adjective | Tag::Noun | Tag::Name | Tag::Date => {
                self.noun_phrase(at, chunks).max(at + 1)
            }
            _ => at + 1,
        }
    }

    fn is(&self, at: usize, word: WordId) -> bool {
        at < self.end && self.scan.tokens[at].word == word
    }

    /// `each other`, `one another`, `no one`
    fn is_double_pronoun(&self, at: usize) -> bool {
        self.is(at, word!("each")) && self.is(at + 1, word!("other"))
            || self.is(at, word!("one")) && self.is(at + 1, word!("another"))
            || self.is(at, word!("no")) && self.is(at + 1, word!("one"))
    }

    fn pronoun(&self, at: usize, class: ChunkClass, chunks: &mut Vec<Chunk>) -> usize {
        let row = self.scan.row(Table::Pronoun, at).map(|row| &tables::PRONOUN[row as usize]);
        let (gender, plural) = row.map_or((Gender::Unknown, false), |row| (row.gender, row.plural));
        let person = matches!(gender, Gender::Male | Gender::Female)
            || row.is_some_and(|row| row.person == 1 && !row.plural);
        let kind = if person { SpeakerKind::Person } else { SpeakerKind::Unknown };
        chunks.push(chunk(at..at + 1, at, class, (kind, gender, plural)));
        at + 1
    }

    /// Reads the noun phrase at `at`, with its `of` phrases, keeps it if it is a chunk, and says where to go on.
    fn noun_phrase(&self, at: usize, chunks: &mut Vec<Chunk>) -> usize {
        let mut phrase = self.read(at);
        let counted = self.take_of_phrases(at, &mut phrase);
        let end = phrase.end;
        let Some(head) = phrase.head().filter(|_| end > at) else { return end };
        if counted || !self.is_no_chunk(at..end, head, &phrase) {
            chunks.push(self.describe(at..end, head, &phrase, counted));
        }
        end
    }

    /// The noun phrase at a token without what hangs on it.
    fn read(&self, at: usize) -> Phrase {
        phrase::read(self.scan, self.tags, at, self.end)
    }

    /// Takes the `of` phrases that belong to a phrase; true where it counts what the first of them names, which then is
    /// what the whole is about: `two of the officials`.
    fn take_of_phrases(&self, start: usize, phrase: &mut Phrase) -> bool {
        let counts = self.counts(start, phrase);
        for number in 0..OF_PHRASES {
            let counts = counts && number == 0;
            if !counts && !self.takes_of(start, phrase) {
                break;
            }
            if counts && matches!(self.tags.get(phrase.end + 1), Some(Tag::Pronoun | Tag::Relative)) {
                // `several of them`, `both of whom`
                phrase.head = phrase.head.or(Some(At::new(start)));
                phrase.end += 2;
                return true;
            }
            let inner = self.read(phrase.end + 1);
            let Some(head) = inner.head() else { return false };
            if counts {
                phrase.head = Some(At::new(head));
            }
            phrase.end = inner.end;
            phrase.tail = Some(At::new(head));
            if self.take_name(&inner, phrase) {
                break;
            }
        }
        counts && phrase.tail.is_some()
    }

    /// Whether a phrase is a number or a quantifier with `of` behind it.
    fn counts(&self, start: usize, phrase: &Phrase) -> bool {
        let numeral = phrase.head().is_none_or(|head| self.tags[head] == Tag::Number);
        numeral && phrase.end > start && self.is(phrase.end, word!("of"))
    }

    /// Takes the name behind a title that ends with the `of` phrase `inner`: `director of communications Jane Smith`.
    fn take_name(&self, inner: &Phrase, phrase: &mut Phrase) -> bool {
        if inner.has_name() || self.tags.get(inner.end) != Some(&Tag::Name) {
            return false;
        }
        let title = phrase.head().is_some_and(|head| self.scan.tokens[head].any(Classes::TITLE));
        if !title || inner.determiner().is_some() {
            return false;
        }
        let name = self.read(inner.end);
        let person = name.kind == Some(NameKind::Person);
        if person {
            phrase.name = name.name;
            phrase.head = name.head;
            phrase.end = name.end;
            phrase.kind = name.kind;
            phrase.gender = name.gender;
            phrase.titled = true;
        }
        person
    }

    /// Whether an `of` phrase behind the phrase belongs to it: its head is a title, a role, a group, a body; or a `for`
    /// phrase, behind one who speaks for others.
    fn takes_of(&self, start: usize, phrase: &Phrase) -> bool {
        const TAKES: Classes =
            Classes::TITLE.or(Classes::PERSON_NOUN).or(Classes::GROUP_NOUN).or(Classes::ORGANIZATION_NOUN);
        if phrase.end >= self.end || phrase.has_name() {
            return false;
        }
        let Some(head) = phrase.tail().or(phrase.head()) else { return false };
        let token = &self.scan.tokens[head];
        if self.is(phrase.end, word!("of")) {
            return token.any(TAKES);
        }
        // `a spokesman for the ministry said`, but `asked the minister for help`.
        let object = start > self.start && self.tags[start - 1].is_verbal();
        let next = self.tags.get(phrase.end + 1);
        let definite = match next {
            Some(Tag::Name) => true,
            Some(Tag::Determiner) => !self.is(phrase.end + 1, word!("a")),
            _ => false,
        };
        self.is(phrase.end, word!("for"))
            && phrase.tail().is_none()
            && token.any(Classes::TITLE)
            && !object
            && definite
    }

    /// Times (`last week`), numbers alone, and adjectives behind a verb (`was unequivocal`).
    fn is_no_chunk(&self, tokens: Range<usize>, head: usize, phrase: &Phrase) -> bool {
        if phrase.has_name() {
            return false;
        }
        let token = &self.scan.tokens[head];
        let article = phrase
            .determiner()
            .is_some_and(|at| self.scan.tokens[at].any(Classes::ARTICLE.or(Classes::POSSESSIVE)));
        if token.any(Classes::CALENDAR.or(Classes::MONTH).or(Classes::WEEKDAY))
            && !article
            && phrase.possessor().is_none()
        {
            return !self.tags[tokens.start..head].contains(&Tag::Number);
        }
        match self.tags[head] {
            Tag::Adjective => phrase.determiner().is_none() && phrase.possessor().is_none(),
            Tag::Number => {
                let verb = self.tags.get(tokens.end).is_some_and(|tag| tag.is_verbal());
                phrase.determiner().is_none() && !(verb && token.any(Classes::NUMBER))
            }
            _ => false,
        }
    }

    /// The chunk that a noun phrase makes; `counted`: it is some of what follows its `of`.
    fn describe(&self, tokens: Range<usize>, head: usize, phrase: &Phrase, counted: bool) -> Chunk {
        let class = self.class(&tokens, phrase);
        let mut chunk = chunk(tokens, head, class, (SpeakerKind::Unknown, Gender::Unknown, false));
        chunk.owner = self.owner(&chunk, phrase);
        if phrase.has_name() {
            chunk.name = phrase.name.clone();
            chunk.kind = phrase.kind.map_or(SpeakerKind::Unknown, SpeakerKind::from);
            chunk.gender = phrase.gender;
            chunk.plural = phrase.kind == Some(NameKind::People);
            return chunk;
        }
        let article = phrase.determiner().is_some() && self.is_article(chunk.tokens.start as usize);
        let from = chunk.tokens.start + u32::from(article);
        chunk.name = from.min(chunk.tokens.end - 1)..chunk.tokens.end;
        (chunk.kind, chunk.gender, chunk.plural) = self.noun(head);
        chunk.kind = self.kind(&chunk, head, phrase);
        if counted {
            // `one of the officials` is one of them, `some of the officials` are several.
            let start = chunk.tokens.start as usize;
            let one = self.is(start, word!("one")) || self.is(start, word!("each"));
            chunk.plural = !one;
            if one && chunk.kind == SpeakerKind::Group {
                chunk.kind = SpeakerKind::Person;
            }
        }
        chunk
    }

    /// What a chunk without a name would be as a speaker, by its noun and by what stands around that.
    fn kind(&self, chunk: &Chunk, head: usize, phrase: &Phrase) -> SpeakerKind {
        let (start, end) = (chunk.tokens.start as usize, chunk.tokens.end as usize);
        // `five minutes` says nothing, unlike the minutes of a meeting.
        let measure = self.scan.tokens[head].any(Classes::UNIT.or(Classes::CALENDAR));
        if measure && self.tags[start..head].contains(&Tag::Number) {
            return SpeakerKind::Unknown;
        }
        match chunk.kind {
            SpeakerKind::Unknown if self.is_person(end, head) => {
                if chunk.plural {
                    SpeakerKind::Group
                } else {
                    SpeakerKind::Person
                }
            }
            // `the coalition of leaders`
            SpeakerKind::Organization
                if phrase
                    .tail()
                    .is_some_and(|tail| tail != head && self.noun(tail).0 == SpeakerKind::Group) =>
            {
                SpeakerKind::Group
            }
            kind => kind,
        }
    }

    /// The possessor before the apostrophe, or the possessive pronoun.
    fn owner(&self, chunk: &Chunk, phrase: &Phrase) -> Range<u32> {
        if let Some(last) = phrase.possessor() {
            let start = chunk.tokens.start as usize;
            let from = (start..last).find(|at| self.tags[*at] != Tag::Determiner).unwrap_or(last);
            return from as u32..last as u32 + 1;
        }
        match phrase.determiner() {
            Some(at) if self.scan.tokens[at].any(Classes::POSSESSIVE) => at as u32..at as u32 + 1,
            _ => 0..0,
        }
    }

    fn is_article(&self, at: usize) -> bool {
        self.scan.tokens[at].any(Classes::ARTICLE)
    }

    fn class(&self, tokens: &Range<usize>, phrase: &Phrase) -> ChunkClass {
        if phrase.has_name() {
            return if phrase.titled { ChunkClass::TitledName } else { ChunkClass::Name };
        }
        if let Some(possessor) = phrase.possessor() {
            return if self.tags[possessor] == Tag::Name { ChunkClass::Name } else { ChunkClass::Definite };
        }
        let Some(at) = phrase.determiner() else {
            return match self.tags[tokens.start] {
                Tag::Number => ChunkClass::Indefinite,
                _ if phrase.titled => ChunkClass::Definite,
                _ => ChunkClass::Bare,
            };
        };
        let token = &self.scan.tokens[at];
        let definite = token.any(Classes::POSSESSIVE) || DEFINITE.contains(&token.word);
        if definite { ChunkClass::Definite } else { ChunkClass::Indefinite }
    }

    /// Whether a noun that no table has is one of a person: `a dealer who sold`, `a crystallographer`.
    fn is_person(&self, end: usize, head: usize) -> bool {
        const ENDINGS: [&str; 5] = ["ologist", "ologists", "ographer", "ographers", "ician"];
        let who = end < self.end
            && self.tags[end] == Tag::Relative
            && (self.is(end, word!("who")) || self.is(end, word!("whose")));
        let token = &self.scan.tokens[head];
        let long = token.span().len() > 6 && !token.is_capital() && !token.any(Classes::COMMON);
        who || long && ENDINGS.iter().any(|ending| self.scan.word(head).ends_with(ending))
    }

    /// What the noun at `head` names.
    fn noun(&self, head: usize) -> (SpeakerKind, Gender, bool) {
        let token = &self.scan.tokens[head];
        let plural = tag::is_plural(self.scan, head);
        let row = |table, known: bool| if known { self.scan.row(table, head) } else { None };
        // `coast guard` is no guard.
        let compound = (self.start.max(head.saturating_sub(COMPOUND))..head).find_map(|at| {
            let token = &self.scan.tokens[at];
            let opens = token.any(Classes::PHRASE) && self.tags[at].is_nominal();
            let phrase = opens.then(|| self.scan.phrase_at(Table::SpeakerNoun, at, head + 1))??;
            (phrase.end == head + 1).then_some(phrase.row)
        });
        if let Some(row) = compound.or_else(|| row(Table::SpeakerNoun, token.any(tag::LISTED))) {
            let row = &tables::SPEAKER_NOUN[row as usize];
            return (row.kind.into(), row.gender, plural);
        }
        if let Some(row) = row(Table::Title, token.any(Classes::TITLE)) {
            let kind = if plural { SpeakerKind::Group } else { SpeakerKind::Person };
            return (kind, tables::TITLE[row as usize].gender, plural);
        }
        (SpeakerKind::Unknown, Gender::Unknown, plural)
    }
}

/// A chunk as its words alone make it.
fn chunk(
    tokens: Range<usize>,
    head: usize,
    class: ChunkClass,
    (kind, gender, plural): (SpeakerKind, Gender, bool),
) -> Chunk {
    let tokens = tokens.start as u32..tokens.end as u32;
    Chunk {
        name: tokens.clone(),
        whole: tokens.clone(),
        tokens,
        head: head as u32,
        class,
        kind,
        gender,
        plural,
        owner: 0..0,
        owner_entity: None,
        entity: None,
    }
}
