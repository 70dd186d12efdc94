"""Tables and corpora as HTML, for notebooks."""

from collections.abc import Iterable, Sequence
from html import escape

from nutgraf import Corpus, Table
from nutgraf._style import guarded, shown

# As many rows as are shown, and as many characters of a cell.
_ROWS, _CELL = 10, 120


def table(table: Table) -> str:
    """The first rows of a table."""
    rows = [list(row.values()) for row in table.to_dicts(0, _ROWS)]
    more = f"the first {_ROWS} of " if len(table) > _ROWS else ""
    plural = "" if len(table) == 1 else "s"
    note = f"{table.name}: {more}{len(table):,} row{plural}, {len(table.column_names)} columns"
    return guarded(_grid(table.column_names, rows) + f'<p class="nutgraf-note">{escape(note)}</p>')


def corpus(corpus: Corpus) -> str:
    """How much a corpus holds."""
    names = ("articles", "sentences", "speakers", "quotes", "claims", "dates")
    counts = dict.fromkeys(names, 0)
    for row in corpus.articles.to_dicts():
        counts["articles"] += row["language"] is not None
        for name in names[1:]:
            counts[name] += row[name] or 0
    shown = _grid(names, [[f"{counts[name]:,}" for name in names]])
    failed = len(corpus.errors)
    missing = len(corpus) - counts["articles"] - failed
    note = f"corpus of {len(corpus):,} texts: {missing:,} missing, {failed:,} that could not be read"
    return guarded(shown + f'<p class="nutgraf-note">{note}</p>')


def _grid(names: Iterable[str], rows: Sequence[Sequence[object]]) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    if value is None:
        return '<td class="nutgraf-none">null</td>'
    text = str(value)
    if len(text) > _CELL:
        text = text[: _CELL - 1] + "…"
    return f"<td>{shown(text)}</td>"
