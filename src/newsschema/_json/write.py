"""From the types to JSON and plain data, in one form: equal objects give equal bytes."""

from typing import Any, cast

import msgspec

from newsschema._json.wire import TO_WIRE
from newsschema._model.base import Model, model_of
from newsschema._model.errors import warn
from newsschema._model.fields import field_specs
from newsschema._model.messages import format_value


def to_dict(part: Model) -> dict[str, Any]:
    """Convert an article, or a part of one, to plain data for any JSON encoder.

    Args:
        part: An object of any of the types.

    Returns:
        Dictionaries, lists, strings, numbers and booleans; keys in declared order, defaults left out.

    Examples:
        >>> from newsschema import Article
        >>> to_dict(Article(id="urn:example:1", text="Rain fell."))
        {'schema_version': '1.0', 'id': 'urn:example:1', 'text': 'Rain fell.'}
    """
    tree: dict[str, Any] = msgspec.to_builtins(_to_wire(part))
    return tree


def to_json(part: Model, *, indent: int = 0) -> bytes:
    """Write an article, or a part of one, as JSON: UTF-8, no spaces, keys in declared order, defaults left out.

    Equal objects give equal bytes on every version of Python. An article begins with its schema version.

    Args:
        part: An object of any of the types.
        indent: The number of spaces to indent by, for people to read; by default everything is on one line.

    Warns:
        NewsSchemaWarning: The object is of a class of your own that is derived from one of the types; fields that you
            added are no part of the schema, and are not written.

    Examples:
        >>> from newsschema import Article, Source
        >>> to_json(Article(id="urn:example:1", text="Rain fell."))
        b'{"schema_version":"1.0","id":"urn:example:1","text":"Rain fell."}'
        >>> to_json(Source(id="s1", name="Ines Okafor"))
        b'{"id":"s1","name":"Ines Okafor"}'
    """
    data = msgspec.json.encode(_to_wire(part))
    return msgspec.json.format(data, indent=indent) if indent else data


def _to_wire(part: Model) -> msgspec.Struct:
    make = TO_WIRE.get(type(part))
    if make is not None:
        return make(part)
    if not isinstance(cast("object", part), Model):
        raise TypeError(f"expected an object of the model, got {format_value(part)}")
    cls = model_of(type(part))
    known = {spec.name for spec in field_specs(cls)}
    added = [spec.name for spec in field_specs(type(part)) if spec.name not in known]
    if added:
        warn(f"{type(part).__name__} adds fields to {cls.__name__} that are not written: {', '.join(added)}")
    return TO_WIRE[cls](part)
