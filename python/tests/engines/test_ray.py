"""Ray with two workers."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import nutgraf.ray
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import ray
from engine import DAYS, KINDS, TEXTS, check, corpus
from nutgraf.batch import Batch, Reader

COPIES = 6
NEWS = {"id": list(range(COPIES * len(TEXTS))), "text": TEXTS * COPIES, "day": DAYS * COPIES}


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ray.data.Dataset]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    folder = tmp_path_factory.mktemp("news")
    table = pa.table(NEWS)
    for start in range(0, len(table), 50):
        pq.write_table(table.slice(start, 50), folder / f"{start:04}.parquet")
    yield ray.data.read_parquet(folder)
    ray.shutdown()


@pytest.mark.parametrize("kind", KINDS)
def test_the_rows_of_parse_many(kind: str, news: ray.data.Dataset) -> None:
    found = getattr(nutgraf.ray, kind)(news, keep=["id"], published="day")
    check(found.take_all(), kind, corpus(published=True, copies=COPIES))


def test_what_was_read_with_what(news: ray.data.Dataset, tmp_path: Path) -> None:
    found = nutgraf.ray.quotes(news, keep=["id"])
    metadata = {key.encode(): value.encode() for key, value in Reader("quotes").metadata.items()}
    assert found.to_arrow_refs()
    for table in ray.get(found.to_arrow_refs()):
        assert table.schema.metadata.items() >= metadata.items()
    found.write_parquet(tmp_path / "out")
    for path in (tmp_path / "out").iterdir():
        assert pq.read_schema(path).metadata.items() >= metadata.items()


def test_a_killed_worker_loses_and_doubles_nothing(news: ray.data.Dataset, tmp_path: Path) -> None:
    class Dying(Reader):
        """Ends its process in the middle of the articles, once."""

        died = str(tmp_path / "died")

        def table(self, batch: Batch) -> pa.Table:
            found = super().table(batch)
            if 100 in batch["id"].to_pylist() and not Path(self.died).exists():
                Path(self.died).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return found

    read = Dying("quotes", keep=["id"])
    found = news.map_batches(read.table, batch_format="pyarrow", batch_size=20)
    check(found.take_all(), "quotes", corpus(copies=COPIES))
    assert (tmp_path / "died").exists()
