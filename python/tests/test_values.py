"""Result classes: the fields of FORMAT.md as immutable values."""

import copy
import json
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import nutgraf
import pytest
from complete import JSON, TEXT, document


def same(value: Any, expected: Any) -> bool:
    """Whether an attribute holds what FORMAT.md JSON has there."""
    if isinstance(expected, dict):
        return all(same(getattr(value, name), item) for name, item in expected.items())
    if isinstance(expected, list):
        assert isinstance(value, tuple)
        return len(value) == len(expected) and all(map(same, value, expected))
    return bool(value == expected) and type(value) is type(expected)


def check(article: nutgraf.Article) -> None:
    """Hold every field of an article against its JSON."""
    found = article.to_dict()
    assert found == json.loads(article.to_json())
    assert (found.pop("format"), found.pop("offsets")) == (1, "code_points")
    assert [list(sentence.span) for sentence in article.sentences] == found.pop("sentences")
    for name, expected in found.items():
        assert same(getattr(article, name), expected), name


def values(article: nutgraf.Article) -> Iterator[Any]:
    """Every result in an article, those inside others included."""
    pending: list[Any] = [article]
    while pending:
        value = pending.pop()
        if isinstance(value, tuple):
            pending.extend(value)
        elif type(value).__module__ == "nutgraf":
            yield value
            pending.extend(getattr(value, name) for name in type(value).__match_args__)


def test_every_field(complete: nutgraf.Article) -> None:
    check(complete)
    assert complete.to_dict() == document()


def test_every_class_is_there(complete: nutgraf.Article) -> None:
    classes = {item for item in vars(nutgraf).values() if isinstance(item, type)}
    of_many = {nutgraf.ArticleIterator, nutgraf.Corpus, nutgraf.Failure, nutgraf.Table}
    others = {nutgraf.NutgrafError, nutgraf.Parser}
    assert {type(value) for value in values(complete)} == classes - of_many - others


def test_every_field_of_the_sample_articles(text: str) -> None:
    check(nutgraf.parse(text, published="2025-05-11"))


def test_spans_are_the_surface(complete: nutgraf.Article) -> None:
    for value in values(complete):
        if hasattr(value, "span") and hasattr(value, "text") and not isinstance(value, nutgraf.Quote):
            assert TEXT[slice(*value.span)] == value.text
    for quote in complete.quotes:
        assert " ".join(TEXT[slice(*run)] for run in quote.content) == quote.text
    assert complete.byline is not None
    assert [TEXT[slice(*author.span)] for author in complete.byline.authors] == ["Zoë Müller", "Ann Lee"]


def test_lists_are_made_once(complete: nutgraf.Article) -> None:
    for name in type(complete).__match_args__:
        if isinstance(getattr(complete, name), tuple):
            assert getattr(complete, name) is getattr(complete, name)


def test_the_text_is_the_callers_own() -> None:
    text = "It is said that 𝄞."
    assert nutgraf.parse(text).text is text


def test_equality_and_hash(complete: nutgraf.Article) -> None:
    again = nutgraf.Article.from_json(TEXT, JSON)
    assert again == complete
    assert hash(again) == hash(complete)
    assert again is not complete
    for one, other in zip(values(complete), values(again), strict=True):
        assert one == other
        assert hash(one) == hash(other)
        assert one != "something else"
        assert one != 1
    assert len({*values(complete), *values(again)}) == len(set(values(complete)))


def test_a_difference_in_one_field_is_a_difference(complete: nutgraf.Article) -> None:
    quote = complete.quotes[0]
    fields = {name: getattr(quote, name) for name in nutgraf.Quote.__match_args__}
    assert nutgraf.Quote(**fields) == quote
    for name, value in {"text": "x", "span": (0, 1), "kind": "indirect", "speaker": None}.items():
        assert nutgraf.Quote(**{**fields, name: value}) != quote
    document_of_another = {**document(), "language": "und"}
    assert nutgraf.Article.from_json(TEXT, json.dumps(document_of_another)) != complete


def test_values_cannot_be_changed(complete: nutgraf.Article) -> None:
    for value in values(complete):
        for name in type(value).__match_args__:
            with pytest.raises(AttributeError):
                setattr(value, name, None)
        with pytest.raises(AttributeError):
            value.something = 1


def test_patterns(complete: nutgraf.Article) -> None:
    match complete.quotes[0]:
        case nutgraf.Quote("direct", (start, _), speaker=nutgraf.Mention(name=name)):
            assert (TEXT[start : start + 5], name) == ("Mayor", "Dana Whitfield")
        case _:
            pytest.fail("no match")


def test_one_line_repr(complete: nutgraf.Article) -> None:
    for value in values(complete):
        shown = repr(value)
        assert shown.startswith(type(value).__name__ + "(")
        assert "\n" not in shown
        assert len(shown) < 300
    assert repr(complete) == "Article('𝄞 Tunnel “will cost” more 🚇', quotes=3, claims=2, dates=2)"
    assert (
        repr(complete.dates[1])
        == f"DateMention(span={complete.dates[1].span}, text='Friday', granularity='day')"
    )
    assert repr(complete.quotes[1]).startswith(
        "Quote(speaker='Dana Whitfield', cue='said', text='Costs rose more"
    )


def test_long_text_is_cut_in_a_repr() -> None:
    excerpt = nutgraf.Excerpt((0, 1000), "🙂\n" * 500)
    assert len(repr(excerpt)) < 200
    assert repr(excerpt).endswith("🙂\\n…')")


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickle(complete: nutgraf.Article, protocol: int) -> None:
    for value in values(complete):
        again = pickle.loads(pickle.dumps(value, protocol))
        assert again == value
        assert type(again) is type(value)
        assert copy.deepcopy(value) == value


def test_pickle_to_another_process(complete: nutgraf.Article) -> None:
    everything = list(values(complete))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(copy.copy, everything).result() == everything
        assert pool.submit(nutgraf.parse, TEXT).result() == nutgraf.parse(TEXT)
        error = pool.submit(nutgraf.parse, TEXT, published="May").exception()
    assert isinstance(error, nutgraf.NutgrafError)
    assert "YYYY-MM-DD" in str(error)


def test_constructors_check_their_arguments() -> None:
    with pytest.raises(
        nutgraf.NutgrafError, match=r"Expected a kind of block \(headline, .*\), found \"x\"\."
    ):
        nutgraf.Block("x", (0, 1), "")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        nutgraf.Block("headline", 0, "")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        nutgraf.Byline((0, 1), ("Ann",))  # type: ignore[arg-type]
    with pytest.raises(OverflowError):
        nutgraf.Block("headline", (-1, 1), "")
    with pytest.raises(TypeError):
        nutgraf.Article()


def test_json_there_and_back(text: str) -> None:
    article = nutgraf.parse(text)
    assert nutgraf.Article.from_json(text, article.to_json()) == article


@pytest.mark.parametrize(
    ("json", "message"),
    [
        ("", "Expected an article as FORMAT.md describes it: EOF"),
        ("{}", "missing field `format`"),
        (JSON.replace('"format": 1', '"format": 2'), "expected format 1, found 2"),
        (JSON.replace('"direct"', '"shouted"'), "unknown variant `shouted`"),
        (JSON.replace("0.97", "97"), "a confidence lies between 0 and 1"),
    ],
)
def test_json_that_is_no_article(json: str, message: str) -> None:
    with pytest.raises(nutgraf.NutgrafError, match=message) as caught:
        nutgraf.Article.from_json(TEXT, json)
    assert str(caught.value)[0].isupper()
    assert str(caught.value).endswith(".")


def test_json_of_another_text() -> None:
    with pytest.raises(nutgraf.NutgrafError, match="Expected spans inside the text"):
        nutgraf.Article.from_json("Short.", JSON)
