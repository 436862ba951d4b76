"""The types as fields of pydantic models: read and refused as everywhere else. Imported by pydantic alone."""

from typing import Any, TypeVar, cast

from pydantic_core import InitErrorDetails, PydanticCustomError, core_schema
from pydantic_core import ValidationError as PydanticError

from newsschema._json.schema import json_schema
from newsschema._json.strict import read_part
from newsschema._json.write import to_dict
from newsschema._model.errors import Issue, ValidationError
from newsschema._model.messages import format_value
from newsschema._model.types import Article, Model

M = TypeVar("M", bound=Model)


def schema_of(cls: type[M], _handler: object = None) -> core_schema.CoreSchema:
    """How pydantic reads and writes a type: from an object of it or plain data, to the plain data that JSON has."""

    def read(value: object) -> M:
        if type(value) is cls:
            return value
        try:
            return read_part(cls, value)
        except ValidationError as error:
            details = [_details(issue, value) for issue in error.issues]
            raise PydanticError.from_exception_data(cls.__name__, details) from error

    return core_schema.no_info_plain_validator_function(
        read,
        ref=f"{cls.__module__}.{cls.__name__}",
        serialization=core_schema.plain_serializer_function_ser_schema(to_dict),
    )


def _details(issue: Issue, tree: Any) -> InitErrorDetails:
    """The fault in pydantic's terms. What was given is shown in words, as in messages: it may be no JSON, or huge."""
    for step in issue.path:
        try:
            tree = tree[step]
        except (LookupError, TypeError):
            break
    place = tuple(_printable(step) if isinstance(step, str) else step for step in issue.path)
    code: Any = issue.code  # pydantic asks for literal strings, which types cannot promise here
    message: Any = issue.message
    return InitErrorDetails(type=PydanticCustomError(code, message), loc=place, input=format_value(tree))


def _printable(text: str) -> str:
    """The text with lone surrogates written out, since it goes into a response that is encoded."""
    return text.encode("utf-8", "backslashreplace").decode()


def json_schema_of(cls: type[Model], _handler: object = None) -> dict[str, Any]:
    """The JSON Schema of a type, with everything it refers to put in its place."""
    whole = json_schema()
    definitions: dict[str, dict[str, Any]] = whole.pop("$defs")

    def inlined(value: Any) -> Any:
        if type(value) is list:
            items: list[Any] = cast("Any", value)
            return [inlined(item) for item in items]
        if type(value) is not dict:
            return value
        schema: dict[str, Any] = cast("Any", value)
        target = schema.get("$ref")
        found: dict[str, Any] = {} if target is None else inlined(definitions[target.removeprefix("#/$defs/")])
        return found | {key: inlined(item) for key, item in schema.items() if key not in ("$ref", "$schema", "$id")}

    result: dict[str, Any] = inlined(whole if cls is Article else definitions[cls.__name__])
    return result
