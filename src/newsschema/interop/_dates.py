"""Dates and times as documents have them: ISO 8601 and RFC 5322 by Python, other forms by `dateparser`."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from newsschema._model.errors import import_extra

_MAIL_DATE: Final = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC?|[ECMP][SD]T)"
)
_WORDS: Final = re.compile(r"[^\W\d_]{3,}|[^\x00-\x7f]")
_LANGUAGES: Final = (
    *("en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "el"),
    *("ru", "uk", "tr", "ar", "fa", "he", "zh", "ja", "ko", "id", "vi", "hi"),
)
"""Whose names of months are known; to try all languages that there are takes seconds."""
_ZONE_NAME: Final = re.compile(r"\[[A-Za-z0-9_/+-]{1,40}\]$")
_CLOCK: Final = re.compile(r"\d:\d")
_ZONE: Final = re.compile(r"[+-]\d\d:?\d\d\b|\d\s?Z\b|\b(?:UTC|GMT|[ECMP][SD]T|[CEW]ES?T)\b")
_LONGEST: Final = 80
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EPOCH: Final = range(10**8, 10**11)
"""Seconds since 1970 in the years from 1973 to 5138; more are milliseconds."""
_DATE: Final = len("2026-03-24")


def parse_date(value: object) -> date | None:
    """The date or time that a value says, whatever its form; `None` where that is not clear.

    Args:
        value: A date or time, a string, or a number of seconds or milliseconds since 1970.

    Returns:
        A date alone where there is no more; a time without an offset where none is said. A string that reads as two
        different days, `03/04/2026`, is not clear, nor is one without a year.

    Raises:
        MissingExtraError: The string is in none of the usual forms, and the extra `interop` is not installed.

    Examples:
        >>> parse_date("Tue, 24 Mar 2026 09:30:00 GMT").isoformat()
        '2026-03-24T09:30:00+00:00'
    """
    if isinstance(value, date):
        return value
    if type(value) in (int, float):
        return _parse_epoch(value)
    # A zone's name behind its offset, as Java writes it, says nothing more.
    return _parse_text(" ".join(_ZONE_NAME.sub("", value).split())) if isinstance(value, str) else None


def mail_date_in_iso(text: str) -> str:
    """A time in the form of RFC 5322, which RSS has too, in that of ISO 8601; any other text as it is.

    Args:
        text: The text.

    Examples:
        >>> mail_date_in_iso("Tue, 24 Mar 2026 09:30:00 GMT")
        '2026-03-24T09:30:00+00:00'
    """
    try:
        return parsedate_to_datetime(text).isoformat() if _MAIL_DATE.fullmatch(text) else text
    except ValueError:
        return text


def _parse_epoch(value: Any) -> date | None:
    seconds = value if abs(value) < _EPOCH.stop else value / 1000
    return datetime.fromtimestamp(seconds, UTC) if _EPOCH.start <= seconds < _EPOCH.stop else None


def _parse_text(text: str) -> date | None:
    try:
        return (date if len(text) <= _DATE else datetime).fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text) if _MAIL_DATE.fullmatch(text) else _parse_other(text)
    except ValueError:
        return None


def _parse_other(text: str) -> date | None:
    """The one day that a text in words or numbers means, by any order of day and month."""
    if len(text) > _LONGEST or not _YEAR.search(text):
        return None
    parse = import_extra("dateparser", "reading dates in words", "interop").parse
    languages = _LANGUAGES if _WORDS.search(text) else ["en"]
    orders = ("DMY", "MDY", "YMD")
    found = {parse(text, languages=languages, settings={**_SETTINGS, "DATE_ORDER": order}) for order in orders} - {None}
    if len(found) != 1:
        return None
    moment: datetime = found.pop()
    if not _CLOCK.search(text):
        return moment.date()
    # What other zones are called is called alike in several, or says nothing of summer time.
    return moment if _ZONE.search(text) else moment.replace(tzinfo=None)


_SETTINGS: Final = {
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "PREFER_LOCALE_DATE_ORDER": False,
}
