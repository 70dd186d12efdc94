"""`python -m nutgraf corpus`: files of articles to Parquet, to be gone on with wherever it stopped."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from threading import Event

import pyarrow as pa

import nutgraf
from nutgraf._progress import Meter
from nutgraf._sources import Columns, Failure, Piece, Stretch, failure, find, pieces
from nutgraf._store import Part, Store
from nutgraf.batch import PARTS, SCHEMAS, rows

_OK, _FAILED, _USAGE, _INTERRUPTED = 0, 1, 2, 130

# A part of the results is made of about so many bytes of text.
_PART = 16 << 20

# As many failures are shown of each kind; all of them are in the table of errors.
_SHOWN = 3

_ERRORS = pa.schema(
    [("file", pa.string()), ("row", pa.int64()), ("kind", pa.string()), ("message", pa.string())]
)


def main(arguments: Sequence[str]) -> int:
    """Run the command; the exit status."""
    parser = _parser()
    args = parser.parse_args(arguments)
    try:
        run = _Run(args)
    except (nutgraf.NutgrafError, OSError) as error:
        parser.error(str(error))
    try:
        run.all()
    except KeyboardInterrupt:
        print("nutgraf: stopped; the same command goes on from here", file=sys.stderr)
        return _INTERRUPTED
    return run.summary()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m nutgraf corpus",
        description="Read files of articles and write what is in them as Parquet, a folder for each table. "
        "The same command again does what is left to do.",
        epilog="Exit status: 0 when all was read, 1 when something could not be, 2 when nothing was begun.",
    )
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="files, folders and patterns: .txt with an article each, .jsonl, .csv and .tsv, also compressed "
        "(.gz, .bz2, .zst), and .parquet",
    )
    parser.add_argument("--output", required=True, type=Path, metavar="DIR", help="where the results go")
    parser.add_argument("--text", metavar="COLUMN", help="the column with the texts; text unless given")
    parser.add_argument(
        "--published",
        metavar="COLUMN",
        help="the column with the date or time of each article, in ISO 8601; of a moment the day is taken, "
        "its first ten characters; published where there is one",
    )
    parser.add_argument(
        "--keep",
        metavar="COLUMN[=NAME],...",
        help="columns to carry along as text, under another name if one is given; id where there is one",
    )
    parser.add_argument(
        "--tables",
        default="quotes,claims,blocks,dates",
        metavar="TABLE,...",
        help=f"of {', '.join(PARTS)}; quotes,claims,blocks,dates unless given",
    )
    parser.add_argument("--threads", type=int, default=_cores(), metavar="N", help="all cores unless given")
    parser.add_argument("--quiet", action="store_true", help="show no progress")
    return parser


def _cores() -> int:
    """How many cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _columns(args: argparse.Namespace) -> Columns:
    pairs = [pair.partition("=") for pair in (args.keep or "id").split(",")]
    keep = {column: name or column for column, _, name in pairs}
    named = {args.text or "text", *([args.published] if args.published else []), *(keep if args.keep else [])}
    return Columns(args.text or "text", args.published or "published", keep, frozenset(named))


def _schemas(tables: Iterable[str], columns: Columns) -> dict[str, pa.Schema]:
    """The columns of the tables, and what they are read with."""
    corpus = nutgraf.parse_many([], published=())
    given = [pa.field("file", pa.string()), pa.field("row", pa.int64())]
    given += [pa.field(name, pa.string()) for name in columns.keep.values()]
    schemas = {}
    for table in tables:
        if table not in PARTS:
            raise nutgraf.NutgrafError(f"Expected tables of {', '.join(PARTS)}, found {table}.")
        schema = pa.schema([*given, *SCHEMAS[table]], metadata=getattr(corpus, table).metadata)
        if len(set(schema.names)) < len(schema.names):
            kept = ", ".join(columns.keep.values())
            raise nutgraf.NutgrafError(
                f"{table} have columns file, row and others of the names {kept}; rename with ="
            )
        schemas[table] = schema
    metadata = {**schema.metadata, b"nutgraf.table": b"errors"}
    return {**schemas, "errors": _ERRORS.with_metadata(metadata)}


class _Run:
    """All that is to do, and what has been done."""

    def __init__(self, args: argparse.Namespace) -> None:
        if args.threads < 1:
            raise nutgraf.NutgrafError(f"Expected one thread or more, found {args.threads}.")
        self.columns = _columns(args)
        self.tables = list(dict.fromkeys(args.tables.split(",")))
        self.schemas = _schemas(self.tables, self.columns)
        files = find(args.inputs, args.output)
        told = self.schemas["errors"].metadata
        run = {key: told[f"nutgraf.{key}".encode()].decode() for key in ("version", "lexicon", "options")}
        columns = {name: getattr(self.columns, name) for name in ("text", "published", "keep")}
        self.store = Store(args.output, {**run, "columns": columns, "tables": self.tables})
        self.done: set[str] = set()
        read: dict[str, list[int]] = {}
        whole: set[str] = set()
        for note in self.store.done():
            self.done.add(note["part"])
            read.update(note["files"])
            if note["last"]:
                whole.add(note["piece"])
        for file in files:
            if read.get(str(file.path), file.stamp) != file.stamp:
                raise nutgraf.NutgrafError(f"{file.name} has changed since it was read into {args.output}")
        self.unread: list[Failure] = []
        self.pieces: list[Piece] = []
        for piece in pieces(files, read.keys()):
            if isinstance(piece, Failure):
                self.unread.append(piece)
            elif piece.name not in whole:
                self.pieces.append(piece)
        self.workers = max(1, min(args.threads, len(self.pieces)))
        self.threads = max(1, args.threads // self.workers)
        self.meter = Meter(sum(piece.size for piece in self.pieces), None if args.quiet else sys.stderr)
        self.stopped = Event()

    def all(self) -> None:
        """Read every piece. After an interruption the parts that were begun are left out."""
        pool = ThreadPoolExecutor(self.workers)
        try:
            waiting = {pool.submit(_Reading(self, piece).all): piece for piece in self.pieces}
            while waiting:
                for future in wait(waiting, timeout=0.2).done:
                    piece = waiting.pop(future)
                    try:
                        future.result()
                    except (OSError, pa.ArrowException, nutgraf.NutgrafError) as error:
                        self.unread.append(failure(piece.files[0], error))
                self.meter.show()
        finally:
            self.stopped.set()
            pool.shutdown(cancel_futures=True)
            self.meter.close()

    def summary(self) -> int:
        """Tell what all runs into this folder have found, and what could not be read; the exit status."""
        counts: Counter[str] = Counter()
        failures: Counter[str] = Counter()
        shown: dict[str, list[str]] = {}
        for note in self.store.done():
            counts.update(note["rows"], articles=note["articles"], missing=note["missing"])
            failures.update(note["failures"])
            for kind, examples in note["examples"].items():
                shown[kind] = (shown.get(kind, []) + examples)[:_SHOWN]
        found = ", ".join(f"{counts[table]:,} {table}" for table in self.tables)
        print(f"{counts['articles']:,} articles: {found}; {counts['missing']:,} rows without a text")
        for kind, count in failures.items():
            print(f"{count:,} not read, {kind}, see {self.store.folder / 'errors'}:")
            print(*(f"  {example}" for example in shown[kind]), sep="\n")
        for unread in self.unread:
            print(f"not read, {unread.kind}: {unread.file}: {unread.message}")
        return _FAILED if failures or self.unread else _OK


class _Reading:
    """A piece of the input on its way into parts of the results."""

    def __init__(self, run: _Run, piece: Piece) -> None:
        self.run = run
        self.piece = piece
        self.number = -1
        self.part: Part | None = None
        self.unread: set[str] = set()

    def all(self) -> None:
        """Read it. Parts that are there are passed over."""
        share = 0.0
        try:
            self.begin()
            for stretch in self.piece.read(self.piece, self.run.columns):
                if self.run.stopped.is_set():
                    return
                if self.size >= _PART:
                    self.finish(last=False)
                    self.begin()
                self.size += stretch.text.nbytes
                if self.part is not None:
                    self.take(stretch, self.part)
                self.run.meter.add(
                    int((stretch.share - share) * self.piece.size), len(stretch.text) if self.part else 0
                )
                share = stretch.share
            self.finish(last=True)
        finally:
            if self.part is not None:
                self.part.abandon()

    def begin(self) -> None:
        """Begin the next part, unless it is there."""
        self.number += 1
        self.size = self.articles = self.missing = 0
        self.failures: Counter[str] = Counter()
        self.examples: dict[str, list[str]] = {}
        name = f"{self.piece.name}-{self.number:05}"
        if name not in self.run.done:
            self.part = Part(self.run.store, name, self.run.schemas)

    def finish(self, *, last: bool) -> None:
        """End the part, if it was not there and any file could be read."""
        files = {str(file.path): file.stamp for file in self.piece.files if file.name not in self.unread}
        if self.part is None or not files:
            return
        self.part.finish(
            {
                "part": self.part.name,
                "piece": self.piece.name,
                "last": last,
                "files": files,
                "articles": self.articles,
                "missing": self.missing,
                "failures": self.failures,
                "examples": self.examples,
            }
        )
        self.part = None

    def take(self, stretch: Stretch, part: Part) -> None:
        """Read a stretch into a part."""
        corpus = nutgraf.parse_many(stretch.text, published=stretch.published, threads=self.run.threads)
        schemas = self.run.schemas
        for table in self.run.tables:
            places, columns = rows(corpus, table)
            given = [column.take(places) for column in (stretch.file, stretch.row, *stretch.carried)]
            part.write(table, pa.RecordBatch.from_arrays([*given, *columns], schema=schemas[table]))
        # A file that could not be read is left for the next run.
        unread = [error for error in stretch.failures if error.row is None]
        self.unread.update(error.file for error in unread)
        self.run.unread += unread
        failures = [error for error in stretch.failures if error.row is not None] + [
            Failure(
                stretch.file[error.row].as_py(), stretch.row[error.row].as_py(), error.kind, error.message
            )
            for error in corpus.errors
        ]
        told = pa.RecordBatch.from_pylist([error._asdict() for error in failures], schemas["errors"])
        part.write("errors", told)
        for error in failures:
            self.failures[error.kind] += 1
            examples = self.examples.setdefault(error.kind, [])
            if len(examples) < _SHOWN:
                examples.append(f"{error.file}, row {error.row}: {error.message}")
        self.missing += stretch.text.null_count
        self.articles += len(stretch.text) - stretch.text.null_count - len(corpus.errors)
