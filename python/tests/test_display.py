"""HTML: every character once, everything escaped, no script, no network."""

import re
from html.parser import HTMLParser
from pathlib import Path

import nutgraf
import pytest
from complete import TEXT

TABLES = ("articles", "blocks", "sentences", "speakers", "quotes", "claims", "dates")


class Reader(HTMLParser):
    """Reads back the text of the article, and the hover texts; tags must be closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.depth = 0
        self.text = ""
        self.marks: list[tuple[str, str, str]] = []
        self.tags: set[str] = set()
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "meta":
            return
        given = dict(attrs)
        assert set(given) <= {"class", "title", "lang"}
        self.open.append(tag)
        if given.get("class") == "nutgraf-text":
            self.depth = len(self.open)
        if given.get("title"):
            self.marks.append((str(given["class"]), str(given["title"]), ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if len(self.open) < self.depth:
            self.depth = 0

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text += data
            if self.marks and self.open[-1] == "span":
                look, tells, text = self.marks[-1]
                self.marks[-1] = (look, tells, text + data)


def changed(text: str) -> list[str]:
    return [text, text.replace("a", "<b>&amp;$"), text.replace(" ", " \"'> "), text.replace("e", "e\u0301𝄞")]


def test_every_character_is_shown_once(text: str) -> None:
    for letters in changed(text):
        read = Reader(nutgraf.render(nutgraf.parse(letters, published="2025-05-11")))
        assert read.text == letters
        assert read.tags <= {"html", "head", "meta", "title", "style", "body", "div", "span", "p"}


def test_marks_stand_where_they_belong(complete: nutgraf.Article) -> None:
    read = Reader(nutgraf.render(complete))
    assert read.text == TEXT
    shown = [(look.replace("nutgraf-", ""), text) for look, _, text in read.marks]
    assert ("speaker", "Mayor Dana Whitfield") in shown
    assert ("cue", "told") in shown
    assert ("quote claim", "more than 40 percent") in shown
    assert ("quote", "will cost") in shown
    hover = {text: tells for _, tells, text in read.marks}
    assert hover["told"] == "Cue: tell"
    assert hover["Mayor Dana Whitfield"] == "Speaker: Dana Whitfield, mayor"
    assert hover["will cost"] == "Mixed quote: unknown (0% sure)"
    assert hover["more than 40 percent"].splitlines() == [
        "Claim: > up 40 percent of Costs, 2025-05-09; by Dana Whitfield (90% sure)",
        "Direct quote: Dana Whitfield (50% sure)",
    ]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "\0\x1b[1m\x7f", "a", "“", "<script>alert(1)</script>", "$x$ $$"]
)
def test_odd_texts(text: str) -> None:
    for only in (None, "quotes"):
        html = nutgraf.render(nutgraf.parse(text, only=only))
        shown = re.sub("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]", "\ufffd", text)
        assert Reader(html).text == shown
        assert "<script" not in html
        assert not re.search(r"[\0-\x08\x0e-\x1f\x7f]", html)


def test_nothing_is_fetched(text: str) -> None:
    article = nutgraf.parse(text)
    for html in (nutgraf.render(article), article._repr_html_(), article.tables.quotes._repr_html_()):
        assert not re.search(r"<script|<link|<img|<iframe|\bsrc=|\bhref=|url\(|@import|https?://", html)
        assert 'class="nutgraf tex2jax_ignore mathjax_ignore"' in html


def test_dollars_open_no_formula() -> None:
    article = nutgraf.parse("It cost $5 million, she said, not $6 million.")
    tables = article.tables.claims._repr_html_()
    for html in (article._repr_html_(), nutgraf.render(article), tables):
        body = re.sub(r'title="[^"]*"', "", html)
        assert body.count("$") == body.count("<span>$</span>") > 0


def test_a_long_article_is_cut_with_a_note() -> None:
    text = "“We need 40 more buses,” Ms. Ortega said.\n\n" * 2000
    article = nutgraf.parse(text)
    shown = article._repr_html_()
    assert "The first 12,000 of 86,000 characters; nutgraf.render(article, path) writes all of it." in shown
    assert Reader(shown).text == text[:12_000]
    assert Reader(nutgraf.render(article)).text == text


def test_a_page_in_a_file(tmp_path: Path, text: str) -> None:
    path = tmp_path / "article.html"
    html = nutgraf.render(nutgraf.parse(text), path)
    assert path.read_bytes().decode() == html
    assert html.startswith("<!doctype html>")
    assert nutgraf.render(nutgraf.parse(text), str(path)) == html


def test_tables_and_corpora(complete: nutgraf.Article, text: str) -> None:
    corpus = nutgraf.parse_many([text] * 3 + [None, 5])  # type: ignore[list-item]
    for name in TABLES:
        table: nutgraf.Table = getattr(corpus, name)
        html = table._repr_html_()
        assert html.count("<tr>") == min(len(table), 10) + 1
        assert f"{len(table):,} row" in html
        Reader(html)
    assert "corpus of 5 texts: 1 missing, 1 that could not be read" in corpus._repr_html_()
    assert "1 row," in complete.tables.articles._repr_html_()
    wild = nutgraf.parse_many(["“<b>$5 & $6</b>,” she said."]).quotes._repr_html_()
    assert "&lt;b&gt;<span>$</span>5 &amp; <span>$</span>6&lt;/b&gt;" in wild
