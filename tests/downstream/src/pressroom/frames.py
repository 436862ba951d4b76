"""Articles and quotes in data frames."""

from collections.abc import Iterable

import duckdb
import pandas as pd
import polars as pl

from newsschema import Article
from newsschema.arrow import from_table, quotes_table, to_table


def for_polars(articles: Iterable[Article]) -> pl.DataFrame:
    """A row for each quote, in Polars."""
    return pl.DataFrame(quotes_table(articles))


def for_pandas(articles: Iterable[Article]) -> pd.DataFrame:
    """The same in pandas."""
    frame: pd.DataFrame = (  # pyarrow is not typed
        quotes_table(articles).to_pandas()  # pyright: ignore[reportUnknownMemberType]
    )
    return frame


def through_frames(articles: Iterable[Article]) -> list[Article]:
    """Articles that have been rows of Polars and of DuckDB."""
    frame = pl.DataFrame(to_table(articles))
    relation = duckdb.connect().from_arrow(to_table(from_table(frame)))
    return from_table(relation)
