"""Articles as Arrow tables, and functions on batches of them for loops, processes, Spark, Ray and Dask.

Installed with the extra `newsschema[arrow]`.

Examples:
    >>> from newsschema import Article
    >>> table = to_table([Article(id="urn:example:1", text="Rain fell.")])
    >>> [article.text for article in from_table(table)]
    ['Rain fell.']
"""

from importlib.util import find_spec

from newsschema._model.errors import MissingExtraError

if find_spec("pyarrow") is None:  # asked before the rooms that need it
    raise MissingExtraError("newsschema.arrow", "arrow")

from newsschema._model.homes import name_home
from newsschema.arrow._schema import check_schema, schema
from newsschema.arrow._tables import SupportsArrowStream, from_batches, from_table, read_rows, to_batches, to_table
from newsschema.arrow._work import (
    ARTICLES,
    DOCUMENTS,
    FINDINGS,
    QUOTES,
    convert,
    flatten,
    lint,
    quotes_table,
    read,
    transform,
    validate,
)

__all__ = [
    "ARTICLES",
    "DOCUMENTS",
    "FINDINGS",
    "QUOTES",
    "SupportsArrowStream",
    "check_schema",
    "convert",
    "flatten",
    "from_batches",
    "from_table",
    "lint",
    "quotes_table",
    "read",
    "read_rows",
    "schema",
    "to_batches",
    "to_table",
    "transform",
    "validate",
]

name_home(__name__, [SupportsArrowStream])
