"""What is said to arguments that are of another type than is taken, or no part of the article that is asked."""

from typing import Any, Final, TypeVar, cast

from newsschema._model.base import Model
from newsschema._model.enums import Part
from newsschema._model.errors import Code, Issue, ValidationError
from newsschema._model.messages import PYTHON, format_value, with_article
from newsschema._model.values import InvalidValue, enum_parser

_parse_part: Final = enum_parser(Part)
M = TypeVar("M", bound=Model)

UNKNOWN_PART: Final = "unknown-part"
"""The code of something that is no part of the article that is asked or edited."""


def require(cls: type[M], value: object, instead: str = "") -> M:
    """A value that must be of a type of the model.

    Args:
        cls: The type.
        value: The value.
        instead: What else the argument may be.

    Raises:
        TypeError: It is not.
    """
    if not isinstance(value, cls):
        raise TypeError(f"expected {with_article(cls.__name__)}{instead}, got {format_value(value)}")
    return value


def require_text(value: object) -> None:
    """See that an argument is text, and not the file that it is in, or its bytes.

    Raises:
        ValidationError: It is none.
    """
    if not isinstance(value, str):
        raise ValidationError([Issue(Code.WRONG_TYPE, (), f"expected text as a str, got {format_value(value)}")])


def require_part(value: object) -> Part:
    """The part of an article that an argument names.

    Raises:
        ValidationError: There is none of this name.
    """
    try:
        return cast("Part", _parse_part(value))
    except InvalidValue as error:
        raise ValidationError([Issue(error.code, (), f"no part of an article: {error.message(PYTHON)}")]) from None


def require_position(value: object) -> None:
    """See that an argument is a position in a text.

    Raises:
        TypeError: It is none.
    """
    if not isinstance(value, int):
        raise TypeError(f"expected a position as an int, got {format_value(value)}")


def require_own(part: Model, own: Model | None) -> None:
    """See that a quote or source is a part of an article, by all its values.

    Args:
        part: The quote or source.
        own: What the article has with this id.

    Raises:
        ValidationError: It is not.
    """
    if own is not part and own != part:
        raise ValidationError([Issue(UNKNOWN_PART, (), no_part(part, type(part), namesake=own is not None))])


def no_part(part: Any, kind: type[Model], *, namesake: bool) -> str:
    """What to say of a thing with an id that is no part of an article, though the article may have one of its id."""
    message = f"<{kind.__name__} {part.id}> is not part of this article"
    if namesake:
        return f"{message}, which has another {kind.__name__.lower()} with this id or a later version of this one"
    return message
