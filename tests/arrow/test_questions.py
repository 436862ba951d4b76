"""The picture on the page of questions."""

import os
import re
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "guides" / "questions.md"


def test_the_picture_is_that_of_the_page(tmp_path, monkeypatch):
    """The SVG that the page shows is what its code draws of the numbers that it shows."""
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text("utf-8")
    (code,) = re.findall(r"```python\n(from pathlib import Path\n.*?)```", text, re.DOTALL)
    found = re.findall(r"│ (\d{4}-\d\d) │ +([\d.]+) │ +([\d.]+) │", text)
    rows = [(month, float(anonymous), float(unnamed)) for month, anonymous, unnamed in found]
    shares = type("Shares", (), {"fetchall": lambda _: rows})()
    exec(compile(code, str(PAGE), "exec"), {"shares": shares})  # the page's own code
    drawn, shown = Path("anonymous.svg"), DOCS / "assets" / "anonymous.svg"
    if os.environ.get("UPDATE_EXAMPLES"):
        shown.write_bytes(drawn.read_bytes())
    assert len(rows) == 5
    assert drawn.read_text("utf-8") == shown.read_text("utf-8")
