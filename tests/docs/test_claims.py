"""What pages say in words is so: figures are those of the tables and of the package, and what code needs is named."""

import ast
import re
import sys
from pathlib import Path

import newsschema

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
PYTHON = re.compile(r"^```python[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHELL = re.compile(r"^ *```(?:console|sh)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
EXTRAS = {
    "newsschema.arrow": "arrow",
    "newsschema.strategies": "hypothesis",
    "pyarrow": "arrow",
    "hypothesis": "hypothesis",
}
"""Modules that an extra installs, with its name."""
INSTALLED = {"attrs", "cattrs", "msgspec", "newsschema"}
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


def imported(code):
    """The modules that code imports, but those of Python and those that are always there."""
    for node in ast.walk(ast.parse(code)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            names = [str(node.module), *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            top = name.partition(".")[0]
            if name in EXTRAS:
                yield name
            elif top not in INSTALLED | sys.stdlib_module_names:
                yield top


def _not_installed(text):
    """What a page imports or runs, and does not say how to install."""
    commands = " ".join(re.findall(r"pip install ([^\n`]*)", text))
    extras = {extra for some in re.findall(r"newsschema\[([\w,]+)\]", text) for extra in some.split(",")}
    needed = {name for code in PYTHON.findall(text) for name in imported(code)}
    missing = {name for name in needed if EXTRAS.get(name) not in extras and name not in commands}
    if any(re.search(r"^(?:\$ )?newsschema ", block, re.MULTILINE) for block in SHELL.findall(text)):
        missing |= {"the command"} - ({"the command"} if "cli" in extras else set())
    return missing


def test_each_page_says_what_to_install():
    """Whatever a page imports or runs, it names the extra, or how to install the package."""
    missing = {str(path.relative_to(DOCS)): _not_installed(path.read_text("utf-8")) for path in PAGES}
    assert {page: names for page, names in missing.items() if names} == {}
