"""Dask with two processes."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dask.dataframe as dd
import nutgraf.dask
import pandas as pd
import pyarrow as pa
import pytest
from distributed import Client, LocalCluster
from engine import DAYS, KINDS, TEXTS, check, corpus
from nutgraf.batch import SCHEMAS

COPIES = 6
NEWS = pd.DataFrame({"id": range(COPIES * len(TEXTS)), "text": TEXTS * COPIES, "day": DAYS * COPIES})


@pytest.fixture(scope="module", autouse=True)
def client() -> Iterator[Client]:
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)
    with cluster, Client(cluster) as client:
        yield client


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of Python's own types."""
    found: list[dict[str, Any]] = pa.Table.from_pandas(frame, preserve_index=False).to_pylist()
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_the_rows_of_parse_many(kind: str) -> None:
    news = dd.from_pandas(NEWS, npartitions=7)
    found = getattr(nutgraf.dask, kind)(news, keep=["id"], published="day")
    frame = found.compute()
    assert (frame.dtypes == found.dtypes).all()
    assert list(frame.columns) == ["id", *SCHEMAS[kind].names]
    assert (NEWS["id"].loc[frame.index] == frame["id"]).all()
    check(rows(frame), kind, corpus(published=True, copies=COPIES))


def test_names_and_no_rows() -> None:
    news = dd.from_pandas(NEWS[NEWS["text"].isna()], npartitions=2)
    found = nutgraf.dask.dates(news, keep={"id": "name"}).compute()
    assert (len(found), list(found.columns)) == (0, ["name", *SCHEMAS["dates"].names])


def test_a_killed_worker_loses_and_doubles_nothing(tmp_path: Path) -> None:
    died = tmp_path / "died"

    def dying(frame: pd.DataFrame) -> pd.DataFrame:
        if 100 in set(frame["id"]) and not died.exists():
            died.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return frame

    news = dd.from_pandas(NEWS, npartitions=7)
    found = nutgraf.dask.quotes(news, keep=["id"])
    check(rows(found.map_partitions(dying, meta=found._meta).compute()), "quotes", corpus(copies=COPIES))
    assert died.exists()
