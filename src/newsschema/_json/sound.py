"""The parts of a document that are right in themselves: the fast path makes them, and the strict path sees the rest."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import Any, Final, TypeAlias

import msgspec

from newsschema._json.fast import has_nul
from newsschema._json.limits import Limits
from newsschema._json.strict import Sound
from newsschema._json.wire import (
    AnnotatorWire,
    AuthorWire,
    CorrectionWire,
    QuoteWire,
    SourceWire,
    SubjectWire,
    load_annotator,
    load_author,
    load_correction,
    load_quote,
    load_source,
    load_subject,
)
from newsschema._json.wire_support import GIVE_UP, Ids
from newsschema._model.containers import is_list

_Loader: TypeAlias = tuple[Any, Callable[[Any], Any]]
"""The type of the wire objects in a list, and what makes an object of one."""

_LOADERS: Final[Mapping[str, _Loader]] = {
    "authors": (AuthorWire, load_author),
    "subjects": (SubjectWire, load_subject),
    "corrections": (CorrectionWire, load_correction),
    "annotators": (AnnotatorWire, load_annotator),
    "sources": (SourceWire, load_source),
}


class _AnyId(Ids):
    """Every id: whether it leads to anything, the rules between the parts say."""

    def __missing__(self, name: str | None) -> str | None:
        return name


class _UnknownText:
    """A text that could not be read: all that can be said of a span is whether it is as long as its words."""

    def __getitem__(self, place: slice) -> "_Length":
        return _Length(place.stop - place.start)


class _Length(int):
    def __ne__(self, words: Any) -> bool:  # noqa: PYI032 - compared with words alone
        return int(self) - len(words) != 0


def with_sound_parts(tree: Any, limits: Limits, *, nul: bool) -> Any:
    """A document with `Sound` values in place of those lists, and items of lists, in which nothing is wrong.

    Args:
        tree: The plain data of a JSON text that keeps to the limits, without lone surrogates.
        limits: How many quotes to accept; a list with more items is left as it is.
        nul: Whether a string may have a NUL.
    """
    if type(tree) is not dict:
        return tree
    found: dict[str, Any] = dict(tree)  # pyright: ignore[reportUnknownArgumentType]
    loaders = {**_LOADERS, "quotes": _quote_loader(found)}
    for name in loaders.keys() & found.keys():
        items = found[name]
        if is_list(items) and len(items) <= limits.quotes and not (nul and has_nul(msgspec.json.encode(items))):
            found[name] = _sound(items, *loaders[name])
    return found


def _quote_loader(tree: dict[str, Any]) -> _Loader:
    """The loader of the quotes that stand in the text, the headline and the summary of a document."""
    parts = {name: tree.get(name) for name in ("text", "headline", "summary")}
    words: Any = SimpleNamespace(**{name: part if type(part) is str else "" for name, part in parts.items()})
    text: Any = f"{words.text}\0" if type(parts["text"]) is str else _UnknownText()
    ids = _AnyId()
    return QuoteWire, lambda wire: load_quote(wire, text, words, ids)


def _sound(items: Any, kind: Any, load: Callable[[Any], Any]) -> Any:
    """The objects of a list; or the list with those that could be made, the others left to the strict path."""
    try:
        return Sound(tuple([load(wire) for wire in msgspec.convert(items, list[kind])]))
    except GIVE_UP:
        return [_sound_item(item, kind, load) for item in items]


def _sound_item(item: Any, kind: Any, load: Callable[[Any], Any]) -> Any:
    try:
        return Sound(load(msgspec.convert(item, kind)))
    except GIVE_UP:
        return item
