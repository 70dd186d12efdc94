//! What all result classes share: they are immutable values with a constructor, equality, a hash, pickling and a
//! readable one-line `repr`.

use pyo3::prelude::*;
use pyo3::types::PyString;

/// Strings longer than this are cut in a `repr`.
const SHOWN: usize = 60;

/// Declares a result class by its fields, which become its attributes and the arguments of its constructor.
///
/// `shows` lists what the `repr` tells, where that is not every field.
macro_rules! record {
    (
        $(#[$about:meta])*
        $name:ident { $($(#[$tells:meta])* $field:ident: $kind:ty,)+ }
    ) => {
        $crate::record::record! {
            $(#[$about])*
            $name { $($(#[$tells])* $field: $kind,)+ }
            shows |this| { $($field: this.$field.clone(),)+ }
        }
    };
    (
        $(#[$about:meta])*
        $name:ident { $($(#[$tells:meta])* $field:ident: $kind:ty,)+ }
        shows |$this:ident| { $($shown:ident: $value:expr,)+ }
    ) => {
        $(#[$about])*
        #[pyclass(frozen, eq, hash, get_all, new = "from_fields", from_py_object, module = "nutgraf")]
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub(crate) struct $name {
            $($(#[$tells])* pub(crate) $field: $kind,)+
        }

        #[pymethods]
        impl $name {
            #[classattr]
            fn __match_args__(py: Python<'_>) -> PyResult<Bound<'_, pyo3::types::PyTuple>> {
                pyo3::types::PyTuple::new(py, [$(stringify!($field)),+])
            }

            fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
                let $this = self;
                let shown = [$((stringify!($shown), pyo3::IntoPyObjectExt::into_bound_py_any($value, py)?),)+];
                $crate::record::line(stringify!($name), &shown)
            }

            fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
                let py = slf.py();
                let fields = [$(pyo3::IntoPyObjectExt::into_bound_py_any(slf.get().$field.clone(), py)?,)+];
                let fields = pyo3::types::PyTuple::new(py, fields)?;
                Ok((slf.get_type().into_any(), fields.into_any()))
            }
        }
    };
}

pub(crate) use record;

/// `Name(field=value, …)` on one line, without the fields that are `None`; a field without a name is its value alone.
pub(crate) fn line(name: &str, fields: &[(&str, Bound<'_, PyAny>)]) -> PyResult<String> {
    let mut shown = Vec::with_capacity(fields.len());
    for (field, value) in fields.iter().filter(|(_, value)| !value.is_none()) {
        let equals = if field.is_empty() { "" } else { "=" };
        shown.push(format!("{field}{equals}{}", brief(value)?));
    }
    Ok(format!("{name}({})", shown.join(", ")))
}

/// The `repr` of a value; of a long string its beginning.
fn brief(value: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(text) = value.cast::<PyString>() {
        let text = text.to_str()?;
        if let Some((cut, _)) = text.char_indices().nth(SHOWN) {
            return Ok(PyString::new(value.py(), &format!("{}…", &text[..cut])).repr()?.to_string());
        }
    }
    Ok(value.repr()?.to_string())
}
