"""How far a long call has come: by tqdm if it is there, by a counter if not, or to a function of the user."""

import sys
import time
from collections.abc import Callable
from threading import Lock
from typing import Protocol, TextIO

# A terminal that is written to more often than this, in seconds, costs more than it tells.
_PAUSE = 0.2


class Reporter(Protocol):
    """Is called with the number of texts done, and closed at the end, also after an error."""

    def __call__(self, done: int) -> None:
        """Tell that so many texts are done in all."""

    def close(self) -> None:
        """Leave the terminal in order."""


def reporter(
    progress: bool | Callable[[int, int | None], object] | None, total: int | None
) -> Reporter | None:
    """What shows the progress that was asked for, or None where none was."""
    if not progress:
        return None
    if callable(progress):
        return _Function(progress, total)
    try:
        import tqdm.auto
    except ImportError:
        return _Counter(total, sys.stderr)
    return _Bar(tqdm.auto.tqdm(total=total, unit=" articles", unit_scale=True))


class _Function:
    def __init__(self, function: Callable[[int, int | None], object], total: int | None) -> None:
        self.function = function
        self.total = total

    def __call__(self, done: int) -> None:
        self.function(done, self.total)

    def close(self) -> None:
        pass


class _Shown(Protocol):
    """A bar of tqdm."""

    n: float

    def update(self, n: float) -> object: ...

    def close(self) -> None: ...


class _Bar:
    def __init__(self, bar: _Shown) -> None:
        self.bar = bar

    def __call__(self, done: int) -> None:
        self.bar.update(done - self.bar.n)

    def close(self) -> None:
        self.bar.close()


class _Counter:
    def __init__(self, total: int | None, stream: TextIO) -> None:
        self.total = "" if total is None else f" of {total:,}"
        self.stream = stream
        self.done = 0
        self.shown = 0.0

    def __call__(self, done: int) -> None:
        self.done = done
        now = time.monotonic()
        if now - self.shown >= _PAUSE:
            self.shown = now
            self._show("\r")

    def _show(self, begin: str, end: str = "") -> None:
        self.stream.write(f"{begin}{self.done:,}{self.total} articles{end}")
        self.stream.flush()

    def close(self) -> None:
        self._show("\r", "\n")


class Meter:
    """A line about a long run: how much of the input is done, the rate, and the time that is left."""

    def __init__(self, total: int, stream: TextIO | None) -> None:
        """Take the bytes of the input, and where to write; without, nothing is shown."""
        self.total = total
        self.stream = stream
        self.bytes = self.articles = 0
        self.begun = time.monotonic()
        self.shown = self.begun
        self.lock = Lock()

    def add(self, read: int, articles: int) -> None:
        """Tell that so many more bytes and articles are done."""
        with self.lock:
            self.bytes += read
            self.articles += articles

    def show(self) -> None:
        """Write the line, where it is time for it: a log gets one every half a minute."""
        now = time.monotonic()
        if self.stream is not None and now - self.shown >= (_PAUSE if self.stream.isatty() else 30):
            self.shown = now
            self._write(now)

    def close(self) -> None:
        """Leave the line as it is at the end."""
        if self.stream is not None:
            self._write(time.monotonic())
            if self.stream.isatty():
                self.stream.write("\n")

    def _write(self, now: float) -> None:
        assert self.stream is not None
        share = self.bytes / self.total if self.total else 1.0
        rate = self.articles / max(now - self.begun, 1e-9)
        left = round((now - self.begun) * (1 - share) / share) if share else 0
        minutes, seconds = divmod(left, 60)
        line = (
            f"{share:4.0%} [{'#' * int(share * 20):20}] {self.articles:,} articles, {rate:,.0f}/s, "
            f"{minutes // 60}:{minutes % 60:02}:{seconds:02} left"
        )
        self.stream.write(f"\r{line:78}" if self.stream.isatty() else f"{line}\n")
        self.stream.flush()
