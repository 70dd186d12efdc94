"""Articles on disk: text files, JSON Lines, CSV and Parquet, read a few megabytes at a time."""

import hashlib
import io
import os
from codecs import BOM_UTF8
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from glob import glob
from json import dumps
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.json
import pyarrow.parquet as pq

from nutgraf import NutgrafError
from nutgraf._cli import decoded, parsed, shown
from nutgraf.batch import Batch, whole

# So many bytes are read at a time; a row of CSV must be shorter than its own.
_BLOCK, _CSV_BLOCK = 4 << 20, 16 << 20

# So many bytes of row groups or text files make a piece.
_PIECE = 16 << 20

_COMPRESSIONS = {".gz": "gzip", ".bz2": "bz2", ".zst": "zstd"}


class Columns(NamedTuple):
    """The columns to take."""

    text: str
    published: str
    keep: Mapping[str, str]
    """Those to carry along, each with its name in the result."""
    named: frozenset[str]
    """Those that the user named: they must be there. The others are null where they are not."""


class File(NamedTuple):
    """A file, and what tells whether it is still the same."""

    path: Path
    name: str
    size: int
    changed: int

    @property
    def stamp(self) -> list[int]:
        """What it had when it was read."""
        return [self.size, self.changed]


class Failure(NamedTuple):
    """What could not be read: a row, or without one a file."""

    file: str
    row: int | None
    kind: str
    message: str


class Stretch(NamedTuple):
    """A few articles: from which files and rows, their columns, and how much of the piece is read now."""

    file: pa.Array
    row: pa.Array
    text: pa.Array
    published: pa.Array
    carried: list[pa.Array]
    failures: list[Failure]
    share: float


class Piece(NamedTuple):
    """What is read in one go: a file, some row groups of one, or some text files."""

    files: tuple[File, ...]
    read: "Callable[[Piece, Columns], Iterator[Stretch]]"
    size: int
    groups: tuple[int, int] = (0, 0)
    row: int = 0

    @property
    def name(self) -> str:
        """A name that the same files and row groups always get."""
        parts = "\0".join([*(str(file.path) for file in self.files), str(self.groups)])
        return hashlib.sha256(parts.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def find(inputs: Iterable[str], output: Path) -> list[File]:
    """The files that paths, folders and patterns lead to, each once, without those of the output."""
    found: dict[Path, File] = {}
    for given in inputs:
        # Patterns may begin at the root, which those of pathlib may not.
        paths = [given] if os.path.lexists(given) else sorted(glob(given, recursive=True))  # noqa: PTH207
        if not paths:
            raise NutgrafError(f"{given}: there is no such file or folder")
        for path in map(Path, paths):
            inside = filter(_known, sorted(path.rglob("*"))) if path.is_dir() else [path]
            for file in inside:
                stat, real = file.stat(), file.resolve()
                found.setdefault(real, File(real, shown(file.as_posix()), stat.st_size, stat.st_mtime_ns))
    return [file for path, file in found.items() if output.resolve() not in path.parents]


def pieces(files: Iterable[File], read: Container[str]) -> Iterator[Piece | Failure]:
    """How to read the files, without text files that have been `read`; a failure is one that cannot be."""
    texts: list[File] = []
    size = 0
    for file in files:
        form = _form(file.path)
        if form is None:
            forms = ", ".join(_FORMS)
            yield Failure(file.name, None, "NutgrafError", f"Expected a file that ends in one of {forms}.")
        elif not os.access(file.path, os.R_OK):
            yield Failure(file.name, None, "PermissionError", "The file may not be read.")
        elif form is _texts:
            if str(file.path) in read:
                continue
            if texts and size + file.size > _PIECE:
                yield Piece(tuple(texts), _texts, size)
                texts, size = [], 0
            texts.append(file)
            size += file.size
        elif form is _parquet:
            try:
                yield from _row_groups(file)
            except (OSError, pa.ArrowException) as error:
                yield failure(file, error)
        else:
            yield Piece((file,), form, file.size)
    if texts:
        yield Piece(tuple(texts), _texts, size)


def failure(file: File, error: Exception) -> Failure:
    """A file that could not be read further."""
    return Failure(file.name, None, type(error).__name__, str(error))


def _known(path: Path) -> bool:
    return not path.name.startswith((".", "_")) and path.is_file() and _form(path) is not None


def _row_groups(file: File) -> Iterator[Piece]:
    """Row groups of some size together. A larger one is a piece by itself, read a few megabytes at a time."""
    with pq.ParquetFile(file.path) as parquet:
        groups = [parquet.metadata.row_group(index) for index in range(parquet.num_row_groups)]
    first, row, size, rows = 0, 0, 0, 0
    for index, group in enumerate(groups):
        size, rows = size + group.total_byte_size, rows + group.num_rows
        if size >= _PIECE or index + 1 == len(groups):
            share = file.size * (index + 1 - first) // len(groups)
            yield Piece((file,), _parquet, share, (first, index + 1), row)
            first, row, size, rows = index + 1, row + rows, 0, 0


def _parquet(piece: Piece, columns: Columns) -> Iterator[Stretch]:
    (file,) = piece.files
    # With buffers of its own a column is read page by page, however long the row group is.
    with pq.ParquetFile(file.path, pre_buffer=False, buffer_size=1 << 20) as parquet:
        wanted = [name for name in _names(columns) if name in parquet.schema_arrow.names]
        _check(wanted, parquet.schema_arrow.names, columns)
        groups = range(*piece.groups)
        total = sum(parquet.metadata.row_group(index).num_rows for index in groups)
        row = piece.row
        for batch in parquet.iter_batches(1024, row_groups=groups, columns=wanted):
            for few in _cut(batch):
                row += few.num_rows
                yield _stretch(file, row - few.num_rows, few, columns, (row - piece.row) / total, [])


def _csv(piece: Piece, columns: Columns) -> Iterator[Stretch]:
    (file,) = piece.files
    # The rows that are none, as they come: also those of a stretch that is read ahead.
    skipped: deque[Failure] = deque()

    def skip(row: Any) -> str:
        shown = _as_written(row.text).decode(errors="replace")[:80]
        about = f"Expected {row.expected_columns} columns, found {row.actual_columns}: {shown!r}"
        # They are counted from 1, and the names are the first.
        skipped.append(Failure(file.name, row.number - 2, "ArrowInvalid", about))
        return "skip"

    between = "\t" if ".tsv" in file.path.suffixes else ","
    # Without threads rows are counted. All bytes are Latin-1; what is no UTF-8 is no text of that row, and no
    # reason to leave the others, but of a row of another length pyarrow would end the file for it.
    read = pa.csv.ReadOptions(block_size=_CSV_BLOCK, use_threads=False, encoding="latin-1")
    parse = pa.csv.ParseOptions(delimiter=between, newlines_in_values=True, invalid_row_handler=skip)
    with _opened(file) as (raw, stream):
        names = pa.csv.open_csv(stream, read, parse).schema.names
    skipped.clear()
    there = {_as_written(name).decode(errors="replace"): name for name in names}
    wanted = [name for name in _names(columns) if name in there]
    _check(wanted, list(there), columns)
    given = [there[name] for name in wanted]
    convert = pa.csv.ConvertOptions(include_columns=given, column_types=dict.fromkeys(given, pa.string()))
    row = 0
    with _opened(file) as (raw, stream):
        for batch in pa.csv.open_csv(stream, read, parse, convert):
            for few in _cut(batch):
                rows, failures = _placed(row, few.num_rows, skipped)
                row = rows[-1] + 1 if rows else row
                found = pa.table([_utf8(column) for column in few.columns], wanted)
                yield _stretch(file, rows, found, columns, raw.tell() / max(file.size, 1), failures)
    nothing = pa.table([pa.array([], pa.string()) for _ in wanted], wanted)
    yield _stretch(file, row, nothing, columns, 1.0, list(skipped))


def _as_written(latin: str) -> bytes:
    """The bytes that were read as Latin-1."""
    return latin.encode("latin-1")


def _utf8(latin: pa.Array) -> pa.Array:
    """The strings that the bytes are, or are not: texts are checked when they are read."""
    return pa.array(map(_as_written, latin.to_pylist()), pa.binary()).view(pa.string())


def _placed(row: int, count: int, skipped: deque[Failure]) -> tuple[list[int], list[Failure]]:
    """The rows that so many are from `row` on, and those between that were skipped."""
    rows: list[int] = []
    failures: list[Failure] = []
    while len(rows) < count:
        if skipped and skipped[0].row == row:
            failures.append(skipped.popleft())
        else:
            rows.append(row)
        row += 1
    return rows, failures


def _lines(piece: Piece, columns: Columns) -> Iterator[Stretch]:
    (file,) = piece.files
    schema = pa.schema((name, pa.string()) for name in _names(columns))
    row = 0
    with _opened(file) as (raw, stream):
        while block := stream.read(_BLOCK) + stream.readline():
            lines = block.removesuffix(b"\n").split(b"\n")
            failures: list[Failure] = []
            rows: list[int] | None = None
            table = _table(block, schema)
            if table is None or table.num_rows != len(lines):
                rows, table = _one_by_one(lines, row, schema, columns.text, file, failures)
            share = raw.tell() / max(file.size, 1)
            yield _stretch(file, row if rows is None else rows, table, columns, share, failures)
            row += len(lines)


def _table(block: bytes, schema: pa.Schema) -> pa.Table | None:
    """The objects of a block if all of them are as they should be."""
    try:
        block.decode()
        return pa.json.read_json(
            io.BytesIO(block),
            pa.json.ReadOptions(use_threads=False, block_size=len(block) + 1),
            pa.json.ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore"),
        )
    except (UnicodeDecodeError, pa.ArrowInvalid):
        return None


def _one_by_one(
    lines: list[bytes], row: int, schema: pa.Schema, text: str, file: File, failures: list[Failure]
) -> tuple[list[int], pa.Table]:
    """The lines that are objects with a text, and why the others are not. What is no string becomes JSON."""
    rows, found = [], []
    for place, line in enumerate(lines, row):
        if not line or line.isspace():
            continue
        try:
            record = parsed(line)
            if not isinstance(record.get(text), str | None):
                raise ValueError(f'expected an object with a string "{text}"')
            values = [record.get(name) for name in schema.names]
            values = [dumps(value) if not isinstance(value, str | None) else value for value in values]
            pa.array(values, pa.string())
        except ValueError as error:
            failures.append(Failure(file.name, place, type(error).__name__, str(error)))
        else:
            rows.append(place)
            found.append(dict(zip(schema.names, values, strict=True)))
    return rows, pa.Table.from_pylist(found, schema)


def _texts(piece: Piece, columns: Columns) -> Iterator[Stretch]:
    names, texts, failures, size = [], [], [], 0
    for number, file in enumerate(piece.files, 1):
        try:
            texts.append(decoded(file.path.read_bytes()))
            names.append(file.name)
        except OSError as error:
            failures.append(failure(file, error))
        except ValueError as error:
            failures.append(Failure(file.name, 0, type(error).__name__, str(error)))
        size += file.size
        if size >= _BLOCK or number == len(piece.files):
            carried = [
                pa.array(names if column == "id" else [None] * len(names), pa.string())
                for column in columns.keep
            ]
            nothing = pa.nulls(len(names), pa.string())
            rows = pa.array([0] * len(names), pa.int64())
            share = number / len(piece.files)
            yield Stretch(
                pa.array(names, pa.string()),
                rows,
                pa.array(texts, pa.string()),
                nothing,
                carried,
                failures,
                share,
            )
            names, texts, failures, size = [], [], [], 0


# What reads a file, by how its name ends.
_FORMS = {
    ".txt": _texts,
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".csv": _csv,
    ".tsv": _csv,
    ".parquet": _parquet,
}


def _form(path: Path) -> "Callable[[Piece, Columns], Iterator[Stretch]] | None":
    form = _FORMS.get(path.suffix.lower())
    if path.suffix.lower() in _COMPRESSIONS:
        form = _FORMS.get(Path(path.stem).suffix.lower())
        return form if form in (_lines, _csv) else None
    return form


@contextmanager
def _opened(file: File) -> Iterator[tuple[BinaryIO, io.BufferedIOBase]]:
    """A file as it lies there, and what is in it when it is compressed no more, without a byte order mark."""
    compression = _COMPRESSIONS.get(file.path.suffix.lower())
    with file.path.open("rb") as raw:
        stream = raw if compression is None else io.BufferedReader(pa.CompressedInputStream(raw, compression))
        if stream.peek(len(BOM_UTF8)).startswith(BOM_UTF8):
            stream.read(len(BOM_UTF8))
        yield raw, stream


def _names(columns: Columns) -> list[str]:
    return list(dict.fromkeys([columns.text, columns.published, *columns.keep]))


def _check(found: list[str], there: list[str], columns: Columns) -> None:
    for name in columns.named.difference(found):
        raise NutgrafError(f'Expected a column "{name}", found {", ".join(there)}.')


def _cut(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """A batch in parts of a few megabytes, as far as rows have the same size."""
    parts = 1 + batch.nbytes // _BLOCK
    step = max(1, -(-batch.num_rows // parts))
    return (batch.slice(start, step) for start in range(0, batch.num_rows, step))


def _stretch(
    file: File, rows: int | list[int], found: Batch, columns: Columns, share: float, failures: list[Failure]
) -> Stretch:
    """Rows of a file, in the types that all inputs are brought to."""
    count = found.num_rows
    places = list(range(rows, rows + count)) if isinstance(rows, int) else rows

    def column(name: str) -> pa.Array:
        if name not in found.schema.names:
            return pa.nulls(count, pa.string())
        values = whole(found.column(name)).cast(pa.string())
        if name != columns.text:
            values.validate(full=True)
        return values

    return Stretch(
        pa.repeat(file.name, count),
        pa.array(places, pa.int64()),
        column(columns.text),
        # Of a moment, the day.
        pc.utf8_slice_codeunits(column(columns.published), 0, 10),
        [column(name) for name in columns.keep],
        failures,
        share,
    )
