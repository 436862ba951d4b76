"""The same model in every library that could hold it; each is made, and its library imported, when it is called for."""

import json
from collections.abc import Callable

from model import ENUMS, TYPES

from peers import compiled, in_python
from peers.common import Peer, compact, counted


def newsschema() -> Peer:
    import newsschema as library

    types = {name: getattr(library, name) for name in (*ENUMS, *TYPES)}
    # Not `check`, which also finds keys that stand twice: none of the others does.
    reject = counted(library.from_json, lambda error: len(error.issues), library.ValidationError)
    return Peer(library.from_json, library.to_json, reject, types)


# The limits: plain data, with no checks at all.


def orjson_dicts() -> Peer:
    import orjson

    return Peer(orjson.loads, orjson.dumps, checked=False)


def msgspec_dicts() -> Peer:
    import msgspec

    return Peer(msgspec.json.Decoder().decode, msgspec.json.Encoder().encode, checked=False)


def json_dicts() -> Peer:
    return Peer(json.loads, compact, checked=False)


PEERS: dict[str, Callable[[], Peer]] = {
    "newsschema": newsschema,
    "pydantic dataclass": compiled.pydantic_dataclass,
    "pydantic dataclass, literals": compiled.pydantic_dataclass_literals,
    "pydantic BaseModel": compiled.pydantic_model,
    "pydantic BaseModel, literals": compiled.pydantic_literals,
    "msgspec.Struct": compiled.msgspec_struct,
    "msgspec.Struct, types only": compiled.msgspec_types_only,
    "mashumaro": in_python.mashumaro,
    "adaptix": in_python.adaptix,
    "cattrs, defaults": in_python.cattrs_default,
    "cattrs, defaults, coercing": in_python.cattrs_coercing,
    "cattrs, fast, with orjson": in_python.cattrs_fast,
    "marshmallow": in_python.marshmallow,
    "orjson to dicts": orjson_dicts,
    "msgspec to dicts": msgspec_dicts,
    "json to dicts": json_dicts,
}
