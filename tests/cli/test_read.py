"""`newsschema read`."""

import json
from pathlib import Path

import pytest

from newsschema import from_json, read_text, to_json
from newsschema.reading import explain

STORY = Path(__file__).parents[2] / "examples" / "port-elsa.txt"
COPY = "Mill to grind again\n\n“We start in May,” miller Åse Brå told visitors.\n"


def test_read_writes_what_the_library_reads(run):
    """The output is the article's JSON and a line end."""
    assert run("read", "-", given=COPY.encode()) == (0, to_json(read_text(COPY)).decode() + "\n", "")


def test_a_byte_order_mark_is_no_part_of_the_story(run):
    """Copy that begins with one gives the same article."""
    assert run("read", "-", given=COPY.encode("utf-8-sig")) == run("read", "-", given=COPY.encode())


def test_indented_json_is_the_same_document(run):
    """`--indent` spreads it over lines and changes nothing else."""
    out = run("read", "-", "--indent", given=COPY.encode()).out
    assert out.splitlines()[:2] == ["{", '  "schema_version": "1.0",']
    assert json.loads(out) == json.loads(run("read", "-", given=COPY.encode()).out)


def test_explain_shows_what_each_sentence_was_read_as(run):
    """`--explain` writes tags, chunks, cues and quotes in place of the article."""
    code, out, err = run("read", "-", "--explain", given=COPY.encode())
    assert (code, err) == (0, "")
    assert out == "".join(f"{sentence}\n" for sentence in explain(read_text(COPY).text))


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
