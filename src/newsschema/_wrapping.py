"""Lines that are broken at a fixed width."""

import re


def is_wrapped(text: str) -> bool:
    """Whether single newlines only wrap lines: between blank lines, most of them stand before a small letter."""
    if text.count("\n") - 2 * text.count("\n\n") <= 2:  # noqa: PLR2004 - a few
        return False
    open_lines = len(re.findall(r"[^\s.!?:\"”][^\S\n]*\n(?=[^\W\d_])", text))
    return open_lines > 2 and len(re.findall(r"\S[^\S\n]*\n(?=[a-z])", text)) * 2 > open_lines  # noqa: PLR2004 - a few
