//! Columns while they are filled, and their declaration.

use crate::value::Keyword;
use arrow_array::builder::{Date32Builder, Float64Builder, Int8Builder, Int64Builder, LargeStringBuilder};
use arrow_array::types::Int8Type;
use arrow_array::{ArrayRef, DictionaryArray, StringArray};
use arrow_schema::{DataType, Field};
use nutgraf::Day;
use std::collections::HashMap;
use std::marker::PhantomData;
use std::sync::Arc;

/// A column being filled: what it holds, and whether a value may be missing.
pub(super) struct Column<K: Kind, const OPTIONAL: bool>(K);

pub(super) type Whole = Column<Integers, false>;
pub(super) type MaybeWhole = Column<Integers, true>;
pub(super) type Text = Column<Strings, false>;
pub(super) type MaybeText = Column<Strings, true>;
pub(super) type Real = Column<Floats, false>;
pub(super) type MaybeReal = Column<Floats, true>;
pub(super) type MaybeDay = Column<Days, true>;
pub(super) type Word<T> = Column<Words<T>, false>;
pub(super) type MaybeWord<T> = Column<Words<T>, true>;

/// What a column holds.
pub(super) trait Kind: Default {
    type Value<'a>;

    fn data_type() -> DataType;
    fn push(&mut self, value: Option<Self::Value<'_>>);
    fn finish(&mut self) -> ArrayRef;
}

impl<K: Kind, const OPTIONAL: bool> Default for Column<K, OPTIONAL> {
    fn default() -> Self {
        Self(K::default())
    }
}

impl<K: Kind, const OPTIONAL: bool> Column<K, OPTIONAL> {
    pub(super) fn push<'a>(&mut self, value: impl Into<Option<K::Value<'a>>>) {
        self.0.push(value.into());
    }

    pub(super) fn finish(&mut self) -> ArrayRef {
        self.0.finish()
    }

    pub(super) fn field(name: &str, about: &str) -> Field {
        described(Field::new(name, K::data_type(), OPTIONAL), about)
    }
}

/// A field that tells what its column holds.
pub(super) fn described(field: Field, about: &str) -> Field {
    field.with_metadata(HashMap::from([("description".to_owned(), about.trim().to_owned())]))
}

macro_rules! kind {
    ($(#[$about:meta])* $name:ident($builder:ty), $value:ty, $kind:expr, |$given:ident| $kept:expr) => {
        $(#[$about])*
        #[derive(Default)]
        pub(super) struct $name($builder);

        impl Kind for $name {
            type Value<'a> = $value;

            fn data_type() -> DataType {
                $kind
            }

            fn push(&mut self, value: Option<Self::Value<'_>>) {
                self.0.append_option(value.map(|$given| $kept));
            }

            fn finish(&mut self) -> ArrayRef {
                Arc::new(self.0.finish())
            }
        }
    };
}

kind!(
    /// Offsets, indices and counts. They are signed, since Spark knows no others and differences of them must not wrap.
    Integers(Int64Builder), i64, DataType::Int64, |number| number
);
kind!(Floats(Float64Builder), f64, DataType::Float64, |number| number);
kind!(
    /// Strings with 64-bit offsets: joining the parts of a long column must not overflow.
    Strings(LargeStringBuilder), &'a str, DataType::LargeUtf8, |text| text
);
kind!(Days(Date32Builder), Day, DataType::Date32, |day| since_1970(day));

/// Words of an enum: keys into a dictionary of all of them.
pub(super) struct Words<T> {
    keys: Int8Builder,
    kind: PhantomData<T>,
}

impl<T> Default for Words<T> {
    fn default() -> Self {
        Self { keys: Int8Builder::new(), kind: PhantomData }
    }
}

impl<T: Keyword + PartialEq> Kind for Words<T> {
    type Value<'a> = T;

    fn data_type() -> DataType {
        DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8))
    }

    fn push(&mut self, value: Option<T>) {
        let place = |word| T::ALL.iter().position(|other| *other == word);
        self.keys.append_option(value.and_then(place).map(|place| place as i8));
    }

    fn finish(&mut self) -> ArrayRef {
        let words = StringArray::from_iter_values(T::ALL.iter().map(|word| word.word()));
        Arc::new(DictionaryArray::<Int8Type>::new(self.keys.finish(), Arc::new(words)))
    }
}

/// Days from 1 January 1970, by the calendar of today.
fn since_1970(day: Day) -> i32 {
    // Years from March on, so that the leap day is the last of its year; 400 of them have 146,097 days.
    let (year, month) = (i32::from(day.year()), i32::from(day.month()));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + i32::from(day.day()) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Declares the columns of a table; what stands over a column is its description in the schema.
macro_rules! columns {
    ($(#[$about:meta])* $name:ident { $($(#[doc = $tells:literal])+ $column:ident: $kind:ty,)+ }) => {
        $(#[$about])*
        #[derive(Default)]
        pub(super) struct $name { $($column: $kind,)+ }

        impl $crate::table::column::Columns for $name {
            fn fields() -> Vec<arrow_schema::Field> {
                vec![$(<$kind>::field(stringify!($column), concat!($($tells),+)),)+]
            }

            fn finish(&mut self) -> Vec<arrow_array::ArrayRef> {
                vec![$(self.$column.finish(),)+]
            }
        }
    };
}

pub(super) use columns;

/// The columns of a table.
pub(super) trait Columns: Default {
    fn fields() -> Vec<Field>;
    fn finish(&mut self) -> Vec<ArrayRef>;
}
