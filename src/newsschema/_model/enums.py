"""The words with a fixed meaning."""

from enum import StrEnum


class Part(StrEnum):
    """Which part of the article a span is in."""

    TEXT = "text"
    HEADLINE = "headline"
    SUMMARY = "summary"


class EditKind(StrEnum):
    """What an editor did to the words of a quotation."""

    INSERTION = "insertion"
    """Words that were added: "[the city]"."""
    GLOSS = "gloss"
    """An explanation that was added: "(yards)"."""
    ELLIPSIS = "ellipsis"
    """Words that were left out: "..."."""
    SIC = "sic"
    """A remark that the words are exact: "[sic]"."""


class SourceKind(StrEnum):
    """The kind of a source."""

    PERSON = "person"
    GROUP = "group"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


class Anonymity(StrEnum):
    """How far the text identifies a source."""

    NAMED = "named"
    """The text gives the name."""
    DESCRIBED = "described"
    """No name, but it is clear who: "the transport ministry", "the divers' report", "the prime minister"."""
    ANONYMOUS = "anonymous"
    """What somebody is, but not who: "a senior official", "two people familiar with the matter"."""
    GENERIC = "generic"
    """People in general: "experts", "residents"."""
    UNRESOLVED = "unresolved"
    """It could not be resolved who is meant: "he"."""


class Polarity(StrEnum):
    """Whether the words are affirmed, denied, hypothetical, or refused."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    """ "She did not say that …"."""
    HYPOTHETICAL = "hypothetical"
    """ "They might say …"."""
    REFUSED = "refused"
    """The source gave no answer: "he declined to comment", "she did not respond"."""


class Medium(StrEnum):
    """Whether it was spoken, written or thought."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    UNKNOWN = "unknown"


class Terms(StrEnum):
    """The terms on which the source spoke. They are agreed outside the text, so the reader never guesses them."""

    ON_RECORD = "on_record"
    BACKGROUND = "background"
    DEEP_BACKGROUND = "deep_background"
    OFF_RECORD = "off_record"
    UNKNOWN = "unknown"


class QuoteKind(StrEnum):
    """Whether the words of a quotation stand between quotation marks, in part or not at all."""

    DIRECT = "direct"
    """All words between quotation marks."""
    PARTIAL = "partial"
    """Some words between quotation marks, some reported."""
    INDIRECT = "indirect"
    """All words reported."""
    EPITHET = "epithet"
    """Words between marks that no source says: a nickname, a title, a word that the writer doubts."""


class Status(StrEnum):
    """Whether an article may be used (the IPTC publishing status)."""

    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class Genre(StrEnum):
    """The journalistic genre of an article; mapped to schema.org's subtypes and the IPTC's genres."""

    NEWS = "news"
    ANALYSIS = "analysis"
    BACKGROUND = "background"
    OPINION = "opinion"
    INTERVIEW = "interview"
    REVIEW = "review"
    OBITUARY = "obituary"
    LIVE = "live"
    PRESS_RELEASE = "press_release"
    ADVERTISEMENT = "advertisement"
    SATIRE = "satire"


class AnnotatorKind(StrEnum):
    """Whether an annotator is a program or a person."""

    SOFTWARE = "software"
    PERSON = "person"


class SubjectKind(StrEnum):
    """The kind of a subject."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    TOPIC = "topic"
