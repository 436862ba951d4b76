"""A folder of mixed files: each is in the articles or in what is said, once, with its origin and its reason."""

import json
import os
import subprocess
import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pyarrow.parquet as pq
import pytest

SPEC = spec_from_file_location("mixed", Path(__file__).with_name("mixed.py"))
mixed = module_from_spec(SPEC)
SPEC.loader.exec_module(mixed)

READ = {
    *("utf-8.txt", "marked.txt", "cp1252.txt", "utf-16.txt", "utf-16-le.txt", "mac.txt", "wrapped.txt", "crlf.txt"),
    *("tags.txt", "entities.txt", "notes.md", "page.html", "item.xml", "feed.xml", "item.json", "article.json"),
    *("lines.jsonl", "lines.json", "packed.txt.gz", "packed.jsonl.gz"),
}
SEVERAL = {"feed.xml": 2, "lines.jsonl": 2, "lines.json": 2}


@pytest.mark.parametrize("files", [120, pytest.param(500, marks=pytest.mark.slow)])
def test_every_file_is_somewhere_once(tmp_path, files):
    """Whatever the kind, its articles are there with their origin, or a line says why not; nothing is told twice."""
    there = mixed.make(tmp_path / "in", files)
    done = subprocess.run(
        [sys.executable, "-m", "newsschema", "corpus", "in", "-o", "out.parquet", "-j", "2", "--json"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    summary = json.loads(done.stdout)
    said = [line for line in done.stderr.splitlines() if not line.endswith(b" documents/s")]  # of a slow machine
    assert (done.returncode, said) == (2, [])
    rows = pq.read_table(tmp_path / "out.parquet", columns=["origin", "headline", "text"]).to_pylist()
    notes = [json.loads(line) for line in (tmp_path / "out.parquet.faults.jsonl").read_bytes().splitlines()]
    articles = Counter(row["origin"] for row in rows)
    passed = {
        note["origin"] for note in notes if note["severity"] == "error" or note["code"] in {"hidden", "same-file"}
    }
    names = {os.fsencode(name).decode("utf-8", "backslashreplace").removeprefix(f"{tmp_path}/") for name in there}
    assert names - set(articles) - passed == set()
    assert set(articles) <= names
    for origin, number in articles.items():
        kind = "utf-8.txt" if origin.endswith("31m.txt") else origin.partition("-")[2]
        assert (number, kind in READ) == (SEVERAL.get(kind, 1), True), origin
    faulty = {note["origin"] for note in notes if note["severity"] == "error"}
    assert {origin for origin in faulty & set(articles) if not origin.endswith("lines.jsonl")} == set()
    assert {row["text"].count("Ines Okafor") for row in rows} == {1}
    assert (len(rows), len(faulty)) == (summary["articles"], summary["faulty"])
    assert all(note["message"] and note["code"] for note in notes)
