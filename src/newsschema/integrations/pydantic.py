"""The types as fields of pydantic models: read and refused as everywhere else. Imported by pydantic alone."""

from typing import Any, TypeVar, cast

from pydantic_core import InitErrorDetails, PydanticCustomError, SchemaSerializer, core_schema
from pydantic_core import ValidationError as PydanticError

from newsschema._json.schema import json_schema
from newsschema._json.strict import read_part
from newsschema._json.write import to_dict
from newsschema._model import enums
from newsschema._model.base import Model, narrow
from newsschema._model.containers import along
from newsschema._model.errors import Issue, ValidationError
from newsschema._model.fields import cached
from newsschema._model.messages import format_value
from newsschema._model.types import MODELS, Article

M = TypeVar("M", bound=Model)
_TYPES: dict[str, type[Model]] = {cls.__name__: cls for cls in MODELS}


def schema_of(cls: type[M], _handler: object = None) -> core_schema.CoreSchema:
    """How pydantic reads and writes a type: from an object of it or plain data, to the plain data that JSON has."""

    def components(_schema: object, handler: Any) -> dict[str, Any]:
        return json_schema_of(cls, handler)

    def write(value: Any) -> dict[str, Any]:
        return to_dict(narrow(value, cls))

    def read(value: object) -> M:
        if isinstance(value, cls):
            return value
        try:
            return read_part(cls, value)
        except ValidationError as error:
            details = [_details(issue, value) for issue in error.issues]
            raise PydanticError.from_exception_data(cls.__name__, details) from error

    read.__name__ = read.__qualname__ = cls.__name__  # by which the errors of a union tell which type refused
    return core_schema.no_info_plain_validator_function(
        read,
        ref=f"{cls.__module__}.{cls.__name__}",
        metadata={"pydantic_js_functions": [components]},
        serialization=core_schema.plain_serializer_function_ser_schema(write),
    )


@cached
def serializer_of(cls: type[Model]) -> SchemaSerializer:
    """What pydantic writes an object with where it does not know its type beforehand."""
    return SchemaSerializer(core_schema.any_schema(serialization=cast("Any", schema_of(cls)).get("serialization")))


def _details(issue: Issue, tree: Any) -> InitErrorDetails:
    """The fault in pydantic's terms. What was given is shown in words, as in messages: it may be no JSON, or huge."""
    *_, given = along(issue.path, tree)
    place = tuple(_printable(step) if isinstance(step, str) else step for step in issue.path)
    code: Any = issue.code  # pydantic asks for literal strings, which types cannot promise here
    message: Any = issue.message
    return InitErrorDetails(type=PydanticCustomError(code, message), loc=place, input=format_value(given))


def _printable(text: str) -> str:
    """The text with lone surrogates written out, since it goes into a response that is encoded."""
    return text.encode("utf-8", "backslashreplace").decode()


def json_schema_of(cls: type[Model], handler: Any) -> dict[str, Any]:
    """The JSON Schema of a type; the types that it holds are components of their own.

    Args:
        cls: The type.
        handler: Pydantic's own.
    """
    whole = {key: value for key, value in json_schema().items() if key not in ("$schema", "$id")}
    definitions: dict[str, dict[str, Any]] = whole.pop("$defs")

    def referred(value: Any) -> Any:
        if type(value) is list:
            items: list[Any] = cast("Any", value)
            return [referred(item) for item in items]
        if type(value) is not dict:
            return value
        schema: dict[str, Any] = cast("Any", value)
        # A condition that always holds has what makers of types are not to see: a component that holds itself.
        hidden = ("if", "then") if schema.get("if") is True else ()
        rest = {key: referred(item) for key, item in schema.items() if key not in ("$ref", *hidden)}
        if "$ref" not in schema:
            return rest
        return _component(schema["$ref"].removeprefix("#/$defs/"), definitions, handler) | rest

    result: dict[str, Any] = referred(whole if cls is Article else definitions[cls.__name__])
    return result


def _component(name: str, definitions: dict[str, Any], handler: Any) -> dict[str, Any]:
    """The reference to a component, which is made where there is none yet."""
    if name in _TYPES:
        inner: core_schema.CoreSchema = schema_of(_TYPES[name])
    else:
        enum = getattr(enums, name)
        described = {"title": name, **definitions[name]}

        def describe(*_: object) -> dict[str, Any]:
            return described

        metadata: dict[str, Any] = {"pydantic_js_functions": [describe]}
        # The reference is pydantic's own, so that a field of a user's that holds the enum has the same component.
        ref = f"{enum.__module__}.{enum.__qualname__}:{id(enum)}"
        inner = core_schema.enum_schema(enum, list(enum), ref=ref, metadata=metadata)
    # The handler itself is bound to the type that is asked for; what makes components of others stands behind it.
    made: dict[str, Any] = handler.generate_json_schema.generate_inner(inner)
    return made
