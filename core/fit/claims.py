"""The table of `core/src/claim/confidence.rs`: how often claims of each class are right.

    claims.py JUDGED.jsonl

A line is a claim in the form of FORMAT.md with `"id"`, the text it comes from, and `"right"`: whether it is a claim
and its value and its unit are what annotators wrote down; no unit counts as wrong where they have one. Prints the
table, and how well it is calibrated where each tenth of the texts is judged by the other nine.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

Judged = tuple[str, tuple[str, str, str], bool]
UNITS = ("none", "noun", "table")
MARKS = ("plain", "marked")
SIZES = ("one", "small", "other")
PRIOR = 4.0  # how many claims the figure of the wider class counts for


def class_of(quantity: dict[str, Any]) -> tuple[str, str, str]:
    """Unit, mark and size of a quantity."""
    kind = (quantity["unit"] or {}).get("kind")
    unit = "none" if kind is None else "noun" if kind == "count" else "table"
    value = quantity["value"] and Decimal(quantity["value"])
    size = "one" if value == 1 else "small" if value is not None and value % 1 == 0 and abs(value) < 100 else "other"
    return unit, "marked" if quantity["comparator"] != "=" or quantity["trend"] else "plain", size


def table(judged: Iterable[Judged]) -> dict[tuple[str, str, str], float]:
    """The share of right claims by class; a class with few of them leans on the wider one."""
    right, total = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for _, parts, good in judged:
        for width in range(len(parts) + 1):
            total[parts[:width]] += 1
            right[parts[:width]] += good
    figures = {}
    for parts in ((unit, mark, size) for unit in UNITS for mark in MARKS for size in SIZES):
        figure = 0.5
        for width in range(len(parts) + 1):
            figure = (right[parts[:width]] + PRIOR * figure) / (total[parts[:width]] + PRIOR)
        figures[parts] = figure
    return figures


def fold(article: str) -> int:
    """The tenth of the texts that this one is in."""
    return hashlib.sha1(article.encode()).digest()[1] % 10


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("judged", type=Path)
    path = parser.parse_args().judged
    with path.open(encoding="utf-8") as file:
        claims = [json.loads(line) for line in file]
    judged = [(claim["id"], class_of(claim["quantity"]), bool(claim["right"])) for claim in claims]
    for parts, figure in table(judged).items():
        print(*parts, round(100 * figure), sep="\t")
    bins = defaultdict(list)
    for part in range(10):
        figures = table(item for item in judged if fold(item[0]) != part)
        for article, parts, good in judged:
            if fold(article) == part:
                bins[min(int(figures[parts] * 10), 9)].append((figures[parts], good))
    print("\nfrom\tclaims\texpected\tright")
    for low, items in sorted(bins.items()):
        expected, good = (sum(item[side] for item in items) / len(items) for side in (0, 1))
        print(f"{low / 10:.1f}\t{len(items)}\t{expected:.3f}\t{good:.3f}")


if __name__ == "__main__":
    main()
