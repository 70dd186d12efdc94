"""A spaCy component: quotes and claims as spans of a `Doc` (extra `spacy`).

`nlp.add_pipe("nutgraf")` finds it by its entry point. It needs no other component and no model:
`spacy.blank("en")` will do. What it adds:

- `doc.spans["quotes"]`: the reported words, a span for each unbroken stretch, labelled `direct`, `mixed` or
  `indirect`; `doc.spans["claims"]`: the numbers with comparator and unit, labelled with the kind of the unit.
- `doc._.nutgraf`: the article as `Article.to_dict` gives it; offsets are characters of `doc.text`.
- `span._.quote`, `span._.claim`: the entry of that article that a span of those groups belongs to, else None.
- `span._.speaker`: the name of who says a quote or makes a claim, None where the text names nobody.
"""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

import nutgraf

__all__ = ["Reader", "create"]


class Reader:
    """Reads the text of a `Doc`. It holds nothing but its options, so processes and threads may share it."""

    def __init__(self, published: str | None = None, only: list[str] | None = None) -> None:
        """Take the options of `nutgraf.parse`; they must be of JSON, as all settings of spaCy."""
        self.published = published
        self.only = only
        _extend()

    def __call__(self, doc: Doc) -> Doc:
        """Read the text of `doc` and add what is in it."""
        found = nutgraf.parse(doc.text, published=self.published, only=self.only).to_dict()
        # Plain data: a Doc must get from process to process.
        doc.user_data["nutgraf"] = found
        doc.spans["quotes"] = [
            _span(doc, run, quote["kind"], f"quotes-{number}")
            for number, quote in enumerate(found["quotes"])
            for run in quote["content"]
        ]
        doc.spans["claims"] = [
            _span(doc, claim["quantity"]["span"], _kind(claim), f"claims-{number}")
            for number, claim in enumerate(found["claims"])
        ]
        return doc


@Language.factory("nutgraf", default_config={"published": None, "only": None})
def create(nlp: Language, name: str, published: str | None, only: list[str] | None) -> Reader:
    """Make the component. `published` and `only` are those of `nutgraf.parse`."""
    return Reader(published, only)


def _span(doc: Doc, place: list[int], label: str, entry: str) -> Span:
    start, end = place
    # A token of spaCy may reach over the ends of what was found.
    span = doc.char_span(start, end, label=label, span_id=entry, alignment_mode="expand")
    # Stretches lie inside the text and are not empty.
    assert span is not None
    return span


def _kind(claim: dict[str, Any]) -> str:
    unit = claim["quantity"]["unit"]
    return str(unit["kind"]) if unit else ""


def _extend() -> None:
    if Doc.has_extension("nutgraf"):
        return
    Doc.set_extension("nutgraf", getter=lambda doc: doc.user_data.get("nutgraf"))
    Span.set_extension("quote", getter=lambda span: _entry(span, "quotes"))
    Span.set_extension("claim", getter=lambda span: _entry(span, "claims"))
    Span.set_extension("speaker", getter=_speaker)


def _entry(span: Span, group: str) -> dict[str, Any] | None:
    """The entry that a span of that group stands for. The identifier of the span names it: `quotes-3`."""
    found = span.doc.user_data.get("nutgraf")
    of, _, number = span.id_.partition("-")
    if found is None or of != group or not number.isdecimal():
        return None
    entry: dict[str, Any] = found[group][int(number)]
    return entry


def _speaker(span: Span) -> str | None:
    quote, claim = _entry(span, "quotes"), _entry(span, "claims")
    who = quote["speaker"] if quote else claim["claimant"] if claim else None
    return str(who["name"]) if who else None
