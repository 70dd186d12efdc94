"""Importing the package is quick, and brings nothing along."""

import subprocess
import sys


def run(code: str, *options: str) -> str:
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_time() -> None:
    # Time of the processor, whatever else the machine does; later runs find the files read.
    code = "import time; began = time.process_time(); import {}; print(time.process_time() - began)"
    ours = min(float(run(code.format("nutgraf"))) for _ in range(5))
    # What the path of the environment brings may have imported it already.
    json = min(float(run(code.format("json"), "-S")) for _ in range(5))
    # It is half of that.
    assert ours < 2 * json


def test_what_is_imported() -> None:
    code = "import sys; before = set(sys.modules); import nutgraf; print(*sorted(set(sys.modules) - before))"
    assert {name for name in run(code).split() if not name.startswith("nutgraf")} <= {
        "__future__",
        "datetime",
        "_datetime",
    }
    assert set(run(code).split()) >= {"nutgraf", "nutgraf._native"}
