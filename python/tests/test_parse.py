"""Reading texts: options, what is refused, odd texts, threads."""

import datetime
import inspect
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import nutgraf
import pytest
from conftest import ARTICLES

STAGES = ("layout", "sentences", "quotes", "claims", "dates")
LISTS = ("blocks", "sections", "sentences", "speakers", "quotes", "claims", "dates", "diagnostics")


def surfaces(article: nutgraf.Article) -> None:
    """Hold every span of an article against its text."""
    text = article.text

    def check(value: Any) -> None:
        if isinstance(value, tuple):
            for item in value:
                check(item)
        elif type(value).__module__ == "nutgraf":
            fields = type(value).__match_args__
            if "span" in fields:
                start, end = value.span
                assert 0 <= start <= end <= len(text)
                if "text" in fields and "content" not in fields:
                    assert text[start:end] == value.text
            for name in fields:
                check(getattr(value, name))

    for name in LISTS:
        check(getattr(article, name))
    for quote in article.quotes:
        assert " ".join(text[start:end] for start, end in quote.content) == quote.text


def test_sample_articles(text: str) -> None:
    article = nutgraf.parse(text, published="2025-05-11")
    assert article.text is text
    assert article.language == "en"
    assert article.blocks
    assert article == nutgraf.parse(text, published=datetime.date(2025, 5, 11))
    surfaces(article)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace(" ", " \U0001d11e "),
        lambda text: text.replace("e", "\U0001f642"),
        lambda text: text.replace("a", "e\u0301"),
        lambda text: text.replace(".", "\0."),
        lambda text: text[: len(text) // 2],
    ],
    ids=["crlf", "cr", "bom", "astral between words", "astral in words", "combining", "nul", "half"],
)
def test_sample_articles_changed(text: str, change: Any) -> None:
    changed = change(text)
    article = nutgraf.parse(changed, published="2025-05-11")
    surfaces(article)
    assert nutgraf.Article.from_json(changed, article.to_json()) == article


@pytest.mark.parametrize(
    "text", ["", "a", "\0", "\n", "\r", "\ufeff", "“", '"', "𝄞", "é", " ", "\x7f", "5", "$"]
)
def test_least_texts(text: str) -> None:
    article = nutgraf.parse(text)
    assert article.text == text
    surfaces(article)
    for name in STAGES:
        surfaces(nutgraf.parse(text, only=[name]))


def test_astral_characters_count_as_one() -> None:
    text = "𝄞𝄞 𝄞𝄞.\n\n🙂 Costs rose."
    article = nutgraf.parse(text)
    assert article.blocks[-1].span == (8, 21)
    assert article.blocks[-1].text == "🙂 Costs rose."


def test_a_subclass_of_str_is_text() -> None:
    class Text(str):
        __slots__ = ()

    assert nutgraf.parse(Text("Costs rose.")) == nutgraf.parse("Costs rose.")


@pytest.mark.parametrize("stage", STAGES)
def test_one_stage(text: str, stage: str) -> None:
    article = nutgraf.parse(text, only=stage)
    assert article == nutgraf.parse(text, only=[stage])
    assert article == nutgraf.parse(text, only=iter((stage, stage)))
    if stage != "layout":
        assert article == getattr(nutgraf, stage)(text)
        assert article.blocks == ()
    for name in ("sentences", "quotes", "claims", "dates"):
        assert name == stage or getattr(article, name) == ()


def test_dates_take_a_reference() -> None:
    text = "The council votes on May 15."
    article = nutgraf.dates(text, published="2025-05-11")
    assert article == nutgraf.parse(text, published="2025-05-11", only="dates")


def test_published_may_be_a_datetime() -> None:
    moment = datetime.datetime(2025, 5, 11, 23, 59, tzinfo=datetime.timezone.utc)
    text = "The council voted on Friday."
    assert nutgraf.parse(text, published=moment) == nutgraf.parse(text, published="2025-05-11")


class NaTType(datetime.datetime):
    """What pandas has for no date is a moment of the year 1 to all who do not ask it."""


@pytest.mark.parametrize("missing", [None, NaTType(1, 1, 1), float("nan")])
def test_a_date_that_is_missing(missing: Any) -> None:
    text = "It opens on Monday."
    assert nutgraf.parse(text, published=missing) == nutgraf.parse(text)
    assert nutgraf.parse(text, published=missing).dates[0].date is None
    assert nutgraf.Parser().parse(text, published=missing) == nutgraf.parse(text)
    assert nutgraf.parse_many([text], published=missing) == nutgraf.parse_many([text])
    assert nutgraf.parse_many([text], published=[missing])[0] == nutgraf.parse(text)


@pytest.mark.parametrize(
    "published", ["", "May 11", "2025-02-30", "2025-5-11", "2025-05-11T10:00", "0000-01-01", "é"]
)
def test_a_date_that_is_none(published: str) -> None:
    with pytest.raises(nutgraf.NutgrafError) as caught:
        nutgraf.parse("Costs rose.", published=published)
    assert str(caught.value) == f'Expected a date as YYYY-MM-DD that the calendar has, found "{published}".'
    assert isinstance(caught.value, ValueError)


def test_a_stage_that_is_none() -> None:
    message = 'Expected a stage (layout, sentences, quotes, claims, dates), found "headlines".'
    for only in ("headlines", ["quotes", "headlines"]):
        with pytest.raises(nutgraf.NutgrafError) as caught:
            nutgraf.parse("Costs rose.", only=only)
        assert str(caught.value) == message


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ((None,), {}),
        ((b"Costs rose.",), {}),
        ((1,), {}),
        ((), {}),
        (("Costs rose.", "2025-05-11"), {}),
        (("Costs rose.",), {"published": 20250511}),
        (("Costs rose.",), {"published": datetime.time(1)}),
        (("Costs rose.",), {"only": 1}),
        (("Costs rose.",), {"only": [1]}),
        (("Costs rose.",), {"max": 1}),
    ],
)
def test_wrong_types(arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        nutgraf.parse(*arguments, **options)


@pytest.mark.parametrize("text", ["\ud800", "Costs \udc80rose.", "“\ud83d\ude42”"])
def test_lone_surrogates(text: str) -> None:
    for read in (nutgraf.parse, nutgraf.sentences, nutgraf.quotes, nutgraf.claims, nutgraf.dates):
        with pytest.raises(UnicodeEncodeError, match="surrogates not allowed"):
            read(text)
    with pytest.raises(UnicodeEncodeError):
        nutgraf.parse("Costs rose.", published="\ud800")
    with pytest.raises(UnicodeEncodeError):
        nutgraf.Article.from_json(text, "{}")


@pytest.mark.parametrize(
    ("function", "arguments", "options", "error"),
    [
        (nutgraf.parse, ("",), {"published": "May"}, nutgraf.NutgrafError),
        (nutgraf.parse, (5,), {}, TypeError),
        (nutgraf.parse, ("\ud800",), {}, UnicodeEncodeError),
        (nutgraf.parse_many, ([],), {"threads": 0}, nutgraf.NutgrafError),
        (nutgraf.parse_many, ("",), {}, TypeError),
        (nutgraf.Article.from_json, ("", "{}"), {}, nutgraf.NutgrafError),
        (nutgraf.Article.from_json, ("", "\ud800"), {}, UnicodeEncodeError),
        (nutgraf.Parser, (), {"currencies": {"quid": "pounds"}}, nutgraf.NutgrafError),
        (nutgraf.Parser, (), {"cues": "skeeted"}, TypeError),
        (nutgraf.Parser, (), {"cues": ["\ud800"]}, UnicodeEncodeError),
    ],
)
def test_what_is_raised_is_documented(
    function: Any, arguments: tuple[Any, ...], options: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error) as caught:
        function(*arguments, **options)
    assert type(caught.value) is error
    assert f"`{error.__name__}`" in str(inspect.getdoc(function)).split("Raises ")[1]


def test_threads() -> None:
    """Articles are the same from many threads, and one article can be read by many."""
    texts = [path.read_bytes().decode() for path in ARTICLES] * 8
    alone = [nutgraf.parse(text).to_dict() for text in texts]
    shared = nutgraf.parse("\n\n".join(texts[: len(ARTICLES)]))

    def read(text: str) -> tuple[dict[str, Any], tuple[int, ...]]:
        return nutgraf.parse(text).to_dict(), tuple(hash(getattr(shared, name)) for name in LISTS)

    switch = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(read, texts))
    finally:
        sys.setswitchinterval(switch)
    assert [article for article, _ in found] == alone
    assert len({hashes for _, hashes in found}) == 1
