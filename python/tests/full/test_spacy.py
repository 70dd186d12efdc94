"""The spaCy component: found by its entry point, in a blank pipeline, in two processes, on disk."""

from importlib.metadata import entry_points
from typing import Any

import nutgraf
import pytest
import spacy
from conftest import ARTICLES
from spacy.tokens import Doc

TEXTS = [path.read_bytes().decode() for path in ARTICLES]


@pytest.fixture(scope="module")
def nlp() -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("nutgraf", config={"published": "2025-05-11"})
    return nlp


def found(doc: Doc) -> Any:
    spans = [
        (group, span.start_char, span.end_char, span.label_, span._.speaker, span._.quote, span._.claim)
        for group in ("quotes", "claims")
        for span in doc.spans[group]
    ]
    return spans, doc._.nutgraf


def test_it_is_an_entry_point() -> None:
    (point,) = entry_points(group="spacy_factories", name="nutgraf")
    assert point.value == "nutgraf.spacy:create"


def test_spans(nlp: Any) -> None:
    for text in TEXTS:
        doc = nlp(text)
        article = nutgraf.parse(text, published="2025-05-11")
        assert doc._.nutgraf == article.to_dict()
        runs = [(quote, run) for quote in article.quotes for run in quote.content]
        assert len(doc.spans["quotes"]) == len(runs)
        for span, (quote, (start, end)) in zip(doc.spans["quotes"], runs, strict=True):
            assert span.start_char <= start < end <= span.end_char
            assert (span.label_, span._.speaker) == (quote.kind, quote.speaker and quote.speaker.name)
            assert span._.quote["text"] == quote.text
            assert span._.claim is None
        for span, claim in zip(doc.spans["claims"], article.claims, strict=True):
            assert span._.claim["quantity"]["value"] == claim.quantity.value
            assert span._.speaker == (claim.claimant and claim.claimant.name)
            assert span.label_ == (claim.quantity.unit.kind if claim.quantity.unit else "")
        assert doc[:1]._.quote is None


def test_two_processes(nlp: Any) -> None:
    alone = [found(nlp(text)) for text in TEXTS]
    assert [found(doc) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=2)] == alone


def test_documents_on_disk(nlp: Any) -> None:
    doc = nlp(TEXTS[0])
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert found(again) == found(doc)


def test_the_pipeline_on_disk(nlp: Any, tmp_path: Any) -> None:
    nlp.to_disk(tmp_path)
    assert found(spacy.load(tmp_path)(TEXTS[0])) == found(nlp(TEXTS[0]))


def test_options() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("nutgraf", config={"only": ["claims"]})
    doc = nlp("“We lost 40 jobs,” she said.")
    assert len(doc.spans["quotes"]) == 0
    assert len(doc.spans["claims"]) == 1
    assert nlp("")._.nutgraf["claims"] == []
    wrong = spacy.blank("en")
    wrong.add_pipe("nutgraf", config={"published": "May"})
    with pytest.raises(nutgraf.NutgrafError):
        wrong("Costs rose.")
