"""The tables of the page on growth, one command each.

    python bench/scale.py               what an article costs at each step
    python bench/scale.py processes     two processes against one, and what they take of the processor
    python bench/scale.py engines       the examples of the guide in Spark, Ray and Dask, against plain processes
    python bench/scale.py memory        a corpus of 10,000 articles and one of 100,000

Steps are timed in processor seconds and interleaved. What runs in several processes is timed on the clock, start-up
apart, in turns, and the least of the rounds is taken: on a machine with other work, the one that was disturbed least.
A number behind the command is how many articles to make.
"""

import io
import os
import resource
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import count
from operator import attrgetter
from pathlib import Path
from statistics import median

import documents as stock
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from clock import interleaved, ratio

from newsschema import from_json, map_jsonl, to_json
from newsschema.arrow import flatten, from_table, read, to_table, validate
from newsschema.reading import read_text

EXAMPLES = Path(__file__).parents[1] / "examples" / "engines"
COUNT, ROUNDS = 256, 9


def steps() -> None:
    """Print the ratio of each step to `orjson.loads` of the same articles, and its microseconds."""
    import orjson

    trees = stock.documents(5_000, COUNT)
    documents = [msgspec.json.encode(tree) for tree in trees]
    articles = [from_json(document) for document in documents]
    copies = [tree["text"] for tree in stock.documents(9_000, COUNT)]
    table = to_table(articles)
    rows = pa.record_batch({"document": [document.decode() for document in documents]})

    def written() -> io.BytesIO:
        file = io.BytesIO()
        pq.write_table(table, file, compression="zstd")
        return file

    parquet = written()
    variants = {
        "orjson.loads": lambda: [orjson.loads(document) for document in documents],
        f"read_text, {sum(map(len, copies)) // COUNT:,} characters": lambda: [read_text(copy) for copy in copies],
        "from_json": lambda: [from_json(document) for document in documents],
        "to_json": lambda: [to_json(article) for article in articles],
        "to_table": lambda: to_table(articles),
        "from_table": lambda: from_table(table),
        "write Parquet, zstd": written,
        "read Parquet": lambda: pq.read_table(parquet, use_threads=False),
        "arrow.read of JSON": lambda: read(rows),
        "arrow.validate": lambda: validate(table),
        "arrow.flatten": lambda: flatten(table),
    }
    times = interleaved(variants, COUNT, rounds=ROUNDS)
    for name in variants:
        print(f"| {name} | {ratio(times, name, 'orjson.loads')} | {1e6 * median(times[name]):.0f} |")
    sizes = {
        "JSON": sum(map(len, documents)),
        "JSON, gzip": len(zlib.compress(b"\n".join(documents), 6)),
        "Parquet, zstd": len(parquet.getvalue()),
        "Arrow in memory": table.nbytes,
    }
    print({name: f"{size / COUNT:,.0f} bytes an article" for name, size in sizes.items()})


def made(folder: Path, articles: int) -> Path:
    """A file of that many articles, five thousand of them different."""
    path = folder / "articles.jsonl"
    few = [stock.encoded(tree) + b"\n" for tree in stock.documents(5_000, min(articles, 5_000))]
    with path.open("wb") as file:
        file.writelines(few[number % len(few)] for number in range(articles))
    return path


def in_turns(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, tuple[float, float]]:
    """The least seconds on the clock for each, and of the processor; a first round is not counted."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in works}
    for _ in range(rounds + 1):
        for name, work in works.items():
            before, began = _used(), time.perf_counter()
            work()
            taken[name].append((time.perf_counter() - began, _used() - before))
    return {
        name: (min(clock for clock, _ in some[1:]), min(used for _, used in some[1:])) for name, some in taken.items()
    }


def _used() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def command(source: Path, output: Path, workers: int) -> "subprocess.Popen[bytes]":
    words = ["corpus", str(source), "-o", str(output), "-j", str(workers)]
    return subprocess.Popen([sys.executable, "-m", "newsschema", *words], stdout=subprocess.DEVNULL)


def processes(folder: Path, articles: int) -> None:
    """Print seconds with one and with two processes, their ratio, and that of the processor time that both take."""
    lines, texts = made(folder, articles), folder / "texts"
    texts.mkdir()
    for number, tree in enumerate(stock.documents(9_000, articles // 10)):
        (texts / f"{number}.txt").write_text(tree["text"], "utf-8")
    works: dict[str, Callable[[int], object]] = {
        "`map_jsonl`": lambda number: all(map_jsonl(attrgetter("id"), lines, processes=number)),
        "`corpus`, JSON lines to Parquet": lambda number: command(lines, folder / "out.parquet", number).wait(),
        "`corpus`, JSON lines to `.jsonl.gz`": lambda number: command(lines, folder / "out.jsonl.gz", number).wait(),
        "`corpus`, texts to Parquet": lambda number: command(texts, folder / "out.parquet", number).wait(),
        "`processes.py`, JSON lines to quotes": lambda number: plain(lines, folder / "quotes.parquet", number),
    }
    for name, work in works.items():
        (one, alone), (two, together) = in_turns({str(number): partial(work, number) for number in (1, 2)}, 5).values()
        print(f"| {name} | {one / two:.2f} | {together / alone:.2f} | {one:.1f} s | {two:.1f} s |", flush=True)


def plain(source: Path, target: Path, number: int) -> None:
    import processes as example

    with ProcessPoolExecutor(number) as pool:
        example.main(pool, str(source), str(target))


def engines(folder: Path, articles: int) -> None:
    """Print seconds from JSON lines to a file of quotes, two workers each, and the ratio to two plain processes."""
    import on_dask
    import on_ray
    import processes as example
    import ray
    import spark as on_spark
    from dask.distributed import Client
    from pyspark.sql import SparkSession

    source, targets = str(made(folder, articles)), (str(folder / f"quotes{number}") for number in count())
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    spark = builder.getOrCreate()
    with ProcessPoolExecutor(2) as pool, Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as client:
        works = {
            "two processes": lambda: example.main(pool, source, next(targets)),
            "Spark, two cores": lambda: on_spark.main(spark, source, next(targets)),
            "Ray, two workers": lambda: on_ray.main(source, next(targets)),
            "Dask, two workers": lambda: on_dask.main(client, source, next(targets)),
        }
        for name, (seconds, _) in (found := in_turns(works, 5)).items():
            print(f"| {name} | {seconds / found['two processes'][0]:.2f} | {seconds:.1f} s |")
    spark.stop()
    ray.shutdown()


def memory(folder: Path, articles: int) -> None:
    """Print the most that the command and its two workers hold: all pages, and those that they share counted once."""
    for number in (articles // 10, articles):
        process, most = command(made(folder, number), folder / "out.parquet", 2), {"Rss": 0, "Pss": 0}
        while process.poll() is None:
            for kind, held in _held(process.pid).items():
                most[kind] = max(most[kind], held)
            time.sleep(0.05)
        print(f"| {number:,} | {most['Rss'] // 1024} MB | {most['Pss'] // 1024} MB |", flush=True)


def _held(parent: int) -> dict[str, int]:
    """Kilobytes of a process and its children."""
    held = {"Rss": 0, "Pss": 0}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended
            if int(folder.name) == parent or int((folder / "stat").read_text().rpartition(")")[2].split()[1]) == parent:
                fields = (line.split() for line in (folder / "smaps_rollup").read_text().splitlines()[1:])
                for name, number, *_ in fields:
                    if name[:-1] in held:
                        held[name[:-1]] += int(number)
    return held


if __name__ == "__main__":
    if len(sys.argv) == 1:
        steps()
    else:
        sys.path.append(str(EXAMPLES))
        os.environ["PYTHONPATH"] = str(EXAMPLES)  # for the processes of the engines
        commands = {"processes": (processes, 30_000), "engines": (engines, 30_000), "memory": (memory, 100_000)}
        work, usual = commands[sys.argv[1]]
        with tempfile.TemporaryDirectory() as name:
            work(Path(name), int(sys.argv[2]) if len(sys.argv) > 2 else usual)
