"""How much foreign data may ask of us."""

from typing import Final

from attrs import frozen

from newsschema._model.values import MAX_DEPTH


@frozen(kw_only=True)
class Limits:
    """How much a reader of foreign data is willing to take; what exceeds it is refused as `too-large`.

    Attributes:
        bytes: Size of a document, in bytes of UTF-8 (of characters, where it comes as a `str`).
        string: Length of one string, in code points.
        quotes: Number of quotes in an article.
        values: Number of values in lists and objects, at whatever depth; under `extra` never more than 1,048,576.
            What stands in several places of plain data counts each time.
        depth: How deeply lists and objects may nest; under `extra` never more than 64.

    Examples:
        >>> from newsschema import check
        >>> check('{"schema_version": "1.0"}', limits=Limits(bytes=10))[0].code
        <Code.TOO_LARGE: 'too-large'>
    """

    bytes: int = 64 * 2**20
    string: int = 16 * 2**20
    quotes: int = 100_000
    values: int = 2 * 2**20
    depth: int = MAX_DEPTH + 8


DEFAULT_LIMITS: Final = Limits()
