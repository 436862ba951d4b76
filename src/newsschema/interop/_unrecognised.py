"""What a document that no format knows looks like, so that it is refused by its name; and what makes a plain story.

A story in plain text has no signature. What it has is sentences, and nothing that only another kind of file has.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable
from typing import Final, TypeAlias

from newsschema._files import COMPRESSED
from newsschema._jsonl import is_json_lines
from newsschema._model.containers import is_list, is_object
from newsschema._model.mistakes import ADDRESS, FILE, has_tags
from newsschema.interop._document import Document, opened
from newsschema.interop._markup import has_markup
from newsschema.interop._plain import format_json_value

EMPTY: Final = "an empty document"
NAME: Final = "the name of a file, and not what is in it"
_SIGNATURES: Final = {
    b"%PDF-": "a PDF",
    rb"{\rtf": "an RTF",
    b"%!PS": "PostScript",
    b"\xd0\xcf\x11\xe0": "a document of an older Microsoft Office",
    **{mark: f"data that is compressed with {name}" for mark, name in COMPRESSED.items()},
    b"7z\xbc\xaf": "a 7z archive",
    b"PAR1": "a Parquet file",
    b"ARROW1": "an Arrow file",
    b"Obj\x01": "an Avro file",
    b"SQLite format 3": "a SQLite database",
    b"\x89PNG": "a picture (PNG)",
    b"\xff\xd8\xff": "a picture (JPEG)",
    b"GIF8": "a picture (GIF)",
    b"II*\0": "a picture (TIFF)",
    b"MM\0*": "a picture (TIFF)",
    b"RIFF": "sound, video or a picture (RIFF)",
    b"ID3": "sound (MP3)",
    b"OggS": "sound or video (Ogg)",
    b"fLaC": "sound (FLAC)",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"WARC/": "a web archive (WARC)",
    b"HTTP/1": "an HTTP response",
    b"BEGIN:VCALENDAR": "a calendar",
    b"BEGIN:VCARD": "an address card",
    b"WEBVTT": "subtitles",
    b"diff --git": "a patch",
    b"#!/": "a script",
    b"\\documentclass": "LaTeX",
    b"data:": "a data URI",
    b"TY  - ": "references (RIS)",
}
"""What documents of other kinds begin with."""
_PACKED: Final = {
    b"word/": "a Word document",
    b"xl/": "an Excel workbook",
    b"ppt/": "a PowerPoint presentation",
    b"application/vnd.oasis.opendocument": "an OpenDocument file",
    b"application/epub": "an electronic book (EPUB)",
}
"""Documents that are ZIP archives, by what is in them."""
_ROOTS: Final = {
    "rss": "an RSS feed",
    "rdf": "RDF",
    "feed": "an Atom feed",
    "nitf": "NITF",
    "newsml": "NewsML 1",
    "newsitem": "a NewsML-G2 item",
    "packageitem": "a NewsML-G2 package",
    "newsmessage": "a NewsML-G2 message",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "opml": "an outline (OPML)",
    "svg": "a picture (SVG)",
    "tei": "TEI",
    "math": "MathML",
}
"""XML by its first element."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_WIRE: Final = frozenset("\x01\x02\x03\x04\x0e\x0f\x11\x12\x13\x14\x16\x17\x1f")
"""Control characters of wire transmissions (ANPA 1312, IPTC 7901)."""
_MAIL: Final = re.compile(
    r"(?:(?:From|To|Cc|Bcc|Subject|Date|Received|Sender|Reply-To|Return-Path|Delivered-To|Message-ID|MIME-Version"
    r"|Content-Type|Content-Transfer-Encoding|X-[\w-]+):|[ \t])",
    re.IGNORECASE,
)
_HEADER: Final = re.compile(r"[A-Z][\w /-]{1,24}:(?:\s.*[^.!?”\"’]|\s*)", re.ASCII)
_SETTING: Final = re.compile(r"[a-z_][\w.-]*\s*[:=]\s*\S?|\[[\w .-]+\]|- (?:[\w.-]+:(?:\s|$)|\S+(?:\s\S+){0,2}$)|[#;]")
_POINT: Final = re.compile(r"\s*[-*•–—]\s+\S+(?:\s\S+){3,}$")
"""A point of breaking news, which is a sentence without a full stop; settings are shorter."""
_STAMPED: Final = re.compile(r"\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3} ")
_TIMING: Final = re.compile(r"(?:\d\d:)?\d\d:\d\d[,.]\d{3} --> ")
_CODE: Final = re.compile(r".*(?:[;{}]|\):)\s*$")
_SENTENCE_END: Final = re.compile(r"[.!?…。！？؟।][\"'”’»)\]」』]*(?:\s|$)|[。！？]")
_MARKDOWN: Final = re.compile(r"^#{1,6} \S|\]\((?:https?:|mailto:|[/#.])|^```|^---\n[a-z]", re.MULTILINE)
_WIKI: Final = re.compile(r"^==+ [^=\n]+ ==+$|\[\[[^\[\]\n]+\]\]|^\{\{", re.MULTILINE)
_LATEX: Final = re.compile(r"^\\(?:begin|section|usepackage|chapter)\b", re.MULTILINE)
_SQL: Final = re.compile(r"^(?:INSERT INTO|CREATE TABLE|SELECT .* FROM|DROP TABLE)\b", re.MULTILINE)
_BIBTEX: Final = re.compile(r"^@\w+\{", re.MULTILINE)
_DELIMITERS: Final = {
    "\t": "tab-separated values",
    ",": "comma-separated values",
    ";": "semicolon-separated values",
    "|": "a table",
}
_FEW: Final = 0.3
_MOST: Final = 0.6
_ALL: Final = 0.9
_LONG_WORD: Final = 100
_KEYS: Final = 4

Look: TypeAlias = Callable[["_Text"], object]


def describe(document: Document) -> str:
    """What a document looks like, in words that fit behind "this is"."""
    if document.is_text:
        return (
            describe_bytes(document)
            or _described_markup(document)
            or _described_json(document)
            or str(describe_text(document))
        )
    return _described_data(document.given)


def describe_bytes(document: Document) -> str | None:
    """A file of another kind, by what it begins with."""
    given = (
        document.given if isinstance(document.given, bytes) else document.head[:_LONG_WORD].encode("utf-8", "replace")
    )
    if given.startswith(b"PK\x03\x04"):
        return next((name for mark, name in _PACKED.items() if mark in given), "a ZIP archive")
    if given[4:8] == b"ftyp":
        return "video or a picture (MP4, HEIF)"
    begun = given.lstrip()
    return next((name for mark, name in _SIGNATURES.items() if begun.startswith(mark)), None)


def _described_markup(document: Document) -> str | None:
    if document.is_page:
        return "HTML without an article"
    if document.root:
        return _ROOTS.get(document.root, f"XML whose first element is {format_json_value(document.root)}")
    return "XML that is broken" if document.head.lstrip().startswith("<?xml") else None


def _described_json(document: Document) -> str | None:
    if document.json_error is None:
        return None if document.data is None or isinstance(document.data, str) else _described_data(document.data)
    if is_json_lines(opened(document)):
        return "JSON lines, which hold several documents"
    return f"JSON that is broken ({document.json_error})"


def _described_data(data: object) -> str:
    if is_object(data) and data.keys() & {"@type", "@graph"}:
        return "JSON-LD without an article"
    if is_object(data) and data:
        names = ", ".join(format_json_value(name) for name, _ in zip(data, range(_KEYS), strict=False))
        return f"a JSON object with {names}{' and more' if len(data) > _KEYS else ''}"
    if is_list(data) and data:
        return f"a list of {len(data)} documents, none of a known format"
    return format_json_value(data)


def describe_text(document: Document) -> str | None:
    """What a text looks like that is no story; `None` for one that is: sentences, and nothing else."""
    text = document.text
    if text is None:
        return "data that is not text" if _CONTROL.search(document.head) else "text in an encoding that is not UTF-8"
    if not text.strip():
        return EMPTY
    if describe_bytes(document) or document.root or document.json_error or document.is_page:
        return "another kind of document"
    looked = _Text(text)
    return next((name for name, looks_so in _KINDS if looks_so(looked)), None) or looked.table() or looked.no_story()


class _Text:
    """A text, and the lines and paragraphs in it."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.lines = [line for line in self.text.split("\n") if line.strip()]
        self.paragraphs = [part for part in re.split(r"\n[ \t]*\n", self.text) if part.strip()]
        self.first = self.paragraphs[0].split("\n")

    def share(self, pattern: re.Pattern[str]) -> float:
        """The share of the lines that a pattern begins."""
        return sum(pattern.match(line) is not None for line in self.lines) / len(self.lines)

    def table(self) -> str | None:
        """The kind of table, where nearly every line has the same number of cells."""
        return next((name for mark, name in _DELIMITERS.items() if self._is_table(mark)), None)

    def _is_table(self, mark: str) -> bool:
        # In prose a space goes with a comma or a semicolon, and digits stand around one in a number.
        if mark != "\t" and not re.search(rf"(?<![\d ]){re.escape(mark)}\S|\S ?\| ?\S", self.text):
            return False
        rows = self._rows(mark)
        width, often = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
        inner = [cell for row in rows for cell in row[1:]]
        tight = mark == "|" or sum(not cell.startswith(" ") for cell in inner) >= _ALL * len(inner)
        return len(rows) > 1 and width > 1 and often >= _ALL * len(rows) and tight

    def _rows(self, mark: str) -> list[list[str]]:
        """The cells of each line; none where a quotation mark has no other and opens a cell without end."""
        try:
            return [row for row in csv.reader(self.lines, delimiter=mark) if row]
        except csv.Error:
            return []

    def no_story(self) -> str | None:
        """Why this is no story, where most of it is not in sentences."""
        letters = sum(map(str.isalpha, self.text))
        solid = sum(not character.isspace() for character in self.text)
        if letters < _MOST * solid:
            return "text that is mostly not words"
        said = sum(
            len(part)
            for part in self.paragraphs
            if (_SENTENCE_END.search(part) and (len(part.split()) > 1 or not part.isascii()))
            or all(map(_POINT.match, part.strip().split("\n")))
        )
        return None if 2 * said >= sum(map(len, self.paragraphs)) else "text without sentences"


def _is_mail(text: _Text) -> bool:
    """Whether all lines before the first blank one are headers, or go on with one."""
    return len(text.first) > 1 and all(map(_MAIL.match, text.first)) and not text.first[0][0].isspace()


def _is_encoded(text: _Text) -> bool:
    """Whether a line is one long word."""
    words = text.text.split()
    return max(map(len, words)) > _LONG_WORD and len(words) <= len(text.lines)


def _found(pattern: re.Pattern[str]) -> Look:
    return lambda text: pattern.search(text.text)


def _alone(pattern: re.Pattern[str]) -> Look:
    return lambda text: pattern.fullmatch(text.text.strip())


def _lines(pattern: re.Pattern[str], least: float) -> Look:
    return lambda text: len(text.lines) > 1 and text.share(pattern) > least


_KINDS: Final[tuple[tuple[str, Look], ...]] = (
    ("wire copy with control characters", lambda text: not _WIRE.isdisjoint(text.text)),
    ("text with control characters", _found(_CONTROL)),
    ("an e-mail", _is_mail),
    ("a mailbox", lambda text: re.match(r"From [^\s@]+@\S++ ", text.text)),
    ("subtitles", lambda text: any(map(_TIMING.match, text.lines))),
    ("a log", _lines(_STAMPED, _MOST)),
    ("an address, and not the document at it", _alone(ADDRESS)),
    (NAME, _alone(FILE)),
    ("encoded data", _is_encoded),
    ("references (BibTeX)", _found(_BIBTEX)),
    ("LaTeX", _found(_LATEX)),
    ("SQL", _found(_SQL)),
    ("text with HTML tags in it", lambda text: has_tags(text.text)),
    ("text with HTML entities in it", lambda text: has_markup(text.text)),
    ("Markdown", _found(_MARKDOWN)),
    ("wiki markup", _found(_WIKI)),
    ("source code", _lines(_CODE, _FEW)),
    ("text with a header of fields", lambda text: len(text.first) > 1 and all(map(_HEADER.fullmatch, text.first))),
    ("settings or fields, and no story", _lines(_SETTING, _MOST)),
)
"""Other kinds of text, and what tells each; the first that fits is its name."""
