"""Record batches of texts in, record batches of what they hold out: the function that every engine runs.

It needs pyarrow. Each function takes a record batch or a table with a column of texts and returns a record
batch: the columns to carry along, then those of `SCHEMAS`. A missing text has no rows, and neither has one
that could not be read; `articles` has a row for each text, and tells why it was not read.

The functions of this module and of those of the engines take the same options, see `Options`.
"""

from collections.abc import Iterable, Iterator, Mapping
from json import dumps, loads
from typing import TYPE_CHECKING, TypeAlias, TypedDict

import nutgraf

try:
    import pyarrow as pa
    import pyarrow.compute as pc
except ModuleNotFoundError as error:
    if error.name != "pyarrow":
        raise
    message = 'nutgraf.batch needs pyarrow, which is not installed: pip install "nutgraf[arrow]"'
    raise ModuleNotFoundError(message, name="pyarrow") from None

if TYPE_CHECKING:
    from typing_extensions import Unpack

__all__ = [
    "SCHEMAS",
    "Options",
    "Reader",
    "articles",
    "blocks",
    "claims",
    "dates",
    "quotes",
    "sentences",
    "speakers",
]

Batch: TypeAlias = pa.RecordBatch | pa.Table
Column: TypeAlias = pa.Array | pa.ChunkedArray

# The tables with a row for each thing in an article, which `articles` has as lists.
PARTS = ("blocks", "sentences", "speakers", "quotes", "claims", "dates")


class Options(TypedDict, total=False):
    """How texts are read; every option may be left out."""

    keep: Iterable[str] | Mapping[str, str]
    """The columns to carry along, or a dictionary from each to its name in the result."""
    published: str | None
    """The column with the date of each article, that relative dates are read against."""
    parser: nutgraf.Parser | None
    """A parser with options and words of your own."""
    threads: int | None
    """How many threads read a batch; None stands for all cores. It is 1 unless given."""


def _plain(field: pa.Field) -> pa.Field:
    """The field in types that every engine has: enums and long strings are strings."""
    kind = field.type
    return field.with_type(pa.string() if pa.types.is_dictionary(kind) or kind == pa.large_string() else kind)


def _schemas() -> dict[str, pa.Schema]:
    corpus = nutgraf.parse_many([])
    schemas: dict[str, pa.Schema] = {}
    for name in (*PARTS, "articles"):
        # The place in a batch tells nothing outside of it, and ids are carried along.
        fields = [
            _plain(field) for field in pa.schema(getattr(corpus, name)) if field.name not in ("row", "id")
        ]
        if name == "articles":
            fields = [
                field.with_type(pa.list_(pa.struct(schemas[field.name]))).with_metadata(
                    {"description": f"Its {field.name}, as in the table of that name."}
                )
                if field.name in PARTS
                else field
                for field in fields
            ]
        schemas[name] = pa.schema(fields)
    return schemas


SCHEMAS: Mapping[str, pa.Schema] = _schemas()
"""The columns of each table, by its name, with their descriptions and without those carried along."""


class Reader:
    """Reads batches into the table of a name. It holds nothing but its options, so processes may share it.

    It pickles to the same bytes wherever it is made, and to others with another version of nutgraf: caches
    that go by them hold. `metadata` tells version, words and options, and is that of the schema of every
    batch; a worker with another version refuses to read.
    """

    def __init__(
        self,
        kind: str,
        text: str = "text",
        *,
        keep: Iterable[str] | Mapping[str, str] = (),
        published: str | None = None,
        parser: nutgraf.Parser | None = None,
        threads: int | None = 1,
    ) -> None:
        """Take a name of `SCHEMAS`, the name of the column of texts, and options."""
        if kind not in SCHEMAS:
            raise nutgraf.NutgrafError(f"Expected one of {', '.join(SCHEMAS)}, found {kind}.")
        if isinstance(keep, str):
            keep = [keep]
        pairs = keep.items() if isinstance(keep, Mapping) else zip(keep, keep, strict=True)
        self.kind = kind
        self.text = text
        self.keep = dict(pairs)
        self.published = published
        self.parser = parser or nutgraf.Parser()
        self.threads = threads
        each = None if published is None else ()
        found: nutgraf.Table = getattr(self.parser.parse_many([], published=each), kind)
        self.metadata = found.metadata
        for name in self.keep.values():
            if name in SCHEMAS[kind].names:
                message = f'{kind} have a column "{name}" of their own; give the one you keep another name: '
                raise nutgraf.NutgrafError(f'{message}keep={{"{name}": …}}')

    def __getstate__(self) -> tuple[str, nutgraf.Parser]:
        """One string, since pickle writes equal ones once or twice, as they are one object or two."""
        return dumps({name: value for name, value in vars(self).items() if name != "parser"}), self.parser

    def __setstate__(self, state: tuple[str, nutgraf.Parser]) -> None:
        """Take what `__getstate__` gave."""
        vars(self).update(loads(state[0]), parser=state[1])

    @property
    def columns(self) -> list[str]:
        """The columns that it reads, each once."""
        published = [] if self.published is None else [self.published]
        return list(dict.fromkeys([self.text, *self.keep, *published]))

    def schema(self, carried: Iterable[pa.Field] = ()) -> pa.Schema:
        """The schema of what is read from batches, given their fields that are carried along."""
        renamed = [field.with_name(self.keep[field.name]) for field in carried]
        return pa.schema([*renamed, *SCHEMAS[self.kind]], metadata=self.metadata)

    def __call__(self, batch: Batch) -> pa.RecordBatch:
        """Read a batch."""
        missing = set(self.columns) - set(batch.schema.names)
        if missing:
            found = ", ".join(batch.schema.names)
            raise nutgraf.NutgrafError(f"Expected columns {', '.join(sorted(missing))}, found {found}.")
        published = None if self.published is None else batch.column(self.published)
        rows, columns = self.rows(batch.column(self.text), published)
        carried = [whole(batch.column(name).take(rows)) for name in self.keep]
        schema = self.schema(batch.schema.field(name) for name in self.keep)
        return pa.RecordBatch.from_arrays([*carried, *columns], schema=schema)

    def each(self, batches: Iterable[Batch]) -> Iterator[pa.RecordBatch]:
        """Read batches, one after the other."""
        return map(self, batches)

    def table(self, batch: Batch) -> pa.Table:
        """Read a batch into a table, for those who take nothing else."""
        return pa.Table.from_batches([self(batch)])

    def rows(self, texts: Column, published: Column | None = None) -> tuple[pa.Array, list[pa.Array]]:
        """Read a column of texts: the place of the text that each row comes from, and the columns."""
        corpus = self._corpus(texts, published)
        return rows(corpus, self.kind)

    def nested(self, texts: Column, published: Column | None = None) -> pa.Array:
        """Read a column of texts into one of the same length: for each a list of its rows, or its article."""
        corpus = self._corpus(texts, published)
        if self.kind != "articles":
            return _lists(corpus, self.kind)
        _, columns = rows(corpus, "articles")
        return pa.StructArray.from_arrays(
            columns, fields=list(SCHEMAS["articles"]), mask=whole(texts.is_null())
        )

    def _corpus(self, texts: Column, published: Column | None) -> nutgraf.Corpus:
        corpus = self.parser.parse_many(texts, published=published, threads=self.threads)
        here = getattr(corpus, self.kind).metadata
        if here != self.metadata:
            raise RuntimeError(
                f"This process reads with {here}, the one that called it with {self.metadata}."
            )
        return corpus


def rows(corpus: nutgraf.Corpus, table: str) -> tuple[pa.Array, list[pa.Array]]:
    """A table of a corpus: the place of the text that each row comes from, and the columns of `SCHEMAS`."""
    found = pa.table(getattr(corpus, table))
    columns = [
        _lists(corpus, field.name)
        if pa.types.is_list(field.type)
        else whole(found[field.name].cast(field.type))
        for field in SCHEMAS[table]
    ]
    return whole(found["row"]), columns


def _lists(corpus: nutgraf.Corpus, table: str) -> pa.Array:
    """The rows of each text as a list; null where there is no text, or none that could be read."""
    counts = whole(pa.table(corpus.articles)[table])
    ends = pc.cumulative_sum(counts.fill_null(0)).cast(pa.int32())
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), ends])
    _, columns = rows(corpus, table)
    values = pa.StructArray.from_arrays(columns, fields=list(SCHEMAS[table]))
    return pa.ListArray.from_arrays(offsets, values, pa.list_(values.type), mask=counts.is_null())


def whole(column: Column) -> pa.Array:
    """A column in one part."""
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def quotes(batch: Batch, text: str = "text", **options: "Unpack[Options]") -> pa.RecordBatch:
    """A row a quote."""
    return Reader("quotes", text, **options)(batch)


def speakers(batch: Batch, text: str = "text", **options: "Unpack[Options]") -> pa.RecordBatch:
    """A row a speaker of an article."""
    return Reader("speakers", text, **options)(batch)


def claims(batch: Batch, text: str = "text", **options: "Unpack[Options]") -> pa.RecordBatch:
    """A row a numeric claim."""
    return Reader("claims", text, **options)(batch)


def sentences(batch: Batch, text: str = "text", **options: "Unpack[Options]") -> pa.RecordBatch:
    """A row a sentence."""
    return Reader("sentences", text, **options)(batch)


def blocks(batch: Batch, text: str = "text", **options: "Unpack[Options]") -> pa.RecordBatch:
    """A row a block."""
    return Reader("blocks", text, **options)(batch)


def dates(batch: Batch, text: str = "text", **options: "Unpack[Options]") -> pa.RecordBatch:
    """A row a date."""
    return Reader("dates", text, **options)(batch)


def articles(batch: Batch, text: str = "text", **options: "Unpack[Options]") -> pa.RecordBatch:
    """A row a text, with all that was found in it as lists of structs."""
    return Reader("articles", text, **options)(batch)
