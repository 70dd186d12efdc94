"""The native module: hand-written, checked by `make stubs` and `tests/test_stubs.py`."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, SupportsIndex, TypeAlias, final, overload

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

__all__ = [
    "Article",
    "ArticleIterator",
    "Author",
    "Block",
    "Byline",
    "Claim",
    "Corpus",
    "Cue",
    "DateMention",
    "Dateline",
    "Diagnostic",
    "Excerpt",
    "Failure",
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
    "Table",
    "Unit",
    "__version__",
    "claims",
    "dates",
    "iter_many",
    "parse",
    "parse_many",
    "quotes",
    "sentences",
]

__version__: Final[str]

# A half-open range of code points, or of indices.
_Span: TypeAlias = tuple[int, int]

_BlockKind: TypeAlias = Literal[
    "headline",
    "standfirst",
    "byline",
    "published",
    "heading",
    "paragraph",
    "list_item",
    "pull_quote",
    "caption",
    "navigation",
    "related",
    "boilerplate",
]
_SpeakerKind: TypeAlias = Literal["person", "organization", "place", "group", "document", "unknown"]
_QuoteKind: TypeAlias = Literal["direct", "mixed", "indirect"]
_Construction: TypeAlias = Literal[
    "speaker-cue-content",
    "content-speaker-cue",
    "content-cue-speaker",
    "content-speaker-cue-content",
    "content-cue-speaker-content",
    "cue-speaker-content",
    "content-according-to",
    "colon",
    "dash",
    "cue-content",
    "bare",
]
_Comparator: TypeAlias = Literal["=", "~", "<", "<=", ">", ">="]
_Trend: TypeAlias = Literal["up", "down"]
_UnitKind: TypeAlias = Literal[
    "count",
    "percent",
    "percentage_point",
    "currency",
    "time",
    "length",
    "area",
    "volume",
    "mass",
    "speed",
    "temperature",
    "energy",
    "power",
    "data",
    "ratio",
    "other",
]
_Granularity: TypeAlias = Literal["day", "week", "month", "season", "year", "decade", "interval"]
_DiagnosticKind: TypeAlias = Literal[
    "unclosed_quotation",
    "unopened_quotation",
    "number_too_long",
    "markup",
    "not_english",
    "not_utf8",
    "truncated",
]

_Published: TypeAlias = datetime.date | str

# A column of Arrow strings: a Series of pandas or Polars, an array of pyarrow, a relation of DuckDB.
class _Column(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

class NutgrafError(ValueError):
    """An option or a date that has no meaning, or JSON that is no article of its text.

    No text raises it; a str with lone surrogates is no text, and raises `UnicodeEncodeError`.
    """

@final
class Block:
    """A block of the page: one or more whole lines of one kind."""

    __match_args__: Final = ("kind", "span", "text")
    def __new__(cls, kind: _BlockKind, span: _Span, text: str) -> Block: ...
    kind: Final[_BlockKind]
    """What it is: `headline`, `paragraph`, `navigation` …"""
    span: Final[_Span]
    """Where it stands."""
    text: Final[str]
    """Its text, line breaks included."""

@final
class Excerpt:
    """A stretch of the article: where it stands and what it says."""

    __match_args__: Final = ("span", "text")
    def __new__(cls, span: _Span, text: str) -> Excerpt: ...
    span: Final[_Span]
    """Where it stands."""
    text: Final[str]
    """Its text, unchanged."""

@final
class Headline:
    """The headline as it is shown."""

    __match_args__: Final = ("span", "text")
    def __new__(cls, span: _Span, text: str) -> Headline: ...
    span: Final[_Span]
    """Where it stands."""
    text: Final[str]
    """Its text, unchanged."""

@final
class Sentence:
    """A sentence: it lies inside one block of prose."""

    __match_args__: Final = ("span", "text")
    def __new__(cls, span: _Span, text: str) -> Sentence: ...
    span: Final[_Span]
    """Where it stands."""
    text: Final[str]
    """Its text, unchanged."""

@final
class Section:
    """A part of the body: a heading and what stands under it."""

    __match_args__: Final = ("heading", "blocks")
    def __new__(cls, heading: Excerpt | None, blocks: _Span) -> Section: ...
    heading: Final[Excerpt | None]
    """The heading, or None for what stands before the first one."""
    blocks: Final[_Span]
    """Its blocks: a half-open range of indices into the blocks of the article, the heading included."""

@final
class Author:
    """One of those who wrote the article: a person or an agency."""

    __match_args__: Final = ("span", "name")
    def __new__(cls, span: _Span, name: str) -> Author: ...
    span: Final[_Span]
    """Where the name stands."""
    name: Final[str]
    """The name as written."""

@final
class Byline:
    """Who wrote the article."""

    __match_args__: Final = ("span", "authors")
    def __new__(cls, span: _Span, authors: tuple[Author, ...]) -> Byline: ...
    span: Final[_Span]
    """The whole line or lines, with the date, where one stands there too."""
    authors: Final[tuple[Author, ...]]
    """The authors in order."""

@final
class Dateline:
    """The place, agency and date that open the first paragraph of a report."""

    __match_args__: Final = ("span", "place", "agency", "date")
    def __new__(cls, span: _Span, place: str, agency: str | None, date: str | None) -> Dateline: ...
    span: Final[_Span]
    """From the place up to the dash or colon, that included."""
    place: Final[str]
    """The place as written, with its region."""
    agency: Final[str | None]
    """The agency as written, without brackets, or None."""
    date: Final[str | None]
    """The date that it gives, in ISO 8601, or None."""

@final
class Published:
    """When the text says that the article was published and updated."""

    __match_args__: Final = ("span", "date", "updated")
    def __new__(cls, span: _Span, date: str | None, updated: str | None) -> Published: ...
    span: Final[_Span]
    """Where it says so."""
    date: Final[str | None]
    """The day, with the time where one is shown, in ISO 8601, or None."""
    updated: Final[str | None]
    """The same of the last change, or None."""

@final
class Speaker:
    """One who speaks in the article: a person, organisation, place, group or document."""

    __match_args__: Final = ("name", "kind", "role", "mentions")
    def __new__(
        cls, name: str, kind: _SpeakerKind, role: str | None, mentions: tuple[_Span, ...]
    ) -> Speaker: ...
    name: Final[str]
    """The fullest name that the article gives, without title and without a leading article."""
    kind: Final[_SpeakerKind]
    """What the speaker is: `person`, `organization`, `place`, `group`, `document`, `unknown`."""
    role: Final[str | None]
    """The title or description that the article gives, or None."""
    mentions: Final[tuple[_Span, ...]]
    """Where the article mentions them as a speaker or claimant, in text order."""

@final
class Mention:
    """One place where the article names a speaker, claimant or addressee."""

    __match_args__: Final = ("id", "span", "text", "name", "kind")
    def __new__(cls, id: int | None, span: _Span, text: str, name: str, kind: _SpeakerKind) -> Mention: ...
    id: Final[int | None]
    """Their index in the speakers of the article; None for an addressee who says nothing."""
    span: Final[_Span]
    """Where the mention stands, with its title and apposition."""
    text: Final[str]
    """The mention as written."""
    name: Final[str]
    """The fullest name that the article gives them."""
    kind: Final[_SpeakerKind]
    """What they are: `person`, `organization`, `place`, `group`, `document`, `unknown`."""

@final
class Cue:
    """The words that report."""

    __match_args__: Final = ("span", "text", "lemma")
    def __new__(cls, span: _Span, text: str, lemma: str) -> Cue: ...
    span: Final[_Span]
    """Where they stand."""
    text: Final[str]
    """The words as written, with auxiliaries, negation and adverbs."""
    lemma: Final[str]
    """The word that the cue is filed under: `say`, `point out`."""

@final
class Quote:
    """Reported words, with who said them."""

    __match_args__: Final = (
        "kind",
        "span",
        "content",
        "text",
        "cue",
        "speaker",
        "addressee",
        "confidence",
        "construction",
    )
    def __new__(
        cls,
        kind: _QuoteKind,
        span: _Span,
        content: tuple[_Span, ...],
        text: str,
        cue: Cue | None,
        speaker: Mention | None,
        addressee: Mention | None,
        confidence: float,
        construction: _Construction,
    ) -> Quote: ...
    kind: Final[_QuoteKind]
    """How much of it is in quotation marks: `direct` (all), `mixed` (some), `indirect` (none)."""
    span: Final[_Span]
    """From the first to the last of content, cue and speaker, quotation marks included."""
    content: Final[tuple[_Span, ...]]
    """The reported words, a range for each unbroken stretch."""
    text: Final[str]
    """The reported words, the stretches joined with one space."""
    cue: Final[Cue | None]
    """The words that report, or None where only a colon, a dash or nothing stands there."""
    speaker: Final[Mention | None]
    """Who says it, or None where the text names nobody."""
    addressee: Final[Mention | None]
    """Whom it is said to, or None."""
    confidence: Final[float]
    """How sure the attribution is, from 0 to 1."""
    construction: Final[_Construction]
    """What in the text made it a quote: `content-speaker-cue`, `colon` …"""

@final
class Unit:
    """What a number counts or measures."""

    __match_args__: Final = ("span", "name", "symbol", "kind")
    def __new__(cls, span: _Span, name: str, symbol: str | None, kind: _UnitKind) -> Unit: ...
    span: Final[_Span]
    """Where it is written, also when two numbers share it."""
    name: Final[str]
    """Its name in the singular: `violation`, `dollar per barrel`, `US dollar`, `year of age`."""
    symbol: Final[str | None]
    """The ISO 4217 code of a currency, or the usual symbol, or None."""
    kind: Final[_UnitKind]
    """What it measures: `count`, `percent`, `currency`, `length` …"""

@final
class Quantity:
    """A number with what it counts or measures."""

    __match_args__: Final = ("span", "value", "low", "high", "comparator", "trend", "unit")
    def __new__(
        cls,
        span: _Span,
        value: str | None,
        low: str | None,
        high: str | None,
        comparator: _Comparator,
        trend: _Trend | None,
        unit: Unit | None,
    ) -> Quantity: ...
    span: Final[_Span]
    """Comparator, number and unit together."""
    value: Final[str | None]
    """The number in plain decimal digits, exact; None for a range."""
    low: Final[str | None]
    """The lower end of a range, or None."""
    high: Final[str | None]
    """The upper end of a range, or None."""
    comparator: Final[_Comparator]
    """How the written number stands to the true one: `=`, `~`, `<`, `<=`, `>`, `>=`."""
    trend: Final[_Trend | None]
    """Whether something rose or fell by this much: `up`, `down` or None."""
    unit: Final[Unit | None]
    """What the number counts or measures, or None where the text does not say."""

@final
class Claim:
    """One number that the article, or someone quoted in it, asserts of something."""

    __match_args__: Final = ("span", "quantity", "subject", "claimant", "quote", "date", "confidence")
    def __new__(
        cls,
        span: _Span,
        quantity: Quantity,
        subject: Excerpt | None,
        claimant: Mention | None,
        quote: int | None,
        date: int | None,
        confidence: float,
    ) -> Claim: ...
    span: Final[_Span]
    """Quantity and subject together."""
    quantity: Final[Quantity]
    """The number with comparator, trend and unit."""
    subject: Final[Excerpt | None]
    """What is counted or measured, without a leading article, or None."""
    claimant: Final[Mention | None]
    """The speaker of the innermost quote that holds the number; None where the article says it itself."""
    quote: Final[int | None]
    """The index of that quote in the quotes of the article, or None."""
    date: Final[int | None]
    """The index, in the dates of the article, of the date that the number holds for, or None."""
    confidence: Final[float]
    """How sure it is that this is a claim and read right, from 0 to 1."""

@final
class DateMention:
    """A date in the text."""

    __match_args__: Final = ("span", "text", "date", "granularity")
    def __new__(cls, span: _Span, text: str, date: str | None, granularity: _Granularity) -> DateMention: ...
    span: Final[_Span]
    """Where it stands."""
    text: Final[str]
    """The date as written."""
    date: Final[str | None]
    """What it means, in ISO 8601 by granularity, or None where the text and its date leave that open."""
    granularity: Final[_Granularity]
    """How exact it is: `day`, `week`, `month`, `season`, `year`, `decade`, `interval`."""

@final
class Diagnostic:
    """Something odd in the text, with its place."""

    __match_args__: Final = ("kind", "span", "message")
    def __new__(cls, kind: _DiagnosticKind, span: _Span, message: str) -> Diagnostic: ...
    kind: Final[_DiagnosticKind]
    """What was odd: `unclosed_quotation`, `markup` …"""
    span: Final[_Span]
    """Where."""
    message: Final[str]
    """A full sentence about it."""

@final
class Article:
    """A news article, read: blocks, sentences, quotes, claims and dates, each with its place in the text.

    Spans are pairs of code points: `text[start:end]` is the surface text.
    """

    __match_args__: Final = (
        "text",
        "language",
        "blocks",
        "headline",
        "byline",
        "dateline",
        "published",
        "sections",
        "sentences",
        "speakers",
        "quotes",
        "claims",
        "dates",
        "diagnostics",
    )
    text: Final[str]
    """The text that was read."""
    language: Final[Literal["en", "und"]]
    """The language as far as function words tell: `en` or `und`."""
    blocks: Final[tuple[Block, ...]]
    """Every block of the page, in text order."""
    headline: Final[Headline | None]
    """The headline, or None."""
    byline: Final[Byline | None]
    """Who wrote it, or None."""
    dateline: Final[Dateline | None]
    """The place, agency and date before the first words of the body, or None."""
    published: Final[Published | None]
    """When the text says it was published, or None."""
    sections: Final[tuple[Section, ...]]
    """The parts of the body, from its first paragraph to its last block."""
    sentences: Final[tuple[Sentence, ...]]
    """The sentences, in text order, each inside one block."""
    speakers: Final[tuple[Speaker, ...]]
    """Who speaks, by first mention."""
    quotes: Final[tuple[Quote, ...]]
    """The quotes, in text order."""
    claims: Final[tuple[Claim, ...]]
    """The numeric claims, in text order."""
    dates: Final[tuple[DateMention, ...]]
    """The dates, in text order."""
    diagnostics: Final[tuple[Diagnostic, ...]]
    """What was odd about the text, in text order."""
    @property
    def tables(self) -> Corpus:
        """The article as a corpus of one, whose tables hold what was found in it."""
    def to_json(self) -> str:
        """The article as one line of FORMAT.md JSON."""
    def to_dict(self) -> dict[str, Any]:
        """The article as FORMAT.md JSON, read into dictionaries, lists, strings and numbers."""
    @classmethod
    def from_json(cls, text: str, json: str) -> Article:
        """The article that `to_json` wrote, given the text that it was read from.

        Raises `NutgrafError` for JSON that is no article of that text, and `UnicodeEncodeError` for lone
        surrogates in either.
        """
    def _repr_html_(self) -> str: ...

@final
class Failure:
    """A text that could not be read."""

    __match_args__: Final = ("row", "kind", "message")
    def __new__(cls, row: int, kind: str, message: str) -> Failure: ...
    row: Final[int]
    """Its place in what was read, from 0."""
    kind: Final[str]
    """The name of the exception: `TypeError`, `UnicodeEncodeError` …"""
    message: Final[str]
    """What it says."""

@final
class Table:
    """What was found in articles, a row each: quotes, claims, sentences, …

    Arrow's consumers take it as it is, pyarrow and DuckDB without a copy: `polars.DataFrame(table)`,
    `pyarrow.table(table)`, `duckdb.sql("from quotes")`. Every table has `row`, the place of the text in
    what was read, and `id`; the columns that end in `_index` join tables of the same articles together with
    `row`.
    """

    __match_args__: Final = ("name", "column_names")
    @property
    def name(self) -> str:
        """What a row is: `quotes`, `claims`, …"""
    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
    @property
    def descriptions(self) -> dict[str, str]:
        """What each column holds, by its name."""
    @property
    def metadata(self) -> dict[str, str]:
        """What the rows were read with: version, lexicon and options, as in the Arrow schema."""
    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The Arrow C stream of the rows, in a new capsule at each call. The memory is shared, not copied."""
    def __arrow_c_schema__(self) -> object:
        """The Arrow C schema, in a new capsule at each call."""
    def to_dicts(self, start: int = 0, stop: int | None = None) -> list[dict[str, Any]]:
        """The rows from `start` to `stop` as dictionaries, with nothing but Python's own types."""
    def to_arrow(self) -> pyarrow.Table:
        """The table as a `pyarrow.Table`, without a copy. Needs pyarrow."""
    def to_pandas(self) -> pandas.DataFrame:
        """The table as a `pandas.DataFrame`. Needs the extra `pandas`."""
    def to_polars(self) -> polars.DataFrame:
        """The table as a `polars.DataFrame`. Needs the extra `polars`."""
    def _repr_html_(self) -> str: ...

@final
class Corpus:
    """Articles in the order of their texts, and what was found in all of them as tables.

    `corpus[i]` is the article of the text at `i`; None where there was no text or it could not be read, which
    `errors` tells. The tables are made when first asked for.
    """

    @property
    def ids(self) -> tuple[str | None, ...] | tuple[int | None, ...] | None:
        """The ids as they were given, or None."""
    @property
    def errors(self) -> tuple[Failure, ...]:
        """The texts that could not be read, with the reasons."""
    @property
    def articles(self) -> Table:
        """A row a text: headline, authors, dates, how much was found in it."""
    @property
    def blocks(self) -> Table:
        """A row a block."""
    @property
    def sentences(self) -> Table:
        """A row a sentence."""
    @property
    def speakers(self) -> Table:
        """A row a speaker of an article."""
    @property
    def quotes(self) -> Table:
        """A row a quote."""
    @property
    def claims(self) -> Table:
        """A row a numeric claim."""
    @property
    def dates(self) -> Table:
        """A row a date."""
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Article | None: ...
    @overload
    def __getitem__(self, index: slice, /) -> list[Article | None]: ...
    def __iter__(self) -> Iterator[Article | None]: ...
    def _repr_html_(self) -> str: ...

@final
class ArticleIterator:
    """The articles of `iter_many`, as they are read."""

    def __iter__(self) -> ArticleIterator: ...
    def __next__(self) -> Article | None: ...
    @property
    def errors(self) -> tuple[Failure, ...]:
        """The texts, of those passed so far, that could not be read, with the reasons."""

@final
class Parser:
    """Reads articles under options that are set once, with words of your own beside the built-in ones.

    `only` names the stages to report, one or several, as for `parse`: `["layout", "quotes"]`.
    `min_confidence`, from 0 to 1, leaves out quotes that are less sure, and with them the claimants of their
    claims. `day_first` says whether 4/5/2025 is the 4th of May or April 5; without it, the page tells for its
    own dates, and in the body the month stands first.

    `cues` are words that report, as a list, which behave like `said`, or as a dictionary from each word to
    the built-in one that it behaves like: `{"skeeted": "wrote"}`. So are `titles`, which behave like
    `commissioner` where nothing else is said. The full stops of `abbreviations` end no sentence. `units`
    leads from what is written to the name in the singular, or to name and kind:
    `{"smoots": ("smoot", "length")}`; `currencies` to a code of ISO 4217: `{"quid": "GBP"}`. Each form is
    given by itself, and found however it is capitalised.

    Raises `NutgrafError` for options and words that have no meaning, `TypeError` for those of other types,
    and `UnicodeEncodeError` for words with lone surrogates.
    """

    def __new__(
        cls,
        *,
        only: str | Iterable[str] | None = None,
        min_confidence: float | None = None,
        day_first: bool | None = None,
        units: Mapping[str, str | tuple[str, _UnitKind]] | None = None,
        currencies: Mapping[str, str] | None = None,
        cues: Iterable[str] | Mapping[str, str] | None = None,
        titles: Iterable[str] | Mapping[str, str] | None = None,
        abbreviations: Iterable[str] | None = None,
    ) -> Parser: ...
    def parse(self, text: str, *, published: datetime.date | str | None = None) -> Article:
        """Read the plain text of a news article. `published` is as for the function `parse`."""
    def parse_many(
        self,
        texts: Iterable[str | None] | _Column,
        *,
        ids: Iterable[str | None] | Iterable[int | None] | None = None,
        published: _Published | Iterable[_Published | None] | None = None,
        threads: int | None = None,
        progress: bool | Callable[[int, int | None], object] = False,
    ) -> Corpus:
        """Read many articles. The arguments are those of the function `parse_many`."""
    def iter_many(
        self,
        texts: Iterable[str | None] | _Column,
        *,
        published: _Published | Iterable[_Published | None] | None = None,
        threads: int | None = None,
    ) -> ArticleIterator:
        """Read many articles one after the other. The arguments are those of the function `iter_many`."""

def parse(
    text: str, *, published: datetime.date | str | None = None, only: str | Iterable[str] | None = None
) -> Article:
    """Read the plain text of a news article.

    `published` is the article's own date, a `datetime.date` or a string as YYYY-MM-DD, that relative dates
    are read against; without it, a date that the text itself shows serves. `only` names the stages to report,
    one as a string or several as a list, of `layout`, `sentences`, `quotes`, `claims` and `dates`; without
    `layout` all of the text is taken as body.

    Raises `NutgrafError` for a date or a stage that there is not, `TypeError` for arguments of other types,
    and `UnicodeEncodeError` for a str with lone surrogates, which is no text.
    """

def parse_many(
    texts: Iterable[str | None] | _Column,
    *,
    ids: Iterable[str | None] | Iterable[int | None] | None = None,
    published: _Published | Iterable[_Published | None] | None = None,
    only: str | Iterable[str] | None = None,
    threads: int | None = None,
    progress: bool | Callable[[int, int | None], object] = False,
) -> Corpus:
    """Read many articles, on all cores unless `threads` says otherwise.

    `texts` is any iterable of `str`, with None where there is no text, or a column of strings of pandas,
    Polars, pyarrow or DuckDB, which is read where it lies. `ids` are strings or integers, one for each text;
    they come back in every table. `published` is one date for all, or one for each text. `only` is as for
    `parse`. A text that cannot be read is in `Corpus.errors`, and the others are not lost. `progress` shows a
    counter, or is called with the number of texts done and their total, None where it is not known.

    Raises `NutgrafError` for a date, a stage or a number of threads that there is not, and where ids or dates
    are not as many as texts, `TypeError` for one str or what is not iterable, and what the iterable does.
    """

def iter_many(
    texts: Iterable[str | None] | _Column,
    *,
    published: _Published | Iterable[_Published | None] | None = None,
    only: str | Iterable[str] | None = None,
    threads: int | None = None,
) -> ArticleIterator:
    """Read many articles one after the other, in constant memory however many there are.

    The articles come in the order of the texts; None stands for a text that was missing, or that could not
    be read, which `errors` of the iterator tells. Texts are taken ahead, 64 KiB twice a thread. The arguments
    are those of `parse_many`.

    Raises what `parse_many` does, and what the iterable does when the articles before have been given.
    """

def sentences(text: str) -> Article:
    """Read the sentences of text that is all body: each line is a paragraph, and no line is furniture."""

def quotes(text: str) -> Article:
    """Read the quotes, and who speaks, of text that is all body."""

def claims(text: str) -> Article:
    """Read the numeric claims, and who makes them, of text that is all body."""

def dates(text: str, *, published: datetime.date | str | None = None) -> Article:
    """Read the dates of text that is all body. Relative ones need `published`."""
