"""Tables from a column of texts of a Ray Dataset, made in Ray's tasks.

For other arguments of `map_batches` give it the reader itself:
`ds.map_batches(nutgraf.batch.Reader("quotes", keep=["id"]).table, batch_format="pyarrow", concurrency=8)`.
"""

from typing import TYPE_CHECKING

from ray.data import Dataset

from nutgraf.batch import Reader

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from nutgraf.batch import Options

__all__ = ["articles", "blocks", "claims", "dates", "quotes", "sentences", "speakers"]

# Articles are held while their batch is read: some 30 MB of them, where blocks of Ray have 128 MB of text.
_ROWS = 2048


def quotes(ds: Dataset, text: str = "text", **options: "Unpack[Options]") -> Dataset:
    """A row a quote."""
    return _read(ds, Reader("quotes", text, **options))


def speakers(ds: Dataset, text: str = "text", **options: "Unpack[Options]") -> Dataset:
    """A row a speaker of an article."""
    return _read(ds, Reader("speakers", text, **options))


def claims(ds: Dataset, text: str = "text", **options: "Unpack[Options]") -> Dataset:
    """A row a numeric claim."""
    return _read(ds, Reader("claims", text, **options))


def sentences(ds: Dataset, text: str = "text", **options: "Unpack[Options]") -> Dataset:
    """A row a sentence."""
    return _read(ds, Reader("sentences", text, **options))


def blocks(ds: Dataset, text: str = "text", **options: "Unpack[Options]") -> Dataset:
    """A row a block."""
    return _read(ds, Reader("blocks", text, **options))


def dates(ds: Dataset, text: str = "text", **options: "Unpack[Options]") -> Dataset:
    """A row a date."""
    return _read(ds, Reader("dates", text, **options))


def articles(ds: Dataset, text: str = "text", **options: "Unpack[Options]") -> Dataset:
    """A row a text, with all that was found in it as lists of structs."""
    return _read(ds, Reader("articles", text, **options))


def _read(ds: Dataset, reader: Reader) -> Dataset:
    texts = ds.select_columns(reader.columns)
    return texts.map_batches(reader.table, batch_format="pyarrow", batch_size=_ROWS)
