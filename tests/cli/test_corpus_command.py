"""`newsschema corpus` and `newsschema quotes`."""

import csv
import gzip
import io
import json
import os

import pyarrow.parquet as pq
import pytest

from newsschema import from_json, to_json
from newsschema.arrow import from_table
from newsschema.cli import _corpus


@pytest.fixture
def wire(article, tmp_path, monkeypatch):
    """The story, another with its time, and a line that is at fault, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    later = article.replace(id="urn:example:later", published="2026-05-06T10:00:00+02:00", updated=None)
    path = tmp_path / "wire.jsonl"
    path.write_bytes(to_json(article) + b"\n" + to_json(later) + b"\n{}\n")
    return path


def test_a_corpus_is_read_checked_and_written(run, wire, article):
    """What is valid is in the output, what is not in the list of faults, and the end says how many."""
    ran = run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1)
    assert ran.out.splitlines() == [
        "2 articles with 18 quotes: out.parquet",
        "1 document with faults: out.parquet.faults.jsonl",
    ]
    assert (ran.code, ran.err) == (1, "")
    assert from_table(pq.read_table("out.parquet"))[0] == article
    assert (
        json.loads(wire.with_name("out.parquet.faults.jsonl").read_bytes().splitlines()[0])["code"] == "missing-field"
    )


@pytest.mark.usefixtures("wire")
def test_without_faults_all_is_fine(run, article, tmp_path):
    """A folder is taken with all its news, and the number of cores is found out."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.json").write_bytes(to_json(article))
    ran = run("corpus", "news", "-o", "out.jsonl.gz")
    assert (ran.code, ran.out) == (0, "1 article with 9 quotes: out.jsonl.gz\n")
    assert from_json(gzip.decompress((tmp_path / "out.jsonl.gz").read_bytes())) == article


def test_what_had_been_done_before_is_told(run, wire, monkeypatch):
    """A run that goes on where another was says so; one of something else is refused."""
    from newsschema.corpus import _job as room

    def interrupted(contents, _):
        assert len([*contents]) == 1
        raise OSError(28, "No space left on device", "whole")

    with monkeypatch.context() as patch:
        patch.setattr(room, "_join_rows", interrupted)
        assert run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1).code == 2
    times = wire.stat()
    os.utime(wire, (0, 0))
    ran = run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1)
    assert (ran.code, "remove it to begin anew" in ran.err) == (2, True)
    os.utime(wire, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert "done before: 3 documents" in run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1).out


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (["corpus", "wire.jsonl", "-o", "out.csv"], "out.csv: the name must end in .parquet or .jsonl.gz"),
        (["corpus", "notes.md", "-o", "out.parquet"], "notes.md: the name says nothing known"),
        (["corpus", "empty", "-o", "out.parquet"], "there is nothing to read"),
        (["corpus", "gone", "-o", "out.parquet"], "gone: No such file or directory"),
        (["corpus", "wire.jsonl", "-o", "out.parquet", "-j", 0], "Must be >= 1"),
        (["corpus", "bad.parquet", "-o", "out.parquet"], "bad.parquet: no Parquet"),
        (["quotes", "wire.jsonl", "-o", "out.xls"], "out.xls: the name must end in .csv, .jsonl, .parquet"),
        (["quotes", "notes.md"], "notes.md: the name says nothing known"),
        (["quotes", "empty"], "empty: the name says nothing known"),
        (["quotes", "bad.parquet"], "bad.parquet: no Parquet"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(run, tmp_path, tokens, expected):
    """Wrong usage and unreadable input end the command with 2 and the name of what is wrong."""
    (tmp_path / "notes.md").touch()
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.parquet").write_bytes(b"PAR0")
    ran = run(*tokens)
    assert (ran.code, ran.out) == (2, "")
    assert expected in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.usefixtures("wire")
def test_a_worker_that_dies_ends_the_command(run, monkeypatch):
    """When the system ends a worker, the command says how to go on."""
    from concurrent.futures.process import BrokenProcessPool

    from newsschema.corpus import _job as room

    def die(*_, **__):
        raise BrokenProcessPool

    monkeypatch.setattr(room, "run", die)
    ran = run("corpus", "wire.jsonl", "-o", "out.parquet")
    assert (ran.code, "the same command goes on where it was" in ran.err) == (2, True)


@pytest.mark.usefixtures("wire")
def test_progress_is_shown_on_a_terminal(run, monkeypatch):
    """The bar has the rate; where there is no terminal, there is no bar."""
    from rich.console import Console

    screen = io.StringIO()
    monkeypatch.setattr(_corpus, "console", lambda **_: Console(file=screen, force_terminal=True, width=90))
    run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1)
    assert "documents a second" in screen.getvalue()
    assert "100%" in screen.getvalue()


@pytest.mark.usefixtures("wire")
def test_quotes_are_listed_a_line_each(run):
    """Date, speaker, kind, cue, words and article, between tabs; what has faults is left out, and that is said."""
    ran = run("quotes", "wire.jsonl")
    lines = [line.split("\t") for line in ran.out.splitlines()]
    assert len(lines) == 18
    assert lines[1] == [
        "2026-03-03",
        "Inés Okafor",
        "indirect",
        "told",
        "will sail again on Monday",
        "urn:example:ferry",
    ]
    assert (ran.code, ran.err) == (1, "newsschema: left out, with faults: 1 document\n")


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (["--source", "inés"], 6),
        (["--kind", "direct", "--source", "SAILORS"], 2),
        (["--since", "2026-03-04"], 9),
        (["--until", "2026-03-03", "--kind", "epithet"], 1),
        (["--since", "2026-03-03", "--until", "2026-05-06"], 18),
    ],
)
def test_quotes_are_chosen(run, tokens, expected):
    """Speakers by a part of their name in capitals or not, kinds, and days from and to, both included."""
    run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1)
    ran = run("quotes", "out.parquet", *tokens)
    assert (ran.code, len(ran.out.splitlines())) == (0, expected)


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet"])
def test_quotes_are_written_with_all_that_is_known(run, tmp_path, ending):
    """Each kind of file has the same rows."""
    output = tmp_path / f"out{ending}"
    ran = run("quotes", "wire.jsonl", "--kind", "direct", "-o", output)
    assert (ran.code, ran.out) == (1, "")
    if ending == ".csv":
        rows = list(csv.DictReader(io.StringIO(output.read_text("utf-8"))))
    elif ending == ".jsonl":
        rows = [json.loads(line) for line in output.read_bytes().splitlines()]
    else:
        rows = pq.read_table(output).to_pylist()
    assert [row["words"] for row in rows[:3]] == [
        "We have checked every bolt [on the ramp],",
        "Nobody need be afraid, and nobody need swim.",
        "Sailors say ‘the sea forgives nothing’,",
    ]
    assert [str(row["date"]) for row in rows] == ["2026-03-03"] * 5 + ["2026-05-06"] * 5


def test_the_commands_are_listed(run):
    """Both are in the list of commands."""
    out = run("--help").out
    assert all(name in out for name in ("corpus", "quotes"))
