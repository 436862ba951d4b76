"""Quotes of articles in JSON lines, with Spark: python spark.py articles.jsonl quotes.parquet."""

import os
import sys
from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from newsschema.arrow import QUOTES, flatten, read


def quotes_in(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Both in one step: between two steps Spark would turn every article into a row of its own and back."""
    return (flatten(read(batch, column="value")) for batch in batches)


def main(spark: SparkSession, source: str, target: str) -> None:
    """Spark wants to know the columns that come out, and makes batches of ten thousand unless it is told."""
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 256)
    quotes = spark.read.text(source).mapInArrow(quotes_in, from_arrow_schema(QUOTES))
    quotes.write.parquet(target)


if __name__ == "__main__":
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else the workers take the first Python on the PATH
    main(SparkSession.builder.getOrCreate(), *sys.argv[1:])
