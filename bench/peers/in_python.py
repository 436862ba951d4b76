"""The libraries that make their code in Python, with functions for leaves that refuse what is not meant."""

import json
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

from model import ENUMS, LEAVES, READERS, TYPES, Field, check, read_when, write_when

from peers.common import Peer, build, compact, counted, default_of, enums, newtypes

# Libraries that make dataclasses


def _dataclasses(
    leaves: dict[str, Any], options: Callable[[Field], dict[str, Any]], **namespace: Any
) -> dict[str, Any]:
    import dataclasses

    module = ModuleType(f"peer_{len(sys.modules)}")
    sys.modules[module.__name__] = module

    def housed(cls: Any) -> Any:
        """The class where the code that mashumaro makes looks for it."""
        cls.__module__ = module.__name__
        setattr(module, cls.__name__, cls)
        return cls

    def make(name: str, fields: list[tuple[Field, Any, Any]]) -> Any:
        given: list[Any] = []
        for field, kind, default in fields:
            kept = {} if default is ... else {"default_factory": dict} if default == {} else {"default": default}
            given.append((field.name, kind, dataclasses.field(**kept, **options(field))))
        after = {"__post_init__": check} if name == "Article" else {}
        return housed(
            dataclasses.make_dataclass(name, given, frozen=True, slots=True, kw_only=True, namespace=namespace | after)
        )

    return build(leaves | {name: housed(made) for name, made in enums().items()}, make)


def mashumaro() -> Peer:
    import orjson
    from mashumaro.codecs.orjson import ORJSONDecoder, ORJSONEncoder
    from mashumaro.config import BaseConfig

    class Config(BaseConfig):
        forbid_extra_keys = True
        omit_default = True
        lazy_compilation = False

    def options(field: Field) -> dict[str, Any]:
        if field.kind not in READERS:
            return {}
        reader = READERS[field.kind]
        write = write_when if field.kind == "when" else "pass_through"
        if field.many:
            return {"metadata": {"deserialize": lambda value: tuple(map(reader, _listed(value))), "serialize": list}}
        if field.optional:
            return {
                "metadata": {"deserialize": lambda value: None if value is None else reader(value), "serialize": write}
            }
        return {"metadata": {"deserialize": reader, "serialize": write}}

    bases = {"int": int, "float": float, "bool": bool, "extra": dict[str, Any], "when": Any}
    known = _dataclasses({name: bases.get(name, str) for name in LEAVES}, options, Config=Config)
    decoder, encoder = ORJSONDecoder(known["Article"]), ORJSONEncoder(known["Article"])
    assert orjson
    return Peer(decoder.decode, encoder.encode, counted(decoder.decode, lambda _: 1, Exception), known)


def _listed(value: Any) -> list[Any]:
    if type(value) is not list:
        raise ValueError("expected a list")
    return value


def adaptix() -> Peer:
    import orjson
    from adaptix import ExtraForbid, Retort, dumper, loader, name_mapping
    from adaptix.load_error import LoadError, ValueLoadError

    leaves = newtypes()

    def strict(reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def load(value: Any) -> Any:
            try:
                return reader(value)
            except ValueError as error:
                raise ValueLoadError(str(error), value) from None

        return load

    retort = Retort(
        recipe=[
            *(loader(leaves[name], strict(reader)) for name, reader in READERS.items()),
            *(dumper(leaves[name], lambda value: value) for name in READERS if name != "when"),
            dumper(leaves["when"], write_when),
            name_mapping(extra_in=ExtraForbid(), omit_default=True),
        ]
    )
    known = _dataclasses(leaves, lambda _: {})
    structure, unstructure = retort.get_loader(known["Article"]), retort.get_dumper(known["Article"])

    def load(data: bytes) -> Any:
        return structure(orjson.loads(data))

    def faults(error: Any) -> int:
        return sum(map(faults, error.exceptions)) if isinstance(error, ExceptionGroup) else 1

    def dump(article: Any) -> bytes:
        return orjson.dumps(unstructure(article))

    return Peer(load, dump, counted(load, faults, LoadError, ValueError, ExceptionGroup), known)


def _cattrs(converter: Any, loads: Callable[[bytes], Any], dumps: Callable[[Any], Any], *, strict: bool) -> Peer:
    import attrs
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

    leaves = newtypes()

    def make(name: str, fields: list[tuple[Field, Any, Any]]) -> Any:
        given = {
            field.name: attrs.field(type=kind, **({} if default is ... else {"default": default}))
            for field, kind, default in fields
        }
        if name == "Article":
            given["extra"] = attrs.field(type=leaves["extra"], factory=dict)
        after = {"__attrs_post_init__": check} if name == "Article" else {}
        cls = attrs.make_class(name, given, frozen=True, slots=True, kw_only=True, class_body=after)
        converter.register_unstructure_hook(cls, make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True))
        converter.register_structure_hook(cls, make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True))
        return cls

    if strict:
        for name, reader in READERS.items():
            converter.register_structure_hook(leaves[name], lambda value, _, reader=reader: reader(value))
    converter.register_structure_hook(leaves["when"], lambda value, _: read_when(value))
    converter.register_unstructure_hook(leaves["when"], write_when)
    known = build(leaves | enums(), make)
    article = known["Article"]

    def load(data: bytes) -> Any:
        return converter.structure(loads(data), article)

    def dump(value: Any) -> Any:
        return dumps(converter.unstructure(value))

    def faults(error: Any) -> int:
        return sum(map(faults, error.exceptions)) if isinstance(error, ExceptionGroup) else 1

    return Peer(load, dump, counted(load, faults, Exception), known, checked=strict)


def cattrs_default() -> Peer:
    import cattrs

    return _cattrs(cattrs.Converter(), json.loads, compact, strict=True)


def cattrs_fast() -> Peer:
    import cattrs
    import orjson

    return _cattrs(cattrs.Converter(detailed_validation=False), orjson.loads, orjson.dumps, strict=True)


def cattrs_coercing() -> Peer:
    import cattrs

    return _cattrs(cattrs.Converter(), json.loads, compact, strict=False)


def _marshmallow_leaf() -> Any:
    from marshmallow import ValidationError, fields

    class Leaf(fields.Field[Any]):
        def __init__(self, kind: str, **options: Any) -> None:
            super().__init__(**options)
            self.reader, self.kind = READERS[kind], kind

        def _deserialize(self, value: Any, *_: Any, **__: Any) -> Any:
            try:
                return self.reader(value)
            except ValueError as error:
                raise ValidationError(str(error)) from None

        def _serialize(self, value: Any, *_: Any, **__: Any) -> Any:
            return write_when(value) if self.kind == "when" and value is not None else value

    return Leaf


def _marshmallow_schema(known: dict[str, Any]) -> Any:
    from marshmallow import RAISE, Schema, fields, post_dump, post_load, validate

    leaf = _marshmallow_leaf()
    schemas: dict[str, Any] = {}

    def made_field(field: Field) -> Any:
        options = {"required": field.default is ..., "allow_none": field.optional}
        alone = {} if field.many else options
        if field.kind in TYPES:
            inner = fields.Nested(schemas[field.kind], **alone)
        elif field.kind in ENUMS:
            inner = fields.Enum(known[field.kind], by_value=True, **alone)
        else:
            inner = leaf(field.kind, **alone)
        return fields.List(inner, **options) if field.many else inner

    def made_schema(name: str) -> Any:
        plain = {field.name: default_of(field, known) for field in TYPES[name] if field.default is not ...}

        def hold(_: Any, data: Any, **__: Any) -> Any:
            return known[name](**{key: tuple(value) if type(value) is list else value for key, value in data.items()})

        def fit(_: Any, data: Any, **__: Any) -> Any:
            return {key: value for key, value in data.items() if key not in plain or _differs(value, plain[key])}

        version = {"schema_version": fields.String(required=True, validate=validate.Equal("1.0"))}
        body = (version if name == "Article" else {}) | {field.name: made_field(field) for field in TYPES[name]}
        body |= {"hold": post_load(hold), "fit": post_dump(fit), "Meta": type("Meta", (), {"unknown": RAISE})}
        return type(name, (Schema,), body)

    for name in TYPES:
        schemas[name] = made_schema(name)
    return schemas["Article"]()


def marshmallow() -> Peer:
    import orjson
    from marshmallow import ValidationError

    known = _dataclasses(dict.fromkeys(LEAVES, Any), lambda _: {})
    schema = _marshmallow_schema(known)

    def load(data: bytes) -> Any:
        return schema.load(orjson.loads(data))

    def dump(article: Any) -> bytes:
        return orjson.dumps(schema.dump(article))

    def faults(messages: Any) -> int:
        values = messages.values() if isinstance(messages, dict) else messages
        return 1 if isinstance(messages, str) else sum(map(faults, values))

    def count(error: Any) -> int:
        return faults(error.messages) if isinstance(error, ValidationError) else 1

    return Peer(load, dump, counted(load, count, ValueError, ValidationError), known)


def _differs(value: Any, default: Any) -> bool:
    return value != (list(default) if default == () else default)
