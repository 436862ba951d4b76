"""Quotes of articles in JSON lines, with Spark.

python spark.py articles.jsonl quotes.parquet
"""

import os
import sys
from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from newsschema.arrow import QUOTES, flatten, read


def quotes_in(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Read and flatten in one step: between two, Spark makes a row of each article."""
    return (flatten(read(batch, column="value")) for batch in batches)


def main(spark: SparkSession, source: str, target: str) -> None:
    """Tell Spark the columns that come out, and to make batches of less than 10,000."""
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 256)
    quotes = spark.read.text(source).mapInArrow(quotes_in, from_arrow_schema(QUOTES))
    quotes.write.parquet(target)


if __name__ == "__main__":
    os.environ.setdefault(
        "PYSPARK_PYTHON", sys.executable
    )  # else the workers take the first Python on the PATH
    main(SparkSession.builder.getOrCreate(), *sys.argv[1:])
