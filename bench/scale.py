"""What an article costs at each step: `python scale.py`; and in engines: `python scale.py --engines FILE.jsonl`.

Steps are timed in processor seconds and interleaved; engines in seconds on the clock, start-up apart, one after the
other in each round, so that only the ratios mean anything on a machine with other work.
"""

import io
import sys
import time
import zlib
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from statistics import median

import documents as stock
import msgspec
import orjson
import pyarrow as pa
import pyarrow.parquet as pq
from clock import interleaved, ratio

from newsschema import from_json, to_json
from newsschema.arrow import ARTICLES, flatten, from_table, read, to_table, validate
from newsschema.reading import read_text

COUNT, ROUNDS = 256, 9


def steps() -> None:
    """Print microseconds for each step, and as a ratio to `orjson.loads` of the same articles."""
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
        print(f"| {name} | {1e6 * median(times[name]):.0f} | {ratio(times, name, 'orjson.loads')} |")
    sizes = {
        "JSON": sum(map(len, documents)),
        "JSON, gzip": len(zlib.compress(b"\n".join(documents), 6)),
        "Parquet, zstd": len(parquet.getvalue()),
        "Arrow in memory": table.nbytes,
    }
    print({name: f"{size / COUNT:,.0f} bytes an article" for name, size in sizes.items()})


def batches(source: Path) -> list[pa.RecordBatch]:
    with source.open(encoding="utf-8") as lines:
        return [pa.record_batch({"document": some}) for some in iter(lambda: list(islice(lines, 512)), [])]


def engines(source: Path) -> None:
    """Print seconds to read JSON lines with one and two processes, Spark, Ray and Dask with two workers each."""
    import ray
    from dask.distributed import Client
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    given = batches(source)
    one, two = ProcessPoolExecutor(1), ProcessPoolExecutor(2)
    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 512)
    lines = spark.read.text(str(source)).withColumnRenamed("value", "document")
    rows = lines.mapInArrow(lambda some: map(read, some), from_arrow_schema(ARTICLES))
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    client = Client(n_workers=2, threads_per_worker=1, dashboard_address=None)

    def by_ray() -> object:
        work = ray.data.read_text(str(source)).map_batches(
            read, batch_size=512, fn_kwargs={"column": "text"}, batch_format="pyarrow"
        )
        return sum(len(batch["id"]) for batch in work.select_columns(["id"]).iter_batches(batch_format="pyarrow"))

    variants = {
        "one process": lambda: sum(len(rows) for rows in one.map(_count, given)),
        "two processes": lambda: sum(len(rows) for rows in two.map(_count, given)),
        "Spark, two cores": lambda: rows.selectExpr("count(id)").collect(),
        "Ray, two workers": by_ray,
        "Dask, two workers": lambda: client.gather([client.submit(_count, batch, pure=False) for batch in given]),
    }
    taken: dict[str, list[float]] = {name: [] for name in variants}
    for number in range(4):
        for name, work in variants.items():
            began = time.perf_counter()
            work()
            if number:  # the first is the start-up
                taken[name].append(time.perf_counter() - began)
    for name, seconds in taken.items():
        print(f"| {name} | {median(seconds):.1f} s | {median(seconds) / median(taken['two processes']):.2f} |")
    spark.stop()
    ray.shutdown()
    client.close()


def _count(batch: pa.RecordBatch) -> list[str]:
    return read(batch)["id"].to_pylist()


if __name__ == "__main__":
    engines(Path(sys.argv[2])) if "--engines" in sys.argv else steps()
