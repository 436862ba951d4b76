"""People's names as bylines have them."""

import re
from typing import Any, Final

_BETWEEN: Final = re.compile(
    r"(?:(?<!\s)\s+)?[,;&|]\s*(?:(?:and|und|et|y|e|og|och|en|i)\s+)?|(?<!\s)\s+(?:and|und|et|y|e|og|och|en|i)\s+"
)
_NAME: Final = re.compile(r"[^\W\d_a-z][\w.'’-]*(?:\s+(?:[a-z]{1,3}\s+)?[^\W\d_][\w.'’-]*){1,3}")
"""Two to four words, of which the first has a capital; a particle may stand between them."""
_NO_NAME: Final = re.compile(
    r"\b(?:agenc(?:y|ies)|analyst|associated|bureau|columnist|contribut\w+|correspondent|desk|editors?|journalist|news"
    r"|newsroom|photographer|press|producer|reporters?|service|special|staff|team|wires?|writers?)\b",
    re.IGNORECASE,
)
"""What an office or an outlet has in it, and a person's name not."""
_BY: Final = re.compile(r"by(?:\s+|$)", re.IGNORECASE)


def split_names(value: Any) -> list[Any]:
    """The names in a string that names several people, all of them whole; else the value alone, without "By".

    Examples:
        >>> split_names("Ana Ruiz, Bo Li and Carl van Moe")
        ['Ana Ruiz', 'Bo Li', 'Carl van Moe']
        >>> split_names("Ana Ruiz, Bergen")
        ['Ana Ruiz, Bergen']
    """
    if not isinstance(value, str):
        return [value]
    whole = _BY.sub("", value, count=1) if _BY.match(value) else value
    names = _BETWEEN.split(whole)
    people = len(names) > 1 and all(_NAME.fullmatch(name) and not _NO_NAME.search(name) for name in names)
    return names if people else [whole]
