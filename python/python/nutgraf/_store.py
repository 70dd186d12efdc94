"""Where the results of a corpus go: a folder of Parquet files for each table, none of them ever half."""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from nutgraf import NutgrafError

# Row groups of about so many bytes, before compression.
_GROUP = 8 << 20


class Store:
    """The folder of the results.

    Every part of the input gives a file to each table. They are written to `_partial` and moved to where they
    belong when all are whole; then a note in `_done` says so. What has no note is made again, under the same
    names.
    """

    def __init__(self, folder: Path, run: Mapping[str, Any]) -> None:
        """Take a new folder, or one that the same run has begun."""
        self.folder = folder
        for name in ("_done", "_partial"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        begun = folder / "_run.json"
        if not begun.exists():
            self.note(begun, run)
        elif (found := json.loads(begun.read_text(encoding="utf-8"))) != run:
            differ = ", ".join(
                f"{key} {found.get(key)} there, {run.get(key)} here"
                for key in run
                if found.get(key) != run[key]
            )
            raise NutgrafError(f"{folder} was begun in another way: {differ}")
        for left in (folder / "_partial").iterdir():
            left.unlink()

    def done(self) -> Iterator[dict[str, Any]]:
        """The notes about what has been done."""
        for note in sorted((self.folder / "_done").glob("*.json")):
            yield json.loads(note.read_text(encoding="utf-8"))

    def note(self, path: Path, said: Mapping[str, Any]) -> None:
        """Write a JSON file, all of it or nothing."""
        partial = self.folder / "_partial" / path.name
        with partial.open("w", encoding="utf-8") as file:
            json.dump(said, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)


class Part:
    """The files of one part of the input, while they are written."""

    def __init__(self, store: Store, name: str, schemas: Mapping[str, pa.Schema]) -> None:
        """Begin a file for each table."""
        self.store = store
        self.name = name
        self.writers = {
            table: pq.ParquetWriter(self._partial(table), schema, compression="zstd")
            for table, schema in schemas.items()
        }
        self.waiting: dict[str, list[pa.RecordBatch]] = {table: [] for table in schemas}
        self.rows = dict.fromkeys(schemas, 0)

    def write(self, table: str, batch: pa.RecordBatch) -> None:
        """Add rows to a table."""
        self.rows[table] += batch.num_rows
        self.waiting[table].append(batch)
        if sum(waiting.nbytes for waiting in self.waiting[table]) >= _GROUP:
            self._flush(table)

    def finish(self, note: Mapping[str, Any]) -> None:
        """Move the files to where they belong, and note that they are whole."""
        for table, writer in self.writers.items():
            self._flush(table)
            writer.close()
        for table in self.writers:
            folder = self.store.folder / table
            folder.mkdir(exist_ok=True)
            with self._partial(table).open("rb") as file:
                os.fsync(file.fileno())
            self._partial(table).replace(folder / f"{self.name}.parquet")
        self.store.note(self.store.folder / "_done" / f"{self.name}.json", {**note, "rows": self.rows})

    def abandon(self) -> None:
        """Leave nothing of it. What cannot be ended or removed must not hide why it is abandoned."""
        for table, writer in self.writers.items():
            with suppress(OSError, pa.ArrowException):
                writer.close()
            with suppress(OSError):
                # It may have been moved already.
                self._partial(table).unlink(missing_ok=True)

    def _flush(self, table: str) -> None:
        if self.waiting[table]:
            self.writers[table].write_table(pa.Table.from_batches(self.waiting[table]))
            self.waiting[table].clear()

    def _partial(self, table: str) -> Path:
        return self.store.folder / "_partial" / f"{self.name}.{table}.parquet"
