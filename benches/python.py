"""What Python pays beyond Rust: nanoseconds of a processor a byte of text, for each way to take the results.

    python benches/python.py            # the sample articles
    python benches/python.py CORPUS     # a folder of .txt files, or JSON Lines with a "text" each

It needs Rust and the package, built with `--release` as the Rust side is.
"""

import argparse
import json
import os
import pathlib
import subprocess
import time
from collections.abc import Callable

import nutgraf
from compare import SAMPLES, corpus

HERE = pathlib.Path(__file__).resolve().parent
# The best of so many rounds; in the others the machine did something else as well.
ROUNDS = 15
TABLES = ("articles", "blocks", "sentences", "speakers", "quotes", "claims", "dates")


def rust(path: pathlib.Path) -> float:
    """What a parse costs without Python."""
    command = ["cargo", "run", "--quiet", "--release", "--package", "nutgraf-benches", "--example", "clock"]
    environment = os.environ | {"NUTGRAF_CORPUS": str(path.resolve())}
    return float(subprocess.run(command, cwd=HERE, env=environment, check=True, capture_output=True, text=True).stdout)


def read_quotes(text: str) -> int:
    """Everything that a quote holds, of all quotes, as Python objects."""
    found = 0
    for quote in nutgraf.parse(text).quotes:
        speaker = quote.speaker
        found += len(quote.text) + len(quote.kind) + (len(speaker.name) if speaker else 0) + quote.span[0]
    return found


def each(run: Callable[[str], object]) -> Callable[[list[str]], None]:
    """A run over texts one by one."""

    def over(texts: list[str]) -> None:
        for text in texts:
            run(text)

    return over


def tables(texts: list[str]) -> None:
    """All tables of all texts, filled by one thread."""
    read = nutgraf.parse_many(texts, threads=1)
    for table in TABLES:
        len(getattr(read, table))


WAYS: dict[str, Callable[[list[str]], None]] = {
    "parse": each(nutgraf.parse),
    "parse, all quotes read": each(read_quotes),
    "parse, to_dict": each(lambda text: nutgraf.parse(text).to_dict()),
    "parse, to_json": each(lambda text: nutgraf.parse(text).to_json()),
    "parse, to_json, json.loads": each(lambda text: json.loads(nutgraf.parse(text).to_json())),
    "parse_many, all tables": tables,
}


def best(run: Callable[[list[str]], None], texts: list[str]) -> float:
    """The nanoseconds a byte of its best round."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run(texts)
        seconds.append(time.process_time() - start)
    return min(seconds) / sum(len(text.encode()) for text in texts) * 1e9


def main() -> None:
    """Measures every way and prints the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=pathlib.Path, default=SAMPLES, help="the texts")
    path = options.parse_args().corpus
    texts = corpus(path)
    floor = rust(path)
    print("| | ns a byte | times Rust |\n| --- | --: | --: |")
    print(f"| Rust, parse | {floor:.1f} | 1 |")
    for name, run in WAYS.items():
        cost = best(run, texts)
        print(f"| {name} | {cost:.1f} | {cost / floor:.2f} |", flush=True)


if __name__ == "__main__":
    main()
