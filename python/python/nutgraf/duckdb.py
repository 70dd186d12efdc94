"""Functions for DuckDB: from a text to a list of structs.

>>> nutgraf.duckdb.register(connection)
>>> connection.sql("select id, unnest(nutgraf_quotes(text), recursive := true) from news")

They need duckdb, numpy and pyarrow. A missing text gives NULL.
"""

from collections.abc import Mapping
from functools import partial

import pyarrow as pa
from duckdb import DuckDBPyConnection

import nutgraf
from nutgraf.batch import SCHEMAS, Reader

__all__ = ["TYPES", "register"]

_TYPES = {pa.int64(): "BIGINT", pa.float64(): "DOUBLE", pa.string(): "VARCHAR", pa.date32(): "DATE"}


def _type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"{_type(kind.value_type)}[]"
    if pa.types.is_struct(kind):
        return "STRUCT(" + ", ".join(f'"{field.name}" {_type(field.type)}' for field in kind) + ")"
    return _TYPES[kind]


TYPES: Mapping[str, str] = {
    kind: _type(pa.struct(schema)) + ("" if kind == "articles" else "[]") for kind, schema in SCHEMAS.items()
}
"""What the function for each table returns."""


def register(
    connection: DuckDBPyConnection, *, parser: nutgraf.Parser | None = None, threads: int | None = None
) -> None:
    """Add `nutgraf_quotes`, `nutgraf_claims` … to a connection; `nutgraf_articles` returns a single struct.

    Each takes a text and, where you have it, the date of its article: `nutgraf_dates(text, published)`.
    """
    for kind, returned in TYPES.items():
        readers = [
            Reader(kind, published=date, parser=parser, threads=threads) for date in (None, "published")
        ]
        connection.create_function(
            f"nutgraf_{kind}",
            partial(_read, readers),
            None,
            returned,
            type="arrow",
            null_handling="special",
        )


def _read(readers: list[Reader], *columns: pa.ChunkedArray) -> pa.Array:
    return readers[len(columns) - 1].nested(*columns)
