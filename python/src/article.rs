//! The article: its lists, made when they are first asked for, and its JSON.

use crate::claim::{Claim, DateMention};
use crate::corpus::Corpus;
use crate::error::{guarded, refused};
use crate::ids::Ids;
use crate::layout::{Block, Byline, Dateline, Diagnostic, Headline, Published, Section, Sentence};
use crate::provenance::Provenance;
use crate::quote::{Quote, Speaker};
use crate::reading::Outcome;
use crate::record::line;
use crate::value::Places;
use nutgraf::Offsets;
use pyo3::IntoPyObjectExt as _;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyString, PyTuple, PyType};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

/// A news article, read: blocks, sentences, quotes, claims and dates, each with its place in the text.
///
/// Spans are pairs of code points: `text[start:end]` is the surface text.
#[pyclass(frozen, eq, module = "nutgraf")]
pub(crate) struct Article {
    /// The caller's own string, or one made when it is asked for; the library's copy of it is in `inner`.
    text: PyOnceLock<Py<PyString>>,
    /// Shared with the corpus that it belongs to.
    inner: Arc<nutgraf::Article<'static>>,
    /// What it was read with; `None` for one that came from JSON.
    provenance: Option<Arc<Provenance>>,
    blocks: List,
    sections: List,
    sentences: List,
    speakers: List,
    quotes: List,
    claims: List,
    dates: List,
    diagnostics: List,
}

/// The attributes, in the order of FORMAT.md.
const FIELDS: [&str; 14] = [
    "text",
    "language",
    "blocks",
    "headline",
    "byline",
    "dateline",
    "published",
    "sections",
    "sentences",
    "speakers",
    "quotes",
    "claims",
    "dates",
    "diagnostics",
];

/// For pickle: what to call, and with what.
type Reduced<'py> = (Bound<'py, PyAny>, (Bound<'py, PyString>, String, Option<(String, String, String)>));

/// A tuple that is made once.
type List = PyOnceLock<Py<PyTuple>>;

impl PartialEq for Article {
    fn eq(&self, other: &Self) -> bool {
        self.inner == other.inner
    }
}

impl Article {
    /// An article of the caller's own text.
    pub(crate) fn new(
        text: &Bound<'_, PyString>,
        inner: nutgraf::Article<'static>,
        provenance: Option<Arc<Provenance>>,
    ) -> Self {
        let article = Self::of(inner.into(), provenance);
        // It is empty.
        let _ = article.text.set(text.py(), text.clone().unbind());
        article
    }

    /// An article whose text becomes a Python string when it is asked for.
    pub(crate) fn of(inner: Arc<nutgraf::Article<'static>>, provenance: Option<Arc<Provenance>>) -> Self {
        Self {
            text: PyOnceLock::new(),
            inner,
            provenance,
            blocks: List::new(),
            sections: List::new(),
            sentences: List::new(),
            speakers: List::new(),
            quotes: List::new(),
            claims: List::new(),
            dates: List::new(),
            diagnostics: List::new(),
        }
    }

    fn places(&self) -> Places<'_> {
        Places::new(self.inner.text())
    }

    /// The list as it was made before, or else made of `items` now.
    fn list<'py, 'a, T, R>(
        &'a self,
        py: Python<'py>,
        list: &List,
        items: impl ExactSizeIterator<Item = T>,
        read: impl Fn(T, &Places<'a>) -> R,
    ) -> PyResult<Bound<'py, PyTuple>>
    where
        R: IntoPyObject<'py>,
    {
        let made = list.get_or_try_init(py, || {
            let places = self.places();
            PyTuple::new(py, items.map(|item| read(item, &places))).map(Bound::unbind)
        });
        Ok(made?.bind(py).clone())
    }
}

#[pymethods]
impl Article {
    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, FIELDS)
    }

    /// The text that was read.
    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> &Bound<'py, PyString> {
        self.text.get_or_init(py, || PyString::new(py, self.inner.text()).unbind()).bind(py)
    }

    /// The language as far as function words tell: `en` or `und`.
    #[getter]
    fn language(&self) -> &'static str {
        self.inner.language().as_str()
    }

    /// Every block of the page, in text order.
    #[getter]
    fn blocks<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.blocks, self.inner.blocks(), Block::of)
    }

    /// The headline, or None.
    #[getter]
    fn headline(&self) -> Option<Headline> {
        self.inner.headline().map(|headline| Headline::of(headline, &self.places()))
    }

    /// Who wrote it, or None.
    #[getter]
    fn byline(&self) -> Option<Byline> {
        self.inner.byline().map(|byline| Byline::of(byline, &self.places()))
    }

    /// The place, agency and date before the first words of the body, or None.
    #[getter]
    fn dateline(&self) -> Option<Dateline> {
        self.inner.dateline().map(|dateline| Dateline::of(dateline, &self.places()))
    }

    /// When the text says it was published, or None.
    #[getter]
    fn published(&self) -> Option<Published> {
        self.inner.published().map(|published| Published::of(published, &self.places()))
    }

    /// The parts of the body, from its first paragraph to its last block.
    #[getter]
    fn sections<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.sections, self.inner.sections(), Section::of)
    }

    /// The sentences, in text order, each inside one block.
    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.sentences, self.inner.sentences(), Sentence::of)
    }

    /// Who speaks, by first mention.
    #[getter]
    fn speakers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.speakers, self.inner.speakers(), Speaker::of)
    }

    /// The quotes, in text order.
    #[getter]
    fn quotes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.quotes, self.inner.quotes(), Quote::of)
    }

    /// The numeric claims, in text order.
    #[getter]
    fn claims<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.claims, self.inner.claims(), Claim::of)
    }

    /// The dates, in text order.
    #[getter]
    fn dates<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.dates, self.inner.dates(), DateMention::of)
    }

    /// What was odd about the text, in text order.
    #[getter]
    fn diagnostics<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.list(py, &self.diagnostics, self.inner.diagnostics().iter().copied(), Diagnostic::of)
    }

    /// The article as one line of FORMAT.md JSON.
    fn to_json(&self) -> String {
        self.inner.to_json(Offsets::CodePoints)
    }

    /// The article as FORMAT.md JSON, read into dictionaries, lists, strings and numbers.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let json = py.import("json")?.call_method1("loads", (self.to_json(),))?;
        Ok(json.cast_into::<PyDict>()?)
    }

    /// The article that `to_json` wrote, given the text that it was read from.
    ///
    /// Raises `NutgrafError` for JSON that is no article of that text, and `UnicodeEncodeError` for lone
    /// surrogates in either.
    #[classmethod]
    fn from_json(_class: &Bound<'_, PyType>, text: &Bound<'_, PyString>, json: &str) -> PyResult<Self> {
        let source = text.to_str()?;
        let inner = guarded(|| nutgraf::Article::from_json(source, json).map(nutgraf::Article::into_owned))?;
        Ok(Self::new(text, inner.map_err(|error| refused(&error))?, None))
    }

    /// The article as a corpus of one, whose tables hold what was found in it.
    #[getter]
    fn tables(&self) -> Corpus {
        let provenance = self.provenance.clone().unwrap_or_else(|| Arc::new(Provenance::unknown()));
        Corpus::new(vec![Outcome::Read(Arc::clone(&self.inner))], Ids::None, provenance, Some(1))
    }

    /// The article that pickle wrote.
    #[classmethod]
    fn _restore(
        class: &Bound<'_, PyType>,
        text: &Bound<'_, PyString>,
        json: &str,
        provenance: Option<(String, String, String)>,
    ) -> PyResult<Self> {
        let article = Self::from_json(class, text, json)?;
        Ok(Self { provenance: provenance.map(|parts| Arc::new(parts.into())), ..article })
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let article = slf.get();
        let provenance = article.provenance.as_ref().map(|provenance| {
            let (version, lexicon, options) = provenance.parts();
            (version.to_owned(), lexicon.to_owned(), options.to_owned())
        });
        let arguments = (article.text(slf.py()).clone(), article.to_json(), provenance);
        Ok((slf.get_type().getattr("_restore")?, arguments))
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("nutgraf._page")?.call_method1("excerpt", (slf,))
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.inner.text().hash(&mut hasher);
        hasher.finish()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let title = self.inner.headline().map_or(self.inner.text(), |headline| headline.text());
        let count = |count: usize| count.into_bound_py_any(py);
        let shown = [
            ("", title.into_bound_py_any(py)?),
            ("quotes", count(self.inner.quotes().len())?),
            ("claims", count(self.inner.claims().len())?),
            ("dates", count(self.inner.dates().len())?),
        ];
        line("Article", &shown)
    }
}
