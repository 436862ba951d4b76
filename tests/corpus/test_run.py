"""Whole corpora: what goes in comes out, whatever happens on the way."""

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsschema import Article, Limits, ValidationError, from_json, read_text, to_json, write_jsonl
from newsschema.arrow import from_table, read, to_table
from newsschema.corpus import (
    CorpusError,
    NoteCode,
    Tally,
    _batches,
    _job,
    _parquet,
    _parts,
    _read,
    _workers,
    iter_corpus,
    write_corpus,
)

RUN = [sys.executable, "-c", "import sys; from _newsschema_command import main; sys.exit(main())", "corpus"]
COPY = "Rain in {}\n\n“The water stands {} feet high 🌊,” harbour master Ines Okafor told reporters.\n"


def story(number: int) -> Article:
    """A short article with a quote, another one for each number."""
    return read_text(COPY.format(f"town {number}", number), id=f"urn:example:{number}")


@pytest.fixture
def make_lines(tmp_path):
    """Write a file of that many stories as JSON lines."""
    lines = to_json(story(7)) + b"\n"

    def make(count, name="in.jsonl"):
        path = tmp_path / name
        path.write_bytes(
            b"".join(lines.replace(b"urn:example:7", b"urn:example:%d" % number) for number in range(count))
        )
        return path

    return make


def noted(output: Path) -> list[tuple[str, int | None, str]]:
    """What is written beside an output: file, line and code."""
    lines = map(json.loads, Path(f"{output}.faults.jsonl").read_bytes().splitlines())
    return [(Path(note["origin"]).name, note.get("line"), note["code"]) for note in lines]


def articles_in(output: Path) -> list[Article]:
    """The articles of an output."""
    if output.suffix == ".parquet":
        return from_table(pq.read_table(output))
    data = output.read_bytes()
    return [*map(from_json, (gzip.decompress(data) if output.suffix == ".gz" else data).splitlines())]


@pytest.fixture
def folder(tmp_path):
    """A folder with news of every kind, and some that is at fault or no news."""
    home = tmp_path / "news"
    (home / "deep").mkdir(parents=True)
    (home / "a.json").write_bytes(to_json(story(0)))
    (home / "b.jsonl").write_bytes(to_json(story(1)) + b"\r\n\n{}\n" + to_json(story(2)))
    with gzip.open(home / "deep" / "c.ndjson.gz", "wb") as file:
        file.write(to_json(story(3)) + b"\n")
    pq.write_table(to_table([story(4)]), home / "d.parquet")
    (home / "e.txt").write_text(COPY.format("port", 5), "utf-8")
    (home / "f.txt").write_bytes(COPY.format("Åby", 6).replace("🌊", "").encode("cp1252"))
    (home / "g.jsonl.gz").write_bytes(gzip.compress(to_json(story(0)))[:-20])
    (home / "h.json.gz").write_bytes(gzip.compress(to_json(story(0)))[:-20])
    (home / "h.txt.gz").write_bytes(gzip.compress(random.Random(1).randbytes(2**21))[:-20])
    (home / "i.jpg").write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF")
    (home / "j.parquet").write_bytes(b"PAR1")
    (home / ".hidden.txt").write_text("no news", "utf-8")
    return home


@pytest.mark.parametrize("ending", [".parquet", ".jsonl.gz", ".jsonl"])
def test_a_folder_becomes_one_file(folder, tmp_path, ending):
    """Every document of every kind is in the output in the order of the names, or in the list beside it."""
    output = tmp_path / f"out{ending}"
    summary = write_corpus([folder], output)
    held = articles_in(output)
    assert held[:5] == [story(number) for number in (0, 1, 2, 4, 3)]
    assert [held[5].headline, held[6].headline] == ["Rain in port", "Rain in Åby"]
    assert (summary.articles, summary.quotes, summary.faulty, summary.noted, summary.passed_over) == (7, 7, 6, 1, 1)
    assert noted(output) == [
        (".hidden.txt", None, NoteCode.HIDDEN),
        ("j.parquet", None, "invalid-json"),
        ("b.jsonl", 3, NoteCode.UNKNOWN_FORMAT),
        ("f.txt", None, NoteCode.GUESSED),
        ("g.jsonl.gz", 1, "invalid-json"),
        ("h.json.gz", None, "invalid-json"),
        ("h.txt.gz", None, "invalid-json"),
        ("i.jpg", None, NoteCode.UNKNOWN_FORMAT),
    ]
    assert {"news", output.name, f"{output.name}.faults.jsonl"} == {path.name for path in tmp_path.iterdir()}
    outcomes = [*iter_corpus([folder])]
    assert [one.article for one in outcomes if one.article] == held
    assert {one.origin for one in outcomes} == {str(path) for path in folder.rglob("*") if path.is_file()}


def test_annotations_and_their_text_are_one_document(tmp_path):
    """The text beside an annotation file is read with it, whatever it is; another text is another document."""
    brat = tmp_path / "brat"
    brat.mkdir()
    text, annotations = brat / "a.txt", brat / "a.ann"
    text.write_text("Anna said it was late. Bo left.")
    annotations.write_text("T1\tContent 10 21\tit was late\nE1\tAttribution:T1 Content:T1\n")
    (brat / "b.ann").write_text("")
    (brat / "b.txt").write_bytes(b"caf\xe9")
    (brat / "c.ann").write_text("T1\tContent 0 4\tRain\n")
    output = tmp_path / "out.jsonl"
    summary = write_corpus([brat], output)
    assert (summary.articles, summary.quotes, summary.faulty, summary.passed_over) == (1, 1, 2, 2)
    (article,) = articles_in(output)
    assert (article.text, article.quotes[0].words) == (text.read_text(), "it was late")
    assert {(name, code) for name, _, code in noted(output)} == {
        ("a.txt", NoteCode.TEXT_FILE),
        ("b.txt", NoteCode.TEXT_FILE),
        ("b.ann", NoteCode.ENCODING),
        ("c.ann", NoteCode.NO_TEXT),
    }


def test_quotations_are_found_in_rows_too(tmp_path):
    """Articles of a table that have no quotations get them, if that is asked for."""
    item = Article(id="urn:example:1", text="“It is safe,” harbour master Ines Okafor said.")
    write_jsonl([item], tmp_path / "in.jsonl")
    write_corpus([tmp_path / "in.jsonl"], tmp_path / "in.parquet")
    found = write_corpus([tmp_path / "in.parquet"], tmp_path / "out.jsonl", options=_read.ReadOptions(find_quotes=True))
    assert (found.articles, found.quotes) == (1, 1)


def test_rows_say_where_they_came_from(folder, tmp_path):
    """File, line and number stand beside each article, and what was given is in it."""
    write_corpus([folder], tmp_path / "out.parquet", given={"publisher": "The Bergen Courier", "language": "en"})
    rows = (
        pq.read_table(tmp_path / "out.parquet").select(["origin", "line", "item", "publisher", "language"]).to_pylist()
    )
    assert [(Path(row["origin"]).name, row["line"], row["item"]) for row in rows] == [
        ("a.json", None, None),
        ("b.jsonl", 1, None),
        ("b.jsonl", 4, None),
        ("d.parquet", None, 1),
        ("c.ndjson.gz", 1, None),
        ("e.txt", None, None),
        ("f.txt", None, None),
    ]
    assert {(row["publisher"], row["language"]) for row in rows} == {("The Bergen Courier", "en")}
    given = {"updated": "soon"}
    assert write_corpus([tmp_path / "out.parquet"], tmp_path / "again.parquet", given=given).faulty == 7


def test_what_comes_out_goes_in_again(make_lines, tmp_path):
    """From JSON lines to Parquet to JSON lines: the same articles, byte for byte, and they still know their file."""
    lines = make_lines(600)
    table, back, again = tmp_path / "a.parquet", tmp_path / "b.jsonl.gz", tmp_path / "c.parquet"
    assert write_corpus([lines], table).articles == 600
    assert write_corpus([table], back).articles == 600
    assert lines.read_bytes() == gzip.decompress(back.read_bytes())
    write_corpus([table], again)
    assert pq.read_table(table) == pq.read_table(again)
    assert not Path(f"{table}.faults.jsonl").exists()


def test_many_workers_write_what_one_writes(make_lines, tmp_path):
    """The number of processes changes nothing in the result."""
    lines, advances = make_lines(600), []
    write_corpus([lines], tmp_path / "one.parquet")
    write_corpus([lines], tmp_path / "two.parquet", workers=2, advance=lambda *what: advances.append(what))
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    assert (600, {False}) == (sum(tally.articles for tally, _ in advances), {earlier for _, earlier in advances})
    assert sum(tally.size for tally, _ in advances) == lines.stat().st_size


@pytest.fixture
def small(monkeypatch):
    """Batches of twenty, so that a few documents make several."""
    monkeypatch.setattr(_batches, "BATCH", 20)
    monkeypatch.setattr(_batches, "_FILES", 2)


class Stopped(Exception):  # noqa: N818 - no error
    """What ends a run in the middle."""


def stopped_after(number):
    """What is told of each batch, and ends the run after so many."""

    def advance(*_):
        nonlocal number
        number -= 1
        if not number:
            raise Stopped

    return advance


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_run_that_stops_goes_on_where_it_was(make_lines, tmp_path, workers):
    """The next run takes what is done, does the rest once, and gives the same bytes."""
    lines, whole, output = make_lines(100), tmp_path / "whole.parquet", tmp_path / "out.parquet"
    write_corpus([lines], whole)
    for stop in (1, 3, 5):
        with pytest.raises(Stopped):
            write_corpus([lines], output, workers=workers, advance=stopped_after(stop))
        assert not output.exists()
    assert write_corpus([lines], output).earlier == 100
    assert whole.read_bytes() == output.read_bytes()
    assert {"in.jsonl", "whole.parquet", "out.parquet"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.usefixtures("small")
def test_content_counts_and_not_the_time(make_lines, tmp_path):
    """Parts of what has changed are done again, even where size and time are the same; those of the rest are kept."""
    lines, output = make_lines(100), tmp_path / "out.jsonl"
    before = lines.stat()
    with pytest.raises(Stopped):
        write_corpus([lines], output, advance=stopped_after(5))
    lines.write_bytes(lines.read_bytes().replace(b"urn:example:50", b"urn:example:5x"))
    os.utime(lines, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert write_corpus([lines], output).earlier == 80
    assert lines.read_bytes() == output.read_bytes()


@pytest.mark.usefixtures("small")
def test_a_damaged_part_is_done_again(make_lines, tmp_path):
    """Cut short, emptied or with a changed byte, it is taken for none."""
    lines, whole, output = make_lines(100), tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    write_corpus([lines], whole)
    with pytest.raises(Stopped):
        write_corpus([lines], output, advance=stopped_after(5))
    parts = [tmp_path / "out.jsonl.parts" / f"{number:08}" for number in range(5)]
    data = parts[0].read_bytes()
    parts[0].write_bytes(data[:-1])
    parts[1].write_bytes(b"")
    parts[2].write_bytes(data[:100] + bytes([data[100] ^ 1]) + data[101:])
    parts[3].unlink()
    assert write_corpus([lines], output).earlier == 20
    assert whole.read_bytes() == output.read_bytes()


def test_a_part_that_cannot_be_read_again_is_an_error(make_lines, tmp_path, monkeypatch):
    """A disk that loses what was just written is told, with the name of the file."""
    monkeypatch.setattr(_job, "load_part", lambda _: None)
    with pytest.raises(OSError, match="cannot be read again") as caught:
        write_corpus([make_lines(1)], tmp_path / "out.jsonl")
    assert caught.value.filename == str(tmp_path / "out.jsonl.parts" / "00000000")


def test_an_unfinished_run_of_something_else_is_not_continued(make_lines, tmp_path):
    """Parts of other input are neither mixed in nor thrown away."""
    output = tmp_path / "out.parquet"
    with pytest.raises(Stopped):
        write_corpus([make_lines(10)], output, advance=stopped_after(1))
    for more in ({"given": {"language": "en"}}, {"options": _read.ReadOptions(encoding="utf-8")}):
        with pytest.raises(CorpusError, match="remove this folder to start again"):
            write_corpus([make_lines(10)], output, **more)
    with pytest.raises(CorpusError, match="remove this folder to start again"):
        write_corpus([make_lines(10, "other.jsonl")], output)
    assert write_corpus([make_lines(10)], output).earlier == 10


def test_an_unfinished_run_on_another_text_is_not_continued(make_lines, tmp_path):
    """Texts that begin alike, and look alike in short, are two."""
    first, second = (Article(id="urn:example:1", text=f"{'Rain fell. ' * 99}{end}") for end in ("Stop.", "Go on."))
    output = tmp_path / "out.jsonl"
    with pytest.raises(Stopped):
        write_corpus([make_lines(10)], output, options=_read.ReadOptions(text=first), advance=stopped_after(1))
    with pytest.raises(CorpusError, match="remove this folder to start again"):
        write_corpus([make_lines(10)], output, options=_read.ReadOptions(text=second))


def test_what_a_killed_run_left_half_written_is_removed(make_lines, tmp_path):
    """Files that never took their place are gone before the next run begins."""
    output = tmp_path / "out.jsonl"
    with pytest.raises(Stopped):
        write_corpus([make_lines(10)], output, advance=stopped_after(1))
    (tmp_path / "out.jsonl.parts" / ".0123456789abcdef.part").touch()
    with pytest.raises(Stopped):
        write_corpus([make_lines(10)], output, advance=stopped_after(1))
    assert {path.name for path in (tmp_path / "out.jsonl.parts").iterdir()} == {"00000000", "lock", "manifest"}


def test_a_lock_that_cannot_be_removed_while_it_is_open_is_removed_afterwards(make_lines, tmp_path, monkeypatch):
    """Windows removes no file that is open: the folder of parts goes when the lock is let go."""
    is_held, lock, unlink = [], _job.locked, Path.unlink

    @contextmanager
    def locked(path):
        with lock(path):
            is_held.append(path)
            yield
            is_held.clear()

    def unlink_if_closed(path, **options):
        if path in is_held:
            raise PermissionError(path)
        unlink(path, **options)

    monkeypatch.setattr(_job, "locked", locked)
    monkeypatch.setattr(Path, "unlink", unlink_if_closed)
    write_corpus([make_lines(10)], tmp_path / "out.jsonl")
    assert not (tmp_path / "out.jsonl.parts").exists()


def test_workers_end_when_they_are_let_go():
    """Without being told to drop what is to be done, they do it first."""
    workers = _workers.Workers(1)
    future = workers.submit(len, "abc")
    workers.shutdown()
    assert future.result() == 3


def test_two_runs_to_one_output_do_not_meet(make_lines, tmp_path):
    """The second is refused in words, the first ends as if nothing had been; then the output is free."""
    lines, output, refused = make_lines(10), tmp_path / "out.parquet", []

    def again(*_):
        with pytest.raises(CorpusError, match="another run is writing to this output") as caught:
            write_corpus([lines], output)
        refused.append(caught)

    assert write_corpus([lines], output, advance=again).articles == 10
    assert (len(refused), write_corpus([lines], output).articles) == (1, 10)


def test_articles_with_one_id_are_told_and_joined_where_asked(make_lines, tmp_path):
    """The second says where the first is; it is kept, or left out of any kind of output."""
    lines = make_lines(3)
    twice = make_lines(2, "other.jsonl")
    for ending, expected in ((".parquet", 3), (".jsonl", 3), (".jsonl.gz", 3)):
        output = tmp_path / f"out{ending}"
        kept = write_corpus([lines, twice], output)
        assert (kept.articles, kept.same_ids, kept.left_out) == (5, 2, 0)
        assert noted(output) == [("other.jsonl", 1, "same-id"), ("other.jsonl", 2, "same-id")]
        joined = write_corpus([lines, twice], output, unique=True)
        assert (joined.articles, joined.quotes, joined.same_ids, joined.left_out) == (expected, 3, 2, 2)
        assert [one.id for one in articles_in(output)] == [f"urn:example:{number}" for number in range(3)]
    first = json.loads(Path(f"{output}.faults.jsonl").read_bytes().splitlines()[0])
    assert first["message"] == f"an article with this id is in {lines}:1; this one is left out"


def test_an_output_keeps_mode_and_link(make_lines, tmp_path):
    """What is replaced hands on its permissions, and a link goes on pointing to it."""
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    real.touch()
    real.chmod(0o640)
    link.symlink_to(real)
    write_corpus([make_lines(2)], link)
    assert (link.is_symlink(), real.stat().st_mode & 0o777, len(articles_in(real))) == (True, 0o640, 2)


def test_an_output_inside_its_input_is_not_read_again(tmp_path):
    """Three runs into the folder that is read give the same three times."""
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(COPY.format(number, number), "utf-8")
    output = tmp_path / "out.parquet"
    found = [write_corpus([tmp_path], output) for _ in range(3)]
    assert [(one.articles, one.faulty) for one in found] == [(5, 0)] * 3
    other = write_corpus([tmp_path, tmp_path / "0.txt"], tmp_path / "twice.jsonl")
    assert (other.articles, other.same_ids) == (5, 0)
    assert write_corpus([output], tmp_path / "named.jsonl").articles == 5


def test_faults_of_an_earlier_run_do_not_stay(make_lines, tmp_path):
    """A run of which nothing is to be said leaves no list of faults."""
    lines, output = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    lines.write_bytes(b"{}\n")
    assert write_corpus([lines], output).faulty == 1
    assert noted(output) == [("in.jsonl", 1, NoteCode.UNKNOWN_FORMAT)]
    assert write_corpus([make_lines(2)], output).faulty == 0
    assert not Path(f"{output}.faults.jsonl").exists()


def test_nothing_at_all_is_a_corpus_too(tmp_path):
    """Empty files give an output that can be read."""
    empty = tmp_path / "in.jsonl"
    empty.touch()
    for name in ("out.parquet", "out.jsonl.gz", "out.jsonl"):
        assert write_corpus([empty], tmp_path / name).articles == 0
        assert articles_in(tmp_path / name) == []


@pytest.mark.usefixtures("small")
def test_row_groups_are_cut_by_size(make_lines, tmp_path, monkeypatch):
    """Parts are gathered into row groups until they are large enough to be read at once."""
    write_corpus([make_lines(100)], tmp_path / "one.parquet")
    monkeypatch.setattr(_parquet, "_ROW_GROUP", 1)
    write_corpus([make_lines(100)], tmp_path / "many.parquet")
    assert tuple(pq.ParquetFile(tmp_path / f"{name}.parquet").num_row_groups for name in ("one", "many")) == (1, 5)


def test_batches_are_cut_by_bytes(make_lines, monkeypatch):
    """Long documents are held one by one, and the sizes of the batches add up."""
    from newsschema.corpus import find_files

    lines = make_lines(10)
    monkeypatch.setattr(_batches, "_BYTES", 1)
    batches = [*_batches.batches_of(find_files([lines])[0])]
    assert [len(batch.documents) for batch in batches] == [1] * 10
    assert lines.stat().st_size == sum(batch.size for batch in batches)


def test_a_document_that_is_too_large_is_a_fault(tmp_path, monkeypatch):
    """No more of it is read than shows that it is, and the next line is read as if nothing had been."""
    lines, alone, packed = tmp_path / "a.jsonl", tmp_path / "b.txt", tmp_path / "c.txt.gz"
    lines.write_bytes(b"[" * 5000 + b"\n" + to_json(story(0)) + b"\n" + b"[" * 3003)
    alone.write_bytes(b"x" * 5000)
    packed.write_bytes(gzip.compress(b"x" * 10**7))
    for room in (_batches, _read):
        monkeypatch.setattr(room, "DEFAULT_LIMITS", Limits(bytes=3000))
    write_corpus([tmp_path], tmp_path / "out.jsonl")
    assert noted(tmp_path / "out.jsonl") == [
        ("a.jsonl", 1, "too-large"),
        ("a.jsonl", 3, "too-large"),
        ("b.txt", None, "too-large"),
        ("c.txt.gz", None, "too-large"),
    ]


@pytest.mark.parametrize("name", ["wire.json", "wire.txt.gz", "wire"])
def test_json_lines_are_known_whatever_their_name(tmp_path, monkeypatch, name):
    """Lines of JSON are documents of their own, in small files and in large ones, whose lines are not held together."""
    data = b"".join(to_json(story(number)) + b"\n" for number in range(3))
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    for size in (4 * 2**20, 1):
        monkeypatch.setattr(_batches, "_BYTES", size)
        found = [*iter_corpus([tmp_path / name])]
        assert [(one.line, one.article) for one in found] == [(number + 1, story(number)) for number in range(3)]


def test_a_file_that_goes_away_is_a_fault(tmp_path, monkeypatch):
    """Between being found and being read a file may vanish or be locked."""
    (tmp_path / "a.txt").write_text("Rain fell, she said.")
    (tmp_path / "b.json.gz").write_bytes(gzip.compress(to_json(story(0))))

    def vanished(path):
        raise FileNotFoundError(2, "No such file or directory", str(path))

    monkeypatch.setattr(_batches, "open_read", vanished)
    assert write_corpus([tmp_path], tmp_path.parent / "out.jsonl").faulty == 2
    assert {code for _, _, code in noted(tmp_path.parent / "out.jsonl")} == {NoteCode.UNREADABLE}


def test_rows_keep_the_faults_that_they_come_with(tmp_path):
    """Parquet that an engine wrote, with origin and faults beside the articles, goes in as it is."""
    documents = pa.table({"document": [to_json(story(0)).decode(), "{}"], "origin": ["wire", "desk"], "line": [3, 4]})
    pq.write_table(read(documents), tmp_path / "in.parquet")
    output = tmp_path / "out.parquet"
    summary = write_corpus([tmp_path / "in.parquet"], output)
    assert (summary.articles, summary.faulty) == (1, 1)
    assert noted(output) == [("desk", 4, "missing-field")] * 3
    assert pq.read_table(output)["origin"].to_pylist() == ["wire"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, ("invalid-json",)),
        ({"words": [1]}, ("unknown-field", "words")),
        ({"faults": [1]}, ("wrong-type", "faults")),
        ({"faults": ["x"]}, ("wrong-type", "faults")),
        ({"origin": [1]}, ("wrong-type", "origin")),
    ],
)
def test_parquet_that_holds_no_articles_is_told_before_the_work(tmp_path, content, expected):
    """A file that is named and is no Parquet, or has other columns, stops the run before it begins."""
    file, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    file.write_bytes(b"PAR0") if content is None else pq.write_table(pa.table(content), file)
    with pytest.raises(ValidationError) as caught:
        write_corpus([file], output)
    (issue,) = caught.value.issues
    assert (expected[0], (str(file), *expected[1:])) == (issue.code, issue.path)
    assert [file] == [*tmp_path.iterdir()]


def test_parquet_that_is_broken_inside_is_a_fault(tmp_path):
    """Where the beginning is fine and the rest is not, what could be read is there, and the file is told."""
    file = tmp_path / "in.parquet"
    pq.write_table(to_table([story(number) for number in range(50)]), file, compression="none")
    data = bytearray(file.read_bytes())
    data[100:3000] = bytes(2900)
    file.write_bytes(data)
    assert write_corpus([file], tmp_path / "out.jsonl").faulty >= 1
    assert {NoteCode.UNREADABLE} >= {code for name, _, code in noted(tmp_path / "out.jsonl") if code == "unreadable"}


def test_parquet_that_cannot_be_opened(tmp_path, monkeypatch):
    """One that is named is an error, one in a folder is passed over with its reason."""
    (tmp_path / "in.parquet").touch()

    def locked(path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(_parquet, "schema_of", locked)
    with pytest.raises(PermissionError):
        write_corpus([tmp_path / "in.parquet"], tmp_path / "out.jsonl")
    assert write_corpus([tmp_path], tmp_path / "out.jsonl").faulty == 1
    assert noted(tmp_path / "out.jsonl") == [("in.parquet", None, NoteCode.UNREADABLE)]


@pytest.mark.parametrize("output", ["out.csv", "folder.parquet"])
def test_an_output_must_be_a_file_of_a_known_kind(make_lines, tmp_path, output):
    """Another ending and a folder of that name are refused."""
    (tmp_path / "folder.parquet").mkdir()
    with pytest.raises(CorpusError, match=r"must end in \.parquet"):
        write_corpus([make_lines(1)], tmp_path / output)


def test_nothing_to_read_is_told(tmp_path):
    """An empty folder is nothing to make a corpus of."""
    (tmp_path / "empty").mkdir()
    for call in (
        lambda: write_corpus([tmp_path / "empty"], tmp_path / "out.jsonl"),
        lambda: [*iter_corpus([tmp_path / "empty"])],
    ):
        with pytest.raises(CorpusError, match="there is nothing to read"):
            call()


def test_tallies_add_up():
    """Two tallies together, and one of which an article is left out."""
    one = Tally(articles=2, quotes=5, faulty=2, unread=1, noted=1, size=9)
    assert one + one == Tally(articles=4, quotes=10, faulty=4, unread=2, noted=2, size=18)
    kept = [_parts.Kept(b"1", "a", None, None, 2), _parts.Kept(b"2", "b", None, None, 3)]
    assert _parts.without(one, kept, [True, False]) == Tally(articles=1, quotes=2, faulty=2, unread=1, noted=1, size=9)


SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT) if os.name == "posix" else (signal.SIGTERM,)


def ended_and_resumed(inputs: list[Path], output: Path, times: int, seed: int) -> int:
    """Run the command, end it that many times by one signal or another, then let it end; how often it was running.

    First as soon as it has begun, so that on any machine one end interrupts it, then at random moments.
    """
    moments, hit = random.Random(seed), 0
    for time_of_all in range(times):
        number = SIGNALS[time_of_all % len(SIGNALS)]
        heard = None if number == signal.SIGKILL else lambda number=number: signal.signal(number, signal.SIG_DFL)
        command, before = [*RUN, *inputs, "-o", output, "-j", "2"], {*output.parent.glob("**/.*.part")}
        with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, preexec_fn=heard) as process:  # noqa: PLW1509
            parts = output.with_name(f"{output.name}.parts")
            while process.poll() is None and not parts.exists():
                time.sleep(0.005)  # nothing is at stake before there are parts
            time.sleep(moments.uniform(0, 0.8) if time_of_all else 0)
            if process.poll() is None:
                hit += 1
                process.send_signal(number)
            assert process.wait() in (0, 1, -number, 128 + number)
            err = process.stderr.read()
            assert b"Traceback" not in err or b"_newsschema_command.py" not in err  # Python itself was still beginning
        if number != signal.SIGKILL:
            assert {*output.parent.glob("**/.*.part")} <= before  # those of one that was killed
    done = subprocess.run([*RUN, *inputs, "-o", output, "-j", "2"], check=False, capture_output=True)
    assert done.returncode in (0, 1), done.stderr
    return hit


@pytest.mark.parametrize(
    ("count", "times"), [(1500, 3), pytest.param(12_000, 20, marks=pytest.mark.slow)], ids=["thrice", "twenty times"]
)
def test_ended_at_random_moments_it_ends_like_an_undisturbed_run(make_lines, tmp_path, count, times):
    """Killed, terminated and interrupted, and started again, the command writes what an undisturbed run writes."""
    lines, whole, output = make_lines(count), tmp_path / "whole.parquet", tmp_path / "out.parquet"
    write_corpus([lines], whole)
    hit = ended_and_resumed([lines], output, times, seed=times)
    assert hit > 0
    assert whole.read_bytes() == output.read_bytes()
    assert {"in.jsonl", "whole.parquet", "out.parquet"} == {path.name for path in tmp_path.iterdir()}


def test_two_commands_at_once(make_lines, tmp_path):
    """Of two that are started together one does the work, and the other is refused in one line, or finds it done."""
    lines, output = make_lines(3000), tmp_path / "out.parquet"
    both = [
        subprocess.Popen([*RUN, lines, "-o", output, "-j", "1"], stderr=subprocess.PIPE, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    found = []
    for process in both:
        with process:
            _, err = process.communicate()
            found.append((process.returncode, err.decode()))
    assert (0, "") in found
    assert all(code == 0 or (code == 2 and "another run is writing to this output" in err) for code, err in found)
    assert pq.read_table(output).num_rows == 3000
    assert {"in.jsonl", "out.parquet"} == {path.name for path in tmp_path.iterdir()}
