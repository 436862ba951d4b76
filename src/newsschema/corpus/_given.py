"""What is given for documents: publisher, language, date and the like, by options or by the names of folders."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import PurePath
from typing import Any, Final, TypeAlias
from urllib.parse import quote

from newsschema._model.errors import Issue, ValidationError
from newsschema._model.types import Article
from newsschema._model.values import format_date, is_valid, parse_date
from newsschema.corpus._notes import CorpusError, Note, NoteCode

Given: TypeAlias = Mapping[str, str]
"""Values by the names of the article's fields."""
NOTHING: Final[Given] = {}

FIELDS: Final = (
    *("publisher", "section", "genre", "language", "published", "updated", "credit", "version", "rights", "url"),
)
"""The fields of an article that can be given from outside."""
DATE_PARTS: Final = ("year", "month", "day")
_DATES: Final = ("published", "updated")
_NOTHING_SAID: Final = Article(id="urn:x-newsschema:nothing", text="")
_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
_COMPACT: Final = re.compile(r"\d{8}")


def placeholders(template: str) -> set[str]:
    """The names in braces."""
    return {*_PLACEHOLDER.findall(template)}


def resolve(options: Given, captured: Mapping[str, str], path: str) -> Given:
    """What is given for the documents of one file: what its folders say, else what the options say.

    Args:
        options: By the names of fields; a URL may have what the folders say, and `{stem}`, in braces.
        captured: What the names of folders and file say, by the names in the pattern.
        path: The file.

    Raises:
        CorpusError: The URL has a name that nothing gives a value for.
    """
    values = {name: _iso(value) if name in _DATES else value for name, value in {**options, **captured}.items()}
    if all(part in captured for part in DATE_PARTS):
        values.setdefault("published", "-".join(captured[part].zfill(2) for part in DATE_PARTS))
    if "url" in values:
        known = {**values, "stem": PurePath(path).name.partition(".")[0]}
        for name in sorted(placeholders(values["url"]) - known.keys()):
            raise CorpusError(f"the URL has {{{name}}}, and nothing says what that is for {path}")
        values["url"] = _PLACEHOLDER.sub(lambda found: quote(known[found[1]], safe=""), values["url"])
    return {name: value for name, value in values.items() if name in FIELDS}


def check_given(given: Given) -> None:
    """See that what is given for all documents is what their fields can have; what names complete is seen later.

    Args:
        given: By the names of fields.

    Raises:
        ValidationError: A value is none.
    """
    values = {name: _iso(value) if name in _DATES else value for name, value in given.items()}
    whole: dict[str, Any] = {name: value for name, value in values.items() if not placeholders(value)}
    _NOTHING_SAID.replace(**whole)


def _iso(value: str) -> str:
    """A date that archives write without hyphens, with them."""
    return f"{value[:4]}-{value[4:6]}-{value[6:]}" if _COMPACT.fullmatch(value) else value


def fill(article: Article, given: Given) -> tuple[Article, list[Note]]:
    """An article with what it does not say itself; what it says otherwise stays, and is noted.

    Raises:
        ValidationError: A value is none that the field can have.
    """
    missing: dict[str, Any] = {name: value for name, value in given.items() if getattr(article, name) is None}
    notes = [
        Note(code=NoteCode.DIFFERS, pointer=f"/{name}", message=f"the document says {own}, not {value} as given")
        for name, value in given.items()
        if name not in missing and not _agree(own := _text(getattr(article, name)), value)
    ]
    if not missing:
        return article, notes
    try:
        return article.replace(**missing), notes
    except ValidationError as error:
        raise ValidationError(map(_as_given, error.issues)) from None


def _agree(own: str, value: str) -> bool:
    """Whether two values are one; a time agrees with its day."""
    value = format_date(parse_date(value)) if is_valid(parse_date, value) else value
    return value in (own, own.partition("T")[0])


def _text(value: Any) -> str:
    return format_date(value) if isinstance(value, date) else str(value)


def _as_given(issue: Issue) -> Issue:
    return Issue(issue.code, issue.path, f"{issue.message} (as given by an option or by the name of a folder)")


def check_names(names: set[str], used: set[str]) -> None:
    """See that a pattern has no names that would say nothing.

    Args:
        names: Those in the pattern.
        used: Those that a URL is made of.

    Raises:
        CorpusError: There is one.
    """
    known = {*FIELDS, *DATE_PARTS, *used}
    for name in sorted(names - known):
        raise CorpusError(f"there is no field {name!r}; there are {', '.join((*FIELDS, *DATE_PARTS))}")
