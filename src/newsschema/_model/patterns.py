"""The grammar of URIs, language tags, dates and domains, in the syntax that every engine of regular expressions shares.

No lookarounds and no possessive repeats: the JSON Schema carries these patterns to validators in other languages, most
of which run on RE2, Rust's `regex` or ECMAScript.
"""

from typing import Final

# RFC 3986: scheme, authority, path, query, fragment; ASCII only. Each character can be matched in one way only.
# The dollar sign is escaped for fastjsonschema, which takes any other for the end, in a set of characters too.
_UNRESERVED: Final = r"A-Za-z0-9._~!\$&'()*+,;="


def _run(characters: str) -> str:
    return f"[{characters}-]*(?:%[0-9A-Fa-f]{{2}}[{characters}-]*)*"


def _rootless(characters: str) -> str:
    """A path that does not begin with two slashes: empty, or with another character first, or with one slash."""
    first = f"(?:[{characters}-]|%[0-9A-Fa-f]{{2}})"
    return f"(?:/(?:{first}{_run(characters + '/')})?|{first}{_run(characters + '/')})?"


_PATH, _QUERY = _run(_UNRESERVED + ":@/"), _run(_UNRESERVED + ":@/?")
_AUTHORITY: Final = rf"(?:{_run(_UNRESERVED + ':')}@)?(?:\[[0-9A-Fa-f:.]+\]|{_run(_UNRESERVED)})(?::[0-9]*)?"
URI: Final = (
    rf"[A-Za-z][A-Za-z0-9+.-]*:(?://{_AUTHORITY}(?:/{_PATH})?|{_rootless(_UNRESERVED + ':@')})"
    rf"(?:\?{_QUERY})?(?:#{_QUERY})?"
)
# RFC 5646, section 2.1: language, script, region, variants, extensions, private use; private use alone; and the tags
# that were registered before that grammar.
_REGISTERED: Final = (
    *("en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo"),
    *("i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE"),
)


def _any_case(tag: str) -> str:
    return "".join(f"[{letter.upper()}{letter.lower()}]" if letter.isalpha() else letter for letter in tag)


LANGUAGE: Final = (
    r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4}|[A-Za-z]{5,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WY-Za-wy-z](?:-[A-Za-z0-9]{2,8})+)*"
    r"(?:-[xX](?:-[A-Za-z0-9]{1,8})+)?|[xX](?:-[A-Za-z0-9]{1,8})+|" + "|".join(map(_any_case, _REGISTERED))
)
# RFC 3339 with the calendar spelled out: the days of each month, February in leap years, no year 0, no leap second.
_YEAR: Final = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
_LEAP: Final = "[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00"
_DAY: Final = (
    f"{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:{_LEAP})-02-29"
)
CLOCK: Final = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
TIME: Final = rf"T{CLOCK}:[0-5][0-9](?:\.[0-9]{{1,6}})?(?:Z|[+-]{CLOCK})"
DATE: Final = rf"(?:{_DAY})(?:{TIME})?"
DOMAIN: Final = r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)+"
