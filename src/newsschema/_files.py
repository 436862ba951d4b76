"""Files: written whole or not at all, and read decompressed where their names say so."""

import gzip
import os
import secrets
import shutil
import zlib
from collections.abc import Generator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, BinaryIO, Literal, TextIO, TypeAlias, cast, overload

from newsschema._errors import Code, Issue, ValidationError

AnyPath: TypeAlias = str | os.PathLike[str]


@overload
def atomic_write(path: AnyPath, mode: Literal["wb"] = "wb") -> AbstractContextManager[BinaryIO]: ...
@overload
def atomic_write(path: AnyPath, mode: Literal["w"]) -> AbstractContextManager[TextIO]: ...
def atomic_write(path: AnyPath, mode: Literal["w", "wb"] = "wb") -> AbstractContextManager[IO[Any]]:
    """A file that takes its place only when it is complete; until then what was there stays.

    It is written beside its place, flushed to the disk and renamed; whatever ends the block early removes it. Links are
    followed. A name that ends in `.gz` is compressed, equal content to equal bytes. What is no ordinary file, such as a
    terminal or a pipe, is written to directly.

    Args:
        path: Where the file shall be.
        mode: `"wb"` for bytes, `"w"` for text in UTF-8, with line ends as they are given.

    Raises:
        OSError: The file cannot be written.

    Examples:
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     with atomic_write(f"{folder}/story.txt", "w") as file:
        ...         _ = file.write("Rain fell.")
        ...     Path(folder, "story.txt").read_text("utf-8")
        'Rain fell.'
    """
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_file():
        return _open(place, place.suffix, mode)
    return _beside(place, mode)


@contextmanager
def _beside(place: Path, mode: str) -> Generator[IO[Any], None, None]:
    beside = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with _open(beside, place.suffix, mode) as file:
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
def _open(path: Path, suffix: str, mode: str) -> Generator[IO[Any], None, None]:
    with ExitStack() as stack:
        file: IO[Any] = stack.enter_context(path.open("wb"))
        if suffix == ".gz":
            packed = gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0)
            file = cast("BinaryIO", stack.enter_context(packed))
        yield stack.enter_context(TextIOWrapper(file, "utf-8", newline="")) if mode == "w" else file


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
    """Tell of compressed data that is broken as of any other document that cannot be read.

    Raises:
        ValidationError: Reading inside the block came upon it.
    """
    try:
        yield
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ValidationError([Issue(Code.INVALID_JSON, (), f"the compressed data is broken: {error}")]) from None
