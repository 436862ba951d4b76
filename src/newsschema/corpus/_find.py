"""The files of a corpus: found in folders and by patterns, each once, and whatever is passed over is said."""

import errno
import os
import re
import stat
from collections import deque
from collections.abc import Iterable, Mapping
from fnmatch import translate
from pathlib import Path, PurePath
from typing import Final, TypeAlias

from attrs import evolve, frozen

from newsschema.corpus._given import NOTHING, Given, check_names, placeholders, resolve
from newsschema.corpus._notes import CorpusError, Note, NoteCode
from newsschema.corpus._pairs import with_texts

FAULTS: Final = ".faults.jsonl"
PARTS: Final = ".parts"
MANIFEST: Final = "manifest"
LOCK: Final = "lock"

_MAGIC: Final = re.compile(r"[*?\[{]")
_TOKEN: Final = re.compile(r"(?P<some>\*+)|(?P<one>\?)|(?P<set>\[[^\]]+\])|\{(?P<field>\w+)\}")
_WHOLE: Final = re.compile(r"\{\w+\}")
_SHAPES: Final = {
    "published": r"\d{4}-?\d\d-?\d\d",
    "updated": r"\d{4}-?\d\d-?\d\d",
    "language": r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*",
    "year": r"\d{4}",
    "month": r"\d{1,2}",
    "day": r"\d{1,2}",
}
"""What a field looks like in a name that has other things in it too, so that it is cut in the right places."""

_Identity: TypeAlias = tuple[int, int]


@frozen
class File:
    """A file to be read.

    Attributes:
        path: Where it is.
        name: Its name as text.
        size: Its size in bytes.
        given: Values for fields that its documents lack, such as the publisher.
        is_named: Whether it is an input itself; otherwise it was found in a folder.
        format: The name of its format, where a second file beside it decides that.
        text: The path of that second file, which has the text of the annotations.
    """

    path: str
    name: str
    size: int
    given: Given
    is_named: bool = False
    format: str | None = None
    text: str | None = None


@frozen
class _Pattern:
    """A pattern of names: the folder to look in, what the rest looks like, and how many folders deep it can be."""

    root: str
    matcher: re.Pattern[str]
    depth: int | None


def find_files(
    inputs: Iterable[str | os.PathLike[str]], given: Given = NOTHING, *, output: str | None = None
) -> tuple[list[File], list[Note]]:
    """Find the files that are named, in folders, or matched by patterns; each once, in a stable order.

    Args:
        inputs: Names of files and folders, and patterns such as `{publisher}/{published}/*.txt`.
        given: Values for all documents: publisher, language and so on.
        output: The output, which is not an input.

    Returns:
        The files; and a note on each file and folder that is passed over.

    Raises:
        OSError: A named file does not exist or cannot be read, or nothing matches a pattern.
        CorpusError: A pattern names an unknown field, or the output is an input too.
        TypeError: `inputs` is a single name, not a list of names.
    """
    if isinstance(inputs, str | os.PathLike):
        raise TypeError(f"expected names of files, got one; put it in a list: [{os.fspath(inputs)!r}]")
    finder = _Finder(given, output)
    for name in inputs:
        finder.add(os.fspath(name))
    files, notes = with_texts(finder.files)
    return files, [*finder.notes, *notes]


def printable_name(path: str) -> str:
    """The name of a file as text: bytes in it that are no UTF-8 are spelled out."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


@frozen
class _Place:
    """Where a walk is: below which folder, how deep, and what names of files must look like."""

    root: str
    depth: int
    pattern: _Pattern | None
    folder: str

    @property
    def goes_deeper(self) -> bool:
        """Whether there can be files further down."""
        return self.pattern is None or self.pattern.depth is None or self.depth < self.pattern.depth

    def captured(self, path: str) -> Mapping[str, str] | None:
        """What the names of a file and its folders say; `None` where the pattern does not match."""
        if self.pattern is None:
            return {}
        found = self.pattern.matcher.fullmatch(PurePath(path).relative_to(self.root).as_posix())
        return None if found is None else found.groupdict()


class _Finder:
    """Goes through inputs and remembers what it has met."""

    def __init__(self, options: Given, output: str | None) -> None:
        self.files: list[File] = []
        self.notes: list[Note] = []
        self._options = options
        self._seen: dict[_Identity, str] = {}
        self._output = None if output is None else os.path.realpath(output)
        self._own: set[str] = (
            set() if self._output is None else {self._output, self._output + FAULTS, self._output + PARTS}
        )

    def add(self, name: str) -> None:
        """Take what an input names."""
        if not os.path.lexists(name) and _MAGIC.search(name):
            pattern = _pattern(name, self._options)
            before = len(self.files), len(self.notes)
            self._walk(pattern.root, pattern)
            if before == (len(self.files), len(self.notes)):
                raise FileNotFoundError(errno.ENOENT, "no file has such a name", name)
            return
        status = os.stat(name)  # noqa: PTH116 - a name that Path would change is an error's name
        if stat.S_ISDIR(status.st_mode):
            self._walk(name, None)
        elif not stat.S_ISREG(status.st_mode):
            raise OSError(errno.EINVAL, "is not a regular file, and cannot be read again", name)
        elif os.path.realpath(name) == self._output:
            raise CorpusError(f"{name}: the output is an input too")
        elif self._is_new(name, status, self._seen):
            self._take(name, status, {}, is_named=True)

    def _walk(self, root: str, pattern: _Pattern | None) -> None:
        """Take the files in a folder and in those below, last what links lead to, for it may have a real name too."""
        first, folders = len(self.files), {_identity(os.stat(root)): root}  # noqa: PTH116
        ahead: list[_Place] = [_Place(root, 1, pattern, root)]
        links: deque[tuple[os.DirEntry[str], _Place]] = deque()
        while ahead or links:
            if not ahead:
                entry, place = links.popleft()
                ahead += self._entered(entry, place, folders)
                continue
            place = ahead.pop()
            for entry in self._entries(place):
                if entry.is_symlink():
                    links.append((entry, place))
                else:
                    ahead += self._entered(entry, place, folders)
        self.files[first:] = sorted(self.files[first:], key=lambda file: PurePath(file.path).parts)

    def _entries(self, place: "_Place") -> list[os.DirEntry[str]]:
        try:
            with os.scandir(place.folder) as found:
                return sorted(found, key=lambda entry: entry.name)
        except OSError as error:
            if place.folder == place.root:
                raise
            self._say(place.folder, NoteCode.UNREADABLE, f"the folder cannot be read: {error.strerror}")
            return []

    def _entered(self, entry: os.DirEntry[str], place: "_Place", folders: dict[_Identity, str]) -> "list[_Place]":
        """Take a file, or say why not; the folder, where it is one to go into."""
        captured = place.captured(entry.path)
        try:
            status = os.stat(entry.path)  # noqa: PTH116 - that of the entry has no identity on Windows
        except OSError as error:  # a link that leads nowhere, or in circles
            if captured is not None:
                self._say(entry.path, NoteCode.UNREADABLE, error.strerror or str(error))
            return []
        is_folder = stat.S_ISDIR(status.st_mode)
        if captured is None and not (is_folder and place.goes_deeper):
            return []
        if (reason := self._reason_against(entry, status)) is not None:
            code, message = reason
            self._say(entry.path, code, message, is_error=code is NoteCode.NO_FILE)
        elif not is_folder:
            if self._is_new(entry.path, status, self._seen):
                self._take(entry.path, status, captured or {})
        elif place.goes_deeper and self._is_new(entry.path, status, folders):
            return [evolve(place, folder=entry.path, depth=place.depth + 1)]
        return []

    def _reason_against(self, entry: os.DirEntry[str], status: os.stat_result) -> tuple[NoteCode, str] | None:
        """Why something in a folder is none of its documents."""
        if entry.name.startswith("."):
            return NoteCode.HIDDEN, "the name begins with a dot"
        is_folder = stat.S_ISDIR(status.st_mode)
        if os.path.realpath(entry.path) in self._own or _is_working_file(entry.path, is_folder=is_folder):
            return NoteCode.OWN_FILE, "this is written by the command itself"
        if not is_folder and not stat.S_ISREG(status.st_mode):
            return NoteCode.NO_FILE, "this is not a regular file"
        return None

    def _is_new(self, path: str, status: os.stat_result, seen: dict[_Identity, str]) -> bool:
        """Whether this has not been met under another name; or that is noted."""
        first = seen.setdefault(_identity(status), path)
        if first is not path:
            message = f"this is {printable_name(first)}, which is read already"
            self._say(path, NoteCode.SAME_FILE, message, is_error=False)
        return first is path

    def _take(self, path: str, status: os.stat_result, captured: Mapping[str, str], *, is_named: bool = False) -> None:
        given = resolve(self._options, captured, path)
        path = path if is_named else path.removeprefix("./")
        self.files.append(File(path, printable_name(path), status.st_size, given, is_named))

    def _say(self, path: str, code: NoteCode, message: str, *, is_error: bool = True) -> None:
        self.notes.append(
            Note(origin=printable_name(path.removeprefix("./")), code=code, message=message, is_error=is_error)
        )


def _identity(status: os.stat_result) -> _Identity:
    return status.st_dev, status.st_ino


def _is_working_file(path: str, *, is_folder: bool) -> bool:
    """Whether this stands beside the output of another run: its faults, or the parts of an unfinished one."""
    if is_folder:
        return path.endswith(PARTS) and Path(path, MANIFEST).is_file()
    return path.endswith(FAULTS) and Path(path.removesuffix(FAULTS)).is_file()


def _pattern(text: str, options: Given) -> _Pattern:
    """A pattern made of its text.

    Raises:
        CorpusError: It has a name of no field.
    """
    check_names(placeholders(text), placeholders(options.get("url", "")))
    parts = PurePath(text).as_posix().split("/")
    fixed = next(index for index, part in enumerate(parts) if _MAGIC.search(part))
    root = "/".join([*parts[:fixed], ""]) or "."  # with the slash behind it, a drive is its root
    rest = parts[fixed:]
    named: set[str] = set()
    folders = ["(?:.*/)?" if part == "**" else _expression(part, named) + "/" for part in rest[:-1]]
    last = ".*" if rest[-1] == "**" else _expression(rest[-1], named)
    matcher = re.compile("".join([*folders, last]), re.DOTALL)
    return _Pattern(root, matcher, None if "**" in rest else len(rest))


def _expression(part: str, named: set[str]) -> str:
    """The regular expression of what stands between two slashes."""
    pieces: list[str] = []
    at = 0
    for token in _TOKEN.finditer(part):
        pieces += [re.escape(part[at : token.start()]), _token(token, named, whole=bool(_WHOLE.fullmatch(part)))]
        at = token.end()
    return "".join([*pieces, re.escape(part[at:])])


def _set(signs: str) -> str:
    """The regular expression of a set in brackets, as shells have it."""
    return "(?!/)" + translate(signs)[len("(?s:") : -len(r")\Z")]


def _token(token: re.Match[str], named: set[str], *, whole: bool) -> str:
    if token["set"]:
        return _set(token["set"])
    name = token["field"]
    if name is None:
        return "[^/]*" if token["some"] else "[^/]"
    if name in named:
        return f"(?P={name})"
    named.add(name)
    shape = "[^/]+" if whole else _SHAPES.get(name, "[^/]+?")
    return f"(?P<{name}>{shape})"
