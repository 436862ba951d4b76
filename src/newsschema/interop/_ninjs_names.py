"""The names of ninjs: those of an item in 3.1, and items of older versions with these names and shapes."""

import re
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from newsschema._model.containers import is_list, is_object
from newsschema._model.errors import Path
from newsschema.interop._document import Document
from newsschema.interop._pieces import Tree
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


def upgraded(document: Mapping[str, Any]) -> Tree:
    """The item with the names and shapes of ninjs 3; what has none in 3 stays as it is."""
    item: Tree = {}
    for key, value in document.items():
        tagged = _TAGGED.fullmatch(key) if isinstance(value, str) else None
        if tagged:
            role = {"role": tagged["role"]} if tagged["role"] else {}
            item.setdefault(_list_of(key), []).append({**role, "value": value})
        elif key == EXTENSION:
            item[key] = value
        else:
            name = _name_in_3(key, document)
            item[name] = _upgraded_value(name, value)
    return item


def _list_of(key: str) -> str:
    """The list that a text with its role in the name belongs to."""
    tagged = _TAGGED.fullmatch(key)
    return "" if tagged is None else _LISTS[tagged["name"].lower()]


def _name_in_3(key: str, document: Mapping[str, Any]) -> str:
    if key == "guid" and "uri" not in document:  # Superdesk's name for it
        return "uri"
    return _RENAMED.get(key.lower()) or _CAMEL.get(key.lower(), key)


def original_path(path: Path, document: Mapping[str, Any]) -> Path:
    """Where in an item something stands that is at a path of the upgraded item."""
    first = next(iter(path), None)
    if first is None or first in document:
        return path
    tagged = [key for key, value in document.items() if isinstance(value, str) and _list_of(key) == first]
    if tagged and len(path) > 1 and isinstance(path[1], int):
        return tuple(tagged[path[1] : path[1] + 1])
    key = next((key for key in document if _name_in_3(key, document) == first), None)
    if key is None:
        return path
    steps: list[str | int] = [key]
    value = document[key]
    for step in path[1:]:
        if not (is_object(value) or is_list(value)):  # a string that became an object
            break
        there = _original_step(step, value) if is_object(value) else step
        value = _inner_value(value, there)
        steps.append(there)
    return tuple(steps)


def _inner_value(value: Any, step: str | int) -> Any:
    """What stands at a step; `None` where nothing does."""
    if is_object(value):
        return value.get(step)
    return value[step] if is_list(value) and isinstance(step, int) and step < len(value) else None


def _original_step(step: str | int, record: Mapping[str, Any]) -> str | int:
    """The key in a person, a place and the like that the upgraded one has under a name, or at an index."""
    if isinstance(step, int):  # what became a list
        return [*record][step]
    if step in record:
        return step
    made_of_code = step in ("uri", "literal") and "code" in record
    return "code" if made_of_code else next((key for key in record if _inner_name(key) == step), step)


def _upgraded_value(name: str, value: Any) -> Any:
    if name == "geoJSON":
        return value
    if is_object(value):
        value = _listed(name, value)
    if is_object(value):
        return _upgraded_record(name, value)
    if not is_list(value):
        return value
    upgrade = upgraded if name == "associations" else partial(_upgraded_record, name)
    return [upgrade(inner) if is_object(inner) else inner for inner in value]


def _listed(name: str, value: Mapping[str, Any]) -> Any:
    """What 1.x has by name or by role as a list."""
    if name in ("associations", "renditions"):
        return [{"name": key, **inner} for key, inner in value.items() if is_object(inner)]
    if name == "altIds":
        return [{"role": role, "value": inner} for role, inner in value.items()]
    return value


def _upgraded_record(name: str, record: Mapping[str, Any]) -> Tree:
    """A person, a place, a body and the like; 1.x identifies it by a scheme and a code."""
    made: Tree = {}
    for key, inner in record.items():
        inner_name = _inner_name(key)
        made[inner_name] = _upgraded_value(inner_name, inner)
    if not isinstance(made.get("code"), str):
        return made
    scheme, code = made.pop("scheme", None), made.pop("code")
    if not isinstance(scheme, str):
        return made | {"literal": code}
    uri = scheme + ("" if scheme.endswith(("/", "#", ":", "=")) else "/") + code
    return made | ({"role": uri} if name == "trustIndicators" else {"uri": uri, "literal": code})


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
