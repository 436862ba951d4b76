"""The types inside msgspec structs and dataclasses: parts are filled and checked, articles are read from raw JSON."""

import dataclasses

import msgspec
import pytest

from newsschema import Article, Attribution, Fragment, Quote, Source, Span, ValidationError, from_json, to_dict, to_json


class Struct(msgspec.Struct):
    desk: str
    quote: Quote


@dataclasses.dataclass(frozen=True)
class Dataclass:
    desk: str
    quote: Quote


class Story(msgspec.Struct):
    desk: str
    article: Article


class Raw(msgspec.Struct):
    desk: str
    article: msgspec.Raw


QUOTE = Quote(
    id="q",
    kind="direct",
    content=(Fragment(text="Rain,", start=1, end=6),),
    attribution=Attribution(source="s", confidence=0.5),
    extra={"org.example": {"desk": ["weather", {"page": 3}]}},
)
ARTICLE = Article(
    id="urn:example:1",
    text="“Rain,” she said.",
    published="2026-03-09",
    updated="2026-03-09T09:30:00+01:00",
    sources=(Source(id="s", description="she", anonymity="unresolved"),),
    quotes=(QUOTE,),
)
both = pytest.mark.parametrize("cls", [Struct, Dataclass])


@both
def test_round_trip(cls):
    """What msgspec writes of a part, it reads as an equal object, frozen throughout."""
    held = cls(desk="weather", quote=QUOTE)
    back = msgspec.json.decode(msgspec.json.encode(held), type=cls)
    assert held == back
    assert hash(QUOTE) == hash(back.quote)


@both
def test_our_own_form_is_taken(cls):
    """The plain data that the library writes is read too."""
    assert cls("weather", QUOTE) == msgspec.convert({"desk": "weather", "quote": to_dict(QUOTE)}, cls)


@both
def test_invalid_is_refused_with_our_codes(cls):
    """Although msgspec skips the constructor, no broken quote comes out; the issues are the error's cause."""
    tree = {"desk": "weather", "quote": {"id": "q", "kind": "direct", "content": [], "attribution": {}}}
    with pytest.raises(msgspec.ValidationError, match=r"content-empty.*at `\$\.quote`") as caught:
        msgspec.convert(tree, cls)
    cause = caught.value.__cause__
    assert isinstance(cause, ValidationError)
    assert ("content",) == cause.issues[0].path


@both
def test_limits_of_msgspec(cls):
    """Wrong types are told in msgspec's words, without a code, and unknown fields pass, as the guide says."""
    with pytest.raises(msgspec.ValidationError, match="Expected `str`, got `int`") as caught:
        msgspec.convert({"desk": "weather", "quote": {"id": 5}}, cls)
    assert caught.value.__cause__ is None
    assert Span(text="x") == msgspec.convert({"text": "x", "txet": 1}, Span)


def test_an_article_is_not_filled():
    """A date or a time is more than msgspec's unions hold, so that it fills no article, broken or not."""
    for article in (to_dict(ARTICLE), {"id": "urn:example:1", "text": 5}):
        with pytest.raises(TypeError, match="Type unions may not contain more than one str-like type"):
            msgspec.convert({"desk": "weather", "article": article}, Story)


def test_an_article_is_read_from_raw_json():
    """A struct keeps the article's JSON as it came, and `from_json` reads it with our codes and paths."""
    held = msgspec.json.decode(msgspec.json.encode(Raw("weather", msgspec.Raw(to_json(ARTICLE)))), type=Raw)
    assert ARTICLE == from_json(bytes(held.article))
    broken = msgspec.json.decode(b'{"desk": "weather", "article": {"id": "urn:example:1", "text": 5}}', type=Raw)
    with pytest.raises(ValidationError, match=r"\(wrong-type\)"):
        from_json(bytes(broken.article))
