"""Tables from a column of texts of a Dataset of Hugging Face.

Results are cached under what was read and how: also version and words of nutgraf, so that none is taken for
that of another.
"""

from typing import TYPE_CHECKING

from datasets import Dataset, Features

from nutgraf.batch import Reader

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from nutgraf.batch import Options

__all__ = ["articles", "blocks", "claims", "dates", "quotes", "sentences", "speakers"]


def quotes(
    ds: Dataset, text: str = "text", *, num_proc: int | None = None, **options: "Unpack[Options]"
) -> Dataset:
    """A row a quote."""
    return _read(ds, Reader("quotes", text, **options), num_proc)


def speakers(
    ds: Dataset, text: str = "text", *, num_proc: int | None = None, **options: "Unpack[Options]"
) -> Dataset:
    """A row a speaker of an article."""
    return _read(ds, Reader("speakers", text, **options), num_proc)


def claims(
    ds: Dataset, text: str = "text", *, num_proc: int | None = None, **options: "Unpack[Options]"
) -> Dataset:
    """A row a numeric claim."""
    return _read(ds, Reader("claims", text, **options), num_proc)


def sentences(
    ds: Dataset, text: str = "text", *, num_proc: int | None = None, **options: "Unpack[Options]"
) -> Dataset:
    """A row a sentence."""
    return _read(ds, Reader("sentences", text, **options), num_proc)


def blocks(
    ds: Dataset, text: str = "text", *, num_proc: int | None = None, **options: "Unpack[Options]"
) -> Dataset:
    """A row a block."""
    return _read(ds, Reader("blocks", text, **options), num_proc)


def dates(
    ds: Dataset, text: str = "text", *, num_proc: int | None = None, **options: "Unpack[Options]"
) -> Dataset:
    """A row a date."""
    return _read(ds, Reader("dates", text, **options), num_proc)


def articles(
    ds: Dataset, text: str = "text", *, num_proc: int | None = None, **options: "Unpack[Options]"
) -> Dataset:
    """A row a text, with all that was found in it as lists of structs."""
    return _read(ds, Reader("articles", text, **options), num_proc)


def _read(ds: Dataset, reader: Reader, num_proc: int | None) -> Dataset:
    texts = ds.select_columns(reader.columns)
    schema = reader.schema(texts.features.arrow_schema.field(column) for column in reader.keep)
    found = texts.with_format("arrow").map(
        reader.table,
        batched=True,
        remove_columns=reader.columns,
        features=Features.from_arrow_schema(schema),
        num_proc=num_proc,
    )
    return found.with_format(None)
