"""Words of the caller's own: what they do, and what is refused."""

import datetime
import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import nutgraf
import pytest

LONG = "x" * 25


def test_words_of_every_kind() -> None:
    parser = nutgraf.Parser(
        units={"smoots": ("smoot", "length"), "klicks": "kilometer"},
        currencies={"quid": "GBP"},
        cues={"skeeted": "wrote"},
        titles=["Landeshauptmann"],
        abbreviations=["Abt."],
    )
    article = parser.parse(
        "Landeshauptmann Josef Brandl skeeted that Abt. Nord had paid 12 quid for 364 smoots of rope. "
        "The camp is 5 klicks away."
    )
    assert len(article.sentences) == 2
    quote = article.quotes[0]
    assert quote.cue is not None
    assert quote.speaker is not None
    assert (quote.cue.text, quote.cue.lemma) == ("skeeted", "write")
    assert quote.speaker.name == "Josef Brandl"
    assert article.speakers[0].role == "Landeshauptmann"
    units = [claim.quantity.unit for claim in article.claims]
    assert [(unit.name, unit.kind, unit.symbol) for unit in units if unit is not None] == [
        ("pound sterling", "currency", "GBP"),
        ("smoot", "length", None),
        ("kilometer", "length", "km"),
    ]


def test_a_list_of_cues_behaves_like_said() -> None:
    article = nutgraf.Parser(cues=["skeeted", "went on record"]).parse(
        "Ortega skeeted that it was over. She went on record that it was not."
    )
    cues = [quote.cue for quote in article.quotes]
    assert [(cue.text, cue.lemma) for cue in cues if cue is not None] == [
        ("skeeted", "say"),
        ("went on record", "say"),
    ]


def test_options_are_those_of_parse() -> None:
    text = "It was signed on 4/5/2025. She left on Friday."
    for day_first, date in ((None, "2025-04-05"), (False, "2025-04-05"), (True, "2025-05-04")):
        parser = nutgraf.Parser(day_first=day_first, only="dates")
        article = parser.parse(text, published=datetime.date(2025, 5, 11))
        assert [found.date for found in article.dates] == [date, "2025-05-09"]
        assert not article.sentences
    assert nutgraf.Parser().parse(text, published="2025-05-11") == nutgraf.parse(text, published="2025-05-11")


def test_quotes_are_at_least_so_sure() -> None:
    text = "“We are ready,” said Jane Doe. The club thinks about a new ground."
    for least in (0.0, 0.5, 0.9, 1.0):
        article = nutgraf.Parser(min_confidence=least).parse(text)
        assert [quote for quote in nutgraf.parse(text).quotes if quote.confidence >= max(least, 0.45)] == [
            quote for quote in article.quotes if quote.confidence >= 0.45
        ]
    for wrong, found in ((1.5, "1.5"), (-1, "-1"), (float("nan"), "NaN")):
        with pytest.raises(nutgraf.NutgrafError, match=f"from 0 to 1, found {found}"):
            nutgraf.Parser(min_confidence=wrong)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"cues": [""]}, 'Expected a word or phrase in cues, found "".'),
        (
            {"cues": {"a\x07b": "said"}},
            r'Expected no control characters in cues, found U+0007 at byte 1 of "a\u{7}b".',
        ),
        ({"titles": ["the"]}, 'Expected a word or phrase with a meaning of its own in titles, found "the".'),
        (
            {"cues": {"skeeted": "florbed"}},
            'Expected one word of the built-in cues for "skeeted" to behave like in cues, found "florbed".',
        ),
        (
            {"currencies": {"quid": "pounds"}},
            'Expected an ISO 4217 code of three capital letters for "quid" in currencies, found "pounds".',
        ),
        (
            {"abbreviations": [LONG]},
            f'Expected at most 24 bytes a word in abbreviations, found "{LONG}" at byte 0 of "{LONG}".',
        ),
        (
            {"units": {"quid": "quid"}, "currencies": {"quid": "GBP"}},
            'Expected each word once in currencies, found two meanings of "quid".',
        ),
    ],
)
def test_what_does_not_fit_is_refused(words: dict[str, Any], message: str) -> None:
    with pytest.raises(nutgraf.NutgrafError) as caught:
        nutgraf.Parser(**words)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"cues": "skeeted"}, "Expected a list of strings in cues, found str."),
        ({"cues": 5}, "Expected a list of strings in cues, found int."),
        ({"cues": [5]}, "Expected strings in cues, found int."),
        ({"units": ["smoot"]}, "Expected a dictionary in units, found list."),
        ({"units": {"smoot": 5}}, "Expected strings or pairs of name and kind in units, found int."),
        ({"titles": {"mayor": None}}, "Expected strings in titles, found NoneType."),
    ],
)
def test_what_is_no_words_is_a_type_error(words: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError) as caught:
        nutgraf.Parser(**words)
    assert str(caught.value) == message


def test_a_kind_of_unit_must_be_one() -> None:
    with pytest.raises(nutgraf.NutgrafError, match="kind of unit"):
        nutgraf.Parser(units={"smoot": ("smoot", "longness")})  # type: ignore[dict-item]


OPTIONS: dict[str, Any] = {
    "only": ["quotes", "claims"],
    "min_confidence": 0.25,
    "day_first": True,
    "units": {"smoots": ("smoot", "length"), "klicks": "kilometer"},
    "currencies": {"quid": "GBP"},
    "cues": {"skeeted": "wrote"},
    "titles": ["Landeshauptmann"],
    "abbreviations": ["Abt."],
}


def test_many_articles() -> None:
    texts = ["Ms. Ortega skeeted that it cost 12 quid.", None, "He ran 5 klicks."]
    parser = nutgraf.Parser(**OPTIONS)
    alone = [None if text is None else parser.parse(text) for text in texts]
    for threads in (1, 2):
        corpus = parser.parse_many(texts, ids=["a", "b", "c"], threads=threads, published="2025-05-14")
        assert list(corpus) == alone == list(parser.iter_many(texts, threads=threads))
        assert [row["unit_symbol"] for row in corpus.claims.to_dicts()] == ["GBP", "km"]
    options = corpus.claims.metadata["nutgraf.options"]
    assert options == parser.parse("", published="2025-05-14").tables.claims.metadata["nutgraf.options"]
    assert options != nutgraf.parse_many(texts, published="2025-05-14").claims.metadata["nutgraf.options"]


def test_parsers_are_values() -> None:
    parser = nutgraf.Parser(**OPTIONS)
    again = pickle.loads(pickle.dumps(parser))
    text = "Landeshauptmann Josef Brandl skeeted that Abt. Nord had paid 12 quid for 364 smoots of rope."
    assert again == parser == nutgraf.Parser(**OPTIONS)
    assert hash(again) == hash(parser)
    assert again.parse(text) == parser.parse(text)
    assert parser not in (nutgraf.Parser(), nutgraf.Parser(**{**OPTIONS, "day_first": False}), "parser")
    assert nutgraf.Parser() == nutgraf.Parser(units={}, cues=[])
    assert repr(nutgraf.Parser(only="quotes", cues=["went on record"])) == (
        "Parser(only=['quotes'], cues={'went on record': 'said'})"
    )
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(parser.parse, text).result() == parser.parse(text)
