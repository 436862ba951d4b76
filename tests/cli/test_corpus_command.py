"""`newsschema corpus`."""

import gzip
import json
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsschema import from_json, to_json
from newsschema.arrow import from_table, to_table
from newsschema.cli import _corpus
from newsschema.corpus import _job


@pytest.fixture
def wire(article, tmp_path, monkeypatch):
    """The story, another with its time, and a line that is at fault, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    later = article.replace(id="urn:example:later", published="2026-05-06T10:00:00+02:00", updated=None)
    path = tmp_path / "wire.jsonl"
    path.write_bytes(to_json(article) + b"\n" + to_json(later) + b"\n{}\n")
    return path


def without_times(out: str) -> list[str]:
    """The lines of a summary, how long it took left out."""
    return [re.sub(r" in [\d.]+ s(, [\d,]+ documents/s)?", "", line) for line in out.splitlines()]


def test_a_corpus_is_read_checked_and_written(run, wire, article):
    """What is valid is in the output, what is not in the list of faults, and the end says how many."""
    ran = run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1)
    assert without_times(ran.out) == [
        "2 articles with 18 quotes: out.parquet",
        "1 document left out with faults: out.parquet.faults.jsonl",
        f"1 file with {wire.stat().st_size / 1000:.1f} kB",
    ]
    assert (ran.code, ran.err) == (2, "")
    assert from_table(pq.read_table("out.parquet"))[0] == article
    (fault,) = map(json.loads, Path("out.parquet.faults.jsonl").read_bytes().splitlines())
    assert (fault["origin"], fault["line"], fault["severity"], fault["code"]) == (
        "wire.jsonl",
        3,
        "error",
        "unknown-format",
    )


@pytest.mark.usefixtures("wire")
def test_without_faults_all_is_fine(run, article, tmp_path):
    """A folder is taken with all its news, and the number of cores is found out."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.json").write_bytes(to_json(article))
    ran = run("corpus", "news", "-o", "out.jsonl.gz")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "1 article with 9 quotes: out.jsonl.gz")
    assert from_json(gzip.decompress((tmp_path / "out.jsonl.gz").read_bytes())) == article


@pytest.mark.usefixtures("wire")
def test_the_summary_says_all_there_is_to_say(run, article, tmp_path):
    """What is left out, remarked upon, repeated, passed over and done before is counted; for programs, as JSON."""
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.json").write_bytes(to_json(article))
    (news / "b.json").write_bytes(to_json(article))
    (news / "c.txt").write_bytes("Rain in port\n\n“No,” said Åse Brå of the port.".encode("cp1252", "replace"))
    (news / ".hidden").touch()
    (news / ".seen").touch()
    ran = run("corpus", "news", "-o", "out.parquet", "-j", 1)
    assert without_times(ran.out)[1:-1] == [
        "1 article with remarks: out.parquet.faults.jsonl",
        "1 article with the id of an earlier one, kept; --unique leaves them out",
        "2 files or folders passed over: out.parquet.faults.jsonl",
    ]
    (news / ".seen").unlink()
    again = run("corpus", "news", "-o", "out.parquet", "-j", 1).out
    assert "1 file or folder passed over: out.parquet.faults.jsonl" in without_times(again)
    ran = run("corpus", "news", "-o", "out.parquet", "-j", 1, "--unique", "--json")
    found = json.loads(ran.out)
    expected = {"articles": 2, "faulty": 0, "noted": 1, "same_ids": 1, "left_out": 1, "passed_over": 1, "files": 3}
    assert (ran.code, expected, found["output"]) == (0, {name: found[name] for name in expected}, "out.parquet")
    assert "left out" in run("corpus", "news", "-o", "out.parquet", "-j", 1, "--unique").out


@pytest.mark.usefixtures("wire")
def test_what_had_been_done_before_is_told(run, monkeypatch):
    """A run that goes on where another was says so; one of something else is refused."""

    def interrupted(*_, **__):
        raise OSError(28, "No space left on device", "whole")

    with monkeypatch.context() as patch:
        patch.setattr(_job, "_put_in_place", interrupted)
        assert run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1).code == 2
    ran = run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1, "--publisher", "The Bergen Courier")
    assert (ran.code, "remove this folder to start again" in ran.err) == (2, True)
    assert "done before: 3 documents" in run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1).out


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (
            ["corpus", "wire.jsonl", "-o", "out.csv"],
            "out.csv: the name of the output must end in .parquet, .jsonl.gz, .jsonl",
        ),
        (["corpus", "wire.jsonl", "-o", "wire.jsonl"], "wire.jsonl: the output is an input too"),
        (["corpus", "wire.jsonl", "-o", "away/out.parquet"], "away/out.parquet: No such file or directory"),
        (["corpus", "empty", "-o", "out.parquet"], "there is nothing to read"),
        (["corpus", "gone", "-o", "out.parquet"], "gone: No such file or directory"),
        (["corpus", "*.txt", "-o", "out.parquet"], "*.txt: no file has such a name"),
        (["corpus", "{desk}/*.jsonl", "-o", "out.parquet"], "there is no field 'desk'"),
        (
            ["corpus", "-", "-o", "out.parquet"],
            "standard input cannot be read again after an interruption: name a file",
        ),
        (["corpus", "wire.jsonl", "-o", "out.parquet", "--encoding", "utf-9"], "there is no encoding 'utf-9'"),
        (["corpus", "wire.jsonl", "-o", "out.parquet", "-j", 0], "Must be >= 1"),
        (["corpus", "bad.parquet", "-o", "out.parquet"], "bad.parquet: this is not Parquet"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(run, tmp_path, tokens, expected):
    """Wrong usage and unreadable input end the command with 2 and the name of what is wrong, and nothing is written."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "bad.parquet").write_bytes(b"PAR0")
    ran = run(*tokens)
    assert (ran.code, ran.out) == (2, "")
    assert expected in ran.err
    assert len(ran.err.splitlines()) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"empty", "bad.parquet", "wire.jsonl"}


@pytest.mark.usefixtures("wire")
def test_a_worker_that_dies_ends_the_command(run, monkeypatch):
    """When the system ends a worker, the command says how to go on; any other error is one of ours."""
    from concurrent.futures.process import BrokenProcessPool

    for error in (BrokenProcessPool, RuntimeError):

        def die(*_, error=error, **__):
            raise error

        monkeypatch.setattr(_corpus, "write_corpus", die)
        if error is RuntimeError:
            with pytest.raises(RuntimeError):
                run("corpus", "wire.jsonl", "-o", "out.parquet")
        else:
            ran = run("corpus", "wire.jsonl", "-o", "out.parquet")
            assert (ran.code, "start the same command again to continue" in ran.err) == (2, True)


@pytest.mark.usefixtures("wire")
def test_progress_is_shown_on_a_terminal(run, monkeypatch):
    """The bar has the rate and the share that is done."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(_corpus, "is_terminal", lambda _: True)
    err = run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1).err
    assert "documents/s" in err
    assert "100%" in err


@pytest.mark.usefixtures("wire")
def test_progress_in_a_log_is_a_line_now_and_then(run, monkeypatch):
    """Where there is no terminal nothing flickers: a line says how far the run is, once a minute."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1).err == ""
    monkeypatch.setattr(_corpus, "_EVERY", 0)
    err = run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1).err
    assert re.fullmatch(r"newsschema: 3 documents, 100%, [\d,]+ documents/s\n", err)


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.04, "0.0 s"), (59.6, "1 min 00 s"), (42, "42 s"), (7384, "2 h 03 min")]
)
def test_times_read_as_people_say_them(seconds, words):
    """Short and long."""
    assert words == _corpus._clock(seconds)


def test_a_column_of_a_newer_version_is_told_where_it_says_something(run, article, tmp_path, monkeypatch):
    """The article is written, and the list of remarks has the file, the row and the column."""
    monkeypatch.chdir(tmp_path)
    other = article.replace(id="urn:example:other")
    table = to_table([article, other]).append_column("mood", pa.array(["calm", None]))
    pq.write_table(table.replace_schema_metadata({b"newsschema.schema_version": b"1.7"}), "newer.parquet")
    ran = run("corpus", "newer.parquet", "-o", "out.jsonl", "-j", 1)
    assert (ran.code, ran.err, "1 article with remarks" in ran.out) == (0, "", True)
    assert [from_json(line) for line in Path("out.jsonl").read_bytes().splitlines()] == [article, other]
    (remark,) = map(json.loads, Path("out.jsonl.faults.jsonl").read_bytes().splitlines())
    assert {
        "origin": "newer.parquet",
        "item": 1,
        "severity": "note",
        "code": "no-place",
        "path": "/mood",
        "message": "this is a field of a newer version of the schema, which this library does not know",
    } == remark


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"schema_version": "1.0", "id": "rain", "text": "Rain fell."}', 1),
        ('{"colour": "red"}', 2),
        ("", 2),
        ("%PDF-", 2),
    ],
)
def test_all_commands_tell_a_document_at_fault_from_one_that_cannot_be_read(run, tmp_path, content, code):
    """One exit code says that documents have faults, and another that something cannot be read."""
    path = tmp_path / "a.json"
    path.write_text(content)
    assert [code] * 4 == [
        run("corpus", path, "-o", tmp_path / "out.jsonl", "-j", 1).code,
        *(run(command, path).code for command in ("quotes", "convert", "read")),
    ]


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        (["--language", "en_US"], "--language: expected a language tag such as 'en' or 'pt-BR', got 'en_US'"),
        (["--published", "tomorrow"], "--published: expected a date"),
        (["--url", "not an address"], "--url: expected a URI"),
        (["--section", ""], "--section: the string is empty"),
    ],
)
def test_what_is_given_is_checked_before_any_work(run, article, tmp_path, tokens, message):
    """A slip in an option is told once, and not for each document."""
    path = tmp_path / "a.json"
    path.write_bytes(to_json(article))
    for command in (["corpus", path, "-o", tmp_path / "out.jsonl"], ["convert", path], ["quotes", path]):
        ran = run(*command, *tokens)
        assert (ran.code, ran.out, ran.err.startswith(f"newsschema: {message}")) == (2, "", True), ran.err
    assert not (tmp_path / "out.jsonl").exists()
