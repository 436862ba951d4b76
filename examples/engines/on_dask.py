"""Quotes of articles in JSON lines, with Dask: python on_dask.py articles.jsonl quotes.parquet."""

import sys
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from dask import bag
from dask.distributed import Client

from newsschema.arrow import flatten, read


def quotes_in(lines: Iterable[str]) -> list[pa.RecordBatch]:
    """One partition's quotes."""
    return [flatten(read(pa.record_batch({"document": [*lines]})))]


def main(source: str, target: str) -> None:
    """Each partition of lines becomes one file of quotes."""
    parts = bag.read_text(source, blocksize="8MB").map_partitions(quotes_in).to_delayed()
    Path(target).mkdir()
    with Client() as client:
        for number, future in enumerate(client.compute(parts)):
            (quotes,) = future.result()
            pq.write_table(pa.Table.from_batches([quotes]), f"{target}/{number:05}.parquet")


if __name__ == "__main__":
    main(*sys.argv[1:])
