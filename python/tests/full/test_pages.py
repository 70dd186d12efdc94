"""The examples of the pages that use other libraries."""

from pathlib import Path

import pytest
from documentation import DOCS, needs_engines, needs_libraries, run


@pytest.mark.parametrize(
    "page",
    [page for page in sorted(DOCS.glob("*.md")) if needs_libraries(page) and not needs_engines(page)],
    ids=lambda page: page.stem,
)
def test_examples_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run(page)
