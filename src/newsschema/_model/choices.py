"""What a field of each enumeration takes. Made by `scripts/make_typing.py`: do not edit."""

from typing import Literal, TypeAlias

from newsschema._model import enums

Part: TypeAlias = enums.Part | Literal["text", "headline", "summary"]
EditKind: TypeAlias = enums.EditKind | Literal["insertion", "gloss", "ellipsis", "sic"]
SourceKind: TypeAlias = (
    enums.SourceKind | Literal["person", "group", "organisation", "government", "document", "unknown"]
)
Anonymity: TypeAlias = enums.Anonymity | Literal["named", "described", "anonymous", "generic", "unresolved"]
Polarity: TypeAlias = enums.Polarity | Literal["affirmed", "denied", "hypothetical", "refused"]
Medium: TypeAlias = enums.Medium | Literal["speech", "writing", "thought", "unknown"]
Terms: TypeAlias = enums.Terms | Literal["on_record", "background", "deep_background", "off_record", "unknown"]
QuoteKind: TypeAlias = enums.QuoteKind | Literal["direct", "partial", "indirect", "epithet"]
SubjectKind: TypeAlias = enums.SubjectKind | Literal["person", "organisation", "place", "event", "topic"]
AnnotatorKind: TypeAlias = enums.AnnotatorKind | Literal["software", "person"]
Genre: TypeAlias = (
    enums.Genre
    | Literal[
        "news",
        "analysis",
        "background",
        "opinion",
        "interview",
        "review",
        "obituary",
        "live",
        "press_release",
        "advertisement",
        "satire",
    ]
)
Status: TypeAlias = enums.Status | Literal["usable", "withheld", "canceled"]
