"""Files: written completely or not at all, and decompressed when read."""

import codecs
import gzip
import io
import os
import secrets
import zlib
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeAlias, cast

from newsschema._model.errors import Code, Issue, ValidationError

AnyPath: TypeAlias = str | os.PathLike[str]

COMPRESSED: Final = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ": "xz", b"\x28\xb5\x2f\xfd": "Zstandard"}
"""What compressed data begins with."""
_BUFFER: Final = 2**18
_UMASK: Final = os.umask(0o077)  # it cannot be read without being set, for all threads
os.umask(_UMASK)
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte-order mark tells."""
    return next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)


@contextmanager
def atomic_write(path: AnyPath) -> Generator[BinaryIO, None, None]:
    """A file for bytes that takes its place only when it is complete; until then what was there stays.

    It is written beside its place, readable by nobody else, flushed to the disk and renamed; whatever ends the block
    early removes it. What is replaced hands on its permissions and, where the system allows it, its owner. Symbolic
    links are followed; another hard link to the same file keeps the old content. A name that ends in `.gz` is
    compressed, equal content to equal bytes. What is not a regular file, such as a terminal or a pipe, is written to
    directly.

    Args:
        path: Where the file shall be.

    Raises:
        OSError: The file cannot be written; the error has its name.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     with atomic_write(f"{folder}/story.txt") as file:
        ...         _ = file.write(b"Rain fell.")
        ...     Path(folder, "story.txt").read_bytes()
        b'Rain fell.'
    """
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_file():
        with _open(place, place, os.O_WRONLY) as file:
            yield file
        return
    beside = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with _open(beside, place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, flush=True) as file:
            yield file
        move_into_place(beside, place)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def move_into_place(source: Path, path: AnyPath) -> None:
    """Let a complete file take the place of another, as `atomic_write` does at its end.

    Args:
        source: A file on the same disk.
        path: Where it shall be; symbolic links are followed.

    Raises:
        OSError: It cannot be moved.
    """
    place = Path(os.path.realpath(path))
    _take_after(source, place)
    with _named(place):
        source.replace(place)


def _take_after(beside: Path, place: Path) -> None:
    """Give a new file the permissions and the owner of the one it replaces, or what any new file gets."""
    if not place.exists():
        beside.chmod(0o666 & ~_UMASK)
        return
    old = place.stat()
    with suppress(PermissionError, AttributeError):  # only the superuser gives files away, and no one on Windows
        os.chown(beside, old.st_uid, old.st_gid)
    beside.chmod(old.st_mode & 0o7777)


class _NamedFile(io.FileIO):
    """A file whose errors say which it is: those of writing, such as a full disk, have no name of their own."""

    def __init__(self, descriptor: int, path: Path) -> None:
        super().__init__(descriptor, "wb")
        self._path = path

    def write(self, data: Any, /) -> int:
        with _named(self._path):
            return super().write(data) or 0


@contextmanager
def _named(path: Path) -> Generator[None, None, None]:
    """Let an error name the file that the caller knows."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        del error.filename2  # None would be told as a name
        raise


@contextmanager
def _open(path: Path, name: Path, flags: int, *, flush: bool = False) -> Generator[BinaryIO, None, None]:
    with _named(name):
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
    with io.BufferedWriter(_NamedFile(descriptor, name), _BUFFER) as file:
        if name.suffix == ".gz":
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
                yield cast("BinaryIO", packed)
        else:
            yield file
        if flush:
            file.flush()
            with _named(name):
                os.fsync(descriptor)


@contextmanager
def open_read(path: AnyPath) -> Generator[BinaryIO, None, None]:
    """The bytes of a file, decompressed where its name ends in `.gz`.

    Decompression goes no further than what is read: ask for one byte more than you are willing to take.

    Args:
        path: The file.

    Raises:
        OSError: The file cannot be read.
        ValidationError: The compressed data is broken; raised by what reads inside the block.
    """
    with Path(path).open("rb") as raw:
        if Path(path).suffix != ".gz":
            yield raw
        else:
            with broken_gzip_as_issue(), gzip.GzipFile(fileobj=raw) as file:
                yield cast("BinaryIO", file)


@contextmanager
def broken_gzip_as_issue() -> Generator[None, None, None]:
    """Raise for compressed data that is broken what any other document raises that cannot be read."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ValidationError([Issue(Code.INVALID_JSON, (), f"the compressed data is broken: {error}")]) from None
