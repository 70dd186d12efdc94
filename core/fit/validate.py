"""Cross-validate: fit on four folds, parse the fifth, and join what was parsed.

    validate.py STAGE GOLD.jsonl --output PREDICTIONS.jsonl [--key FIELD] [ARGUMENTS OF fit.py]

Documents are divided by FNV-1a of their `--key` (`id`, or `site`: the host of `url`), as the Rust side does. Run
in the repository's root; builds the examples `fit` and `jsonl` first.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

FOLDS = 5
HERE = Path(__file__).resolve().parent


def fold(key: str) -> int:
    """The fold of a document, as `nutgraf::fit::fold` has it."""
    value = 0x811C9DC5
    for byte in key.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value % FOLDS


def example(name: str) -> str:
    """Builds an example of core and gives its path."""
    build = ["cargo", "build", "--profile", "quick", "--features", "fit", "--example", name, "--message-format", "json"]
    out = subprocess.run(build, check=True, stdout=subprocess.PIPE, text=True).stdout
    found = (json.loads(line) for line in out.splitlines())
    return next(item["executable"] for item in found if item.get("executable"))


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description="Cross-validate the weights of a stage")
    parser.add_argument("stage")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--key", choices=["id", "site"], default="id")
    args, fitting = parser.parse_known_args()
    lines = args.gold.read_text(encoding="utf-8").splitlines()
    keys = [
        record["id"] if args.key == "id" else urlsplit(record["url"]).hostname or ""
        for record in map(json.loads, lines)
    ]
    with tempfile.TemporaryDirectory() as folder:
        candidates = Path(folder) / "candidates.txt"
        with args.gold.open() as gold, candidates.open("w") as out:
            subprocess.run([example("fit"), args.stage], stdin=gold, stdout=out, check=True)
        parse = example("jsonl")
        with args.output.open("w", encoding="utf-8") as out:
            for part in range(FOLDS):
                weights = Path(folder) / str(part)
                command = [sys.executable, str(HERE / "fit.py"), str(candidates), "--output", str(weights)]
                subprocess.run([*command, "--without-fold", str(part), *fitting], check=True, stdout=sys.stderr)
                held_out = "".join(line + "\n" for line, key in zip(lines, keys, strict=True) if fold(key) == part)
                environment = os.environ | {"NUTGRAF_WEIGHTS": str(weights)}
                subprocess.run([parse], input=held_out, text=True, stdout=out, env=environment, check=True)
                out.flush()


if __name__ == "__main__":
    main()
