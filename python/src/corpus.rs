//! Many articles, and their tables.

use crate::article::Article;
use crate::error::bug;
use crate::ids::Ids;
use crate::ordered::Ordered;
use crate::pool::cores;
use crate::provenance::Provenance;
use crate::reading::Outcome;
use crate::record::record;
use crate::source::Fault;
use crate::table::{Table, TableKind};
use arrow_array::RecordBatch;
use pyo3::IntoPyObjectExt as _;
use pyo3::exceptions::{PyIndexError, PyTypeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyList, PyRange, PySlice, PyTuple, PyType};
use std::array::from_fn;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;
use std::sync::Arc;

/// A part of a table is made from about so many bytes of text.
const PART_BYTES: usize = 8 << 20;

/// A part of a table is made from at most so many texts.
const PART_TEXTS: usize = 1 << 16;

record! {
    /// A text that could not be read.
    Failure {
        /// Its place in what was read, from 0.
        row: u64,
        /// The name of the exception: `TypeError`, `UnicodeEncodeError` …
        kind: String,
        /// What it says.
        message: String,
    }
}

impl Failure {
    pub(crate) fn new(row: usize, fault: &Fault) -> Self {
        Self { row: row as u64, kind: fault.kind.clone(), message: fault.message.clone() }
    }
}

/// Articles in the order of their texts, and what was found in all of them as tables.
///
/// `corpus[i]` is the article of the text at `i`; None where there was no text or it could not be read, which
/// `errors` tells. The tables are made when first asked for.
#[pyclass(frozen, eq, module = "nutgraf")]
pub(crate) struct Corpus {
    outcomes: Arc<Vec<Outcome>>,
    ids: Arc<Ids>,
    provenance: Arc<Provenance>,
    /// How many threads make tables.
    threads: usize,
    tables: [PyOnceLock<Py<Table>>; 7],
}

impl PartialEq for Corpus {
    fn eq(&self, other: &Self) -> bool {
        self.ids == other.ids && self.provenance == other.provenance && self.outcomes == other.outcomes
    }
}

impl Corpus {
    pub(crate) fn new(
        outcomes: Vec<Outcome>,
        ids: Ids,
        provenance: Arc<Provenance>,
        threads: Option<usize>,
    ) -> Self {
        let threads = threads.unwrap_or_else(cores);
        Self {
            outcomes: outcomes.into(),
            ids: ids.into(),
            provenance,
            threads,
            tables: from_fn(|_| PyOnceLock::new()),
        }
    }

    /// The table as it was made before, or else made now.
    fn table<'py>(&self, py: Python<'py>, kind: TableKind) -> PyResult<Bound<'py, Table>> {
        let made = self.tables[kind as usize].get_or_try_init(py, || Py::new(py, self.make(py, kind)?));
        Ok(made?.bind(py).clone())
    }

    fn make(&self, py: Python<'_>, kind: TableKind) -> PyResult<Table> {
        let schema = kind.schema(self.ids.data_type(), &self.provenance);
        let parts = parts(&self.outcomes);
        let threads = self.threads.min(parts.len()).max(1);
        let mut ordered = Ordered::<Result<RecordBatch, String>>::new(py, threads)?;
        for rows in parts {
            let (schema, outcomes, ids) = (schema.clone(), Arc::clone(&self.outcomes), Arc::clone(&self.ids));
            ordered.submit(move |_| {
                kind.batch(&schema, &outcomes, &ids, rows).map_err(|error| error.to_string())
            });
        }
        let mut batches = Vec::new();
        while let Some(batch) = ordered.next(py)? {
            batches.push(batch.map_err(|said| bug(&said))?);
        }
        Ok(Table::new(schema, batches))
    }

    fn article(&self, row: usize) -> Option<Article> {
        match &self.outcomes[row] {
            Outcome::Read(article) => {
                Some(Article::of(Arc::clone(article), Some(Arc::clone(&self.provenance))))
            }
            _ => None,
        }
    }
}

/// Stretches of texts, each for a part of a table. They do not depend on the number of threads.
fn parts(outcomes: &[Outcome]) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut first, mut bytes) = (0, 0);
    for (row, outcome) in outcomes.iter().enumerate() {
        bytes += if let Outcome::Read(article) = outcome { article.text().len() } else { 0 };
        if bytes >= PART_BYTES || row + 1 - first == PART_TEXTS {
            parts.push(first..row + 1);
            (first, bytes) = (row + 1, 0);
        }
    }
    parts.push(first..outcomes.len());
    parts
}

/// For pickle: each article as its text and JSON, each failure, each gap.
type Packed = Option<(String, Option<String>, Option<String>)>;

#[pymethods]
impl Corpus {
    /// The ids as they were given, or None.
    #[getter]
    fn ids<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.ids.to_python(py)
    }

    /// The texts that could not be read, with the reasons.
    #[getter]
    fn errors<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let failures = self.outcomes.iter().enumerate().filter_map(|(row, outcome)| match outcome {
            Outcome::Failed(fault) => Some(Failure::new(row, fault)),
            _ => None,
        });
        PyTuple::new(py, failures.collect::<Vec<_>>())
    }

    /// A row a text: headline, authors, dates, how much was found in it.
    #[getter]
    fn articles<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, Table>> {
        self.table(py, TableKind::Articles)
    }

    /// A row a block.
    #[getter]
    fn blocks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, Table>> {
        self.table(py, TableKind::Blocks)
    }

    /// A row a sentence.
    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, Table>> {
        self.table(py, TableKind::Sentences)
    }

    /// A row a speaker of an article.
    #[getter]
    fn speakers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, Table>> {
        self.table(py, TableKind::Speakers)
    }

    /// A row a quote.
    #[getter]
    fn quotes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, Table>> {
        self.table(py, TableKind::Quotes)
    }

    /// A row a numeric claim.
    #[getter]
    fn claims<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, Table>> {
        self.table(py, TableKind::Claims)
    }

    /// A row a date.
    #[getter]
    fn dates<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, Table>> {
        self.table(py, TableKind::Dates)
    }

    fn __len__(&self) -> usize {
        self.outcomes.len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let len = self.outcomes.len() as isize;
        if let Ok(slice) = index.cast::<PySlice>() {
            let slice = slice.indices(len)?;
            let rows = (0..slice.slicelength).map(|step| slice.start + step as isize * slice.step);
            let articles: Vec<_> = rows.map(|row| self.article(row as usize)).collect();
            return Ok(PyList::new(py, articles)?.into_any());
        }
        let Ok(row) = index.extract::<isize>() else {
            let kind = index.get_type().name()?;
            return Err(PyTypeError::new_err(format!("Expected an int or a slice, found {kind}.")));
        };
        let row = if row < 0 { row + len } else { row };
        if !(0..len).contains(&row) {
            return Err(PyIndexError::new_err("The corpus has no such row."));
        }
        self.article(row as usize).into_bound_py_any(py)
    }

    fn __iter__<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let rows = slf.py().get_type::<PyRange>().call1((slf.get().outcomes.len(),))?;
        slf.py().import("builtins")?.call_method1("map", (slf.getattr("__getitem__")?, rows))
    }

    fn __repr__(&self) -> String {
        let count = |count: fn(&nutgraf::Article<'_>) -> usize| {
            let read = self.outcomes.iter().filter_map(|outcome| match outcome {
                Outcome::Read(article) => Some(count(article)),
                _ => None,
            });
            read.sum::<usize>()
        };
        let failed = self.outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Failed(_))).count();
        let errors = if failed == 0 { String::new() } else { format!(", errors={failed}") };
        format!(
            "Corpus({} articles, quotes={}, claims={}, dates={}{errors})",
            self.outcomes.len(),
            count(|article| article.quotes().len()),
            count(|article| article.claims().len()),
            count(|article| article.dates().len()),
        )
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("nutgraf._frame")?.call_method1("corpus", (slf,))
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.ids.hash(&mut hasher);
        for outcome in self.outcomes.iter() {
            if let Outcome::Read(article) = outcome {
                article.text().hash(&mut hasher);
            }
        }
        hasher.finish()
    }

    /// The corpus that pickle wrote.
    #[classmethod]
    fn _restore(
        _class: &Bound<'_, PyType>,
        packed: Vec<Packed>,
        ids: &Bound<'_, PyAny>,
        provenance: (String, String, String),
        threads: usize,
    ) -> PyResult<Self> {
        let ids = Ids::of(Some(ids).filter(|ids| !ids.is_none()))?;
        ids.check(packed.len())?;
        let outcomes = packed.into_iter().map(unpacked).collect::<PyResult<Vec<_>>>()?;
        Ok(Self::new(outcomes, ids, Arc::new(provenance.into()), Some(threads)))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
        let (py, corpus) = (slf.py(), slf.get());
        let packed: Vec<Packed> = py.detach(|| corpus.outcomes.iter().map(packed).collect());
        let provenance = corpus.provenance.parts();
        let arguments = (packed, corpus.ids.to_python(py)?, provenance, corpus.threads).into_pyobject(py)?;
        Ok((slf.get_type().getattr("_restore")?, arguments))
    }
}

fn packed(outcome: &Outcome) -> Packed {
    match outcome {
        Outcome::Read(article) => {
            let json = article.to_json(nutgraf::Offsets::CodePoints);
            Some((article.text().to_owned(), Some(json), None))
        }
        Outcome::Missing => None,
        Outcome::Failed(fault) => Some((fault.kind.clone(), None, Some(fault.message.clone()))),
    }
}

fn unpacked(packed: Packed) -> PyResult<Outcome> {
    Ok(match packed {
        Some((text, Some(json), _)) => {
            let article = nutgraf::Article::from_json(&text, &json).map(nutgraf::Article::into_owned);
            Outcome::Read(Arc::new(article.map_err(|error| crate::error::refused(&error))?))
        }
        Some((kind, None, message)) => Outcome::Failed(Fault { kind, message: message.unwrap_or_default() }),
        None => Outcome::Missing,
    })
}
