"""Tables in pandas, Polars, pyarrow and DuckDB, and texts from columns of theirs."""

import datetime
from typing import Any

import duckdb
import nutgraf
import pandas
import polars
import pyarrow
import pyarrow.parquet
import pytest
from conftest import ARTICLES

TABLES = ("articles", "blocks", "sentences", "speakers", "quotes", "claims", "dates")
TEXTS = [*(path.read_bytes().decode() for path in ARTICLES), None, "", "“𝄞,” she said of 3 songs."]
STRINGS = (pyarrow.string(), pyarrow.large_string(), pyarrow.string_view())


@pytest.fixture(scope="module")
def corpus() -> nutgraf.Corpus:
    return nutgraf.parse_many(TEXTS, ids=range(len(TEXTS)), published="2025-05-11")


@pytest.mark.parametrize("name", TABLES)
def test_out(corpus: nutgraf.Corpus, name: str) -> None:
    table: nutgraf.Table = getattr(corpus, name)
    rows = table.to_dicts()
    in_arrow = table.to_arrow()
    in_arrow.validate(full=True)
    assert in_arrow.to_pylist() == rows
    assert pyarrow.RecordBatchReader.from_stream(table).read_all() == in_arrow
    assert polars.DataFrame(table).to_dicts() == table.to_polars().to_dicts() == rows
    frame = table.to_pandas()
    assert list(frame.columns) == list(table.column_names)
    assert (
        frame["start" if "start" in frame else "row"].tolist()
        == in_arrow["start" if "start" in frame else "row"].to_pylist()
    )
    assert len(frame) == len(rows)
    found = table
    for _ in range(2):
        assert duckdb.sql("select count(*) from found").fetchall() == [(len(found),)]
    connection = duckdb.connect()
    connection.register("registered", table)
    assert connection.sql("from registered").fetchall() == [tuple(row.values()) for row in rows]


def test_empty_tables() -> None:
    for name in TABLES:
        table: nutgraf.Table = getattr(nutgraf.parse_many([]), name)
        assert table.to_arrow().num_rows == table.to_polars().height == len(table.to_pandas()) == 0
        assert table.to_arrow().column_names == list(table.column_names)


def test_types(corpus: nutgraf.Corpus) -> None:
    schema = pyarrow.schema(corpus.claims)
    assert schema.field("id").type == pyarrow.int64()
    assert schema.field("unit_kind").type == pyarrow.dictionary(pyarrow.int8(), pyarrow.string())
    assert not schema.field("confidence").nullable
    assert schema.field("value").metadata[b"description"].startswith(b"The number in plain")
    assert schema.metadata[b"nutgraf.version"] == nutgraf.__version__.encode()
    assert isinstance(corpus.claims.to_pandas()["unit_kind"].dtype, pandas.CategoricalDtype)
    assert corpus.claims.to_polars()["comparator"].dtype == polars.Categorical
    assert corpus.dates.to_polars()["first_day"].dtype == polars.Date


def columns() -> dict[str, Any]:
    """The texts in every column that they can come in."""
    found: dict[str, Any] = {
        "polars": polars.Series(TEXTS),
        "polars, frame of one column": polars.DataFrame({"text": TEXTS}),
        "pandas": pandas.Series(TEXTS),
        "pandas, objects": pandas.Series(TEXTS, dtype=object),
        "pandas, string": pandas.Series(TEXTS, dtype="string"),
        "pandas, categories": pandas.Series(TEXTS, dtype="category"),
        "pyarrow, table of one column": pyarrow.table({"text": TEXTS}),
        "pyarrow, dictionary": pyarrow.array(TEXTS).dictionary_encode(),
    }
    for kind in STRINGS:
        found[f"array of {kind}"] = pyarrow.array(TEXTS, kind)
        found[f"slice of {kind}"] = pyarrow.array(["before", *TEXTS, "behind"], kind)[1:-1]
        parts = [pyarrow.array(TEXTS[:3], kind), pyarrow.array([], kind), pyarrow.array(TEXTS[3:], kind)]
        found[f"chunks of {kind}"] = pyarrow.chunked_array(parts)
    return found


@pytest.mark.parametrize("name", columns())
@pytest.mark.parametrize("threads", [1, 2])
def test_in(name: str, threads: int) -> None:
    texts = columns()[name]
    expected = [None if text is None else nutgraf.parse(text) for text in TEXTS]
    assert list(nutgraf.parse_many(texts, threads=threads)) == expected
    assert list(nutgraf.iter_many(columns()[name], threads=threads)) == expected


def test_in_from_duckdb() -> None:
    news = pyarrow.table({"text": TEXTS})
    relation = duckdb.sql("select text from news")
    assert len(news) == len(TEXTS)
    assert list(nutgraf.parse_many(relation)) == list(nutgraf.parse_many(TEXTS))


def test_columns_that_hold_no_texts() -> None:
    assert [error.kind for error in nutgraf.parse_many(polars.Series([1, 2])).errors] == ["TypeError"] * 2
    assert list(nutgraf.parse_many(pyarrow.nulls(3))) == [None] * 3
    for table in (polars.DataFrame({"a": ["x"], "b": ["y"]}), pandas.DataFrame({"a": ["x"], "b": ["y"]})):
        with pytest.raises(TypeError, match='found a table; give one of "a", "b"'):
            nutgraf.parse_many(table)


def test_a_column_that_is_no_utf_8() -> None:
    offsets = pyarrow.array([0, 2, 4, 6], pyarrow.int32()).buffers()[1]
    column = pyarrow.StringArray.from_buffers(3, offsets, pyarrow.py_buffer(b"ok\xff\xfeok"))
    corpus = nutgraf.parse_many(column)
    assert [article and article.text for article in corpus] == ["ok", None, "ok"]
    assert corpus.errors[0].kind == "UnicodeDecodeError"


def test_a_column_that_breaks_off() -> None:
    def batches() -> Any:
        yield pyarrow.record_batch({"text": ["Costs rose."] * 1000})
        raise OSError("the source is gone")

    schema = pyarrow.schema([("text", pyarrow.string())])
    read = nutgraf.iter_many(pyarrow.RecordBatchReader.from_batches(schema, batches()))
    with pytest.raises(nutgraf.NutgrafError, match="the source is gone"):
        for _ in read:
            pass


@pytest.mark.parametrize(
    "dates",
    [
        polars.Series([datetime.date(2025, 5, 14), None]),
        pandas.Series(pandas.to_datetime(["2025-05-14", None])),
        pyarrow.array([datetime.date(2025, 5, 14), None]),
        polars.Series(["2025-05-14", None]),
    ],
)
def test_dates_and_ids_from_columns(dates: Any) -> None:
    texts = ["It opens on Monday."] * 2
    corpus = nutgraf.parse_many(texts, published=dates, ids=pandas.Series([4, 5]))
    assert [row["date"] for row in corpus.dates.to_dicts()] == ["2025-05-19", None]
    assert corpus.ids == (4, 5)
    assert nutgraf.parse_many(texts, ids=pyarrow.array(["x", None])).ids == ("x", None)
    assert nutgraf.parse_many(texts, ids=polars.Series(["x", "y"])).ids == ("x", "y")


def test_dates_that_are_missing() -> None:
    text = "It opens on Monday."
    for missing in (pandas.NaT, pandas.NA):
        assert nutgraf.parse(text, published=missing) == nutgraf.parse(text)
        assert nutgraf.parse_many([text], published=missing) == nutgraf.parse_many([text])
        assert nutgraf.parse_many([text], published=[missing])[0] == nutgraf.parse(text)
        assert next(nutgraf.iter_many([text], published=missing)) == nutgraf.parse(text)


def test_parquet(corpus: nutgraf.Corpus, tmp_path: Any) -> None:
    for name in TABLES:
        table = getattr(corpus, name).to_arrow()
        pyarrow.parquet.write_table(table, tmp_path / name)
        again = pyarrow.parquet.read_table(tmp_path / name)
        assert again.to_pylist() == table.to_pylist()
        assert again.schema.metadata == table.schema.metadata


def test_joins(corpus: nutgraf.Corpus) -> None:
    claims, quotes, speakers = corpus.claims, corpus.quotes, corpus.speakers
    assert (len(quotes), len(speakers)) > (0, 0)
    wrong = duckdb.sql("""
        select count(*) from claims join quotes using (row, id, quote_index)
        where claims.claimant_name is distinct from quotes.speaker_name
    """).fetchall()
    assert wrong == [(0,)]
    named = duckdb.sql("""
        select count(*) from claims join speakers using (row, speaker_index)
        where speakers.name = claims.claimant_name
    """).fetchall()
    said = [row for row in claims.to_dicts() if row["speaker_index"] is not None]
    assert named == [(len(said),)]


def test_progress_with_tqdm(capfd: pytest.CaptureFixture[str]) -> None:
    nutgraf.parse_many(["Costs rose."] * 2000, progress=True)
    shown = capfd.readouterr().err
    assert "100%" in shown
    assert "2.00k/2.00k" in shown
