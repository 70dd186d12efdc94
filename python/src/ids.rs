//! The names that a user gives to texts: strings or integers.

use crate::error::NutgrafError;
use crate::source::plain;
use arrow_array::ArrayRef;
use arrow_array::builder::{Int64Builder, LargeStringBuilder};
use arrow_schema::DataType;
use pyo3::IntoPyObjectExt as _;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyTuple};
use std::ops::Range;
use std::sync::Arc;

/// One for each text, or none at all.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub(crate) enum Ids {
    #[default]
    None,
    Texts(Vec<Option<Box<str>>>),
    Numbers(Vec<Option<i64>>),
}

impl Ids {
    /// Reads a list of ids: all strings or all integers, with `None` where there is none.
    pub(crate) fn of(ids: Option<&Bound<'_, PyAny>>) -> PyResult<Self> {
        let Some(ids) = ids else { return Ok(Self::None) };
        let ids = plain(ids)?.try_iter()?.collect::<PyResult<Vec<_>>>()?;
        let numbers =
            ids.iter().map(|id| if id.is_instance_of::<PyBool>() { None } else { id.extract().ok() });
        if let Some(numbers) =
            numbers.collect::<Option<Vec<Option<i64>>>>().filter(|_| !ids.iter().all(|id| id.is_none()))
        {
            return Ok(Self::Numbers(numbers));
        }
        let text = |id: &Bound<'_, PyAny>| -> PyResult<Option<Box<str>>> {
            let found = || -> PyResult<PyErr> {
                let kind = id.get_type().name()?;
                Ok(NutgrafError::new_err(format!(
                    "Expected ids that are all str or all int, found {kind} among them."
                )))
            };
            match id.extract::<Option<String>>() {
                Ok(text) => Ok(text.map(String::into_boxed_str)),
                Err(_) => Err(found()?),
            }
        };
        ids.iter().map(text).collect::<PyResult<Vec<_>>>().map(Self::Texts)
    }

    /// Refuses another number of ids than of texts.
    pub(crate) fn check(&self, texts: usize) -> PyResult<()> {
        let found = match self {
            Self::None => return Ok(()),
            Self::Texts(ids) => ids.len(),
            Self::Numbers(ids) => ids.len(),
        };
        if found == texts {
            return Ok(());
        }
        Err(NutgrafError::new_err(format!("Expected {texts} ids, one for each text, found {found}.")))
    }

    pub(crate) fn data_type(&self) -> DataType {
        match self {
            Self::None | Self::Texts(_) => DataType::LargeUtf8,
            Self::Numbers(_) => DataType::Int64,
        }
    }

    /// The ids of `rows`, each as often as `counts` says.
    pub(crate) fn column(&self, rows: Range<usize>, counts: &[usize]) -> ArrayRef {
        match self {
            Self::None => {
                let mut column = LargeStringBuilder::new();
                column.append_nulls(counts.iter().sum());
                Arc::new(column.finish())
            }
            Self::Texts(ids) => {
                let mut column = LargeStringBuilder::new();
                for (id, count) in ids[rows].iter().zip(counts) {
                    (0..*count).for_each(|_| column.append_option(id.as_deref()));
                }
                Arc::new(column.finish())
            }
            Self::Numbers(ids) => {
                let mut column = Int64Builder::new();
                for (id, count) in ids[rows].iter().zip(counts) {
                    (0..*count).for_each(|_| column.append_option(*id));
                }
                Arc::new(column.finish())
            }
        }
    }

    /// As Python sees them: a tuple, or `None` without ids.
    pub(crate) fn to_python<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::None => Ok(py.None().into_bound(py)),
            Self::Texts(ids) => PyTuple::new(py, ids.iter().map(Option::as_deref))?.into_bound_py_any(py),
            Self::Numbers(ids) => PyTuple::new(py, ids)?.into_bound_py_any(py),
        }
    }
}
