"""The examples of the READMEs run: that of the repository, and that of the package."""

from pathlib import Path

import pytest
from documentation import examples, run

ROOT = Path(__file__).parents[2]
READMES = {"README.md": "", "python/README.md": "Dana Whitfield | We should have asked sooner,\n"}


@pytest.mark.parametrize("name", READMES)
def test_examples_run(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(examples(ROOT / name)) >= 3
    run(ROOT / name)
    assert capsys.readouterr().out == READMES[name]
