"""The names of ninjs: those of an item in 3.1, and items of older versions with these names and shapes."""

import re
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

from newsschema._model.containers import along, is_list, is_object
from newsschema._model.errors import Path
from newsschema.interop._document import Document
from newsschema.interop._pieces import Tree
from newsschema.interop._plain import without_nothing
from newsschema.interop._registry import Certainty, Evidence

EXTENSION: Final = "newsschema"
"""The name of our property in an item."""
PROPERTIES: Final = (
    *("uri", "type", "representationType", "profile", "version", "firstCreated", "versionCreated", "contentCreated"),
    *("embargoedUntil", "pubStatus", "urgency", "copyrightHolder", "copyrightNotice", "usageTerms", "edNote"),
    *("language", "descriptions", "bodies", "headlines", "people", "organisations", "places", "subjects", "events"),
    *("eventDetails", "plannedCoverage", "objects", "infoSources", "title", "by", "slugline", "located", "renditions"),
    *("associations", "altIds", "trustIndicators", "standard", "genres", "expires", "rightsInfo", "digitalSourceType"),
)
"""Those of an item in ninjs 3.1."""
_INNER: Final = (
    *("contentType", "charCount", "wordCount", "contactInfo", "geoJSON", "symbolType", "sizeInBytes", "aspectRatio"),
    *("videoCodec", "frameRate", "transportProtocol", "scanType", "langId", "linkedRights", "encodedRights"),
)
_CAMEL: Final = {name.lower(): name for name in (*PROPERTIES, *_INNER)}
"""The names of 3 by those of 2, which are all lower case."""
_EARLIER: Final = frozenset({"advice", "advices", "$schema", "mimetype", "ednote"})
"""Properties of earlier versions that have no name in 3.1."""
_RENAMED: Final = {
    "embargoed": "embargoedUntil",
    "byline": "by",
    "person": "people",
    "organisation": "organisations",
    "place": "places",
    "subject": "subjects",
    "event": "events",
    "object": "objects",
    "infosource": "infoSources",
    "genre": "genres",
    "trustindicator": "trustIndicators",
    "$standard": "standard",
}
_RENAMED_INNER: Final = {"ticker": "symbol", "mimetype": "contentType"}
_TAGGED: Final = re.compile(
    r"(?P<name>headline|description|body)(?:_?(?P<role>(?<=_)[a-z0-9_]+|x?html|text))?", re.IGNORECASE
)
"""The names of 1 that hold a role, as `body_text` or, in some hands, `bodyXHTML`, `bodyXhtml` and `headLine`."""
_TAGGED_KEY: Final = re.compile(r"headline$|(?:headline|description|body)(?:_|x?html)", re.IGNORECASE)
_LISTS: Final = {"headline": "headlines", "description": "descriptions", "body": "bodies"}
_MARKERS: Final = frozenset(
    {
        *("headlines", "bodies", "descriptions", "versioncreated", "versionCreated", "firstcreated", "firstCreated"),
        *("contentcreated", "contentCreated", "pubstatus", "pubStatus", "representationtype", "infoSources"),
        *("infosources", "firstpublished", EXTENSION),
    }
)
"""Properties that items have, and other documents with a `uri` do not."""


class Upgrade:
    """An item with the names and shapes of ninjs 3; what has none in 3 stays as it is.

    Attributes:
        item: The item.
        beside: What stays as it is because the document has the property of 3 too, with the name of that.
    """

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.beside: dict[Path, str] = {}
        self._places: dict[int, dict[str | int, Path]] = {}  # where what an object or a list holds came from, by its id
        self.item: Tree = self._item(document, ())

    def original(self, path: Path) -> Path:
        """Where in the document something stands that is at a path of the item."""
        here: Path = ()
        nodes = [*along(path, self.item)]
        for step, node in zip(path, nodes, strict=False):
            here = self._places.get(id(node), {}).get(step, (*here, step))
        return (*here, *path[len(nodes) :])

    def originals(self, path: Path) -> list[Path]:
        """The same, or each of several properties that are one in the item."""
        found = [*along(path, self.item)]
        if len(path) == 1 and len(found) > 1 and is_list(found[-1]):
            names = dict.fromkeys(place[:1] for place in self._places[id(found[-1])].values())
            if len(names) > 1:
                return [*names]
        return [self.original(path)]

    def _item(self, document: Mapping[str, Any], path: Path) -> Tree:
        item: Tree = {}
        places = self._places[id(item)] = {}
        for key, value in document.items():
            place = (*path, key)
            name, made = self._property(key, value, document, place)
            there = item.get(name)
            if is_list(there) and is_list(made):
                self._places[id(there)] |= enumerate(self._places[id(made)].values(), len(there))
                item[name] += made
            elif made or name not in item:
                item[name], places[name] = made, place
        return item

    def _property(self, key: str, value: Any, document: Mapping[str, Any], path: Path) -> tuple[str, Any]:
        """A property as 3 has it; as it is where the document has that of 3, too, and the two cannot be joined."""
        tagged = _TAGGED.fullmatch(key) if isinstance(value, str) else None
        name = _LISTS[tagged["name"].lower()] if tagged else _name_in_3(key)
        other = document.get(name) if name != key else None
        if other and not (is_list(other) and (tagged or is_list(value))):
            self.beside[path] = name
            return key, value
        if tagged:
            return name, self._list([self._entry(tagged["role"] or "", value, path)])
        return name, self._value(name, value, path)

    def _value(self, name: str, value: Any, path: Path) -> Any:
        if name in ("geoJSON", EXTENSION):
            return value
        if is_list(value):
            return self._held(name, enumerate(value), path)
        if not is_object(value):
            return value
        if name == "altIds":  # 1.x has them by role, and these by name
            return self._list([self._entry(role, inner, (*path, role)) for role, inner in value.items()])
        if name in ("associations", "renditions"):
            named = ((key, {"name": key, **inner}) for key, inner in value.items() if is_object(inner))
            return self._held(name, named, path)
        return self._record(name, value, path)

    def _held(self, name: str, items: Iterable[tuple[str | int, Any]], path: Path) -> list[Any]:
        """A list of what stands at these steps."""
        make = self._item if name == "associations" else partial(self._record, name)
        places = ((inner, (*path, step)) for step, inner in items)
        return self._list([(make(inner, place) if is_object(inner) else inner, place) for inner, place in places])

    def _list(self, items: list[tuple[Any, Path]]) -> list[Any]:
        """A list of these items, which came from these places."""
        made = [item for item, _ in items]
        self._places[id(made)] = {index: place for index, (_, place) in enumerate(items)}
        return made

    def _entry(self, role: str, value: Any, path: Path) -> tuple[Tree, Path]:
        """A value with the role that was in its name, and where it came from."""
        entry = without_nothing(role=role) | {"value": self._value("value", value, path)}
        self._places[id(entry)] = dict.fromkeys(entry, path)
        return entry, path

    def _record(self, name: str, record: Mapping[str, Any], path: Path) -> Tree:
        """A person, a place, a body and the like; 1.x identifies it by a scheme and a code."""
        made: Tree = {}
        places = self._places[id(made)] = {}
        for key, inner in record.items():
            inner_name, place = _inner_name(key), (*path, key)
            made[inner_name], places[inner_name] = self._value(inner_name, inner, place), place
        if isinstance(made.get("code"), str):
            coded = _coded(name, made.pop("scheme", None), made.pop("code"))
            made |= coded
            places |= dict.fromkeys(coded, (*path, "code"))
        return made


def _coded(name: str, scheme: object, code: str) -> Tree:
    """What identifies a record in 3, of a scheme and a code."""
    if not isinstance(scheme, str):
        return {"literal": code}
    uri = scheme + ("" if scheme.endswith(("/", "#", ":", "=")) else "/") + code
    return {"role": uri} if name == "trustIndicators" else {"uri": uri, "literal": code}


def _name_in_3(key: str) -> str:
    if key == "guid":  # Superdesk's name for it
        return "uri"
    return _RENAMED.get(key.lower()) or _CAMEL.get(key.lower(), key)


def _inner_name(key: str) -> str:
    name = "geoJSON" if key.startswith("geometry_") else _RENAMED_INNER.get(key, key)
    return _CAMEL.get(name.lower(), name)


# What an item is known by.


def detect(document: Document) -> Evidence | None:
    """What speaks for an item of any version."""
    item: Mapping[str, Any] = document.data if is_object(document.data) else {}
    identity = next((name for name in ("uri", "guid") if isinstance(item.get(name), str)), None)
    return None if identity is None else _evidence(item, identity)


def _evidence(item: Mapping[str, Any], identity: str) -> Evidence | None:
    """What speaks for an item in an object that has an identity."""
    standard = item.get("standard", item.get("$standard"))
    if is_object(standard) and standard.get("name") == "ninjs":
        return Evidence(Certainty.CERTAIN, "it names the standard ninjs")
    if len(item) > 1 and all(map(_is_property, item)):
        return Evidence(Certainty.LIKELY, "all of its properties are those of ninjs")
    name = next((key for key in item if key in _MARKERS or _is_tagged(key, item[key])), None)
    return None if name is None else Evidence(Certainty.LIKELY, f"it has {identity!r} and {name!r}")


def _is_property(name: object) -> bool:
    """Whether a version of ninjs has a property of this name."""
    return isinstance(name, str) and (
        name.lower() in _CAMEL or name.lower() in _RENAMED or name in _EARLIER or bool(_TAGGED_KEY.match(name))
    )


def _is_tagged(name: object, value: object) -> bool:
    """Whether it is a text with its role in the name, as ninjs 1 has them."""
    return bool(_TAGGED_KEY.match(str(name))) and isinstance(value, str)
