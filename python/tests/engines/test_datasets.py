"""Datasets of Hugging Face with two processes."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import datasets
import nutgraf
import nutgraf.datasets
import pytest
from engine import DAYS, KINDS, TEXTS, check, corpus

COPIES = 6
NEWS: dict[str, list[Any]] = {
    "id": list(range(COPIES * len(TEXTS))),
    "text": TEXTS * COPIES,
    "day": DAYS * COPIES,
}


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    datasets.disable_progress_bars()
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("processes", [None, 2])
def test_the_rows_of_parse_many(kind: str, processes: int | None) -> None:
    news = datasets.Dataset.from_dict(NEWS)
    found = getattr(nutgraf.datasets, kind)(news, keep=["id"], published="day", num_proc=processes)
    check(found.to_list(), kind, corpus(published=True, copies=COPIES))


# Tells where the result is kept, and whether it was made now.
MAKE = """
import sys, datasets, nutgraf, nutgraf.batch, nutgraf.datasets
datasets.disable_progress_bars()
news = datasets.load_dataset("parquet", data_files=sys.argv[1], split="train", cache_dir=sys.argv[2])
made = []
read = nutgraf.batch.Reader.table
def table(self, batch):
    made.append(len(batch))
    return read(self, batch)
nutgraf.batch.Reader.table = table
parser = nutgraf.Parser(cues=["skeeted"]) if sys.argv[3] == "words" else None
found = nutgraf.datasets.quotes(news, keep=["id"], parser=parser)
print(found.cache_files[0]["filename"], sum(made))
"""


def test_what_was_read_is_kept(tmp_path: Path) -> None:
    datasets.Dataset.from_dict(NEWS).to_parquet(tmp_path / "news.parquet")

    def make(words: str) -> tuple[str, int]:
        done = subprocess.run(
            [sys.executable, "-c", MAKE, tmp_path / "news.parquet", tmp_path / "cache", words],
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        file, made = done.stdout.split()[-2:]
        return file, int(made)

    first, made = make("")
    assert made == len(NEWS["id"])
    assert make("") == (first, 0)
    other, made = make("words")
    assert (other != first, made) == (True, len(NEWS["id"]))
