"""The examples of the pages that use engines."""

import sys
from pathlib import Path

import pytest
from documentation import DOCS, needs_engines, run


@pytest.mark.parametrize(
    "page", [page for page in sorted(DOCS.glob("*.md")) if needs_engines(page)], ids=lambda page: page.stem
)
def test_examples_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    run(page)
