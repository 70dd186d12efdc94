"""Reading many texts: order, gaps, errors, threads, interruption, processes."""

import datetime
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import Any

import nutgraf
import pytest
from conftest import ARTICLES

SAMPLES = [path.read_bytes().decode() for path in ARTICLES]
THREADS = (1, 2, 3, None)


def numbered(count: int) -> list[str]:
    """Short texts that can be told apart."""
    return [f"“We need {number} more buses,” Ms. Ortega said." for number in range(count)]


@pytest.mark.parametrize("threads", THREADS)
def test_the_same_as_one_by_one(threads: int | None) -> None:
    texts = SAMPLES * 5
    alone = [nutgraf.parse(text) for text in texts]
    corpus = nutgraf.parse_many(texts, threads=threads)
    assert list(corpus) == alone
    assert list(nutgraf.iter_many(texts, threads=threads)) == alone
    assert (len(corpus), corpus.errors) == (len(texts), ())


@pytest.mark.parametrize("threads", THREADS)
def test_order_is_kept(threads: int | None) -> None:
    texts = numbered(3000)
    texts[::7] = [text * 50 for text in texts[::7]]
    assert [article and article.text for article in nutgraf.parse_many(texts, threads=threads)] == texts
    read = nutgraf.iter_many(iter(texts), threads=threads)
    assert [article and article.text for article in read] == texts


@pytest.mark.parametrize("threads", THREADS)
def test_a_bad_item_does_not_lose_the_rest(threads: int | None) -> None:
    texts: list[Any] = ["Costs rose.", None, 5, "\ud800", float("nan"), b"bytes", "", "Costs fell."]
    corpus = nutgraf.parse_many(texts, threads=threads)
    assert [article and article.text for article in corpus] == [
        "Costs rose.",
        *[None] * 5,
        "",
        "Costs fell.",
    ]
    assert [(error.row, error.kind) for error in corpus.errors] == [
        (2, "TypeError"),
        (3, "UnicodeEncodeError"),
        (5, "TypeError"),
    ]
    assert corpus.errors[0].message == "Expected a str or None, found int."
    articles = nutgraf.iter_many(texts, threads=threads)
    assert [article is None for article in articles] == [article is None for article in corpus]
    assert articles.errors == corpus.errors
    errors = [row["error"] for row in corpus.articles.to_dicts()]
    assert [row for row, error in enumerate(errors) if error] == [2, 3, 5]


def test_errors_of_the_iterable_come_through() -> None:
    def failing() -> Iterator[str]:
        yield from numbered(1000)
        raise KeyError("the source is gone")

    with pytest.raises(KeyError, match="the source is gone"):
        nutgraf.parse_many(failing())
    read = nutgraf.iter_many(failing())
    assert [article.text for _, article in zip(range(1000), read, strict=False) if article] == numbered(1000)
    with pytest.raises(KeyError, match="the source is gone"):
        next(read)
    with pytest.raises(StopIteration):
        next(read)


@pytest.mark.parametrize(
    ("error", "goes_on"),
    [
        (TypeError("mixed values"), True),
        (ValueError("mixed values"), True),
        (ImportError("pyarrow"), True),
        (KeyboardInterrupt(), False),
        (OSError("the source is gone"), False),
        (MemoryError(), False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_column_that_cannot_be_exported(error: BaseException, goes_on: bool) -> None:
    class Column:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            raise error

    class Series(Column):
        def __iter__(self) -> Iterator[str]:
            return iter(["Costs rose."])

    class Frame(Series):
        columns = ("text",)

    texts: list[Any] = [Column(), Frame()]
    if goes_on:
        assert list(nutgraf.parse_many(Series())) == [nutgraf.parse("Costs rose.")]
    else:
        texts.append(Series())
    for text in texts:
        with pytest.raises(type(error)) as caught:
            nutgraf.parse_many(text)
        assert caught.value is error


def test_dates_of_the_articles() -> None:
    texts = ["It opens on Monday.", "It opens on Monday.", "It opens on Monday."]
    dates = [datetime.date(2025, 5, 14), None, "2025-05-21"]
    corpus = nutgraf.parse_many(texts, published=dates)
    assert [row["date"] for row in corpus.dates.to_dicts()] == ["2025-05-19", None, "2025-05-26"]
    one = nutgraf.parse_many(texts, published="2025-05-14")
    assert {row["date"] for row in one.dates.to_dicts()} == {"2025-05-19"}
    assert nutgraf.parse_many(iter(texts), published=iter(dates)) == corpus
    wrong: list[Any] = ["2025-05-14", "May", 7]
    assert [error.kind for error in nutgraf.parse_many(texts, published=wrong).errors] == [
        "NutgrafError",
        "TypeError",
    ]
    with pytest.raises(nutgraf.NutgrafError, match="3 published, one for each text, found 2"):
        nutgraf.parse_many(texts, published=dates[:2])
    with pytest.raises(nutgraf.NutgrafError, match="found fewer"):
        nutgraf.parse_many(iter(texts), published=iter(dates[:2]))


def test_ids() -> None:
    texts = ["Costs rose 3 percent.", None, "Costs fell 4 percent."]
    for ids in (["a", "b", "c"], [7, 8, 9], ["a", None, "c"], None):
        corpus = nutgraf.parse_many(texts, ids=ids)
        given = ids or [None] * 3
        assert corpus.ids == (None if ids is None else tuple(given))
        assert [row["id"] for row in corpus.articles.to_dicts()] == given
        assert [row["id"] for row in corpus.claims.to_dicts()] == [given[0], given[2]]
    with pytest.raises(nutgraf.NutgrafError, match="3 ids, one for each text, found 2"):
        nutgraf.parse_many(texts, ids=["a", "b"])
    with pytest.raises(nutgraf.NutgrafError, match="3 ids, one for each text, found 2"):
        nutgraf.parse_many(iter(texts), ids=iter(["a", "b"]))
    with pytest.raises(nutgraf.NutgrafError, match="all str or all int, found"):
        nutgraf.parse_many(texts, ids=["a", 1, "c"])  # type: ignore[arg-type]


def test_rows_can_be_picked() -> None:
    corpus = nutgraf.parse_many([*numbered(5), None])
    assert corpus[-2] == corpus[4] == nutgraf.parse(numbered(5)[4])
    assert corpus[5] is None
    assert corpus[4:] == [corpus[4], None]
    assert corpus[::-2] == [None, corpus[3], corpus[1]]
    with pytest.raises(IndexError):
        corpus[6]
    with pytest.raises(TypeError, match="Expected an int or a slice, found str"):
        corpus["a"]  # type: ignore[call-overload]


def test_what_is_refused() -> None:
    with pytest.raises(TypeError, match="Expected many texts, found one str"):
        nutgraf.parse_many("Costs rose.")
    with pytest.raises(TypeError, match="not iterable"):
        nutgraf.parse_many(5)  # type: ignore[arg-type]
    with pytest.raises(nutgraf.NutgrafError, match="one thread or more"):
        nutgraf.parse_many([], threads=0)
    with pytest.raises(nutgraf.NutgrafError, match="Expected a stage"):
        nutgraf.iter_many([], only="everything")


def test_nothing_to_read() -> None:
    corpus = nutgraf.parse_many([])
    assert (len(corpus), len(corpus.quotes), list(corpus)) == (0, 0, [])
    assert list(nutgraf.iter_many(iter([]))) == []


def test_progress() -> None:
    calls: list[tuple[int, int | None]] = []
    nutgraf.parse_many(numbered(3000), progress=lambda done, total: calls.append((done, total)))
    assert calls[-1] == (3000, 3000)
    assert [done for done, _ in calls] == sorted({done for done, _ in calls})
    calls.clear()
    nutgraf.parse_many(iter(numbered(10)), progress=lambda done, total: calls.append((done, total)))
    assert calls == [(10, None)]


def test_progress_without_tqdm(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    nutgraf.parse_many(numbered(1200), progress=True)
    assert capfd.readouterr().err.endswith("1,200 of 1,200 articles\n")


def test_an_error_in_the_progress_function_stops_the_work() -> None:
    def refuse(done: int, total: int | None) -> None:
        raise OSError("enough")

    with pytest.raises(OSError, match="enough"):
        nutgraf.parse_many(numbered(3000), progress=refuse)


def test_many_callers_at_once() -> None:
    texts = numbered(500)
    alone = [nutgraf.parse(text) for text in texts]
    wrong = []

    def work() -> None:
        for _ in range(3):
            if list(nutgraf.parse_many(texts, threads=2)) != alone:
                wrong.append("parse_many")
            if list(nutgraf.iter_many(texts, threads=2)) != alone:
                wrong.append("iter_many")

    callers = [threading.Thread(target=work) for _ in range(4)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert not wrong


@pytest.mark.parametrize("threads", [1, 2, 3])
def test_texts_are_taken_64_kib_ahead_twice_a_thread(threads: int) -> None:
    texts = iter(["“No.” ".ljust(1020, "x")] * 10_000)
    next(nutgraf.iter_many(texts, threads=threads))
    taken = 10_000 - len(list(texts))
    # What is given out, and what is ahead of it.
    assert taken == (64 if threads == 1 else (2 * threads + 1) * 64)


def test_an_iterator_left_alone_blocks_nobody() -> None:
    begun = [nutgraf.iter_many(numbered(100_000), threads=2) for _ in range(4)]
    for iterator in begun:
        next(iterator)
    assert len(nutgraf.parse_many(numbered(1000), threads=2)) == 1000
    assert len(begun) == 4


def test_an_iterator_is_not_entered_twice() -> None:
    read: nutgraf.ArticleIterator

    def itself() -> Iterator[str]:
        next(read)
        yield "never"

    read = nutgraf.iter_many(itself())
    with pytest.raises(ValueError, match="already at work"):
        next(read)


def test_work_is_not_held_up_by_an_empty_stretch() -> None:
    texts = [*[None] * 5000, "Costs rose.", *[None] * 5000]
    assert sum(article is not None for article in nutgraf.iter_many(texts)) == 1


INTERRUPTED = """
import itertools, os, signal, sys, threading, time
import nutgraf

text = "“We need 40 more buses,” Ms. Ortega said. " * 50
# Ignored where a shell started the tests in the background.
signal.signal(signal.SIGINT, signal.default_int_handler)
began = 0.0
def interrupt():
    global began
    time.sleep(0.5)
    began = time.monotonic()
    os.kill(os.getpid(), signal.SIGINT)
threading.Thread(target=interrupt).start()
try:
    {call}
except KeyboardInterrupt:
    print(time.monotonic() - began)
"""


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize(
    "call",
    [
        "nutgraf.parse_many(itertools.repeat(text), threads={threads})",
        "sum(1 for _ in nutgraf.iter_many(itertools.repeat(text), threads={threads}))",
        "sum(1 for _ in nutgraf.iter_many(itertools.repeat('x' * (30 << 20)), threads={threads}))",
    ],
    ids=["parse_many", "iter_many", "long texts"],
)
def test_interruption(call: str, threads: int) -> None:
    code = INTERRUPTED.format(call=call.format(threads=threads))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    # It takes a tenth of a second; a busy machine may take longer.
    assert float(done.stdout) < 5.0


GONE_ON = """
import signal
import nutgraf

texts = [f"“We need {number} more buses,” Ms. Ortega said." for number in range(20_000)]
armed, interrupts, found = False, 0, []
def interrupt(number, frame):
    global armed, interrupts
    if armed:
        armed, interrupts = False, interrupts + 1
        raise KeyboardInterrupt
signal.signal(signal.SIGALRM, interrupt)
signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
read = nutgraf.iter_many(iter(texts), threads=THREADS)
done = False
while not done:
    try:
        armed = True
        # No step of Python's own, in which an article could be lost, is between two of them.
        found.extend(read)
        armed, done = False, True
    except KeyboardInterrupt:
        pass
signal.setitimer(signal.ITIMER_REAL, 0)
assert interrupts
assert [article and article.text for article in found] == texts
"""


@pytest.mark.skipif(os.name != "posix", reason="sends signals")
@pytest.mark.parametrize("threads", [1, 2])
def test_an_interrupted_iterator_goes_on_where_it_was(threads: int) -> None:
    code = GONE_ON.replace("THREADS", str(threads))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


LEFT = """
import itertools, threading, time
import nutgraf

text = "“We need 40 more buses,” Ms. Ortega said. " * 50
def work():
    {call}
thread = threading.Thread(target=work, daemon=True)
thread.start()
time.sleep(0.3)
print("left", flush=True)
"""


@pytest.mark.parametrize(
    "call",
    [
        "nutgraf.parse_many(itertools.repeat(text), threads=2)",
        "sum(1 for _ in nutgraf.iter_many(itertools.repeat(text), threads=2))",
        "sum(1 for _ in nutgraf.iter_many(itertools.repeat(text), threads=1))",
        "sum(1 for _ in nutgraf.iter_many(itertools.repeat('x' * (30 << 20)), threads=2))",
    ],
    ids=["parse_many", "iter_many", "one thread", "long texts"],
)
def test_the_interpreter_leaves_a_batch_behind(call: str) -> None:
    code = LEFT.format(call=call)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "left\n", "")


def test_an_iterator_that_is_open_at_the_end_of_the_program() -> None:
    read = "read = nutgraf.iter_many(['Costs rose.'] * 100000, threads=2); next(read)"
    code = f"import nutgraf; {read}; print('left')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "left\n", "")


def test_a_gigantic_batch() -> None:
    count = 100_000
    corpus = nutgraf.parse_many(("Costs rose 5%." for _ in range(count)), threads=2)
    assert (len(corpus), len(corpus.claims), corpus.errors) == (count, count, ())
    assert corpus[-1] == corpus[0]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.filterwarnings("ignore:.*multi-threaded:DeprecationWarning")
def test_a_forked_child_has_threads_of_its_own() -> None:
    texts = numbered(2000)
    here = nutgraf.parse_many(texts, threads=2)
    begun = nutgraf.iter_many(texts, threads=2)
    next(begun)
    child = os.fork()
    if child == 0:
        status = 1
        try:
            again = nutgraf.parse_many(texts, threads=2)
            table = nutgraf.parse_many(texts, threads=2).quotes
            alone = list(nutgraf.iter_many(texts, threads=3))
            try:
                next(begun)
                for _ in begun:
                    pass
            except RuntimeError as error:
                refused = "another process" in str(error)
            status = 0 if again == here and alone == list(here) and len(table) == 2000 and refused else 2
        finally:
            os._exit(status)
    deadline = threading.Timer(60, os.kill, (child, signal.SIGKILL))
    deadline.start()
    _, status = os.waitpid(child, 0)
    deadline.cancel()
    assert status == 0
    assert sum(1 for _ in begun) == 1999
