"""Figures that pages give in words are those that the tables have, and the package's own."""

import re
from pathlib import Path

import newsschema

DOCS = Path(__file__).resolve().parents[2] / "docs"
NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def test_size():
    """The page that compares sizes says how large the installed package is."""
    files = [path for path in Path(newsschema.__file__).parent.rglob("*") if path.suffix not in ("", ".pyc")]
    size = sum(path.stat().st_size for path in files) / 2**20
    (said,) = set(re.findall(r"of which ([\d.]+) its own", (DOCS / "why.md").read_text("utf-8")))
    assert abs(float(said) - size) < 0.15, f"docs/why.md and docs/install.md: the package has {size:.1f} MiB"


def test_sizes_agree():
    """Every page that gives the size of an installation gives the same."""
    text = (DOCS / "why.md").read_text("utf-8") + (DOCS / "install.md").read_text("utf-8")
    assert len(set(re.findall(r"([\d.]+) MiB(?:, of which| in all)", text))) == 1


def test_speed():
    """The answer to "Is it fast?" is what the table of measurements says."""
    faq = (DOCS / "faq.md").read_text("utf-8")
    low, high = (NUMBERS[word] for word in re.findall(r"takes (\w+) to (\w+) times as long as parsing", faq)[0])
    table = (DOCS / "reference" / "performance.md").read_text("utf-8")
    rows = re.findall(r"^\| load \d+ kB, against orjson to dicts \|.*\| \**([\d.]+)\** \|$", table, re.MULTILINE)
    ratios = [float(ratio) for ratio in rows]
    assert low - 0.5 <= min(ratios) <= max(ratios) <= high + 0.5, f"docs/faq.md: loading takes {ratios} times as long"
