"""Read news articles as plain text: sections, quotes with speakers, numeric claims with claimants, dates.

>>> import nutgraf
>>> article = nutgraf.parse("“We are ready,” Ms. Ortega said.")
>>> article.text
'“We are ready,” Ms. Ortega said.'

Every span is a pair of code points: `text[start:end]` is the surface text. `parse_many` reads many articles
on all cores and gives tables that pandas, Polars, DuckDB and pyarrow take as they are.
"""

from __future__ import annotations

from nutgraf._native import (
    Article,
    ArticleIterator,
    Author,
    Block,
    Byline,
    Claim,
    Corpus,
    Cue,
    Dateline,
    DateMention,
    Diagnostic,
    Excerpt,
    Failure,
    Headline,
    Mention,
    NutgrafError,
    Parser,
    Published,
    Quantity,
    Quote,
    Section,
    Sentence,
    Speaker,
    Table,
    Unit,
    __version__,
    claims,
    dates,
    iter_many,
    parse,
    parse_many,
    quotes,
    sentences,
)

__all__ = [
    "Article",
    "ArticleIterator",
    "Author",
    "Block",
    "Byline",
    "Claim",
    "Corpus",
    "Cue",
    "DateMention",
    "Dateline",
    "Diagnostic",
    "Excerpt",
    "Failure",
    "Headline",
    "Mention",
    "NutgrafError",
    "Parser",
    "Published",
    "Quantity",
    "Quote",
    "Section",
    "Sentence",
    "Speaker",
    "Table",
    "Unit",
    "__version__",
    "claims",
    "dates",
    "iter_many",
    "parse",
    "parse_many",
    "quotes",
    "render",
    "sentences",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def render(article: Article, path: str | Path | None = None) -> str:
    """Show the article as an HTML page that stands alone: quotes, cues, speakers and claims marked.

    The page needs no script and no network. It is returned, and written to `path` where one is given.
    """
    # Only those who look at pages pay for what makes them.
    from nutgraf._page import render

    return render(article, path)
