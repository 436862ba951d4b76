"""pyarrow, as this room looks at it inside: what stubs there are know too little of nested types to check it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pyarrow  # noqa: ICN001 - the usual name is that of its untyped look
import pyarrow.compute
import pyarrow.csv
import pyarrow.parquet

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

pa: Any = pyarrow
csv: Any = pyarrow.csv
pc: Any = pyarrow.compute
pq: Any = pyarrow.parquet


def batch_of(arrays: Iterable[Any], columns: "Schema") -> "RecordBatch":
    """A record batch of arrays."""
    made: RecordBatch = pa.RecordBatch.from_arrays(list(arrays), schema=columns)
    return made


def schema_of(columns: Iterable[Any], metadata: dict[bytes, bytes] | None = None) -> "Schema":
    """A schema of fields."""
    made: Schema = pa.schema(list(columns), metadata)
    return made
