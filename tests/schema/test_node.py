"""The JSON Schema in tools of JavaScript: a strict validator, and what generators of types make of it.

Skipped where they are not installed (`npm ci --prefix tests/schema/node --ignore-scripts`), unless SCHEMA_TOOLS is set.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from newsschema import json_schema, to_dict, to_json
from newsschema.strategies import articles

TOOLS = Path(__file__).parent / "node" / "tools.mjs"
BROKEN = [
    {"schema_version": "1.0", "id": "urn:example:1"},
    {"schema_version": "1.0", "id": "urn:example:1", "text": 5},
    {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain.", "txet": "Rain."},
    {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain.", "sources": [{"name": "Ines Okafor"}]},
    {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain.", "status": "spoilt"},
]
few = settings(max_examples=2, phases=[Phase.generate])  # each run costs seconds: nothing is shrunk


def plain(article):
    """The document, without the integers that JavaScript has no number for."""
    return json.loads(to_json(article), parse_int=lambda digits: int(digits) % 2**53)


def with_floats(value):
    """Data whose numbers are all of the one kind that JavaScript has."""
    return json.loads(json.dumps(value), parse_int=float)


documents = st.lists(articles().map(plain), min_size=5, max_size=10)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """What a tool makes of documents."""
    node = shutil.which("node")
    if node is None or not (TOOLS.parent / "node_modules").is_dir():
        assert not os.environ.get("SCHEMA_TOOLS"), "run: npm ci --prefix tests/schema/node --ignore-scripts"
        pytest.skip("not installed: npm ci --prefix tests/schema/node --ignore-scripts")

    def made_by(tool, valid, broken=()):
        folder = tmp_path_factory.mktemp(tool)
        given = {"schema": json_schema(), "documents": valid, "broken": broken}
        (folder / "given.json").write_text(json.dumps(given), "utf-8")
        done = subprocess.run(
            [node, TOOLS, tool, folder], capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    return made_by


def test_ajv_in_strict_mode(run, article):
    """Ajv in strict mode takes the schema without a warning, every document that is valid, and none that is not."""

    @few
    @given(documents)
    def agrees(drawn):
        found = run("ajv", [to_dict(article), *drawn], BROKEN)
        assert found == {"warnings": [], "valid": [True] * (len(drawn) + 1), "broken": [False] * len(BROKEN)}

    agrees()


def test_types_for_typescript(run, article):
    """The types that json-schema-to-typescript makes are those of valid documents, and not of broken ones."""

    @few
    @given(documents)
    def fit(drawn):
        assert run("types", [to_dict(article), *drawn], BROKEN) == {"valid": [], "broken": [True] * len(BROKEN)}

    fit()


def test_quicktype(run, article):
    """What quicktype makes for TypeScript compiles, and reads and writes documents; for other languages it ends."""

    @few
    @given(documents)
    def round_trip(drawn):
        given_documents = [to_dict(article), *drawn]
        found = run("quicktype", given_documents)
        assert found["errors"] == []
        assert with_floats(found["again"]) == with_floats(given_documents)
        assert [name for name in found["others"] if "anonymity" not in name.casefold()] == []

    round_trip()


def test_an_editor(run, article):
    """VS Code's service for JSON finds the schema at a document's head, completes and explains keys, marks faults."""
    bare = {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain."}
    found = run("editor", [bare, to_dict(article)], BROKEN)
    assert found["asked"] == [json_schema()["$id"]]
    assert found["valid"] == [[], []]
    assert found["broken"] == [True] * len(BROKEN)
    assert "The version of this JSON" in found["hover"]
    assert {*json_schema()["properties"]} - {*bare, "$schema"} == {*found["completed"]}
