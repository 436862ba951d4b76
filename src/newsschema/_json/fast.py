"""Functions made from the types: a JSON document to an object by the short way, and an object to its document.

Each type has a twin, a `msgspec.Struct` of the same fields, which msgspec reads and writes in C: it refuses unknown
fields and wrong types, and leaves defaults out. Made functions copy between the two. The short way of reading takes
most valid documents and gives up on all others, which the codec then reads in full; without it everything means the
same, and takes longer. It copies into drafts: objects of the same layout that can still be assigned to, and that become
the real ones when they are whole.
"""

from collections.abc import Callable, Iterator
from functools import cache
from types import SimpleNamespace
from typing import Annotated, Any, Final, Literal, Union, cast, get_args, get_origin

import msgspec
from attrs import NOTHING, Attribute

from newsschema._json.limits import Limits
from newsschema._json.version import SCHEMA_VERSION
from newsschema._model.enums import Anonymity, Part, QuoteKind
from newsschema._model.rules import article_rules, date_rules, plain_content
from newsschema._model.types import (
    MODELS,
    Article,
    Attribution,
    Model,
    Quote,
    Source,
    Span,
    draft_of,
    fields_of,
    is_model,
)
from newsschema._model.values import (
    FORMATS,
    MAX_DEPTH,
    Finished,
    InvalidValue,
    format_date,
    is_list,
    is_object,
    without_none,
)


class _Doubt(Exception):  # noqa: N818 - a signal, never seen outside
    """Perhaps not valid: the full reading must say."""


UNPLACED: Final = 2**62
"""Start and end of a twin that has none: no text is so long, so that one comparison serves."""
_Words = Annotated[str, msgspec.Meta(min_length=1)]
_Place = Annotated[int, msgspec.Meta(ge=0, lt=UNPLACED)]
_LEAVES: Final[dict[Any, Any]] = {str: _Words, int: _Place, "body": str, "extra": dict[str, Any]}


def _shape_of(item: "Attribute[Any]") -> tuple[Any, str, bool, bool]:
    """What a field holds: the type, the name of its format, whether it may be `None`, whether there are several."""
    kind, optional = without_none(item.type)
    several = get_origin(kind) is tuple
    kind = get_args(kind)[0] if several else kind
    return kind, get_args(kind)[1] if get_origin(kind) is Annotated else "", optional, several


@cache
def _twins() -> dict[type, type[msgspec.Struct]]:
    """For each type its twin."""
    twins: dict[type, type[msgspec.Struct]] = {}
    for cls in MODELS:  # each after those it holds
        given: list[Any] = [("schema_version", Literal[SCHEMA_VERSION])] if cls is Article else []
        for item in fields_of(cls):
            kind, form, optional, several = _shape_of(item)
            kind = _LEAVES.get(form or kind) or twins.get(kind, _Words if form else kind)
            if several:
                kind = tuple[kind, ...]  # type: ignore[valid-type]  # made at run time
            elif optional and kind is not _Place:
                kind = Union[kind, None]  # noqa: UP007 - made at run time
            # msgspec makes a new empty dictionary for each.
            default: Any = UNPLACED if kind is _Place else {} if form == "extra" else item.default
            given.append((item.name, kind) if default is NOTHING else (item.name, kind, default))
        twins[cls] = msgspec.defstruct(
            cls.__name__, given, forbid_unknown_fields=True, omit_defaults=True, gc=False, kw_only=True
        )
    return twins


def _function(name: str, arguments: str, lines: list[str], names: dict[str, Any]) -> None:
    """Compile a function whose source was made from the fields of a type, and put it with the names that it uses."""
    exec("\n    ".join([f"def {name}({arguments}):", *lines]), names)  # noqa: S102 - it holds names of our own fields alone


# Objects to documents.


def plain(value: Any) -> Any:
    """JSON data as fresh dictionaries, keys sorted, and lists."""
    if is_object(value):
        return {key: plain(value[key]) for key in sorted(value)}
    return [plain(item) for item in value] if is_list(value) else value


def _dumped(item: "Attribute[Any]") -> str:
    """The expression for what a twin holds of a field."""
    kind, form, optional, several = _shape_of(item)
    value = f"o.{item.name}"
    one = f"dump_{kind.__name__}({{}})" if is_model(kind) else {"when": "written({})", "extra": "plain({})"}.get(form)
    if several:
        return f"{value} and [{(one or '{}').format('i')} for i in {value}]"
    if kind is int:
        return f"UNPLACED if {value} is None else {value}"
    made = (one or "{}").format(value)
    return f"None if {value} is None else {made}" if one and optional else made


@cache
def twin_makers() -> dict[type[Model], Callable[[Any], msgspec.Struct]]:
    """For each type the function from an object to its twin, which msgspec writes."""
    names: dict[str, Any] = {
        "written": format_date,
        "plain": plain,
        "UNPLACED": UNPLACED,
        "SCHEMA_VERSION": SCHEMA_VERSION,
    }
    for cls, twin in _twins().items():
        names[f"Twin{cls.__name__}"] = twin
        entries = ", ".join(f"{item.name}={_dumped(item)}" for item in fields_of(cls))
        entries = f"schema_version=SCHEMA_VERSION, {entries}" if cls is Article else entries
        _function(f"dump_{cls.__name__}", "o", [f"return Twin{cls.__name__}({entries})"], names)
    return {cls: names[f"dump_{cls.__name__}"] for cls in MODELS}


# Documents to objects.

# What is looked at while an object is made. A doubt costs time and nothing else, so a test may be stricter than
# the rule, never laxer. `{o}` is the object, `{t}` its twin.
_SCREENS: Final[dict[type[Model], str]] = {
    Source: "if ({t}.name is None) is ({t}.anonymity is NAMED): raise Doubt",
    Attribution: """
v = {t}.confidence
if v is not None and not 0 < v <= 1: raise Doubt
v = {t}.source_confidence
if v is not None and not 0 < v <= 1: raise Doubt
a = {t}.cue; b = {t}.mention
if a is not None and b is not None and a.start < b.end and b.start < a.end and a.start != UNPLACED: raise Doubt
""",
    Quote: """
v = {t}.content; k = {t}.kind
if {t}.attribution is None and k is not EPITHET: raise Doubt
if v[0].verbatim is (k is INDIRECT) if len(v) == 1 else not plain_content(v, k): raise Doubt
""",
}
_SPAN: Final = """
s = {t}.start; e = {t}.end; w = {t}.text; p = {t}.part
if text[s:e] != w or p is not TEXT: s, e = elsewhere({t}, article)
{o} = Draft{cls}()
{o}.text = w; {o}.start = s; {o}.end = e; {o}.part = p
"""


def _elsewhere(twin: Any, article: Any) -> tuple[int | None, int | None]:
    """Start and end of a span that does not plainly stand in the text: in another part of the article, or nowhere."""
    start, end, words = twin.start, twin.end, twin.text
    if "\0" in words:
        raise _Doubt
    if start == end == UNPLACED:
        return None, None
    if start + len(words) != end or (getattr(article, twin.part) or "")[start:end] != words:
        raise _Doubt
    return start, end


def _loaded(cls: type[Model], made: str, twin: str, names: dict[str, Any]) -> Iterator[str]:
    """The lines that make an object of its twin, and look at it on the way."""
    is_span = issubclass(cls, Span)
    yield from (_SPAN if is_span else "{o} = Draft{cls}()").strip().format(o=made, t=twin, cls=cls.__name__).split("\n")
    for item in fields_of(cls)[len(fields_of(Span)) if is_span else 0 :]:
        kind, form, optional, several = _shape_of(item)
        target, value = f"{made}.{item.name}", f"{twin}.{item.name}"
        if is_model(kind):
            one, its = f"{made}i", f"{twin}i"
            yield f"{its} = {value}"
            # To make one in place takes less time than a call.
            if several and not issubclass(kind, Span):
                lines = [f"{one} = load_{kind.__name__}({its}, text, article, sources)"]
            else:
                lines = [*_loaded(kind, one, its, names)]
            if several:
                yield f"if {its}:"
                yield f"    {one}s = []"
                yield f"    for {its} in {its}:"
                yield from (f"        {line}" for line in [*lines, f"{one}s.append({one})"])
                yield f"    {target} = tuple({one}s)"
                yield f"else: {target} = ()"
            else:
                yield f"if {its} is not None:"
                yield from (f"    {line}" for line in [*lines, f"{target} = {one}"])
                yield f"else: {target} = None"
        elif several and kind is str:
            yield f"{target} = v = {value}"
            yield "if v and NUL in ''.join(v): raise Doubt"
        elif (cls, item.name) == (Attribution, "source"):
            yield f"{target} = sources[{value}]"
        elif form == "body" or kind is str:
            yield f"{target} = v = {value}"
            yield f"if {'v is not None and ' * optional}NUL in v: raise Doubt"
        elif not form:
            yield f"{target} = {value}"
        elif several:
            yield f"{target} = v = {value}"
            yield f"for u in v: read_{form}(u)"
        else:
            names[f"default_{item.name}"] = item.default
            yield f"v = {value}"
            yield f"{target} = read_{form}(v){f' if v else default_{item.name}' * (item.default is not NOTHING)}"
    yield from _SCREENS.get(cls, "").strip().format(o=made, t=twin).split("\n")
    yield f"{made}.__class__ = {cls.__name__}"


def _screen_article(article: Article) -> None:
    if len({quote.id for quote in article.quotes}) != len(article.quotes):
        raise _Doubt
    if article.updated is not None and any(date_rules(article)):
        raise _Doubt
    refers = [True for quote in article.quotes if quote.parent or quote.annotators] or [
        True for one in article.sources if one.members
    ]
    if (refers or article.annotators) and any(article_rules(article, ())):
        raise _Doubt


@cache
def _lists() -> dict[str, type[Model]]:
    """The fields of an article that hold several objects, with the type of these."""
    shapes = {item.name: _shape_of(item) for item in fields_of(Article)}
    return {name: kind for name, (kind, _, _, several) in shapes.items() if several and is_model(kind)}


@cache
def _loaders() -> dict[type[Model], Callable[..., Any]]:
    """For the article, and each type of which it holds several, what makes one of its twin and what is around it."""
    names: dict[str, Any] = {
        "Doubt": _Doubt,
        "TEXT": Part.TEXT,
        "NAMED": Anonymity.NAMED,
        "UNPLACED": UNPLACED,
        "NUL": "\0",
    }
    names |= {kind.name: kind for kind in QuoteKind} | {f"read_{name}": reader for name, reader in FORMATS.items()}
    names |= {"plain_content": plain_content, "elsewhere": _elsewhere}
    for cls in MODELS:
        names |= {cls.__name__: cls, f"Draft{cls.__name__}": draft_of(cast("Any", cls))}
    called: tuple[type[Model], ...] = (Article, *_lists().values())
    for cls in called:
        lines = [*_loaded(cls, "o", "t", names), "return o"]
        _function(f"load_{cls.__name__}", "t, text, article, sources", lines, names)
    return {cls: names[f"load_{cls.__name__}"] for cls in called}


@cache
def _decoder() -> "msgspec.json.Decoder[Any]":
    return msgspec.json.Decoder(_twins()[Article])


_GIVE_UP: Final = (_Doubt, InvalidValue, KeyError, msgspec.MsgspecError, UnicodeError, RecursionError)


def small(data: bytes | str, limits: Limits) -> bool:
    """Whether a document is too short to have too long a string or too many values, which take two bytes each."""
    return len(data) <= min(limits.string, 2 * limits.values)


def twin_of(data: bytes | str, limits: Limits) -> Any:
    """The twin of a document's article, or `None` where the short way does not serve.

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
    return None if len(twin.quotes) > limits.quotes else twin


def assembled(twin: Any) -> Article | None:
    """The article of an object that has its fields, or `None` where the full reading must say what is wrong.

    Args:
        twin: Leaves of the types that the fields have, strings that are not empty, tuples; positions are not negative,
            and those that are not given are `UNPLACED`.
    """
    sources: dict[str | None, str | None] = {source.id: source.id for source in twin.sources}
    if len(sources) != len(twin.sources):
        return None
    sources[None] = None
    try:
        # Behind the text stands what no words have, so that no span that goes beyond it reads as its words.
        article: Article = _loaders()[Article](twin, twin.text + "\0", twin, sources)
        _screen_article(article)
    except _GIVE_UP:
        return None
    return article


_PARTS: Final = tuple(map(str, Part))


class _Anyone(dict[str | None, str | None]):
    """Takes every source for known, where the rules between parts are looked at later."""

    def __missing__(self, name: str) -> str:
        return name


class _Unread:
    """Takes every place for right that is as long as the words, where the text cannot be read."""

    def __getitem__(self, place: slice) -> "_Gap":
        return _Gap(place.stop - place.start)


class _Gap(int):
    def __ne__(self, words: object) -> bool:
        return len(cast("str", words)) != int(self)

    __hash__ = None  # type: ignore[assignment]  # as of what is equal to many things


def load_parts(tree: Any, whole: Any) -> None:
    """Put finished objects in place of the parts that are plainly valid, so that only the others are read.

    Args:
        tree: What a document decodes to; the lists in it are changed.
        whole: The twin of the same document, or `None` where it has none.
    """
    if not is_object(tree) or tree.get("schema_version") != SCHEMA_VERSION:
        return
    article = SimpleNamespace(**{name: words if type(words := tree.get(name)) is str else "" for name in _PARTS})
    text: Any = tree.get("text")
    if type(text) is not str:
        text = _Unread()
    elif "\0" in text:
        return
    else:
        text += "\0"
    anyone = _Anyone()
    for name, cls in _lists().items():
        twin, made_of, found, twins = _twins()[cls], _loaders()[cls], tree.get(name), getattr(whole, name, None)
        items: Any = found if is_list(found) else ()
        for index, item in enumerate(items):
            try:
                one = twins[index] if twins else msgspec.convert(item, twin)
                items[index] = Finished(made_of(one, text, article, anyone))
            except _GIVE_UP:
                continue
