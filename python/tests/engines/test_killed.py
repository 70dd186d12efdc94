"""`python -m nutgraf corpus`, killed again and again; and the memory that it takes."""

import hashlib
import random
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import ARTICLES

SAMPLES = [path.read_bytes().decode() for path in ARTICLES]

# The command with parts of a megabyte, so that a small corpus has many.
SMALL = """
import sys
import nutgraf._corpus as corpus
import nutgraf._sources as sources
corpus._PART = sources._PIECE = 1 << 20
sys.exit(corpus.main(sys.argv[1:]))
"""

# Tells the most memory that it had, in megabytes: `VmHWM` of Linux. `ru_maxrss` would count the process that
# it was forked from as well.
MEASURED = """
import pathlib, sys
import nutgraf._corpus as corpus
status = corpus.main(sys.argv[1:])
lines = pathlib.Path("/proc/self/status").read_text().splitlines()
print(next(int(line.split()[1]) >> 10 for line in lines if line.startswith("VmHWM:")))
sys.exit(status)
"""


def write(path: Path, count: int, group: int) -> None:
    """Write the sample articles, repeated, in row groups."""
    texts = [SAMPLES[index % len(SAMPLES)] for index in range(count)]
    pq.write_table(pa.table({"id": range(count), "text": texts}), path, row_group_size=group)


def files(folder: Path) -> dict[str, str]:
    """The results, byte for byte."""
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "_run.json")
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


# One file with many row groups, read side by side; one with a single row group, read in one go.
@pytest.mark.parametrize("group", [500, 4000])
def test_killed_ten_times(group: int, tmp_path: Path) -> None:
    write(tmp_path / "news.parquet", 4000, group)
    command: list[str | Path] = [
        sys.executable,
        "-c",
        SMALL,
        tmp_path / "news.parquet",
        "--quiet",
        "--output",
    ]
    began = time.monotonic()
    subprocess.run([*command, tmp_path / "whole"], check=True, stdout=subprocess.DEVNULL)
    whole = time.monotonic() - began
    kills = 0
    while kills < 10:
        with subprocess.Popen([*command, tmp_path / "killed"], stdout=subprocess.DEVNULL) as process:
            try:
                process.wait(random.uniform(0.2, 0.6) * whole)
            except subprocess.TimeoutExpired:
                process.kill()
                kills += 1
        for path in (tmp_path / "killed").glob("[!_]*/*.parquet"):
            pq.read_metadata(path)
        if process.returncode == 0 and kills < 10:
            # It was done before the tenth: take something away.
            next((tmp_path / "killed" / "_done").iterdir()).unlink()
    done = subprocess.run([*command, tmp_path / "killed"], check=True, capture_output=True, text=True)
    assert done.stdout.startswith("4,000 articles: ")
    assert files(tmp_path / "killed") == files(tmp_path / "whole")


def test_memory(tmp_path: Path) -> None:
    write(tmp_path / "news.parquet", 40_000, 40_000)
    command: list[str | Path] = [
        sys.executable,
        "-c",
        MEASURED,
        tmp_path / "news.parquet",
        "--quiet",
        "--threads",
        "2",
    ]
    done = subprocess.run([*command, "--output", tmp_path / "out"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) < 500
