"""Charts: what they draw, and that Altair takes them."""

from typing import Any

import nutgraf
import nutgraf.plot
import pytest
from conftest import ARTICLES

TEXTS = [path.read_bytes().decode() for path in ARTICLES]


def rows(chart: Any) -> list[dict[str, Any]]:
    drawn = chart.to_dict()
    (values,) = drawn.pop("datasets").values() if "datasets" in drawn else (drawn["data"]["values"],)
    return list(values)


@pytest.fixture(scope="module")
def corpus() -> nutgraf.Corpus:
    return nutgraf.parse_many(TEXTS, published="2025-05-11")


def test_speakers(corpus: nutgraf.Corpus) -> None:
    drawn = rows(nutgraf.plot.speakers(corpus, top=5))
    assert len({row["speaker"] for row in drawn}) == 5
    quotes = corpus.quotes.to_dicts()
    for row in drawn:
        its = [q for q in quotes if (q["speaker_name"], q["kind"]) == (row["speaker"], row["kind"])]
        assert row["quotes"] == len(its)
        assert row["words"] == sum(len(quote["text"].split()) for quote in its)


def test_claims() -> None:
    texts = [
        "14 May 2025\n\nCosts rose 6 percent, the city said. They cost $2 million.",
        "Fares will rise 3 to 5 percent on 3 June 2025.",
        "Costs fell 4 percent.",
    ]
    drawn = rows(nutgraf.plot.claims(nutgraf.parse_many(texts), "percent"))
    assert [(row["day"], row["number"], row["claimant"]) for row in drawn] == [
        ("2025-05-14", 6.0, "city"),
        ("2025-06-03", 4.0, "the article"),
    ]
    assert len(rows(nutgraf.plot.claims(nutgraf.parse_many(texts), "dollar"))) == 1
    assert len(rows(nutgraf.plot.claims(nutgraf.parse_many(texts), "percent", limit=1))) == 1


def test_sections(corpus: nutgraf.Corpus) -> None:
    drawn = rows(nutgraf.plot.sections(corpus))
    inside = [quote for quote in corpus.quotes.to_dicts() if quote["section_index"] is not None]
    assert sum(row["quotes"] for row in drawn) == len(inside)
    article = next(article for article in corpus if article and len(article.sections) > 2)
    headings = {section.heading.text for section in article.sections if section.heading}
    assert {row["section"] for row in rows(nutgraf.plot.sections(article))} <= {*headings, "opening"}


@pytest.mark.parametrize("draw", [nutgraf.plot.speakers, nutgraf.plot.sections])
def test_nothing_to_draw(draw: Any) -> None:
    assert rows(draw(nutgraf.parse_many([]))) == []
    assert draw(nutgraf.parse("Nobody spoke.")).to_json()
