"""What all the types of the model share: they check themselves when made, and a changed copy is checked again."""

from collections.abc import Iterable, Iterator
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, Self, TypeAlias

from attrs import evolve, frozen

from newsschema._model.display import one_line
from newsschema._model.errors import Issue
from newsschema._model.fields import FieldSpec, field_specs
from newsschema._model.hooks import answer
from newsschema._model.issuelog import IssueLog, Path
from newsschema._model.messages import with_article
from newsschema._model.parsers import Reader, field_reader, leaf
from newsschema._model.values import Format, wrong_type

_HOME: Final = "newsschema"


class Model:
    """What all the types share."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        """Say where users find the type: what a pickle names does not move when a private module does."""
        if cls.__module__.startswith(f"{_HOME}."):
            cls.__module__ = _HOME

    def __attrs_post_init__(self) -> None:
        """Keep each value in its one form, or say all that is wrong."""
        cls: Any = type(self)
        names, checks = _checks_of(cls)
        log: IssueLog | None = None
        for value, (default, settled, check) in zip(names(self), checks):  # noqa: B905 - strict takes half as long again
            kind = type(value)  # pyright: ignore[reportUnknownVariableType] - of anything
            if value is default or kind in settled:
                continue
            if kind is str and check.is_text and value.isascii() and value != "" and "\0" not in value:
                continue
            if kind is tuple and check.items is not None and check.items.issuperset(map(type, value)):
                continue
            log = IssueLog() if log is None else log
            kept = check.reader(value, check.path, log)
            if kept is not value:
                object.__setattr__(self, check.name, kept)
        issues = self._issues(set())
        if issues or log:
            log = log or IssueLog()
            log.extend(issues)
            log.raise_if_any()

    def __str__(self) -> str:
        """The type, and what tells one of its objects from another, on one line."""
        return one_line(self)

    def _issues(self, bad: set[int]) -> Iterable[Issue]:  # noqa: ARG002 - few types have rules between their fields
        """What is wrong between the fields; spans whose identity is in `bad` are passed over."""
        return ()

    def __getstate__(self) -> dict[str, Any]:
        """The fields that hold something else than their defaults."""
        values = ((spec, getattr(self, spec.name)) for spec in field_specs(type(self)))
        return {spec.name: value for spec, value in values if spec.required or value != spec.default}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Fill an object that is being unpickled or copied; like a constructor, it refuses what is invalid.

        Raises:
            TypeError: The object is whole already, and does not change.
        """
        if hasattr(self, field_specs(type(self))[0].name):
            raise TypeError(f"{type(self).__name__} does not change")
        self.__init__(**state)  # type: ignore[misc]  # an object without fields is not yet made

    if not TYPE_CHECKING:  # pragma: no branch - each type says by itself what it takes

        def replace(self, **changes: Any) -> Self:
            """A copy with some fields changed, checked like a new one.

            Args:
                **changes: New values by field name.

            Raises:
                ValidationError: The changed copy would not be valid.

            Examples:
                >>> from newsschema import Source
                >>> Source(id="s1", name="Ines Okafor").replace(role="harbour master").role
                'harbour master'
            """
            return evolve(self, **changes)

    @property
    def __pydantic_serializer__(self) -> Any:
        """How pydantic writes an object where an annotation says `Any`, or nothing."""
        return answer("pydantic serializer")(model_of(type(self)))

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """The items of the object's plain data, so that `dict(article)` is what JSON encoders take."""
        tree: dict[str, Any] = answer("plain data")(self)
        return iter(tree.items())

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> Any:
        """How pydantic reads and writes this type."""
        return answer("pydantic schema")(cls, handler)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: object, handler: object) -> dict[str, Any]:
        """The type's own JSON Schema, for pydantic and what is built on it."""
        found: dict[str, Any] = answer("pydantic JSON schema")(cls, handler)
        return found


class Entity(Model):
    """What the types share whose objects a program keeps track of: they can be weakly referenced."""

    __slots__ = ("__weakref__",)


def model_of(cls: type) -> type[Model]:
    """The type of the model that a class is, or that a user's class is derived from."""
    return next(one for one in cls.__mro__ if one.__module__ == _HOME)


@frozen
class _Check:
    """What a constructor makes of one field's value."""

    name: str
    path: Path
    is_text: bool
    """Whether a string of ASCII is kept as it is, unless it is empty or holds a NUL."""
    items: frozenset[type] | None
    """A tuple of objects of these types alone is kept as it is."""
    reader: Reader


_Checks: TypeAlias = tuple[tuple[Any, frozenset[type], _Check], ...]
"""For each field its default, the types whose objects are kept as they are, and what is made of all else."""


@cache
def _checks_of(cls: Any) -> tuple["attrgetter[tuple[Any, ...]]", _Checks]:
    specs = field_specs(model_of(cls))
    checks = ((spec.default, frozenset[type]() if spec.many else _whole(spec), _check_of(spec)) for spec in specs)
    return attrgetter(*(spec.name for spec in specs)), tuple(checks)


def _check_of(spec: FieldSpec) -> _Check:
    return _Check(
        name=spec.name,
        path=(spec.name,),
        is_text=spec.format in (Format.TEXT, Format.BODY) and not spec.many,
        items=_whole(spec) if spec.many and spec.format in _WHOLE else None,
        reader=field_reader(spec, _instance_reader),
    )


def _whole(spec: FieldSpec) -> frozenset[type]:
    return frozenset([spec.type]) if spec.format in _WHOLE else frozenset()


_WHOLE: Final = frozenset((Format.MODEL, Format.ENUM, Format.INTEGER, Format.BOOLEAN))
"""What is right where the type is."""


@cache
def _instance_reader(cls: Any) -> Reader:
    def parse(value: object) -> object:
        if type(value) is cls:
            return value
        if isinstance(value, cls) and model_of(type(value)) is type(value):
            return narrow(value, cls)
        raise wrong_type(with_article(cls.__name__), value)

    return leaf(parse)


def narrow(value: Any, cls: type[Any]) -> Any:
    """An object as one of the type that it is derived from: a fragment as a span.

    Args:
        value: An object of the type, or of one derived from it.
        cls: The type.
    """
    if type(value) is cls:
        return value
    return cls(**{spec.name: getattr(value, spec.name) for spec in field_specs(cls)})
