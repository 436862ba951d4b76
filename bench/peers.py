"""The same model in every library that could hold it, made from the neutral table, with the same checks.

Each peer is made on its own and imports its library then, so that a start can be measured. The libraries that check
types in C or Rust do so here; those that coerce are given the readers of `model.py`. What holds between fields is one
function for all, called once when an article is made: the cheapest way for all of them.
"""

import enum
import json
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Annotated, Any, Literal, NamedTuple, NewType, Optional

from model import ENUMS, LANGUAGE, LEAVES, READERS, TYPES, URI, Field, check, read_when, without_nul, write_when

Make = Callable[..., Any]


class Peer(NamedTuple):
    """A library that can do the work.

    Attributes:
        load: JSON to an article; raises on bad data.
        dump: An article to JSON, defaults left out.
        reject: The number of faults told of a bad document.
        types: Constructors and enumerations by name; `None` for plain data.
        moment: What the peer holds a date or time in.
        checked: Whether load makes all the checks.
    """

    load: Callable[[bytes], Any]
    dump: Callable[[Any], bytes]
    reject: Callable[[bytes], int] | None = None
    types: dict[str, Any] | None = None
    moment: Callable[[Any], Any] = read_when
    checked: bool = True


def _enums() -> dict[str, Any]:
    return {name: enum.StrEnum(name, {value.upper(): value for value in values}) for name, values in ENUMS.items()}


def _literals() -> dict[str, Any]:
    return {name: Literal[values] for name, values in ENUMS.items()}


def _annotation(field: Field, known: dict[str, Any]) -> Any:
    kind = known[field.kind]
    return tuple[kind, ...] if field.many else Optional[kind] if field.optional else kind  # noqa: UP045 - run time


def _default(field: Field, known: dict[str, Any]) -> Any:
    """The default as the peer holds it."""
    named = field.kind in ENUMS and isinstance(field.default, str) and isinstance(known[field.kind], type)
    return known[field.kind](field.default) if named else field.default


def _build(known: dict[str, Any], make: Callable[[str, list[tuple[Field, Any, Any]]], Any]) -> dict[str, Any]:
    """Every type in turn, by a function that takes its name and its fields with annotations and defaults."""
    for name, fields in TYPES.items():
        own = [(field, _annotation(field, known), _default(field, known)) for field in fields]
        if name == "Article":
            own.insert(0, (Field("schema_version", "", False, False, ...), Literal["1.0"], ...))
        known[name] = make(name, own)
    return known


def _newtypes() -> dict[str, Any]:
    """A type of its own for every leaf, for the libraries that look up readers by type."""
    bases = {"int": int, "float": float, "bool": bool, "extra": dict[str, Any]}
    return {name: NewType(name, bases.get(name, str)) for name in LEAVES}


def _counted(
    load: Callable[[bytes], Any], count: Callable[[Any], int], *errors: type[Exception]
) -> Callable[[bytes], int]:
    def reject(data: bytes) -> int:
        try:
            load(data)
        except errors as error:
            return count(error)
        return 0

    return reject


def newsschema() -> Peer:
    import newsschema as library

    def reject(data: bytes) -> int:  # as the peers do: `check` also looks for keys that stand twice, which none of them finds
        try:
            library.from_json(data)
        except library.ValidationError as error:
            return len(error.issues)
        return 0

    types = {name: getattr(library, name) for name in (*ENUMS, *TYPES)}
    return Peer(library.from_json, library.to_json, reject, types)


# pydantic


def _pydantic_leaves() -> dict[str, Any]:
    from pydantic import PlainSerializer, PlainValidator, StringConstraints

    return {
        "text": Annotated[str, StringConstraints(min_length=1)],
        "body": str,
        "uri": Annotated[str, StringConstraints(pattern=f"^(?:{URI})$")],
        "language": Annotated[str, StringConstraints(pattern=f"^(?:{LANGUAGE})$")],
        "when": Annotated[Any, PlainValidator(read_when), PlainSerializer(write_when)],
        "extra": dict[str, Any],
        "int": int,
        "float": float,
        "bool": bool,
    }


def _pydantic_peer(known: dict[str, Any], dump: Callable[[Any], bytes] | None = None) -> Peer:
    from pydantic import TypeAdapter, ValidationError

    adapter = TypeAdapter(known["Article"])

    def load(data: bytes) -> Any:
        return adapter.validate_json(without_nul(data))

    def dumped(article: Any) -> bytes:
        return adapter.dump_json(article, exclude_defaults=True)

    def count(error: Any) -> int:
        return len(error.errors(include_url=False)) if isinstance(error, ValidationError) else 1

    return Peer(load, dump or dumped, _counted(load, count, ValueError, ValidationError), known)


def _pydantic_model(words: dict[str, Any]) -> dict[str, Any]:
    from pydantic import ConfigDict, create_model, model_validator
    from pydantic import Field as Given

    def after(self: Any) -> Any:
        check(self)
        return self

    def make(name: str, fields: list[tuple[Field, Any, Any]]) -> Any:
        given: dict[str, Any] = {
            field.name: (kind, Given(default_factory=dict) if default == {} else default)
            for field, kind, default in fields
        }
        last = {"after": model_validator(mode="after")(after)} if name == "Article" else None
        # An enumeration's names are taken from strings in JSON in strict mode too.
        config = ConfigDict(extra="forbid", strict=True, frozen=True)
        return create_model(name, __config__=config, __validators__=last, **given)

    return _build(_pydantic_leaves() | words, make)


def pydantic_model() -> Peer:
    return _pydantic_peer(_pydantic_model(_enums()))


def pydantic_literals() -> Peer:
    return _pydantic_peer(_pydantic_model(_literals()))


def pydantic_unset() -> Peer:
    """Leaves out what was not given, which costs less than to leave out what equals its default, and means something else."""
    known = _pydantic_model(_literals())
    dump = known["Article"].__pydantic_serializer__.to_json
    return _pydantic_peer(known, lambda article: dump(article, exclude_unset=True))._replace(checked=False)


def _pydantic_dataclass(words: dict[str, Any]) -> Peer:
    import dataclasses

    from pydantic import ConfigDict, model_validator
    from pydantic.dataclasses import dataclass

    def after(self: Any) -> Any:
        check(self)
        return self

    def make(name: str, fields: list[tuple[Field, Any, Any]]) -> Any:
        body: dict[str, Any] = {"__annotations__": {field.name: kind for field, kind, _ in fields}}
        body |= {
            field.name: dataclasses.field(default_factory=dict) if default == {} else default
            for field, _, default in fields
            if default is not ...
        }
        if name == "Article":
            body["after"] = model_validator(mode="after")(after)
        config = ConfigDict(extra="forbid", strict=True)
        return dataclass(config=config, frozen=True, slots=True, kw_only=True)(type(name, (), body))

    return _pydantic_peer(_build(_pydantic_leaves() | words, make))


def pydantic_dataclass() -> Peer:
    return _pydantic_dataclass(_enums())


def pydantic_dataclass_literals() -> Peer:
    return _pydantic_dataclass(_literals())


# msgspec


def _structs(after: dict[str, Any]) -> dict[str, Any]:
    import msgspec

    def leaf(pattern: str) -> Any:
        return Annotated[str, msgspec.Meta(pattern=rf"\A(?:{pattern})\Z")]

    leaves = {
        "text": Annotated[str, msgspec.Meta(min_length=1)],
        "body": str,
        "uri": leaf(URI),
        "language": leaf(LANGUAGE),
        "when": When,
        "extra": dict[str, Any],
        "int": int,
        "float": float,
        "bool": bool,
    }

    def make(name: str, fields: list[tuple[Field, Any, Any]]) -> Any:
        given = [
            (field.name, kind) if default is ... else (field.name, kind, default) for field, kind, default in fields
        ]
        return msgspec.defstruct(
            name,
            given,
            namespace=after if name == "Article" else {},
            forbid_unknown_fields=True,
            frozen=True,
            kw_only=True,
            omit_defaults=True,
        )

    return _build(leaves | _enums(), make)


class When:
    """Stands for a date or a time, which msgspec cannot tell apart by itself."""


def _struct_peer(known: dict[str, Any], *, checked: bool) -> Peer:
    import msgspec

    def moment(value: Any) -> Any:
        return _Moment(read_when(value))

    def enc_hook(value: Any) -> Any:
        return write_when(value.when)

    class _Moment(When):
        """A date or a time: msgspec demands that the hook's value is an instance of the type."""

        __slots__ = ("when",)

        def __init__(self, when: Any) -> None:
            self.when = when

        def __lt__(self, other: Any) -> bool:
            return bool(self.when < other.when)

    decode = msgspec.json.Decoder(known["Article"], dec_hook=lambda _, value: moment(value)).decode
    encode = msgspec.json.Encoder(enc_hook=enc_hook).encode

    def load(data: bytes) -> Any:
        return decode(without_nul(data))

    return Peer(load, encode, _counted(load, lambda _: 1, ValueError), known, moment, checked=checked)


def msgspec_struct() -> Peer:
    return _struct_peer(_structs({"__post_init__": check}), checked=True)


def msgspec_types_only() -> Peer:
    return _struct_peer(_structs({}), checked=False)


# Libraries that make dataclasses


def _dataclasses(
    leaves: dict[str, Any], options: Callable[[Field], dict[str, Any]], **namespace: Any
) -> dict[str, Any]:
    import dataclasses

    module = ModuleType(f"{__name__}_{len(sys.modules)}")
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

    return _build(leaves | {name: housed(made) for name, made in _enums().items()}, make)


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
    return Peer(decoder.decode, encoder.encode, _counted(decoder.decode, lambda _: 1, Exception), known)


def _listed(value: Any) -> list[Any]:
    if type(value) is not list:
        raise ValueError("expected a list")
    return value


def adaptix() -> Peer:
    import orjson
    from adaptix import ExtraForbid, Retort, dumper, loader, name_mapping
    from adaptix.load_error import LoadError, ValueLoadError

    leaves = _newtypes()

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

    return Peer(load, dump, _counted(load, faults, LoadError, ValueError, ExceptionGroup), known)


def _cattrs(converter: Any, loads: Callable[[bytes], Any], dumps: Callable[[Any], Any], *, strict: bool) -> Peer:
    import attrs
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

    leaves = _newtypes()

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
    known = _build(leaves | _enums(), make)
    article = known["Article"]

    def load(data: bytes) -> Any:
        return converter.structure(loads(data), article)

    def dump(value: Any) -> Any:
        return dumps(converter.unstructure(value))

    def faults(error: Any) -> int:
        return sum(map(faults, error.exceptions)) if isinstance(error, ExceptionGroup) else 1

    return Peer(load, dump, _counted(load, faults, Exception), known, checked=strict)


def cattrs_default() -> Peer:
    import cattrs

    return _cattrs(cattrs.Converter(), json.loads, _compact, strict=True)


def cattrs_fast() -> Peer:
    import cattrs
    import orjson

    return _cattrs(cattrs.Converter(detailed_validation=False), orjson.loads, orjson.dumps, strict=True)


def cattrs_coercing() -> Peer:
    import cattrs

    return _cattrs(cattrs.Converter(), json.loads, _compact, strict=False)


def _compact(tree: Any) -> bytes:
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def marshmallow() -> Peer:
    import orjson
    from marshmallow import RAISE, Schema, ValidationError, fields, post_load

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

    known = _dataclasses({name: Any for name in LEAVES}, lambda _: {})
    schemas: dict[str, Any] = {}
    kept = {
        name: {field.name: _default(field, known) for field in given if field.default is not ...}
        for name, given in TYPES.items()
    }
    for name, given in TYPES.items():
        made: dict[str, Any] = {}
        for field in given:
            options = {"required": field.default is ..., "allow_none": field.optional}
            if field.kind in TYPES:
                inner = fields.Nested(schemas[field.kind], **({} if field.many else options))
            elif field.kind in ENUMS:
                inner = fields.Enum(known[field.kind], by_value=True, **({} if field.many else options))
            else:
                inner = Leaf(field.kind, **({} if field.many else options))
            made[field.name] = fields.List(inner, **options) if field.many else inner
        if name == "Article":
            from marshmallow import validate

            made = {"schema_version": fields.String(required=True, validate=validate.Equal("1.0")), **made}

        def hold(self: Any, data: Any, *, cls: Any = known[name], **_: Any) -> Any:
            return cls(**{key: tuple(value) if type(value) is list else value for key, value in data.items()})

        def fit(self: Any, data: Any, *, plain: Any = kept[name], **_: Any) -> Any:
            return {key: value for key, value in data.items() if key not in plain or _differs(value, plain[key])}

        from marshmallow import post_dump

        body = made | {"hold": post_load(hold), "fit": post_dump(fit)}
        body["Meta"] = type("Meta", (), {"unknown": RAISE})
        schemas[name] = type(name, (Schema,), body)
    schema = schemas["Article"]()

    def load(data: bytes) -> Any:
        return schema.load(orjson.loads(data))

    def dump(article: Any) -> bytes:
        return orjson.dumps(schema.dump(article))

    def faults(messages: Any) -> int:
        values = messages.values() if isinstance(messages, dict) else messages
        return 1 if isinstance(messages, str) else sum(map(faults, values))

    def count(error: Any) -> int:
        return faults(error.messages) if isinstance(error, ValidationError) else 1

    return Peer(load, dump, _counted(load, count, ValueError, ValidationError), known)


def _differs(value: Any, default: Any) -> bool:
    return value != (list(default) if default == () else default)


# The limits: plain data, with no checks at all.


def orjson_dicts() -> Peer:
    import orjson

    return Peer(orjson.loads, orjson.dumps, checked=False)


def msgspec_dicts() -> Peer:
    import msgspec

    return Peer(msgspec.json.Decoder().decode, msgspec.json.Encoder().encode, checked=False)


def json_dicts() -> Peer:
    return Peer(json.loads, _compact, checked=False)


PEERS: dict[str, Callable[[], Peer]] = {
    "newsschema": newsschema,
    "pydantic dataclass": pydantic_dataclass,
    "pydantic dataclass, literals": pydantic_dataclass_literals,
    "pydantic BaseModel": pydantic_model,
    "pydantic BaseModel, literals": pydantic_literals,
    "pydantic BaseModel, unset left out": pydantic_unset,
    "msgspec.Struct": msgspec_struct,
    "msgspec.Struct, types only": msgspec_types_only,
    "mashumaro": mashumaro,
    "adaptix": adaptix,
    "cattrs, defaults": cattrs_default,
    "cattrs, defaults, coercing": cattrs_coercing,
    "cattrs, fast, with orjson": cattrs_fast,
    "marshmallow": marshmallow,
    "orjson to dicts": orjson_dicts,
    "msgspec to dicts": msgspec_dicts,
    "json to dicts": json_dicts,
}
