"""What was seen of a candidate, as `explain` tells it."""

from __future__ import annotations

from typing import NamedTuple

from newsschema.reading._cues.evidence import Evidence
from newsschema.reading._syntax.chunks import Range


class Verdict(NamedTuple):
    """What was seen of a candidate, for those who ask why."""

    head: int
    mention: Range | None
    seen: Evidence
    confidence: float
