"""Read news articles as plain text: sections, quotes with speakers, numeric claims with claimants, dates.

>>> import nutgraf
>>> article = nutgraf.parse("“We are ready,” Ms. Ortega said.")
>>> article.text
'“We are ready,” Ms. Ortega said.'

Every span is a pair of code points: `text[start:end]` is the surface text.
"""

from nutgraf._native import (
    Article,
    Author,
    Block,
    Byline,
    Claim,
    Cue,
    Dateline,
    DateMention,
    Diagnostic,
    Excerpt,
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
    Unit,
    __version__,
    claims,
    dates,
    parse,
    quotes,
    sentences,
)

__all__ = [
    "Article",
    "Author",
    "Block",
    "Byline",
    "Claim",
    "Cue",
    "DateMention",
    "Dateline",
    "Diagnostic",
    "Excerpt",
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
    "Unit",
    "__version__",
    "claims",
    "dates",
    "parse",
    "quotes",
    "sentences",
]
