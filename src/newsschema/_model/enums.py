"""The words with a fixed meaning."""

from enum import StrEnum


class Part(StrEnum):
    """Which part of the article a span is in."""

    TEXT = "text"
    """The body."""
    HEADLINE = "headline"
    """The headline."""
    SUMMARY = "summary"
    """The standfirst or abstract."""


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
    """One human being."""
    GROUP = "group"
    """Several people who are not an organisation: "residents", "two engineers"."""
    ORGANISATION = "organisation"
    """A company, a party, a court, a council, the police or another body that speaks as one."""
    GOVERNMENT = "government"
    """A government or a ministry, or a capital that stands for it."""
    DOCUMENT = "document"
    """A report, a letter, a law or another text that is quoted."""
    UNKNOWN = "unknown"
    """The text does not say, or it has not been determined."""


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
    """It could not be determined who is meant: "he"."""


class Polarity(StrEnum):
    """Whether the words are affirmed, denied, hypothetical, or refused."""

    AFFIRMED = "affirmed"
    """The source said it."""
    DENIED = "denied"
    """The source says that it is not so, or did not say it: "she denied that …"."""
    HYPOTHETICAL = "hypothetical"
    """The source may say it, or would: "they might say …"."""
    REFUSED = "refused"
    """The source gave no answer: "he declined to comment", "she did not respond"."""


class Medium(StrEnum):
    """Whether it was spoken, written or thought."""

    SPEECH = "speech"
    """It was spoken: "told reporters"."""
    WRITING = "writing"
    """It was written: "wrote in a letter", "according to the report"."""
    THOUGHT = "thought"
    """It was thought or felt: "believes", "fears"."""
    UNKNOWN = "unknown"
    """The text does not say, or it has not been determined."""


class Terms(StrEnum):
    """The terms on which the source spoke. They are agreed outside the text, so the reader never guesses them."""

    ON_RECORD = "on_record"
    """The words may be published with the name."""
    BACKGROUND = "background"
    """The words may be published with a description in place of the name."""
    DEEP_BACKGROUND = "deep_background"
    """The information may be used, but attributed to nobody."""
    OFF_RECORD = "off_record"
    """The words were not meant for publication."""
    UNKNOWN = "unknown"
    """Nobody has recorded the terms."""


class QuoteKind(StrEnum):
    """Whether the words of a quotation stand between quotation marks, in part or not at all."""

    DIRECT = "direct"
    """All words are between quotation marks."""
    PARTIAL = "partial"
    """Some words are between quotation marks, the others are reported."""
    INDIRECT = "indirect"
    """All words are reported."""
    EPITHET = "epithet"
    """Words between quotation marks that no source says: a nickname, a title, a word that the writer doubts."""


class Status(StrEnum):
    """Whether an article may be used (the IPTC publishing status)."""

    USABLE = "usable"
    """It may be published."""
    WITHHELD = "withheld"
    """It must not be published until further notice."""
    CANCELED = "canceled"
    """It must not be used any more; its publisher has withdrawn it."""


class Genre(StrEnum):
    """The journalistic genre of an article; mapped to schema.org's subtypes and the IPTC's genres."""

    NEWS = "news"
    """A report of what happened."""
    ANALYSIS = "analysis"
    """An explanation of what the news means."""
    BACKGROUND = "background"
    """The history and the facts behind the news."""
    OPINION = "opinion"
    """A view that its writer or the outlet argues for: a column, an editorial, a comment."""
    INTERVIEW = "interview"
    """A conversation, as questions and answers or as a story."""
    REVIEW = "review"
    """A judgement of a work, a performance or a product."""
    OBITUARY = "obituary"
    """An account of the life of somebody who has died."""
    LIVE = "live"
    """Reports that are added while the event goes on."""
    PRESS_RELEASE = "press_release"
    """A statement of an organisation about itself."""
    ADVERTISEMENT = "advertisement"
    """Content that somebody paid for."""
    SATIRE = "satire"
    """Invented news that is meant as a joke."""


class AnnotatorKind(StrEnum):
    """Whether an annotator is a program or a person."""

    SOFTWARE = "software"
    """A program."""
    PERSON = "person"
    """A human being."""


class SubjectKind(StrEnum):
    """The kind of a subject."""

    PERSON = "person"
    """A human being."""
    ORGANISATION = "organisation"
    """A company, a club, a ministry or another body."""
    PLACE = "place"
    """A country, a town, a river or another place."""
    EVENT = "event"
    """Something that happens: a war, an election, a match."""
    TOPIC = "topic"
    """Anything else that a story can be about: "housing", "fisheries"."""
