"""The recipes as notebooks: each opens, runs alone, and prints what it shows."""

import json
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="the docs group is not installed")

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "docs" / "notebooks").glob("*.ipynb"))


def test_there_are_twenty():
    """The cookbook has as many recipes as the home page says."""
    assert len(NOTEBOOKS) == 20


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook(path, tmp_path, monkeypatch):
    """The notebook is a valid one, and its code prints what it shows with nothing of the other recipes."""
    monkeypatch.chdir(tmp_path)
    nbformat.validate(nbformat.reads(path.read_text("utf-8"), as_version=4))
    cells = json.loads(path.read_text("utf-8"))["cells"]
    words, code = cells
    assert "".join(words["source"]).startswith("# ")
    with redirect_stdout(StringIO()) as printed:
        exec(compile("".join(code["source"]), path.name, "exec"), {"__name__": "__main__"})
    assert "".join(code["outputs"][0]["text"]) == printed.getvalue()
