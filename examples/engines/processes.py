"""Quotes of articles in JSON lines, with plain processes: python processes.py articles.jsonl quotes.parquet."""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from newsschema.arrow import QUOTES, flatten, read


def batches(source: str) -> Iterator[pa.RecordBatch]:
    """The lines of a file, some hundreds at a time."""
    with open(source, encoding="utf-8") as lines:
        while some := list(islice(lines, 512)):
            yield pa.record_batch({"document": some})


def main(source: str, target: str) -> None:
    """Read in all cores; write what they give, in order."""
    with ProcessPoolExecutor() as pool, pq.ParquetWriter(target, QUOTES) as writer:
        for quotes in pool.map(flatten, pool.map(read, batches(source))):
            writer.write_batch(quotes)


if __name__ == "__main__":
    main(*sys.argv[1:])
