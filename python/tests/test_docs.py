"""The pages under docs/ hold: examples run, and no field or column is missing.

`NUTGRAF_DOCS=write` writes the generated parts of the pages.
"""

import os
import re
from pathlib import Path

import nutgraf
import pytest
from documentation import CLASSES, DOCS, examples, generated, needs_libraries, run

PAGES = sorted(DOCS.glob("*.md"))
MARK = "<!-- From here on made by tests/test_docs.py from the documentation of the package. -->\n"


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if examples(page) and not needs_libraries(page)],
    ids=lambda page: page.stem,
)
def test_examples_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run(page)


@pytest.mark.parametrize("name", ["fields.md", "tables.md"])
def test_every_field_and_column(name: str) -> None:
    path = DOCS / name
    head, mark, found = path.read_text(encoding="utf-8").partition(MARK)
    assert mark
    wanted = "\n".join(generated(name)) + "\n"
    if os.environ.get("NUTGRAF_DOCS") == "write":
        path.write_text(head + mark + wanted, encoding="utf-8")
        return
    assert found == wanted, "NUTGRAF_DOCS=write pytest tests/test_docs.py renews it"


def test_every_class_has_its_fields_told() -> None:
    public = {name for name, item in vars(nutgraf).items() if isinstance(item, type)}
    assert public - set(CLASSES) == {"ArticleIterator", "Corpus", "NutgrafError", "Parser", "Table"}


def test_how_long_rests_on_the_speed_of_the_readme() -> None:
    readme = (DOCS.parents[1] / "README.md").read_text(encoding="utf-8")
    page = (DOCS / "scale.md").read_text(encoding="utf-8")

    def figure(text: str, pattern: str) -> str:
        found = re.search(pattern, " ".join(text.split()))
        assert found, pattern
        return found[1]

    rate = figure(readme, r"newspaper articles are read at ([\d.]+) MB/s")
    times = figure(readme, r"all tables ([\d.]+) times")
    samples = figure(readme, r"\| everything \| nutgraf \| [\d.]+ \| ([\d.]+) \|")
    assert figure(page, r"at ([\d.]+) MB/s of newspaper text") == rate
    assert figure(page, r"and ([\d.]+) times that for all tables") == times
    assert figure(page, r"are read at ([\d.]+) MB/s") == samples
    size = float(figure(page, r"([\d.]+) KB of UTF-8 on average"))
    articles = float(rate) * 1000 / size / float(times)
    assert figure(page, r"a core \| ([\d,]+) of") == f"{round(articles, -2):,.0f}"


def test_links_lead_somewhere() -> None:
    for page in [*PAGES, DOCS.parent / "README.md"]:
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
