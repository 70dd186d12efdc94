//! Appositions: `Dana Whitfield, the mayor,`, `his lawyer, Sam Roe,`, `the agency (EPA)`.

use super::{By, Chunk, ChunkClass, Classes, Resolver, SpeakerKind, key};
use crate::index::Index;
use crate::lexicon::Gender;
use crate::mention::Tag;
use crate::scan::{Kind, Shape};
use crate::span::Span;

/// How far an apposition goes, in tokens.
const LONGEST: usize = 30;

/// How far a remark in brackets goes.
const BRACKETS: usize = 6;

impl Resolver<'_, '_> {
    /// Joins a chunk with the apposition behind it, if there is one.
    pub(super) fn appose(&mut self, index: usize, end: usize) {
        let first = self.chunks[index].clone();
        let Some(id) = first.entity else { return };
        let mut at = first.tokens.end as usize;
        if self.kind_at(at, end) == Some(Kind::Open) {
            let Some(close) = self.brackets(index, id, at, end) else { return };
            self.chunks[index].whole.end = close as u32;
            at = close;
        }
        if self.kind_at(at, end) != Some(Kind::Comma) {
            return;
        }
        // `Jane Roe, 43, a teacher`
        let aged =
            self.kind_at(at + 1, end) == Some(Kind::Number) && self.scan.tokens[at + 1].span().len() <= 3;
        if aged
            && first.is_proper()
            && self.kind_at(at + 2, end).is_none_or(|kind| matches!(kind, Kind::Comma | Kind::Period))
        {
            self.chunks[index].whole.end = at as u32 + 2;
            at += 2;
        }
        let Some(second) = self
            .chunks
            .get(index + 1)
            .filter(|next| next.tokens.start as usize == at + 1 && next.tokens.end as usize <= end)
            .cloned()
        else {
            return;
        };
        if first.is_proper() && !second.is_proper() {
            self.described(index, id, &second, end);
        } else if !first.is_proper() && second.is_proper() {
            self.named(index, id, &second, end);
        }
    }

    fn kind_at(&self, at: usize, end: usize) -> Option<Kind> {
        self.scan.tokens.get(at).filter(|_| at < end).map(|token| token.kind)
    }

    /// What stands in brackets behind a name: an acronym is another name of the same; the end of the brackets.
    fn brackets(&mut self, index: usize, id: Index, open: usize, end: usize) -> Option<usize> {
        let close = (open + 1..end.min(open + BRACKETS)).find(|at| self.scan.tokens[*at].is(Kind::Close))?;
        let token = &self.scan.tokens[open + 1];
        let acronym = close == open + 2
            && token.is_word()
            && token.shape.has(Shape::ALL_CAPS)
            && token.span().len() > 1;
        // `Lisbon (AP)`: another body, unless the letters are those of the name.
        let name = self.chunks[index].name.start as usize..self.chunks[index].name.end as usize;
        let letters = self.initials(name) == Some(self.acronym_key(open + 1));
        let body = self.directory.entity(id).kind == SpeakerKind::Organization;
        if acronym && (letters || body) {
            let letters = self.acronym_key(open + 1);
            self.directory.file(By::Acronym, letters, id);
            let full = self.words(open + 1..open + 2);
            self.directory.file(By::Full, full, id);
            let body = self.directory.entity(id).kind == SpeakerKind::Unknown;
            if body {
                self.directory.entity_mut(id).kind = SpeakerKind::Organization;
            }
            if let Some(next) =
                self.chunks.get_mut(index + 1).filter(|next| next.tokens.start as usize == open + 1)
            {
                next.entity = Some(id);
            }
        }
        Some(close + 1)
    }

    /// `Dana Whitfield, the mayor of Springfield,`
    fn described(&mut self, index: usize, id: Index, second: &Chunk, end: usize) {
        let kind = self.directory.entity(id).kind;
        let fits = match second.kind {
            SpeakerKind::Person => matches!(kind, SpeakerKind::Person | SpeakerKind::Unknown),
            SpeakerKind::Organization | SpeakerKind::Group | SpeakerKind::Document => {
                matches!(kind, SpeakerKind::Organization | SpeakerKind::Unknown)
                    && second.class != ChunkClass::Bare
            }
            _ => false,
        };
        let of_one = matches!(second.class, ChunkClass::Definite | ChunkClass::Indefinite)
            || second.class == ChunkClass::Bare && second.kind == SpeakerKind::Person
            || second.class == ChunkClass::Name;
        if !fits || !of_one || second.plural {
            return;
        }
        let Some(close) = self.close(second.tokens.end as usize, end) else { return };
        self.directory.learn(id, second.kind, second.gender, Some(self.description(second)));
        self.directory.file(By::Role, key(self.scan, second.head as usize), id);
        self.chunks[index + 1].entity = Some(id);
        let start = self.chunks[index].whole.start;
        self.chunks[index].whole.end = close as u32;
        self.chunks[index + 1].whole = start..close as u32;
    }

    /// `The mayor, Dana Whitfield, said`
    fn named(&mut self, index: usize, id: Index, second: &Chunk, end: usize) {
        let first = &self.chunks[index];
        let close = second.tokens.end as usize;
        let closed = self
            .kind_at(close, end)
            .is_none_or(|kind| matches!(kind, Kind::Comma | Kind::Period | Kind::Quote));
        let person = first.kind == SpeakerKind::Person
            && !first.plural
            && matches!(second.kind, SpeakerKind::Person | SpeakerKind::Unknown)
            && first.class != ChunkClass::Bare
            && (second.name.len() > 1 || first.class == ChunkClass::Definite);
        let body = first.kind == SpeakerKind::Organization
            && matches!(second.kind, SpeakerKind::Organization | SpeakerKind::Unknown)
            && first.class == ChunkClass::Definite;
        // The mention is new: one who is known by name already is not named so.
        if !closed || !(person || body) || self.directory.known(id).proper {
            return;
        }
        let role = self.description(first);
        let (gender, kind, head) = (first.gender, first.kind, first.head as usize);
        let named = Chunk {
            kind,
            gender: if second.gender == Gender::Unknown { gender } else { second.gender },
            ..second.clone()
        };
        let Some(name) = self.name(&named) else { return };
        self.directory.learn(name, kind, gender, Some(role));
        self.directory.file(By::Role, key(self.scan, head), name);
        let start = self.chunks[index].whole.start;
        let whole = start..close as u32;
        self.set(index, Some(name));
        self.set(index + 1, Some(name));
        self.chunks[index].whole = whole.clone();
        self.chunks[index + 1].whole = whole;
    }

    /// Where an apposition ends that has its noun phrase before `from`: at a comma, a stop, or before a clause. Nothing
    /// where a verb follows at once, since then the phrase is a subject.
    fn close(&self, from: usize, end: usize) -> Option<usize> {
        let limit = end.min(from + LONGEST);
        for at in from..limit {
            let token = &self.scan.tokens[at];
            match self.tags[at] {
                Tag::Verb | Tag::Auxiliary if at == from && !self.is_reduced(at) => return None,
                Tag::Verb
                | Tag::Auxiliary
                | Tag::Relative
                | Tag::Subordinator
                | Tag::Pronoun
                | Tag::Comma
                | Tag::Quote => {
                    return Some(at);
                }
                Tag::Other if !token.is(Kind::Slash) && !self.is_inner_stop(at) => return Some(at),
                _ => {}
            }
        }
        Some(limit)
    }

    /// A participle behind a noun stands for a clause: `a teacher based in Leeds`, `a lawyer representing them`.
    fn is_reduced(&self, at: usize) -> bool {
        let word = self.scan.word(at);
        !self.scan.tokens[at].any(Classes::AUXILIARY)
            && (word.ends_with("ing")
                || word.ends_with("ed")
                    && self.tags.get(at + 1).is_some_and(|tag| *tag == Tag::Preposition)
                    && !self.scan.tokens[at].any(Classes::CUE_VERB))
    }

    fn is_inner_stop(&self, at: usize) -> bool {
        self.scan.tokens[at].is(Kind::Period) && self.scan.tokens[at - 1].any(Classes::ABBREVIATION)
    }

    fn description(&self, chunk: &Chunk) -> Span {
        self.scan.span_of(chunk.name.start as usize..chunk.name.end as usize)
    }
}
