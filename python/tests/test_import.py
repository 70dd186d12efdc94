"""Importing the package is quick, and brings nothing along."""

import subprocess
import sys


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_time() -> None:
    # Time of the processor, whatever else the machine does; later runs find the files read.
    code = "import time; began = time.process_time(); import nutgraf; print(time.process_time() - began)"
    assert min(float(run(code)) for _ in range(3)) < 0.020


def test_what_is_imported() -> None:
    code = "import sys; before = set(sys.modules); import nutgraf; print(*sorted(set(sys.modules) - before))"
    assert {name for name in run(code).split() if not name.startswith("nutgraf")} <= {
        "__future__",
        "datetime",
        "_datetime",
    }
    assert set(run(code).split()) >= {"nutgraf", "nutgraf._native"}
