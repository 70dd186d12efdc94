//! Single values as Python objects.

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Date32Type, Float64Type, Int8Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use pyo3::IntoPyObjectExt as _;
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyDict};

/// A row by the names of its columns.
pub(super) fn row<'py>(py: Python<'py>, batch: &RecordBatch, row: usize) -> PyResult<Bound<'py, PyDict>> {
    let cells = PyDict::new(py);
    for (field, column) in batch.schema_ref().fields().iter().zip(batch.columns()) {
        cells.set_item(field.name(), cell(py, column, row)?)?;
    }
    Ok(cells)
}

fn cell<'py>(py: Python<'py>, column: &dyn Array, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    match column.data_type() {
        DataType::Int64 => column.as_primitive::<Int64Type>().value(row).into_bound_py_any(py),
        DataType::Float64 => column.as_primitive::<Float64Type>().value(row).into_bound_py_any(py),
        DataType::LargeUtf8 => column.as_string::<i64>().value(row).into_bound_py_any(py),
        DataType::Utf8 => column.as_string::<i32>().value(row).into_bound_py_any(py),
        DataType::Date32 => {
            // Days from 1 January 1970, which is day 719,163 of the calendar of Python.
            let day = column.as_primitive::<Date32Type>().value(row) + 719_163;
            py.get_type::<PyDate>().call_method1("fromordinal", (day,))
        }
        // All other columns are enums.
        _ => {
            let words = column.as_dictionary::<Int8Type>();
            cell(py, words.values(), words.keys().value(row) as usize)
        }
    }
}
