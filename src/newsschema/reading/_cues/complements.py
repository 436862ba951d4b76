"""What follows a cue: which frame it is, where what was said begins, and to whom it was said."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newsschema.reading._cues.addressees import (
    ANYONE_TO,
    Telling,
    clause_behind,
    is_somebody,
    may_be_verb,
    qualified_end,
)
from newsschema.reading._cues.starts import CLAUSE, NOUN, OTHERS, POINTS, TAIL, frame_at, frame_beyond, is_said, points
from newsschema.reading._lexicon.frames import Frame
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import ONLY_PARTICIPLES, WORDS, known_tags
from newsschema.reading._syntax.ahead import (
    DOING_AHEAD,
    MARKED_AHEAD,
    PARTED_AHEAD,
    PARTED_TWICE,
    RELATED_CLAUSE,
    RELATED_SAID,
    VERB_AHEAD,
    VERBAL_AHEAD,
)
from newsschema.reading._syntax.behind_verbs import phrase_end
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Range, Sentence
from newsschema.reading._syntax.framing import LATER_DEED, SET_APART, is_framed, is_long_marked, tells_how

_ASIDE: Final = KINDS.pattern(r"""
    (?: <adverb|time>* (?: <dash> <!dash|stop|semicolon|newline>{1,40} <dash>
      | ,? <subordinator|preposition> <adverb>? (?: (?P<doing> <ing> ) | <participle> )
        (?: <nominal|link|time|adverb|conjunction>+ ) ,?
      | (?P<while> <subordinator> ) (?: <subject> | <nominal> (?: <link> <nominal> )* )
        (?: <adverb>* (?P<acts> <predicate> ) <nominal|link|time|adverb>* )? )
      (?= <that> (?! <adverb>* <predicate> ) )
    | (?: <pause|conjunction>? (?: <time|adverb> | <preposition|of> <nominal|time> (?: <link|conjunction> <nominal> )* )
      | , <subordinator|relative> <!point|marked|end|that>{1,12} (?= , <marked> )
      | , <ing>? <nominal> (?: <link> <nominal> )* (?= , ) | , <name> (?= <time>? <that> )
      | , (?: <subordinator|conjunction> <!point|end|marked|that>{1,10}
          | (?: <!point|end|marked|that|predicate> | <participle> (?= <preposition> ) ){1,10} ) (?= , <that> ) )+
      [,\-]? (?= <that> (?! <adverb>* (?: <verb> | <participle> (?! <!point|end>* <predicate> ) ) ) | ,? <marked> ) )
""")
#: What runs on from the subject of a clause, or from the addressee before it, to the verb of the clause.
_RUN_ON: Final = KINDS.pattern(
    "(?P<run> <nominal|link|conjunction|adverb|adjective|ing|time>* )"
    "(?: , <!comma|stop|semicolon|newline>{1,12} , )? (?P<verb> <predicate|marked> )"
)


class Complement(NamedTuple):
    """What follows a cue: the frame, the token after the cue, the first of the content, and to whom."""

    frame: Frame
    after: int
    body: int
    addressee: Range | None = None


def clause_ahead(base: str) -> re.Pattern[str] | None:
    """What tells, behind a noun phrase, that it begins a clause of a verb."""
    if base in WORDS.classes["urge"]:
        return None  # "urged people to leave and report cracks"
    if base in WORDS.clausal:
        return VERBAL_AHEAD
    return VERB_AHEAD if base in WORDS.parenthetical else None


def _plain_frame(s: Sentence, k: int, ahead: re.Pattern[str] | None) -> Frame | None:
    """The frame of a complement that one chunk tells, or nothing."""
    kind = s.kind(k)
    body = s.firsts[min(k, s.size)]
    if (
        kind == Kind.SUBJECT
        and s.word(k) in WORDS.either_case
        and (s.kind(k + 1) in _BEHIND_OBJECT or points(s, k + 1) or s.lower[body + 1 : body + 3] == _OR_NOT)
        and not _TOO.match(s.kinds, k)
    ):
        return Frame.OBJECT  # "found it in a box", "likes it that way"
    doing = kind == Kind.ING and ahead is VERBAL_AHEAD
    if doing and any(ahead.match(s.kinds, k + 1) for ahead in DOING_AHEAD):
        return Frame.BARE  # "said rising costs led", "says naming of ‘gifted’ potter is late"
    if ahead is VERBAL_AHEAD and is_framed(s, k):
        return Frame.BARE
    return _PLAIN.get(kind)


def complement(
    s: Sentence, k: int, after: int, *, telling: Telling = Telling.NOBODY, ahead: re.Pattern[str] | None = None
) -> Complement:
    """Name what follows a cue that ends before a token, which the chunk ``k`` begins with."""
    passed = _ADVERBS if telling else _PASSED  # "said (in Danish) that", but "told [the mayor] that"
    if s.kind(k) in passed and s.kind(k + 1) in _FOLLOWED and not is_said(s, k):
        k += 1
    return _complement(s, k, after, telling=telling, ahead=ahead)


def _complement(s: Sentence, k: int, after: int, *, telling: Telling, ahead: re.Pattern[str] | None) -> Complement:
    """Name what follows a cue, or an adverb behind it."""
    aside = _ASIDE.match(s.kinds, k)
    if aside and not _governs(s, aside.start("while"), max(aside.start("doing"), aside.start("acts"))):
        k = aside.end()  # but "said after telling Ms Doe that"
    direct = frame_at(s, k)
    body = s.firsts[min(k, s.size)]
    if direct:
        return Complement(direct, s.firsts[k + 1] if direct == Frame.COLON else after, body + (s.kinds[k] in POINTS))
    if is_said(s, k):  # "said not all agreed"
        return _complement(s, k + 1, after, telling=telling, ahead=ahead)._replace(body=s.firsts[k])
    if _SUPPOSED.match(s.kinds, k) and s.word(k + 1) in CONDITIONS:  # "said, if elected, she would resign"
        return Complement(Frame.BARE, after, s.firsts[k + 1])
    if telling and s.kind(k) == Kind.ING and s.kind(k + 1) in NOMINAL:  # "told cheering crowds that"
        told = _object(s, k + 1, after, telling=telling, ahead=ahead)
        return told._replace(addressee=told.addressee and (s.firsts[k], told.addressee[1]))
    return _by_kind(s, k, after, telling=telling, ahead=ahead)


def _governs(s: Sentence, opens: int, verb: int) -> bool:
    """Whether an aside goes on with what follows, or it is asked: "after telling Ms Doe that", "if he saw that"."""
    asks = opens >= 0 and s.word(opens) in _ASKING
    return asks or (verb >= 0 and s.head(verb) in WORDS.parenthetical_forms)


_ASKING: Final = frozenset({"as", "if"})


def _by_kind(s: Sentence, k: int, after: int, *, telling: Telling, ahead: re.Pattern[str] | None) -> Complement:
    """Name what follows a cue by the kind of its first chunk."""
    kind = s.kind(k)
    begun = _behind_occasion(s, k, after) or _told_one(s, k, after, telling) or _set_apart(s, k, after, ahead)
    begun = begun or _told_anyone(s, k, after, telling)
    if begun is not None:
        return begun
    plain = _plain_frame(s, k, ahead)
    if plain is not None:
        return Complement(plain, after, s.firsts[min(k, s.size)])
    if kind == Kind.TO:
        return _to_somebody(s, k, after)
    if kind == Kind.TIME:
        return _behind_time(s, k, after, telling=telling, ahead=ahead)
    if kind in NOMINAL:
        return _object(s, k, after, telling=telling, ahead=ahead)
    if kind in _PREPOSITIONS:
        return _preposition(s, k, after)
    return _said_of(s, k, after)


def _behind_occasion(s: Sentence, k: int, after: int) -> Complement | None:
    """What stands behind an occasion: "said after the match that"."""
    occasion = s.word(k) in _OCCASION and s.kind(k + 1) in NOMINAL
    beyond = frame_beyond(s, phrase_end(s, k + 1)) if occasion else None
    return None if beyond is None else Complement(beyond[0], after, beyond[1])


def _set_apart(s: Sentence, k: int, after: int, ahead: re.Pattern[str] | None) -> Complement | None:
    """What is said behind a phrase that tells where or when: "said in Oslo, the boats were old"."""
    clausal = ahead is VERBAL_AHEAD and s.tags[s.firsts[k] - 1] != Tag.BASE  # but "let me say in reply, I was late"
    phrase = SET_APART.match(s.kinds, k) if clausal and not tells_how(s, k) else None
    return None if phrase is None else Complement(Frame.BARE, after, s.firsts[phrase.end()])


def _told_one(s: Sentence, k: int, after: int, telling: Telling) -> Complement | None:
    """What one is told who may be anybody's subject: "will tell you | it is late"."""
    told = telling == Telling.SOMEBODY and s.word(k) in WORDS.either_case | WORDS.anyone
    if not told or s.kind(k + 1) not in _CLAUSE_BEGINS:
        return None
    first = s.firsts[k + 1]
    frame = Frame.THAT if s.kind(k + 1) == Kind.THAT else Frame.BARE
    return Complement(frame, after, first, (s.firsts[min(k, s.size)], first))


def _told_anyone(s: Sentence, k: int, after: int, telling: Telling) -> Complement | None:
    """What anyone is to do: "urged everyone | to stay", "asked anyone who saw it to call"."""
    to_do = ANYONE_TO.match(s.kinds, k) if s.word(k) in WORDS.anyone else None
    if to_do is None:
        return None
    whom = s.tokens(k, to_do.end())
    return (
        Complement(Frame.INFINITIVE, after, whom[1], whom) if telling else Complement(Frame.OBJECT_TO, after, whom[0])
    )


def _behind_time(s: Sentence, k: int, after: int, *, telling: Telling, ahead: re.Pattern[str] | None) -> Complement:
    """What stands behind a time: "criticised on Monday her plan as “a mess”"."""
    beyond = frame_beyond(s, k)
    deed = LATER_DEED.match(s.kinds, k) if beyond is None else None
    if deed is not None and s.head(deed.end()) not in WORDS.parenthetical_forms:  # but "wrote on Monday to say"
        return Complement(Frame.INFINITIVE, after, s.firsts[deed.end()])
    if beyond is None and frame_at(s, k + 1) == Frame.QUESTION:  # "explained many times why"
        return Complement(Frame.QUESTION, after, s.firsts[k + 1])
    if beyond is None and s.kind(k + 1) in NOMINAL:
        return _object(s, k + 1, after, telling=telling, ahead=ahead)
    frame, first = beyond or (Frame.END, s.firsts[k + 1])
    return Complement(frame, after, first)


def _said_of(s: Sentence, k: int, after: int) -> Complement:
    """What only qualifies: "as “a mess”", an adjective, or nothing."""
    kind, body = s.kind(k), s.firsts[min(k, s.size)]
    if s.word(k) == "as" and kind == Kind.SUBORDINATOR:
        return Complement(Frame.AS, body + 1, body + 1)
    return Complement(Frame.ADJECTIVE if kind in _PREDICATIVE else Frame.END, after, body)


_CLAUSE_BEGINS: Final = KINDS["noun that"]
#: Who is told what to do: "asked those who saw it | to call", but not "asked who wanted to stay".
_WHO_DO: Final = KINDS.pattern("""
    <relative> <adverb>* <predicate> (?: <infinitive>? <!point|end|marked|infinitive>+ | <infinitive> )
    (?= <infinitive> )
""")
#: A condition before what is said, and the clause that hangs on it.
_SUPPOSED: Final = KINDS.pattern(
    ", <subordinator> <!point|stop|newline|marked|that>{1,8} , <noun> <adverb>* <predicate>"
)
CONDITIONS: Final = frozenset({"if", "once", "unless"})


_OCCASION: Final = frozenset({"after", "before", "following"})
#: A subject that does something, too: "said it, too, was late".
_TOO: Final = KINDS.pattern("<subject> , <adverb> , <adverb>* <predicate>")
_ADVERBS: Final = KINDS["adverb"]
_OR_NOT: Final = ("or", "not")  # "whether she admits it or not"
_BEHIND_OBJECT: Final = KINDS["preposition of to infinitive point end"]
_PASSED: Final = KINDS["adverb brackets"]
_FOLLOWED: Final = KINDS["that to relative noun link marked time colon comma infinitive"]
_PLAIN: Final = {Kind.INFINITIVE: Frame.INFINITIVE, Kind.SUBJECT: Frame.BARE, Kind.ING: Frame.ING}
_PREDICATE: Final = KINDS["predicate"]
_PREPOSITIONS: Final = KINDS["preposition of"]
_FINITE: Final = TAGS["finite"]
_VERB: Final = KINDS.pattern("<verb>")
#: What asks nothing behind somebody who is spoken to: "replied to potters who left".
_ASKED: Final = frozenset({"which", "who", "whose"})
_AS_MARKED: Final = KINDS.pattern("<subordinator> <common>? <marked>")
_TO_MARKED: Final = Kind.TO + Kind.MARKED
_PREDICATIVE: Final = KINDS["adjective participle"]


def _to_somebody(s: Sentence, k: int, after: int) -> Complement:
    """Read "to" with somebody who is spoken to, or with a verb that no list has."""
    first = s.firsts[k] + 1
    if s.word(k + 1) == "as" and s.kind(k + 1) == Kind.SUBORDINATOR:  # "which she referred to as “a mess”"
        return Complement(Frame.AS, first + 1, first + 1)
    if may_be_verb(s, k + 1):
        return Complement(Frame.INFINITIVE, after, s.firsts[k])
    end = _with_others(s, phrase_end(s, k + 1))
    beyond = frame_beyond(s, end)
    if beyond is None and s.kind(end) == Kind.RELATIVE:
        beyond = (Frame.OTHER if s.word(end) in _ASKED else Frame.QUESTION), s.firsts[end]
    if beyond is None or end == k + 1:
        if s.kind(k + 1) == Kind.MARKED:
            return Complement(Frame.INFINITIVE, after, s.firsts[k])
        return Complement(Frame.TO_SOMEBODY, first, first)
    return Complement(beyond[0], after, beyond[1], s.tokens(k + 1, end))


def _preposition(s: Sentence, k: int, after: int) -> Complement:
    """A preposition after a cue: a place or a time before what was said, or what the cue is about."""
    beyond, word, first = frame_beyond(s, k), s.word(k), s.firsts[k]
    if beyond and not (beyond[0] == Frame.BARE and word in WORDS.governed):  # "asked for the prices they paid"
        return Complement(beyond[0], after, beyond[1])
    if s.kind(k + 1) == Kind.ING:
        return Complement(Frame.named(f"{word}-ing"), first + 1, first + 1)
    behind = phrase_end(s, k + 1)
    if word in _SETTING and s.word(behind) == "as" and _AS_MARKED.match(s.kinds, behind) is not None:
        return Complement(Frame.AS, after, s.firsts[behind + 1])  # "was dismissed by Ms Doe as “nonsense”"
    return Complement(Frame.named(word), first + (word in WORDS.kept_prepositions), first + 1)


def _object(s: Sentence, k: int, after: int, *, telling: Telling, ahead: re.Pattern[str] | None) -> Complement:
    """A noun phrase after a cue: somebody told, the subject of a clause, or what the cue is about."""
    end = phrase_end(s, k, attached=not telling)
    body = s.firsts[k]
    addressed = _addressed(s, k, end, telling) if telling else None
    if addressed is not None:
        frame, first, addressee = addressed
        return Complement(frame, after, first, addressee)
    whom = s.lower[body] in _WHOM  # "saw him near a shed the storm had left"
    whom = whom or _is_only_described(s, k, end)
    if not whom and (CLAUSE.match(s.kinds, end) or (ahead is not None and _begins_clause(s, k, end, ahead))):
        frame = Frame.GAP if telling == Telling.SOMEBODY else Frame.BARE  # "the story she told police was a lie"
        return Complement(frame, after, body)
    if s.head(k) == "fact" and end == k + 1 and s.kind(end) == Kind.THAT:
        return Complement(Frame.THAT, after, s.firsts[end])  # "lamented the fact that it was late"
    if ahead is VERBAL_AHEAD and is_long_marked(s, end):
        return Complement(Frame.BARE, after, body)  # "said lawmakers “missed the mark” on"
    return Complement(_object_frame(s, end), after, body)


#: Pronouns that are no subject.
_WHOM: Final = WORDS.reflexive | {"him", "me", "them", "us"}


def _object_frame(s: Sentence, end: int) -> Frame:
    """The frame of a noun phrase that is no subject, by what stands behind it."""
    if s.word(end) == "as" and s.kind(end) == Kind.SUBORDINATOR:
        return Frame.OBJECT_AS
    described = _APPOSED.match(s.kinds, end)  # "on Ms Doe, the head of the board, to", "people living near it to"
    if Kind.INFINITIVE in {described and s.kind(described.end()), s.kind(qualified_end(s, end))}:
        return Frame.OBJECT_TO
    marked = s.kind(end) == Kind.MARKED and s.lower[s.firsts[end] + 1] in _TO_DO  # "begged them “not to go”"
    behind = Kind.INFINITIVE if marked else s.kind(end + is_said(s, end))  # "warned jurors not to talk"
    return _AFTER_OBJECT.get(behind, Frame.OBJECT)


def _is_only_described(s: Sentence, k: int, end: int) -> bool:
    """Whether a participle that is no past describes a noun phrase, and no verb comes: "a rule seen only in Voss"."""
    at = s.kinds.find(Kind.PARTICIPLE, k, end + 1)
    return at >= 0 and s.head(at) in ONLY_PARTICIPLES and _VERB.search(s.kinds, end) is None


def _begins_clause(s: Sentence, k: int, end: int, ahead: re.Pattern[str]) -> bool:
    """Whether a noun phrase is the subject of a clause, by what stands behind it."""
    bare = _bare_end(s, k, end, ahead)
    if any(pattern.match(s.kinds, bare) for pattern in (ahead, PARTED_AHEAD)) or RELATED_CLAUSE.match(s.kinds, end):
        return True
    related = RELATED_SAID.match(s.kinds, end)
    said = related or any(pattern.match(s.kinds, bare) for pattern in (PARTED_TWICE, MARKED_AHEAD))
    return ahead is VERBAL_AHEAD and bool(said)


def _addressed(s: Sentence, k: int, end: int, telling: Telling) -> tuple[Frame, int, Range] | None:
    """What somebody is told who begins with a chunk, where that begins, and who it is."""
    if s.kind(end) == Kind.RELATIVE and s.head(k) in WORDS.tales:
        return None  # "told the tale of a man who saw it"
    end += s.kind(end) == Kind.BRACKETS  # "told the News Agency of Norway (NAN) that"
    end = _with_others(s, end)
    begin = _run_on(s, k, end, telling)
    if begin is not None:
        return Frame.BARE, begin, (s.firsts[k], begin)
    aside = _TOLD_ASIDE.match(s.kinds, end)
    if aside is not None and _is_of_addressee(s, aside) and not _governs(s, aside.start("while"), aside.start("acts")):
        frame = Frame.THAT if s.kind(aside.end()) == Kind.THAT else Frame.QUOTE
        return frame, s.firsts[aside.end()], s.tokens(k, end)
    told = _told_behind(s, k, end)
    return told or (_told_behind(s, k, qualified_end(s, end)) if is_somebody(s, end - 1) else None)


def _told_behind(s: Sentence, k: int, end: int) -> tuple[Frame, int, Range] | None:
    """What somebody is told who ends before a chunk, behind what tells who he is."""
    described = _APPOSED.match(s.kinds, end)
    told = _told(s, end) or (_told(s, described.end()) if described else None)
    return told and (*told, s.tokens(k, end))


def _with_others(s: Sentence, end: int) -> int:
    """The end of a list of those who are told, the first of whom ends before a chunk."""
    others = _LISTED.match(s.kinds, end)
    return end if others is None else others.end()


def _is_of_addressee(s: Sentence, aside: re.Match[str]) -> bool:
    """Whether a relative clause, if there is one, can be that of a person."""
    return not aside["who"] or s.word(aside.start("who")) == "who"


def _run_on(s: Sentence, k: int, end: int, telling: Telling) -> int | None:
    """Where a clause begins that runs on with its addressee: "told police Marsh", "told a rally in Leeds Labour"."""
    clause = _RUN_ON.match(s.kinds, end)
    if clause is None or s.word(end) in WORDS.governed or _is_set(s, end):
        return None
    first, after = s.firsts[k], s.firsts[clause.end("run")]
    if clause["verb"] == Kind.MARKED:
        return clause_behind(s, first, after, Telling.MAYBE) if _lacks_subject(s, clause.start("verb")) else None
    return clause_behind(s, first, after, telling)


def _is_set(s: Sentence, end: int) -> bool:
    """Whether only where and when one is told stands before "that": "told him in a talk held on Monday that"."""
    tail = TAIL.match(s.kinds, end)
    return tail is not None and Kind.PARTICIPLE in tail[0] and s.kind(tail.end()) == Kind.THAT


def _lacks_subject(s: Sentence, k: int) -> bool:
    """Whether marks open before the verb of a clause: "told the court Mr Doe “had left”"."""
    verb = s.firsts[k] + 1
    small = s.view.words[verb : verb + 1] == (s.lower[verb],)
    return small and known_tags().get(s.lower[verb]) in _FINITE


def _bare_end(s: Sentence, k: int, end: int, ahead: re.Pattern[str]) -> int:
    """Where a noun phrase ends, and a participle behind it may be the verb: "said a guard noticed in time"."""
    return phrase_end(s, k, attached=False) if ahead is VERBAL_AHEAD else end


#: Before who calls something so, and where: "which she blasted on a call as “nonsense”".
_SETTING: Final = frozenset({"at", "by", "during", "in", "on"})
_TO_DO: Final = frozenset({"not", "to"})
_AFTER_OBJECT: Final = {
    Kind.TO: Frame.OBJECT_TO,
    Kind.INFINITIVE: Frame.OBJECT_TO,
    Kind.MARKED: Frame.OBJECT_QUOTE,
}


_LISTED: Final = KINDS.pattern(OTHERS)
#: Who somebody is who is told: "told Ms Doe, the head of the board, that", "told the crew, who had waited, that".
_APPOSED: Final = KINDS.pattern("""
    , <nominal> (?: <link> <nominal> )* , | , <relative> <adverb>* <predicate> <!point|end|marked>{0,10} ,
""")


#: What may stand between him and "that": "told a rally in Voss, Agder, that", "told a rally in Voss, Agder on Monday
#: that", "told him after the vote that", "told MPs on Monday, after a vote, that", "told the potters who came that".
_TOLD_ASIDE: Final = KINDS.pattern("""
    (?: <link|subordinator> <nominal> | <time> )* (?:
        (?<= <time> ) ,
        | , (?! <conjunction|contrast> <noun> <adverb>* <predicate> )
          <!comma|stop|semicolon|newline|marked|that|predicate>{1,8} (?: <predicate> <nominal|adverb>* )? , <time>?
        | , <name> <time>?
        | (?P<while> <subordinator> ) (?: <subject> | <nominal> (?: <link> <nominal> )* )
          (?: <adverb>* (?P<acts> <predicate> ) <nominal|link|time|adverb>* )?
        | (?P<who> <relative> ) <adverb>* <predicate> <!point|end|marked|subordinate|predicate>{0,8} )
    (?= <that> (?! <adverb>* <predicate> ) | <marked> )
""")


def _told(s: Sentence, end: int) -> tuple[Frame, int] | None:
    """What somebody is told, behind him."""
    beyond = frame_beyond(s, end)
    if beyond is not None and not (beyond[0] == Frame.BARE and s.word(end) in WORDS.governed):
        return beyond  # but "asked her about the prices they paid"
    return _clause_told(s, end) or _deed_told(s, end) or _matter_told(s, end)


def _clause_told(s: Sentence, end: int) -> tuple[Frame, int] | None:
    """A clause without "that": "tells the crowd it is late", "tells the crowd, it is late"."""
    comma = s.kind(end) == Kind.COMMA
    if comma and s.kind(end + 1) == Kind.SUBJECT and s.kind(end + 2) in _PREDICATE:
        return Frame.BARE, s.firsts[end + 1]
    begins = s.kind(end) in NOUN or (comma and s.kind(end + 1) == Kind.MARKED)
    return (Frame.BARE, s.firsts[end]) if begins else None


def _deed_told(s: Sentence, end: int) -> tuple[Frame, int] | None:
    """What to do: "told the crew on Monday not to go"."""
    tail = (_WHO_DO if s.word(end) == "who" else TAIL).match(s.kinds, end)
    far = tail.end() if tail else end
    if s.kind(far) != Kind.INFINITIVE and not s.kinds.startswith(_TO_MARKED, far):
        return None
    return Frame.INFINITIVE, s.firsts[far - (far > end and is_said(s, far - 1))]


def _matter_told(s: Sentence, end: int) -> tuple[Frame, int] | None:
    """A question, or what it is about: "asked her if", "told her about"."""
    described = s.word(end) in _ASKED and s.kind(end - 1) == Kind.COMMA  # "told his wife, Ann, who left"
    if (s.kind(end) == Kind.RELATIVE and not described) or s.word(end) == "if":
        return Frame.QUESTION, s.firsts[end]
    if s.kind(end) in _PREPOSITIONS:
        return Frame.named(f"object-{s.word(end)}"), s.firsts[end]
    return None
