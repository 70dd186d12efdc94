"""What the pages under docs/ say: their examples, and the tables made from the package."""

import re
from collections.abc import Iterator
from inspect import getdoc
from pathlib import Path

import nutgraf

DOCS = Path(__file__).parents[1] / "docs"

# What an example needs beside the package.
_LIBRARIES = re.compile(
    r"^\s*(?:import|from) (altair|duckdb|pandas|polars|pyarrow|spacy|tqdm)\b", re.MULTILINE
)

# What is only there for `make test-engines`.
_ENGINES = re.compile(r"^\s*(?:import|from) (dask|datasets|pyspark|ray)\b", re.MULTILINE)

# The classes of a single article, from the whole to its parts, and those of many.
CLASSES = (
    *("Article", "Block", "Section", "Sentence", "Headline", "Byline", "Author", "Dateline", "Published"),
    *("Excerpt", "Quote", "Cue", "Speaker", "Mention", "Claim", "Quantity", "Unit", "DateMention"),
    *("Diagnostic", "Failure"),
)
TABLES = ("articles", "blocks", "sentences", "speakers", "quotes", "claims", "dates")


def examples(page: Path) -> list[str]:
    """The Python of a page, block by block."""
    return re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


def needs_libraries(page: Path) -> bool:
    """Whether the examples of a page import more than the package."""
    return any(_LIBRARIES.search(example) for example in examples(page))


def needs_engines(page: Path) -> bool:
    """Whether the examples of a page import engines."""
    return any(_ENGINES.search(example) for example in examples(page))


def run(page: Path) -> None:
    """Run the examples of a page, one after the other, as a reader would."""
    names: dict[str, object] = {}
    for example in examples(page):
        # The line numbers of the page, for messages.
        line = page.read_text(encoding="utf-8").split(example)[0].count("\n")
        exec(compile("\n" * line + example, str(page), "exec"), names)


def generated(page: str) -> Iterator[str]:
    """The part of a page that is made from the package, line by line."""
    return {"fields.md": _fields, "tables.md": _columns}[page]()


def _fields() -> Iterator[str]:
    for name in CLASSES:
        owner = getattr(nutgraf, name)
        yield from ("", f"## {name}", "", *str(getdoc(owner)).splitlines(), "")
        yield from ("| field | what it is |", "| --- | --- |")
        for field in owner.__match_args__:
            about = " ".join(str(getdoc(getattr(owner, field))).split())
            yield f"| `{field}` | {about.replace('|', chr(92) + '|')} |"


def _columns() -> Iterator[str]:
    corpus = nutgraf.parse_many([])
    for name in TABLES:
        table: nutgraf.Table = getattr(corpus, name)
        about = str(getdoc(getattr(nutgraf.Corpus, name)))
        yield from ("", f"## {name}", "", about, "", "| column | what it holds |", "| --- | --- |")
        for column, holds in table.descriptions.items():
            yield f"| `{column}` | {holds} |"
