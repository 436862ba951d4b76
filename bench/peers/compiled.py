"""The libraries that check types in C or Rust: pydantic and msgspec."""

from typing import Annotated, Any

from model import LANGUAGE, URI, Field, check, read_when, without_nul, write_when

from peers.common import Peer, build, counted, enums, literals

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


def _pydantic_peer(known: dict[str, Any]) -> Peer:
    from pydantic import TypeAdapter, ValidationError

    adapter = TypeAdapter(known["Article"])

    def load(data: bytes) -> Any:
        return adapter.validate_json(without_nul(data))

    def dump(article: Any) -> bytes:
        return adapter.dump_json(article, exclude_defaults=True)

    def count(error: Any) -> int:
        return len(error.errors(include_url=False)) if isinstance(error, ValidationError) else 1

    return Peer(load, dump, counted(load, count, ValueError, ValidationError), known)


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

    return build(_pydantic_leaves() | words, make)


def pydantic_model() -> Peer:
    return _pydantic_peer(_pydantic_model(enums()))


def pydantic_literals() -> Peer:
    return _pydantic_peer(_pydantic_model(literals()))


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

    return _pydantic_peer(build(_pydantic_leaves() | words, make))


def pydantic_dataclass() -> Peer:
    return _pydantic_dataclass(enums())


def pydantic_dataclass_literals() -> Peer:
    return _pydantic_dataclass(literals())


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

    return build(leaves | enums(), make)


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

    return Peer(load, encode, counted(load, lambda _: 1, ValueError), known, moment, checked=checked)


def msgspec_struct() -> Peer:
    return _struct_peer(_structs({"__post_init__": check}), checked=True)


def msgspec_types_only() -> Peer:
    return _struct_peer(_structs({}), checked=False)
