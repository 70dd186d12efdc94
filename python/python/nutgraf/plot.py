"""Charts of articles, in Altair (extra `plot`).

Each function returns the chart, to be shown, changed or saved.

They take a `Corpus` or a single `Article`, need neither pandas nor Polars, and put nothing but the counted
values into the chart.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from nutgraf import Article, Corpus

try:
    import altair
except ModuleNotFoundError as error:
    if error.name != "altair":
        raise
    message = 'nutgraf.plot needs altair, which is not installed: pip install "nutgraf[plot]"'
    raise ModuleNotFoundError(message, name="altair") from None

__all__ = ["claims", "sections", "speakers"]

# What names those whom the text does not name, and the text itself.
_UNKNOWN, _ARTICLE, _OTHERS = "unknown", "the article", "others"

# The kinds of quotes, from most to least in the speaker's own words.
_KINDS = ["direct", "mixed", "indirect"]

# So many claimants can be told apart by colour.
_COLOURS = 9


def speakers(articles: Corpus | Article, *, top: int = 20) -> altair.Chart:
    """Draw who is quoted how much: the `top` speakers by their quotes, with the kinds of quotes.

    Speakers are told apart by name across articles. Quotes without a speaker are left out.
    """
    counts: Counter[tuple[str, str]] = Counter()
    words: Counter[tuple[str, str]] = Counter()
    for quote in _corpus(articles).quotes.to_dicts():
        if quote["speaker_name"] is not None:
            key = (quote["speaker_name"], quote["kind"])
            counts[key] += 1
            words[key] += len(quote["text"].split())
    totals: Counter[str] = Counter()
    for (name, _), count in counts.items():
        totals[name] += count
    chosen = {name for name, _ in totals.most_common(top)}
    rows = [
        {
            "speaker": name,
            "kind": kind,
            "order": _KINDS.index(kind),
            "quotes": count,
            "words": words[name, kind],
        }
        for (name, kind), count in counts.items()
        if name in chosen
    ]
    return (
        altair.Chart(_data(rows), title="Who is quoted how much")
        .mark_bar()
        .encode(
            x=altair.X("quotes:Q", title="quotes", axis=altair.Axis(tickMinStep=1)),
            y=altair.Y("speaker:N", title=None, sort="-x"),
            color=altair.Color("kind:N", sort=_KINDS),
            order=altair.Order("order:Q"),
            tooltip=["speaker:N", "kind:N", "quotes:Q", "words:Q"],
        )
    )


def claims(articles: Corpus | Article, unit: str, *, limit: int = 5000) -> altair.Chart:
    """Draw the claims of one unit over time, with their claimants.

    `unit` is a name or a symbol: `percent`, `US dollar`, `USD`. A claim stands at the date that it holds for,
    or else at the date that its article shows; claims without either are left out, and so are those beyond
    `limit`, in text order. A range stands at its middle. The nine claimants with the most claims have colours
    of their own.
    """
    corpus = _corpus(articles)
    shown = {row["row"]: _day(row["published"] or row["updated"]) for row in corpus.articles.to_dicts()}
    starts = {(row["row"], row["date_index"]): row["first_day"] for row in corpus.dates.to_dicts()}
    rows: list[dict[str, object]] = []
    for claim in corpus.claims.to_dicts():
        if unit not in (claim["unit"], claim["unit_symbol"]):
            continue
        start = starts.get((claim["row"], claim["date_index"]))
        day = start.isoformat() if start else shown[claim["row"]]
        number = _number(claim)
        if day is not None and number is not None and len(rows) < limit:
            rows.append(
                {
                    "day": day,
                    "number": number,
                    "claimant": claim["claimant_name"] or _ARTICLE,
                    "subject": claim["subject"] or "",
                    "words": claim["text"],
                }
            )
    common = Counter(row["claimant"] for row in rows).most_common(_COLOURS)
    names = [name for name, _ in common]
    for row in rows:
        row["by"] = row["claimant"] if row["claimant"] in names else _OTHERS
    return (
        altair.Chart(_data(rows), title=f"Claims in {unit}")
        .mark_point(filled=True, size=60, opacity=0.75)
        .encode(
            x=altair.X("day:T", title=None),
            y=altair.Y("number:Q", title=unit),
            color=altair.Color("by:N", title="claimant", sort=[*names, _OTHERS]),
            tooltip=["day:T", "words:N", "subject:N", "claimant:N"],
        )
    )


def sections(articles: Corpus | Article) -> altair.Chart:
    """Draw how many quotes stand in each section, by what kind of speaker they have.

    Sections of one article go by their headings; those of many articles by their number, the opening first.
    """
    corpus = _corpus(articles)
    headings: dict[int, str] = {}
    if len(corpus) == 1:
        for block in corpus.blocks.to_dicts():
            if block["section_index"] is not None and block["section_heading"]:
                headings[block["section_index"]] = block["section_heading"]
    counts: Counter[tuple[int, str]] = Counter()
    for quote in corpus.quotes.to_dicts():
        if quote["section_index"] is not None:
            counts[quote["section_index"], quote["speaker_kind"] or _UNKNOWN] += 1
    names = {
        index: headings.get(index) or ("opening" if index == 0 else f"section {index + 1}")
        for index in sorted({index for index, _ in counts})
    }
    rows = [
        {"section": names[index], "speaker": kind, "quotes": count} for (index, kind), count in counts.items()
    ]
    return (
        altair.Chart(_data(rows), title="Quotes by section")
        .mark_bar()
        .encode(
            x=altair.X("quotes:Q", title="quotes", axis=altair.Axis(tickMinStep=1)),
            y=altair.Y("section:N", title=None, sort=list(names.values())),
            color=altair.Color("speaker:N", title="speaker"),
            tooltip=["section:N", "speaker:N", "quotes:Q"],
        )
    )


def _corpus(articles: Corpus | Article) -> Corpus:
    return articles.tables if isinstance(articles, Article) else articles


def _data(rows: Iterable[dict[str, object]]) -> altair.InlineData:
    return altair.InlineData(values=list(rows))


def _day(moment: str | None) -> str | None:
    return moment and moment[:10]


def _number(claim: dict[str, Any]) -> float | None:
    if claim["value_float"] is not None:
        return float(claim["value_float"])
    ends = [end for end in (claim["low_float"], claim["high_float"]) if end is not None]
    return sum(ends) / len(ends) if ends else None
