//! Many texts through the parser, chunk by chunk, in order.

use crate::error::{bug_message, caught};
use crate::ordered::{Cancelled, Ordered};
use crate::source::{Fault, Item, Source};
use nutgraf::{Article, Parser};
use pyo3::prelude::*;
use std::mem::replace;
use std::sync::Arc;

/// A chunk ends when it has this many bytes of text: about two milliseconds of work.
const CHUNK_BYTES: usize = 64 << 10;

/// A chunk ends when it has this many texts.
const CHUNK_TEXTS: usize = 512;

/// What became of one text.
#[derive(Clone, PartialEq)]
pub(crate) enum Outcome {
    Read(Arc<Article<'static>>),
    /// There was no text.
    Missing,
    Failed(Fault),
}

/// Texts on their way from a source through the parser.
pub(crate) struct Reading {
    source: Source,
    parser: Parser,
    ordered: Ordered<Vec<Outcome>>,
    left: Left,
}

/// What the source still has.
enum Left {
    Texts,
    Nothing,
    /// What it raised, which is due when all before it has been taken.
    Error(PyErr),
}

impl Reading {
    pub(crate) fn new(py: Python<'_>, source: Source, parser: Parser, threads: usize) -> PyResult<Self> {
        Ok(Self { source, parser, ordered: Ordered::new(py, threads)?, left: Left::Texts })
    }

    /// What became of the next few texts, at least one, or `None` at the end.
    pub(crate) fn next(&mut self, py: Python<'_>) -> PyResult<Option<Vec<Outcome>>> {
        while matches!(self.left, Left::Texts) && self.ordered.has_room() {
            let chunk = self.gather(py);
            if !chunk.is_empty() {
                let parser = self.parser.clone();
                self.ordered.submit(move |cancelled| read(&parser, chunk, cancelled));
            }
        }
        if let Some(chunk) = self.ordered.next(py)? {
            return Ok(Some(chunk));
        }
        match replace(&mut self.left, Left::Nothing) {
            Left::Error(error) => Err(error),
            _ => Ok(None),
        }
    }

    fn gather(&mut self, py: Python<'_>) -> Vec<Item> {
        let mut chunk = Vec::new();
        let mut bytes = 0;
        while bytes < CHUNK_BYTES && chunk.len() < CHUNK_TEXTS {
            match self.source.next(py) {
                Ok(Some(item)) => {
                    bytes += item.bytes();
                    chunk.push(item);
                    continue;
                }
                Ok(None) => self.left = Left::Nothing,
                Err(error) => self.left = Left::Error(error),
            }
            break;
        }
        chunk
    }
}

fn read(parser: &Parser, chunk: Vec<Item>, cancelled: &Cancelled) -> Vec<Outcome> {
    let wanted = chunk.into_iter().take_while(|_| !cancelled.get());
    wanted.map(|item| outcome(parser, item).unwrap_or_else(Outcome::Failed)).collect()
}

fn outcome(parser: &Parser, item: Item) -> Result<Outcome, Fault> {
    let Some(text) = item.text? else { return Ok(Outcome::Missing) };
    let text = text.as_str()?;
    let parser = parser.with_published(item.published);
    let article = caught(|| parser.parse(text).into_owned());
    let article =
        article.map_err(|said| Fault { kind: "RuntimeError".to_owned(), message: bug_message(&said) })?;
    Ok(Outcome::Read(Arc::new(article)))
}
