"""`nutgraf.batch`, and the engines that install in a moment: Polars and DuckDB."""

import pickle
import subprocess
import sys
from typing import Any

import duckdb
import nutgraf.duckdb
import nutgraf.polars
import polars as pl
import pyarrow as pa
import pytest
from engine import DAYS, IDS, KINDS, TEXTS, check, corpus
from nutgraf import batch

BATCH = pa.record_batch({"id": IDS, "text": pa.array(TEXTS, pa.string()), "day": pa.array(DAYS, pa.date32())})
STRINGS = (pa.string(), pa.large_string(), pa.string_view())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("published", [None, "day"])
def test_the_rows_of_parse_many(kind: str, published: str | None) -> None:
    found = getattr(batch, kind)(BATCH, keep=["id"], published=published)
    found.validate(full=True)
    check(found.to_pylist(), kind, corpus(published=published is not None))


@pytest.mark.parametrize("kind", KINDS)
def test_batches_of_every_shape(kind: str) -> None:
    read = batch.Reader(kind, keep=["id"])
    found = read(BATCH)
    table = pa.Table.from_batches([BATCH.slice(0, 3), BATCH.slice(3, 0), BATCH.slice(3)])
    assert read(table) == found
    for strings in STRINGS:
        assert read(table.set_column(1, "text", table["text"].cast(strings))) == found
    parts = [read(BATCH.slice(start, 5)) for start in range(0, len(TEXTS), 5)]
    assert list(read.each(BATCH.slice(start, 5) for start in range(0, len(TEXTS), 5))) == parts
    assert pa.Table.from_batches(parts).combine_chunks() == pa.Table.from_batches([found])
    empty = read(BATCH.slice(0, 0))
    assert (empty.num_rows, empty.schema) == (0, found.schema)
    assert read.nested(BATCH["text"]).to_pylist().count(None) == TEXTS.count(None)


@pytest.mark.parametrize("kind", KINDS)
def test_schemas(kind: str) -> None:
    found = batch.Reader(kind, keep=["id"], published="day")(BATCH)
    table = getattr(corpus(published=True), kind)
    assert found.schema.metadata == {key.encode(): value.encode() for key, value in table.metadata.items()}
    own = [name for name in table.column_names if name not in ("row", "id")]
    assert found.schema.names == ["id", *own] == ["id", *batch.SCHEMAS[kind].names]
    assert all(field.metadata[b"description"] for field in batch.SCHEMAS[kind])


def test_options() -> None:
    parser = nutgraf.Parser(cues=["skeeted"], only=["layout", "quotes"])
    given = pa.record_batch({"date": ["x"], "body": ["“No,” Ms. Ortega skeeted on 5 May."]})
    found = batch.quotes(given, "body", keep={"date": "said_on"}, parser=parser, threads=None)
    assert found.select(["said_on", "speaker_name"]).to_pylist() == [
        {"said_on": "x", "speaker_name": "Ortega"}
    ]
    assert b"words" in found.schema.metadata[b"nutgraf.options"]
    assert batch.blocks(given, "body", keep="date").column("date").to_pylist() == ["x"]
    with pytest.raises(nutgraf.NutgrafError, match='dates have a column "date" of their own'):
        batch.dates(given, "body", keep=["date"])
    with pytest.raises(nutgraf.NutgrafError, match="Expected columns day, text, found date, body"):
        batch.dates(given, published="day")


def test_what_cannot_be_read() -> None:
    offsets = pa.array([0, 2, 4, 6], pa.int32()).buffers()[1]
    texts = pa.StringArray.from_buffers(3, offsets, pa.py_buffer(b"ok\xff\xfeok"))
    given = pa.record_batch({"text": texts, "id": [1, 2, 3]})
    errors = batch.articles(given, keep=["id"]).column("error").to_pylist()
    assert errors[0] is errors[2] is None
    assert errors[1].startswith("UnicodeDecodeError: ")
    assert set(batch.blocks(given, keep=["id"]).column("id").to_pylist()) == {1, 3}


MAKE = """
import hashlib, pickle, nutgraf
from nutgraf.batch import Reader
parser = nutgraf.Parser(cues={"skeeted": "wrote", "tooted": "wrote"})
read = Reader("quotes", "te" + "xt", keep={"id": "i" + "d"}, parser=parser)
again = pickle.loads(pickle.dumps(read))
print(hashlib.sha256(pickle.dumps(read)).hexdigest(), pickle.dumps(again) == pickle.dumps(read))
"""


def test_readers_pickle_the_same_everywhere() -> None:
    made = {
        subprocess.run([sys.executable, "-c", MAKE], capture_output=True, text=True, check=True).stdout
        for _ in "ab"
    }
    assert len(made) == 1
    assert made.pop().endswith(" True\n")


def test_a_worker_of_another_version_refuses() -> None:
    read = batch.Reader("quotes")
    read.metadata["nutgraf.version"] = "0.0.1"
    with pytest.raises(RuntimeError, match=r"0\.0\.1"):
        pickle.loads(pickle.dumps(read))(BATCH)


def test_nothing_is_said_and_no_thread_started() -> None:
    code = """
import os, sys, pyarrow as pa
from nutgraf.batch import quotes
before = len(os.listdir("/proc/self/task"))
quotes(pa.record_batch({"text": ["“No,” he said."] * 5000}))
sys.exit(len(os.listdir("/proc/self/task")) - before)
"""
    if not sys.platform.startswith("linux"):
        pytest.skip("reads /proc")
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
@pytest.mark.parametrize("kind", KINDS)
def test_polars(kind: str, engine: Any) -> None:
    lazy = pl.DataFrame(BATCH).lazy()
    found = getattr(nutgraf.polars, kind)(lazy, keep=["id"], published="day")
    frame = found.collect(engine=engine)
    assert frame.schema == found.collect_schema() == {"id": pl.Int64, **nutgraf.polars.SCHEMAS[kind]}
    check(frame.to_dicts(), kind, corpus(published=True))


def test_polars_streams_from_and_to_files(tmp_path: Any) -> None:
    pl.concat([pl.DataFrame(BATCH)] * 20).with_row_index("at").write_parquet(
        tmp_path / "in", row_group_size=50
    )
    found = nutgraf.polars.quotes(pl.scan_parquet(tmp_path / "in"), keep=["at"])
    metadata = batch.Reader("quotes").metadata
    found.sink_parquet(tmp_path / "out", metadata=metadata)
    assert pl.read_parquet_metadata(tmp_path / "out").items() >= metadata.items()
    rows = pl.read_parquet(tmp_path / "out").rename({"at": "id"}).to_dicts()
    check(rows, "quotes", corpus(copies=20))


@pytest.mark.parametrize("kind", KINDS)
def test_duckdb(kind: str) -> None:
    connection = duckdb.connect()
    nutgraf.duckdb.register(connection)
    connection.register(
        "news", pa.Table.from_batches([BATCH] * 3).append_column("n", pa.array(range(3 * len(TEXTS))))
    )
    found = connection.sql(
        f"select n as id, nutgraf_{kind}(text, day) as found, text is null as missing from news"
    )
    assert str(found.types[1]) == str(connection.sql(f"select null::{nutgraf.duckdb.TYPES[kind]}").types[0])
    rows = []
    for place, value, missing in found.fetchall():
        if missing:
            assert value is None
        if kind == "articles":
            rows.append({"id": place, **(value or dict.fromkeys(batch.SCHEMAS[kind].names))})
        else:
            rows += [{"id": place, **row} for row in value or []]
    check(rows, kind, corpus(published=True, copies=3))
    alone = connection.sql(
        f"select nutgraf_{kind}(text) = nutgraf_{kind}(text, null) from news where text = ''"
    )
    assert set(alone.fetchall()) == {(True,)}
