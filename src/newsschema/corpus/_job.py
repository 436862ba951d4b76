"""A whole corpus, read and written with all cores, so that an interruption loses nothing and repeats little.

The documents are cut into numbered batches, the same whenever the input is. For each, a worker writes a part beside the
output, whole or not at all, with a digest of what was in the batch. While the workers go on, the parts are put together
in order, and at the end the result takes its place in one step. So whatever moment a run is ended at, the next one
finds either a batch's part or does the batch again, and ends with the same bytes; and a part of other content, or one
that is damaged, is done again.
"""

import errno
import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from attrs import frozen

from newsschema._files import atomic_write, move_into_place
from newsschema._json.write import to_dict
from newsschema._parallel import ordered
from newsschema.corpus._batches import batches_of, check_columns, read_batch
from newsschema.corpus._find import FAULTS, LOCK, MANIFEST, PARTS, File, find_files
from newsschema.corpus._given import NOTHING, Given
from newsschema.corpus._ids import MetIds, met_ids
from newsschema.corpus._lock import LockedError, locked
from newsschema.corpus._notes import CorpusError, Note, NoteCode, encode_notes, is_unread, place_of
from newsschema.corpus._parts import OUTPUTS, Packing, Part, Tally, load_part, make_part, packing_of, without
from newsschema.corpus._read import DEFAULT, Outcome, ReadOptions

if TYPE_CHECKING:
    from newsschema.corpus._workers import Workers

Advance = Callable[[Tally, bool], object]


@frozen(kw_only=True)
class Summary:
    """The result of a run.

    Attributes:
        output: The file that was written.
        faults: The file with the remarks on documents and files; `None` if there are none.
        files: How many files were read.
        articles: Articles in the output.
        quotes: Quotes in them.
        faulty: Documents, files and folders that are left out for a fault.
        unread: Those of them that are empty, or in no known format.
        noted: Articles with a remark.
        same_ids: Articles with the id of an earlier one.
        left_out: Those of them that were left out.
        passed_over: Files and folders that were not read: hidden, already read, or written by the command.
        earlier: Documents that an earlier run had done.
        size: Bytes of the input.
        seconds: How long it took.
    """

    output: str
    faults: str | None
    files: int
    articles: int
    quotes: int
    faulty: int
    unread: int
    noted: int
    same_ids: int
    left_out: int
    passed_over: int
    earlier: int
    size: int
    seconds: float


def iter_corpus(
    inputs: Sequence[str | os.PathLike[str]],
    *,
    given: Given = NOTHING,
    options: ReadOptions = DEFAULT,
    output: str | None = None,
) -> Iterator[Outcome]:
    """Iterate over the documents of files and folders of any format.

    Args:
        inputs: As for [`write_corpus`][newsschema.corpus.write_corpus].
        given: Values for all documents: publisher, language and so on.
        options: How the documents are read.
        output: Where you write what comes of them, which is not an input.

    Yields:
        The article or the faults of each document, and a remark on each file and folder that is passed over.

    Raises:
        CorpusError: A pattern names an unknown field, the output is an input too, or there is nothing to read.
        MissingExtraError: A needed extra is not installed.
        OSError: A file that is named cannot be read.
        ValidationError: A Parquet file that is named does not hold articles.
    """
    files, notes = _found(inputs, given, output)
    for note in notes:
        yield Outcome(article=None, notes=(note,)).at(note.origin, None, None)
    for batch in batches_of(files):
        yield from read_batch(batch.loaded(), options)


def _found(inputs: Iterable[str | os.PathLike[str]], given: Given, output: str | None) -> tuple[list[File], list[Note]]:
    """The files to be read, and notes on those that are passed over."""
    files, notes = find_files(inputs, given, output=output)
    files, misfits = check_columns(files)
    if not files and not notes and not misfits:
        raise CorpusError("there is nothing to read")
    return files, [*notes, *misfits]


def faults_beside(output: Path) -> Path:
    """Where what is to be said of documents is written."""
    return output.with_name(output.name + FAULTS)


def write_corpus(  # noqa: PLR0913 - each is an option
    inputs: Sequence[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    given: Given = NOTHING,
    options: ReadOptions = DEFAULT,
    unique: bool = False,
    workers: int = 1,
    begin: Callable[[int], object] | None = None,
    advance: Advance | None = None,
) -> Summary:
    """Read the documents of files and folders of any format, and write their articles to one file.

    Documents with faults are left out. Faults and other remarks are listed in a file next to the output, whose name
    ends in `.faults.jsonl`. An interrupted run continues when it is started again.

    Args:
        inputs: Files, folders, and patterns such as `{publisher}/{published}/*.txt`, whose names in braces set
            fields of the articles. Each file is read once.
        output: The file to write: `.parquet`, `.jsonl` or `.jsonl.gz`.
        given: Values for all documents: publisher, language and so on. A document keeps its own values.
        options: How the documents are read.
        unique: Whether to keep only the first of several articles with the same id.
        workers: The number of processes; with 1, the work is done in this process.
        begin: Called with the size of the input in bytes before the work begins.
        advance: Called with the counts of each batch, and whether an earlier run had done it.

    Returns:
        The result of the run.

    Raises:
        CorpusError: The output's name has no known ending, or the output is an input too; there is nothing to read; a
            pattern names an unknown field; another run writes to this output, or an unfinished run with other
            inputs is beside it.
        MissingExtraError: A needed extra is not installed.
        OSError: A file that is named cannot be read, or the output cannot be written.
        ValidationError: A Parquet file that is named does not hold articles.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     _ = Path(folder, "a.txt").write_text(
        ...         '"The bridge is safe," harbour master Ines Okafor said.'
        ...     )
        ...     summary = write_corpus(
        ...         [folder], f"{folder}/out.jsonl", given={"publisher": "The Bergen Courier"}
        ...     )
        >>> summary.articles, summary.quotes, summary.faulty
        (1, 1, 0)
    """
    start = time.perf_counter()
    names, place = [os.fspath(name) for name in inputs], Path(os.path.realpath(output))
    within = (Path(os.path.realpath(name)) for name in names if Path(name).is_dir())
    packing = packing_of(place.name, in_its_input=any(map(place.is_relative_to, within)))
    if packing is None or place.is_dir() or os.fspath(output).endswith(("/", os.sep)):
        raise CorpusError(f"{output}: the name of the output must end in {', '.join(OUTPUTS)}")
    files, notes = _found(names, given, str(place))
    if begin is not None:
        begin(sum(file.size for file in files))
    with _working_folder(place, _plan(names, given, options, place)) as folder:
        run = _Run(folder, packing, options, unique=unique, workers=workers, advance=advance)
        total, said = run.join(files, notes, folder / "whole", folder / "faults")
        _put_in_place(folder, place, said=said)
    left_out = [note for note in notes if note.is_error]
    return Summary(
        output=str(output),
        faults=str(faults_beside(Path(output))) if said else None,
        files=len(files),
        articles=total.articles,
        quotes=total.quotes,
        faulty=total.faulty + len(left_out),
        unread=total.unread + sum(is_unread([note]) for note in left_out),
        noted=total.noted,
        same_ids=run.same_ids,
        left_out=run.left_out,
        passed_over=len(notes) - len(left_out),
        earlier=run.earlier,
        size=total.size,
        seconds=time.perf_counter() - start,
    )


def _plan(names: Sequence[str], given: Given, options: ReadOptions, place: Path) -> bytes:
    """What an unfinished run must have been asked for, to be gone on with."""
    from importlib.metadata import version

    asked = [os.fsencode(name).decode("utf-8", "backslashreplace") for name in names]
    plan = {  # the repr of an article is cut short
        "newsschema": version("newsschema"),
        "inputs": asked,
        "output": place.name,
        "given": sorted(given.items()),
        "options": repr(options),
        "text": options.text if isinstance(options.text, str | None) else to_dict(options.text),
    }
    return msgspec.json.encode(plan)


@contextmanager
def _working_folder(place: Path, plan: bytes) -> Generator[Path, None, None]:
    """The folder of parts beside an output, for this run alone; what the run does not finish stays there."""
    folder = place.with_name(place.name + PARTS)
    if not place.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(place))
    folder.mkdir(mode=0o700, exist_ok=True)
    is_left = False
    try:
        with locked(folder / LOCK):
            _check_plan(folder, plan)
            try:
                _remove_unfinished(folder)  # of a run that was killed
                yield folder
            finally:
                _remove_unfinished(folder)
            is_left = [folder / LOCK] == [*folder.iterdir()] and not _is_removed(folder)
    except LockedError:
        raise CorpusError(f"{place}: another run is writing to this output; wait for it, or name another") from None
    if is_left:
        _is_removed(folder)


def _is_removed(folder: Path) -> bool:
    """Remove a folder with a lock and nothing else, unless the lock is open: Windows removes no such file."""
    try:
        (folder / LOCK).unlink()
        folder.rmdir()
    except PermissionError:
        return False
    return True


def _remove_unfinished(folder: Path) -> None:
    for unfinished in folder.glob(".*.part"):
        unfinished.unlink(missing_ok=True)


def _check_plan(folder: Path, plan: bytes) -> None:
    manifest = folder / MANIFEST
    if manifest.exists() and manifest.read_bytes() != plan:
        raise CorpusError(
            f"{folder}: an unfinished run with other inputs or options; remove this folder to start again"
        )
    with atomic_write(manifest) as file:
        file.write(plan)


def _put_in_place(folder: Path, place: Path, *, said: bool) -> None:
    """Let the result take its place, and what is said of it; the parts are no longer needed then."""
    beside = faults_beside(place)
    if said:
        move_into_place(folder / "faults", beside)
    else:
        beside.unlink(missing_ok=True)  # of an earlier run
    move_into_place(folder / "whole", place)
    for part in folder.iterdir():
        if part.name != LOCK:
            part.unlink()


class _Run:
    """One run: its parts put together, and what is to be known at the end."""

    def __init__(  # noqa: PLR0913 - what it is made of
        self,
        folder: Path,
        packing: Packing,
        options: ReadOptions,
        *,
        workers: int,
        unique: bool,
        advance: Advance | None,
    ) -> None:
        self._folder, self._packing, self._options = folder, packing, options
        self._workers, self._unique, self._advance = workers, unique, advance
        self.same_ids = self.left_out = self.earlier = 0

    def join(self, files: Iterable[File], notes: Sequence[Note], whole: Path, faults: Path) -> tuple[Tally, bool]:
        """Do all batches, and put their parts together; what came of them, and whether anything is to be said."""
        total, said = Tally(), bool(notes)
        with (
            closing(self._parts(files)) as parts,
            met_ids(self._folder / "ids") as met,
            atomic_write(whole) as file,
            atomic_write(faults) as listed,
            closing(self._packing.joiner(file)) as joiner,
        ):
            listed.writelines(encode_notes(notes))
            for part in parts:
                keep, repeated = self._repeated(part, met)
                joiner.add(part.content, keep)
                total += part.tally if keep is None else without(part.tally, part.kept, keep)
                listed.write(part.notes)
                listed.writelines(encode_notes(repeated))
                said = said or bool(part.notes or repeated)
        return total, said

    def _parts(self, files: Iterable[File]) -> Generator[Part, None, None]:
        """The parts of all batches, in order."""
        tasks = (
            partial(make_part, self._folder / f"{number:08}", batch, self._packing, self._options)
            for number, batch in enumerate(batches_of(files))
        )
        with closing(ordered(tasks, self._workers, _make_workers)) as done:
            for path, was_there in done:
                part = load_part(path)
                if part is None:
                    raise OSError(errno.EIO, "the file was written, and cannot be read again", str(path))
                documents = part.tally.articles + part.tally.faulty
                self.earlier += documents if was_there else 0
                if self._advance is not None:
                    self._advance(part.tally, was_there)
                yield part

    def _repeated(self, part: Part, met: MetIds) -> tuple[list[bool] | None, list[Note]]:
        """Which articles of a part are kept, `None` for all; and notes on those whose id was met before."""
        keep: list[bool] = []
        notes: list[Note] = []
        for one in part.kept:
            first = met.first(one.id, place_of(one.origin, one.line, one.item))
            keep.append(first is None)
            if first is not None:
                message = f"an article with this id is in {first}; this one is {'left out' if self._unique else 'kept'}"
                notes.append(Note(code=NoteCode.SAME_ID, message=message).at(one.origin, one.line, one.item))
        self.same_ids += len(notes)
        if not notes or not self._unique:
            return None, notes
        self.left_out += len(notes)
        return keep, notes


def _make_workers(number: int) -> "Workers":
    from newsschema.corpus._workers import Workers  # which one process does not need

    return Workers(number)
