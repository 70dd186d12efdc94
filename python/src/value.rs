//! How fields are kept in Rust and shown in Python.

use crate::error::NutgrafError;
use nutgraf::{
    BlockKind, CodePoints, Comparator, Construction, DiagnosticKind, Granularity, Language, QuoteKind, Span,
    SpeakerKind, Stage, Trend, UnitKind,
};
use pyo3::prelude::*;
use pyo3::types::{PyFloat, PyString, PyTuple};
use std::convert::Infallible;

/// A half-open range of code points, or of indices.
pub(crate) type Range = (u32, u32);

/// Brings byte offsets of one text to code points.
pub(crate) struct Places<'t>(CodePoints<'t>);

impl<'t> Places<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self(CodePoints::new(text))
    }

    pub(crate) fn range(&self, span: Span) -> Range {
        let point = |byte| self.0.at_byte(byte).expect("spans lie on character boundaries inside the text");
        (point(span.start()), point(span.end()))
    }

    pub(crate) fn ranges(&self, spans: &[Span]) -> Items<Range> {
        spans.iter().map(|span| self.range(*span)).collect()
    }
}

/// An enum of the library, which Python sees as its word in FORMAT.md.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Word<T>(pub(crate) T);

/// An enum with a word for every variant.
pub(crate) trait Keyword: Copy + 'static {
    /// What the words are, for messages.
    const NAME: &'static str;
    const ALL: &'static [Self];

    fn word(self) -> &'static str;
}

macro_rules! keyword {
    ($($kind:ident: $name:literal),* $(,)?) => {$(
        impl Keyword for $kind {
            const NAME: &'static str = $name;
            const ALL: &'static [Self] = $kind::ALL;

            fn word(self) -> &'static str {
                self.as_str()
            }
        }
    )*};
}

keyword! {
    BlockKind: "kind of block",
    Comparator: "comparator",
    Construction: "construction",
    DiagnosticKind: "kind of diagnostic",
    Granularity: "granularity",
    Language: "language",
    QuoteKind: "kind of quote",
    SpeakerKind: "kind of speaker",
    Stage: "stage",
    Trend: "trend",
    UnitKind: "kind of unit",
}

/// The variant that `word` stands for.
pub(crate) fn keyword<T: Keyword>(word: &str) -> PyResult<T> {
    T::ALL.iter().copied().find(|variant| variant.word() == word).ok_or_else(|| {
        let words: Vec<&str> = T::ALL.iter().map(|variant| variant.word()).collect();
        NutgrafError::new_err(format!("Expected a {} ({}), found {word:?}.", T::NAME, words.join(", ")))
    })
}

impl<'py, T: Keyword> IntoPyObject<'py> for Word<T> {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = Infallible;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(PyString::intern(py, self.0.word()))
    }
}

impl<'py, T: Keyword> FromPyObject<'_, 'py> for Word<T> {
    type Error = PyErr;

    fn extract(word: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        keyword(&word.extract::<String>()?).map(Self)
    }
}

/// A list of the library, which Python sees as a tuple.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Items<T>(Vec<T>);

impl<T> Items<T> {
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T> FromIterator<T> for Items<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(items.into_iter().collect())
    }
}

impl<'py, T: IntoPyObject<'py>> IntoPyObject<'py> for Items<T> {
    type Target = PyTuple;
    type Output = Bound<'py, PyTuple>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        PyTuple::new(py, self.0)
    }
}

impl<'py, T> FromPyObject<'_, 'py> for Items<T>
where
    T: for<'a> FromPyObject<'a, 'py>,
{
    type Error = PyErr;

    fn extract(items: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let read = |item: Bound<'py, PyAny>| item.extract::<T>().map_err(Into::into);
        items.cast::<PyTuple>()?.iter().map(read).collect::<PyResult<Vec<T>>>().map(Self)
    }
}

/// A share kept in hundredths, as the library keeps it, which Python sees as a number from 0 to 1.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Share(u8);

impl From<f32> for Share {
    fn from(share: f32) -> Self {
        Self::from(f64::from(share))
    }
}

impl From<f64> for Share {
    fn from(share: f64) -> Self {
        // In 0..=100 by the clamp.
        #[allow(clippy::cast_sign_loss)]
        Self((share.clamp(0.0, 1.0) * 100.0).round() as u8)
    }
}

impl<'py> IntoPyObject<'py> for Share {
    type Target = PyFloat;
    type Output = Bound<'py, PyFloat>;
    type Error = Infallible;

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(PyFloat::new(py, f64::from(self.0) / 100.0))
    }
}

impl<'py> FromPyObject<'_, 'py> for Share {
    type Error = PyErr;

    fn extract(share: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let share: f64 = share.extract()?;
        if (0.0..=1.0).contains(&share) {
            Ok(share.into())
        } else {
            Err(NutgrafError::new_err(format!("Expected a confidence from 0 to 1, found {share}.")))
        }
    }
}
