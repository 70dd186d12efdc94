//! What Python is told when something is refused, or went wrong.

use pyo3::create_exception;
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};

create_exception!(
    nutgraf,
    NutgrafError,
    PyValueError,
    "An option or a date that has no meaning, or JSON that is no article of its text.\n\n\
     No text raises it; a str with lone surrogates is no text, and raises `UnicodeEncodeError`."
);

/// An error of the library, as a full sentence.
pub(crate) fn refused(error: &nutgraf::Error) -> PyErr {
    let message = error.to_string();
    let mut letters = message.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    NutgrafError::new_err(first.chain(letters).chain(['.']).collect::<String>())
}

/// Runs the library. A panic in it is a bug, which the caller of one text of many must be able to survive: what it said, for
/// an ordinary exception, where pyo3 would raise one that `except Exception` lets through.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|payload| {
        let said = payload.downcast_ref::<&str>().map(|said| (*said).to_owned());
        let said = said.or_else(|| payload.downcast_ref::<String>().cloned());
        said.unwrap_or_else(|| "no message".to_owned())
    })
}

/// What a panic is reported as.
pub(crate) fn bug(said: &str) -> PyErr {
    PyRuntimeError::new_err(bug_message(said))
}

pub(crate) fn bug_message(said: &str) -> String {
    format!("nutgraf failed on this text, which is a bug of nutgraf: {said}.")
}

/// Runs the library for one text.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> PyResult<T> {
    caught(work).map_err(|said| bug(&said))
}
