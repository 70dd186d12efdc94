//! From what became of texts to the rows of a table.

use super::claims::{Claims, Dates};
use super::column::{Columns, described};
use super::context::Context;
use super::layout::{Articles, Blocks, Sentences};
use super::quotes::{Quotes, Speakers};
use crate::ids::Ids;
use crate::provenance::Provenance;
use crate::reading::Outcome;
use crate::source::Fault;
use arrow_array::builder::Int64Builder;
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use std::ops::Range;
use std::sync::Arc;

/// The tables there are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum TableKind {
    Articles,
    Blocks,
    Sentences,
    Speakers,
    Quotes,
    Claims,
    Dates,
}

/// A table that articles fill.
pub(super) trait Fill: Columns {
    /// Adds the rows of an article; how many they are.
    fn article(&mut self, context: &Context<'_>) -> usize;

    /// Adds what stands for a text that was missing, or that could not be read.
    fn nothing(&mut self, _fault: Option<&Fault>) -> usize {
        0
    }
}

impl TableKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Blocks => "blocks",
            Self::Sentences => "sentences",
            Self::Speakers => "speakers",
            Self::Quotes => "quotes",
            Self::Claims => "claims",
            Self::Dates => "dates",
        }
    }

    /// The columns with their types and descriptions; the metadata tells what the rows were read with.
    pub(crate) fn schema(self, ids: DataType, provenance: &Provenance) -> SchemaRef {
        let row = Field::new("row", DataType::Int64, false);
        let id = Field::new("id", ids, true);
        let mut fields = vec![
            described(row, "The place of the text in what was read, from 0."),
            described(id, "The id that was given for the text; null without ids."),
        ];
        fields.extend(match self {
            Self::Articles => Articles::fields(),
            Self::Blocks => Blocks::fields(),
            Self::Sentences => Sentences::fields(),
            Self::Speakers => Speakers::fields(),
            Self::Quotes => Quotes::fields(),
            Self::Claims => Claims::fields(),
            Self::Dates => Dates::fields(),
        });
        Arc::new(Schema::new_with_metadata(fields, provenance.metadata(self.name())))
    }

    /// The rows of some of the texts.
    pub(crate) fn batch(
        self,
        schema: &SchemaRef,
        outcomes: &[Outcome],
        ids: &Ids,
        rows: Range<usize>,
    ) -> Result<RecordBatch, ArrowError> {
        let columns = match self {
            Self::Articles => columns::<Articles>(outcomes, ids, rows),
            Self::Blocks => columns::<Blocks>(outcomes, ids, rows),
            Self::Sentences => columns::<Sentences>(outcomes, ids, rows),
            Self::Speakers => columns::<Speakers>(outcomes, ids, rows),
            Self::Quotes => columns::<Quotes>(outcomes, ids, rows),
            Self::Claims => columns::<Claims>(outcomes, ids, rows),
            Self::Dates => columns::<Dates>(outcomes, ids, rows),
        };
        RecordBatch::try_new(schema.clone(), columns)
    }
}

fn columns<T: Fill>(outcomes: &[Outcome], ids: &Ids, rows: Range<usize>) -> Vec<ArrayRef> {
    let mut table = T::default();
    let mut numbers = Int64Builder::new();
    let mut counts = Vec::with_capacity(rows.len());
    for row in rows.clone() {
        let count = match &outcomes[row] {
            Outcome::Read(article) => table.article(&Context::new(article)),
            Outcome::Missing => table.nothing(None),
            Outcome::Failed(fault) => table.nothing(Some(fault)),
        };
        numbers.append_value_n(row as i64, count);
        counts.push(count);
    }
    let mut columns: Vec<ArrayRef> = vec![Arc::new(numbers.finish()), ids.column(rows, &counts)];
    columns.extend(table.finish());
    columns
}
