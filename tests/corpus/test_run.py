"""Whole corpora: what goes in comes out, whatever happens on the way."""

import gzip
import os
import random
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsschema import Limits, MissingExtraError, ValidationError, from_json, to_json
from newsschema.arrow import _corpus, _inputs, from_table, to_table
from newsschema.arrow._corpus import Tally, UnfinishedError, faults_beside, run
from newsschema.arrow._inputs import batches_in, files_in

RUN = [sys.executable, "-m", "newsschema", "corpus"]


def listed(output: Path) -> list[tuple[str, str]]:
    """The faults written beside an output: where, and what."""
    lines = faults_beside(output).read_bytes().splitlines()
    return [(Path(fault["origin"]).name, fault["code"]) for fault in map(msgspec.json.decode, lines)]


@pytest.fixture
def folder(tmp_path, stories):
    """A folder with news of every kind, and some that is at fault or no news."""
    home = tmp_path / "news"
    (home / "deep").mkdir(parents=True)
    one, two, three, four, five, _ = stories
    (home / "a.json").write_bytes(to_json(one))
    (home / "b.jsonl").write_bytes(to_json(two) + b"\r\n\n{}\n" + to_json(three))
    with gzip.open(home / "deep" / "c.ndjson.gz", "wb") as file:
        file.write(to_json(four) + b"\n")
    pq.write_table(to_table([five]), home / "d.parquet")
    (home / "e.txt").write_text('Rain in port\n\n"The bridge is safe," Ines Okafor told reporters.\n', "utf-8")
    (home / "f.txt").write_bytes(b"caf\xe9")
    (home / "g.jsonl.gz").write_bytes(gzip.compress(to_json(one))[:-20])
    (home / "h.json.gz").write_bytes(gzip.compress(to_json(one))[:-20])
    (home / "notes.md").write_text("no news", "utf-8")
    (home / ".hidden.txt").write_text("no news either", "utf-8")
    return home


@pytest.mark.parametrize("ending", [".parquet", ".jsonl.gz"])
def test_a_folder_becomes_one_file(folder, stories, tmp_path, ending):
    """Every document of every kind is in the output in the order of the names, or in the list of faults."""
    output = tmp_path / f"out{ending}"
    files = list(files_in([folder]))
    tally = run(files, output, workers=1)
    if ending == ".parquet":
        held = from_table(pq.read_table(output))
    else:
        held = [from_json(line) for line in gzip.decompress(output.read_bytes()).splitlines()]
    assert [stories[number] for number in (0, 1, 2, 4, 3)] == held[:5]
    assert [quote.words for quote in held[5].quotes] == ["The bridge is safe,"]
    assert (tally.articles, tally.quotes, tally.faulty) == (6, 11, 4)
    assert listed(output) == [("b.jsonl:3", "missing-field")] * 3 + [
        ("f.txt", "bad-character"),
        ("g.jsonl.gz:1", "invalid-json"),
        ("h.json.gz", "invalid-json"),
    ]
    assert {"news", output.name, faults_beside(output).name} == {path.name for path in tmp_path.iterdir()}


def test_what_comes_out_goes_in_again(make_lines, tmp_path):
    """From JSON lines to Parquet to JSON lines: the same articles, byte for byte."""
    lines = make_lines(700)
    table, back = tmp_path / "a.parquet", tmp_path / "b.jsonl.gz"
    expected = Tally(articles=700, quotes=1400, size=lines.stat().st_size)
    assert expected == run([lines], table, workers=1)
    assert expected.articles == run([table], back, workers=1).articles
    assert lines.read_bytes() == gzip.decompress(back.read_bytes())
    assert not faults_beside(table).exists()


def test_many_workers_write_what_one_writes(make_lines, tmp_path):
    """The number of processes changes nothing in the result."""
    lines = make_lines(600)
    one, two = tmp_path / "one.parquet", tmp_path / "two.parquet"
    advances = []
    run([lines], one, workers=1)
    run([lines], two, workers=2, advance=lambda tally, earlier: advances.append((tally.articles, earlier)))
    assert one.read_bytes() == two.read_bytes()
    assert (600, {False}) == (sum(count for count, _ in advances), {earlier for _, earlier in advances})


def test_a_run_that_stops_goes_on_where_it_was(make_lines, tmp_path, monkeypatch):
    """Whatever call fails, the next run takes what is done, does the rest once, and gives the same bytes."""
    lines, whole, output = make_lines(100), tmp_path / "whole.parquet", tmp_path / "out.parquet"
    monkeypatch.setattr(_inputs, "BATCH", 20)
    run([lines], whole, workers=1)
    for stop in range(1, 10):  # the manifest; the whole and the faults, and what joins them; five parts
        calls = iter(range(1, 10))

        def failing(whatever, *more, calls=calls, stop=stop, real=None):
            if next(calls) == stop:
                raise OSError(28, "No space left on device")
            return real(whatever, *more)

        with monkeypatch.context() as patch:
            for name in ("atomic_write", "_join_rows"):
                patch.setattr(_corpus, name, partial(failing, real=getattr(_corpus, name)))
            with pytest.raises(OSError, match="No space"):
                run([lines], output, workers=1)
        assert not output.exists()
        earlier = []
        run([lines], output, workers=1, advance=lambda _, done, earlier=earlier: earlier.append(done))
        done = max(stop - 5, 0)
        assert [True] * done + [False] * (5 - done) == earlier
        assert whole.read_bytes() == output.read_bytes()
        output.unlink()


def test_what_an_end_in_the_last_moment_leaves_is_mended(make_lines, tmp_path, monkeypatch):
    """Cut off after the output took its place and while the parts are removed, a run can be made again."""
    lines, output = make_lines(600), tmp_path / "out.jsonl.gz"

    def half(folder):
        (folder / "00000001").unlink()
        raise KeyboardInterrupt

    monkeypatch.setattr(
        _corpus.shutil, "rmtree", lambda folder, ignore_errors=False: None if ignore_errors else half(folder)
    )
    with pytest.raises(KeyboardInterrupt):
        run([lines], output, workers=1)
    expected = output.read_bytes()
    monkeypatch.undo()
    assert run([lines], output, workers=1).articles == 600
    assert expected == output.read_bytes()


def test_an_unfinished_run_of_something_else_is_not_continued(make_lines, tmp_path, monkeypatch):
    """Parts of other input are neither mixed in nor thrown away."""

    def interrupted(*_):
        raise KeyboardInterrupt

    output = tmp_path / "out.parquet"
    monkeypatch.setattr(_corpus, "_join_rows", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run([make_lines(10)], output, workers=1)
    with pytest.raises(UnfinishedError, match="remove it to begin anew"):
        run([make_lines(11)], output, workers=1)


def test_faults_of_an_earlier_run_do_not_stay(make_lines, tmp_path):
    """A run without faults leaves no list of faults."""
    lines, output = tmp_path / "in.jsonl", tmp_path / "out.parquet"
    lines.write_bytes(b"{}\n")
    assert run([lines], output, workers=1).faulty == 1
    assert listed(output) == [("in.jsonl:1", "missing-field")] * 3
    assert run([make_lines(2)], output, workers=1).faulty == 0
    assert not faults_beside(output).exists()


def test_nothing_at_all_is_a_corpus_too(tmp_path):
    """Empty files give an output that can be read."""
    empty = tmp_path / "in.jsonl"
    empty.touch()
    run([empty], tmp_path / "out.parquet", workers=1)
    run([empty], tmp_path / "out.jsonl.gz", workers=1)
    assert pq.read_table(tmp_path / "out.parquet").num_rows == 0
    assert gzip.decompress((tmp_path / "out.jsonl.gz").read_bytes()) == b""


def test_row_groups_are_cut_by_size(make_lines, tmp_path, monkeypatch):
    """Parts are gathered into row groups until they are large enough to be read at once."""
    monkeypatch.setattr(_inputs, "BATCH", 20)
    run([make_lines(100)], tmp_path / "one.parquet", workers=1)
    monkeypatch.setattr(_corpus, "_ROW_GROUP", 1)
    run([make_lines(100)], tmp_path / "many.parquet", workers=1)
    assert tuple(pq.ParquetFile(tmp_path / f"{name}.parquet").num_row_groups for name in ("one", "many")) == (1, 5)


def test_batches_are_cut_by_bytes(make_lines, monkeypatch):
    """Long documents are held one by one, and the sizes of the batches add up."""
    lines = make_lines(10)
    monkeypatch.setattr(_inputs, "_BYTES", 1)
    batches = list(batches_in([lines]))
    assert [len(batch.rows) for batch in batches] == [1] * 10
    assert lines.stat().st_size == sum(batch.size for batch in batches)


def test_a_document_that_is_too_large_is_a_fault(tmp_path, monkeypatch, stories):
    """No more of it is read than shows that it is, and the next line is read as if nothing had been."""
    lines, alone = tmp_path / "in.jsonl", tmp_path / "in.txt"
    lines.write_bytes(b"[" * 5000 + b"\n" + to_json(stories[0]) + b"\n" + b"[" * 2003)
    alone.write_bytes(b"x" * 5000)
    monkeypatch.setattr(_inputs, "DEFAULT_LIMITS", Limits(bytes=2000))
    in_lines, in_text = batches_in([lines, alone])
    assert [len(document or b"") for document in in_lines.rows["document"].to_pylist()] == [
        0,
        len(to_json(stories[0])) + 1,
        0,
    ]
    assert [[fault["code"] for fault in row] for row in in_lines.rows["faults"].to_pylist()] == [
        ["too-large"],
        [],
        ["too-large"],
    ]
    assert [row["code"] for row in in_text.rows["faults"][0].as_py()] == ["too-large"]


def test_rows_keep_the_faults_that_they_come_with(tmp_path, stories):
    """Parquet that an engine wrote, with origin and faults beside the articles, goes in as it is."""
    from newsschema.arrow import read

    documents = pa.table({"document": [to_json(stories[0]).decode(), "{}"], "origin": ["wire", "desk"]})
    pq.write_table(read(documents), tmp_path / "in.parquet")
    output = tmp_path / "out.parquet"
    tally = run([tmp_path / "in.parquet"], output, workers=1)
    assert (tally.articles, tally.faulty) == (1, 1)
    assert listed(output) == [("desk", "missing-field")] * 3


@pytest.mark.parametrize(
    ("content", "expected"), [(None, ("invalid-json",)), ({"words": [1]}, ("unknown-field", "words"))]
)
def test_parquet_that_holds_no_articles_is_told_before_the_work(tmp_path, content, expected):
    """A file that is no Parquet, or has other columns, stops the run before it begins."""
    file, output = tmp_path / "in.parquet", tmp_path / "out.parquet"
    file.write_bytes(b"PAR0") if content is None else pq.write_table(pa.table(content), file)
    with pytest.raises(ValidationError) as caught:
        run([file], output, workers=1)
    (issue,) = caught.value.issues
    assert (expected[0], (str(file), *expected[1:])) == (issue.code, issue.path)
    assert [file] == list(tmp_path.iterdir())


def killed_and_resumed(lines: Path, output: Path, kills: int, seed: int) -> int:
    """Run the command, kill it that many times, then let it end; how often it was killed running.

    First as soon as it has begun, so that on any machine one kill interrupts it, then at random moments.
    """
    moments = random.Random(seed)
    hit = 0
    for kill in range(kills):
        process = subprocess.Popen(
            [*RUN, lines, "-o", output, "-j", "2"], stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        parts = output.with_name(f"{output.name}.parts")
        while process.poll() is None and not parts.exists():
            time.sleep(0.005)  # nothing is at stake before there are parts
        time.sleep(moments.uniform(0, 0.8) if kill else 0)
        hit += process.poll() is None
        os.kill(process.pid, signal.SIGKILL) if process.poll() is None else None
        process.wait()
    assert subprocess.run([*RUN, lines, "-o", output, "-j", "2"], check=False, capture_output=True).returncode == 0
    return hit


@pytest.mark.parametrize(
    ("count", "kills"), [(1500, 2), pytest.param(12_000, 20, marks=pytest.mark.slow)], ids=["twice", "twenty times"]
)
def test_killed_at_random_moments_it_ends_like_an_undisturbed_run(make_lines, tmp_path, count, kills):
    """Killed and started again, the command writes what an undisturbed run writes, and leaves nothing else."""
    lines, whole, output = make_lines(count), tmp_path / "whole.parquet", tmp_path / "out.parquet"
    run([lines], whole, workers=1)
    hit = killed_and_resumed(lines, output, kills, seed=kills)
    assert hit > 0
    assert whole.read_bytes() == output.read_bytes()
    assert {"in.jsonl", "whole.parquet", "out.parquet"} == {path.name for path in tmp_path.iterdir()}


def test_without_pyarrow_the_extra_is_named(monkeypatch):
    """Who has not installed the extra is told which it is."""
    from importlib import reload
    from importlib.util import find_spec

    import newsschema.arrow

    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "pyarrow" else find_spec(name))
    with pytest.raises(MissingExtraError, match=r"newsschema\[arrow\]"):
        reload(newsschema.arrow)
