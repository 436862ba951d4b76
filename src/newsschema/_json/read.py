"""From JSON and plain data to the types, by two paths with one meaning, and what is wrong with a document."""

import codecs
import os
import re
from collections.abc import Mapping
from sys import maxsize
from typing import Any, Final, Never, TypeVar, cast, overload

import msgspec

from newsschema._json.fast import has_nul, read_fast
from newsschema._json.limits import DEFAULT_LIMITS, Limits, check_size, is_plainly_within, too_large
from newsschema._model.base import Model
from newsschema._model.containers import is_list, is_object
from newsschema._model.errors import Code, Issue, NewsSchemaWarning, ValidationError
from newsschema._model.messages import JSON, format_value
from newsschema._model.types import Article

M = TypeVar("M", bound=Model)

_BYTE_ORDER_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_LIMITS: Final = Limits(bytes=maxsize, string=maxsize, quotes=maxsize, values=maxsize)
_HEAD: Final = 200
_PROSE: Final = r"""\s*["“‘]?[^\W\d_]+[’'-]?[^\W\d_]*,? [^\W\d_]"""
"""How a story begins, and no JSON."""
_SURROGATE: Final = r"\\u[dD][89a-fA-F]|[\ud800-\udfff]"


def decode(data: bytes | str, limits: Limits = DEFAULT_LIMITS) -> Any:
    """The plain data of a JSON text.

    Raises:
        ValidationError: It is not JSON, or too large.
    """
    return _decoded(data, limits)[0]


def _decoded(data: bytes | str, limits: Limits) -> tuple[Any, bool]:
    """The plain data of a JSON text, and whether its strings may have lone surrogates."""
    data = _plain_text(data)
    check_size(data, limits)
    try:
        return msgspec.json.decode(data), False
    except RecursionError:
        raise too_large(f"nested deeper than the limit of {limits.depth}") from None
    except (msgspec.MsgspecError, UnicodeError) as error:
        return _decode_surrogates(data, error), True


def _plain_text(data: bytes | str) -> bytes | str:
    """A JSON text as it is; one of a class that is derived from `bytes` or `str` without what that class adds.

    Raises:
        ValidationError: It is neither.
    """
    if type(data) in (bytes, str):
        return data
    given = cast("object", data)
    if isinstance(given, str):
        return str.__str__(given)
    if isinstance(given, bytes):
        return bytes.__getitem__(given, slice(None))
    message = f"expected JSON as bytes or str, got {format_value(given, words=JSON)}{_hint_for(given)}"
    raise ValidationError([Issue(Code.WRONG_TYPE, (), message)])


def _decode_surrogates(data: bytes | str, error: Exception) -> Any:
    """The plain data of a text with half of a surrogate pair: JSON allows it, no string holds it, its field refuses it.

    Raises:
        ValidationError: It is not JSON.
    """
    import json  # takes long to import, and few documents need it

    try:
        text = data if isinstance(data, str) else data.decode()
        if re.search(_SURROGATE, text):
            return json.loads(text, parse_constant=_refuse_constant)
    except RecursionError:
        raise too_large("nested too deeply") from None
    except ValueError:
        pass
    reason = _reason(data, str(error).removeprefix("JSON is malformed: "))
    raise ValidationError([Issue(Code.INVALID_JSON, (), f"invalid JSON: {reason}")]) from None


def _reason(data: bytes | str, reason: str) -> str:
    """Why a text is no JSON, and what it may be instead."""
    from newsschema._model.mistakes import names_file  # compiles what only mistakes need

    if not data.strip():
        return "the document is empty"
    start = data[:3].encode("utf-8", "surrogatepass") if isinstance(data, str) else data[:3]
    if start.startswith(_BYTE_ORDER_MARKS):
        return f"{reason}; it begins with a byte-order mark, and JSON is UTF-8 without one"
    if isinstance(data, str) and names_file(data):
        return f"{reason}; it looks like the name of a file: pass what is in it, Path(...).read_bytes()"
    head = data[:_HEAD]
    if re.match(_PROSE, head if isinstance(head, str) else head.decode("utf-8", "replace")):
        return f"{reason}; if it is a story in plain text, read it with read_text() or newsschema read"
    return reason


def _hint_for(data: object) -> str:
    """What to do with something that is no JSON text."""
    if isinstance(data, os.PathLike):
        return "; pass what is in the file: path.read_bytes()"
    if isinstance(data, Model):
        return "; it is valid, and lint() finds what an editor would question in an article"
    if is_object(data):
        return "; from_dict() takes decoded JSON"
    return "; check its documents one by one" if is_list(data) else ""


def _refuse_constant(name: str) -> Never:
    raise ValueError(name)


@overload
def from_dict(tree: Mapping[str, Any], *, limits: Limits = DEFAULT_LIMITS) -> Article: ...
@overload
def from_dict(tree: Mapping[str, Any], cls: type[M], *, limits: Limits = DEFAULT_LIMITS) -> M: ...
def from_dict(tree: Mapping[str, Any], cls: type[Any] = Article, *, limits: Limits = DEFAULT_LIMITS) -> Any:
    """Read an article, or a part of one, from decoded JSON.

    Args:
        tree: Dictionaries, lists, strings, numbers, booleans and `None`. Nothing is coerced.
        cls: The type: `Article` or another type of the model.
        limits: How much to accept.

    Raises:
        ValidationError: The data is invalid; the error carries every fault with its code and path.

    Examples:
        >>> from_dict(
        ...     {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain fell."}
        ... ).text
        'Rain fell.'
    """
    from newsschema._json.strict import read_part  # a program whose documents are valid JSON needs it never

    return read_part(cls, tree, limits)


@overload
def from_json(data: bytes | str, *, limits: Limits = DEFAULT_LIMITS) -> Article: ...
@overload
def from_json(data: bytes | str, cls: type[M], *, limits: Limits = DEFAULT_LIMITS) -> M: ...
def from_json(data: bytes | str, cls: type[Any] = Article, *, limits: Limits = DEFAULT_LIMITS) -> Any:
    """Read an article, or a part of one, from JSON.

    If an object repeats a key, the last value counts, as usual in JSON; [`check`][newsschema.check] reports it.

    Args:
        data: One JSON document, in UTF-8 where it is bytes.
        cls: The type: `Article` or another type of the model.
        limits: How much to accept.

    Raises:
        ValidationError: The data is invalid; the error carries every fault with its code and path.

    Warns:
        NewsSchemaWarning: The document is of a newer minor version, and fields unknown to this one were skipped.

    Examples:
        >>> from_json(b'{"schema_version":"1.0","id":"urn:example:1","text":"Rain fell."}').id
        'urn:example:1'
        >>> from newsschema import Source
        >>> from_json('{"id": "s1", "name": "Ines Okafor"}', Source).label
        'Ines Okafor'
    """
    if cls is Article:
        article = read_fast(data, limits)
        return _read_strictly(data, limits) if article is None else article
    from newsschema._json.strict import read_part

    return read_part(cls, decode(data, limits), limits, words=JSON)


def read_newer(data: bytes, skipped: list[Issue]) -> Article:
    """The article of a document, of which a newer minor version has fields that are told of in a list.

    Args:
        data: JSON.
        skipped: Takes an issue for each of these fields; `from_json` warns of them.

    Raises:
        ValidationError: The data is invalid.
    """
    article = read_fast(data, DEFAULT_LIMITS)
    return _read_strictly(data, DEFAULT_LIMITS, skipped) if article is None else article


def from_pickle(data: bytes) -> Article:
    """The article of a JSON document that is in a pickle: none of its size is too large, since an article had it.

    Args:
        data: What `to_json` wrote.

    Raises:
        ValidationError: The data is invalid.
    """
    return from_json(data, limits=_NO_LIMITS)


def _read_strictly(data: bytes | str, limits: Limits, skipped: list[Issue] | None = None) -> Article:
    """The article of a document that the fast path does not take, or what is wrong with it.

    Raises:
        ValidationError: The data is invalid; the error carries every fault with its code and path.
    """
    from newsschema._json.sound import with_sound_parts
    from newsschema._json.strict import read_article

    data = _plain_text(data)
    tree, surrogates = _decoded(data, limits)
    if is_plainly_within(data, limits) and not surrogates:
        tree = with_sound_parts(tree, limits, nul=has_nul(data))
    return read_article(tree, limits, words=JSON, strings=len(data) > limits.string, skipped=skipped)


def check(
    data: bytes | str | Mapping[str, Any], cls: type[Model] = Article, *, limits: Limits = DEFAULT_LIMITS
) -> tuple[Issue, ...]:
    """List every fault of a document.

    Args:
        data: JSON as bytes or `str`, or decoded JSON.
        cls: The type: `Article` or another type of the model.
        limits: How much to accept.

    Returns:
        Every fault; empty if the document is valid. Never raises on bad data.

    Examples:
        >>> for issue in check(
        ...     '{"schema_version": "1.0", "id": "urn:example:1", "txet": "Rain."}'
        ... ):
        ...     print(issue)
        txet: unknown field 'txet'; did you mean 'text'? (unknown-field)
        text: the field 'text' is missing (missing-field)
    """
    repeated: tuple[Issue, ...] = ()
    try:
        if is_object(data):
            from_dict(data, cls, limits=limits)
        else:
            text = _plain_text(cast("bytes | str", data))
            repeated = _repeated_keys(text, limits)
            from_json(text, cls, limits=limits)
    except ValidationError as error:
        return (*repeated, *error.issues)
    except NewsSchemaWarning:  # where warnings are errors; a newer minor version is no fault
        pass
    return repeated


def _repeated_keys(data: bytes | str, limits: Limits) -> tuple[Issue, ...]:
    check_size(data, limits)
    from newsschema._json.locations import repeated_keys  # only a check needs it

    return repeated_keys(data, limits.issues)
