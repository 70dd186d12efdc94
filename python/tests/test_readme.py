"""The examples of the READMEs run: that of the repository, and that of the package."""

import re
from importlib.util import module_from_spec, spec_from_file_location
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


def test_the_table_of_speed_names_the_tools() -> None:
    spec = spec_from_file_location("compare", ROOT / "benches" / "compare.py")
    assert spec
    assert spec.loader
    compare = module_from_spec(spec)
    spec.loader.exec_module(compare)
    table = (ROOT / "README.md").read_text(encoding="utf-8").split("## Speed")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (\w[^|]*) \| ([^|]+) \|", table, re.MULTILINE)
    assert rows == [(tool.task, tool.name) for tool in compare.TOOLS]


def test_one_python_is_asked_for_to_build() -> None:
    pages = [
        (ROOT / name).read_text(encoding="utf-8") for name in ("Makefile", "README.md", "CONTRIBUTING.md")
    ]
    assert {tuple(re.findall(r"Rust, Python ([\d.]+) or later", page)) for page in pages} == {("3.11",)}
