"""What every engine is given, and what it must give back: what `parse_many` finds, row for row."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

import nutgraf
from conftest import ARTICLES

# Sample articles, gaps, and what is meant to break things.
TEXTS = [
    *(path.read_bytes().decode() for path in ARTICLES),
    None,
    "",
    " \n\t\r\n ",
    "\x00“No\x00,” she\x00 said.\x00",
    "\ufeff“We lost 𝟒𝟎 jobs 🙂,” Zoë Müller said on Monday.",
    "“" * 3000,
    "“We paid $3 million,” Ms. Ortega said. " * 300,
    "9" * 5000 + " percent",
    "a" * 20_000,
    "\u202e\u2028\x85\x0c" * 500,
    "<p>&ldquo;No,&rdquo; he said.</p>",
    None,
]
IDS = list(range(len(TEXTS)))
DAYS = [datetime.date(2025, 5, 1 + index % 28) if index % 3 else None for index in IDS]

KINDS = ("articles", "blocks", "sentences", "speakers", "quotes", "claims", "dates")
PARTS = ("blocks", "sentences", "speakers", "quotes", "claims", "dates")


def corpus(*, published: bool = False, copies: int = 1) -> nutgraf.Corpus:
    """What `parse_many` makes of the texts."""
    ids = range(len(TEXTS) * copies)
    return nutgraf.parse_many(TEXTS * copies, ids=ids, published=DAYS * copies if published else None)


def expected(kind: str, found: nutgraf.Corpus) -> list[dict[str, Any]]:
    """The rows of a table as engines have them: without their place, and articles with their parts."""
    rows: list[dict[str, Any]] = getattr(found, kind).to_dicts()
    if kind == "articles":
        for part in PARTS:
            for article in rows:
                article[part] = None if article[part] is None else []
            for row in getattr(found, part).to_dicts():
                rows[row["row"]][part].append(row)
                del row["id"], row["row"]
    for row in rows:
        del row["row"]
    return rows


def check(rows: Iterable[Mapping[str, Any]], kind: str, found: nutgraf.Corpus) -> None:
    """Compare rows that carry ids, in whatever order they come."""
    index = f"{kind.removesuffix('s')}_index"
    given = sorted(map(dict, rows), key=lambda row: (row["id"], row.get(index, 0)))
    wanted = expected(kind, found)
    assert len(given) == len(wanted)
    for one, other in zip(given, wanted, strict=True):
        assert one == other
