"""`python -m nutgraf corpus`, as a user runs it."""

import bz2
import codecs
import datetime
import errno
import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import nutgraf
import pyarrow as pa
import pyarrow.csv
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest
from engine import TEXTS
from nutgraf import _sources
from nutgraf._corpus import _parser
from nutgraf._corpus import main as corpus
from nutgraf._store import Part, Store
from nutgraf.batch import SCHEMAS

NEWS = [{"id": f"n{index}", "text": text} for index, text in enumerate(TEXTS)]
TABLES = ("quotes", "claims", "blocks", "dates")


def run(*arguments: str | Path, cwd: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "nutgraf", "corpus", "--output", "out", "--quiet", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
    )


def found(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table of the results, in the order of the input."""
    rows = pa.dataset.dataset(folder / "out" / table).to_table().to_pylist()
    index = f"{table[:-1]}_index"
    return sorted(rows, key=lambda row: (row["file"], row["row"] or 0, row.get(index, 0)))


def check(folder: Path, expected: nutgraf.Corpus, file: str) -> None:
    """The rows that came from a file are those of `parse_many`."""
    for table in TABLES:
        wanted = getattr(expected, table).to_dicts()
        given = [row for row in found(folder, table) if row.pop("file") == file]
        assert given == wanted


def lines(*records: Any) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


def write(folder: Path, name: str) -> None:
    """The articles as a file of some kind."""
    table = pa.Table.from_pylist(NEWS)
    (folder / name).parent.mkdir(exist_ok=True)
    if name.endswith(".parquet"):
        pq.write_table(table, folder / name, row_group_size=7)
    elif ".jsonl" in name:
        data = lines(*NEWS)
        (folder / name).write_bytes(
            gzip.compress(data)
            if name.endswith("gz")
            else bz2.compress(data)
            if name.endswith("bz2")
            else data
        )
    else:
        options = pa.csv.WriteOptions(delimiter="\t" if name.endswith("tsv") else ",")
        pa.csv.write_csv(table, folder / name, options)


@pytest.mark.parametrize("name", ["a.parquet", "a.jsonl", "a.jsonl.gz", "a.jsonl.bz2", "a.csv", "a.tsv"])
def test_the_rows_of_parse_many(name: str, tmp_path: Path) -> None:
    write(tmp_path, name)
    done = run(name, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    # CSV knows no difference between nothing and an empty text.
    texts = [text or "" if "sv" in name else text for text in TEXTS]
    check(tmp_path, nutgraf.parse_many(texts, ids=[f"n{index}" for index in range(len(TEXTS))]), name)
    missing = texts.count(None)
    assert done.stdout.startswith(f"{len(TEXTS) - missing} articles: ")
    assert f"; {missing} rows without a text" in done.stdout


def test_text_files(tmp_path: Path) -> None:
    texts = {f"news/{index % 3}/{index:03}.txt": text for index, text in enumerate(TEXTS) if text}
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    (tmp_path / "news" / "notes.md").write_text("not an article", encoding="utf-8")
    assert run("news", cwd=tmp_path).returncode == 0
    for name, text in texts.items():
        check(tmp_path, nutgraf.parse_many([text], ids=[name]), name)
    assert run("news/**/*.txt", cwd=tmp_path).stdout == run("news", cwd=tmp_path).stdout


def test_a_text_file_that_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.txt").write_text(f"“No,” Ms. {name.upper()}rtega said.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    read = Path.read_bytes

    def breaks(path: Path) -> bytes:
        if path.name == "b.txt":
            raise OSError(errno.EIO, "Input/output error")
        return read(path)

    command = ["a.txt", "b.txt", "c.txt", "--output", "out", "--quiet"]
    with monkeypatch.context() as broken:
        broken.setattr(Path, "read_bytes", breaks)
        for _ in "ab":
            assert corpus(command) == 1
            told = capsys.readouterr().out.splitlines()
            assert told[1:] == ["not read, OSError: b.txt: [Errno 5] Input/output error"]
    assert [row["file"] for row in found(tmp_path, "quotes")] == ["a.txt", "c.txt"]
    # The next run reads it.
    assert corpus(command) == 0
    assert [row["file"] for row in found(tmp_path, "quotes")] == ["a.txt", "b.txt", "c.txt"]
    assert found(tmp_path, "errors") == []


def test_a_byte_order_mark_is_no_part_of_the_first_record(tmp_path: Path) -> None:
    data = codecs.BOM_UTF8 + lines(*NEWS)
    (tmp_path / "a.jsonl").write_bytes(data)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data))
    assert run(".", cwd=tmp_path).returncode == 0
    expected = nutgraf.parse_many(TEXTS, ids=[f"n{index}" for index in range(len(TEXTS))])
    check(tmp_path, expected, "a.jsonl")
    check(tmp_path, expected, "a.jsonl.gz")


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("“No,” Ms. Ortega said.", encoding="utf-8")
    for _ in "ab":
        done = run(".", cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    assert [row["file"] for row in found(tmp_path, "quotes")] == ["caf\ufffd.txt"]


def test_columns_and_dates(tmp_path: Path) -> None:
    news = {
        "key": [1, 2],
        "body": ["It opens on Monday, “we hope,” he said.", "It opens on Monday."],
        "shown": [datetime.datetime(2025, 5, 14, 9), datetime.datetime(2025, 5, 21, 23)],
        "date": [datetime.date(2025, 5, 1)] * 2,
    }
    pq.write_table(pa.table(news), tmp_path / "a.parquet")
    options = (
        "--text",
        "body",
        "--published",
        "shown",
        "--keep",
        "key,date=day",
        "--tables",
        "dates,speakers",
    )
    assert run("a.parquet", *options, cwd=tmp_path).returncode == 0
    rows = found(tmp_path, "dates")
    assert [row["date"] for row in rows] == ["2025-05-19", "2025-05-26"]
    assert [(row["key"], row["day"]) for row in rows] == [("1", "2025-05-01"), ("2", "2025-05-01")]
    assert {path.name for path in (tmp_path / "out").iterdir() if path.name[0] != "_"} == {
        "dates",
        "speakers",
        "errors",
    }
    clash = run("a.parquet", "--text", "body", "--keep", "date", "--output", "other", cwd=tmp_path)
    assert clash.returncode == 2
    assert "first ten characters" in " ".join(run("--help", cwd=tmp_path).stdout.split())
    missing = run("a.parquet", "--text", "body", "--keep", "source", "--output", "other", cwd=tmp_path)
    assert (missing.returncode, 'Expected a column "source", found key, body' in missing.stdout) == (1, True)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    news = lines(
        {"text": "Costs rose 3 percent.", "id": 5}, {"text": 7}, [1], {"text": "\ud800"}, {"id": "x"}
    )
    (tmp_path / "a.jsonl").write_bytes(news + b'\n{"text": "\xff"}\n{"text": "Costs fell 4 percent."}')
    (tmp_path / "b.txt").write_bytes(b"\xff")
    (tmp_path / "c.csv").write_bytes(b"id,text\n1,Costs rose.\n2,x,y\n3,\xff\xfe\n4,\xff,z\n")
    (tmp_path / "d.parquet").write_bytes(b"no")
    (tmp_path / "e.md").write_text("no", encoding="utf-8")
    (tmp_path / "f.jsonl").write_bytes(lines({"text": "It opens on Monday.", "published": "soon"}))
    done = run(".", "e.md", cwd=tmp_path)
    assert done.returncode == 1
    assert "not read, ArrowInvalid: d.parquet: " in done.stdout
    assert "not read, NutgrafError: e.md: Expected a file that ends in one of .txt, " in done.stdout
    errors = [(row["file"], row["row"], row["kind"]) for row in found(tmp_path, "errors")]
    assert errors == [
        ("a.jsonl", 1, "ValueError"),
        ("a.jsonl", 2, "ValueError"),
        ("a.jsonl", 3, "UnicodeEncodeError"),
        ("a.jsonl", 6, "ValueError"),
        ("b.txt", 0, "ValueError"),
        ("c.csv", 1, "ArrowInvalid"),
        ("c.csv", 2, "UnicodeDecodeError"),
        ("c.csv", 3, "ArrowInvalid"),
        ("f.jsonl", 0, "NutgrafError"),
    ]
    assert "a.jsonl, row 2: expected an object" in done.stdout
    assert [(row["row"], row["id"]) for row in found(tmp_path, "claims")] == [(0, "5"), (7, None)]
    again = run(".", "e.md", cwd=tmp_path)
    assert (again.returncode, again.stdout) == (1, done.stdout)


@pytest.mark.parametrize("block", [40, 64, 1 << 20])
@pytest.mark.parametrize("begin", [b"", codecs.BOM_UTF8])
def test_rows_of_csv_are_counted(
    begin: bytes, block: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_sources, "_CSV_BLOCK", block)
    path = tmp_path / "a.csv"
    text = 'schlüssel,text\r\n0,é\r\n1,x,y\r\n2,"“ja“\r\nb"\r\n\r\n3,d\r\n'
    pairs = b"".join(b"%d,c,%d\r\n%d,d\r\n" % (row, row, row + 1) for row in range(7, 47, 2))
    path.write_bytes(begin + text.encode() + b"4,\xff,y\r\n5\r\n6,\xff\r\n" + pairs + b"47,x,y\r\n")
    (piece,) = _sources.pieces(_sources.find([str(path)], tmp_path / "out"), ())
    assert isinstance(piece, _sources.Piece)
    columns = _sources.Columns("text", "published", {"schlüssel": "key"}, frozenset(["text", "schlüssel"]))
    found = list(_sources._csv(piece, columns))
    rows = [row for stretch in found for row in stretch.row.to_pylist()]
    bad = [failure.row for stretch in found for failure in stretch.failures]
    assert rows == [0, 2, 3, 6, *range(8, 48, 2)]
    assert bad == [1, 4, 5, *range(7, 47, 2), 47]
    assert [int(key) for stretch in found for key in stretch.carried[0].to_pylist()] == rows
    texts = [text for stretch in found for text in stretch.text.cast(pa.binary()).to_pylist()]
    assert texts[:4] == ["é".encode(), "“ja“\r\nb".encode(), b"d", b"\xff"]
    (strange,) = [failure for stretch in found for failure in stretch.failures if failure.row == 4]
    assert strange.message == "Expected 2 columns, found 3: '4,\ufffd,y'"


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    write(tmp_path, "in/a.jsonl")
    (tmp_path / "in" / "b.txt").write_text("“No,” Ms. Ortega said.", encoding="utf-8")
    first = run("in", cwd=tmp_path)
    made = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    assert run("in", cwd=tmp_path).stdout == first.stdout
    assert made == {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.parquet")}
    # New files are added, also between others and below the output.
    write(tmp_path, "in/aa.jsonl")
    (tmp_path / "in" / "aa.txt").write_text("“Yes,” Ms. Ortega said.", encoding="utf-8")
    more = run(".", cwd=tmp_path)
    assert more.returncode == 0
    assert {path: path.stat().st_mtime_ns for path in made} == made
    assert {row["file"] for row in found(tmp_path, "quotes")} == {
        "in/a.jsonl",
        "in/aa.jsonl",
        "in/b.txt",
        "in/aa.txt",
    }
    whole = found(tmp_path, "quotes")
    # What has no note is made again, and what was half is gone.
    note = next((tmp_path / "out" / "_done").iterdir())
    note.unlink()
    (tmp_path / "out" / "_partial" / "half.parquet").write_bytes(b"half")
    assert run(".", cwd=tmp_path).stdout == more.stdout
    assert found(tmp_path, "quotes") == whole
    assert note.exists()
    assert not list((tmp_path / "out" / "_partial").iterdir())


def test_a_part_that_cannot_be_finished(tmp_path: Path) -> None:
    schema = pa.schema([("row", pa.int64())])
    part = Part(Store(tmp_path, {}), "part", dict.fromkeys("abc", schema))
    for table in "abc":
        part.write(table, pa.record_batch({"row": [1]}))
    (tmp_path / "b").touch()
    # The first has been moved by then.
    with pytest.raises(FileExistsError):
        part.finish({})
    part.abandon()
    assert not list((tmp_path / "_partial").iterdir())


def test_a_part_is_abandoned_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    part = Part(Store(tmp_path, {}), "part", dict.fromkeys("abc", pa.schema([("row", pa.int64())])))

    def refuse() -> None:
        raise OSError("no space left")

    monkeypatch.setattr(part.writers["a"], "close", refuse)
    part.abandon()
    assert not part.writers["c"].is_open
    assert not list((tmp_path / "_partial").iterdir())


def test_a_table_named_twice_is_written_once(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl")
    assert run("a.jsonl", "--tables", "quotes,quotes", cwd=tmp_path).stdout.count(" quotes") == 1
    read = nutgraf.parse_many(TEXTS)
    assert len(found(tmp_path, "quotes")) == len(read.quotes)


@pytest.mark.parametrize("threads", ["0", "-1"])
def test_no_threads_are_refused(threads: str, tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl")
    done = run("a.jsonl", "--threads", threads, cwd=tmp_path)
    assert (done.returncode, f"Expected one thread or more, found {threads}." in done.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


def test_threads_are_those_that_the_process_may_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3, 5}, raising=False)
    assert _parser().parse_args(["x", "--output", "out"]).threads == 3
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert _parser().parse_args(["x", "--output", "out"]).threads == 1


def test_runs_of_other_kinds_do_not_mix(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl")
    assert run("a.jsonl", cwd=tmp_path).returncode == 0
    other = run("a.jsonl", "--tables", "quotes", cwd=tmp_path)
    assert (other.returncode, "out was begun in another way: tables" in other.stderr) == (2, True)
    os.utime(tmp_path / "a.jsonl", (5, 5))
    changed = run("a.jsonl", cwd=tmp_path)
    assert (changed.returncode, "a.jsonl has changed since it was read into out" in changed.stderr) == (
        2,
        True,
    )
    settings = tmp_path / "out" / "_run.json"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(nutgraf.__version__, "0.0.1"), encoding="utf-8"
    )
    older = run("a.jsonl", cwd=tmp_path)
    assert (older.returncode, "version 0.0.1 there" in older.stderr) == (2, True)
    assert run("nothing*.txt", cwd=tmp_path).returncode == 2


def test_tables_tell_what_they_were_read_with(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl")
    run("a.jsonl", cwd=tmp_path)
    for table in (*TABLES, "errors"):
        (path,) = (tmp_path / "out" / table).iterdir()
        schema = pq.read_schema(path)
        assert schema.metadata[b"nutgraf.version"] == nutgraf.__version__.encode()
        assert schema.metadata[b"nutgraf.table"] == table.encode()
        if table != "errors":
            assert schema.names == ["file", "row", "id", *SCHEMAS[table].names]
