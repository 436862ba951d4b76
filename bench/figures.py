"""The figures that the project holds itself to, read from what `measure.py` printed."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from clock import Ratio, fastest, ratio

OURS = "newsschema"


class Figure(NamedTuple):
    """One promise and what became of it; `limit` and `aim` are ratios of our time (or memory) to the other's."""

    title: str
    rival: str
    found: Ratio
    limit: float
    aim: float

    @property
    def what(self) -> str:
        return self.title if self.rival in self.title else f"{self.title} ({self.rival})"

    @property
    def verdict(self) -> str:
        return "aim" if self.found.value <= self.aim else "reached" if self.found.value <= self.limit else "missed"


def pydantic(times: dict[str, list[float]], verified: dict[str, int]) -> str:
    """The fastest variant of pydantic that makes all the checks and writes the same JSON."""
    full = max(verified.values())
    return fastest(times, [name for name in times if name.startswith("pydantic") and verified[name] == full])


def figures(result: dict[str, Any]) -> Iterator[Figure]:
    """Every figure that the result has the tables for."""
    tables, verified = result["tables"], result["verified"]

    def against(title: str, table: str, other: str, limit: float, aim: float) -> Iterator[Figure]:
        if table in tables:
            rival = pydantic(tables[table], verified) if other == "pydantic" else other
            name = "the fastest pydantic" if other == "pydantic" else rival
            yield Figure(f"{title}, against {name}", rival, ratio(tables[table], OURS, rival), limit, aim)

    for size in ("5 kB", "13 kB", "50 kB"):
        yield from against(f"load {size}", f"load {size}", "orjson to dicts", 2.3, 1.8)
        yield from against(f"load {size}", f"load {size}", "pydantic", 1 / 1.5, 1 / 2)
        yield from against(f"load {size}", f"load {size}", "cattrs, defaults", 1 / 4, 1 / 6)
        yield from against(f"load {size}", f"load {size}", "cattrs, defaults, coercing", 1 / 4, 1 / 6)
        yield from against(f"dump {size}", f"dump {size}", "pydantic", 1 / 1.35, 1 / 2)
    yield from against("load what the reader writes", "load read", "orjson to dicts", 2.8, 2.3)
    yield from against("load what the reader writes", "load read", "pydantic", 0.50, 0.42)
    yield from against("dump what the reader writes", "dump read", "pydantic", 0.62, 0.50)
    for size, limit in (("5 kB", 3), ("50 kB", 2.2)):
        yield from against(f"construct {size}", f"construct {size}", "pydantic", 1.2, 1)
        for kind in ("all kinds of fault", "faults of structure", "faults of meaning"):
            yield from against(f"reject {size}, {kind}", f"reject {size}, {kind}", "pydantic", limit, 1)
    yield from against("import and one load", "start", "pydantic", 0.45, 0.35)
    yield from against("memory of an article", "memory", "orjson to dicts", 0.65, 0.5)
