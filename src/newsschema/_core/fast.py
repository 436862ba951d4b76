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
from typing import Annotated, Any, Final, Literal, Union, cast, get_args, get_origin

import msgspec
from attrs import NOTHING, Attribute

from newsschema._core.enums import Anonymity, Part, QuoteKind
from newsschema._core.limits import Limits
from newsschema._core.model import (
    MODELS,
    Article,
    Attribution,
    Fragment,
    Model,
    Quote,
    Source,
    Span,
    draft_of,
    fields_of,
)
from newsschema._core.rules import article_rules, date_rules
from newsschema._core.values import FORMATS, MAX_DEPTH, Faulty, bare_of, is_list, is_object, read_text, written
from newsschema._core.version import SCHEMA_VERSION


class _Doubt(Exception):  # noqa: N818 - a signal, never seen outside
    """Perhaps not valid: the full reading must say."""


def _is(annotation: Any, kind: type) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, kind)


def _made(name: str, lines: list[str], names: dict[str, Any]) -> Callable[..., Any]:
    """Compile a function whose source was made from the fields of a type."""
    exec("\n".join(lines), names)  # noqa: S102 - the source holds names of our own fields alone
    function: Callable[..., Any] = names[name]
    return function


# Objects to plain data.


def plain(value: Any) -> Any:
    """JSON data as fresh dictionaries, keys sorted, and lists."""
    if is_object(value):
        return {key: plain(value[key]) for key in sorted(value)}
    return [plain(item) for item in value] if is_list(value) else value


def _given(item: "Attribute[Any]", value: str, default: str) -> str:
    """The test that a value is not the default, which stays out of the document."""
    single = item.default is None or isinstance(item.default, bool | Enum)
    return f"{value} is not {default}" if single else value


def _dump_lines(cls: type[Model], value: str, number: int, names: dict[str, Any]) -> list[str]:
    """The lines that make the dictionary `d{number}` of an object: keys in declared order, defaults left out."""
    made = f"d{number}"
    first = [*takewhile(lambda item: item.default is NOTHING, fields_of(cls))]
    entries = [f"{item.name!r}: {_dumped(item.type, value + '.' + item.name)}" for item in first]
    lines = [f"{made} = {{{', '.join(entries)}}}"]
    for item in fields_of(cls)[len(first) :]:
        inner, _ = bare_of(item.type)
        default, given = f"default_{cls.__name__}_{item.name}", f"v{number}"
        names[default] = item.default
        lines.append(f"{given} = {value}.{item.name}")
        if _is(inner, Model):
            put = [*_dump_lines(inner, given, number + 1, names), f"{made}[{item.name!r}] = d{number + 1}"]
        else:
            put = [f"{made}[{item.name!r}] = {_dumped(item.type, given)}"]
        needed = item.default is NOTHING
        lines += put if needed else [f"if {_given(item, given, default)}:", *(f"    {line}" for line in put)]
    return lines


def _dumped(annotation: Any, value: str) -> str:
    """The expression for a value's plain form."""
    annotation, _ = bare_of(annotation)
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
    """For each type the function from an object to a dictionary."""
    names: dict[str, Any] = {"written": written, "plain": plain}
    for cls in MODELS:
        lines = [*_dump_lines(cls, "o", 0, names), "return d0"]
        _made(f"dump_{cls.__name__}", [f"def dump_{cls.__name__}(o):", *(f"    {line}" for line in lines)], names)
    return {cls: names[f"dump_{cls.__name__}"] for cls in MODELS}


# JSON to objects.


# What is looked at while an object is made. A doubt costs time and nothing else, so a test may be stricter than
# the rule, never laxer. `{o}` is the object, `{t}` its twin.
_SCREENS: Final[dict[type[Model], str]] = {
    Source: "if ({o}.name is None) is ({o}.anonymity is NAMED) or {o}.members: raise Doubt",
    Attribution: """
v = {t}.source
if v is not None and v not in sources: raise Doubt
v = {t}.confidence
if v is not None and not 0 < v <= 1: raise Doubt
a = {t}.cue; b = {t}.mention
if a is not None and b is not None and a.start < b.end and b.start < a.end and a.start != UNPLACED: raise Doubt
""",
    Quote: """
c = {o}.content; k = {t}.kind
if {t}.attribution is None and k is not EPITHET: raise Doubt
if len(c) != 1 or k is PARTIAL or c[0].verbatim is (k is INDIRECT): screen_content(c, k)
""",
}
_SPAN: Final = """
s = {t}.start; e = {t}.end; w = {t}.text; p = {t}.part
if not text.startswith(w, s) or e - s != len(w) or p is not TEXT: s, e = elsewhere({t}, parts)
{o} = Draft{cls}()
{o}.text = w; {o}.start = s; {o}.end = e; {o}.part = p
"""


def _elsewhere(twin: Any, parts: dict[Part, str]) -> tuple[int | None, int | None]:
    """Start and end of a span that does not plainly stand in the text: in another part, or nowhere."""
    start, end, words = twin.start, twin.end, twin.text
    if start == end == UNPLACED and "\0" not in words:
        return None, None
    if start + len(words) != end or parts[twin.part][start:end] != words:
        raise _Doubt
    return start, end


def _screen_content(content: tuple[Fragment, ...], kind: QuoteKind) -> None:
    if len({fragment.part for fragment in content}) != 1:  # none at all, or some in the headline
        raise _Doubt
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


def _screen_article(article: Article) -> None:
    ids = {quote.id for quote in article.quotes}
    if len(ids) != len(article.quotes):
        raise _Doubt
    nested = any([quote.parent for quote in article.quotes])  # noqa: C419 - a list is quicker here
    if any(date_rules(article)) or (nested and any(article_rules(article, ()))):
        raise _Doubt


UNPLACED: Final = 2**62
"""Start and end of a twin whose document gives none: no text is so long, so that one comparison serves."""
_Words = Annotated[str, msgspec.Meta(min_length=1)]
_Place = Annotated[int, msgspec.Meta(ge=0, lt=UNPLACED)]


def _twin_of(annotation: Any, twins: dict[type, type]) -> Any:
    annotation, optional = bare_of(annotation)
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
    start = _SPAN if issubclass(cls, Span) else "{o} = Draft{cls}()"
    lines += start.strip().format(o=made, t=twin, cls=cls.__name__).splitlines()
    for item in fields_of(cls)[len(fields_of(Span)) if issubclass(cls, Span) else 0 :]:
        annotation, optional = bare_of(item.type)
        target, value = f"{made}.{item.name}", f"{twin}.{item.name}"
        several = get_origin(annotation) is tuple
        kind = get_args(annotation)[0] if several else annotation
        read = f"read_{get_args(kind)[1]}" if get_origin(kind) is Annotated else "read_words" if kind is str else ""
        if several:
            load = f"load_{kind.__name__}({{}}, text, parts, sources)" if _is(kind, Model) else f"{read}({{}})"
            lines.append(f"v = {value}")
            more = f"tuple([{load.format('i')} for i in v]) if v else ()"
            lines.append(f"{target} = ({load.format('v[0]')},) if len(v) == 1 else {more}")
        elif _is(kind, Model):
            inner: list[str] = []
            name = _made_in(inner, cast("Any", kind), f"t{number + 1}", number + 1)
            lines += [f"t{number + 1} = {value}", f"if t{number + 1} is None: {target} = None", "else:"]
            lines += [f"    {line}" for line in (*inner, f"{target} = {name}")]
        elif read in ("", "read_words", "read_body"):
            lines.append(f"{target} = v = {value}" if read else f"{target} = {value}")
            if read and item.name not in _CHECKED:
                lines.append(f"if {'v is not None and ' * optional}NUL in v: raise Doubt")
        else:
            lines.append(f"v = {value}")
            lines.append(f"{target} = None if v is None else {read}(v)" if optional else f"{target} = {read}(v)")
    lines += _SCREENS.get(cls, "").strip().format(o=made, t=twin).splitlines()
    lines.append(f"{made}.__class__ = {cls.__name__}")
    return made


_CHECKED: Final = {"source"}
"""Strings that must be the same as another one, which is looked at."""


@cache
def _loaders() -> tuple[dict[type[Model], type], dict[type[Model], Callable[..., Any]]]:
    """For each type its twin, and the function that makes an object of the twin and what stands around it."""
    names: dict[str, Any] = {"Doubt": _Doubt, "TEXT": Part.TEXT, "NAMED": Anonymity.NAMED}
    names |= {"UNPLACED": UNPLACED, "NUL": "\0", **{kind.name: kind for kind in QuoteKind}}
    names |= {f"read_{name}": reader for name, reader in FORMATS.items()}
    names |= {"read_words": read_text, "screen_content": _screen_content, "elsewhere": _elsewhere}
    for cls in MODELS:
        names |= {cls.__name__: cls, f"Draft{cls.__name__}": draft_of(cast("Any", cls))}
        lines: list[str] = []
        lines.append(f"return {_made_in(lines, cls, 't', 0)}")
        head = f"def load_{cls.__name__}(t, text, parts, sources):"
        _made(f"load_{cls.__name__}", [head, *(f"    {line}" for line in lines)], names)
    return _twins(), {cls: names[f"load_{cls.__name__}"] for cls in MODELS}


@cache
def _decoder() -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(_loaders()[0][Article])


_GIVE_UP: Final = (_Doubt, Faulty, msgspec.MsgspecError, UnicodeError, RecursionError)


def small(data: bytes | str, limits: Limits) -> bool:
    """Whether a document is too short to have too long a string or too many values, which take two bytes each."""
    return len(data) <= min(limits.string, 2 * limits.values)


def load(data: bytes | str, limits: Limits) -> Article | None:
    """The article of a document, or `None` where the short way does not serve.

    Args:
        data: JSON, no larger than the limits say.
        limits: How much to take.
    """
    if not small(data, limits) or limits.depth < MAX_DEPTH + 2:  # nothing valid nests deeper: `extra`, in the article
        return None
    try:
        twin = _decoder().decode(data)
    except _GIVE_UP:
        return None
    if len(twin.quotes) > limits.quotes:
        return None
    return assembled(twin)


def assembled(twin: Any) -> Article | None:
    """The article of an object that has its fields, or `None` where the full reading must say what is wrong.

    Args:
        twin: Leaves of the types that the fields have, strings that are not empty, lists for tuples; positions are not
            negative, and those that are not given are `UNPLACED`.
    """
    sources = {source.id for source in twin.sources}
    if len(sources) != len(twin.sources):
        return None
    parts = {Part.TEXT: twin.text, Part.HEADLINE: twin.headline or "", Part.SUMMARY: twin.summary or ""}
    try:
        article: Article = _loaders()[1][Article](twin, twin.text, parts, sources)
        _screen_article(article)
    except _GIVE_UP:
        return None
    return article


class Finished:
    """An object that the short way has read, in place of its plain data; nobody else's data holds one."""

    __slots__ = ("made",)

    def __init__(self, made: Model) -> None:
        self.made = made


def load_parts(tree: Any) -> None:
    """Put finished objects in place of the sources and quotes that are plainly valid, so that only the others are read.

    Args:
        tree: What a document decodes to; its lists of sources and quotes are changed.
    """
    words = [tree.get(part, "") for part in Part] if is_object(tree) else []
    if (
        not words
        or tree.get("schema_version") != SCHEMA_VERSION
        or not all(type(word) is str and "\0" not in word for word in words)
    ):
        return
    twins, loaders = _loaders()
    parts, sources = dict(zip(Part, words, strict=True)), set[str]()
    for name, cls in (("sources", Source), ("quotes", Quote)):
        found = tree.get(name)
        items: Any = found if is_list(found) else ()
        for index, item in enumerate(items):
            try:
                made = loaders[cls](msgspec.convert(item, twins[cls]), parts[Part.TEXT], parts, sources)
            except _GIVE_UP:
                continue
            items[index] = Finished(made)
            if cls is Source:
                sources.add(made.id)
