"""The page of the documentation: its tables, written from what was measured."""

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import documents as stock
from clock import Times, ratio
from figures import OURS, figures

_BEGIN, _END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"


def write(results: list[dict[str, Any]], docs: Path) -> None:
    """Put the tables between the page's markers; `scripts/make_pictures.py` draws the bars from them.

    Args:
        results: What `measure.py` printed on each Python.
        docs: The folder of the documentation.
    """
    page = docs / "reference" / "performance.md"
    before, _, rest = page.read_text("utf-8").partition(_BEGIN)
    _, _, after = rest.partition(_END)
    page.write_text(before + _BEGIN + "\n".join(_lines(results)) + _END + after, "utf-8")


def _lines(results: list[dict[str, Any]]) -> Iterator[str]:
    last = results[-1]
    versions = ", ".join(f"{name} {version}" for name, version in last["versions"].items())
    yield f"\nMeasured on {last['date']}, {last['machine']}, with {versions}.\n"
    yield "## Targets and figures\n"
    yield from _promises(results)
    for result in results:
        yield f"\n## Python {result['python']}\n"
        yield from _tables(result)
    yield ""


def _promises(results: list[dict[str, Any]]) -> Iterator[str]:
    yield (
        "| newsschema, as a multiple of the other | at most | aim | " + " | ".join(r["python"] for r in results) + " |"
    )
    yield "|---|--:|--:|" + "--:|" * len(results)
    columns = [list(figures(result)) for result in results]
    for row in zip(*columns, strict=True):
        found = (f"**{one.found.value:.2f}**" if one.verdict == "missed" else f"{one.found.value:.2f}" for one in row)
        yield f"| {row[0].title} | {row[0].limit:.2f} | {row[0].aim:.2f} | {' | '.join(found)} |"


def _tables(result: dict[str, Any]) -> Iterator[str]:
    tables = result["tables"]
    sizes = [size for size in (*stock.SIZES, stock.READ) if f"load {size}" in tables]
    for work in ("load", "dump"):
        yield from _table(result, work.capitalize(), {size: tables[f"{work} {size}"] for size in sizes})
    for size in sizes:
        kinds = {name.partition(", ")[2]: tables[name] for name in tables if name.startswith(f"reject {size}")}
        if kinds:
            yield from _table(result, f"Reject, {size}", kinds)
    built = {size: tables[f"construct {size}"] for size in sizes if f"construct {size}" in tables}
    yield from _table(result, "Construct in Python", built)
    yield from _table(result, "Import and one load", {"5 kB": tables["start"]}, lambda value: f"{value * 1e3:.0f} ms")
    yield from _table(
        result, "Memory of an article kept", {"5 kB": tables["memory"]}, lambda value: f"{value / 1024:.1f} KiB"
    )
    for name in ("read", "write"):
        yield from _table(
            result,
            f"JSON lines of 5 kB: {name}",
            {"articles": tables[name]},
            lambda value: f"{1 / value:,.0f} a second",
        )


def _micro(value: float) -> str:
    return f"{value * 1e6:.3g} µs" if value < 1e-3 else f"{value * 1e3:.3g} ms"


def _table(
    result: dict[str, Any], title: str, columns: dict[str, Times], shown: Callable[[float], str] = _micro
) -> Iterator[str]:
    """Ours in units, the others as multiples of ours with their quartiles."""
    yield f'\n??? note "{title}"\n'
    yield f"    | | {' | '.join(columns)} |"
    yield "    |---|" + "--:|" * len(columns)
    for name in next(iter(columns.values())):
        cells = []
        for times in columns.values():
            found = ratio(times, name, OURS)
            spread = f" ({found.low:.2f} to {found.high:.2f})" if found.low != found.high else ""
            cells.append(f"**{shown(median(times[name]))}**" if name == OURS else f"{found.value:.2f}{spread}")
        yield f"    | {_named(result, name)} | {' | '.join(cells)} |"


def _named(result: dict[str, Any], name: str) -> str:
    return f"{name} †" if _kind(result, name) == "fewer" else name


def _kind(result: dict[str, Any], name: str) -> str:
    if name == OURS:
        return "ours"
    verified = result["verified"]
    return "fewer" if name in verified and verified[name] < verified[OURS] else "full"
