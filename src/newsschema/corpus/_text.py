"""Plain copy as files have it: its encoding found out, what is no part of the words taken out, broken lines joined."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, Final

from newsschema._files import marked_encoding
from newsschema._model.errors import import_extra
from newsschema._model.mistakes import has_tags
from newsschema.corpus._notes import Note, NoteCode

_SURE: Final = 0.1
"""What the library that guesses must be sure of; below that, Western text is the likeliest by far."""
_WESTERN: Final = "cp1252"

_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""What no text has in it: where a guess gives such, it is wrong."""
_MARKDOWN: Final = re.compile(
    r"^ {0,3}#{1,6} +\S|\[[^\[\]\n]{1,200}\]\([^\s()]{1,500}\)"
    r"|(?<![\w*])\*\*[^*\s][^*\n]*\*\*(?![\w*])|(?<!\w)__[^_\s][^_\n]*__(?!\w)",
    re.MULTILINE,
)
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")
_LONGEST: Final = 20_000
"""Characters of a paragraph of Markdown: its parser takes the square of the time for longer ones."""
_WIDEST: Final = 100
_NARROWEST: Final = 40
_FEWEST: Final = 3


def decode(data: bytes, encoding: str | None = None) -> tuple[str, list[Note]]:
    """The text that bytes are, and a note where the encoding is a guess.

    A mark at the beginning says what it is, and so does a NUL at every other place; what is valid UTF-8 is UTF-8. For
    all else the encoding is guessed.

    Args:
        data: The bytes.
        encoding: The encoding; nothing is guessed then.

    Raises:
        UnicodeError: It is no text in the encoding, or in none that could be made out.
        LookupError: There is no such encoding.
    """
    marked = marked_encoding(data)
    if encoding is not None or marked is not None:
        return data.decode(marked or encoding or "").removeprefix("\ufeff"), []
    try:
        return data.decode(), []
    except UnicodeDecodeError as error:
        unknown = error
    name = _guess(data, unknown)
    text = data.decode(name)
    if _CONTROL.search(text):
        raise unknown
    message = f"the text is not UTF-8; it is read as {_title(name)}, which is a guess (--encoding names the encoding)"
    return text, [Note(code=NoteCode.GUESSED, message=message)]


def _guess(data: bytes, error: UnicodeDecodeError) -> str:
    """The likeliest encoding of bytes that are no UTF-8.

    Raises:
        UnicodeError: They are no text.
        MissingExtraError: The library that guesses is not installed.
    """
    chardet = import_extra("chardet", "Guessing the encoding of text", "cli")
    found = chardet.detect(data, prefer_superset=False, compat_names=False)  # ISO 8859-2 is no part of Windows-1250
    name, sure = found["encoding"], found["confidence"]
    wide = name is not None and name.startswith(("utf-16", "utf-32"))
    if name is None or (not wide and b"\0" in data):
        raise error
    return str(name) if sure >= _SURE and name != "iso8859-1" else _WESTERN


def _title(name: str) -> str:
    return {"cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1251": "Windows-1251"}.get(name, name.upper())


def clean(text: str, *, markdown: bool = False) -> tuple[str, list[Note]]:
    """Plain copy without what is no part of its words, and what was done to it.

    Tags, entities and the signs of Markdown are taken out; lines broken at a fixed width are joined. Copy that has none
    of these stays as it is.

    Args:
        text: The copy.
        markdown: Whether its name says that it is Markdown.
    """
    from newsschema.interop._markup import decode_entities, has_markup, without_tags

    notes: list[Note] = []
    if has_tags(text):
        text = without_tags(text)
        notes.append(_mended("tags are taken out, and entities decoded"))
    elif has_markup(text):
        text = decode_entities(text)
        notes.append(_mended("entities are decoded"))
    if (markdown or _MARKDOWN.search(text)) and max(map(len, _BLANK_LINE.split(text))) <= _LONGEST:
        text = _without_markdown(text)
        notes.append(_mended("the signs of Markdown are taken out"))
    joined = unwrap(text)
    if joined != text:
        message = "the lines are broken at a fixed width; they are joined"
        notes.append(Note(code=NoteCode.UNWRAPPED, message=message))
    return joined, notes


def _mended(message: str) -> Note:
    return Note(code=NoteCode.MARKUP, message=message)


def _without_markdown(text: str) -> str:
    parser = import_extra("markdown_it", "Reading Markdown", "cli").MarkdownIt("commonmark")
    blocks: list[str] = []
    for token in parser.parse(text):
        if token.type == "inline":
            blocks.append("".join(map(_words_of, token.children or ())))
        elif token.type in ("fence", "code_block", "html_block"):
            blocks.append(token.content.rstrip("\n"))
    return "\n\n".join(filter(None, map(str.strip, blocks)))


def _words_of(token: Any) -> str:
    """The words of a piece of a line; a line that ends within a paragraph goes on after a space."""
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    return str(token.content) if token.type in ("text", "code_inline", "text_special") else ""


def unwrap(text: str) -> str:
    """Text whose lines are broken at a fixed width, with its paragraphs on one line each.

    A paragraph's lines are joined where none but the last could have taken the first word of the next, and only in text
    where that is so in several places: an address, a verse or a list stays as it is. Some programs count the bytes of a
    line, as fold does.

    Args:
        text: Any text.
    """
    blocks = re.split(r"(\n[^\S\n]*\n\s*)", text.replace("\r\n", "\n"))
    lines = [block.split("\n") for block in blocks]
    full = max((_full_blocks(lines, measure) for measure in (len, _size)), key=sum)
    breaks = sum(len(block) - 1 for block, joined in zip(lines, full, strict=True) if joined)
    if breaks < _FEWEST:
        return text
    return "".join(_joined(block) if joined else "\n".join(block) for block, joined in zip(lines, full, strict=True))


def _size(line: str) -> int:
    return len(line.encode("utf-8", "surrogatepass"))


def _full_blocks(blocks: list[list[str]], measure: Callable[[str], int]) -> list[bool]:
    """Which paragraphs have full lines alone; none where the widest line is no width that lines are broken at."""
    width = max((measure(line) for block in blocks for line in block[:-1]), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return [False] * len(blocks)
    return [len(block) > 1 and all(_is_full(pair, width, measure) for pair in pairwise(block)) for block in blocks]


def _is_full(lines: tuple[str, str], width: int, measure: Callable[[str], int]) -> bool:
    """Whether the first word of the next line would not have fitted into a line."""
    line, following = lines
    word = following.strip().split(" ", 1)[0]
    return bool(word) and bool(line.strip()) and measure(line) + 1 + measure(word) > width


def _joined(lines: list[str]) -> str:
    """The lines of a paragraph as one; what was broken after a hyphen between letters had no space."""

    def pieces() -> Iterator[str]:
        for line, following in pairwise([*lines, ""]):
            stripped = line.strip()
            yield stripped
            if following and not re.search(r"\w-$", stripped):
                yield " "

    return "".join(pieces())
