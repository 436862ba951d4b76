"""`newsschema convert`."""

import warnings
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter

from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._json.read import decode
from newsschema._model.errors import Code, NewsSchemaWarning, ValidationError
from newsschema._model.types import Article
from newsschema.cli._app import Exit, Flag, Input, Output, Stop, read_bytes, stop_for, text_of, write
from newsschema.interop import Format, Report, UnknownFormatError, detect, formats
from newsschema.interop.ninjs import beside, from_ninjs, to_ninjs


def convert(  # noqa: PLR0913 - each is an option
    file: Input,
    /,
    *,
    to: str = "newsschema",
    output: Output = None,
    from_: Annotated[str | None, Parameter(name="--from")] = None,
    text: Input | None = None,
    quotes: Literal["inside", "beside"] = "inside",
    strict: Flag = False,
    indent: Flag = False,
) -> None:
    """Convert an article from one format to another, and say on standard error what could not be carried.

    ```
    newsschema convert item.json --to schemaorg -o page.jsonld
    newsschema convert story.json --to ninjs --quotes beside -o item.json
    newsschema convert story.ann --text story.txt
    ```

    Args:
        file: The document; `-` for standard input. Its format is recognised from its content.
        to: The format to write: newsschema, ninjs, schemaorg, webannotation, brat, or one that a package adds.
        output: Write to this file, whole or not at all, instead of standard output.
        from_: The format of the document, where it is not to be recognised.
        text: The text that the document speaks of, where it has none of its own.
        quotes: Where quotations go that a news format has no place for: inside, as its extension, or beside, in a file
            of their own (with `.quotes` before the suffix), so that the item is strictly valid. For ninjs.
        strict: End with exit code 1, and write nothing, where anything could not be carried.
        indent: Spread JSON over lines, for people to read.
    """
    form = _named(to)
    if form.write is None:
        raise Stop(f"{to} can be read, and not written")
    article, read = _read(file, from_, text)
    apart = quotes == "beside" and to == "ninjs"
    if quotes == "beside" and (not apart or output is None or str(output) == "-"):
        raise Stop("--quotes beside is for --to ninjs, and needs --output, since there are two files to write")
    document, written = to_ninjs(article, quotes="beside") if apart else form.write(article)
    files: list[tuple[Path | None, Any]] = [(output, document)]
    if apart and output is not None:
        companion = beside(article)
        files.append((output.with_suffix(f".quotes{output.suffix}"), companion))
        written = Report() if from_ninjs(document, beside=companion)[0] == article else written
    _tell(file, read, written, strict=strict)
    for path, content in files:
        write(content, path, indent=indent)


def _tell(file: str, read: Report, written: Report, *, strict: bool) -> None:
    lines = [f"{file}: {loss}" for loss in (*read.losses, *written.losses)]
    if strict and lines:
        raise Stop(*lines, exit_code=Exit.FAULTS)
    for line in lines:
        warnings.warn(line, NewsSchemaWarning, stacklevel=1)


def _named(name: str) -> Format:
    if name not in formats():
        raise Stop(f"there is no format {name!r}; there are {', '.join(sorted(formats()))}")
    return formats()[name]


def _read(file: str, name: str | None, text: str | None) -> tuple[Article, Report]:
    document = _decoded(read_bytes(file), file)
    try:
        form = detect(document).format if name is None else _named(name)
    except UnknownFormatError as error:
        raise Stop(f"{file}: {error}") from None
    if form.read is None:
        raise Stop(f"{form.name} can be written, and not read")
    if form.text == "needed" and text is None:
        raise Stop(f"{file}: {form.name} has no text of its own: name the file that has it with --text")
    arguments = (document,) if text is None else (document, text_of(read_bytes(text), text))
    try:
        return form.read(*arguments)
    except ValidationError as error:
        raise stop_for(error.issues, file) from None


def _decoded(data: bytes, file: str) -> Any:
    """What the bytes say as JSON, else as text."""
    try:
        return decode(data, DEFAULT_LIMITS)
    except ValidationError as error:
        if error.issues[0].code == Code.INVALID_JSON and not data.lstrip().startswith(b"{"):
            return text_of(data, file)
        raise stop_for(error.issues, file) from None
