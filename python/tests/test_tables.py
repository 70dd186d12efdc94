"""Tables: what they hold, how they join, what they tell of themselves; with nothing but Python."""

import copy
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import nutgraf
import pytest
from conftest import ARTICLES

NAMES = ("articles", "blocks", "sentences", "speakers", "quotes", "claims", "dates")
SAMPLES = [path.read_bytes().decode() for path in ARTICLES]


@pytest.fixture(scope="module")
def corpus() -> nutgraf.Corpus:
    texts = [*SAMPLES, None, "", "𝄞 “Costs rose 3 percent,” she said."]
    return nutgraf.parse_many(texts, ids=[f"no {row}" for row in range(len(texts))], published="2025-05-11")


def rows(corpus: nutgraf.Corpus, name: str, row: int) -> list[dict[str, Any]]:
    table: nutgraf.Table = getattr(corpus, name)
    return [found for found in table.to_dicts() if found["row"] == row]


def test_every_row_has_its_place(corpus: nutgraf.Corpus) -> None:
    for name in NAMES:
        table: nutgraf.Table = getattr(corpus, name)
        found = table.to_dicts()
        assert len(table) == len(found)
        assert [row["id"] for row in found] == [f"no {row['row']}" for row in found]
        assert [row["row"] for row in found] == sorted(row["row"] for row in found)
        for row in found:
            assert tuple(row) == table.column_names


def test_spans_are_the_surface(corpus: nutgraf.Corpus) -> None:
    for name in ("blocks", "sentences", "dates"):
        for row in getattr(corpus, name).to_dicts():
            article = corpus[row["row"]]
            assert article
            assert article.text[row["start"] : row["end"]] == row["text"]
    for row in corpus.claims.to_dicts():
        article = corpus[row["row"]]
        assert article
        assert article.text[row["quantity_start"] : row["quantity_end"]] == row["text"]
        if row["subject"]:
            assert article.text[row["subject_start"] : row["subject_end"]] == row["subject"]


def test_quotes(corpus: nutgraf.Corpus) -> None:
    for number, article in enumerate(corpus):
        found = rows(corpus, "quotes", number)
        assert len(found) == (len(article.quotes) if article else 0)
        for row, quote in zip(found, article.quotes if article else (), strict=True):
            assert (row["kind"], row["text"], row["construction"]) == (
                quote.kind,
                quote.text,
                quote.construction,
            )
            assert row["confidence"] == quote.confidence
            assert (row["start"], row["end"]) == quote.span
            assert (row["content_start"], row["content_end"]) == (quote.content[0][0], quote.content[-1][1])
            assert row["content_runs"] == len(quote.content)
            assert row["speaker_name"] == (quote.speaker and quote.speaker.name)
            assert row["speaker_index"] == (quote.speaker and quote.speaker.id)
            assert row["cue"] == (quote.cue and quote.cue.text)
            assert row["addressee_name"] == (quote.addressee and quote.addressee.name)


def test_claims(corpus: nutgraf.Corpus) -> None:
    for number, article in enumerate(corpus):
        for row, claim in zip(rows(corpus, "claims", number), article.claims if article else (), strict=True):
            quantity, unit = claim.quantity, claim.quantity.unit
            assert (row["value"], row["low"], row["high"]) == (quantity.value, quantity.low, quantity.high)
            for name in ("value", "low", "high"):
                exact = getattr(quantity, name)
                assert row[f"{name}_float"] == (None if exact is None else float(exact))
            assert (row["comparator"], row["trend"]) == (quantity.comparator, quantity.trend)
            assert (row["unit"], row["unit_symbol"]) == ((unit.name, unit.symbol) if unit else (None, None))
            assert row["unit_kind"] == (unit and unit.kind)
            assert row["claimant_name"] == (claim.claimant and claim.claimant.name)
            assert (row["quote_index"], row["date_index"]) == (claim.quote, claim.date)
            assert row["subject"] == (claim.subject and claim.subject.text)
            assert row["confidence"] == claim.confidence
            assert article
            assert row["date"] == (None if claim.date is None else article.dates[claim.date].date)


def test_speakers_count_what_they_say(corpus: nutgraf.Corpus) -> None:
    for number, article in enumerate(corpus):
        quotes, claims = rows(corpus, "quotes", number), rows(corpus, "claims", number)
        found = rows(corpus, "speakers", number)
        assert len(found) == (len(article.speakers) if article else 0)
        for row in found:
            index = row["speaker_index"]
            assert row["quotes"] == sum(quote["speaker_index"] == index for quote in quotes)
            assert row["claims"] == sum(claim["speaker_index"] == index for claim in claims)
            assert all(
                quote["speaker_name"] == row["name"] and quote["speaker_role"] == row["role"]
                for quote in quotes
                if quote["speaker_index"] == index
            )


def test_blocks_and_sections_join(corpus: nutgraf.Corpus) -> None:
    for number, article in enumerate(corpus):
        blocks = rows(corpus, "blocks", number)
        sections = article.sections if article else ()
        for row in blocks:
            index = row["section_index"]
            inside = [section for section in sections if row["block_index"] in range(*section.blocks)]
            assert inside == ([] if index is None else [sections[index]])
            heading = inside[0].heading if inside else None
            assert row["section_heading"] == (heading and heading.text)
        for name in ("sentences", "quotes", "claims", "dates"):
            for row in rows(corpus, name, number):
                block = blocks[row["block_index"]]
                assert block["start"] <= row["start"] < block["end"]
                assert row["section_index"] == block["section_index"]


def test_dates(corpus: nutgraf.Corpus) -> None:
    found = nutgraf.parse_many(
        ["It closed in March 2024 and from 2014 to 2018."], published="2025-05-11"
    ).dates.to_dicts()
    assert [(row["date"], str(row["first_day"]), str(row["last_day"])) for row in found] == [
        ("2024-03", "2024-03-01", "2024-03-31"),
        ("2014/2018", "2014-01-01", "2018-12-31"),
    ]


def test_every_day_of_the_calendar() -> None:
    days = ["1600-02-29", "1899-12-31", "1900-03-01", "1969-12-31", "1970-01-01", "2000-02-29", "2100-03-01"]
    texts = [f"It was signed on {day}." for day in days]
    found = nutgraf.parse_many(texts).dates.to_dicts()
    assert [str(row["first_day"]) for row in found] == [row["date"] for row in found] == days


def test_articles(corpus: nutgraf.Corpus) -> None:
    for row, article in zip(corpus.articles.to_dicts(), corpus, strict=True):
        if article is None:
            assert set(row.values()) == {row["row"], row["id"], None}
            continue
        assert row["characters"] == len(article.text)
        assert row["headline"] == (article.headline and article.headline.text)
        assert row["language"] == article.language
        for name in ("sections", "blocks", "sentences", "speakers", "quotes", "claims", "dates"):
            assert row[name] == len(getattr(article, name))
        authors = "; ".join(author.name for author in article.byline.authors) if article.byline else None
        assert row["authors"] == authors


def test_the_tables_of_one_article() -> None:
    for text in SAMPLES:
        article = nutgraf.parse(text, published="2025-05-11")
        corpus = nutgraf.parse_many([text], published="2025-05-11")
        assert article.tables[0] == article
        for name in NAMES:
            assert getattr(article.tables, name) == getattr(corpus, name)


def test_what_the_rows_were_read_with(corpus: nutgraf.Corpus) -> None:
    metadata = corpus.quotes.metadata
    assert metadata["nutgraf.version"] == nutgraf.__version__
    assert metadata["nutgraf.table"] == "quotes"
    assert metadata["nutgraf.offsets"] == "code_points"
    assert len(metadata["nutgraf.lexicon"]) == 16
    assert json.loads(metadata["nutgraf.options"]) == {"only": None, "published": "2025-05-11"}
    chosen = nutgraf.parse_many(["", ""], only=("quotes", "claims"), published=[None, "2025-05-11"])
    assert json.loads(chosen.quotes.metadata["nutgraf.options"]) == {
        "only": ["quotes", "claims"],
        "published": "each",
    }
    text = SAMPLES[0]
    article = nutgraf.parse(text)
    assert pickle.loads(pickle.dumps(article)).tables.quotes.metadata == article.tables.quotes.metadata
    from_json = nutgraf.Article.from_json(text, article.to_json())
    assert from_json.tables.quotes.metadata["nutgraf.version"] == "unknown"
    assert from_json.tables.quotes.to_dicts() == article.tables.quotes.to_dicts()


def test_every_column_is_described(corpus: nutgraf.Corpus) -> None:
    for name in NAMES:
        table: nutgraf.Table = getattr(corpus, name)
        assert table.name == name
        assert tuple(table.descriptions) == table.column_names
        assert all(about.endswith((".", "…")) for about in table.descriptions.values())


def test_rows_can_be_cut(corpus: nutgraf.Corpus) -> None:
    everything = corpus.sentences.to_dicts()
    assert corpus.sentences.to_dicts(3, 9) == everything[3:9]
    assert corpus.sentences.to_dicts(3) == everything[3:]
    assert corpus.sentences.to_dicts(9, 3) == []
    assert corpus.sentences.to_dicts(0, 10**6) == everything


def test_tables_of_many_parts() -> None:
    texts = [f"“We need {number} more buses,” Ms. Ortega said." for number in range(70_000)]
    one, two = (nutgraf.parse_many(texts, threads=threads) for threads in (1, 2))
    assert one.quotes == two.quotes
    assert hash(one.quotes) == hash(two.quotes)
    found = two.quotes.to_dicts(65_530, 65_540)
    assert [row["row"] for row in found] == list(range(65_530, 65_540))
    assert nutgraf.parse_many(texts[:-1]).quotes != one.quotes


def test_equality(corpus: nutgraf.Corpus) -> None:
    again = nutgraf.parse_many([article and article.text for article in corpus], published="2025-05-11")
    assert again != corpus
    assert again.quotes != corpus.quotes
    same = nutgraf.parse_many(
        [article and article.text for article in corpus], ids=corpus.ids, published="2025-05-11"
    )
    assert same == corpus
    assert hash(same) == hash(corpus)
    assert same.quotes == corpus.quotes
    assert same.quotes is same.quotes
    assert corpus.quotes != corpus.claims


def test_pickle(corpus: nutgraf.Corpus) -> None:
    broken = nutgraf.parse_many(["Costs rose.", 5, None])  # type: ignore[list-item]
    values: list[Any] = [corpus, broken, *broken.errors, *(getattr(corpus, name) for name in NAMES)]
    for value in values:
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.deepcopy(value) == value
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(copy.copy, values).result() == values
        table = pool.submit(nutgraf.parse_many, SAMPLES).result().quotes
    assert table == nutgraf.parse_many(SAMPLES).quotes
    with pytest.raises(nutgraf.NutgrafError, match="Expected a table as pickle wrote it"):
        nutgraf.Table._restore(b"no table")  # type: ignore[attr-defined]


def test_patterns(corpus: nutgraf.Corpus) -> None:
    match corpus.quotes:
        case nutgraf.Table("quotes", (first, *_)):
            assert first == "row"
        case _:
            pytest.fail("no match")
    match nutgraf.parse_many([5]).errors:  # type: ignore[list-item]
        case (nutgraf.Failure(row=0, kind="TypeError"),):
            pass
        case _:
            pytest.fail("no match")


def test_repr(corpus: nutgraf.Corpus) -> None:
    assert repr(corpus.quotes) == f'Table("quotes", rows={len(corpus.quotes)}, columns=26)'
    assert repr(nutgraf.parse_many(["Costs rose 3 percent.", None])) == (
        "Corpus(2 articles, quotes=0, claims=1, dates=0)"
    )
    assert repr(nutgraf.parse_many([5])).endswith("dates=0, errors=1)")  # type: ignore[list-item]


def test_capsules_are_fresh(corpus: nutgraf.Corpus) -> None:
    for make in (corpus.quotes.__arrow_c_stream__, corpus.quotes.__arrow_c_schema__):
        one, two = make(), make()
        assert one is not two
        assert type(one).__name__ == "PyCapsule"


def test_a_missing_library_is_named(corpus: nutgraf.Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    for library, method, extra in (
        ("pandas", "to_pandas", "pandas"),
        ("polars", "to_polars", "polars"),
        ("pyarrow", "to_arrow", "pandas"),
    ):
        monkeypatch.setitem(sys.modules, library, None)
        with pytest.raises(ModuleNotFoundError, match=rf'{method}\(\) needs .*"nutgraf\[{extra}\]"'):
            getattr(corpus.quotes, method)()
