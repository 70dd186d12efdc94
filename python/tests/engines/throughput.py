"""What each engine costs beside `parse_many`: `python throughput.py TEXTS.jsonl [--articles N] [ENGINE …]`.

The articles of the file (`{"text": …}` a line) are repeated with other ids, written as Parquet, and read
by each engine in a process of its own, first a few of them to warm up. It prints processor time, of all
processes together, since that holds on a busy machine too. `outside` is the share of it that `parse_many`
with one thread does not take for the same table. Every engine makes all quotes and carries the id along;
`corpus` makes four tables and writes them.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

Job = Callable[[Path], object]


def main() -> None:
    """Measure the engines that are asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("engines", nargs="*", default=list(ENGINES))
    parser.add_argument("--articles", type=int, default=200_000)
    args = parser.parse_intermixed_args()
    with tempfile.TemporaryDirectory() as folder:
        write(args.texts, args.articles, Path(folder) / "all")
        write(args.texts, min(2000, args.articles), Path(folder) / "few")
        size = sum(pq.read_table(path, columns=["text"]).nbytes for path in (Path(folder) / "all").iterdir())
        print(f"{args.articles:,} articles, {size / 2**20:,.0f} MB of text")
        print(f"{'engine':12} {'cpu s':>8} {'wall s':>8} {'articles/cpu s':>15} {'outside':>8}", flush=True)
        alone = None
        for engine in dict.fromkeys(["parse_many", *args.engines]):
            command = [sys.executable, "-W", "ignore", __file__, "--measure", engine, folder]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=folder)
            cpu, wall = map(float, done.stdout.split()[-2:])
            alone = alone or cpu
            outside = "" if engine == "corpus" else f"{max(0.0, 1 - alone / cpu):8.0%}"
            print(f"{engine:12} {cpu:8.1f} {wall:8.1f} {args.articles / cpu:15,.0f} {outside:>8}", flush=True)


def write(texts: Path, count: int, folder: Path) -> None:
    """Write articles as sixteen files of Parquet."""
    folder.mkdir()
    with texts.open(encoding="utf-8") as lines:
        read = [json.loads(line)["text"] for line in lines]
    step = -(-count // 16)
    for start in range(0, count, step):
        ids = range(start, min(start + step, count))
        table = pa.table(
            {"id": [f"article-{index}" for index in ids], "text": [read[index % len(read)] for index in ids]}
        )
        pq.write_table(table, folder / f"{start:09}.parquet", row_group_size=5000)


def measure(engine: str, folder: Path) -> None:
    """Run an engine twice, and print the processor time and the time of the second run."""
    run = ENGINES[engine]()
    run(folder / "few")
    cpu, wall = used(), time.monotonic()
    run(folder / "all")
    print(used() - cpu, time.monotonic() - wall, flush=True)
    os._exit(0)


def used() -> float:
    """The processor time of this process and of all that descend from it."""
    parents: dict[int, int] = {}
    ticks: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(path.parent.name)] = int(fields[1])
        ticks[int(path.parent.name)] = sum(map(int, fields[11:15]))
    ours = {os.getpid()}
    while more := {process for process, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(ticks[process] for process in ours) / os.sysconf("SC_CLK_TCK")


def _parse_many() -> Job:
    import nutgraf

    def run(folder: Path) -> None:
        for path in sorted(folder.iterdir()):
            table = pq.read_table(path)
            assert len(nutgraf.parse_many(table["text"], ids=table["id"], threads=1).quotes)

    return run


def _batch() -> Job:
    from nutgraf.batch import quotes

    return lambda folder: [quotes(pq.read_table(path), keep=["id"]) for path in sorted(folder.iterdir())]


def _spark() -> Job:
    os.environ |= {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    from nutgraf.spark import quotes
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local-cluster[2,1,2048]").config("spark.ui.enabled", "false")
    spark = builder.getOrCreate()

    def run(folder: Path) -> None:
        found = quotes(spark.read.parquet(str(folder)), keep=["id"])
        found.write.format("noop").mode("overwrite").save()

    return run


def _ray() -> Job:
    import ray
    from nutgraf.ray import quotes

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    return lambda folder: quotes(ray.data.read_parquet(folder), keep=["id"]).materialize()


def _dask() -> Job:
    import dask.dataframe as dd
    from distributed import Client, LocalCluster
    from nutgraf.dask import quotes

    Client(LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None))
    return lambda folder: quotes(dd.read_parquet(folder), keep=["id"]).map_partitions(len).compute()


def _duckdb() -> Job:
    import duckdb
    from nutgraf.duckdb import register

    connection = duckdb.connect()
    register(connection)
    query = "select sum(len(nutgraf_quotes(text))), max(id) from '{}/*.parquet'"
    return lambda folder: connection.sql(query.format(folder)).fetchall()


def _polars() -> Job:
    import polars as pl
    from nutgraf.polars import quotes

    return lambda folder: quotes(pl.scan_parquet(folder), keep=["id"]).collect(engine="streaming")


def _datasets() -> Job:
    import datasets
    from nutgraf.datasets import quotes

    datasets.disable_progress_bars()

    def run(folder: Path) -> None:
        news = datasets.load_dataset("parquet", data_dir=str(folder), split="train", cache_dir="cache")
        quotes(news, keep=["id"], num_proc=2)

    return run


def _corpus() -> Job:
    def run(folder: Path) -> None:
        command = [
            sys.executable,
            "-m",
            "nutgraf",
            "corpus",
            str(folder),
            "--output",
            f"{folder}-out",
            "--quiet",
        ]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)

    return run


ENGINES = {
    "parse_many": _parse_many,
    "batch": _batch,
    "polars": _polars,
    "duckdb": _duckdb,
    "datasets": _datasets,
    "dask": _dask,
    "ray": _ray,
    "spark": _spark,
    "corpus": _corpus,
}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
