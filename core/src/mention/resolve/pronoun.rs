//! Whom pronouns stand for: gender, number, what is prominent, what is near; nobody where that leaves two.

use super::directory::compatible;
use super::standing::{Function, Standing};
use crate::index::Index;
use crate::lexicon::{self, Case, Gender, Table, WordId, tables, word, word_set};
use crate::mention::{Chunk, ChunkClass, Entity, Mentions, SpeakerKind, Tag};
use crate::scan::{Kind, Mark, Scan};
use crate::scratch::{Lent, Spare};
use crate::sentence::SentenceData;
use std::ops::Range;

/// How many mentions are looked back at.
const WINDOW: usize = 24;

/// How many sentences back a pronoun reaches.
const SENTENCES: usize = 3;

// What a mention is worth is a sum of points for how near it is and what it does in its sentence, in the manner of Lappin and
// Leass (1994). The points are ours, set by hand: annotated news does not say whom a pronoun means, so the sample articles and
// the specification decide. Only differences count, and those below `MARGIN` leave it open.

/// In the pronoun's own sentence, in the one before, and so on.
const DISTANCE: [i32; SENTENCES + 1] = [56, 46, 26, 12];
const SUBJECT: i32 = 15;
/// The first subject of a sentence stands above those of its clauses.
const MAIN: i32 = 8;
const SPEAKER: i32 = 12;
const IN_QUOTE: i32 = -20;
const BEHIND_PREPOSITION: i32 = -8;
const OWNER: i32 = -12;
/// One who is named as somebody’s, as text rather goes on with whose they are: `her mother, Inez, sewed`.
const OWNED: i32 = -12;
/// Two that are joined, as what `they` may mean, above each of them.
const JOINED: i32 = 4;
const GENDER_UNKNOWN: i32 = -8;
/// A name of which nothing says that it is a person's: as the one that is meant, and as one that may be.
const KIND_UNKNOWN: (i32, i32) = (-22, -6);
const KIND_UNLIKELY: i32 = -12;

/// How far a pronoun at the start of a sentence looks ahead, in tokens and in mentions.
const AHEAD: usize = 8;

/// By how much one must be ahead of all others.
const MARGIN: i32 = 7;

/// Settles whom the pronouns and relative pronouns stand for. `speaks` tells of a chunk that it is known to be a speaker:
/// those are what `he said` goes on with. Nobody asks about the chunks from `end` on.
pub(crate) fn settle(
    scan: &Scan<'_>,
    sentences: &[SentenceData],
    mentions: &mut Mentions,
    end: usize,
    speaks: impl Fn(usize) -> bool,
) {
    let Mentions { chunks, entities, tags, marks, settling } = mentions;
    let (mut antecedents, mut worths) = (settling.antecedents.lend(), settling.worths.lend());
    antecedents.reserve(2 * WINDOW);
    worths.reserve(WINDOW);
    let mut discourse = Discourse {
        scan,
        tags,
        marks,
        antecedents,
        worths,
        sentence: 0,
        range: 0..0,
        quoted: false,
        main: false,
    };
    let mut next = 0;
    let mut block = usize::MAX;
    for (number, sentence) in sentences.iter().enumerate() {
        if next >= end {
            break;
        }
        discourse.sentence = number;
        discourse.range = sentence.range();
        discourse.main = false;
        // A mark that is left open in one block does not quote the next.
        discourse.quoted &= block == sentence.block();
        block = sentence.block();
        let mut at = sentence.range().start;
        while chunks[..end]
            .get(next)
            .is_some_and(|chunk| (chunk.tokens.start as usize) < sentence.range().end)
        {
            discourse.pass_marks(at..chunks[next].tokens.start as usize);
            at = chunks[next].tokens.end as usize;
            if names(&chunks[next]) {
                let standing = discourse.standing(chunks, next).of_speaker(speaks(next));
                discourse.chunk(chunks, entities, next, standing);
            }
            next += 1;
        }
        discourse.pass_marks(at..sentence.range().end);
    }
    // Only now: one that a pronoun was taken for by mistake is not to draw those that follow.
    for entity in entities.iter_mut().filter(|entity| entity.kind == SpeakerKind::Unknown && !entity.plural) {
        if matches!(entity.gender, Gender::Male | Gender::Female) {
            entity.kind = SpeakerKind::Person;
        }
    }
}

/// Whether a chunk names somebody, or may.
fn names(chunk: &Chunk) -> bool {
    chunk.is_open() || chunk.entity.is_some()
}

/// What a mention that a pronoun may stand for means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Meant {
    One(Index),
    /// Two that are joined by `and`: only `they` may mean them.
    Joined,
    /// Whoever a pronoun stands for that was not settled: those that follow rather stand for the same than for one who is
    /// less prominent.
    Unsettled(Gender),
}

impl Meant {
    const fn entity(self) -> Option<Index> {
        match self {
            Self::One(entity) => Some(entity),
            Self::Joined | Self::Unsettled(_) => None,
        }
    }
}

/// A mention that a pronoun may stand for.
#[derive(Clone, Copy, Debug)]
struct Antecedent {
    meant: Meant,
    sentence: usize,
    worth: i32,
    quoted: bool,
    subject: bool,
    speaks: bool,
}

/// What pronouns are settled in.
#[derive(Debug, Default)]
pub(in crate::mention) struct Settling {
    antecedents: Spare<Vec<Antecedent>>,
    worths: Spare<Vec<(Meant, Fit)>>,
}

/// What has been mentioned up to where the text is read, as far as pronouns may stand for it.
struct Discourse<'s, 't> {
    scan: &'s Scan<'t>,
    tags: &'s [Tag],
    antecedents: Lent<'s, Vec<Antecedent>>,
    /// What a pronoun may stand for, kept from one to the next.
    worths: Lent<'s, Vec<(Meant, Fit)>>,
    sentence: usize,
    /// The tokens of the sentence.
    range: Range<usize>,
    /// The quotation marks that are still to be passed.
    marks: &'s [u32],
    /// What is read stands in quotation marks.
    quoted: bool,
    /// The sentence has had its first subject.
    main: bool,
}

impl Discourse<'_, '_> {
    fn pass_marks(&mut self, tokens: Range<usize>) {
        while let Some((at, rest)) = self.marks.split_first().filter(|(at, _)| (**at as usize) < tokens.end) {
            self.marks = rest;
            let at = *at as usize;
            if at < tokens.start {
                continue;
            }
            self.quoted = match self.scan.mark(at) {
                Some(Mark::CurlyOpen | Mark::TicksOpen | Mark::GuillemetOpen | Mark::Low) => true,
                Some(Mark::CurlyClose | Mark::GuillemetClose) => false,
                Some(Mark::Straight | Mark::Ticks) => !self.quoted,
                _ => self.quoted,
            };
        }
    }

    fn chunk(&mut self, chunks: &mut [Chunk], entities: &mut [Entity], index: usize, standing: Standing) {
        let chunk = &chunks[index];
        if let Some(owner) = self.pronoun_of(chunk.owner.clone()) {
            let ahead = self.ahead(chunks, entities, index, owner);
            chunks[index].owner_entity = ahead.or_else(|| self.referent(entities, owner, None, false));
        }
        if let Some(owner) = chunks[index].owner_entity {
            self.add(Meant::One(owner), OWNER, standing.of_owner());
        }
        let chunk = &chunks[index];
        let found = match chunk.class {
            ChunkClass::Pronoun => self.pronoun(chunks, entities, index, standing),
            ChunkClass::Relative => self.relative(chunks, index),
            _ => chunk.entity,
        };
        chunks[index].entity = found;
        if standing.joined {
            self.add(Meant::Joined, JOINED, standing);
        }
        if let Some(entity) = found.filter(|_| chunks[index].class != ChunkClass::Relative) {
            let kin = !standing.speaks && self.is_kin(chunks, entities, index);
            self.add(Meant::One(entity), if kin { OWNED } else { 0 }, standing);
        } else if let Some(gender) =
            self.unsettled(&chunks[index]).filter(|_| standing.function == Function::Subject)
        {
            self.add(Meant::Unsettled(gender), 0, standing);
        }
    }

    /// The gender of a pronoun for a person that has not been settled.
    fn unsettled(&self, chunk: &Chunk) -> Option<Gender> {
        let row = self.pronoun_of(chunk.tokens.clone()).filter(|_| chunk.entity.is_none())?;
        let person = row.person == 3 && !row.plural && matches!(row.gender, Gender::Male | Gender::Female);
        person.then_some(row.gender)
    }

    /// Whether a mention names one as somebody’s of whom the same pronoun may be said: `her mother`, and `Inez` in `her
    /// mother, Inez,`.
    fn is_kin(&self, chunks: &[Chunk], entities: &[Entity], index: usize) -> bool {
        let chunk = &chunks[index];
        let before = index.checked_sub(1).map(|before| &chunks[before]);
        let apposed = before.filter(|before| before.entity == chunk.entity && before.whole == chunk.whole);
        let owned = |chunk: &&Chunk| self.pronoun_of(chunk.owner.clone()).is_some();
        let owner = Some(chunk).filter(owned).or(apposed.filter(owned)).and_then(|owned| owned.owner_entity);
        let (Some(owner), Some(own)) = (owner, chunk.entity) else { return false };
        let (owner, own) = (&entities[owner.get()], &entities[own.get()]);
        own.kind == SpeakerKind::Person && !own.plural && compatible(owner.gender, own.gender)
    }

    fn add(&mut self, meant: Meant, more: i32, standing: Standing) {
        let subject = standing.function == Function::Subject;
        let mut worth = more;
        if subject {
            worth += SUBJECT + if self.main { 0 } else { MAIN };
            self.main |= !self.quoted;
        }
        if standing.function == Function::BehindPreposition {
            worth += BEHIND_PREPOSITION;
        }
        if self.antecedents.len() == 2 * WINDOW {
            self.antecedents.drain(..WINDOW);
        }
        self.antecedents.push(Antecedent {
            meant,
            sentence: self.sentence,
            worth,
            quoted: self.quoted,
            subject,
            speaks: standing.speaks,
        });
    }

    /// The row of the pronoun that the tokens are, if they are one.
    fn pronoun_of(&self, tokens: Range<u32>) -> Option<&'static lexicon::Pronoun> {
        if tokens.len() != 1 {
            return None;
        }
        let at = tokens.start as usize;
        let row = self.scan.row(Table::Pronoun, at)?;
        Some(&tables::PRONOUN[row as usize])
    }

    fn pronoun(
        &mut self,
        chunks: &[Chunk],
        entities: &mut [Entity],
        index: usize,
        standing: Standing,
    ) -> Option<Index> {
        let row = self.pronoun_of(chunks[index].tokens.clone())?;
        // `it is likely that` stands for nothing, and what an object stands for is mostly a thing.
        if row.gender == Gender::Neuter
            && (standing.function != Function::Subject || self.is_before_be(&chunks[index]))
        {
            return None;
        }
        let subject = || {
            self.antecedents
                .iter()
                .rev()
                .find(|antecedent| antecedent.subject && antecedent.sentence == self.sentence)
        };
        if row.case == Case::Reflexive && row.person == 3 {
            return subject().and_then(|antecedent| antecedent.meant.entity());
        }
        // Who tells him is not he.
        let object = standing.function == Function::Object && row.case == Case::Object;
        let not = if object { subject().and_then(|antecedent| antecedent.meant.entity()) } else { None };
        self.ahead(chunks, entities, index, row)
            .or_else(|| self.referent(entities, row, not, standing.speaks))
    }

    /// `it is`, `it was`
    fn is_before_be(&self, chunk: &Chunk) -> bool {
        const BE: [WordId; 5] = word_set!["is", "was", "'s", "isn't", "wasn't"];
        let end = chunk.whole.end as usize;
        end < self.range.end && self.tags[end] == Tag::Auxiliary && BE.contains(&self.scan.tokens[end].word)
    }

    fn standing(&self, chunks: &[Chunk], index: usize) -> Standing {
        Standing::of(self.scan, self.tags, chunks, index, &self.range)
    }

    /// The subject that the sentence is still to have: `If he fails, Vale could`, `In his speech, Putin said`.
    fn ahead(
        &self,
        chunks: &[Chunk],
        entities: &[Entity],
        index: usize,
        row: &lexicon::Pronoun,
    ) -> Option<Index> {
        let start = chunks[index].tokens.start as usize;
        let opened = start > self.range.start
            && matches!(self.tags[start - 1], Tag::Subordinator | Tag::Preposition)
            && start <= self.range.start + AHEAD;
        if self.main || !opened || !matches!(row.gender, Gender::Male | Gender::Female) {
            return None;
        }
        let subject = |next: usize| {
            chunks[next].entity.is_some()
                && chunks[next].is_proper()
                && self.standing(chunks, next).function == Function::Subject
        };
        let next = (index + 1..chunks.len().min(index + 1 + AHEAD))
            .take_while(|next| (chunks[*next].tokens.start as usize) < self.range.end)
            .find(|next| subject(*next))?;
        // Behind a comma only: `when he said Smith had left` is another matter.
        let comma = self.scan.tokens[chunks[next].tokens.start as usize - 1].is(Kind::Comma);
        chunks[next].entity.filter(|id| comma && fit(entities, row, Meant::One(*id)).is_some())
    }

    /// The one that a pronoun stands for.
    fn referent(
        &mut self,
        entities: &mut [Entity],
        row: &lexicon::Pronoun,
        not: Option<Index>,
        speaks: bool,
    ) -> Option<Index> {
        if row.person != 3 {
            return None;
        }
        // The best that each one is worth; few enough to be searched one by one.
        let worths = &mut self.worths;
        worths.clear();
        for antecedent in self.antecedents.iter().rev().take(WINDOW) {
            let far = self.sentence - antecedent.sentence;
            if far > SENTENCES {
                break;
            }
            let entity = antecedent.meant.entity();
            if entity.is_some() && entity == not {
                continue;
            }
            let Some(fit) = fit(entities, row, antecedent.meant) else { continue };
            let quote = if antecedent.quoted == self.quoted { 0 } else { IN_QUOTE };
            // `he said` goes on with who has spoken.
            let spoke = if speaks && antecedent.speaks { SPEAKER } else { 0 };
            let fit = fit.plus(DISTANCE[far] + antecedent.worth + quote + spoke);
            match worths.iter_mut().find(|(meant, _)| *meant == antecedent.meant) {
                Some((_, known)) => *known = known.max(fit),
                None => worths.push((antecedent.meant, fit)),
            }
        }
        let (best, Fit { wins, .. }) = *worths.iter().max_by_key(|(_, fit)| fit.wins)?;
        let blocked = worths.iter().any(|(other, fit)| *other != best && fit.blocks + MARGIN > wins);
        let entity = best.entity().filter(|_| !blocked)?;
        let known = &mut entities[entity.get()];
        if known.gender == Gender::Unknown && matches!(row.gender, Gender::Male | Gender::Female) {
            known.gender = row.gender;
        }
        Some(entity)
    }

    /// `who` stands for what is right before it.
    fn relative(&self, chunks: &[Chunk], index: usize) -> Option<Index> {
        let before = chunks.get(index.checked_sub(1)?)?;
        // `a reporter at the Post who asked`
        let body = matches!(before.kind, SpeakerKind::Organization | SpeakerKind::Place);
        if body && self.scan.tokens[chunks[index].head as usize].word == word!("who") {
            let behind = chunks.get(index.checked_sub(2)?).filter(|other| {
                other.kind == SpeakerKind::Person && before.tokens.start <= other.tokens.end + 2
            });
            if let Some(person) = behind {
                return person.entity;
            }
        }
        let gap = chunks[index].tokens.start.checked_sub(before.tokens.end)?;
        let commas = (before.tokens.end..chunks[index].tokens.start).all(|at| {
            let token = &self.scan.tokens[at as usize];
            token.is(Kind::Comma) || token.is(Kind::Dash)
        });
        before.entity.filter(|_| gap <= 1 && commas)
    }
}

/// What speaks against an entity as what a pronoun stands for: as the one that is meant, and as another that may be.
#[derive(Clone, Copy, Debug)]
struct Fit {
    wins: i32,
    blocks: i32,
}

impl Fit {
    const fn new(worth: i32) -> Self {
        Self { wins: worth, blocks: worth }
    }

    const fn plus(self, more: i32) -> Self {
        Self { wins: self.wins + more, blocks: self.blocks + more }
    }

    fn max(self, other: Self) -> Self {
        Self { wins: self.wins.max(other.wins), blocks: self.blocks.max(other.blocks) }
    }
}

/// How well an entity fits a pronoun; nothing where it cannot be meant.
fn fit(entities: &[Entity], row: &lexicon::Pronoun, meant: Meant) -> Option<Fit> {
    let entity = match meant {
        Meant::One(id) => &entities[id.get()],
        Meant::Joined => return row.plural.then_some(Fit::new(0)),
        Meant::Unsettled(gender) => return (!row.plural && row.gender == gender).then_some(Fit::new(0)),
    };
    if row.plural {
        return match entity.kind {
            SpeakerKind::Group => Some(Fit::new(0)),
            _ if entity.plural => Some(Fit::new(0)),
            SpeakerKind::Organization => Some(Fit::new(KIND_UNLIKELY)),
            _ => None,
        };
    }
    if entity.plural || !compatible(entity.gender, row.gender) {
        return None;
    }
    match row.gender {
        Gender::Male | Gender::Female => {
            let known = if entity.gender == row.gender { 0 } else { GENDER_UNKNOWN };
            match entity.kind {
                SpeakerKind::Person => Some(Fit::new(known)),
                SpeakerKind::Unknown => {
                    Some(Fit { wins: known + KIND_UNKNOWN.0, blocks: known + KIND_UNKNOWN.1 })
                }
                _ => None,
            }
        }
        Gender::Neuter => {
            let thing =
                matches!(entity.kind, SpeakerKind::Organization | SpeakerKind::Place | SpeakerKind::Document);
            thing.then_some(Fit::new(0))
        }
        Gender::Unknown => None,
    }
}
