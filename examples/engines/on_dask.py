"""Quotes of articles in JSON lines, with Dask.

python on_dask.py articles.jsonl quotes.parquet
"""

import sys
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from dask import bag, delayed
from dask.distributed import Client

from newsschema.arrow import flatten, read


def write_quotes(lines: Iterable[str], target: str, number: int) -> None:
    """Write one partition's quotes where it is read, so that nothing has to be sent."""
    quotes = flatten(read(pa.table({"document": [*lines]})))
    pq.write_table(quotes, f"{target}/{number:05}.parquet")


def main(client: Client, source: str, target: str) -> None:
    """Each partition of lines becomes one file of quotes."""
    Path(target).mkdir()
    parts = bag.read_text(source, blocksize="8MB").to_delayed()
    client.gather(
        client.compute(
            [
                delayed(write_quotes)(part, target, number)
                for number, part in enumerate(parts)
            ]
        )
    )


if __name__ == "__main__":
    with Client() as client:
        main(client, *sys.argv[1:])
