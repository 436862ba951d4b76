"""Functions made from the types: an object to plain data, and a JSON document to an object by the short way.

The short way takes most valid documents and gives up on all others, which the codec then reads in full. It decodes into
a twin of each type (a `msgspec.Struct`, which refuses unknown fields and wrong types in C), and copies the twins into
drafts: objects of the same layout that can still be assigned to, and that become the real ones when they are whole.
Without this short way everything means the same, and takes longer.
"""

from collections.abc import Callable
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

import msgspec
from attrs import NOTHING, Attribute

from newsschema._enums import Anonymity, Part, QuoteKind
from newsschema._model import MODELS, Article, Attribution, Model, Quote, Source, Span, fields_of
from newsschema._rules import article_rules
from newsschema._values import FORMATS, MAX_DEPTH, Faulty, written
from newsschema._version import SCHEMA_VERSION

if TYPE_CHECKING:
    from newsschema._codec import Limits


class _Doubt(Exception):  # noqa: N818 - a signal, never seen outside
    """Perhaps not valid: the full reading must say."""


def _inner(annotation: Any) -> tuple[Any, bool]:
    """The annotation without its `None`, and whether it had one; a tuple's is that of its items in a list."""
    if get_origin(annotation) in (Union, UnionType):
        (annotation,) = (argument for argument in get_args(annotation) if argument is not NoneType)
        return annotation, True
    return annotation, False


def _is(annotation: Any, kind: type) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, kind)


def _made(name: str, lines: list[str], names: dict[str, Any]) -> Callable[..., Any]:
    """Compile a function whose source was made from the fields of a type."""
    exec("\n".join(lines), names)  # noqa: S102 - the source holds names of our own fields alone
    function: Callable[..., Any] = names[name]
    return function


# Objects to plain data.


def _plain(value: Any) -> Any:
    """JSON data as fresh dictionaries, keys sorted, and lists."""
    if isinstance(value, dict):
        return {key: _plain(value[key]) for key in sorted(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value


def _given(item: "Attribute[Any]", default: str) -> str:
    """The test that a value is not the default, which stays out of the document."""
    return f"v is not {default}" if item.default is None or isinstance(item.default, bool | Enum) else "v"


def _dumped(annotation: Any, value: str) -> str:
    """The expression for a value's plain form."""
    annotation, _ = _inner(annotation)
    if get_origin(annotation) is tuple:
        inner = _dumped(get_args(annotation)[0], "i")
        return f"list({value})" if inner == "i" else f"[{inner} for i in {value}]"
    if get_origin(annotation) is Annotated:
        return {"when": f"written({value})", "extra": f"plain({value})"}.get(get_args(annotation)[1], value)
    if _is(annotation, Enum):
        return f"{value}._value_"
    return f"dump_{annotation.__name__}({value})" if _is(annotation, Model) else value


@cache
def dumpers() -> dict[type[Model], Callable[[Any], dict[str, Any]]]:
    """For each type the function from an object to a dictionary: keys in declared order, defaults left out."""
    names: dict[str, Any] = {"written": written, "plain": _plain}
    for cls in MODELS:
        lines = [f"def dump_{cls.__name__}(o):", "    d = {}"]
        for item in fields_of(cls):
            lines.append(f"    v = o.{item.name}")
            put = f"d[{item.name!r}] = {_dumped(item.type, 'v')}"
            default = f"default_{cls.__name__}_{item.name}"
            names[default] = item.default
            lines.append(f"    {put}" if item.default is NOTHING else f"    if {_given(item, default)}: {put}")
        _made(f"dump_{cls.__name__}", [*lines, "    return d"], names)
    return {cls: names[f"dump_{cls.__name__}"] for cls in MODELS}


# JSON to objects.


def _screen_source(source: Source) -> None:
    if (source.name is None) == (source.anonymity is Anonymity.NAMED) or source.members:
        raise _Doubt


def _screen_attribution(attribution: Attribution) -> None:
    cue, mention, confidence = attribution.cue, attribution.mention, attribution.confidence
    if confidence is not None and not 0 < confidence <= 1:
        raise _Doubt
    if cue is not None and mention is not None:
        if cue.start is None or mention.start is None:
            return
        if cue.start < mention.end and mention.start < cue.end:  # type: ignore[operator]  # both or neither
            raise _Doubt


def _screen_quote(quote: Quote) -> None:
    end = verbatim = 0
    for fragment in quote.content:
        if fragment.start is None or fragment.start < end:
            raise _Doubt
        end = fragment.end  # type: ignore[assignment]  # as the start is known
        verbatim += fragment.verbatim
    kind = quote.kind
    due = 0 if kind is QuoteKind.INDIRECT else len(quote.content)
    if not quote.content or (verbatim == 0 if kind is QuoteKind.PARTIAL else verbatim != due):
        raise _Doubt
    if quote.attribution is None and kind is not QuoteKind.EPITHET:
        raise _Doubt


def _screen_article(article: Article) -> None:
    sources = {source.id for source in article.sources}
    quotes = {quote.id for quote in article.quotes}
    if len(sources) != len(article.sources) or len(quotes) != len(article.quotes):
        raise _Doubt
    nested = False
    for quote in article.quotes:
        attribution = quote.attribution
        if attribution is not None and attribution.source is not None and attribution.source not in sources:
            raise _Doubt
        nested = nested or quote.parent is not None
    if (nested or article.updated is not None) and next(article_rules(article, ()), None) is not None:
        raise _Doubt


_SCREENS: Final[dict[type[Model], Callable[[Any], None]]] = {
    Source: _screen_source,
    Attribution: _screen_attribution,
    Quote: _screen_quote,
    Article: _screen_article,
}
_SPAN_SCREEN: Final = [
    "    s = t.start; e = t.end; v = t.text",
    "    if s is None:",
    "        if e is not None: raise Doubt",
    "    elif e is None or s < 0 or e - s != len(v): raise Doubt",
    "    elif (text if t.part is TEXT else parts[t.part])[s:e] != v: raise Doubt",
]


def _draft(cls: type[Model]) -> type[Model]:
    """A type of the same layout whose objects can be assigned to, until they are turned into the real ones."""
    assignable = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(cls.__name__, (cls,), {"__slots__": (), **assignable})


def _twin_of(annotation: Any, twins: dict[type, type]) -> Any:
    annotation, optional = _inner(annotation)
    if get_origin(annotation) is tuple:
        return tuple[_twin_of(get_args(annotation)[0], twins), ...]  # type: ignore[misc]  # made at run time
    if get_origin(annotation) is Annotated:
        plain = {"extra": dict[str, Any], "body": str}.get(get_args(annotation)[1], _Words)
    else:
        plain = _Words if annotation is str else twins.get(annotation, annotation)
    return Union[plain, None] if optional else plain  # noqa: UP007 - made at run time


_Words = Annotated[str, msgspec.Meta(min_length=1)]


def _twins() -> dict[type, type]:
    twins: dict[type, type] = {}
    for cls in MODELS:  # each after those it holds
        given: list[Any] = [("schema_version", Literal[SCHEMA_VERSION])] if cls is Article else []
        for item in fields_of(cls):
            kind = _twin_of(item.type, twins)
            default = {} if isinstance(item.default, dict) else item.default  # msgspec makes a new one each time
            given.append((item.name, kind) if default is NOTHING else (item.name, kind, default))
        twins[cls] = msgspec.defstruct(cls.__name__, given, forbid_unknown_fields=True, gc=False, kw_only=True)
    return twins


def _loaded(annotation: Any, value: str) -> str:
    """The expression that makes a field's value from the twin's."""
    annotation, optional = _inner(annotation)
    if get_origin(annotation) is tuple:
        inner = _loaded(get_args(annotation)[0], "i")
        return (
            f"tuple({value}) if {value} else ()"
            if inner == "i"
            else f"tuple([{inner} for i in {value}]) if {value} else ()"
        )
    if get_origin(annotation) is Annotated:
        made = value if get_args(annotation)[1] == "body" else f"read_{get_args(annotation)[1]}({value})"
    else:
        made = f"load_{annotation.__name__}({value}, text, parts)" if _is(annotation, Model) else value
    return f"None if {value} is None else {made}" if optional and made != value else made


@cache
def _loaders() -> tuple["msgspec.json.Decoder[Any]", Callable[..., Article]]:
    names: dict[str, Any] = {"new": object.__new__, "Doubt": _Doubt, "TEXT": Part.TEXT}
    names |= {f"read_{name}": reader for name, reader in FORMATS.items()}
    for cls in MODELS:
        name = cls.__name__
        names |= {name: cls, f"Draft{name}": _draft(cls), f"screen_{name}": _SCREENS.get(cls)}
        lines = [f"def load_{name}(t, text, parts):", *(_SPAN_SCREEN if issubclass(cls, Span) else ())]
        lines.append(f"    o = new(Draft{name})")
        lines += [f"    o.{item.name} = {_loaded(item.type, f't.{item.name}')}" for item in fields_of(cls)]
        lines.append(f"    o.__class__ = {name}")
        if cls in _SCREENS:
            lines.append(f"    screen_{name}(o)")
        _made(f"load_{name}", [*lines, "    return o"], names)
    return msgspec.json.Decoder(_twins()[Article]), names["load_Article"]


def load(data: bytes | str, limits: "Limits") -> Article | None:
    """The article of a document, or `None` where the short way does not serve.

    Args:
        data: JSON, no larger than the limits say.
        limits: How much to take.
    """
    decoder, _ = _loaders()
    if ("\\u0000" in data) if isinstance(data, str) else (b"\\u0000" in data):
        return None
    try:
        twin = decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
    if (
        len(twin.quotes) > limits.quotes
        or (len(data) > limits.string)
        or (twin.extra and limits.depth < MAX_DEPTH + 8)
    ):
        return None
    return assembled(twin)


def assembled(twin: Any) -> Article | None:
    """The article of an object that has its fields, or `None` where the full reading must say what is wrong.

    Args:
        twin: Leaves of the right types, non-empty strings without NUL, and lists.
    """
    parts = {Part.HEADLINE: twin.headline or "", Part.SUMMARY: twin.summary or ""}
    try:
        return _loaders()[1](twin, twin.text, parts)
    except (_Doubt, Faulty):
        return None
