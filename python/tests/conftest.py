"""What the tests share."""

import sys
from pathlib import Path

import nutgraf
import pytest

sys.path.insert(0, str(Path(__file__).parent))

ARTICLES = sorted((Path(__file__).parents[2] / "core" / "tests" / "articles").glob("*.txt"))


@pytest.fixture
def complete() -> nutgraf.Article:
    """An article with every field."""
    from complete import JSON, TEXT

    return nutgraf.Article.from_json(TEXT, JSON)


@pytest.fixture(params=ARTICLES, ids=lambda path: path.stem)
def text(request: pytest.FixtureRequest) -> str:
    """The text of each sample article."""
    path: Path = request.param
    return path.read_bytes().decode()
