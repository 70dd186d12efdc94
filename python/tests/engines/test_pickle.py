"""What engines send to their workers is the same wherever it is made."""

import subprocess
import sys

MAKE = """
import cloudpickle, hashlib, nutgraf, nutgraf.batch
read = nutgraf.batch.Reader("quotes", keep={"id": "name"}, parser=nutgraf.Parser(cues=["skeeted"]))
sent = [read, read.each, read.table, read.nested, nutgraf.batch.quotes]
print(*(hashlib.sha256(cloudpickle.dumps(thing)).hexdigest() for thing in sent))
"""


def test_cloudpickle_gives_the_same_bytes() -> None:
    command = [sys.executable, "-c", MAKE]
    made = {subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(3)}
    assert len(made) == 1
    assert len(set(made.pop().split())) == 5
