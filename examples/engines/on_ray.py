"""Quotes of articles in JSON lines, with Ray Data: python on_ray.py articles.jsonl quotes.parquet."""

import sys

import ray

from newsschema.arrow import flatten, read


def main(source: str, target: str) -> None:
    """Ray hands over Arrow tables when it is asked to."""
    lines = ray.data.read_text(source)
    articles = lines.map_batches(read, fn_kwargs={"column": "text"}, batch_format="pyarrow")
    quotes = articles.map_batches(flatten, batch_format="pyarrow")
    quotes.write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
