"""What the tests share."""

import sys
from importlib.util import find_spec
from pathlib import Path

import nutgraf
import pytest

sys.path.insert(0, str(Path(__file__).parent))

# The empty environment of `make wheel` has no libraries.
collect_ignore = [] if find_spec("pyarrow") else ["test_corpus.py", "test_engines.py"]

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
