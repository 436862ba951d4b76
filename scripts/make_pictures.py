"""Draw the pictures of the documentation: `python scripts/make_pictures.py [--check | --card]`.

Each picture is drawn twice, in the site's own colours for light and for dark, and narrow enough that a phone shows its
letters at their size. What a picture says of the program comes from the program: the map of the packages from the
imports, the bars from the table on the page. `--check` draws nothing and names what is not as it would be drawn.
`--card` takes the picture that other sites show, which needs selenium, Chromium and ChromeDriver.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from generated import ROOT, write_or_check

DOCS = ROOT / "docs"
PICTURES = DOCS / "assets" / "pictures"
SOURCE = ROOT / "src" / "newsschema"
WIDTH: Final = 376
"""As wide as a phone shows without making the letters smaller."""

THEMES: Final = {
    "light": {
        "ink": "#1d2033",
        "soft": "#4a4e63",
        "line": "#6b7089",
        "plain": "#f3f4fa",
        "main": "#dfe4fb",
        "edge": "#3f51b5",
        "warm": "#fdf0d2",
        "ember": "#8a6100",
        "bar": "#3f51b5",
        "other": "#8790b0",
        "faint": "#c3c8da",
    },
    "dark": {
        "ink": "#eceefa",
        "soft": "#c3c7dc",
        "line": "#8d93b3",
        "plain": "#2a2e40",
        "main": "#333c6b",
        "edge": "#97a5f2",
        "warm": "#4a3f1f",
        "ember": "#e3bf66",
        "bar": "#97a5f2",
        "other": "#7680a8",
        "faint": "#4a5070",
    },
}


class Drawing:
    """A picture that grows downwards, in the colours of one theme."""

    def __init__(self, label: str, theme: str) -> None:
        self.label, self.colours = label, THEMES[theme]
        self.parts: list[str] = []
        self.height = 0.0

    def box(
        self, x: float, y: float, width: float, title: str, lines: Sequence[str] = (), fill: str = "plain"
    ) -> float:
        """A box with a title and lines; returns where it ends."""
        height = 34 + 19 * len(lines)
        edge = {"main": "edge", "warm": "ember"}.get(fill, "line")
        self.rectangle(x, y, width, height, fill, edge, radius=6)
        self.text(x + 12, y + 23, title, size=15 if len(title) < width / 10 else 13, weight=600)
        for number, line in enumerate(lines):
            self.text(x + 12, y + 43 + 19 * number, line, colour="soft")
        return y + height

    def rectangle(
        self, x: float, y: float, width: float, height: float, fill: str, edge: str = "", radius: float = 0
    ) -> None:
        """A rectangle, with an edge or without."""
        stroke = f' stroke="{self.colours[edge]}"' if edge else ""
        self.parts.append(
            f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}"'
            f' fill="{self.colours[fill]}"{stroke}/>'
        )
        self.height = max(self.height, y + height)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 13,
        weight: int = 400,
        colour: str = "ink",
        anchor: str = "start",
    ) -> None:
        """A line of text."""
        self.parts.append(
            f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" text-anchor="{anchor}"'
            f' fill="{self.colours[colour]}">{escape(words)}</text>'
        )
        self.height = max(self.height, y + 4)

    def arrow(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """An arrow from the first point to the second, straight down, up or sideways."""
        across, down = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
        self.line(x1, y1, x2 - 6 * across, y2 - 6 * down)
        side = [(x2 - 8 * across - 4 * down * sign, y2 - 8 * down - 4 * across * sign) for sign in (1, -1)]
        points = " ".join(f"{x:g},{y:g}" for x, y in [(x2, y2), *side])
        self.parts.append(f'<polygon points="{points}" fill="{self.colours["line"]}"/>')
        self.height = max(self.height, y1, y2)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A line from the first point to the second."""
        stroke = f'stroke="{self.colours["line"]}" stroke-width="1.5"'
        self.parts.append(f'<path d="M{x1:g} {y1:g}L{x2:g} {y2:g}" {stroke}/>')

    def svg(self) -> str:
        """The picture."""
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{self.height + 4:g}"'
            f' viewBox="0 0 {WIDTH} {self.height + 4:g}" role="img" font-family="system-ui, sans-serif">'
        )
        return "\n".join([head, f"<title>{escape(self.label)}</title>", *self.parts, "</svg>", ""])


def flow(drawing: Drawing, steps: Sequence[tuple[str, str, str]]) -> None:
    """Boxes one below the other, with arrows between them: title, line, colour."""
    y = 2.0
    for number, (title, line, fill) in enumerate(steps):
        end = drawing.box(2, y, WIDTH - 4, title, [line] if line else [], fill)
        if number + 1 < len(steps):
            drawing.arrow(WIDTH / 2, end + 2, WIDTH / 2, end + 20)
        y = end + 22


def model(drawing: Drawing) -> None:
    """The types, and how they hold one another."""
    left, right, wide = 2, 200, 174
    drawing.box(
        left, 2, WIDTH - 4, "Article", ["headline, text, summary, dates,", "byline, authors, sources, quotes, …"]
    )
    drawing.arrow(89, 76, 89, 106)
    drawing.text(97, 96, "quotes", colour="soft")
    drawing.arrow(287, 76, 287, 106)
    drawing.text(295, 96, "sources", colour="soft")
    drawing.box(left, 106, wide, "Quote", ["kind, parent,", "translated_from, …"], "main")
    drawing.box(right, 106, wide, "Source", ["name or description,", "kind, anonymity, …"])
    drawing.arrow(287, 210, 287, 180)
    drawing.text(295, 200, "source", colour="soft")
    drawing.line(150, 180, 150, 247)
    drawing.arrow(150, 247, 200, 247)
    drawing.box(right, 210, wide, "Attribution", ["polarity, medium,", "terms, confidence, …"], "main")
    drawing.arrow(45, 180, 45, 310)
    drawing.text(53, 262, "content,", colour="soft")
    drawing.text(53, 280, "edits", colour="soft")
    drawing.arrow(287, 284, 287, 310)
    drawing.text(295, 302, "cue, …", colour="soft")
    drawing.box(left, 310, wide, "Fragment, Edit", ["a Span and verbatim,", "a Span and kind"], "warm")
    drawing.box(right, 310, wide, "Span", ["text, start, end, part"], "warm")
    drawing.arrow(89, 384, 89, 412)
    drawing.arrow(287, 365, 287, 412)
    drawing.box(left, 412, WIDTH - 4, "The text itself", ["text[start:end] == the words of the span"])


def units(drawing: Drawing) -> None:
    """One short text in three units."""
    cell, y = 46, 2.0
    rows = (
        ("The text", [("a", 1), ("🌊", 4), ("b", 1)], "main"),
        ("Code points", [("0", 1), ("1", 4), ("2", 1)], "warm"),
        ("UTF-16 units", [("0", 1), ("1", 2), ("2", 2), ("3", 1)], "plain"),
        ("UTF-8 bytes", [(str(number), 1) for number in range(6)], "plain"),
    )
    for name, cells, fill in rows:
        drawing.text(2, y + 25, name, colour="soft")
        x = 98.0
        for words, span in cells:
            drawing.rectangle(x, y, cell * span, 38, fill, "line")
            if words == "🌊":  # drawn, since not every machine has the letter
                wave = f"M{x + 68:g} {y + 22:g}q8 -14 16 0t16 0t16 0"
                drawing.parts.append(
                    f'<path d="{wave}" fill="none" stroke="{drawing.colours["edge"]}" stroke-width="3"/>'
                )
            else:
                drawing.text(x + cell * span / 2, y + 25, words, size=15, weight=600, anchor="middle")
            x += cell * span
        y += 46


def reading(drawing: Drawing) -> None:
    """What the reader does, pass by pass."""
    flow(
        drawing,
        [
            ("Story", "headline, byline, dateline, body, trailer", "plain"),
            ("Tokens and tags", "each word with its class", "main"),
            ("Marks and sentences", "what stands between quotation marks", "main"),
            ("Cues", "“told”, “according to”, and how they are used", "main"),
            ("Attributions", "who, which words, and how sure", "main"),
            ("Linking", "“he”, “the envoy”: the same source", "main"),
            ("Article", "checked like every other", "warm"),
        ],
    )


def document(drawing: Drawing) -> None:
    """The path of a JSON document."""
    flow(
        drawing,
        [
            ("Bytes", "from_json, check, iter_jsonl", "plain"),
            ("Limits", "size, depth, number of quotes", "main"),
            ("Fast path", "accepts most valid documents, or declines", "main"),
            ("Version, where it declined", "known, newer minor, newer major", "main"),
            ("Strict path", "each field, then the rules; names every fault", "main"),
            ("Article, or ValidationError with issues", "", "warm"),
        ],
    )


SIZE: Final = "13 kB"
"""The column of the table that is drawn."""


def measured() -> list[tuple[str, float]]:
    """What the page measured of loading, on the last Python: each library, as a multiple of newsschema."""
    page = (DOCS / "reference" / "performance.md").read_text("utf-8")
    table = page.rsplit('??? note "Load"\n', 1)[1].split("???")[0]
    lines = [line.strip().strip("|").split(" | ") for line in table.splitlines() if line.startswith("    | ")]
    head, *rows = [[cell.strip() for cell in line] for line in lines]
    column = head.index(SIZE) + len(rows[0]) - len(head)
    values = [(cells[0], cells[column].split(" ")[0]) for cells in rows]
    return [(name, 1.0 if value.startswith("**") else float(value)) for name, value in values if name != "marshmallow"]


def bars(drawing: Drawing) -> None:
    """The time that libraries take to load an article, from the table on the page."""
    rows = measured()
    most = max(value for _, value in rows)
    drawing.text(2, 15, f"Load {SIZE}; newsschema = 1; shorter is faster;", size=12, colour="soft")
    drawing.text(2, 31, "† makes fewer checks, or none", size=12, colour="soft")
    y = 40.0
    for name, value in rows:
        share = value / most * (WIDTH - 50)
        drawing.text(2, y + 13, name)
        fill = "bar" if name == "newsschema" else "faint" if name.endswith("†") else "other"
        drawing.rectangle(2, y + 19, share, 11, fill, radius=2)
        drawing.text(share + 8, y + 29, f"{value:.2f}", weight=600)
        y += 37


def packages() -> dict[str, set[str]]:
    """The packages and modules right under `newsschema`, and those that each imports when it is imported itself."""
    found: dict[str, set[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        package = path.relative_to(SOURCE).parts[0].removesuffix(".py")
        if package.startswith("__"):
            continue
        imports = found.setdefault(package, set())
        for node in ast.parse(path.read_text("utf-8")).body:  # what functions import later makes no layer
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("newsschema."):
                imports.add(node.module.split(".")[1])
        imports.discard(package)
    return found


@cache
def layers() -> list[list[str]]:
    """The packages in rows: each imports only from rows after its own.

    Raises:
        SystemExit: Packages import one another in a circle.
    """
    left, rows = packages(), []
    while left:
        row = sorted(name for name, imports in left.items() if not imports & set(left))
        if not row:
            raise SystemExit(f"packages import one another in a circle: {', '.join(sorted(left))}")
        rows.append(row)
        left = {name: imports for name, imports in left.items() if name not in row}
    return rows[::-1]


def architecture(drawing: Drawing) -> None:
    """The packages in rows, made from the imports."""
    y = 2.0
    fills = ("plain", "main")
    for number, row in enumerate(layers()):
        for start in range(0, len(row), 3):
            names = row[start : start + 3]
            wide = (WIDTH - 4 - 8 * (len(names) - 1)) / len(names)
            for place, name in enumerate(names):
                fill = "warm" if name in ("_model", "_json") else fills[number % 2]
                drawing.box(2 + place * (wide + 8), y, wide, name, fill=fill)
            y += 42
        if number + 1 < len(layers()):
            drawing.arrow(WIDTH / 2, y - 6, WIDTH / 2, y + 10)
            y += 12


DRAWN: Final = {
    "model": ("The types of the model and how they hold one another", model),
    "units": ("A text of three characters in code points, UTF-16 units and UTF-8 bytes", units),
    "reading": ("The passes of the reader, one after the other", reading),
    "architecture": ("The packages of the library; each imports only what stands below it", architecture),
    "bars": ("The time that libraries take to load an article of 13 kB", bars),
    "document": ("The path of a document from bytes to an article", document),
}


def badge(name: str, value: str, colour: str = "#3f51b5") -> str:
    """A badge that no other site has to draw."""
    left, right = (round(6.6 * len(words) + 12) for words in (name, value))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img"'
        f' font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" text-anchor="middle">'
        f"<title>{escape(name)}: {escape(value)}</title>"
        f'<rect width="{left + right}" height="20" rx="3" fill="#454a5c"/>'
        f'<path d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{right - 3}z" fill="{colour}"/>'
        f'<text x="{left / 2:g}" y="14" fill="#fff">{escape(name)}</text>'
        f'<text x="{left + right / 2:g}" y="14" fill="#fff">{escape(value)}</text></svg>\n'
    )


def badges() -> Iterator[tuple[Path, str]]:
    """The badges of the home page, from pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    pythons = [match[1] for line in project["classifiers"] if (match := re.search(r":: (3\.\d+)$", line))]
    yield DOCS / "assets" / "badges" / "pypi.svg", badge("PyPI", f"v{project['version']}")
    yield DOCS / "assets" / "badges" / "python.svg", badge("Python", f"{pythons[0]} to {pythons[-1]}")
    yield DOCS / "assets" / "badges" / "types.svg", badge("types", "mypy and pyright, strict")
    yield DOCS / "assets" / "badges" / "licence.svg", badge("licence", project["license"])


def pictures() -> Iterator[tuple[Path, str]]:
    """Every picture that is drawn, by its path."""
    for name, (label, draw) in DRAWN.items():
        for theme in THEMES:
            drawing = Drawing(label, theme)
            draw(drawing)
            yield PICTURES / f"{name}-{theme}.svg", drawing.svg()
    yield DOCS / "assets" / "favicon.svg", FAVICON
    yield from badges()


FAVICON: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="#3f51b5"/>
<path d="M7 17q0-7 7-9l1 3q-3 1-3.5 3.5H15V22H7zM18 17q0-7 7-9l1 3q-3 1-3.5 3.5H26V22h-8z" fill="#fff"/>
<path d="M7 26h19" stroke="#ffd54f" stroke-width="2.5"/>
</svg>
"""

CARD: Final = """\
<!DOCTYPE html><meta charset="utf-8"><style>
body { margin: 0; width: 1200px; height: 630px; box-sizing: border-box; padding: 70px 80px; background: #1f2547;
  color: #fff;
  font-family: system-ui, sans-serif; display: grid; align-content: space-between; }
h1 { font-size: 84px; margin: 0; letter-spacing: -2px; }
p { margin: 0; font-size: 40px; line-height: 1.4; color: #d8dcf7; }
blockquote { margin: 0; background: #fffefb; color: #1b1b1f; padding: 36px 44px; border-radius: 16px;
  font: 44px/1.5 Georgia, "DejaVu Serif", serif; }
mark { background: #cfe0f7; color: inherit; box-shadow: 0 5px 0 #1d5fa8; } i { font-weight: 600; }
u { text-decoration-color: #1d5fa8; text-decoration-thickness: 4px; text-underline-offset: 8px; }
</style><h1>newsschema</h1>
<blockquote>“<mark>Nobody sails tonight,</mark>” <u>harbour master Ines Okafor</u> <i>told</i> reporters
on Monday.</blockquote>
<p>News text with its quotations: who said what,<br>in which words, where in the text.</p>
"""


def take_card() -> None:
    """Take the picture that other sites show beside a link."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    for flag in ("headless", "no-sandbox", "disable-gpu", "hide-scrollbars", "force-color-profile=srgb"):
        options.add_argument(f"--{flag}")
    page = ROOT / "build" / "card.html"
    page.parent.mkdir(exist_ok=True)
    page.write_text(CARD, "utf-8")
    browser = webdriver.Chrome(options=options)
    try:
        size = {"width": 1200, "height": 630, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get(page.as_uri())
        browser.save_screenshot(str(DOCS / "assets" / "card.png"))
    finally:
        browser.quit()


if __name__ == "__main__":
    if "--card" in sys.argv[1:]:
        take_card()
    else:
        sys.exit(write_or_check(pictures()))
