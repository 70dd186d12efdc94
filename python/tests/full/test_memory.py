"""What is said of memory, measured: in fresh processes, by what the system counts as theirs."""

import subprocess
import sys

import pytest

# A sitting process that reads how much it holds, in MB; the allocator gives back what it can first.
_BEGIN = """
import ctypes, gc, os
import nutgraf

def held():
    gc.collect()
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except AttributeError:
        pass
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

text = "“We need 40 more buses and $3 million,” Ms. Ortega said on Monday. "
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")


def measure(code: str) -> float:
    done = subprocess.run([sys.executable, "-c", _BEGIN + code], capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stderr
    return float(done.stdout)


_ROWS = """
corpus = nutgraf.parse_many((text * 10 for _ in range(100_000)), only="quotes")
table = corpus.quotes
assert len(table) == 1_000_000
del corpus
"""


@pytest.mark.parametrize(
    ("library", "take", "most"),
    [
        ("pyarrow", "pyarrow.table(found)", 2),
        # Each of the eight columns of strings gets views of 16 bytes; enums get wider keys.
        ("polars", "polars.DataFrame(found)", 160),
        ("duckdb", "duckdb.sql('select count(start) from found').fetchall()", 2),
    ],
)
def test_a_million_rows_cost_no_copy(library: str, take: str, most: float) -> None:
    grown = measure(f"""
import {library}
{_ROWS}
small = nutgraf.parse_many([text] * 10).quotes
keep = (lambda found: {take})(small)
before = held()
kept = (lambda found: {take})(table)
print(held() - before)
""")
    assert grown < most


def test_a_column_of_strings_is_read_where_it_lies() -> None:
    grown = measure("""
import pyarrow
column = pyarrow.array([text * 100] * 10_000)
for _ in nutgraf.iter_many(column[:1000]):
    pass
before = held()
assert sum(1 for _ in nutgraf.iter_many(column)) == 10_000
print(held() - before)
""")
    assert grown < 20


def test_strings_are_not_kept_twice() -> None:
    grown = measure("""
texts = [text * 60 + str(number) for number in range(20_000)]
for _ in nutgraf.iter_many(texts[:1000]):
    pass
before = held()
assert sum(1 for _ in nutgraf.iter_many(texts)) == 20_000
print(held() - before)
""")
    assert grown < 20


def test_iter_many_over_200_000_articles() -> None:
    grown = measure("""
texts = (text * (10 + number % 20) for number in range(200_000))
articles = nutgraf.iter_many(texts)
for _ in range(2000):
    next(articles)
before = held()
most = 0.0
for number, article in enumerate(articles):
    if number % 20_000 == 0:
        most = max(most, held())
print(most - before)
""")
    assert grown < 50
