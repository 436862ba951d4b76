"""Articles from JSON lines and back."""

import bz2
import codecs
import gzip
import lzma
import multiprocessing
import pickle
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO, StringIO
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newsschema import Article, Limits, ValidationError, _jsonl, _parallel, to_json
from newsschema._files import COMPRESSED
from newsschema._jsonl import LineError, documents_in, is_json_lines, iter_jsonl, map_jsonl, map_lines, write_jsonl
from newsschema.strategies import articles

RAIN = Article(id="urn:example:1", text="Rain fell.")
LINE = to_json(RAIN) + b"\n"
CORPUS = [RAIN.replace(id=f"urn:example:{number}") for number in range(40)]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A file of forty articles."""
    write_jsonl(CORPUS, tmp_path / "corpus.jsonl")
    return tmp_path / "corpus.jsonl"


@given(st.lists(articles(), max_size=2))
def test_what_is_written_is_read_back(written: list[Article]) -> None:
    """Reading gives the articles that were written, in order."""
    file = BytesIO()
    assert write_jsonl(written, file) == len(written)
    file.seek(0)
    assert list(iter_jsonl(file)) == written


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_path_is_compressed_where_its_name_says_so(name: str, tmp_path: Path) -> None:
    """A name in `.gz` gives a compressed file, any other a plain one; both are read back."""
    path = tmp_path / name
    write_jsonl(CORPUS, str(path))
    assert path.read_bytes().startswith(b"\x1f\x8b") == name.endswith(".gz")
    assert list(iter_jsonl(path)) == CORPUS


def test_what_was_there_stays_until_all_is_written(corpus: Path) -> None:
    """Articles that end in an error leave the file as it was."""
    before = corpus.read_bytes()

    def failing() -> Iterator[Article]:
        yield RAIN
        raise KeyError

    with pytest.raises(KeyError):
        write_jsonl(failing(), corpus)
    assert corpus.read_bytes() == before


def test_lines_end_as_they_like_and_may_be_blank() -> None:
    """Blank lines are passed over, a carriage return is no matter, and the last line needs no end."""
    data = b"\n" + LINE[:-1] + b"\r\n \n" + LINE[:-1]
    assert list(iter_jsonl(BytesIO(data))) == [RAIN, RAIN]


def test_a_bad_line_is_raised_with_its_number_and_every_fault() -> None:
    """An error says which line it is about, after the articles before it; it survives pickling."""
    found = iter_jsonl(BytesIO(LINE + b"\n" + b'{"schema_version":"1.0","id":1}\n' + LINE))
    assert next(found) == RAIN
    with pytest.raises(LineError, match=r"^line 3: 2 faults") as caught:
        next(found)
    assert [issue.code for issue in caught.value.issues] == ["wrong-type", "missing-field"]
    copy = pickle.loads(pickle.dumps(caught.value))
    assert (copy.line, copy.issues, str(copy)) == (3, caught.value.issues, str(caught.value))


@given(st.lists(st.booleans(), max_size=6))
def test_bad_lines_are_skipped_or_collected(good: list[bool]) -> None:
    """Whatever the lines, the good ones are read, and the function is told of each bad one."""
    data = b"".join(LINE if fine else b"{\n" for fine in good)
    errors: list[LineError] = []
    assert list(iter_jsonl(BytesIO(data), on_error="skip")) == [RAIN] * sum(good)
    assert list(iter_jsonl(BytesIO(data), on_error=errors.append)) == [RAIN] * sum(good)
    assert [error.line for error in errors] == [number for number, fine in enumerate(good, 1) if not fine]


@pytest.mark.parametrize("call", [iter_jsonl, partial(map_jsonl, attrgetter("id"), processes=1)])
def test_another_way_with_errors_is_refused_at_once(call: Callable[..., object], corpus: Path) -> None:
    """A misspelt `on_error` is told before anything is read."""
    with pytest.raises(ValueError, match="ignore"):
        call(corpus, on_error="ignore")


class Counting(BytesIO):
    """A file that knows the most that was asked of it at once."""

    most = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        """The line, its length noted."""
        line = super().readline(size)
        self.most = max(self.most, len(line))
        return line


@pytest.mark.parametrize("given", [LINE, LINE.decode()], ids=["bytes", "text"])
def test_lines_may_be_given_themselves(given: bytes | str) -> None:
    """Any iterable of lines will do, as bytes or as text, with their ends or without."""
    errors: list[LineError] = []
    lines = [given, given.strip(), type(given)(), given * 2, "\ud800" if isinstance(given, str) else b"\xff"]
    assert list(iter_jsonl(iter(lines), on_error=errors.append, limits=Limits(bytes=len(LINE)))) == [RAIN, RAIN]
    assert [(error.line, error.issues[0].code) for error in errors] == [(4, "too-large"), (5, "invalid-json")]


def test_a_byte_order_mark_is_no_part_of_the_first_line() -> None:
    """Programs of one maker begin every file with one; elsewhere it is not JSON."""
    assert list(iter_jsonl(BytesIO(codecs.BOM_UTF8 + LINE))) == [RAIN]
    assert list(iter_jsonl(BytesIO(LINE + codecs.BOM_UTF8 + LINE), on_error="skip")) == [RAIN]


def test_a_long_line_is_refused_before_it_is_read_whole() -> None:
    """A line of more bytes than the limit is an error of its own, and the lines after it are read."""
    file = Counting(LINE + b"x" * 2**20 + b"\n" + LINE)
    errors: list[LineError] = []
    found = list(iter_jsonl(file, limits=Limits(bytes=len(LINE)), on_error=errors.append))
    assert found == [RAIN, RAIN]
    assert [(error.line, error.issues[0].code) for error in errors] == [(2, "too-large")]
    assert file.most <= _jsonl._PIECE


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize(("room", "found"), [(0, [RAIN, RAIN]), (-1, [])])
def test_the_limit_counts_a_line_without_its_end(end: bytes, room: int, found: list[Article]) -> None:
    """A document of exactly the limit is read whatever ends its line, and one byte more is refused."""
    data = BytesIO(LINE[:-1] + (end or b"\n") + LINE[:-1] + end)
    assert list(iter_jsonl(data, limits=Limits(bytes=len(LINE) - 1 + room), on_error="skip")) == found


def test_a_compressed_bomb_is_refused_in_small_pieces(tmp_path: Path) -> None:
    """Compressed data that would fill the memory is passed over in pieces."""
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(b" " * 10**7 + b"\n" + LINE))
    errors: list[LineError] = []
    assert list(iter_jsonl(path, limits=Limits(bytes=1000), on_error=errors.append)) == [RAIN]
    assert [error.issues[0].code for error in errors] == ["too-large"]


@pytest.mark.parametrize("as_file", [False, True])
def test_broken_compression_is_an_error_of_the_line_it_is_met_in(as_file: bool, tmp_path: Path) -> None:
    """What was read before the data broke off is given, then the error; nothing follows."""
    path = tmp_path / "broken.jsonl.gz"
    path.write_bytes(gzip.compress(LINE * 2000)[:-12])
    errors: list[LineError] = []
    with gzip.open(path) as file:
        found = list(iter_jsonl(file if as_file else path, on_error=errors.append))
    assert set(found) <= {RAIN}
    assert [(error.line, error.issues[0].code) for error in errors] == [(len(found) + 1, "invalid-json")]


def test_a_file_opened_for_text_is_refused() -> None:
    """Text is no bytes, and the message says what to use."""
    with pytest.raises(TypeError, match=r"sys\.stdin\.buffer"):
        next(iter_jsonl(StringIO("{}")))  # type: ignore[arg-type]  # refused on purpose


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{\n 1: 2}\nx",
        b'{"a": \xff}\nx',
        b'{"a": 1}',
        b'{"a": 1}\n\n',
        b"{}}\nx",
        b"Rain.\n{}",
        b"[1]\n{}",
        b"\n" * 2**17 + b"{}\n{}",
        b'{"a": ' + b"[" * 2**17 + b"]" * 2**17 + b"}\n{}",
    ],
)
def test_what_only_looks_like_lines_is_one_document(data: bytes) -> None:
    """A first line that is no JSON object, or has nothing behind it, makes no lines."""
    assert not is_json_lines(BytesIO(data))
    assert [(None, data)] == list(documents_in(BytesIO(data)))


@given(
    st.sampled_from([b"", codecs.BOM_UTF8]), st.text(" \t\r\n").map(str.encode), st.binary(), st.sampled_from([16, 99])
)
def test_the_documents_of_json_lines_are_its_lines(mark: bytes, gap: bytes, rest: bytes, limit: int) -> None:
    """An object on the first line and something behind it make lines, whatever that is."""
    data = (mark or b"\n" * len(gap)) + b'{"a": 1}\n' + gap + b"x" + rest
    limits = Limits(bytes=limit)
    assert is_json_lines(BytesIO(data))
    assert list(map_lines(bytes, BytesIO(data), limits=limits)) == list(documents_in(BytesIO(data), limits))


LINES = st.lists(st.binary(max_size=12).map(lambda line: line.replace(b"\n", b"-") + b"\n"), max_size=12).map(b"".join)


@given(LINES, st.binary(max_size=3), st.lists(st.integers(0, 160), max_size=4), st.integers(1, 12))
def test_ranges_cut_anywhere_give_every_line_once(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, rest: bytes, cuts: list[int], limit: int
) -> None:
    """However a file is cut, its ranges hold the same lines in the same order as the whole."""
    assume(not (data + rest).startswith(tuple(COMPRESSED)))  # which has no lines
    path = tmp_path_factory.getbasetemp() / "cut.jsonl"
    path.write_bytes(data + rest)
    size = len(data + rest)
    places = sorted({0, size, *(cut for cut in cuts if cut < size)})
    found: list[tuple[int, Any]] = []
    before = 0
    for start, end in pairwise(places):
        count, outcomes = _jsonl._map_range(path, start, end, bytes, limit)
        found += [(before + number, outcome) for number, outcome in outcomes]
        before += count
    assert found == list(map_lines(bytes, path, limits=Limits(bytes=limit)))


@pytest.mark.parametrize("processes", [1, 2])
def test_a_function_is_mapped_over_the_articles_in_order(
    processes: int, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Results come in the order of the file, and bad lines have their numbers, however many processes work."""
    monkeypatch.setattr(_jsonl, "_RANGE", 300)
    corpus.write_bytes(corpus.read_bytes() + b"\n{\n" + LINE)
    errors: list[LineError] = []
    found = list(map_jsonl(attrgetter("id"), corpus, processes=processes, on_error=errors.append))
    assert found == [article.id for article in (*CORPUS, RAIN)]
    assert [error.line for error in errors] == [42]


def test_what_is_compressed_is_mapped_by_one_process(tmp_path: Path) -> None:
    """A compressed file has no ranges; the results are the same."""
    write_jsonl(CORPUS, tmp_path / "a.jsonl.gz")
    found = map_jsonl(attrgetter("id"), tmp_path / "a.jsonl.gz", processes=2)
    assert list(found) == [article.id for article in CORPUS]


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize(("pack", "name"), [(gzip.compress, "gzip"), (bz2.compress, "bzip2"), (lzma.compress, "xz")])
def test_compressed_data_under_another_name_is_told_once(pack, name: str, processes: int, corpus: Path) -> None:
    """It has no lines, and each piece of it that looks like one is not a fault of its own."""
    packed = corpus.with_suffix(f".{name}")
    packed.write_bytes(pack(corpus.read_bytes() * 20))
    errors: list[LineError] = []
    assert [] == list(map_jsonl(attrgetter("id"), packed, processes=processes, on_error=errors.append))
    assert [f"the file is compressed with {name}; only one whose name ends in .gz is decompressed"] == [
        issue.message for error in errors for issue in error.issues
    ]
    with packed.open("rb") as file, pytest.raises(LineError, match=f"line 1: the file is compressed with {name}"):
        list(iter_jsonl(file))


@pytest.mark.parametrize("processes", [1, 2])
def test_an_error_of_the_function_is_the_callers(processes: int, corpus: Path) -> None:
    """What the function raises is raised, and is no fault of the line; a note says of which article."""
    with pytest.raises(AttributeError) as caught:
        list(map_jsonl(attrgetter("nothing"), corpus, processes=processes, on_error="skip"))
    assert [f"raised for the article {CORPUS[0].id}"] == caught.value.__notes__


def test_a_fault_that_the_function_makes_is_no_fault_of_the_line(corpus: Path) -> None:
    """A function that builds something invalid is not mistaken for a bad line."""

    def emptied(article: Article) -> Article:
        return article.replace(headline="")

    with pytest.raises(ValidationError) as caught:
        list(map_jsonl(emptied, corpus, processes=1, on_error="skip"))
    assert not isinstance(caught.value, LineError)


def test_only_a_few_tasks_are_under_way() -> None:
    """Never more than four tasks for each process are ahead of what is taken; closing ends the processes."""
    drawn: list[int] = []

    def tasks() -> Iterator[Callable[[], int]]:
        for number in range(20):
            drawn.append(number)
            yield partial(int, number)

    results = _parallel.ordered(tasks(), 2)
    assert next(results) == 0
    assert drawn == [*range(8)]
    results.close()
    assert multiprocessing.active_children() == []


def test_no_processes_are_refused(corpus: Path) -> None:
    """There is at least one process."""
    with pytest.raises(ValueError, match="at least 1"):
        map_jsonl(attrgetter("id"), corpus, processes=0)
