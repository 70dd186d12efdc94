"""An article with every field of FORMAT.md, made by hand: what the stages find does not matter here."""

import json
from typing import Any

TEXT = """𝄞 Tunnel “will cost” more 🚇

By Zoë Müller and Ann Lee
Updated 10 May 2025, 9:40 a.m.

PORT ELLERY (PA), May 9 — Mayor Dana Whitfield told reporters: “We asked 🙂 too late. It shows.”

Costs

“Costs rose more than 40 percent,” she said on Friday, “and 15 to 20 houses have cracks.
"""


def at(words: str, after: int = 0) -> list[int]:
    """The span of the first `words` behind `after`, in code points."""
    start = TEXT.index(words, after)
    return [start, start + len(words)]


def excerpt(words: str) -> dict[str, Any]:
    """Words with their span."""
    return {"span": at(words), "text": words}


def document() -> dict[str, Any]:
    """The article as `to_dict` returns it."""
    mayor = {"id": 0, "span": at("Mayor Dana Whitfield"), "text": "Mayor Dana Whitfield"}
    she = {"id": 0, "span": at("she", at("percent,")[0]), "text": "she"}
    who = {"name": "Dana Whitfield", "kind": "person"}
    last = TEXT.index("“Costs")
    kinds = ["headline", "byline", "published", "paragraph", "heading", "paragraph"]
    lines = [line for line in TEXT.splitlines() if line]
    return {
        "format": 1,
        "offsets": "code_points",
        "language": "en",
        "blocks": [{"kind": kind, "span": at(line)} for kind, line in zip(kinds, lines, strict=True)],
        "headline": excerpt(lines[0]),
        "byline": {
            "span": at(lines[1]),
            "authors": [{"span": at(name), "name": name} for name in ("Zoë Müller", "Ann Lee")],
        },
        "dateline": {
            "span": at("PORT ELLERY (PA), May 9 —"),
            "place": "PORT ELLERY",
            "agency": "PA",
            "date": "2025-05-09",
        },
        "published": {"span": at(lines[2]), "date": None, "updated": "2025-05-10T09:40"},
        "sections": [
            {"heading": None, "blocks": [3, 4]},
            {"heading": excerpt("Costs"), "blocks": [4, 6]},
        ],
        "sentences": [at(lines[0]), at("We asked 🙂 too late."), at("It shows."), at("Costs"), at(lines[5])],
        "speakers": [{**who, "role": "mayor", "mentions": [mayor["span"], she["span"]]}],
        "quotes": [
            {
                "kind": "direct",
                "span": [at("Mayor")[0], at("shows.”")[1]],
                "content": [at("We asked 🙂 too late. It shows.")],
                "text": "We asked 🙂 too late. It shows.",
                "cue": {"span": at("told"), "text": "told", "lemma": "tell"},
                "speaker": {**mayor, **who},
                "addressee": {
                    "id": None,
                    "span": at("reporters"),
                    "text": "reporters",
                    "name": "reporters",
                    "kind": "group",
                },
                "confidence": 0.97,
                "construction": "speaker-cue-content",
            },
            {
                "kind": "direct",
                "span": [last, len(TEXT) - 1],
                "content": [at("Costs rose more than 40 percent,"), at("and 15 to 20 houses have cracks.")],
                "text": "Costs rose more than 40 percent, and 15 to 20 houses have cracks.",
                "cue": {"span": at("said"), "text": "said", "lemma": "say"},
                "speaker": {**she, **who},
                "addressee": None,
                "confidence": 0.5,
                "construction": "content-speaker-cue-content",
            },
            {
                "kind": "mixed",
                "span": at("“will cost”"),
                "content": [at("will cost")],
                "text": "will cost",
                "cue": None,
                "speaker": None,
                "addressee": None,
                "confidence": 0.0,
                "construction": "bare",
            },
        ],
        "claims": [
            {
                "span": [last + 1, at("percent")[1]],
                "quantity": {
                    "span": at("more than 40 percent"),
                    "value": "40",
                    "low": None,
                    "high": None,
                    "comparator": ">",
                    "trend": "up",
                    "unit": {"span": at("percent"), "name": "percent", "symbol": "%", "kind": "percent"},
                },
                "subject": {"span": at("Costs", last), "text": "Costs"},
                "claimant": {**she, **who},
                "quote": 1,
                "date": 0,
                "confidence": 0.9,
            },
            {
                "span": at("15 to 20"),
                "quantity": {
                    "span": at("15 to 20"),
                    "value": None,
                    "low": "15",
                    "high": "20",
                    "comparator": "=",
                    "trend": None,
                    "unit": None,
                },
                "subject": None,
                "claimant": None,
                "quote": None,
                "date": None,
                "confidence": 1.0,
            },
        ],
        "dates": [
            {"span": at("May 9"), "text": "May 9", "date": "2025-05-09", "granularity": "day"},
            {"span": at("Friday"), "text": "Friday", "date": None, "granularity": "day"},
        ],
        "diagnostics": [
            {
                "kind": "unclosed_quotation",
                "span": at("“", at("said on")[0]),
                "message": "This quotation mark opens a quotation that its paragraph does not close.",
            }
        ],
    }


JSON = json.dumps(document())
