"""Files are found once each, and whatever is passed over is said."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsschema.corpus import CorpusError, NoteCode, _find, find_files

POSIX = pytest.mark.skipif(os.name != "posix", reason="links, pipes and names as POSIX has them")


@pytest.fixture
def make(tmp_path, monkeypatch):
    """Make files with something in them, in the folder that is worked in."""
    monkeypatch.chdir(tmp_path)

    def make(*names):
        for name in names:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text("Rain.")

    return make


def found(*inputs, options=None, output=None):
    """The names of the files, and what was passed over with its reason."""
    files, notes = find_files(inputs, options or {}, output=output)
    return [file.name for file in files], [(note.origin, note.code, note.is_error) for note in notes]


def test_folders_are_gone_through_in_the_order_of_names(make):
    """Files and folders are met in one order, whatever the disk has."""
    make("in/b.txt", "in/a/z.json", "in/a/b/c.md", "in/c")
    assert found("in") == (["in/a/b/c.md", "in/a/z.json", "in/b.txt", "in/c"], [])
    assert found(".") == found("in")
    assert found(Path("in/c"), "in/a") == (["in/c", "in/a/b/c.md", "in/a/z.json"], [])


@POSIX
def test_what_is_no_document_is_said_and_why(make):
    """Hidden files and folders, pipes, and links that lead nowhere or in circles each have their reason."""
    make("in/a.txt", "in/.git/config", "in/.hidden")
    os.mkfifo("in/pipe")
    Path("in/broken").symlink_to("nowhere")
    Path("in/circle").symlink_to("circle")
    files, notes = found("in")
    assert files == ["in/a.txt"]
    assert sorted(notes) == [
        ("in/.git", NoteCode.HIDDEN, False),
        ("in/.hidden", NoteCode.HIDDEN, False),
        ("in/broken", NoteCode.UNREADABLE, True),
        ("in/circle", NoteCode.UNREADABLE, True),
        ("in/pipe", NoteCode.NO_FILE, True),
    ]


@POSIX
def test_each_file_is_read_once(make, tmp_path):
    """Links to files and folders, circles of folders, and inputs that overlap give each file once, by its real name."""
    make("in/real/a.txt", "in/z.txt", "away/b.txt")
    Path("in/another").symlink_to("real")
    Path("in/a-link.txt").symlink_to("z.txt")
    Path("in/real/up").symlink_to(tmp_path / "in")
    Path("in/linked").symlink_to(tmp_path / "away")
    files, notes = found("in", "in/z.txt", "in/real")
    assert files == ["in/linked/b.txt", "in/real/a.txt", "in/z.txt"]
    assert {(code, is_error) for _, code, is_error in notes} == {(NoteCode.SAME_FILE, False)}
    assert {origin for origin, *_ in notes} >= {
        "in/another",
        "in/a-link.txt",
        "in/real/up",
        "in/z.txt",
        "in/real/a.txt",
    }


def test_what_the_command_writes_is_no_input(make, tmp_path):
    """The output and what stands beside it, of this run and of others, are passed over, and that is said."""
    make("in/a.txt", "in/out.parquet", "in/out.parquet.faults.jsonl", "in/out.parquet.parts/manifest")
    make("in/other.parquet", "in/other.parquet.faults.jsonl", "in/other.parquet.parts/manifest")
    make("in/mine.faults.jsonl", "in/mine.parts/a.txt")
    files, notes = found("in", output=str(tmp_path / "in" / "out.parquet"))
    assert files == ["in/a.txt", "in/mine.faults.jsonl", "in/mine.parts/a.txt", "in/other.parquet"]
    assert {code for _, code, _ in notes} == {NoteCode.OWN_FILE}
    assert len(notes) == 5


def test_an_output_that_is_an_input_is_refused(make, tmp_path):
    """Nothing says whether it is to be read or written."""
    make("out.parquet")
    with pytest.raises(CorpusError, match="the output is an input too"):
        found("out.parquet", output=str(tmp_path / "out.parquet"))


def test_what_is_named_must_be_there(make):
    """A file, a folder or a pattern that gives nothing is an error with its name."""
    make("a.txt")
    for name in ("b.txt", "*.md", "{publisher}/*.txt"):
        with pytest.raises(FileNotFoundError) as caught:
            found("a.txt", name)
        assert caught.value.filename == name


@POSIX
def test_what_a_pattern_does_not_mean_is_not_told(make):
    """A link that leads nowhere is said where its name matches, and only there."""
    make("a.txt")
    Path("b.txt").symlink_to("nowhere")
    Path("b.md").symlink_to("nowhere")
    assert found("*.txt") == (["a.txt"], [("b.txt", NoteCode.UNREADABLE, True)])


@POSIX
def test_a_pipe_that_is_named_is_refused(make):
    """It could not be read again after an interruption."""
    make("a.txt")
    os.mkfifo("pipe")
    with pytest.raises(OSError, match="not a regular file"):
        found("pipe")


@POSIX
def test_names_that_are_no_utf_8_are_spelled_out(make):
    """The name of a file is text, whatever its bytes are."""
    name = os.fsdecode(b"caf\xe9.txt")
    make(f"in/{name}")
    assert found("in") == (["in/caf\\xe9.txt"], [])


def test_folders_that_cannot_be_read_are_said(make, monkeypatch):
    """One below is passed over with its reason, one that is named is an error."""
    make("in/a.txt", "in/locked/b.txt")
    scan = os.scandir

    def scandir(folder):
        if str(folder).endswith("locked"):
            raise PermissionError(13, "Permission denied", folder)
        return scan(folder)

    monkeypatch.setattr(os, "scandir", scandir)
    assert found("in") == (["in/a.txt"], [("in/locked", NoteCode.UNREADABLE, True)])
    with pytest.raises(PermissionError):
        found("in/locked")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["x.txt"]),
        ("?.txt", ["x.txt"]),
        ("[!y].txt", ["x.txt"]),
        ("[a-x].txt", ["x.txt"]),
        ("**/*.txt", ["Courier/2026-03-03/a.txt", "Courier/2026-03-04/b.txt", "Post/misc/c.txt", "x.txt"]),
        ("Courier/**", ["Courier/2026-03-03/a.txt", "Courier/2026-03-04/b.txt"]),
        ("*/2026-03-0[34]/*.txt", ["Courier/2026-03-03/a.txt", "Courier/2026-03-04/b.txt"]),
        ("./Post/*/*", ["Post/d.md/e", "Post/misc/c.txt"]),
    ],
)
def test_patterns_find_what_they_match(make, pattern, expected):
    """Stars and brackets match within a name, two stars any number of folders."""
    make("x.txt", "Courier/2026-03-03/a.txt", "Courier/2026-03-04/b.txt", "Post/misc/c.txt", "Post/d.md/e")
    files, _ = found(pattern)
    assert files == expected


def given_by(pattern, options=None):
    """What the names of files say, by their names."""
    files, _ = find_files([pattern], options or {})
    return {file.name: dict(file.given) for file in files}


def test_names_in_braces_say_what_is_in_the_articles(make):
    """Folders and names of files fill fields; a date may be written without hyphens or in three parts."""
    make("Courier/20260303/a.txt", "Post/misc/b.txt")
    assert given_by("{publisher}/{published}/*.txt", {"language": "en", "publisher": "?"}) == {
        "Courier/20260303/a.txt": {"publisher": "Courier", "published": "2026-03-03", "language": "en"},
        "Post/misc/b.txt": {"publisher": "Post", "published": "misc", "language": "en"},
    }
    make("2026/3/4/The-Courier_World_en-GB.txt")
    assert given_by("{year}/{month}/{day}/{publisher}_{section}_{language}.txt") == {
        "2026/3/4/The-Courier_World_en-GB.txt": {
            "publisher": "The-Courier",
            "section": "World",
            "language": "en-GB",
            "published": "2026-03-04",
        }
    }
    make("Daily-News-2026-03-05.txt")
    assert given_by("{publisher}-{published}.txt") == {
        "Daily-News-2026-03-05.txt": {"publisher": "Daily-News", "published": "2026-03-05"}
    }
    make("Post/Post-1.txt", "Post/Courier-1.txt")
    assert [*given_by("{publisher}/{publisher}-*.txt")] == ["Post/Post-1.txt"]


def test_an_address_is_made_of_names(make):
    """What folders say, and the stem of the file, can stand in a URL; there they may have names of their own."""
    make("Courier/Big News/rain & wind.txt.gz")
    options = {"url": "https://example.org/{publisher}/{desk}/{stem}.html"}
    (given,) = given_by("{publisher}/{desk}/*", options).values()
    assert given == {"publisher": "Courier", "url": "https://example.org/Courier/Big%20News/rain%20%26%20wind.html"}
    with pytest.raises(CorpusError, match="there is no field 'desk'"):
        given_by("{publisher}/{desk}/*")


@pytest.mark.parametrize("name", ["Courier", "Courier/rain.txt", "Cou*/*.txt"])
def test_a_name_in_an_address_that_nothing_gives_is_refused(make, name):
    """Whether files, folders or patterns are read, a URL with a gap is no URL."""
    make("Courier/rain.txt")
    with pytest.raises(CorpusError, match=r"the URL has \{desk\}, and nothing says what that is for"):
        given_by(name, {"url": "https://example.org/{desk}/{stem}"})


NAMES = st.text(st.sampled_from("ab.*[]{}-"), min_size=1, max_size=6).filter(lambda name: not name.startswith("."))


@given(NAMES)
def test_a_file_that_is_there_is_never_taken_for_a_pattern(tmp_path_factory, name):
    """Whatever signs its name has, the file itself is meant."""
    path = tmp_path_factory.mktemp("names") / name
    path.write_text("Rain.")
    files, notes = find_files([str(path)], {})
    assert ([file.path for file in files], notes) == ([str(path)], [])


@given(st.text(st.sampled_from("ab*?[]!{}-./"), max_size=12))
def test_any_pattern_is_read_or_refused_in_words(text):
    """No pattern makes it fail, however its brackets stand."""
    try:
        pattern = _find._pattern(f"*{text}", {})
    except CorpusError:
        return
    pattern.matcher.fullmatch("a/b")
