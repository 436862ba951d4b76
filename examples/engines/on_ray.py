"""Quotes of articles in JSON lines, with Ray Data.

python on_ray.py articles.jsonl quotes.parquet
"""

import sys
from pathlib import Path

import pyarrow as pa
import ray

from newsschema.arrow import flatten, read


def quotes_in(lines: pa.Table) -> pa.Table:
    """Both in one step, so that only quotes are put into Ray's store."""
    return flatten(read(lines, column="text"))


def main(source: str, target: str) -> None:
    """Ask Ray for Arrow tables, and for fewer than the two hundred blocks it makes."""
    lines = ray.data.read_text(
        source, override_num_blocks=1 + Path(source).stat().st_size // 2**23
    )
    lines.map_batches(quotes_in, batch_format="pyarrow", batch_size=256).write_parquet(
        target
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
