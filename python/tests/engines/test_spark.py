"""Spark with two executors of its own."""

import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import nutgraf.spark
import pyarrow as pa
import pytest
from engine import DAYS, KINDS, TEXTS, check, corpus
from nutgraf.batch import SCHEMAS, Batch, Reader
from pyspark.sql import DataFrame, SparkSession

COPIES = 6
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "20",
    "spark.sql.shuffle.partitions": "4",
}


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ |= {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    builder = SparkSession.builder.master("local-cluster[2,1,1024]")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def news(spark: SparkSession) -> DataFrame:
    rows = zip(range(COPIES * len(TEXTS)), TEXTS * COPIES, DAYS * COPIES, strict=True)
    return spark.createDataFrame(list(rows), "id bigint, text string, day date").repartition(4).cache()


def rows(df: DataFrame) -> list[dict[str, Any]]:
    """Rows of Python's own types."""
    return [row.asDict(recursive=True) for row in df.collect()]


@pytest.mark.parametrize("kind", KINDS)
def test_the_rows_of_parse_many(kind: str, news: DataFrame) -> None:
    found = getattr(nutgraf.spark, kind)(news, keep=["id"], published="day")
    assert found.columns == ["id", *SCHEMAS[kind].names]
    check(rows(found), kind, corpus(published=True, copies=COPIES))


@pytest.mark.parametrize("kind", KINDS)
def test_one_row_to_one_row(kind: str, news: DataFrame) -> None:
    read, dated = nutgraf.spark.udf(kind), nutgraf.spark.udf(kind, published=True)
    found = rows(news.select("id", read("text").alias("plain"), dated("text", "day").alias("dated")))
    for column, published in (("plain", False), ("dated", True)):
        if kind == "articles":
            nothing = dict.fromkeys(SCHEMAS[kind].names)
            flat = [{"id": row["id"], **(row[column] or nothing)} for row in found]
        else:
            flat = [{"id": row["id"], **item} for row in found for item in row[column] or []]
        check(flat, kind, corpus(published=published, copies=COPIES))
    texts = TEXTS * COPIES
    assert {row["id"] for row in found if row["plain"] is None} == {
        index for index, text in enumerate(texts) if text is None
    }


def test_what_was_read_with_what(spark: SparkSession, news: DataFrame, tmp_path: Path) -> None:
    found = nutgraf.spark.quotes(news, keep={"id": "name"})
    assert news.columns == news.schema.names == ["id", "text", "day"]
    assert spark.createDataFrame([], nutgraf.spark.SCHEMAS["quotes"]).columns == found.columns[1:]
    found.select("name", "kind", "text").write.parquet(str(tmp_path / "out"))
    metadata = spark.read.parquet(str(tmp_path / "out")).schema["kind"].metadata
    assert metadata.items() >= Reader("quotes").metadata.items()
    assert metadata["comment"].startswith("How much of it is in quotation marks")


@pytest.mark.parametrize("victim", ["worker", "executor"])
def test_a_killed_process_loses_and_doubles_nothing(victim: str, news: DataFrame, tmp_path: Path) -> None:
    class Dying(Reader):
        """Ends its process, or the executor, between the batches of a task, once."""

        died = str(tmp_path / "died")

        def each(self, batches: Iterable[Batch]) -> Iterator[pa.RecordBatch]:
            for number, batch in enumerate(super().each(batches)):
                if number == 1 and not Path(self.died).exists():
                    Path(self.died).touch()
                    process = os.getpid()
                    if victim == "executor":
                        for _ in range(2):
                            stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii")
                            process = int(stat.rpartition(")")[2].split()[1])
                    os.kill(process, signal.SIGKILL)
                yield batch

    schema = nutgraf.spark.quotes(news, keep=["id"]).schema
    found = news.select("id", "text").mapInArrow(Dying("quotes", keep=["id"]).each, schema)
    check(rows(found), "quotes", corpus(copies=COPIES))
    assert (tmp_path / "died").exists()


def test_substring_counts_as_spans_do(spark: SparkSession) -> None:
    text = "The 🚇 was late. “Costs rose,” she said."
    start, end = nutgraf.parse(text).quotes[0].content[0]
    df = spark.createDataFrame([(text,)], "text string")
    (row,) = df.selectExpr(f"substring(text, {start + 1}, {end - start}) as words").collect()
    assert row.words == "Costs rose,"
