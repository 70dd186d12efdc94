"""Tables from a column of texts of a Polars LazyFrame, in the streaming engine too.

Nothing is read before the frame is collected, and all cores read unless `threads` says otherwise. It needs
pyarrow too.
"""

from functools import partial
from typing import TYPE_CHECKING

import polars as pl
import pyarrow as pa

from nutgraf import batch
from nutgraf.batch import Reader

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from nutgraf.batch import Options

__all__ = ["articles", "blocks", "claims", "dates", "quotes", "sentences", "speakers"]

SCHEMAS = {kind: pl.DataFrame(schema.empty_table()).schema for kind, schema in batch.SCHEMAS.items()}
"""The columns of each table, without those carried along."""


def quotes(lf: pl.LazyFrame, text: str = "text", **options: "Unpack[Options]") -> pl.LazyFrame:
    """A row a quote."""
    return _read(lf, "quotes", text, options)


def speakers(lf: pl.LazyFrame, text: str = "text", **options: "Unpack[Options]") -> pl.LazyFrame:
    """A row a speaker of an article."""
    return _read(lf, "speakers", text, options)


def claims(lf: pl.LazyFrame, text: str = "text", **options: "Unpack[Options]") -> pl.LazyFrame:
    """A row a numeric claim."""
    return _read(lf, "claims", text, options)


def sentences(lf: pl.LazyFrame, text: str = "text", **options: "Unpack[Options]") -> pl.LazyFrame:
    """A row a sentence."""
    return _read(lf, "sentences", text, options)


def blocks(lf: pl.LazyFrame, text: str = "text", **options: "Unpack[Options]") -> pl.LazyFrame:
    """A row a block."""
    return _read(lf, "blocks", text, options)


def dates(lf: pl.LazyFrame, text: str = "text", **options: "Unpack[Options]") -> pl.LazyFrame:
    """A row a date."""
    return _read(lf, "dates", text, options)


def articles(lf: pl.LazyFrame, text: str = "text", **options: "Unpack[Options]") -> pl.LazyFrame:
    """A row a text, with all that was found in it as lists of structs."""
    return _read(lf, "articles", text, options)


def _read(lf: pl.LazyFrame, kind: str, text: str, options: "Options") -> pl.LazyFrame:
    # There are no other workers here.
    options.setdefault("threads", None)
    reader = Reader(kind, text, **options)
    texts = lf.select(reader.columns)
    given = texts.collect_schema()
    schema = {name: given[column] for column, name in reader.keep.items()} | SCHEMAS[reader.kind]
    return texts.map_batches(partial(_frame, reader), schema=schema, streamable=True)


def _frame(reader: Reader, frame: pl.DataFrame) -> pl.DataFrame:
    rows, columns = reader.rows(
        frame[reader.text], None if reader.published is None else frame[reader.published]
    )
    found = pl.DataFrame(pa.Table.from_arrays(columns, schema=batch.SCHEMAS[reader.kind]))
    carried = frame.select(
        pl.col(column).alias(name).gather(pl.Series(rows)) for column, name in reader.keep.items()
    )
    return carried.hstack(found)
