"""The types as fields of msgspec structs and of dataclasses that msgspec fills."""

import dataclasses

import msgspec
import pytest

from newsschema import Article, Attribution, Fragment, Quote, Source, ValidationError, to_dict


class Struct(msgspec.Struct):
    desk: str
    article: Article


@dataclasses.dataclass(frozen=True)
class Dataclass:
    desk: str
    article: Article


ARTICLE = Article(
    id="urn:example:1",
    text="“Rain,” she said.",
    published="2026-03-09",
    updated="2026-03-09T09:30:00+01:00",
    sources=(Source(id="s", description="she", anonymity="unresolved"),),
    quotes=(
        Quote(
            id="q",
            kind="direct",
            content=(Fragment(text="Rain,", start=1, end=6),),
            attribution=Attribution(source="s", confidence=0.5),
        ),
    ),
    extra={"org.example": {"desk": ["weather", {"page": 3}]}},
)
both = pytest.mark.parametrize("cls", [Struct, Dataclass])


@both
def test_round_trip(cls):
    """What msgspec writes, it reads as an equal object, frozen throughout."""
    held = cls(desk="weather", article=ARTICLE)
    back = msgspec.json.decode(msgspec.json.encode(held), type=cls)
    assert held == back
    assert hash(ARTICLE) == hash(back.article)


@both
def test_our_own_form_is_taken(cls):
    """The plain data that the library writes is read too."""
    assert cls("weather", ARTICLE) == msgspec.convert({"desk": "weather", "article": to_dict(ARTICLE)}, cls)


@both
def test_invalid_is_refused_with_our_codes(cls):
    """Although msgspec skips the constructor, no broken article comes out; the issues are the error's cause."""
    tree = {"desk": "weather", "article": {"id": "urn:example:1", "text": "Rain.", "sources": [{"id": "s"}]}}
    with pytest.raises(msgspec.ValidationError, match=r"anonymity-name.*at `\$\.article\.sources\[0\]`") as caught:
        msgspec.convert(tree, cls)
    cause = caught.value.__cause__
    assert isinstance(cause, ValidationError)
    assert cause.issues[0].path == ("anonymity",)


@both
def test_span_that_disagrees_with_the_text_is_refused(cls):
    """What must hold across the whole article is checked as well."""
    tree = to_dict(ARTICLE)
    tree["quotes"][0]["content"][0]["text"] = "Snow,"
    with pytest.raises(msgspec.ValidationError, match="span-mismatch"):
        msgspec.convert({"desk": "weather", "article": tree}, cls)


@both
def test_limits_of_msgspec(cls):
    """Wrong types are told in msgspec's words, without a code, and unknown fields pass, as the guide says."""
    with pytest.raises(msgspec.ValidationError, match="Expected `str`, got `int`") as caught:
        msgspec.convert({"desk": "weather", "article": {"id": "urn:example:1", "text": 5}}, cls)
    assert caught.value.__cause__ is None
    article = {"schema_version": "9.0", "id": "urn:example:1", "text": "Rain.", "txet": 1}
    assert msgspec.convert({"desk": "weather", "article": article}, cls).article.text == "Rain."


@both
def test_messagepack_moves_times_to_utc(cls):
    """In MessagePack msgspec keeps the instant of a time and not its offset; nothing else is lost."""
    held = cls(desk="weather", article=ARTICLE)
    back = msgspec.msgpack.decode(msgspec.msgpack.encode(held), type=cls)
    assert back.article == ARTICLE.replace(updated="2026-03-09T08:30:00Z")
