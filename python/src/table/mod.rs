//! Tables: what was found in many articles, as flat columns in Arrow's memory layout.

mod cell;
mod claims;
mod column;
mod context;
mod fill;
mod layout;
mod quotes;

pub(crate) use fill::TableKind;

use crate::capsule;
use crate::error::NutgrafError;
use arrow_array::RecordBatch;
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyCapsule, PyDict, PyList, PyTuple, PyType};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// What was found in articles, a row each: quotes, claims, sentences, …
///
/// Arrow's consumers take it as it is, pyarrow and DuckDB without a copy: `polars.DataFrame(table)`,
/// `pyarrow.table(table)`, `duckdb.sql("from quotes")`. Every table has `row`, the place of the text in
/// what was read, and `id`; the columns that end in `_index` join tables of the same articles together with
/// `row`.
#[pyclass(frozen, eq, module = "nutgraf")]
pub(crate) struct Table {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
    rows: usize,
}

impl Table {
    pub(crate) fn new(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        // Consumers are quicker over few parts, and some stumble over empty ones.
        let batches: Vec<_> = batches.into_iter().filter(|batch| batch.num_rows() > 0).collect();
        let rows = batches.iter().map(RecordBatch::num_rows).sum();
        Self { schema, batches, rows }
    }

    fn title(&self) -> &str {
        self.schema.metadata().get("nutgraf.table").map_or("", String::as_str)
    }

    /// Runs a function of the package's own on this table.
    fn helped<'py>(slf: &Bound<'py, Self>, module: &str, function: &str) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import(module)?.call_method1(function, (slf,))
    }
}

impl PartialEq for Table {
    /// Whether the same columns hold the same values, however they are cut into parts.
    fn eq(&self, other: &Self) -> bool {
        if self.schema != other.schema || self.rows != other.rows {
            return false;
        }
        let (mut ours, mut theirs) = (Parts::new(&self.batches), Parts::new(&other.batches));
        while let (Some(one), Some(two)) = (ours.left(), theirs.left()) {
            let rows = one.min(two);
            if ours.take(rows) != theirs.take(rows) {
                return false;
            }
        }
        true
    }
}

/// Walks along the parts of a table.
struct Parts<'a> {
    batches: &'a [RecordBatch],
    at: usize,
}

impl<'a> Parts<'a> {
    fn new(batches: &'a [RecordBatch]) -> Self {
        Self { batches, at: 0 }
    }

    /// How many rows of the current part are left, or `None` at the end.
    fn left(&self) -> Option<usize> {
        self.batches.first().map(|batch| batch.num_rows() - self.at)
    }

    fn take(&mut self, rows: usize) -> Option<RecordBatch> {
        let (first, rest) = self.batches.split_first()?;
        let taken = first.slice(self.at, rows);
        self.at += rows;
        if self.at == first.num_rows() {
            (self.batches, self.at) = (rest, 0);
        }
        Some(taken)
    }
}

#[pymethods]
impl Table {
    #[classattr]
    fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
        PyTuple::new(py, ["name", "column_names"])
    }

    /// What a row is: `quotes`, `claims`, …
    #[getter]
    fn name(&self) -> &str {
        self.title()
    }

    /// The names of the columns, in order.
    #[getter]
    fn column_names<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.schema.fields().iter().map(|field| field.name()))
    }

    /// What each column holds, by its name.
    #[getter]
    fn descriptions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let descriptions = PyDict::new(py);
        for field in self.schema.fields() {
            descriptions.set_item(field.name(), field.metadata().get("description"))?;
        }
        Ok(descriptions)
    }

    /// What the rows were read with: version, lexicon and options, as in the Arrow schema.
    #[getter]
    fn metadata<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let mut pairs: Vec<_> = self.schema.metadata().iter().collect();
        pairs.sort();
        let metadata = PyDict::new(py);
        pairs.into_iter().try_for_each(|(key, value)| metadata.set_item(key, value))?;
        Ok(metadata)
    }

    fn __len__(&self) -> usize {
        self.rows
    }

    /// The Arrow C stream of the rows, in a new capsule at each call. The memory is shared, not copied.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface lets a producer keep to its own types; consumers cast.
        let _ = requested_schema;
        capsule::stream(py, &self.schema, self.batches.clone())
    }

    /// The Arrow C schema, in a new capsule at each call.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        capsule::schema(py, &self.schema)
    }

    /// The rows from `start` to `stop` as dictionaries, with nothing but Python's own types.
    #[pyo3(signature = (start=0, stop=None))]
    fn to_dicts<'py>(
        &self,
        py: Python<'py>,
        start: usize,
        stop: Option<usize>,
    ) -> PyResult<Bound<'py, PyList>> {
        let stop = stop.unwrap_or(self.rows).min(self.rows);
        let list = PyList::empty(py);
        let mut first = 0;
        for batch in &self.batches {
            let rows = batch.num_rows();
            for row in start.max(first)..stop.min(first + rows) {
                list.append(cell::row(py, batch, row - first)?)?;
            }
            first += rows;
        }
        Ok(list)
    }

    /// The table as a `pyarrow.Table`, without a copy. Needs pyarrow.
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Self::helped(slf, "nutgraf._convert", "to_arrow")
    }

    /// The table as a `pandas.DataFrame`. Needs the extra `pandas`.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Self::helped(slf, "nutgraf._convert", "to_pandas")
    }

    /// The table as a `polars.DataFrame`. Needs the extra `polars`.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Self::helped(slf, "nutgraf._convert", "to_polars")
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        Self::helped(slf, "nutgraf._frame", "table")
    }

    fn __repr__(&self) -> String {
        format!("Table({:?}, rows={}, columns={})", self.title(), self.rows, self.schema.fields().len())
    }

    fn __hash__(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.title(), self.rows).hash(&mut hasher);
        hasher.finish()
    }

    /// The table that pickle wrote, as an Arrow IPC stream.
    #[classmethod]
    fn _restore(_class: &Bound<'_, PyType>, data: &[u8]) -> PyResult<Self> {
        let read = || -> Result<Self, ArrowError> {
            let reader = StreamReader::try_new(data, None)?;
            let schema = reader.schema();
            Ok(Self::new(schema, reader.collect::<Result<_, _>>()?))
        };
        read().map_err(|error| refused(&error))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        let table = slf.get();
        let write = || -> Result<Vec<u8>, ArrowError> {
            let mut writer = StreamWriter::try_new(Vec::new(), &table.schema)?;
            table.batches.iter().try_for_each(|batch| writer.write(batch))?;
            writer.into_inner()
        };
        let data = slf.py().detach(write).map_err(|error| refused(&error))?;
        Ok((slf.get_type().getattr("_restore")?, (PyBytes::new(slf.py(), &data),)))
    }
}

fn refused(error: &ArrowError) -> PyErr {
    NutgrafError::new_err(format!("Expected a table as pickle wrote it: {error}."))
}
