"""An article as it reads, with what was found in it marked."""

from collections import deque
from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from nutgraf import Article, Claim, Mention, Quote
from nutgraf._report import value_of
from nutgraf._style import guarded, page, shown

# A notebook shows as many characters of an article.
_CHARACTERS = 12_000

_LEGEND = (
    ("quote", "quoted words"),
    ("speaker", "speaker"),
    ("cue", "cue"),
    ("claim", "number of a claim"),
    ("subject", "what it counts"),
)


class _Mark(NamedTuple):
    """A stretch of text, in code points, that is shown in a way of its own."""

    start: int
    end: int
    look: str
    tells: str


def excerpt(article: Article) -> str:
    """The article for a notebook; a long one is cut."""
    return guarded(_legend(article) + _body(article, _CHARACTERS))


def render(article: Article, path: str | Path | None = None) -> str:
    """A page that stands alone, written to `path` where one is given."""
    title = article.headline.text if article.headline else "Article"
    html = page(title, _legend(article) + _body(article, None))
    if path is not None:
        Path(path).write_text(html, encoding="utf-8")
    return html


def _legend(article: Article) -> str:
    looks = (f'<span class="nutgraf-{look}">{name}</span>' for look, name in _LEGEND)
    counts = f"<span>{len(article.quotes):,} quotes, {len(article.claims):,} claims</span>"
    return f'<div class="nutgraf-legend">{"".join(looks)}{counts}</div>'


def _body(article: Article, most: int | None) -> str:
    text = article.text
    stop = len(text) if most is None else min(most, len(text))
    marks = _Marks(_marks(article))
    parts = []
    at = 0
    # An article read without its layout is all body.
    blocks = [(block.span, block.kind) for block in article.blocks] or [((0, len(text)), "paragraph")]
    for (start, end), kind in blocks:
        if start >= stop:
            break
        parts.append(shown(text[at:start]))
        at = min(end, stop)
        inside = "".join(_segments(text, start, at, marks.within(start, at)))
        parts.append(f'<div class="nutgraf-block nutgraf-{kind}">{inside}</div>')
    body = "".join(parts) + shown(text[at:stop])
    note = ""
    if stop < len(text):
        note = (
            f'<p class="nutgraf-note">The first {stop:,} of {len(text):,} characters; '
            "nutgraf.render(article, path) writes all of it.</p>"
        )
    return f'<div class="nutgraf-text">{body}</div>{note}'


class _Marks:
    """The marks of an article, given out block by block."""

    def __init__(self, marks: Iterable[_Mark]) -> None:
        self.ahead = deque(sorted(marks))
        self.begun: list[_Mark] = []

    def within(self, start: int, end: int) -> list[_Mark]:
        """What reaches into the text from `start` to `end`, which lies behind what was asked for before."""
        self.begun = [mark for mark in self.begun if mark.end > start]
        while self.ahead and self.ahead[0].start < end:
            self.begun.append(self.ahead.popleft())
        return [mark for mark in self.begun if mark.end > start]


def _segments(text: str, start: int, end: int, marks: list[_Mark]) -> Iterator[str]:
    """The text from `start` to `end`, cut wherever a mark begins or ends."""
    edges = {start, end}
    for mark in marks:
        edges.update((max(mark.start, start), min(mark.end, end)))
    ahead = deque(marks)
    opened: list[_Mark] = []
    for left, right in pairwise(sorted(edges)):
        opened = [mark for mark in opened if mark.end > left]
        while ahead and ahead[0].start <= left:
            opened.append(ahead.popleft())
        yield _stretch(text[left:right], opened)


def _stretch(text: str, marks: list[_Mark]) -> str:
    if not marks:
        return shown(text)
    looks = " ".join(dict.fromkeys(f"nutgraf-{mark.look}" for mark in marks))
    # What is marked last is the narrowest, and of most interest.
    tells = "\n".join(dict.fromkeys(mark.tells for mark in reversed(marks)))
    return f'<span class="{looks}" title="{escape(tells)}">{shown(text)}</span>'


def _marks(article: Article) -> Iterator[_Mark]:
    roles = [speaker.role for speaker in article.speakers]
    for quote in article.quotes:
        tells = _quote(quote)
        for start, end in quote.content:
            yield _Mark(start, end, "quote", tells)
        if quote.speaker:
            yield _Mark(*quote.speaker.span, "speaker", f"Speaker: {_who(quote.speaker, roles)}")
        if quote.cue:
            yield _Mark(*quote.cue.span, "cue", f"Cue: {quote.cue.lemma}")
    for claim in article.claims:
        tells = _claim(article, claim)
        yield _Mark(*claim.quantity.span, "claim", tells)
        if claim.subject:
            yield _Mark(*claim.subject.span, "subject", tells)


def _quote(quote: Quote) -> str:
    said_by = quote.speaker.name if quote.speaker else "unknown"
    to = f" to {quote.addressee.name}" if quote.addressee else ""
    return f"{quote.kind.capitalize()} quote: {said_by}{to} ({quote.confidence:.0%} sure)"


def _who(mention: Mention, roles: list[str | None]) -> str:
    role = roles[mention.id] if mention.id is not None and mention.id < len(roles) else None
    return f"{mention.name}, {role or mention.kind}"


def _claim(article: Article, claim: Claim) -> str:
    unit = f" {claim.quantity.unit.name}" if claim.quantity.unit else ""
    subject = f" of {claim.subject.text}" if claim.subject else ""
    said_by = claim.claimant.name if claim.claimant else "the article"
    dated = article.dates[claim.date].date if claim.date is not None else None
    when = f", {dated}" if dated else ""
    number = f"{value_of(claim.quantity)}{unit}"
    return f"Claim: {number}{subject}{when}; by {said_by} ({claim.confidence:.0%} sure)"
