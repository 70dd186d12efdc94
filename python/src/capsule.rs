//! The Arrow C data interface: columns of strings that come in, tables that go out. The only unsafe code of the crate.
#![allow(unsafe_code)]

use crate::error::NutgrafError;
use arrow_array::cast::AsArray as _;
use arrow_array::ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream};
use arrow_array::{
    Array, ArrayReader as _, BinaryArray, BinaryViewArray, GenericBinaryArray, GenericStringArray,
    LargeBinaryArray, OffsetSizeTrait, RecordBatch, RecordBatchIterator,
};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, DataType, SchemaRef};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use std::ffi::CStr;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";

/// A capsule with a stream of the batches. It shares their memory; nothing is copied.
pub(crate) fn stream<'py>(
    py: Python<'py>,
    schema: &SchemaRef,
    batches: Vec<RecordBatch>,
) -> PyResult<Bound<'py, PyCapsule>> {
    let batches = batches.into_iter().map(Ok::<_, ArrowError>);
    let reader = RecordBatchIterator::new(batches, schema.clone());
    PyCapsule::new_with_value(py, FFI_ArrowArrayStream::new(Box::new(reader)), STREAM)
}

/// A capsule with the schema alone.
pub(crate) fn schema<'py>(py: Python<'py>, schema: &SchemaRef) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(schema.as_ref()).map_err(|error| refused(&error))?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

/// A column of strings, part by part.
pub(crate) struct Column(ArrayStreamReader);

/// A part of a column of strings, as bytes: Arrow does not warrant that its strings are UTF-8.
pub(crate) enum Strings {
    Small(BinaryArray),
    Large(LargeBinaryArray),
    View(BinaryViewArray),
    /// A column without a type, in which every value is missing.
    Missing(usize),
}

impl Column {
    /// What `column` exports, or `None` where it is nothing of Arrow's, or holds something else than strings.
    ///
    /// # Errors
    /// A `TypeError` for a table of several columns, and what the other side raises.
    pub(crate) fn open(column: &Bound<'_, PyAny>) -> PyResult<Option<Self>> {
        let Some(export) = column.getattr_opt("__arrow_c_stream__")? else { return Ok(None) };
        let capsule = export.call0()?.cast_into::<PyCapsule>()?;
        let pointer = capsule.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
        // SAFETY: a capsule of this name holds a stream by the Arrow PyCapsule interface, and the capsule is alive and in
        // our hands alone. The stream is moved out of it, as the interface provides.
        let reader =
            unsafe { ArrayStreamReader::from_raw(pointer.as_ptr()) }.map_err(|error| refused(&error))?;
        let field = reader.field();
        let strings = match field.data_type() {
            DataType::Struct(fields) if fields.len() == 1 => is_string(fields[0].data_type()),
            DataType::Struct(fields) => {
                let names: Vec<_> = fields.iter().map(|field| format!("{:?}", field.name())).collect();
                let message =
                    format!("Expected a column of texts, found a table; give one of {}.", names.join(", "));
                return Err(PyTypeError::new_err(message));
            }
            other => is_string(other),
        };
        Ok(strings.then_some(Self(reader)))
    }

    /// The next part. The other side may run a query for it, so it is asked while detached.
    pub(crate) fn next(&mut self, py: Python<'_>) -> PyResult<Option<Strings>> {
        let part = py.detach(|| self.0.next()).transpose().map_err(|error| refused(&error))?;
        Ok(part.map(|part| Strings::of(&part)))
    }
}

fn is_string(kind: &DataType) -> bool {
    matches!(kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null)
}

impl Strings {
    fn of(array: &dyn Array) -> Self {
        match array.data_type() {
            DataType::Struct(_) => Self::of(array.as_struct().column(0)),
            DataType::Utf8 => Self::Small(bytes(array.as_string::<i32>())),
            DataType::LargeUtf8 => Self::Large(bytes(array.as_string::<i64>())),
            DataType::Utf8View => Self::View(array.as_string_view().clone().to_binary_view()),
            _ => Self::Missing(array.len()),
        }
    }

    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Small(array) => array.len(),
            Self::Large(array) => array.len(),
            Self::View(array) => array.len(),
            Self::Missing(len) => *len,
        }
    }

    pub(crate) fn get(&self, index: usize) -> Option<&[u8]> {
        match self {
            Self::Small(array) => array.is_valid(index).then(|| array.value(index)),
            Self::Large(array) => array.is_valid(index).then(|| array.value(index)),
            Self::View(array) => array.is_valid(index).then(|| array.value(index)),
            Self::Missing(_) => None,
        }
    }
}

/// The same memory, read as bytes.
fn bytes<O: OffsetSizeTrait>(strings: &GenericStringArray<O>) -> GenericBinaryArray<O> {
    let (offsets, values, nulls) = strings.clone().into_parts();
    GenericBinaryArray::new(offsets, values, nulls)
}

fn refused(error: &ArrowError) -> PyErr {
    NutgrafError::new_err(format!("Arrow data could not be exchanged: {error}."))
}
