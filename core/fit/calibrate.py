"""Count how many quotes are right at each confidence, and write the table that makes confidences of raw shares.

    calibrate.py GOLD.jsonl PREDICTIONS.jsonl --scorer score_quotes.py [--output FOLDER]

PREDICTIONS are cross-validated, by `validate.py quotes`. They were made with the table `--raw FOLDER/quote-
confidence.bin` writes, by which a confidence is the product of the choices itself. A quote is right when its content
overlaps a gold one by half and its speaker is right, as the scorer has it; one with neither cue nor speaker when its
words are quoted at all. For each kind of quote the share that is right is fitted as a function that never falls (pool
adjacent violators, of at least 40 quotes a pool) and written as hundredths. With `--check` nothing is written: prints
how often quotes are right by the confidence they were given.
"""

import argparse
import importlib.util
import json
from collections import defaultdict
from pathlib import Path

ROWS = ["bare", "direct", "mixed", "indirect"]
ROW = 128
LENGTH = 512
FEWEST = 40


def row(quote: dict) -> int:
    """The row of the table, as `core/src/quote/confidence.rs` has it."""
    construction = quote["construction"]
    return ROWS.index(construction if construction in ROWS else quote["kind"])


def judged(gold: Path, predictions: Path, scorer: Path) -> list[tuple[int, float, bool]]:
    """Each predicted quote: its row, its confidence, and whether it is right."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    score = importlib.util.module_from_spec(spec)
    __import__("sys").modules["scorer"] = score
    spec.loader.exec_module(score)
    articles = {record["id"]: record for record in map(json.loads, gold.open(encoding="utf-8"))}
    cases = []
    for article in map(json.loads, predictions.open(encoding="utf-8")):
        record = articles[article["id"]]
        text = score.Text(record["text"])
        golds = score.gold_items(record, text)
        discard = text.words(record["discard"])
        kept = [
            (quote, item)
            for quote in article["quotes"]
            for item in score.pred_items({"quotes": [quote]}, text, discard)
        ]
        items = [item for _, item in kept]
        right = {
            p
            for g, p, overlap in score.pair_up(golds, items)
            if overlap >= 0.5 and score.agree(golds[g].source, items[p].source)
        }
        for number, (quote, item) in enumerate(kept):
            held = any(5 * len(item.content & one.content) >= 4 * len(item.content) for one in golds)
            cases.append((row(quote), quote["confidence"], held if row(quote) == 0 else number in right))
    return cases


def rising(counts: dict[int, list[int]]) -> list[int]:
    """Hundredths right at each hundredth of raw share: pools that rise, joined by straight lines."""
    pools: list[list[float]] = []  # middle, quotes, right
    for share in sorted(counts):
        quotes, right = counts[share]
        pools.append([share * quotes, quotes, right])
        while len(pools) > 1 and (pools[-2][1] < FEWEST or pools[-2][2] * pools[-1][1] >= pools[-1][2] * pools[-2][1]):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    if len(pools) > 1 and pools[-1][1] < FEWEST:
        last = pools.pop()
        pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    knots = [(total / quotes, (right + 1) / (quotes + 2)) for total, quotes, right in pools]
    table = []
    for share in range(101):
        below = max((knot for knot in knots if knot[0] <= share), default=knots[0])
        above = min((knot for knot in knots if knot[0] >= share), default=knots[-1])
        part = 0 if below[0] == above[0] else (share - below[0]) / (above[0] - below[0])
        table.append(round(100 * (below[1] + part * (above[1] - below[1]))))
    return table


def packed(tables: list[list[int]]) -> bytes:
    """The file: four bytes of zero, as every file of weights begins with a scale, then a row for each kind."""
    body = b"".join(bytes(table).ljust(ROW, b"\0") for table in tables)
    return bytes(4) + body.ljust(LENGTH, b"\0")


def check(cases: list[tuple[int, float, bool]]) -> None:
    """Print the reliability table."""
    print("| confidence | quotes | mean | right |\n| --- | --- | --- | --- |")
    error = 0.0
    for low in range(10):
        here = [(sure, right) for _, sure, right in cases if low <= min(9, int(sure * 10 + 1e-9)) < low + 1]
        if here:
            mean, share = sum(sure for sure, _ in here) / len(here), sum(right for _, right in here) / len(here)
            error += abs(mean - share) * len(here) / len(cases)
            print(f"| {low / 10:.1f} to {(low + 1) / 10:.1f} | {len(here)} | {100 * mean:.1f} | {100 * share:.1f} |")
    print(f"mean distance: {100 * error:.1f} points")
    for number, name in enumerate(ROWS):
        here = [(sure, right) for kind, sure, right in cases if kind == number]
        if here:
            mean, share = (100 * sum(column) / len(here) for column in zip(*here, strict=True))
            print(f"{name}: {len(here)}, mean {mean:.1f}, right {share:.1f}")


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description="Calibrate the confidence of quotes")
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("predictions", type=Path, nargs="?")
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--output", type=Path, help="folder of weights")
    parser.add_argument("--raw", type=Path, help="folder to write the table to that leaves confidences as they are")
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    if args.raw:
        (args.raw / "quote-confidence.bin").write_bytes(packed([list(range(101))] * len(ROWS)))
        return
    cases = judged(args.gold, args.predictions, args.scorer)
    if args.check:
        check(cases)
        return
    tables = []
    for number in range(len(ROWS)):
        counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
        for kind, sure, right in cases:
            if kind == number:
                counts[round(100 * sure)][0] += 1
                counts[round(100 * sure)][1] += right
        tables.append(rising(counts))
    (args.output / "quote-confidence.bin").write_bytes(packed(tables))


if __name__ == "__main__":
    main()
