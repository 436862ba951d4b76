"""From plain data to the types: the path that defines what is valid, and names every fault."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeVar, cast

from newsschema._json.limits import DEFAULT_LIMITS, Limits, check_tree
from newsschema._json.version import SCHEMA_FIELD, VERSION_FIELD, check_version
from newsschema._model.base import Model
from newsschema._model.containers import is_object
from newsschema._model.errors import Code, Issue, Path, ValidationError, warn
from newsschema._model.fields import FieldSpec, cached, field_specs, fields_holding
from newsschema._model.issuelog import IssueLog
from newsschema._model.messages import PYTHON, format_key, format_value, synonyms
from newsschema._model.parsers import Reader, field_reader
from newsschema._model.rules import readable
from newsschema._model.types import MODELS, Article, Span
from newsschema._model.values import INVALID, Format, wrong_type

M = TypeVar("M", bound=Model)


class Unchecked:
    """The fields of an object that is being read, and the type that it becomes where nothing is wrong.

    Each field has its value, its default, or `INVALID`.
    """

    def __init__(self, model: type[Model], fields: dict[str, Any]) -> None:
        self.__dict__ = fields
        self.model = model


class Sound:
    """An object of the model, or a tuple of such, in plain data where its own would stand: nothing is wrong in it."""

    __slots__ = ("made",)

    def __init__(self, made: Model | tuple[Model, ...]) -> None:
        self.made = made


def read_article(  # noqa: PLR0913 - each is an option
    tree: object,
    limits: Limits = DEFAULT_LIMITS,
    *,
    cls: type[Article] = Article,
    words: Mapping[str, str] = PYTHON,
    strings: bool = True,
    skipped: list[Issue] | None = None,
) -> Article:
    """An article from plain data, through the gate of versions.

    Args:
        tree: The plain data.
        limits: How much to accept.
        cls: `Article`, or a class that is derived from it.
        words: What messages call values: `PYTHON` or `JSON`.
        strings: Whether strings may be longer than the limits.
        skipped: Takes the fields that a document of a newer minor version has beyond this one; without it they are
            warned of.

    Raises:
        ValidationError: Every fault there is.
    """
    log = IssueLog(limits.issues, words)
    document = _document(tree, limits, log, strings=strings)
    issue, newer = check_version(document, words)
    if issue is not None:
        log.add(issue)
    fields = {key: value for key, value in document.items() if key != VERSION_FIELD}
    schema = fields.pop(SCHEMA_FIELD, "")
    if not isinstance(schema, str):
        log.invalid(wrong_type("{string}", schema), (SCHEMA_FIELD,))
    unchecked = object_reader(cls)(fields, (), log)
    if newer:
        _skip_unknown(log, skipped)
    return cast("Article", _made(unchecked, log))


def read_part(cls: type[M], tree: object, limits: Limits = DEFAULT_LIMITS, *, words: Mapping[str, str] = PYTHON) -> M:
    """An object of one of the model's types from plain data, as `read_article` reads an article.

    Raises:
        TypeError: This is no type of the model.
        ValidationError: Every fault there is.
    """
    if not (isinstance(cast("object", cls), type) and issubclass(cls, MODELS)):
        raise TypeError(f"expected a type of the model, such as Quote, got {getattr(cls, '__name__', cls)}")
    if issubclass(cls, Article):
        return cast("M", read_article(tree, limits, cls=cls, words=words))
    log = IssueLog(limits.issues, words)
    unchecked = object_reader(cls)(_document(tree, limits, log, cls=cls), (), log)
    return cast("M", _made(unchecked, log))


def _document(
    tree: object, limits: Limits, log: IssueLog, *, cls: type[Model] = Article, strings: bool = True
) -> Mapping[Any, Any]:
    """The object that a document is, within the limits."""
    try:
        check_tree(tree, limits, strings=strings)
        if is_object(tree):
            return dict(tree.items())
    except ValidationError:
        raise
    except Exception as error:  # noqa: BLE001 - containers of other people's making may do anything
        name = type(error).__name__
        raise ValidationError([Issue(Code.WRONG_TYPE, (), f"the data cannot be read: {name}")]) from None
    log.invalid(wrong_type(f"{{object}} ({cls.__name__})", tree), ())
    raise ValidationError(log.all())


def _skip_unknown(log: IssueLog, skipped: list[Issue] | None) -> None:
    """Let fields be no fault that only a newer minor version has, and tell which these are."""
    unknown = [issue for issue in log.issues if issue.code == Code.UNKNOWN_FIELD]
    log.issues[:] = [issue for issue in log.issues if issue.code != Code.UNKNOWN_FIELD]
    if skipped is not None:
        skipped += unknown
    elif unknown:
        names = ", ".join(issue.pointer for issue in unknown)
        warn(f"a document of a newer minor version: these fields are skipped: {names}")


def _made(unchecked: Any, log: IssueLog) -> Model:
    """The object of what was read, where nothing is wrong with it."""
    log.extend(_rule_issues(unchecked))
    log.raise_if_any()
    made: Model = _build(unchecked)
    return made


_MISSING: Final[Any] = object()


@cached
def object_reader(cls: type[Model]) -> Reader:
    """The reader of plain data for a type of the model; it gives an `Unchecked`."""
    specs = field_specs(cls)
    readers = {spec.name: field_reader(spec, object_reader) for spec in specs}
    defaults: dict[str, Any] = {spec.name: _MISSING if spec.required else spec.default for spec in specs}
    required = tuple(spec.name for spec in specs if spec.required)
    others = {**_nested(specs), **synonyms(cls.__name__)}

    def read(tree: Any, path: Path, log: IssueLog) -> Any:
        if type(tree) is Sound:
            return tree.made
        items = _items_of(tree, cls, path, log)
        if items is None:
            return INVALID
        fields = dict(defaults)
        for key, value in items:
            name = _name(key)
            if name not in readers:
                log.add(_unknown(key, path, log.suggest(format_key(key), readers, others)))
            elif type(value) is Sound:
                fields[name] = value.made
            elif value is not defaults[name]:
                fields[name] = readers[name](value, (*path, name), log)
        for name in required:
            if fields[name] is _MISSING:
                fields[name] = INVALID
                log.add(Issue(Code.MISSING_FIELD, (*path, name), f"the field {name!r} is missing"))
        return Unchecked(cls, fields)

    return read


def _nested(specs: Iterable[FieldSpec]) -> dict[str, str]:
    """The fields of what a type holds, by name, with where they stand: "confidence" is "attribution.confidence"."""
    inner = ((spec.name, field_specs(spec.type)) for spec in specs if spec.format is Format.MODEL and not spec.many)
    return {field.name: f"{name}.{field.name}" for name, fields in inner for field in fields}


def _unknown(key: object, path: Path, hint: str) -> Issue:
    """What is said of a key that names no field."""
    return Issue(Code.UNKNOWN_FIELD, (*path, format_key(key)), f"unknown field {format_value(key)}{hint}")


def _items_of(tree: Any, cls: type[Model], path: Path, log: IssueLog) -> Iterable[tuple[Any, Any]] | None:
    """What an object holds; `None` for what is none, or cannot be read."""
    if type(tree) is dict:
        return tree.items()  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    if not is_object(tree):
        log.invalid(wrong_type(f"{{object}} ({cls.__name__})", tree), path)
        return None
    try:
        return [*tree.items()]
    except Exception as error:  # noqa: BLE001 - containers of other people's making may do anything
        log.add(Issue(Code.WRONG_TYPE, path, f"it cannot be read: {type(error).__name__}"))
        return None


def _name(key: object) -> str | None:
    """The text of a key, whatever a subclass of text answers for it; nothing for a key that is none."""
    if type(key) is str:
        return key
    return str.__str__(key) if isinstance(key, str) else None


def _rule_issues(root: Any) -> Iterator[Issue]:
    """What is wrong between the fields; spans first, since other rules rely on their places."""
    nodes = list(_nodes(root, ()))
    # What is no `Unchecked` is an object of the model, and was found to be right.
    bad = {id(quote) for _, quote in readable(getattr(root, "quotes", ())) if type(quote) is not Unchecked}
    for spans in (True, False):
        for path, node in nodes:
            if issubclass(node.model, Span) is spans:
                # The rules read fields, and what has the fields of a type serves as well as an object of it.
                for issue in node.model._issues(cast("Any", node), bad):
                    yield issue.with_prefix(*path) if path else issue


def _nodes(node: Unchecked, path: Path) -> Iterator[tuple[Path, Unchecked]]:
    """Everything that was read, with the path to it: what holds others comes first."""
    yield path, node
    for name in fields_holding(node.model, Model):
        value: Any = getattr(node, name)
        if type(value) is Unchecked:
            yield from _nodes(value, (*path, name))
        elif type(value) is tuple:
            for index, item in readable(value):  # pyright: ignore[reportUnknownArgumentType]
                if type(item) is Unchecked:
                    yield from _nodes(item, (*path, name, index))


def _build(value: Any) -> Any:
    """The object of the model, of fields that have all been checked."""
    if type(value) is tuple:
        return tuple(map(_build, value))  # pyright: ignore[reportUnknownArgumentType]
    if type(value) is not Unchecked:
        return value
    made = object.__new__(value.model)
    for spec in field_specs(value.model):
        object.__setattr__(made, spec.name, _build(getattr(value, spec.name)))
    return made
