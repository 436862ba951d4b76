"""Fields that a document does not give back, as plain data that travels with it."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, Final

from newsschema import Article, to_dict
from newsschema._json.version import SCHEMA_VERSION
from newsschema._model.containers import is_object
from newsschema._model.errors import Path
from newsschema.interop._builder import ArticleBuilder
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import as_list, enforce_limits, format_json_value
from newsschema.interop._report import LossCode

_SAID: Final = frozenset({"sources", "quotes"})
_NEEDED: Final = frozenset({"schema_version", "id", "text"})


def says_who_speaks(extension: Mapping[str, Any]) -> bool:
    """Whether these fields tell of quotations, so that what else the document says of them is known."""
    return bool(_SAID & extension.keys())


def fields_not_in(article: Article, back: Article) -> Tree:
    """The fields of an article that were read back otherwise, with their version; those that it lacks are null."""
    tree, found = to_dict(article), to_dict(back)
    rest = {name: value for name, value in tree.items() if found.get(name) != value}
    rest |= dict.fromkeys(name for name in found if name not in tree)
    if _SAID & rest.keys():  # one refers to the other
        rest |= {name: tree[name] for name in sorted(_SAID & tree.keys())}
    return {"schema_version": SCHEMA_VERSION, **rest} if rest else {}


def read_extension(builder: ArticleBuilder, path: Path, extension: Mapping[str, Any]) -> None:
    """Take the fields that travelled with the document, in place of those that were read from it."""
    enforce_limits(extension)
    extension = deepcopy(extension)  # what the article refuses is taken out of them
    for name, value in extension.items():
        if value is None:
            if name not in _NEEDED:
                builder.tree.pop(name, None)
        elif name not in _SAID:
            builder.read(name, value, (*path, name))
    builder.attach_sources((*path, "sources"), extension.get("sources"))
    for index, quote in enumerate(as_list(extension.get("quotes"))):
        place = (*path, "quotes", index)
        if is_object(quote):
            builder.attach(place, dict(quote), lambda _key, _part: None)
        else:
            builder.lose(LossCode.UNREADABLE, place, f"expected a quote, got {format_json_value(quote)}")
