"""Files: written whole or not at all, and read decompressed where their names say so."""

import gzip
import os
import secrets
import shutil
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TypeAlias, cast

from newsschema._model.errors import Code, Issue, ValidationError

AnyPath: TypeAlias = str | os.PathLike[str]


@contextmanager
def atomic_write(path: AnyPath) -> Generator[BinaryIO, None, None]:
    """A file for bytes that takes its place only when it is complete; until then what was there stays.

    It is written beside its place, flushed to the disk and renamed; whatever ends the block early removes it. Links are
    followed. A name that ends in `.gz` is compressed, equal content to equal bytes. What is no ordinary file, such as a
    terminal or a pipe, is written to directly.

    Args:
        path: Where the file shall be.

    Raises:
        OSError: The file cannot be written.

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
        with _open(place, place.suffix) as file:
            yield file
        return
    beside = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with _open(beside, place.suffix) as file:
            yield file
        with beside.open("rb+") as raw:
            os.fsync(raw)
        if place.exists():
            shutil.copymode(place, beside)
        beside.replace(place)
    except BaseException as error:
        if isinstance(error, OSError) and error.filename == str(beside):
            error.filename = str(place)  # the name that the caller knows
        beside.unlink(missing_ok=True)
        raise


@contextmanager
def _open(path: Path, suffix: str) -> Generator[BinaryIO, None, None]:
    with path.open("wb") as file:
        if suffix == ".gz":
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
                yield cast("BinaryIO", packed)
        else:
            yield file


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
            with broken_told(), gzip.GzipFile(fileobj=raw) as file:
                yield cast("BinaryIO", file)


@contextmanager
def broken_told() -> Generator[None, None, None]:
    """Tell of compressed data that is broken as of any other document that cannot be read."""
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ValidationError([Issue(Code.INVALID_JSON, (), f"the compressed data is broken: {error}")]) from None
