"""Where documents go: one as it is, several as JSON lines, or a file each in a folder."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import chain, islice
from pathlib import Path, PurePath
from typing import Any, Final

from attrs import frozen

from newsschema._files import atomic_write
from newsschema.cli._streams import Stop, encode_json, escape, is_terminal, standard_output, write_json, write_text

_SUFFIXES: Final = {"brat": ".ann", "nitf": ".xml"}


@frozen
class Made:
    """A document to be written.

    Attributes:
        origin: What it was made from.
        content: Text, or what JSON is written of.
        number: Its line or number, where several were made from one file.
        beside: A second document, which goes into a file of its own.
    """

    origin: str
    content: Any
    number: int | None = None
    beside: Any = None


def write_documents(
    documents: Iterable[Made], output: Path | None, *, to: str = "newsschema", indent: bool = False
) -> None:
    """Write documents: into a folder a file each, else one as it is, or several as JSON lines.

    Args:
        documents: They are made while they are written.
        output: A file, a folder that is there, or `None` or `-` for standard output.
        to: The name of their format.
        indent: Whether to spread the JSON of one document over lines.

    Raises:
        Stop: There are several that are no JSON, and no folder for them.
        OSError: One cannot be written.
    """
    if output is not None and output.is_dir():
        _write_each(documents, output, _SUFFIXES.get(to, ".json"), indent=indent)
        return
    ahead = iter(documents)
    first = [*islice(ahead, 2)]
    if len(first) == 1:
        _write_one(first[0], output, indent=indent)
    elif first:
        _write_lines((made.content for made in chain(first, ahead)), output, to)


def _write_one(made: Made, output: Path | None, *, indent: bool) -> None:
    if isinstance(made.content, str):
        write_text(made.content, output)
    else:
        write_json(made.content, output, indent=indent)
    if made.beside is not None:
        assert output is not None
        write_json(made.beside, output.with_suffix(f".quotes{output.suffix}"), indent=indent)


def _write_each(documents: Iterable[Made], folder: Path, suffix: str, *, indent: bool) -> None:
    taken: Counter[str] = Counter()
    for made in documents:
        stem = _stem(made)
        taken[stem] += 1
        number = f"-{taken[stem]}" if taken[stem] > 1 else ""
        _write_one(made, folder / f"{stem}{number}{suffix}", indent=indent)


def _stem(made: Made) -> str:
    """The name of a file without its endings; of standard input there is none."""
    name = PurePath(made.origin).name.removesuffix(".gz")
    stem = "story" if made.origin == "-" else PurePath(name).stem
    return stem if made.number is None else f"{stem}-{made.number}"


def _write_lines(contents: Iterator[Any], output: Path | None, to: str) -> None:
    """Write JSON lines, each when it is made."""
    target = nullcontext(standard_output()) if output is None or str(output) == "-" else atomic_write(output)
    with target as stream:
        for content in contents:
            if isinstance(content, str):
                raise Stop(f"there are several documents, and {to} needs a file for each: name a folder with --output")
            line = encode_json(content)
            stream.write(escape(line) if is_terminal(stream) else line)
        stream.flush()
