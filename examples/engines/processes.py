"""Quotes of articles in JSON lines, with plain processes.

python processes.py articles.jsonl quotes.parquet
"""

import sys
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from newsschema.arrow import QUOTES, flatten, read


def quotes_in(lines: Sequence[str]) -> pa.RecordBatch:
    """Run in another process: lines are sent there, and quotes come back."""
    return flatten(read(pa.record_batch({"document": lines})))


def main(pool: Executor, source: str, target: str) -> None:
    """Read some hundred batches at a time in all cores, and write them in order."""
    with (
        Path(source).open(encoding="utf-8") as lines,
        pq.ParquetWriter(target, QUOTES) as writer,
    ):
        batches = iter(lambda: list(islice(lines, 256)), [])
        while some := list(islice(batches, 100)):
            for quotes in pool.map(quotes_in, some):
                writer.write_batch(quotes)


if __name__ == "__main__":
    with ProcessPoolExecutor() as pool:
        main(pool, *sys.argv[1:])
