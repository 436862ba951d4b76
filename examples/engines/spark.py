"""Quotes of articles in JSON lines, with Spark: spark-submit spark.py articles.jsonl quotes.parquet."""

import sys

from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

from newsschema.arrow import ARTICLES, QUOTES, flatten, read


def main(spark: SparkSession, source: str, target: str) -> None:
    """Each function works on the batches that Spark brings; Spark wants to know the columns that come out."""
    lines = spark.read.text(source).withColumnRenamed("value", "document")
    articles = lines.mapInArrow(lambda batches: map(read, batches), from_arrow_schema(ARTICLES))
    quotes = articles.mapInArrow(lambda batches: map(flatten, batches), from_arrow_schema(QUOTES))
    quotes.write.parquet(target)


if __name__ == "__main__":
    main(SparkSession.builder.getOrCreate(), *sys.argv[1:])
