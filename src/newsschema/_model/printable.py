"""Foreign text made fit to be printed: what could command a terminal, forge a line or turn it round becomes visible."""

import re
from typing import Final

_SIGNS: Final = (
    r"\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f"
)
_IN_LINES: Final = f"[{_SIGNS}]"
_IN_TEXT: Final = rf"(?![\t\n])[{_SIGNS}]"


def printable_line(text: str) -> str:
    r"""Text on one line, nothing in it hidden: control characters become pictures of themselves, overrides their names.

    Args:
        text: Anything, such as a message with other people's words in it, or the name of a file.

    Examples:
        >>> print(printable_line("Rain\n::error::\x1b[31m"))
        Rain␊::error::␛[31m
        >>> print(printable_line("abc\u202edef"))
        abc[U+202E]def
    """
    return re.sub(_IN_LINES, _picture, text)


def printable_text(text: str) -> str:
    """The same for text of several lines: newlines and tabs stay, and each sign is one, and so keeps its place.

    Args:
        text: Anything, such as the body of a story.
    """
    return re.sub(_IN_TEXT, lambda found: sign if len(sign := _picture(found)) == 1 else "\ufffd", text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:  # noqa: PLR2004 - the pictures stand in the order of what they picture
        return chr(0x2400 + code)
    if code == 0x7F:  # noqa: PLR2004 - delete
        return "\u2421"
    if code in (0x85, 0x2028, 0x2029):  # newlines of other kinds
        return "\u2424"
    if 0xDC80 <= code <= 0xDCFF:  # noqa: PLR2004 - a byte of a file's name that is no UTF-8
        return f"\\x{code - 0xDC00:02x}"
    if code < 0xA0 or 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004 - the second control characters; lone surrogates
        return "\ufffd"
    return f"[U+{code:04X}]"
