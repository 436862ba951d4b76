"""A field is added to a type by changing its class and running one command; tried on a copy of the project."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FIELD = "    affiliation: str | None = None\n"
SAID = "        affiliation: The body spoken for or belonged to.\n"
CHECK = """
import msgspec, newsschema
from newsschema import Article, Source, check, from_dict, from_json, json_schema, to_dict, to_json
from newsschema._json.fast import read_fast
source = Source(id="s1", name="Ines Okafor", pronouns="she")
article = Article(id="urn:example:1", text="Rain fell.", sources=[source])
data = to_json(article)
assert b'"pronouns":"she"' in data
assert article == read_fast(data, newsschema.Limits()) == from_json(data) == from_dict(to_dict(article))
assert source == from_json(to_json(source), Source)
assert [("wrong-type", ("sources", 0, "pronouns"))] == [
    (issue.code, issue.path) for issue in check(data.replace(b'"she"', b"5"))
]
assert "pronouns" in json_schema()["$defs"]["Source"]["properties"]
import newsschema.arrow as arrow
assert [article] == list(arrow.from_table(arrow.to_table([article])))
from hypothesis import find
from newsschema.strategies import sources
assert find(sources(), lambda drawn: drawn.pronouns is not None).pronouns
"""


def run(folder, *words):
    """A Python program on the copy."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "src")}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(shutil.which("ruff") is None, reason="ruff, which formats what is made, is not installed")
def test_a_field_takes_its_class_and_one_command(tmp_path):
    """The class changed, the checks say what is not as the types are; made again, every part of the library has it."""
    for name in ("src", "scripts", "pyproject.toml", "docs/schemas"):
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    quotes = tmp_path / "src/newsschema/_model/quotes.py"
    text = quotes.read_text("utf-8")
    assert 1 == text.count(FIELD) == text.count(SAID)
    text = text.replace(FIELD, FIELD + "    pronouns: str | None = None\n")
    quotes.write_text(text, "utf-8")
    done = run(tmp_path, "scripts/make_schema.py")
    assert "say under Attributes in the docstring of Source what pronouns is" in done.stderr
    quotes.write_text(text.replace(SAID, SAID + "        pronouns: The pronouns that the text gives.\n"), "utf-8")
    for script in ("make_wire", "make_typing", "make_schema"):
        done = run(tmp_path, f"scripts/{script}.py", "--check")
        assert done.returncode == 1
        assert re.search("is NOT as the types are", done.stdout)
        assert run(tmp_path, f"scripts/{script}.py").returncode == 0
        assert run(tmp_path, f"scripts/{script}.py", "--check").returncode == 0
    done = run(tmp_path, "-c", CHECK)
    assert (0, "") == (done.returncode, done.stderr)
