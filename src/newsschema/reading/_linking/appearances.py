"""Where a text names somebody, and how much the sentence there is about him."""

from __future__ import annotations

from enum import Enum

import attrs

from newsschema.reading._linking.entities import Entity


class Place(float, Enum):
    """How much a sentence is about somebody whom it names."""

    SUBJECT = 1.2
    OPENING = 0.9
    SUBORDINATE = 0.5
    OTHER = 0.0
    OWNER = -0.3


@attrs.define(eq=False)
class Appearance:
    """A name where it stands, with the offices before it from ``first`` and without from ``low``, and whose it is."""

    first: int
    after: int
    low: int
    entity: Entity
    place: Place
