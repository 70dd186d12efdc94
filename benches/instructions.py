"""Counts instructions a byte of text, by stage, with callgrind: the same on a busy machine as on an idle one.

    python3 benches/instructions.py            # measure and print, beside the counts that are kept
    python3 benches/instructions.py --check    # fail when a stage costs 5 % more than is kept
    python3 benches/instructions.py --write    # keep what was measured

A stage is what `parser::read` calls in a module of the crate; `results` is what it does itself. `all` is the whole
parse. `json` stands beside it: writing the article as JSON. The texts are the sample articles in three sizes.
"""

import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
KEPT = HERE / "instructions.tsv"
SIZES = ("short", "article", "long")
STAGES = (
    "scan", "language", "layout", "sentence", "date", "mention", "quote", "number", "claim", "results", "all", "json",
)  # fmt: skip
PARSE = "nutgraf::parser::read"
JSON = "nutgraf::json::<impl nutgraf::article::Article>::to_json"
# What may be added to a count without harm: a share, and for small counts some tenths of an instruction.
SHARE, SLACK = 0.05, 0.5

Counts = dict[tuple[str, str], float]


def build(profile: str) -> pathlib.Path:
    """Compiles the example that is counted and says where it is."""
    command = ["cargo", "build", "--quiet", "--profile", profile, "--package", "nutgraf-benches", "--example", "once"]
    subprocess.run(command, cwd=HERE, check=True)
    metadata = subprocess.run(
        ["cargo", "metadata", "--no-deps", "--format-version", "1"],
        cwd=HERE, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    target = re.search(r'"target_directory":"([^"]*)"', metadata)
    assert target, "cargo metadata names no target directory"
    return pathlib.Path(target[1]) / profile / "examples" / "once"


def calls(profile: pathlib.Path) -> dict[tuple[str, str], int]:
    """The instructions below each call of one function by another, from a file that callgrind wrote."""
    names: dict[str, str] = {}
    costs: dict[tuple[str, str], int] = collections.Counter()
    caller = callee = ""
    called = False
    for line in profile.open(errors="replace"):
        key, _, rest = line.rstrip("\n").partition("=")
        if key in ("fn", "cfn"):
            # A name stands in full at its first use, and as a number from then on.
            number, _, name = rest.partition(" ")
            if name:
                names[number] = re.sub(r"'\d+$|::h[0-9a-f]{16}$", "", name)
            if key == "fn":
                caller = names[number]
            else:
                callee = names[number]
        elif key == "calls":
            called = True
        elif called:
            costs[caller, callee] += int(line.split()[1])
            called = False
    return costs


def measure(program: pathlib.Path, size: str) -> Counts:
    """Instructions a byte of each stage over the texts of one size."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "callgrind.out"
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", program, size]
        run = subprocess.run(command, check=True, capture_output=True, text=True)
        costs = calls(out)
    size_in_bytes = int(run.stdout)
    total: dict[str, int] = collections.Counter()
    for (caller, callee), cost in costs.items():
        if callee == PARSE and caller != PARSE:
            total["all"] += cost
        elif callee == JSON:
            total["json"] += cost
        elif caller == PARSE and (module := re.match(r"<?nutgraf::(\w+)::", callee)) and module[1] in STAGES:
            total[module[1]] += cost
    if not total["all"]:
        sys.exit(f"callgrind saw no call of {PARSE}")
    total["results"] = total["all"] - sum(total[stage] for stage in STAGES[:-3])
    return {(size, stage): total[stage] / size_in_bytes for stage in STAGES}


def kept() -> Counts:
    """The counts of the file."""
    if not KEPT.exists():
        return {}
    rows = [line.split("\t") for line in KEPT.read_text().splitlines() if not line.startswith("#")]
    return {(size, stage): float(count) for size, stage, count in rows}


def write(counts: Counts) -> None:
    """Keeps the counts."""
    lines = ["# Instructions a byte of text; see instructions.py.", "# size\tstage\tcount"]
    lines += [f"{size}\t{stage}\t{count:.1f}" for (size, stage), count in counts.items()]
    KEPT.write_text("\n".join(lines) + "\n")


def show(counts: Counts, before: Counts) -> None:
    """Prints a line a stage: for each size what is measured, and what is kept."""
    print(f"{'':10}" + "".join(f"{size:>10}{'kept':>8}" for size in SIZES))
    for stage in STAGES:
        cells = (f"{counts[size, stage]:10.1f}{before.get((size, stage), 0):8.1f}" for size in SIZES)
        print(f"{stage:10}" + "".join(cells))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="fail when a count has grown")
    parser.add_argument("--write", action="store_true", help="keep the counts")
    parser.add_argument("--profile", default="release", help="the cargo profile to build with")
    arguments = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is needed to count instructions")
    program = build(arguments.profile)
    counts: Counts = {}
    for size in SIZES:
        counts |= measure(program, size)
    before = kept()
    show(counts, before)
    if arguments.write:
        write(counts)
    grown = [
        f"{stage} of {size}: {was:.1f}, now {count:.1f}"
        for (size, stage), count in counts.items()
        if count > (was := before.get((size, stage), 0)) * (1 + SHARE) + SLACK
    ]
    if arguments.check and grown:
        sys.exit("more instructions a byte than kept in benches/instructions.tsv:\n  " + "\n  ".join(grown))


if __name__ == "__main__":
    main()
