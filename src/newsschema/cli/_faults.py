"""The faults of documents and the places where they stand."""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, Final
from warnings import catch_warnings

from attrs import evolve, frozen

from newsschema._json.limits import DEFAULT_LIMITS
from newsschema._json.locations import Lines, Located, locate
from newsschema._json.read import check, decode, from_json
from newsschema._jsonl import BadLine
from newsschema._lint import LintRule, lint
from newsschema._model.containers import along, is_object
from newsschema._model.enums import Part
from newsschema._model.errors import Code, Issue, NewsSchemaWarning
from newsschema._model.types import Article
from newsschema.cli._streams import complain, counted
from newsschema.corpus._notes import place_of

_BEFORE: Final = 32
_AFTER: Final = 56
_CODES: Final = frozenset[str](Code)
_NO_TREE: Final = frozenset({Code.INVALID_JSON, Code.TOO_LARGE})
_AT_KEY: Final = frozenset({Code.DUPLICATE_KEY, Code.UNKNOWN_FIELD, Code.EXTRA_NAME})
_BLANKS: Final = dict.fromkeys(map(ord, "\n\r\t"), " ")


@frozen
class Excerpt:
    """A place in a text, with what stands around it, in one line."""

    text: str
    start: int
    end: int


@frozen(kw_only=True)
class Fault:
    """A fault of a document, or what a lint rule asks about it.

    Attributes:
        file: The name of the file, as it was given.
        line: The line in the file, from 1.
        column: The column, from 1, in code points.
        issue: What is wrong.
        source: The place in the JSON.
        words: The place in the article that it is about.
    """

    file: str
    line: int
    column: int
    issue: Issue
    source: Excerpt | None = None
    words: Excerpt | None = None

    @property
    def is_error(self) -> bool:
        """Whether the document is invalid for it."""
        return self.issue.code in _CODES


def faults_in(data: bytes, file: str, rules: Sequence[LintRule]) -> list[Fault]:
    """What is wrong with a document; where nothing is, what the rules ask. In the order of the text.

    However large or hostile the document, no more is looked for and no more is named than the limits allow.
    """
    issues = check(data) or (_asked(from_json(data), rules) if rules else ())
    if (kind := _other_kind(data, issues)) is not None:
        issues = (Issue(Code.INVALID_JSON, (), f"this is {kind}, and not article JSON"),)
    if len(data) > DEFAULT_LIMITS.bytes or not issues or kind:  # what is too large was not read to its end
        return [Fault(file=file, line=1, column=1, issue=issue) for issue in issues]
    text = data.decode(errors="surrogateescape")  # which is no JSON, so that reading stops there
    located = locate(text, [issue.path for issue in issues], DEFAULT_LIMITS.depth + 1, DEFAULT_LIMITS.values)
    lines = Lines(text)
    readable = not any(issue.code in _NO_TREE for issue in issues)
    article = decode(data) if readable else None
    found: list[Fault] = []
    for (start, end), issue in sorted(((_place(issue, located, text), issue) for issue in issues), key=itemgetter(0)):
        line, column = lines.at(start)
        source, words = excerpt(text, start, end), _words(article, issue.path)
        found.append(Fault(file=file, line=line, column=column, issue=issue, source=source, words=words))
    return found


def _other_kind(data: bytes, issues: Sequence[Issue]) -> str | None:
    """The kind of file that something is which is no JSON; `None` where it is text, which can be shown."""
    if not any(issue.code == Code.INVALID_JSON for issue in issues):
        return None
    from newsschema.interop import Document  # all formats, which few checks need
    from newsschema.interop._unrecognised import describe_bytes

    return describe_bytes(Document(data))


def _asked(article: Article, rules: Sequence[LintRule]) -> tuple[Issue, ...]:
    """What the rules ask about an article; of too many questions the first, and that there are more."""
    asked = lint(article, rules=rules)
    more = len(asked) - DEFAULT_LIMITS.issues
    return asked if more <= 0 else (*asked[:-more], Issue(asked[-more].code, (), counted(more, "more question")))


def faults_in_each(
    documents: Iterable[tuple[int | None, bytes | BadLine]], file: str, rules: Sequence[LintRule]
) -> Iterator[list[Fault]]:
    """The same for each document of a file, with its line where it has one; after too many faults the rest is left."""
    left = DEFAULT_LIMITS.issues
    for number, document in documents:
        if left <= 0:
            message = f"there are {DEFAULT_LIMITS.issues:,} faults before this line; no line from here on is checked"
            yield [Fault(file=file, line=number or 1, column=1, issue=Issue(Code.TOO_LARGE, (), message))]
            return
        if isinstance(document, BadLine):
            found = [Fault(file=file, line=1, column=1, issue=issue) for issue in document.issues]
        else:
            with catch_warnings(record=True, action="always", category=NewsSchemaWarning) as caught:
                found = faults_in(document, file, rules)
            complain(*(f"warning: {place_of(file, number, None)}: {warning.message}" for warning in caught))
        left -= len(found)
        yield found if number is None else [evolve(fault, line=number) for fault in found]


def _place(issue: Issue, located: Located, text: str) -> tuple[int, int]:
    if issue.path == () and located.stop < len(text):  # no JSON, or too deep
        return located.stop, located.stop + 1
    place = located.place(issue.path)
    if issue.code in _AT_KEY and place.key:
        return place.key
    return place.start, place.start + 1 if text[place.start : place.start + 1] in "[{" else place.end


def _words(article: Any, path: Sequence[str | int]) -> Excerpt | None:
    """The words of the article at the place that the span at fault gives, where it gives one."""
    found = [*along(path, article)]
    span = found[-1]
    if len(found) <= len(path) or not is_object(span):
        return None
    start, end, part = span.get("start"), span.get("end"), span.get("part", Part.TEXT.value)
    text = article.get(part) if isinstance(part, str) else None
    if type(start) is not int or type(end) is not int or not isinstance(text, str):
        return None
    start = min(max(start, 0), len(text))
    return excerpt(text, start, min(max(start, end), len(text)), across=True)


def excerpt(text: str, start: int, end: int, *, across: bool = False) -> Excerpt:
    """A place in a text with what stands around it, also across the ends of lines; a terminal's line holds it."""
    low, high = max(start - _BEFORE, 0), min(start + _AFTER, len(text))
    if not across:
        low = max(low, text.rfind("\n", low, start) + 1)
        newline = text.find("\n", start, high)
        high = newline if newline >= 0 else high
    before = "…" if low > 0 and (across or text[low - 1] != "\n") else ""
    after = "…" if high < len(text) and (across or text[high] != "\n") else ""
    begin = len(before) + start - low
    words = text[low:high].translate(_BLANKS).encode(errors="replace").decode()
    return Excerpt(before + words + after, begin, begin + max(min(end, high) - start, 1))
