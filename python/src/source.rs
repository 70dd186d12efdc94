//! Where the texts of a batch come from: any iterable of `str`, or a column of Arrow strings.

use crate::capsule::{Column, Strings};
use crate::error::NutgrafError;
use crate::parse::known_day;
use nutgraf::Day;
use pyo3::exceptions::{PyImportError, PyNotImplementedError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDate, PyFloat, PyIterator, PyString};
use std::str::from_utf8;
use std::sync::Arc;

/// One text with the date of its article. Workers read it without the interpreter.
pub(crate) struct Item {
    pub(crate) text: Result<Option<Text>, Fault>,
    pub(crate) published: Option<Day>,
}

/// A text as it came.
pub(crate) enum Text {
    Copied(String),
    Column(Arc<Strings>, usize),
}

/// Why a text was not read: the name of a Python exception, and what it says.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct Fault {
    pub(crate) kind: String,
    pub(crate) message: String,
}

/// Texts, one after the other.
pub(crate) struct Source {
    texts: Texts,
    published: Published,
    /// How many there are, where that is known before.
    pub(crate) total: Option<usize>,
}

enum Texts {
    Items(Py<PyIterator>),
    Column { column: Column, part: Arc<Strings>, next: usize },
}

/// The dates of the articles.
enum Published {
    One(Option<Day>),
    Each(Py<PyIterator>),
}

impl Source {
    pub(crate) fn open(texts: &Bound<'_, PyAny>, published: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        if texts.is_instance_of::<PyString>() || texts.is_instance_of::<PyBytes>() {
            let kind = texts.get_type().name()?;
            let message = format!("Expected many texts, found one {kind}; parse reads one text.");
            return Err(PyTypeError::new_err(message));
        }
        let total = texts.len().ok();
        let published = Published::open(published, total)?;
        let column = column(texts)?;
        let texts = match column {
            Some(column) => Texts::Column { column, part: Arc::new(Strings::Missing(0)), next: 0 },
            None => Texts::Items(plain(texts)?.try_iter()?.unbind()),
        };
        Ok(Self { texts, published, total })
    }

    /// The date of all articles, or `each` where every one has its own.
    pub(crate) fn published(&self) -> Option<String> {
        match &self.published {
            Published::One(day) => day.map(|day| day.to_string()),
            Published::Each(_) => Some("each".to_owned()),
        }
    }

    /// The next text, or `None` at the end.
    ///
    /// # Errors
    /// What the iterable raises, and fewer dates than texts.
    pub(crate) fn next(&mut self, py: Python<'_>) -> PyResult<Option<Item>> {
        let text = match &mut self.texts {
            Texts::Items(items) => {
                let Some(item) = items.bind(py).clone().next().transpose()? else { return Ok(None) };
                text_of(&item)
            }
            Texts::Column { column, part, next } => {
                while *next == part.len() {
                    let Some(following) = column.next(py)? else { return Ok(None) };
                    (*part, *next) = (Arc::new(following), 0);
                }
                let index = *next;
                *next += 1;
                Ok(part.get(index).is_some().then(|| Text::Column(Arc::clone(part), index)))
            }
        };
        Ok(Some(match self.published.next(py)? {
            Ok(published) => Item { text, published },
            Err(fault) => Item { text: text.and(Err(fault)), published: None },
        }))
    }
}

impl Published {
    fn open(published: Option<&Bound<'_, PyAny>>, total: Option<usize>) -> PyResult<Self> {
        let Some(published) = published else { return Ok(Self::One(None)) };
        let one = published.is_instance_of::<PyString>() || published.is_instance_of::<PyDate>();
        if one || is_missing(published) {
            return Ok(Self::One(known_day(published)?));
        }
        same_count("published", published, total)?;
        Ok(Self::Each(plain(published)?.try_iter()?.unbind()))
    }

    fn next(&mut self, py: Python<'_>) -> PyResult<Result<Option<Day>, Fault>> {
        let dates = match self {
            Self::One(published) => return Ok(Ok(*published)),
            Self::Each(dates) => dates.bind(py).clone(),
        };
        let Some(date) = dates.into_iter().next().transpose()? else {
            return Err(NutgrafError::new_err("Expected as many dates in published as texts, found fewer."));
        };
        Ok(known_day(&date).map_err(|error| Fault::of(py, &error)))
    }
}

impl Item {
    /// How many bytes of text it has.
    pub(crate) fn bytes(&self) -> usize {
        match &self.text {
            Ok(Some(Text::Copied(text))) => text.len(),
            Ok(Some(Text::Column(part, index))) => part.get(*index).map_or(0, <[u8]>::len),
            _ => 0,
        }
    }
}

impl Text {
    pub(crate) fn as_str(&self) -> Result<&str, Fault> {
        let bytes = match self {
            Self::Copied(text) => return Ok(text),
            Self::Column(part, index) => part.get(*index).unwrap_or_default(),
        };
        from_utf8(bytes).map_err(|error| Fault {
            kind: "UnicodeDecodeError".to_owned(),
            message: format!("Expected UTF-8, found something else at byte {}.", error.valid_up_to()),
        })
    }
}

impl Fault {
    pub(crate) fn of(py: Python<'_>, error: &PyErr) -> Self {
        let kind = error.get_type(py).name().map_or_else(|_| "Exception".to_owned(), |name| name.to_string());
        Self { kind, message: error.value(py).to_string() }
    }
}

/// The column of strings that `texts` is, if it is one.
fn column(texts: &Bound<'_, PyAny>) -> PyResult<Option<Column>> {
    let py = texts.py();
    // One array of pyarrow has no stream; a chunked one of one chunk has.
    let alone = texts.hasattr("__arrow_c_array__")? && !texts.hasattr("__arrow_c_stream__")?;
    let chunked = if alone {
        py.import("pyarrow").and_then(|pyarrow| pyarrow.call_method1("chunked_array", ([texts],)))
    } else {
        Ok(texts.clone())
    };
    match chunked.and_then(|texts| Column::open(&texts)) {
        // The names of its columns are what a table iterates over.
        Err(error) if is_no_export(&error, py) && !texts.hasattr("columns")? && texts.try_iter().is_ok() => {
            Ok(None)
        }
        found => found,
    }
}

/// Whether values cannot be exported as Arrow, for what they are or for want of a library, and may still be iterated over.
fn is_no_export(error: &PyErr, py: Python<'_>) -> bool {
    error.is_instance_of::<PyTypeError>(py)
        || error.is_instance_of::<PyValueError>(py)
        || error.is_instance_of::<PyNotImplementedError>(py)
        || error.is_instance_of::<PyImportError>(py)
}

/// Values as Python's own, where a library has a way to give them: scalars of pyarrow are no strings.
pub(crate) fn plain<'py>(values: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    for method in ["to_pylist", "to_list"] {
        if let Some(list) = values.getattr_opt(method)? {
            return list.call0();
        }
    }
    Ok(values.clone())
}

/// Refuses a list of another length than that of the texts, where both are known.
pub(crate) fn same_count(name: &str, values: &Bound<'_, PyAny>, total: Option<usize>) -> PyResult<()> {
    match (values.len().ok(), total) {
        (Some(found), Some(total)) if found != total => {
            Err(NutgrafError::new_err(format!("Expected {total} {name}, one for each text, found {found}.")))
        }
        _ => Ok(()),
    }
}

fn text_of(item: &Bound<'_, PyAny>) -> Result<Option<Text>, Fault> {
    if let Ok(text) = item.cast::<PyString>() {
        // Not `to_str`, which leaves a second copy with the string for as long as it lives.
        let text = text.encode_utf8().map_err(|error| Fault::of(item.py(), &error))?;
        let text = String::from_utf8(text.as_bytes().to_vec());
        return text
            .map(|text| Some(Text::Copied(text)))
            .map_err(|error| Fault { kind: "UnicodeError".to_owned(), message: error.to_string() });
    }
    if is_missing(item) {
        return Ok(None);
    }
    let kind = item.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string());
    Err(Fault { kind: "TypeError".to_owned(), message: format!("Expected a str or None, found {kind}.") })
}

/// Whether a value stands for none: `None`, and what pandas and NumPy have for it.
pub(crate) fn is_missing(value: &Bound<'_, PyAny>) -> bool {
    value.is_none()
        || value.cast::<PyFloat>().is_ok_and(|number| number.value().is_nan())
        || value.get_type().name().is_ok_and(|name| name == "NAType" || name == "NaTType")
}
