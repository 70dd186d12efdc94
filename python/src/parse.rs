//! The functions that read a text.

use crate::article::Article;
use crate::error::{NutgrafError, guarded, refused};
use crate::settings::Settings;
use crate::source::is_missing;
use crate::value::keyword;
use nutgraf::{Day, Stage};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDateAccess as _, PyString};

/// Texts shorter than this many bytes are read faster than another thread can be let in.
const DETACH: usize = 4096;

/// Read the plain text of a news article.
///
/// `published` is the article's own date, a `datetime.date` or a string as YYYY-MM-DD, that relative dates
/// are read against; without it, a date that the text itself shows serves. `only` names the stages to report,
/// one as a string or several as a list, of `layout`, `sentences`, `quotes`, `claims` and `dates`; without
/// `layout` all of the text is taken as body.
///
/// Raises `NutgrafError` for a date or a stage that there is not, `TypeError` for arguments of other types,
/// and `UnicodeEncodeError` for a str with lone surrogates, which is no text.
#[pyfunction]
#[pyo3(signature = (text, *, published=None, only=None))]
pub(crate) fn parse(
    text: &Bound<'_, PyString>,
    published: Option<&Bound<'_, PyAny>>,
    only: Option<&Bound<'_, PyAny>>,
) -> PyResult<Article> {
    let only = only.map(stages).transpose()?;
    read_only(text, published, only.as_deref())
}

/// Read the sentences of text that is all body: each line is a paragraph, and no line is furniture.
#[pyfunction]
#[pyo3(signature = (text))]
pub(crate) fn sentences(text: &Bound<'_, PyString>) -> PyResult<Article> {
    read_only(text, None, Some(&[Stage::Sentences]))
}

/// Read the quotes, and who speaks, of text that is all body.
#[pyfunction]
#[pyo3(signature = (text))]
pub(crate) fn quotes(text: &Bound<'_, PyString>) -> PyResult<Article> {
    read_only(text, None, Some(&[Stage::Quotes]))
}

/// Read the numeric claims, and who makes them, of text that is all body.
#[pyfunction]
#[pyo3(signature = (text))]
pub(crate) fn claims(text: &Bound<'_, PyString>) -> PyResult<Article> {
    read_only(text, None, Some(&[Stage::Claims]))
}

/// Read the dates of text that is all body. Relative ones need `published`.
#[pyfunction]
#[pyo3(signature = (text, *, published=None))]
pub(crate) fn dates(text: &Bound<'_, PyString>, published: Option<&Bound<'_, PyAny>>) -> PyResult<Article> {
    read_only(text, published, Some(&[Stage::Dates]))
}

fn read_only(
    text: &Bound<'_, PyString>,
    published: Option<&Bound<'_, PyAny>>,
    only: Option<&[Stage]>,
) -> PyResult<Article> {
    read(&Settings::only(only)?, text, published)
}

/// Reads a text, without the interpreter where that is worth it.
pub(crate) fn read(
    settings: &Settings,
    text: &Bound<'_, PyString>,
    published: Option<&Bound<'_, PyAny>>,
) -> PyResult<Article> {
    let published = published.map(known_day).transpose()?.flatten();
    let parser = settings.parser.with_published(published);
    let source = text.to_str()?;
    let work = || guarded(|| parser.parse(source).into_owned());
    let inner = if source.len() < DETACH { work() } else { text.py().detach(work) }?;
    Ok(Article::new(text, inner, Some(settings.of_day(published).into())))
}

/// The day that `published` gives, or `None` for what stands for no date.
pub(crate) fn known_day(published: &Bound<'_, PyAny>) -> PyResult<Option<Day>> {
    // First, since the `NaT` of pandas is a `datetime` of the year 1.
    if is_missing(published) { Ok(None) } else { day(published).map(Some) }
}

fn day(published: &Bound<'_, PyAny>) -> PyResult<Day> {
    if let Ok(text) = published.cast::<PyString>() {
        return text.to_str()?.parse().map_err(|error| refused(&error));
    }
    let Ok(date) = published.cast::<PyDate>() else {
        let kind = published.get_type().name()?;
        let message =
            format!("Expected published as a datetime.date or a string as YYYY-MM-DD, found {kind}.");
        return Err(PyTypeError::new_err(message));
    };
    i16::try_from(date.get_year())
        .ok()
        .and_then(|year| Day::new(year, date.get_month(), date.get_day()))
        .ok_or_else(|| NutgrafError::new_err("Expected a date of the years 1 to 9999."))
}

/// The stages that `only` names: one word, or any number of them.
pub(crate) fn stages(only: &Bound<'_, PyAny>) -> PyResult<Vec<Stage>> {
    if let Ok(word) = only.cast::<PyString>() {
        return Ok(vec![keyword(word.to_str()?)?]);
    }
    only.try_iter()?.map(|word| keyword(word?.cast::<PyString>()?.to_str()?)).collect()
}
