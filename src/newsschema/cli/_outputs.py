"""Where documents go: one as it is, several as JSON lines, or a file each in a folder."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import chain, islice
from pathlib import Path, PurePath
from typing import Any, Final

from attrs import frozen

from newsschema._files import atomic_write
from newsschema.cli._streams import (
    Stop,
    check_output,
    complain,
    encode_json,
    escape,
    is_file_name,
    is_folder,
    is_terminal,
    standard_output,
    write_json,
    write_text,
)

_KINDS: Final = {
    ".json": "JSON",
    ".jsonl": "JSON lines",
    ".ndjson": "JSON lines",
    ".xml": "XML",
    ".html": "HTML",
    ".txt": "text",
    ".csv": "CSV",
    ".parquet": "Parquet",
    ".ann": "annotations of brat",
}
"""What the names of files say is in them."""


@frozen
class Beside:
    """A second document, which goes into a file of its own.

    Attributes:
        suffix: What its name ends in, in place of what the name of the first one ends in, which `{}` stands for.
        content: Text, or what JSON is written of.
        is_kept: Whether a file that is there with another content stays, and is an error.
    """

    suffix: str
    content: Any
    is_kept: bool = False


@frozen
class Made:
    """A document to be written.

    Attributes:
        origin: What it was made from.
        content: Text, or what JSON is written of.
        number: Its line or number, where several were made from one file.
        beside: A second document; not written to standard output.
    """

    origin: str
    content: Any
    number: int | None = None
    beside: Beside | None = None


def write_documents(
    documents: Iterable[Made],
    output: str | None,
    *,
    to: str = "newsschema",
    suffix: str = ".json",
    indent: bool = False,
) -> None:
    """Write documents: into a folder a file each, else one as it is, or several as JSON lines.

    Args:
        documents: They are made while they are written.
        output: A file; a folder, which is made if its name ends in a slash; or `None` or `-` for standard output.
        to: The name of their format.
        suffix: What the names of files in this format end in.
        indent: Whether to spread the JSON of one document over lines.

    Raises:
        Stop: There are several that are no JSON, and no folder for them.
        OSError: One cannot be written.
    """
    if output is not None and is_folder(output):
        folder = Path(output)
        folder.mkdir(parents=True, exist_ok=True)
        _write_each(documents, folder, suffix, indent=indent)
        return
    ahead = iter(documents)
    first = [*islice(ahead, 2)]
    if len(first) == 1:
        _remark_on(output, _KINDS.get(suffix) if isinstance(first[0].content, str) else "JSON")
        _write_one(first[0], output, indent=indent)
    elif first:
        _remark_on(output, "JSON lines")
        _write_lines((made.content for made in chain(first, ahead)), output, to)


def _remark_on(output: str | None, kind: str | None) -> None:
    """Say where the name of a file is that of another kind than what is written; JSON is a line of JSON too."""
    named = None if output is None else _KINDS.get(PurePath(output.removesuffix(".gz")).suffix.lower())
    if None not in (kind, named) and named not in (kind, f"{kind} lines"):
        complain(f"warning: {output}: this is {kind}, and the name is that of {named}")


def _write_one(made: Made, output: str | None, *, indent: bool) -> None:
    if made.beside is not None and is_file_name(output):
        place = Path(output)
        _write_beside(made.beside, place.with_suffix(made.beside.suffix.format(place.suffix)), indent=indent)
    _write_content(made.content, output, indent=indent)


def _write_beside(beside: Beside, place: Path, *, indent: bool) -> None:
    if beside.is_kept and place.exists():
        if place.read_bytes() == beside.content.encode():
            return
        raise Stop(f"{place}: the file exists and has other content; name another file or folder with --output")
    _write_content(beside.content, str(place), indent=indent)


def _write_content(content: Any, output: str | None, *, indent: bool) -> None:
    if isinstance(content, str):
        write_text(content, output)
    else:
        write_json(content, output, indent=indent)


def _write_each(documents: Iterable[Made], folder: Path, suffix: str, *, indent: bool) -> None:
    taken: Counter[str] = Counter()
    for made in documents:
        place = str(folder / f"{_free_name(_stem(made), taken)}{suffix}")
        check_output(place, made.origin)
        _write_one(made, place, indent=indent)


def _free_name(stem: str, taken: Counter[str]) -> str:
    """The stem, or the stem with the first number that no other file has; some systems do not tell "A" from "a"."""
    name, key = stem, stem.casefold()
    while taken[name.casefold()]:
        taken[key] += 1
        name = f"{stem}-{taken[key]}"
    taken[name.casefold()] += 1
    return name


def _stem(made: Made) -> str:
    """The name of a file without its endings; of standard input there is none."""
    name = PurePath(made.origin).name.removesuffix(".gz")
    stem = "story" if made.origin == "-" else PurePath(name).stem
    return stem if made.number is None else f"{stem}-{made.number}"


def _write_lines(contents: Iterator[Any], output: str | None, to: str) -> None:
    """Write JSON lines, each when it is made."""
    target = atomic_write(output) if is_file_name(output) else nullcontext(standard_output())
    with target as stream:
        for content in contents:
            if isinstance(content, str):
                raise Stop(f"there are several documents, and {to} needs a file for each: name a folder with --output")
            line = encode_json(content)
            stream.write(escape(line) if is_terminal(stream) else line)
        stream.flush()
