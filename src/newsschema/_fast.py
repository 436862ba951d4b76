"""Functions made from the types: an object to plain data, and a JSON document to an object by the short way.

The short way takes most valid documents and gives up on all others, which the codec then reads in full. It decodes into
a twin of each type (a `msgspec.Struct`, which refuses unknown fields and wrong types in C), and copies the twins into
drafts: objects of the same layout that can still be assigned to, and that become the real ones when they are whole.
Without this short way everything means the same, and takes longer.
"""

from collections.abc import Callable
from enum import Enum
from functools import cache
from itertools import takewhile
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, cast, get_args, get_origin

import msgspec
from attrs import NOTHING, Attribute

from newsschema._enums import Anonymity, Part, QuoteKind
from newsschema._model import MODELS, Article, Attribution, Fragment, Model, Quote, Source, Span, draft_of, fields_of
from newsschema._rules import article_rules
from newsschema._values import FORMATS, MAX_DEPTH, Faulty, is_list, is_object, read_text, written
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
    if is_object(value):
        return {key: _plain(value[key]) for key in sorted(value)}
    return [_plain(item) for item in value] if is_list(value) else value


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
        first = [*takewhile(lambda item: item.default is NOTHING, fields_of(cls))]
        given = ", ".join(f"{item.name!r}: {_dumped(item.type, f'o.{item.name}')}" for item in first)
        lines = [f"def dump_{cls.__name__}(o):", f"    d = {{{given}}}"]
        for item in fields_of(cls)[len(first) :]:
            default = f"default_{cls.__name__}_{item.name}"
            names[default] = item.default
            put = f"d[{item.name!r}] = {_dumped(item.type, 'v')}"
            lines.append(f"    v = o.{item.name}")
            lines.append(f"    {put}" if item.default is NOTHING else f"    if {_given(item, default)}: {put}")
        _made(f"dump_{cls.__name__}", [*lines, "    return d"], names)
    return {cls: names[f"dump_{cls.__name__}"] for cls in MODELS}


# JSON to objects.


# What is looked at while an object is made. A doubt costs time and nothing else, so a test may be stricter than
# the rule, never laxer. `{o}` is the object, `{t}` its twin.
_SCREENS: Final[dict[type[Model], str]] = {
    Span: """
s = {t}.start; e = {t}.end; w = {t}.text
if text[s:e] != w or e > size or {t}.part is not TEXT: s, e = elsewhere({t}, parts)
{o}.start = s; {o}.end = e
""",
    Source: "if ({o}.name is None) is ({o}.anonymity is NAMED) or {o}.members: raise Doubt",
    Attribution: """
if {t}.confidence is not None and not 0 < {t}.confidence <= 1: raise Doubt
if {t}.source is not None and {t}.source not in sources: raise Doubt
a = {t}.cue; b = {t}.mention
if a is not None and b is not None and a.start < b.end and b.start < a.end and a.start != UNPLACED: raise Doubt
""",
    Quote: """
if {t}.attribution is None and {t}.kind is not EPITHET: raise Doubt
c = {o}.content; k = {t}.kind
if len(c) != 1 or k is PARTIAL or c[0].verbatim is (k is INDIRECT): screen_content(c, k)
""",
}


def _elsewhere(twin: Any, parts: dict[Part, str]) -> tuple[int | None, int | None]:
    """Start and end of a span that does not plainly stand in the text: in another part, or nowhere."""
    start, end, words = twin.start, twin.end, twin.text
    if start == end == UNPLACED and "\0" not in words:
        return None, None
    if start + len(words) != end or parts[twin.part][start:end] != words:
        raise _Doubt
    return start, end


def _screen_content(content: tuple[Fragment, ...], kind: QuoteKind) -> None:
    end = verbatim = 0
    for fragment in content:
        if fragment.start is None or fragment.end is None or fragment.start < end:
            raise _Doubt
        end = fragment.end
        verbatim += fragment.verbatim
    if not (
        verbatim > 0 if kind is QuoteKind.PARTIAL else verbatim == (0 if kind is QuoteKind.INDIRECT else len(content))
    ):
        raise _Doubt
    if not content:
        raise _Doubt


def _screen_article(article: Article) -> None:
    ids = {quote.id for quote in article.quotes}
    if len(ids) != len(article.quotes):
        raise _Doubt
    nested = any([quote.parent for quote in article.quotes])  # noqa: C419 - a list is quicker here
    if (nested or article.updated is not None) and next(article_rules(article, ()), None) is not None:
        raise _Doubt


UNPLACED: Final = 2**62
"""Start and end of a twin whose document gives none: no text is so long, so that one comparison serves."""
_Words = Annotated[str, msgspec.Meta(min_length=1)]
_Place = Annotated[int, msgspec.Meta(ge=0)]


def _twin_of(annotation: Any, twins: dict[type, type]) -> Any:
    annotation, optional = _inner(annotation)
    if annotation is int:
        return _Place
    if get_origin(annotation) is tuple:
        return tuple[_twin_of(get_args(annotation)[0], twins), ...]  # type: ignore[misc]  # made at run time
    if get_origin(annotation) is Annotated:
        plain = {"extra": dict[str, Any], "body": str}.get(get_args(annotation)[1], _Words)
    else:
        plain = _Words if annotation is str else twins.get(annotation, annotation)
    return Union[plain, None] if optional else plain  # noqa: UP007 - made at run time


def _twins() -> dict[type, type]:
    twins: dict[type, type] = {}
    for cls in MODELS:  # each after those it holds
        given: list[Any] = [("schema_version", Literal[SCHEMA_VERSION])] if cls is Article else []
        for item in fields_of(cls):
            kind = _twin_of(item.type, twins)
            default: Any = {} if isinstance(item.default, dict) else item.default  # msgspec makes a new one each time
            default = UNPLACED if kind is _Place else default
            given.append((item.name, kind) if default is NOTHING else (item.name, kind, default))
        twins[cls] = msgspec.defstruct(cls.__name__, given, forbid_unknown_fields=True, gc=False, kw_only=True)
    return twins


def _made_in(lines: list[str], cls: type[Model], twin: str, number: int) -> str:
    """Add the lines that make an object from its twin, and look at it on the way; the name of the object."""
    made = f"o{number}"
    lines.append(f"{made} = Draft{cls.__name__}()")
    for item in fields_of(cls):
        annotation, optional = _inner(item.type)
        value = f"{twin}.{item.name}"
        kind = get_args(annotation)[-1] if get_origin(annotation) is Annotated else ""
        if annotation is int:
            continue  # the screen of spans sets it
        if get_origin(annotation) is tuple and _is(get_args(annotation)[0], Model):
            load = f"load_{get_args(annotation)[0].__name__}"
            several = f"tuple([{load}(i, text, size, parts, sources) for i in v]) if v else ()"
            lines.append(f"v = {value}")
            lines.append(
                f"{made}.{item.name} = ({load}(v[0], text, size, parts, sources),) if len(v) == 1 else {several}"
            )
        elif _is(annotation, Model):
            lines.append(f"t{number + 1} = {value}")
            lines.append(f"if t{number + 1} is None: {made}.{item.name} = None")
            lines.append("else:")
            inner: list[str] = []
            name = _made_in(inner, annotation, f"t{number + 1}", number + 1)
            lines += [f"    {line}" for line in (*inner, f"{made}.{item.name} = {name}")]
        elif get_origin(annotation) is tuple:
            inner_kind = get_args(annotation)[0]
            read = f"read_{get_args(inner_kind)[1]}" if get_origin(inner_kind) is Annotated else "read_words"
            lines.append(f"{made}.{item.name} = tuple([{read}(i) for i in {value}]) if {value} else ()")
        elif kind in ("", "body"):
            lines.append(f"{made}.{item.name} = v = {value}")
            if (annotation is str and not issubclass(cls, Span)) or kind:
                lines.append(f"if {'v is not None and ' * optional}NUL in v: raise Doubt")
        else:
            read = f"read_{kind}({value})"
            lines.append(f"{made}.{item.name} = " + (f"None if {value} is None else {read}" if optional else read))
    for base, screen in _SCREENS.items():
        if issubclass(cls, base):
            lines += screen.format(o=made, t=twin).split("\n")
    lines.append(f"{made}.__class__ = {cls.__name__}")
    return made


@cache
def _loaders() -> tuple["msgspec.json.Decoder[Any]", Callable[..., Article]]:
    names: dict[str, Any] = {
        "Doubt": _Doubt,
        "TEXT": Part.TEXT,
        "NAMED": Anonymity.NAMED,
        "UNPLACED": UNPLACED,
        "NUL": "\0",
    }
    names |= {kind.name: kind for kind in QuoteKind}
    names |= {f"read_{name}": reader for name, reader in FORMATS.items()}
    names |= {"read_words": read_text, "screen_content": _screen_content, "elsewhere": _elsewhere}
    for cls in MODELS:
        names |= {cls.__name__: cls, f"Draft{cls.__name__}": draft_of(cast("Any", cls))}
        lines: list[str] = []
        lines.append(f"return {_made_in(lines, cls, 't', 0)}")
        head = f"def load_{cls.__name__}(t, text, size, parts, sources):"
        _made(f"load_{cls.__name__}", [head, *(f"    {line}" for line in lines)], names)
    return msgspec.json.Decoder(_twins()[Article]), names["load_Article"]


def load(data: bytes | str, limits: "Limits") -> Article | None:
    """The article of a document, or `None` where the short way does not serve.

    Args:
        data: JSON, no larger than the limits say.
        limits: How much to take.
    """
    decoder, _ = _loaders()
    if len(data) > limits.string:
        return None
    try:
        twin = decoder.decode(data)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        return None
    if len(twin.quotes) > limits.quotes or (twin.extra and limits.depth < MAX_DEPTH):
        return None
    return assembled(twin)


def assembled(twin: Any) -> Article | None:
    """The article of an object that has its fields, or `None` where the full reading must say what is wrong.

    Args:
        twin: Leaves of the types that the fields have, strings that are not empty, lists for tuples; positions are not
            negative, and those that are not given are `UNPLACED`.
    """
    _, loader = _loaders()
    sources = {source.id for source in twin.sources}
    if len(sources) != len(twin.sources):
        return None
    parts = {Part.TEXT: twin.text, Part.HEADLINE: twin.headline or "", Part.SUMMARY: twin.summary or ""}
    try:
        article = loader(twin, twin.text, len(twin.text), parts, sources)
        _screen_article(article)
    except (_Doubt, Faulty):
        return None
    return article
