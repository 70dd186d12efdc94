"""What an editor should know: checked by mypy and basedpyright, never run."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import nutgraf
import pandas
import polars
import pyarrow
from typing_extensions import assert_type


def one(text: str) -> None:
    """Show the types of one article."""
    article = nutgraf.parse(text, published=datetime.date(2025, 5, 14), only=["quotes", "claims"])
    assert_type(article.text, str)
    assert_type(article.headline, nutgraf.Headline | None)
    quote = article.quotes[0]
    assert_type(quote.span, tuple[int, int])
    assert_type(quote.speaker, nutgraf.Mention | None)
    assert_type(article.claims[0].quantity.value, str | None)
    assert_type(article.tables, nutgraf.Corpus)
    assert_type(nutgraf.render(article, Path("article.html")), str)
    match quote:
        case nutgraf.Quote(kind="direct", speaker=nutgraf.Mention(name=name)):
            assert_type(name, str)
        case _:
            pass


def many(texts: list[str | None], column: polars.Series, series: pandas.Series) -> Iterator[str]:
    """Show the types of many."""
    corpus = nutgraf.parse_many(texts, ids=range(3), published=[None, "2025-05-14"], threads=2)
    assert_type(corpus[0], nutgraf.Article | None)
    assert_type(corpus[:2], list[nutgraf.Article | None])
    assert_type(corpus.quotes, nutgraf.Table)
    assert_type(corpus.errors, tuple[nutgraf.Failure, ...])
    assert_type(corpus.quotes.to_polars(), polars.DataFrame)
    assert_type(corpus.quotes.to_pandas(), pandas.DataFrame)
    assert_type(polars.DataFrame(corpus.quotes), polars.DataFrame)
    nutgraf.parse_many(column, progress=lambda done, total: print(done, total))
    nutgraf.parse_many(series, progress=True)
    nutgraf.parse_many(pyarrow.array(texts))
    for article in nutgraf.iter_many(line for line in texts if line):
        assert_type(article, nutgraf.Article | None)
        if article is not None:
            yield article.text


def refused() -> None:
    """Show what must not pass."""
    nutgraf.parse(5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    nutgraf.parse_many(["a"], threads="2")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    nutgraf.Block("paragraph", (0, 1))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
