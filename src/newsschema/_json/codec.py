"""From JSON and plain data to the types and back: the path that defines what is valid, and names every fault."""

import codecs
import re
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

import msgspec
from attrs import NOTHING

from newsschema._json.fast import assembled, load_parts, small, twin_makers, twin_of
from newsschema._json.limits import DEFAULT_LIMITS, Limits
from newsschema._json.version import SCHEMA_VERSION
from newsschema._model.errors import Code, Issue, NewsSchemaWarning, ValidationError
from newsschema._model.rules import anchor_rules, article_rules, readable
from newsschema._model.types import MODELS, Article, Model, Quote, Span, draft_of, fields_of, is_model, parts_of
from newsschema._model.values import (
    INVALID,
    InvalidValue,
    Parser,
    format_key,
    format_value,
    invalid,
    is_list,
    is_object,
    iter_containers,
    parser_of,
    suggestion,
    wrong_type,
)

if TYPE_CHECKING:
    from cattrs import Converter

M = TypeVar("M", bound=Model)
_Placed: TypeAlias = tuple[tuple[str | int, ...], Model]

_FINISHED: Final = frozenset[type](MODELS)
_CLOSED: Final = _FINISHED | {int, float, bool, NoneType}  # nothing foreign is inside
_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_VERSION: Final = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")


def decode(data: bytes | str, limits: Limits) -> Any:
    """The plain data of a JSON text.

    Raises:
        Faulty: It is no JSON, or too large.
    """
    if type(data) not in (bytes, str):
        raise wrong_type("JSON as bytes or str", data)
    if len(data) > limits.bytes:
        raise invalid(Code.TOO_LARGE, f"the document has more than {limits.bytes} bytes, which is the limit")
    try:
        return msgspec.json.decode(data)
    except RecursionError:
        raise invalid(Code.TOO_LARGE, f"nested deeper than the limit of {limits.depth}") from None
    except (msgspec.MsgspecError, UnicodeError) as error:
        mark = data[:1] == "\ufeff" if isinstance(data, str) else data.startswith(_MARKS)
        hint = "; it begins with a byte-order mark, and JSON is UTF-8 without one" if mark else ""
        raise invalid(Code.INVALID_JSON, f"no JSON: {error}{hint}") from None


def enforce_limits(tree: Any, limits: Limits, *, strings: bool = True) -> None:
    """Refuse what is larger than the limits; the length of strings is looked at where it is not known to be less."""
    for depth, level in enumerate(iter_containers(tree, limits.values), 1):
        if depth > limits.depth:
            raise invalid(Code.TOO_LARGE, f"nested deeper than the limit of {limits.depth}")
        for value in level if strings else ():
            for item in (*value, *value.values()) if is_object(value) else value:
                if type(item) is str and len(item) > limits.string:
                    message = f"a string has {len(item)} code points, and the limit is {limits.string}"
                    raise InvalidValue([Issue(Code.TOO_LARGE, _path_to(item, tree), message)])
    quotes = tree.get("quotes") if is_object(tree) else None
    if is_list(quotes) and len(quotes) > limits.quotes:
        message = f"{len(quotes)} quotes, and the limit is {limits.quotes}"
        raise InvalidValue([Issue(Code.TOO_LARGE, ("quotes",), message)])


def _path_to(wanted: object, tree: Any) -> tuple[str | int, ...]:
    """The way to a value that is in the tree, or to the object that has it as a key."""
    ahead: deque[tuple[tuple[str | int, ...], Any]] = deque([((), tree)])
    while True:
        path, value = ahead.popleft()
        if value is wanted:
            return path
        if is_object(value):
            ahead.extend((path, key) for key in value)
            ahead.extend(((*path, format_key(key)), item) for key, item in value.items())
        elif is_list(value):
            ahead.extend(((*path, index), item) for index, item in enumerate(value))


@cache
def converter() -> "Converter":
    """The converter whose hooks define what a document means."""
    from cattrs import Converter

    made = Converter()

    def hook_for(cls: Any) -> Callable[[Any, Any], Any]:
        return _structurer(cls, lambda inner: _reader_by(made, inner))

    made.register_structure_hook_factory(is_model, hook_for)
    return made


def _reader_by(made: "Converter", cls: type) -> Parser:
    hook = made.get_structure_hook(cls)
    return lambda value: hook(value, cls)


def _structurer(cls: type[Model], nested: Callable[[Any], Parser]) -> Callable[[Any, Any], Any]:
    readers = {item.name: parser_of(item.type, nested) for item in fields_of(cls)}
    defaults = {item.name: INVALID if item.default is NOTHING else item.default for item in fields_of(cls)}
    draft: Any = draft_of(cast("Any", cls))

    def structure(tree: Any, _: Any) -> Any:
        if not is_object(tree):
            raise wrong_type(f"an object ({cls.__name__})", tree)
        issues: list[Issue] = []
        made = draft()
        for key, value in tree.items():
            if key not in readers:
                step = format_key(key)
                message = f"unknown field {format_value(key)}{suggestion(step, readers)}"
                issues.append(Issue(Code.UNKNOWN_FIELD, (step,), message))
                continue
            try:
                setattr(made, key, readers[key](value))
            except InvalidValue as faulty:
                setattr(made, key, faulty.value)
                issues.extend(issue.under(key) for issue in faulty.issues)
        for key, default in defaults.items():
            if key not in tree:
                setattr(made, key, default)
                if default is INVALID:
                    issues.append(Issue(Code.MISSING_FIELD, (key,), f"the field {key!r} is missing"))
        if issues:
            raise InvalidValue(issues, made)
        return made

    return structure


def _meaning(root: Model, nodes: list[_Placed]) -> Iterator[Issue]:
    """What is wrong between the fields of the drafts; spans first, since other rules rely on their places."""
    bad: set[int] = set()
    for path, node in nodes:
        if isinstance(node, Span):
            for issue in node._faults(bad):
                yield issue.under(*path)
    if isinstance(root, Article):
        yield from anchor_rules(
            root, [(index, quote) for index, quote in readable(root.quotes) if type(quote) is not Quote], bad
        )
        yield from article_rules(root, bad)
    for path, node in nodes:
        if not isinstance(node, (Span, Article)):
            for issue in node._faults(bad):
                yield issue.under(*path)


def _drafts(node: Any, path: tuple[str | int, ...], found: list[_Placed]) -> None:
    """Gather all that has not been looked at yet, with the path to it: an object that is no draft has been."""
    if not isinstance(node, Model) or type(node) in _FINISHED:
        return
    found.append((path, node))
    for name in parts_of(cast("Any", type(node))):
        value = getattr(node, name)
        if is_list(value):
            for index, item in enumerate(value):
                if type(item) not in _CLOSED:
                    _drafts(item, (*path, name, index), found)
        elif value is not None:
            _drafts(value, (*path, name), found)


def structure(cls: type[M], tree: object, issues: Iterable[Issue] = (), *, newer: bool = False) -> M:
    """An object of one of the model's types from plain data.

    Args:
        cls: The type.
        tree: What JSON decodes to, without the version.
        issues: What is known to be wrong already.
        newer: The data is of a newer minor version: fields unknown to this one are passed over with a warning.

    Raises:
        ValidationError: Every fault there is.
    """
    found = list(issues)
    made: Any
    try:
        made = converter().structure(tree, cls)
    except InvalidValue as faulty:
        made = faulty.value
        found.extend(faulty.issues)
    unknown = [issue.pointer for issue in found if newer and issue.code == Code.UNKNOWN_FIELD]
    if unknown:
        found = [issue for issue in found if issue.code != Code.UNKNOWN_FIELD]
        warnings.warn(f"a newer minor version; passed over: {', '.join(unknown)}", NewsSchemaWarning, stacklevel=4)
    drafts: list[_Placed] = []
    _drafts(made, (), drafts)
    if drafts:
        found.extend(_meaning(made, drafts))
    if found:
        raise ValidationError(found)
    for _, draft in drafts:
        draft.__class__ = type(draft).__base__  # type: ignore[assignment]  # what it is a draft of
    return made  # type: ignore[no-any-return]  # the hook of a type makes objects of it


def read_article(tree: object, limits: Limits, *, strings: bool = True) -> Article:
    """An article from plain data, through the gate of versions.

    Args:
        tree: The plain data.
        limits: How much to take.
        strings: Whether strings may be longer than the limits.

    Raises:
        ValidationError: Every fault there is.
    """
    try:
        enforce_limits(tree, limits, strings=strings)
        if not is_object(tree):
            raise wrong_type("an object (Article)", tree)
        issues, newer = check_version(tree)
    except InvalidValue as faulty:
        raise ValidationError(faulty.issues) from None
    rest = {key: value for key, value in tree.items() if key != "schema_version"}
    return structure(Article, rest, issues, newer=newer)


def check_version(tree: Mapping[Any, Any]) -> tuple[list[Issue], bool]:
    """Whether the document is of a newer minor version; a newer major one is refused before anything else is said."""
    path = ("schema_version",)
    if "schema_version" not in tree:
        return [
            Issue(Code.MISSING_FIELD, path, f"the field 'schema_version' is missing; this is {SCHEMA_VERSION!r}")
        ], False
    version = tree["schema_version"]
    if isinstance(version, str) and version == SCHEMA_VERSION:
        return [], False
    match = _VERSION.fullmatch(version) if isinstance(version, str) else None
    if match is None:
        code = Code.UNSUPPORTED_VERSION if isinstance(version, str) else Code.WRONG_TYPE
        return [Issue(code, path, f"expected a version such as {SCHEMA_VERSION!r}, got {format_value(version)}")], False
    given, ours = tuple(map(int, match.groups())), tuple(map(int, SCHEMA_VERSION.split(".")))
    if given[0] != ours[0]:
        message = f"schema version {version} cannot be read by this library, which knows {SCHEMA_VERSION}"
        hint = "; a newer release may" if given > ours else ""
        raise InvalidValue([Issue(Code.UNSUPPORTED_VERSION, path, message + hint)])
    return [], given > ours


def from_dict(tree: Mapping[str, Any], *, limits: Limits = DEFAULT_LIMITS) -> Article:
    """An article from the plain data that JSON decodes to.

    Args:
        tree: Dictionaries, lists, strings, numbers, booleans and `None`. Nothing is coerced.
        limits: How much to take.

    Raises:
        ValidationError: Every fault there is, each with its code and path.

    Examples:
        >>> from_dict({"schema_version": "1.0", "id": "urn:example:1", "text": "Rain fell."}).text
        'Rain fell.'
    """
    return read_article(tree, limits)


def from_json(data: bytes | str, *, limits: Limits = DEFAULT_LIMITS) -> Article:
    """An article from its JSON document.

    Of a key that stands twice in one object, the last value counts, as is usual;
    [`check`][newsschema.check] finds such.

    Args:
        data: One JSON document, in UTF-8 where it is bytes.
        limits: How much to take.

    Raises:
        ValidationError: Every fault there is, each with its code and path.

    Warns:
        NewsSchemaWarning: The document is of a newer minor version, and fields unknown to this one were passed over.

    Examples:
        >>> from_json(b'{"schema_version":"1.0","id":"urn:example:1","text":"Rain fell."}').id
        'urn:example:1'
    """
    twin = twin_of(data, limits) if type(data) in (bytes, str) and len(data) <= limits.bytes else None
    article = None if twin is None else assembled(twin)
    if article is not None:
        return article
    try:
        tree = decode(data, limits)
    except InvalidValue as faulty:
        raise ValidationError(faulty.issues) from None
    short = small(data, limits)
    if short:
        load_parts(tree, twin)
    return read_article(tree, limits, strings=not short)


def check(data: bytes | str | Mapping[str, Any], *, limits: Limits = DEFAULT_LIMITS) -> tuple[Issue, ...]:
    """Everything that is wrong with a document.

    Args:
        data: JSON as bytes or `str`, or the plain data that it decodes to.
        limits: How much to take.

    Returns:
        Every fault; empty when the document is valid. Never raises on bad data.

    Examples:
        >>> for issue in check('{"schema_version": "1.0", "id": "urn:example:1", "txet": "Rain."}'):
        ...     print(issue)
        txet: unknown field 'txet'; did you mean 'text'? (unknown-field)
        text: the field 'text' is missing (missing-field)
    """
    repeated: tuple[Issue, ...] = ()
    try:
        if isinstance(data, Mapping):
            from_dict(data, limits=limits)
        else:
            if type(data) in (bytes, str) and len(data) <= limits.bytes:
                from newsschema._json.locations import repeated_keys

                repeated = repeated_keys(data)
            from_json(data, limits=limits)
    except ValidationError as error:
        return (*repeated, *error.issues)
    return repeated


def to_dict(article: Article) -> dict[str, Any]:
    """An article as plain data, ready for any JSON encoder.

    Args:
        article: The article.

    Returns:
        Dictionaries, lists, strings, numbers and booleans; keys in declared order, defaults left out.

    Examples:
        >>> to_dict(Article(id="urn:example:1", text="Rain fell."))
        {'schema_version': '1.0', 'id': 'urn:example:1', 'text': 'Rain fell.'}
    """
    return part_to_dict(article)


def to_json(article: Article) -> bytes:
    """An article as its JSON document: UTF-8, no spaces, keys in declared order, defaults left out.

    Equal articles give equal bytes, on every Python.

    Args:
        article: The article.

    Examples:
        >>> to_json(Article(id="urn:example:1", text="Rain fell."))
        b'{"schema_version":"1.0","id":"urn:example:1","text":"Rain fell."}'
    """
    return msgspec.json.encode(twin_makers()[Article](article))


def part_to_dict(part: Model) -> dict[str, Any]:
    """One of the model's objects as plain data."""
    tree: dict[str, Any] = msgspec.to_builtins(twin_makers()[type(part)](part))
    return tree


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the documents that this library writes."""
    from importlib.resources import files  # a heavy import for what few programs ask

    text = files("newsschema").joinpath("schemas", f"{SCHEMA_VERSION}.json").read_bytes()
    return cast("dict[str, Any]", msgspec.json.decode(text))


def configure(converter: "Converter") -> None:
    """Put this library's hooks on a cattrs converter, so that our types are read strictly inside others.

    Args:
        converter: A converter of your own. Its other hooks stay as they are.

    Examples:
        >>> import attrs, cattrs
        >>> @attrs.frozen
        ... class Clipping:
        ...     desk: str
        ...     article: Article
        >>> converter = cattrs.Converter()
        >>> configure(converter)
        >>> article = {"schema_version": "1.0", "id": "urn:example:1", "text": "Rain fell."}
        >>> converter.structure({"desk": "weather", "article": article}, Clipping).article.text
        'Rain fell.'
    """
    for cls in MODELS:
        converter.register_structure_hook(cls, lambda tree, wanted: structure(wanted, tree))
        converter.register_unstructure_hook(cls, part_to_dict)
    converter.register_structure_hook(Article, lambda tree, _: from_dict(tree))
    converter.register_unstructure_hook(Article, to_dict)
