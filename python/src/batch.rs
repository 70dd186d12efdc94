//! The functions that read many texts.

use crate::article::Article;
use crate::corpus::{Corpus, Failure};
use crate::error::NutgrafError;
use crate::ids::Ids;
use crate::parse::stages;
use crate::pool::cores;
use crate::provenance::Provenance;
use crate::reading::{Outcome, Reading};
use crate::settings::Settings;
use crate::source::{Source, same_count};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

/// Read many articles, on all cores unless `threads` says otherwise.
///
/// `texts` is any iterable of `str`, with None where there is no text, or a column of strings of pandas,
/// Polars, pyarrow or DuckDB, which is read where it lies. `ids` are strings or integers, one for each text;
/// they come back in every table. `published` is one date for all, or one for each text. `only` is as for
/// `parse`. A text that cannot be read is in `Corpus.errors`, and the others are not lost. `progress` shows a
/// counter, or is called with the number of texts done and their total, None where it is not known.
///
/// Raises `NutgrafError` for a date, a stage or a number of threads that there is not, and where ids or dates
/// are not as many as texts, `TypeError` for one str or what is not iterable, and what the iterable does.
#[pyfunction]
#[pyo3(signature = (texts, *, ids=None, published=None, only=None, threads=None, progress=None), text_signature = "(texts, *, ids=None, published=None, only=None, threads=None, progress=False)")]
pub(crate) fn parse_many(
    texts: &Bound<'_, PyAny>,
    ids: Option<&Bound<'_, PyAny>>,
    published: Option<&Bound<'_, PyAny>>,
    only: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Corpus> {
    let settings = Settings::only(only.map(stages).transpose()?.as_deref())?;
    read_all(settings, texts, ids, published, threads, progress)
}

/// Read many articles one after the other, in constant memory however many there are.
///
/// The articles come in the order of the texts; None stands for a text that was missing, or that could not
/// be read, which `errors` of the iterator tells. Texts are taken ahead, 64 KiB twice a thread. The arguments
/// are those of `parse_many`.
///
/// Raises what `parse_many` does, and what the iterable does when the articles before have been given.
#[pyfunction]
#[pyo3(signature = (texts, *, published=None, only=None, threads=None))]
pub(crate) fn iter_many(
    texts: &Bound<'_, PyAny>,
    published: Option<&Bound<'_, PyAny>>,
    only: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
) -> PyResult<ArticleIterator> {
    let settings = Settings::only(only.map(stages).transpose()?.as_deref())?;
    read_each(settings, texts, published, threads)
}

/// Reads all texts before it returns.
pub(crate) fn read_all(
    settings: Settings,
    texts: &Bound<'_, PyAny>,
    ids: Option<&Bound<'_, PyAny>>,
    published: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
    progress: Option<&Bound<'_, PyAny>>,
) -> PyResult<Corpus> {
    let py = texts.py();
    let begun = Begun::new(settings, texts, published, threads)?;
    let total = begun.source.total;
    let provenance = Arc::clone(&begun.provenance);
    if let Some(ids) = ids {
        same_count("ids", ids, total)?;
    }
    let ids = Ids::of(ids)?;
    let progress = py.import("nutgraf._progress")?.call_method1("reporter", (progress, total))?;
    let mut outcomes = Vec::with_capacity(total.unwrap_or(0));
    let mut reading = begun.reading(py)?;
    let mut all = || -> PyResult<()> {
        while let Some(chunk) = reading.next(py)? {
            outcomes.extend(chunk);
            if !progress.is_none() {
                progress.call1((outcomes.len(),))?;
            }
        }
        Ok(())
    };
    let done = all();
    if !progress.is_none() {
        progress.call_method0("close")?;
    }
    done?;
    ids.check(outcomes.len())?;
    Ok(Corpus::new(outcomes, ids, provenance, threads))
}

/// Reads texts as their articles are asked for.
pub(crate) fn read_each(
    settings: Settings,
    texts: &Bound<'_, PyAny>,
    published: Option<&Bound<'_, PyAny>>,
    threads: Option<usize>,
) -> PyResult<ArticleIterator> {
    let begun = Begun::new(settings, texts, published, threads)?;
    let provenance = Arc::clone(&begun.provenance);
    let reading = begun.reading(texts.py())?;
    let state = State { reading, ready: VecDeque::new(), row: 0, failures: Vec::new() };
    Ok(ArticleIterator { state: Mutex::new(state), provenance })
}

/// What both make of their arguments.
struct Begun {
    settings: Settings,
    source: Source,
    threads: usize,
    provenance: Arc<Provenance>,
}

impl Begun {
    fn new(
        settings: Settings,
        texts: &Bound<'_, PyAny>,
        published: Option<&Bound<'_, PyAny>>,
        threads: Option<usize>,
    ) -> PyResult<Self> {
        if threads == Some(0) {
            return Err(NutgrafError::new_err("Expected one thread or more, found 0."));
        }
        let source = Source::open(texts, published)?;
        let provenance = Arc::new(settings.provenance(source.published().as_deref()));
        Ok(Self { settings, source, threads: threads.unwrap_or_else(cores), provenance })
    }

    fn reading(self, py: Python<'_>) -> PyResult<Reading> {
        Reading::new(py, self.source, self.settings.parser, self.threads)
    }
}

/// The articles of `iter_many`, as they are read.
#[pyclass(frozen, module = "nutgraf")]
pub(crate) struct ArticleIterator {
    state: Mutex<State>,
    provenance: Arc<Provenance>,
}

struct State {
    reading: Reading,
    /// What was read and not yet asked for.
    ready: VecDeque<Outcome>,
    row: usize,
    failures: Vec<Failure>,
}

#[pymethods]
impl ArticleIterator {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    // The outer one ends the iteration, the inner one stands for a text without an article.
    #[allow(clippy::option_option)]
    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Option<Article>>> {
        // Another thread may be at it, or this one, in the iterable that gives the texts.
        let Ok(mut state) = self.state.try_lock() else {
            return Err(PyValueError::new_err("The iterator is already at work."));
        };
        while state.ready.is_empty() {
            match state.reading.next(py)? {
                Some(chunk) => state.ready.extend(chunk),
                None => return Ok(None),
            }
        }
        let row = state.row;
        state.row += 1;
        Ok(state.ready.pop_front().map(|outcome| match outcome {
            Outcome::Read(article) => Some(Article::of(article, Some(Arc::clone(&self.provenance)))),
            Outcome::Missing => None,
            Outcome::Failed(fault) => {
                state.failures.push(Failure::new(row, &fault));
                None
            }
        }))
    }

    /// The texts, of those passed so far, that could not be read, with the reasons.
    #[getter]
    fn errors<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        match self.state.try_lock() {
            Ok(state) => PyTuple::new(py, state.failures.clone()),
            Err(_) => Err(PyValueError::new_err("The iterator is already at work.")),
        }
    }
}
