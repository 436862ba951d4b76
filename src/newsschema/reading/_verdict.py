"""What was seen of a candidate, as `explain` tells it."""

from __future__ import annotations

from typing import NamedTuple

from newsschema.reading._chunks import Range
from newsschema.reading._evidence import Evidence


class Verdict(NamedTuple):
    """What was seen of a candidate, for those who ask why."""

    head: int
    mention: Range | None
    seen: Evidence
    confidence: float
