"""`newsschema read`."""

import json
from pathlib import Path

import pytest

from newsschema import from_json, read_text, to_json
from newsschema.cli import _outputs, _streams
from newsschema.reading import explain

STORY = Path(__file__).parents[2] / "examples" / "port-elsa.txt"
COPY = "Mill to grind again\n\n“We start in May,” miller Åse Brå told visitors.\n"


def test_read_writes_what_the_library_reads(run):
    """The output is the article's JSON and a line end."""
    assert run("read", "-", given=COPY.encode()) == (0, to_json(read_text(COPY)).decode() + "\n", "")


def test_a_byte_order_mark_is_no_part_of_the_story(run):
    """Copy that begins with one gives the same article."""
    assert run("read", "-", given=COPY.encode("utf-8-sig")) == run("read", "-", given=COPY.encode())


def test_explain_shows_what_each_sentence_was_read_as(run):
    """`--explain` writes tags, chunks, cues and quotes in place of the article."""
    code, out, err = run("read", "-", "--explain", given=COPY.encode())
    assert (code, err) == (0, "")
    assert out == "".join(f"{sentence}\n" for sentence in explain(read_text(COPY).text))


def test_explain_hides_and_forges_nothing(run):
    """What would command a terminal or a workflow is made visible, to a pipe as well."""
    copy = "Rain fell in Odda.\n\n::error file=a.py::Rain \u202efell in Bergen.\n"
    out = run("read", "-", "--explain", given=copy.encode()).out
    assert (True, False) == ("\n\u2236:error file=a.py::Rain \ufffdfell in Bergen.\n" in out, "\u202e" in out)


def test_indented_json_is_the_same_document(run):
    """`--indent` spreads it over lines and changes nothing else."""
    out = run("read", "-", "--indent", given=COPY.encode()).out
    assert out.splitlines()[:2] == ["{", '  "schema_version": "1.0",']
    assert json.loads(out) == json.loads(run("read", "-", given=COPY.encode()).out)


def test_output_is_written_whole_or_not_at_all(run, tmp_path):
    """A story that cannot be read leaves the old file as it was, and nothing beside it."""
    target = tmp_path / "story.json"
    assert run("read", "-", "-o", target, given=COPY.encode()) == (0, "", "")
    before = target.read_bytes()
    assert from_json(before) == read_text(COPY)
    assert run("read", "-", "-o", target, given=b"\xff").code == 2
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"story.json": before}


def test_a_folder_that_is_not_there_is_one_line(run, tmp_path):
    """Where the output cannot be made, the line names it."""
    target = tmp_path / "nowhere" / "story.json"
    code, _, err = run("read", "-", "-o", target, given=COPY.encode())
    assert (code, err) == (2, f"newsschema: {target}: No such file or directory\n")


def test_a_story_can_be_shown_without_a_file_between(run):
    """`show` reads plain text as `read` does."""
    read = run("read", STORY).out
    assert run("show", STORY) == run("show", "-", given=read.encode())


@pytest.fixture
def stories(tmp_path, monkeypatch):
    """A folder with three stories and two files that are none, where the command runs."""
    monkeypatch.chdir(tmp_path)
    for name, copy in {
        "Courier/20260303/a.txt": COPY,
        "Courier/20260304/b.txt": COPY.replace("Mill", "Kiln"),
        "Post/2026-03-05/a.txt": COPY,
    }.items():
        path = tmp_path / "wire" / name
        path.parent.mkdir(parents=True)
        path.write_text(copy, "utf-8")
    (tmp_path / "wire" / "item.json").write_text('{"uri": "urn:x:1", "headline": "R", "body_text": "Rain fell."}')
    (tmp_path / "wire" / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    return tmp_path / "wire"


@pytest.mark.usefixtures("stories")
def test_several_stories_become_json_lines(run, tmp_path):
    """A folder's stories are written one on each line; what is no plain text is told, with what reads it."""
    code, out, err = run("read", "wire")
    assert [json.loads(line)["headline"] for line in out.splitlines()] == [
        "Mill to grind again",
        "Kiln to grind again",
        "Mill to grind again",
    ]
    assert (code, err.splitlines()) == (
        2,
        [
            "newsschema: wire/item.json: this is ninjs, not plain text; use newsschema convert",
            "newsschema: wire/paper.pdf: this is a PDF, and in no format that can be read here (unknown-format)",
        ],
    )
    assert run("read", "wire/*/*/*.txt", "-o", "out.jsonl") == (0, "", "")
    assert (tmp_path / "out.jsonl").read_text("utf-8") == out


@pytest.mark.usefixtures("stories")
def test_folders_say_where_stories_come_from(run, tmp_path):
    """The names in a pattern fill publisher and date, and make addresses."""
    (tmp_path / "out").mkdir()
    code, _, err = run(
        "read", "wire/{publisher}/{published}/*.txt", "--url", "https://{publisher}.example/{stem}", "-o", "out"
    )
    found = {path.name: from_json(path.read_bytes()) for path in sorted((tmp_path / "out").iterdir())}
    assert (code, err, [*found]) == (0, "", ["a-2.json", "a.json", "b.json"])
    assert [(one.publisher, str(one.published), one.url) for one in found.values()] == [
        ("Post", "2026-03-05", "https://Post.example/a"),
        ("Courier", "2026-03-03", "https://Courier.example/a"),
        ("Courier", "2026-03-04", "https://Courier.example/b"),
    ]


def test_copy_is_read_without_what_is_no_part_of_its_words(run):
    """Tags, entities, Markdown and broken lines are taken out, and that is said, unless it shall stay as it is."""
    given = b"Mill to grind again\n\n&ldquo;We start in May,&rdquo; miller <b>Bo Roe</b> told visitors.\n"
    code, out, err = run("read", "-", given=given)
    assert (code, from_json(out).text) == (0, "“We start in May,” miller Bo Roe told visitors.")
    assert err == "newsschema: warning: -: tags are taken out, and entities decoded (markup)\n"
    plain = b"Mill to grind again\n\n'We start in May,' miller Bo Roe told visitors. He is 52.\n"
    assert run("read", "-", "--as-is", given=plain) == run("read", "-", given=plain)
    code, _, err = run("read", "-", "--as-is", given=given)
    assert (code, "text with HTML" in err) == (2, True)


def test_how_sure_a_quotation_must_be(run):
    """Of what is found, only what is sure enough is written; 0 gives all there is."""
    given = STORY.read_bytes()
    found = [len(from_json(run("read", "-", "--min-confidence", sure, given=given).out).quotes) for sure in (0, 1)]
    assert found[0] > found[1]
    assert run("read", "-", "--min-confidence", 0.7, given=given) == run("read", "-", given=given)
    assert run("read", "-", "--min-confidence", 2, given=given).code == 2


def test_what_is_passed_over_is_said_and_no_fault(run, tmp_path, monkeypatch):
    """A hidden file in a folder is named, and the exit code stays 0."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(COPY, "utf-8")
    Path(".hidden").touch()
    code, out, err = run("read", ".")
    assert (code, json.loads(out)["headline"]) == (0, "Mill to grind again")
    assert err == "newsschema: .hidden: the name begins with a dot (hidden)\n"


def test_no_story_is_wrong_usage(run):
    """Without a file there is one line."""
    assert run("read") == (
        2,
        "",
        "newsschema: no story to read: name files, or - for standard input (see newsschema read --help)\n",
    )


def test_a_terminal_is_given_no_commands(run, monkeypatch):
    """JSON for a terminal has escapes for what is hidden in it, and is the same document."""
    copy = COPY.replace("May", "M\u202eay").encode()
    raw = run("read", "-", given=copy).out
    monkeypatch.setattr(_streams, "is_terminal", lambda _: True)
    monkeypatch.setattr(_outputs, "is_terminal", lambda _: True)
    shown = run("read", "-", given=copy).out
    assert ("\u202e" in raw, "\u202e" in shown, "\\u202e" in shown) == (True, False, True)
    assert from_json(raw) == from_json(shown)


@pytest.fixture
def shipped():
    """The story that ships with the project, as read."""
    return read_text(STORY.read_text("utf-8"))


def test_the_shipped_story_has_every_phenomenon(shipped):
    """Its quotations go to the right speakers: named, anonymous, institution, document, generic, pronoun."""
    said = {
        (source.label if (source := shipped.source_of(quote)) else None, fragment.text)
        for quote in shipped.quotes
        for fragment in quote.content
        if fragment.verbatim
    }
    assert {
        ("Inés Þórsdóttir", "I would not let my own children walk across it tonight,"),
        ("Tomáš Večeřa", "every twenty minutes"),
        ("Amélie N’Diaye", "a fairy tale"),
        ("Tomáš Večeřa", "We acted within a week,"),
        ("Noor van den Ægir", "So we shall go too. We shall just be late."),
    } <= said
    marked = {fragment.text for quote in shipped.quotes for fragment in quote.content if fragment.verbatim}
    assert marked == {
        "Iron Swan",
        "I would not let my own children walk across it tonight,",
        "sound",
        "worn away like sugar in tea",
        "Nobody has looked below the waterline [since 1998], and nobody asked us to,",
        "up to a third",
        "premature",
        "for one open lane, however narrow, until the herring have gone",
        "A ferry takes forty people. The bridge takes forty lorries,",
        "every twenty minutes",
        "a fairy tale",
        "We acted within a week,",
        "Not a month, not a year. A week.",
        "My grandmother rowed across with eggs in her apron,",
        "The sound froze, the oars broke, the hens stopped laying, and she went all the same.",
        "So we shall go too. We shall just be late.",
    }
