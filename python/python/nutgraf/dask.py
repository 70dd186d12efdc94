"""Tables from a column of texts of a Dask DataFrame, made partition by partition.

The index of a row is that of its text. Columns of nutgraf have Arrow's types, those carried along their own.
"""

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
from dask.dataframe import DataFrame

from nutgraf.batch import SCHEMAS, Reader

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from nutgraf.batch import Options

__all__ = ["articles", "blocks", "claims", "dates", "quotes", "sentences", "speakers"]


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


def _read(df: DataFrame, reader: Reader) -> DataFrame:
    texts = df[reader.columns]
    read = partial(_partition, reader)
    return texts.map_partitions(read, meta=read(texts._meta))


def _partition(reader: Reader, df: pd.DataFrame) -> pd.DataFrame:
    rows, columns = reader.rows(df[reader.text], reader.published and df[reader.published])
    found = pa.Table.from_arrays(columns, schema=SCHEMAS[reader.kind])
    carried = df[list(reader.keep)].rename(columns=reader.keep).take(rows.to_numpy())
    return pd.concat([carried, found.to_pandas(types_mapper=pd.ArrowDtype).set_index(carried.index)], axis=1)
