"""`newsschema quotes`."""

import csv
import io
import json
import sys

import pyarrow.parquet as pq
import pytest

from newsschema import Article, MissingExtraError, to_json
from newsschema._flat import COLUMNS


@pytest.fixture
def wire(article, tmp_path, monkeypatch):
    """The story, another with its time, and a line that is at fault, in the folder where the command runs."""
    monkeypatch.chdir(tmp_path)
    later = article.replace(id="urn:example:later", published="2026-05-06T10:00:00+02:00", updated=None)
    path = tmp_path / "wire.jsonl"
    path.write_bytes(to_json(article) + b"\n" + to_json(later) + b"\n{}\n")
    return path


FAULTY = [
    "newsschema: wire.jsonl:3: this is an empty object, and in no format that can be read here (unknown-format)",
    "newsschema: left out, with faults: 1 document",
]


@pytest.mark.parametrize("name", ["wire.jsonl", "-"])
def test_quotes_are_listed_a_line_each(run, wire, name):
    """Date, speaker, kind, cue, words, article and file, between tabs; what has faults is left out."""
    ran = run("quotes", name, given=wire.read_bytes())
    lines = [line.split("\t") for line in ran.out.splitlines()]
    assert len(lines) == 18
    assert lines[:2] == [
        ["2026-03-03", "-", "epithet", "-", "Grey Gull", "urn:example:ferry", f"{name}:1"],
        [
            "2026-03-03",
            "Inés Okafor",
            "indirect",
            "told",
            "will sail again on Monday",
            "urn:example:ferry",
            f"{name}:1",
        ],
    ]
    assert (ran.code, ran.err.splitlines()) == (2, [line.replace("wire.jsonl", name) for line in FAULTY])


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        (["--source", "inés"], 6),
        (["--source", "HARBOUR"], 6),
        (["--kind", "direct", "--source", "SAILORS"], 2),
        (["--since", "2026-03-04"], 9),
        (["--until", "2026-03-03", "--kind", "epithet"], 1),
        (["--since", "2026-03-03", "--until", "2026-05-06"], 18),
        (["--source", "nobody at all"], 0),
    ],
)
def test_quotes_are_chosen(run, tokens, expected):
    """Sources by a part of name, description or role in capitals or not, kinds, and days from and to, both included."""
    run("corpus", "wire.jsonl", "-o", "out.parquet", "-j", 1)
    ran = run("quotes", "out.parquet", *tokens)
    assert (ran.code, len(ran.out.splitlines())) == (0, expected)


def test_an_article_without_a_date_is_of_no_time(run, article):
    """What is not dated is not between two days."""
    undated = to_json(article.replace(published=None, updated=None))
    assert run("quotes", "-", "--since", "0001-01-01", given=undated).out == ""
    assert run("quotes", "-", given=undated).out.startswith("-\t")


@pytest.mark.usefixtures("wire")
@pytest.mark.parametrize("ending", [".csv", ".jsonl", ".parquet", "json"])
def test_quotes_are_written_with_all_that_is_known(run, tmp_path, ending):
    """Each kind of file has the same rows, with where they came from; JSON goes to standard output too."""
    output = tmp_path / f"out{ending}"
    where = ["--json"] if ending == "json" else ["-o", output]
    ran = run("quotes", "wire.jsonl", "--kind", "direct", *where)
    assert (ran.code, ran.out != "") == (2, ending == "json")
    if ending == ".csv":
        rows = list(csv.DictReader(io.StringIO(output.read_text("utf-8"))))
        assert [*rows[0]] == [*COLUMNS, "origin", "line", "item"]
    elif ending == ".parquet":
        rows = pq.read_table(output).to_pylist()
    else:
        rows = [json.loads(line) for line in (ran.out.encode() or output.read_bytes()).splitlines()]
    assert [row["words"] for row in rows[:3]] == [
        "We have checked every bolt [on the ramp],",
        "Nobody need be afraid, and nobody need swim.",
        "Sailors say ‘the sea forgives nothing’,",
    ]
    assert [str(row["date"]) for row in rows] == ["2026-03-03"] * 5 + ["2026-05-06"] * 5
    assert {(row["origin"], str(row["line"])) for row in rows} == {("wire.jsonl", "1"), ("wire.jsonl", "2")}


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\tx", "＝1"])
def test_a_cell_is_no_formula(run, tmp_path, words):
    """What a spreadsheet would run begins with an apostrophe; JSON lines hold it as it is."""
    tree = {
        "schema_version": "1.0",
        "id": "urn:x:1",
        "text": words,
        "headline": words,
        "quotes": [{"id": "q1", "kind": "epithet", "content": [{"text": words, "start": 0, "end": len(words)}]}],
    }
    for name in ("out.csv", "out.jsonl"):
        assert run("quotes", "-", "-o", tmp_path / name, given=json.dumps(tree).encode()).code == 0
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text("utf-8")))
    assert (row["words"], row["headline"], row["start"]) == (f"'{words}", f"'{words}", "0")
    assert json.loads((tmp_path / "out.jsonl").read_bytes())["words"] == words


def test_no_quote_forges_a_line(run):
    """Newlines, tabs and escape codes in words and names are no lines, cells or colours."""
    words = "a\n::error::b\tc\x1b[31m\u202e"
    tree = {
        "schema_version": "1.0",
        "id": "urn:x:1",
        "text": words,
        "sources": [{"id": "s1", "name": "::error::x\n"}],
        "quotes": [
            {
                "id": "q1",
                "kind": "direct",
                "content": [{"text": words, "start": 0, "end": len(words)}],
                "attribution": {"source": "s1"},
            }
        ],
    }
    out = run("quotes", "-", given=json.dumps(tree).encode()).out
    assert out == "-\t::error::x\tdirect\t-\ta ::error::b c␛[31m[U+202E]\turn:x:1\t-\n"
    assert "\u202e" not in run("quotes", "-", "--json", given=json.dumps(tree).encode()).out


@pytest.mark.parametrize("tokens", [["story.json"], ["story.json", "-o", "out.csv"], ["story.json", "--json"]])
def test_one_article_needs_no_pyarrow(run, story, tokens, monkeypatch):
    """Quotes are listed and written without it."""
    monkeypatch.chdir(story.parent)
    for name in [
        name for name in sys.modules if name.partition(".")[0] == "pyarrow" or name.startswith("newsschema.arrow")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert run("quotes", *tokens).code == 0


@pytest.mark.parametrize("tokens", [["story.json", "-o", "out.parquet"], ["in.parquet"], ["story.json", "in.parquet"]])
def test_without_pyarrow_parquet_is_refused_before_any_work(run, story, tokens, monkeypatch):
    """The line says which extra is missing, and nothing has been printed."""
    monkeypatch.chdir(story.parent)
    (story.parent / "in.parquet").touch()
    for name in [name for name in sys.modules if name.startswith("newsschema.arrow")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    line = str(MissingExtraError("newsschema.arrow", "arrow"))
    assert run("quotes", *tokens) == (2, "", f"newsschema: {line}\n")


def test_without_pyarrow_a_corpus_in_parquet_is_refused_before_any_work(run, story, monkeypatch):
    """The line says which extra is missing, and nothing has been written."""
    monkeypatch.chdir(story.parent)
    for name in [name for name in sys.modules if name.startswith(("newsschema.arrow", "newsschema.corpus._parquet"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    line = str(MissingExtraError("newsschema.arrow", "arrow"))
    assert run("corpus", "story.json", "-o", "out.parquet") == (2, "", f"newsschema: {line}\n")
    assert [path.name for path in story.parent.iterdir()] == ["story.json"]


@pytest.mark.parametrize(
    ("tokens", "expected"),
    [
        ([], "no input to list quotes from"),
        (["story.json", "-o", "out.xls"], "out.xls: the name must end in .csv, .jsonl, .parquet"),
        (["empty"], "there is nothing to read"),
        (["bad.parquet"], "bad.parquet: this is not Parquet"),
        (["gone.json"], "gone.json: No such file or directory"),
    ],
)
def test_wrong_usage_is_one_line(run, story, tokens, expected, monkeypatch):
    """Wrong usage and unreadable input end the command with 2 and the name of what is wrong."""
    monkeypatch.chdir(story.parent)
    (story.parent / "empty").mkdir()
    (story.parent / "bad.parquet").write_bytes(b"PAR0")
    ran = run("quotes", *tokens)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert expected in ran.err


def test_a_story_without_quotes_has_no_lines(run):
    """That is no fault."""
    assert run("quotes", "-", given=to_json(Article(id="urn:example:1", text="Rain."))) == (0, "", "")


def test_what_is_passed_over_is_no_fault(run, story, monkeypatch):
    """Hidden files in a folder change nothing."""
    monkeypatch.chdir(story.parent)
    before = run("quotes", ".")
    (story.parent / ".hidden").touch()
    assert (run("quotes", "."), before.code) == (before, 0)


def test_documents_without_quotations_are_told(run, tmp_path):
    """How to find the quotations of news items is said where there are none; not of a story that has been read."""
    item = {"uri": "urn:example:1", "headline": "Rain", "body_text": "“It will rain,” mayor Ana Ruiz said."}
    (tmp_path / "item.json").write_text(json.dumps(item))
    (tmp_path / "story.txt").write_text("Rain fell.")
    hint = "newsschema: without quotations: 1 document; --find-quotes finds those in the text\n"
    assert run("quotes", tmp_path) == (0, "", hint)
    assert run("quotes", tmp_path, "--find-quotes").err == ""
