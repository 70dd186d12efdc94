"""Tables from a column of texts of a Spark DataFrame, made in Spark's own workers (PySpark 4.1 or later).

The workers need nutgraf and pyarrow, and nothing else. Rows of Spark have no place for what they were read
with; it is in the metadata of each column, `df.schema["kind"].metadata`, that Spark keeps in Parquet too.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import pyarrow as pa
from pyspark.sql import Column, DataFrame
from pyspark.sql.functions import arrow_udf
from pyspark.sql.types import StructField, StructType

import nutgraf
from nutgraf import batch
from nutgraf.batch import Reader

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from nutgraf.batch import Options

__all__ = ["SCHEMAS", "articles", "blocks", "claims", "dates", "quotes", "sentences", "speakers", "udf"]

_TYPES = {pa.int64(): "BIGINT", pa.float64(): "DOUBLE", pa.string(): "STRING", pa.date32(): "DATE"}


def _type(kind: pa.DataType) -> str:
    if pa.types.is_list(kind):
        return f"ARRAY<{_type(kind.value_type)}>"
    if pa.types.is_struct(kind):
        return f"STRUCT<{_fields(kind, ': ')}>"
    return _TYPES[kind]


def _fields(fields: pa.Schema | pa.StructType, between: str) -> str:
    return ", ".join(
        f"`{field.name}`{between}{_type(field.type)}{'' if field.nullable else ' NOT NULL'}"
        for field in fields
    )


SCHEMAS: Mapping[str, str] = {kind: _fields(schema, " ") for kind, schema in batch.SCHEMAS.items()}
"""The columns of each table in Spark's DDL, without those carried along."""


def quotes(df: DataFrame, text: str = "text", **options: "Unpack[Options]") -> DataFrame:
    """A row a quote."""
    return _read(df, Reader("quotes", text, **options))


def speakers(df: DataFrame, text: str = "text", **options: "Unpack[Options]") -> DataFrame:
    """A row a speaker of an article."""
    return _read(df, Reader("speakers", text, **options))


def claims(df: DataFrame, text: str = "text", **options: "Unpack[Options]") -> DataFrame:
    """A row a numeric claim."""
    return _read(df, Reader("claims", text, **options))


def sentences(df: DataFrame, text: str = "text", **options: "Unpack[Options]") -> DataFrame:
    """A row a sentence."""
    return _read(df, Reader("sentences", text, **options))


def blocks(df: DataFrame, text: str = "text", **options: "Unpack[Options]") -> DataFrame:
    """A row a block."""
    return _read(df, Reader("blocks", text, **options))


def dates(df: DataFrame, text: str = "text", **options: "Unpack[Options]") -> DataFrame:
    """A row a date."""
    return _read(df, Reader("dates", text, **options))


def articles(df: DataFrame, text: str = "text", **options: "Unpack[Options]") -> DataFrame:
    """A row a text, with all that was found in it as lists of structs."""
    return _read(df, Reader("articles", text, **options))


def udf(
    kind: str, *, parser: nutgraf.Parser | None = None, published: bool = False, threads: int | None = 1
) -> Callable[..., Column]:
    """A function from a column of texts to one of arrays of structs; of single structs for `articles`.

    `df.withColumn("quotes", nutgraf.spark.udf("quotes")("text"))`. With `published`, it takes a second
    column, with the dates of the articles.
    """
    reader = Reader(kind, published="published" if published else None, parser=parser, threads=threads)

    def read(*columns: pa.Array) -> pa.Array:
        return reader.nested(*columns)

    fields = _fields(batch.SCHEMAS[kind], ": ")
    returned = f"STRUCT<{fields}>" if kind == "articles" else f"ARRAY<STRUCT<{fields}>>"
    made: Callable[..., Column] = arrow_udf(read, returned)
    return made


def _read(df: DataFrame, reader: Reader) -> DataFrame:
    given = [(name, df.schema[column]) for column, name in reader.keep.items()]
    carried = [StructField(name, field.dataType, field.nullable, field.metadata) for name, field in given]
    own = StructType.fromDDL(SCHEMAS[reader.kind])
    for field, about in zip(own, batch.SCHEMAS[reader.kind], strict=True):
        field.metadata = {**reader.metadata, "comment": about.metadata[b"description"].decode()}
    return df.select(*reader.columns).mapInArrow(reader.each, StructType([*carried, *own]))
