"""The command line: files to reports or JSON, JSON Lines to JSON Lines."""

import argparse
import json
import os
import sys
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import nutgraf
from nutgraf._report import report

_OK, _FAILED, _USAGE, _BROKEN_PIPE = 0, 1, 2, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if list(given[:1]) == ["corpus"]:
        # What it needs is not imported for others.
        try:
            from nutgraf._corpus import main as corpus
        except ModuleNotFoundError as error:
            if error.name != "pyarrow":
                raise
            print('nutgraf: corpus needs pyarrow: pip install "nutgraf[arrow]"', file=sys.stderr)
            return _USAGE
        return corpus(given[1:])
    parser = _parser()
    args = parser.parse_args(given)
    if args.jsonl == bool(args.files):
        parser.error("give one FILE or more, or --jsonl to read articles from standard input")
    if args.jsonl and args.json:
        parser.error("--jsonl writes JSON anyway; leave --json out")
    try:
        nutgraf.parse("", published=args.published, only=args.only)
    except nutgraf.NutgrafError as error:
        parser.error(str(error))
    try:
        status = _lines(args) if args.jsonl else _files(args)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough. What is still buffered must not be tried again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m nutgraf",
        description="Read news articles as plain text and show what is in them.",
        epilog="With --jsonl, articles are read from standard input, one JSON object a line "
        '({"id", "text", "published"?}), and written to standard output in the same order. '
        'Of a moment in "published" the day is taken, which its first ten characters are. '
        "`python -m nutgraf corpus --help` tells how to read many files into Parquet.",
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="plain text in UTF-8; - is standard input")
    parser.add_argument("--published", metavar="DATE", help="the date of the articles, YYYY-MM-DD")
    parser.add_argument("--json", action="store_true", help="write JSON, a line for each file")
    parser.add_argument("--jsonl", action="store_true", help="read JSON Lines and write JSON Lines")
    parser.add_argument(
        "--only",
        metavar="STAGE,...",
        type=lambda stages: stages.split(","),
        help="layout, sentences, quotes, claims, dates; without layout all of the text is body",
    )
    parser.add_argument("--version", action="version", version=f"nutgraf {nutgraf.__version__}")
    return parser


def _files(args: argparse.Namespace) -> int:
    status = _OK
    several = len(args.files) > 1
    for file in args.files:
        name = shown(file)
        try:
            text = decoded(_read(file))
            article = nutgraf.parse(text, published=args.published, only=args.only)
        except OSError as error:
            status = _complain(name, error.strerror or str(error))
        except (ValueError, RuntimeError) as error:
            status = _complain(name, str(error))
        else:
            if args.json:
                _write(_with_id(name, article) if several else article.to_json())
            else:
                _write(report(article, name if several else None, colour=_colour()))
    return status


def _read(file: str) -> bytes:
    return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()


def shown(file: str) -> str:
    """The name of a file as text, which on some systems it need not be."""
    return os.fsencode(file).decode(errors="replace")


def decoded(data: bytes) -> str:
    """The text that the bytes are; a ValueError tells where they are none."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte {error.start} is 0x{data[error.start]:02x}") from None


def _lines(args: argparse.Namespace) -> int:
    status = _OK
    for number, line in enumerate(sys.stdin.buffer, 1):
        if number == 1:
            line = line.removeprefix(BOM_UTF8)
        if not line or line.isspace():
            continue
        try:
            record = _record(line)
            published = record.get("published") or args.published
            if isinstance(published, str):
                # Of a moment, the day.
                published = published[:10]
            article = nutgraf.parse(record["text"], published=published, only=args.only)
            _write(_with_id(record.get("id"), article))
        except (ValueError, TypeError, RuntimeError) as error:
            status = _complain(f"line {number}", str(error))
    return status


def _record(line: bytes) -> dict[str, Any]:
    """The object of a line, with a text; a ValueError tells what else it is."""
    record = parsed(line)
    if not isinstance(record.get("text"), str):
        raise ValueError('expected an object with a string "text"')
    return record


def parsed(line: bytes) -> dict[str, Any]:
    """The object of a line; a ValueError tells what else it is."""
    try:
        record = json.loads(decoded(line.rstrip()), parse_constant=_no_json)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("nested too deep") from None
    if not isinstance(record, dict):
        raise ValueError('expected an object with a string "text"')
    return record


def _no_json(word: str) -> NoReturn:
    raise ValueError(f"not JSON: {word}")


def _with_id(identifier: object, article: nutgraf.Article) -> str:
    """The line of FORMAT.md JSON with an identifier in front."""
    return f'{{"id":{json.dumps(identifier)},{article.to_json()[1:]}'


def _write(text: str) -> None:
    # The same bytes on every platform, whatever the encoding of the console.
    sys.stdout.buffer.write(f"{text}\n".encode())


def _complain(where: str, message: str) -> int:
    print(f"nutgraf: {where}: {message}", file=sys.stderr)
    return _FAILED


def _colour() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ
