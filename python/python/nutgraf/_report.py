"""A page of text about an article, for a terminal of 80 columns.

`core/examples/report.rs` prints the same page of one article for those who use Rust. It tells places in bytes
and takes every character to be one column wide; here they are code points, and Chinese is two columns wide.
"""

from collections.abc import Iterable, Sequence
from unicodedata import category, east_asian_width

from nutgraf import Article, Claim, Quantity, Quote

_WIDTH = 80


def report(article: Article, name: str | None = None, *, colour: bool = False) -> str:
    """Headline, sections, who said what, and who claims which number."""
    page = _Page(colour)
    if name is not None:
        page.line(_fitted(f"== {name}", _WIDTH))
    page.head(article)
    page.sections(article)
    page.table("Quotes", [("Speaker", 22), ("Cue", 14), ("Words", 0)], map(_quote, article.quotes))
    page.table("Claims", [("Who", 18), ("What", 24), ("Value", 15), ("Unit", 0)], map(_claim, article.claims))
    for diagnostic in article.diagnostics:
        start, end = diagnostic.span
        for row in _wrapped(f"{diagnostic.message.rstrip('.')}: characters {start}..{end}", _WIDTH):
            page.line(row)
    return "\n".join(page.rows)


def _quote(quote: Quote) -> list[str]:
    speaker = quote.speaker.name if quote.speaker else "unknown"
    return [speaker, quote.cue.text if quote.cue else "", quote.text]


def _claim(claim: Claim) -> list[str]:
    who = claim.claimant.name if claim.claimant else "the article"
    what = claim.subject.text if claim.subject else ""
    unit = claim.quantity.unit.name if claim.quantity.unit else ""
    return [who, what, value_of(claim.quantity), unit]


def value_of(quantity: Quantity) -> str:
    """A number as a reader writes it: `> 730`, `up 3`, `10 to 15`."""
    parts: list[str] = []
    if quantity.comparator != "=":
        parts.append(quantity.comparator)
    if quantity.trend:
        parts.append(quantity.trend)
    if quantity.value:
        parts.append(quantity.value)
    elif quantity.low and quantity.high:
        parts.append(f"{quantity.low} to {quantity.high}")
    elif quantity.low:
        parts.append(f"from {quantity.low}")
    elif quantity.high:
        parts.append(f"to {quantity.high}")
    return " ".join(parts)


class _Page:
    def __init__(self, colour: bool) -> None:
        self.colour = colour
        self.rows: list[str] = []

    def line(self, text: str = "") -> None:
        self.rows.append(text.rstrip())

    def bold(self, text: str) -> None:
        self.line(f"\x1b[1m{text}\x1b[0m" if self.colour else text)

    def head(self, article: Article) -> None:
        if article.headline:
            for row in _wrapped(article.headline.text, _WIDTH):
                self.bold(row)
        parts = []
        if article.byline:
            parts.append("by " + ", ".join(author.name for author in article.byline.authors))
        if article.dateline:
            agency = f" ({article.dateline.agency})" if article.dateline.agency else ""
            parts.append(article.dateline.place + agency)
        if article.published:
            if article.published.date:
                parts.append(f"published {article.published.date}")
            if article.published.updated:
                parts.append(f"updated {article.published.updated}")
        for row in _wrapped(" · ".join(parts), _WIDTH):
            self.line(row)
        self.line()

    def sections(self, article: Article) -> None:
        self.bold("Sections")
        for section in article.sections:
            heading = section.heading.text if section.heading else "(opening)"
            start, end = section.blocks
            plural = "" if end - start == 1 else "s"
            self.line(f"  {_fitted(heading, _WIDTH - 14)}  {end - start} block{plural}")
        self.line()

    def table(self, title: str, columns: Sequence[tuple[str, int]], cells: Iterable[Sequence[str]]) -> None:
        """Add a table whose last column takes what is left of the width."""
        rows = list(cells)
        self.bold(f"{title} ({len(rows)})")
        rest = _WIDTH - sum(width + 2 for _, width in columns)
        for row in [[name for name, _ in columns], *rows]:
            fitted = (_fitted(cell, width or rest) for cell, (_, width) in zip(row, columns, strict=True))
            self.line("  " + "  ".join(fitted))
        self.line()


def _words(text: str) -> list[str]:
    """The words of `text`, without what steers a terminal."""
    shown = (letter for letter in text if category(letter) != "Cf")
    words = "".join(shown).split()
    return ["".join("\ufffd" if category(letter) == "Cc" else letter for letter in word) for word in words]


def _width(text: str) -> int:
    """The columns that `text` takes on a terminal."""
    if text.isascii():
        return len(text)
    wide = sum(east_asian_width(letter) in "WF" for letter in text)
    return len(text) + wide - sum(category(letter) in ("Mn", "Me") for letter in text)


def _fitted(text: str, width: int) -> str:
    """`text` on one line, cut or filled to `width` columns."""
    text = " ".join(_words(text))
    if _width(text) > width:
        text = text[: width - 1]
        while _width(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - _width(text))


def _wrapped(text: str, width: int) -> list[str]:
    """`text` in rows of at most `width` columns, broken between words."""
    rows: list[str] = []
    for word in _words(text):
        if rows and _width(rows[-1]) + 1 + _width(word) <= width:
            rows[-1] += f" {word}"
        else:
            rows.append(word)
    return [_fitted(row, width).rstrip() for row in rows]
