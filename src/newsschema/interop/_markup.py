"""HTML and XHTML to plain text, with a parser that is kept in repair (lxml, of the extra `interop`)."""

import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any, Final

from newsschema import Code
from newsschema._model.errors import import_extra
from newsschema._model.mistakes import BLOCK, TAG, has_tags
from newsschema.interop._plain import refusal

SILENT: Final = frozenset({"head", "script", "style", "template", "noscript", "svg", "math", "title"})
_ENTITY: Final = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_MOST_LAYERS: Final = 3
"""So often at most is what is escaped several times over taken for markup again."""
_LINE_END: Final = re.compile(r"(?<![ \t])[ \t]*(?:\r\n?|\n)")
_BLANK_LINES: Final = re.compile(r"\n{3,}")
_BREAK: Final = "\0"  # no parser lets one through
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_BLANK: Final = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]*")
"""What a paragraph has in it that nobody sees."""
_AROUND_BREAK: Final = re.compile(rf" ?(?:{_BREAK} ?)+")


def parsed(markup: str) -> Any:
    """The root element of a page or of a piece of one; `None` where there is nothing in it."""
    etree = import_extra("lxml.etree", "reading HTML", "interop")
    # The HTML parser reads no DTD and knows no entities but HTML's own.
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    root = etree.fromstring(markup.encode("utf-8", "replace"), parser) if markup.strip() else None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise refusal((), "the markup is nested too deeply", Code.TOO_LARGE)
    return root


def decode_page(data: bytes) -> str:
    """The text of a page, in the encoding that a browser takes: by its mark, by what it declares, else by a guess."""
    encoding = import_extra("w3lib.encoding", "reading HTML", "interop")
    text: str = encoding.html_to_unicode(None, data, default_encoding="cp1252")[1]
    return text


def plain_text(markup: str) -> str:
    """The text of HTML or XHTML: paragraphs separated by a blank line, tags gone, entities decoded."""
    return text_of(parsed(markup))


def text_of(root: Any, silent: frozenset[str] = SILENT) -> str:
    """The text of an element, likewise; of elements in it with these names, nothing."""
    paragraphs: list[list[str]] = [[]]
    for piece in () if root is None else _pieces(root, silent):
        if piece is None:
            paragraphs.append([])
        else:
            paragraphs[-1].append(piece)
    # White space as a browser shows it: a line ends only where the markup says so.
    texts = (_SPACE.sub(" ", "".join(pieces)) for pieces in paragraphs)
    lines = (_AROUND_BREAK.sub("\n", text).strip(" \n") for text in texts)
    return "\n\n".join(text for text in lines if not _BLANK.fullmatch(text))


def _pieces(root: Any, silent: frozenset[str]) -> Iterator[str | None]:
    """The words in an element, with `None` where a block begins or ends."""
    ahead: list[Any] = [root]
    while ahead:  # without recursion: markup may be deep
        item = ahead.pop()
        if item is None or isinstance(item, str):
            yield item
            continue
        name = item.tag.lower() if isinstance(item.tag, str) else "script"
        ahead.append(item.tail or "")
        if name == "br":
            ahead.append(_BREAK)
        elif name not in silent:
            edge = [None] if BLOCK.fullmatch(name) else []
            ahead.extend([*edge, *reversed(item), item.text or "", *edge])


def normal_lines(text: str) -> str:
    """A text with one kind of line break, and no more than one blank line between paragraphs."""
    return _BLANK_LINES.sub("\n\n", _LINE_END.sub("\n", text)).strip()


def has_markup(text: str) -> bool:
    """Whether there are tags or entities of HTML in a text."""
    return has_tags(text) or decode_entities(text) != text


def without_tags(text: str) -> str:
    """The words of plain copy between tags that it is written with; its lines stay, and what else stands in angles."""
    words = TAG.sub(lambda tag: "\n\n" if tag[1].lower() == "br" or BLOCK.fullmatch(tag[1].lower()) else "", text)
    lines = decode_entities(words).split("\n")
    return _BLANK_LINES.sub("\n\n", "\n".join(map(str.strip, lines))).strip()


def decode_entities(text: str) -> str:
    """A text with the signs that its entities stand for."""
    return _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text


def without_markup(text: str) -> str:
    """A text that may be marked up, or escaped, without its tags and entities; as it is where there are none."""
    layers = 0
    while layers < _MOST_LAYERS and has_markup(text):
        text = plain_text(text) if has_tags(text) else decode_entities(text)
        layers += 1
    return text


def escape_paragraphs(text: str) -> str:
    """A text as HTML: a paragraph each, lines broken where they are, and everything else escaped."""
    paragraphs = (escape(paragraph, quote=False).replace("\n", "<br/>") for paragraph in text.split("\n\n"))
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
