"""Noun phrases before a verb: who speaks, with what description.

What goes in and out are indices of chunks, unless it is a range of tokens.
"""

from __future__ import annotations

from typing import Final

from newsschema.reading._lexicon.gazetteer import NAMES, is_person_noun, is_plural, is_post
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._syntax.chunks import KINDS, NOMINAL, Kind, Range, Sentence
from newsschema.reading._syntax.insertions import WHEN, before_unclosed, inserted
from newsschema.reading._tagging.naming import Sort, find_name

#: What may hang on a name, and what on a noun.
_ON_NAME: Final = (
    "<preposition>? <link> (?: <nominal> | <time> | <marked> ) | <brackets> | <marked> | <adjective> (?= $ )"
)
#: A relative clause that tells which: "potters who saw the kiln", "potters whose kiln was lost in May".
_WHO: Final = """
    (?> <conjunction>? (?: <relative|that> | <relative> <nominal> (?: <link> <nominal> )* ) <adverb|time>* <predicate>
        (?: <adverb>? <infinitive> )? <nominal|adjective>? (?: <link> <nominal> )*
        (?: <adverb> (?= <conjunction> <relative> ) )?
        (?: <subordinator> (?: <of>? <nominal>
            | <subject> <predicate> (?: <adverb>? <infinitive> )? <adverb|nominal>? ) )?
        (?: <adverb>? <infinitive> <adjective>? )? <time>? )
"""
_ON_NOUN: Final = f"""
    <adjective> | <preposition> <adjective> (?= <of> )
    | <ing> <nominal>?
    | <participle> (?!<noun|that>) (?: <subordinator> <nominal|marked> )?
    | <participle> <name> (?= $ )
    | (?<= <participle> ) <link> <ing> (?: <nominal> (?: <link> <nominal> )* )?
    | <time> (?=<link>)
    | <subject> <predicate> (?: <link> <nominal> )* <time>?
    | {_WHO}
"""
_JOINED: Final = "<infinitive> <nominal>? | <conjunction> <nominal>"
#: A noun phrase before a verb with all that hangs on it: "voters going to the polls", "those who back her".
_SUBJECT: Final = KINDS.pattern(
    rf"(?: <name> (?: {_ON_NAME} )* (?: <conjunction> <nominal> (?: {_ON_NAME} )* )* (?: {_WHO} )?"
    rf" | <subject> (?: (?: <adjective>? <link>+ <nominal> )+ | <ing> <nominal> (?: <conjunction> <nominal> )?"
    rf"   | <conjunction> <noun> | {_WHO} )"  # "he and Ms Doe"
    rf" | <common> (?: {_ON_NAME} | {_ON_NOUN} | {_JOINED} )* ) $"
)
#: The same after another verb, where "and" joins clauses and not names.
_PLAIN: Final = KINDS.pattern(
    rf"(?: <name> (?: {_ON_NAME} )* (?: {_WHO} )? | <common> (?: {_ON_NAME} | {_ON_NOUN} )*"
    r" | <subject> (?: <conjunction> <noun> | <ing> <nominal> (?: <conjunction> <nominal> )? ) ) $"
)
_PRONOUN: Final = KINDS["subject relative that"]
_BETWEEN: Final = KINDS.pattern(
    "(?<= <nominal|relative|brackets|comma> ) (?: <adverb|time> | <preposition> <adjective> )+ $"  # "at first"
    " | (?<= <relative> ) <adjective> $"  # "who first said"
)
_LATE: Final = KINDS["adverb time adjective"]
_JOINING: Final = KINDS["link conjunction"]
_PAUSE: Final = KINDS["pause"]
_GOVERNING: Final = KINDS["predicate ing infinitive link"]
_ABOVE: Final = _GOVERNING | {Kind.SUBORDINATOR}
#: The end of the clause before, and whether a verb stands in it.
_VERB_BEFORE: Final = KINDS.pattern("<predicate> <!point|end|subordinate|marked>* $")
#: A participle that is a verb, with words in marks.
_SAID: Final = KINDS.pattern("<participle> <marked> <conjunction>")
#: What somebody does, in marks that end with a comma: "Ann Doe, citing “the fog,” said", "who fears “fog,” said".
_SET_IN: Final = KINDS.pattern(", (?: <ing> | <relative> <adverb>* <predicate> ) <!point|predicate|marked>* <marked> $")
#: What may stand between a subject and the comma before its verb.
_ASIDE: Final = KINDS.pattern(
    r"(?: <subordinator> (?= <nominal|adjective> ) )?"
    r" (?: <!verb|subordinate|subject|marked> | <subordinator> (?= <of> ) )*"
    r" (?: (?: <relative> | <that> (?= <adverb>* <predicate> ) ) [\s\S]* )?"
)
#: The same between two dashes: "Ms Doe — upset because Roe had left — said".
_ASIDES: Final = {Kind.DASH: KINDS.pattern("<!dash|semicolon|end>*")}
_LISTED: Final = KINDS.pattern(
    r"(?: (?<! [\s\S] ) | (?<= <stop|semicolon|subordinate|conjunction|newline> ) ) (?: <nominal> , )+ $"
)
#: At the start of a clause, somebody with a description whom "and" joins to the next: "Ann Doe, 40, and".
_JOINED_TO: Final = KINDS.pattern(r"""
    (?: (?<! [\s\S] ) | (?<= <stop|semicolon|newline|that|marked> ) )
    (?: <name> , (?: <common> (?: <link> <nominal> )* | <relative> <!comma|stop|semicolon|newline|marked>{1,12} )
        | <common> , <name> ) , <conjunction> $
""")
#: Somebody with an age, whom a noun before governs and "and" joins to who comes next: "a friend of | Ann Doe, 40, and".
_AGED: Final = KINDS.pattern("(?<= <link> ) <name> , <common> , <conjunction> $")
#: A town in front of its region, behind the one who comes from there.
_IN_TOWN: Final = KINDS.pattern("(?<= <nominal> ) ,? <preposition|of> <name> , $")
_TOWN: Final = KINDS.pattern("<preposition> <name> , $")
_PLACED: Final = frozenset({Sort.PLACE, Sort.NATION})
#: How many chunks a noun phrase with all that hangs on it may have.
REACH: Final = 40


#: Who holds an office in a town of a state: "The Boise, Idaho, mayor, Ann Doe, said".
_OFFICE_AT: Final = KINDS.pattern(
    "(?<! <marked> ) (?<! <marked> , ) <nominal> , <name> , (?P<office> <common> ) , (?P<who> <name> ) ,? $"
)
#: Who is of a town of a state: "Ann Doe, a Boise, Idaho, potter, said".
_TRADE_AT: Final = KINDS.pattern("""
    <name> , <common> , (?P<state> <name> ) , <common> <ing|infinitive|link|nominal>* , $
""")
#: A verb between what was said and its own verb: "The minister, Roe said, was late".
_INTERRUPTS: Final = KINDS.pattern("<predicate> , <adverb>* <verb>")


def subject(sentence: Sentence, k: int, low: int = 0) -> Range | None:
    """The tokens of the subject of the verb at a chunk, with its appositions and the comma that closes them."""
    known = sentence.subjects
    if (k, low) not in known:
        known[k, low] = _subject(sentence, k, low)
    return known[k, low]


def _subject(sentence: Sentence, k: int, low: int) -> Range | None:
    """The subject of the verb at a chunk, with those whom "and" joins to the one beside it."""
    found = _last_subject(sentence, k, low)
    k = sentence.at(found[0]) if found is not None else low
    if found is None or k == low or sentence.kinds[k - 1] != Kind.CONJUNCTION:
        return found
    joint = _JOINED_TO.search(sentence.kinds, low, k)
    first = joint.start() if joint else _first_of_both(sentence, k, low)
    return found if first is None else (sentence.firsts[first], found[1])


def _first_of_both(sentence: Sentence, k: int, low: int) -> int | None:
    """Where a noun phrase begins of which two are named, each with an age: "a friend of Ann Doe, 40, and | Bo Roe"."""
    aged = _AGED.search(sentence.kinds, low, k)
    numbered = aged and sentence.tags[slice(*sentence.tokens(aged.start() + 2, aged.start() + 3))] == Tag.NUMBER
    return _start(sentence, aged.start() + 1, low) if aged and numbered else None


def _last_subject(sentence: Sentence, k: int, low: int) -> Range | None:
    """The subject of a verb; of several who are described one by one, the last."""
    end = _before_late(sentence, k, low)
    if end <= low:
        return None
    if end > low + 1 and sentence.word(end - 1) in WORDS.reflexive:  # "Ms Doe herself said"
        found = _last_subject(sentence, end - 1, low)
        return found and (found[0], sentence.firsts[end])
    stop = before_unclosed(sentence, end, low)
    found = None if stop is None else _last_subject(sentence, stop, low)
    if found is not None and sentence.kind(sentence.at(found[0]) - 1) not in _ABOVE:
        return found
    holder = _holder(sentence, end, low)
    if holder is not None:
        return holder
    comma = set_in(sentence, end, low)
    if comma is not None:
        return _before_pause(sentence, comma + 1, low)
    if sentence.kinds[end - 1] in _PAUSE:
        return apposed(sentence, end, low) or _before_pause(sentence, end, low)
    return _nearest(sentence, k, end, low)


def _before_late(sentence: Sentence, k: int, low: int) -> int:
    """Where the subject of the verb at a chunk ends, before what stands between them."""
    late = k > low and sentence.kinds[k - 1] in _LATE
    between = _BETWEEN.search(sentence.kinds, low, k) if late else None
    return k if between is None else between.start()


def _holder(sentence: Sentence, end: int, low: int) -> Range | None:
    """Who holds an office in a town of a state that is named before a chunk."""
    trade = _TRADE_AT.search(sentence.kinds, low, end)
    if trade is not None and _is_state(sentence, trade.start("state")):
        return sentence.tokens(trade.start(), end)
    office = _OFFICE_AT.search(sentence.kinds, low, end)
    held = office is not None and is_person_noun(sentence.head(office.start("office")))
    return sentence.tokens(office.start("who"), end) if office is not None and held else None


def _is_state(sentence: Sentence, k: int) -> bool:
    """Whether a name is that of a state, in full or short: "Idaho", "Fla."."""
    words = sentence.view.words[slice(*sentence.tokens(k, k + 1))]
    name = find_name(words)
    return words[-1].endswith(".") or (name is not None and name.sort in _PLACED)


def _nearest(sentence: Sentence, k: int, end: int, low: int) -> Range | None:
    """The noun phrase before a chunk, with its title or the list that it ends, as the subject of the verb at ``k``."""
    start = _start(sentence, end, low)
    if start is None:
        return None
    if start - 1 > low and sentence.kinds[start - 1] == Kind.COMMA and not _INTERRUPTS.match(sentence.kinds, k):
        start = _with_list(sentence, _with_title(sentence, start, low), end, low)
    return sentence.tokens(start, end)


def set_in(sentence: Sentence, end: int, low: int) -> int | None:
    """The comma before what somebody does, if marks end that before a chunk: "Ann Doe, citing “the fog,” said"."""
    found = _SET_IN.search(sentence.kinds, low, end) if sentence.kinds[end - 1] == Kind.MARKED else None
    return None if found is None or sentence.kind(found.start() - 1) not in NOMINAL else found.start()


def _before_pause(sentence: Sentence, end: int, low: int) -> Range | None:
    """A subject before a lone comma or dash, unless it is the object of the verb before: "met Ms Doe, called her"."""
    found = _last_subject(sentence, end - 1, low)
    k = sentence.at(found[0]) if found is not None else low
    governed = found is not None and sentence.kind(k - 1) in _ABOVE
    return None if governed and sentence.kinds[end - 1] == Kind.COMMA else found


def _start(sentence: Sentence, end: int, low: int) -> int | None:
    """Where the noun phrase begins that ends before a chunk."""
    kinds = sentence.kinds
    if end > low and kinds[end - 1] in _PRONOUN:
        return end - 1
    low = max(low, end - REACH)
    found = _SUBJECT.search(kinds, low, end)
    if found is None:
        return None
    if Kind.CONJUNCTION in found[0] and _SAID.search(found[0]):
        low = found.start() + found[0].rfind(Kind.CONJUNCTION) + 1  # "the mayor asked “why” and | Ms Doe said"
        found = _SUBJECT.search(kinds, low, end)
    elif Kind.CONJUNCTION in found[0] and _VERB_BEFORE.search(kinds, low, found.start()):
        found = _PLAIN.search(kinds, low, end)
    clause = None if found is None else _OWN_CLAUSE.search(kinds, found.start(), end)
    if clause is not None and _acts(sentence, clause.start("who")):
        return clause.start("who")
    return None if found is None else found.start()


#: Somebody in a clause that tells when others did something: "Potters left after | Ann Doe said".
_OWN_CLAUSE: Final = KINDS.pattern("<participle> <subordinator> (?P<who> <nominal> ) $")


def _acts(sentence: Sentence, k: int) -> bool:
    """Whether a chunk behind "after" or "when" names a person, who does something then."""
    words = sentence.view.words[slice(*sentence.tokens(k, k + 1))]
    name = find_name(words) if sentence.tags[sentence.firsts[k + 1] - 1] == Tag.NAME else None
    return sentence.word(k - 1) in WHEN and name is not None and name.sort.is_person


def apposed(sentence: Sentence, k: int, low: int) -> Range | None:
    """A subject whose verb, at a chunk, follows a closing comma or dash: "Ms Doe, a lawyer, said"."""
    kinds, close = sentence.kinds, k - 1
    whole = _with_insertion(sentence, close, low)
    if whole is not None:
        return whole
    mark = kinds[close]
    aside = _ASIDES.get(mark, _ASIDE)
    start: int | None = None
    whose: Range | None = None
    stop = end = close
    while (opener := kinds.rfind(mark, low, stop)) >= 0 and aside.fullmatch(kinds, opener + 1, stop):
        head = _start(sentence, opener, low)
        if head is None:
            break
        before = sentence.kind(head - 1)
        if start is not None and not _described_by(sentence, head, opener):
            break
        inner = _within_description(sentence, head, (opener, stop), end) if start is None else None
        if inner is not None:
            end, stop = inner, opener
            continue
        if before in _GOVERNING:
            whose = _behind_phrase(sentence, head, mark, low)
            break
        start = head
        if not _names(sentence, opener + 1):
            end = opener - 1
        stop = opener
        if before != mark:
            break
    if start is None:
        return None
    return whose or sentence.tokens(_named_from(sentence, start, (stop, close), low), end + 1)


def _behind_phrase(sentence: Sentence, head: int, mark: str, low: int) -> Range | None:
    """Who acts, before a phrase in which another is named: "Ann Doe | , in a note by her aide, Bo Roe, said"."""
    opener = sentence.kinds.rfind(mark, low, head)
    set_in = opener > low and sentence.kind(opener + 1) == Kind.PREPOSITION
    start = _start(sentence, opener, low) if set_in else None
    acts = start is not None and sentence.kind(start - 1) not in _ABOVE
    return sentence.tokens(start, opener) if start is not None and acts else None


def _within_description(sentence: Sentence, head: int, aside: Range, end: int) -> int | None:
    """Where a subject ends if what stands between two commas is a place or the end of a list in its description."""
    (opener, stop), before = aside, sentence.kind(head - 1)
    if before in _JOINING and _is_place(sentence, head, opener):
        return opener
    listed = before in _GOVERNING and _LIST_END.fullmatch(sentence.kinds, opener + 1, stop) is not None
    return end if listed else None


def _named_from(sentence: Sentence, start: int, apposition: Range, low: int) -> int:
    """Where a subject begins: with its title, or with the name alone in "The woman who leads it, Ann Doe, said"."""
    opener, close = apposition
    named = sentence.kinds[opener + 1 : close] == Kind.NAME
    related = named and not _RELATED.isdisjoint(sentence.kinds[start:opener])
    return opener + 1 if related else _with_title(sentence, start, low)


def _with_insertion(sentence: Sentence, close: int, low: int) -> Range | None:
    """A subject with what somebody is or does behind it, in which commas stand."""
    comma = inserted(sentence, low, close)
    if comma is not None and sentence.kinds.startswith(_MEANWHILE, comma - len(_MEANWHILE)):
        comma -= len(_MEANWHILE)  # "Ann Doe, meanwhile, who lives here, said"
    head = _start(sentence, comma, low) if comma is not None else None
    if comma is None or head is None or sentence.kind(head - 1) in _GOVERNING:
        return None
    end = close if _names(sentence, comma + 1) else comma - 1
    start = _with_aged(sentence, _from_town(sentence, head, low), low)
    return sentence.tokens(_with_title(sentence, start, low), end + 1)


def _from_town(sentence: Sentence, start: int, low: int) -> int:
    """Step over a town and its region to the one who comes from there: "Ann Doe, of Reno, Nevada, who lives here"."""
    town = _IN_TOWN.search(sentence.kinds, low, start)
    if town is None or not _is_region(sentence, start):
        return start
    front = _start(sentence, town.start(), low)
    return start if front is None or sentence.kind(front - 1) in _GOVERNING else front


def _is_region(sentence: Sentence, k: int) -> bool:
    """Whether a name may be that of a region or a country: one word, or a known place."""
    words = sentence.view.words[slice(*sentence.tokens(k, k + 1))]
    name = find_name(words) if sentence.kinds[k] == Kind.NAME else None
    return name is not None and (len(words) == 1 or name.sort in _PLACED)


def _with_aged(sentence: Sentence, start: int, low: int) -> int:
    """Step over an age or an office to the one whose it is: "Ann Doe, 40, who lives here, said"."""
    comma, age = start - 1, sentence.tags[sentence.firsts[start] : sentence.firsts[start + 1]]
    if sentence.kind(comma) != Kind.COMMA or comma <= low:
        return start
    front = _start(sentence, comma, low)
    if front is None or sentence.kind(front - 1) in _GOVERNING:
        return start
    return front if age == Tag.NUMBER or _is_office_of(sentence, front, start) else start


def _is_office_of(sentence: Sentence, front: int, start: int) -> bool:
    """Whether a noun phrase says what the one is whose name stands before it; no town has a country behind it."""
    named = sentence.kinds[front : start - 1] == Kind.NAME and sentence.kind(front - 1) != Kind.COMMA
    one = sentence.tags[sentence.firsts[start + 1] - 1] != Tag.PLURAL
    called = sentence.kinds[start] == Kind.COMMON or sentence.word(start) in NAMES.members  # "Bo Roe, Tory of Ash, who"
    return named and one and called


#: How a list ends inside a description: "Ann Doe, who makes cups, bowls | and other pots, said".
_LIST_END: Final = KINDS.pattern("(?: <nominal> ,? )+ <conjunction> <nominal> (?: <link> <nominal> )*")
_MEANWHILE: Final = Kind.COMMA + Kind.ADVERB  # in front of the comma


def _is_place(sentence: Sentence, head: int, comma: int) -> bool:
    """Whether what stands around a comma tells where: "Okafor, at a meeting in Bergen, Norway, said"."""
    joined = sentence.kind(head - 1) == Kind.CONJUNCTION
    if not joined and sentence.kind(head - 2) == sentence.kinds[comma]:
        return True
    held = sentence.kind(head - 2) in NOMINAL or (joined and head > 1)  # but "And Ann Doe, Democrat of Ohio, said"
    return held and sentence.kinds[comma + 1] == Kind.NAME and not (joined and is_person_noun(sentence.head(comma - 1)))


def _names(sentence: Sentence, k: int) -> bool:
    """Whether what a comma opens tells who somebody is, and not where he was: an apposition, a relative clause."""
    return sentence.kinds[k] in _NAMING or sentence.word(k) in {"of", "from", "by", "aged", "now", "then"}


def _described_by(sentence: Sentence, head: int, opener: int) -> bool:
    """Whether what stands behind a comma describes what stands before it: an age, or what has an article."""
    first = sentence.firsts[opener + 1]
    office = sentence.tags[sentence.firsts[head]] == Tag.DETERMINER and is_person_noun(sentence.head(opener - 1))
    behind, post = (is_post(sentence.word(k), sentence.head(k)) for k in (opener + 1, opener - 1))
    behind = behind and sentence.kinds[head] == Kind.NAME  # "Ann Doe, head of Acme"
    post = post and sentence.kind(head - 1) == Kind.COMMA and sentence.kinds[opener + 1] == Kind.NAME
    return sentence.tags[first] in _DESCRIBING or office or behind or post  # "Bo Roe, Head, Sales,"


_RELATED: Final = KINDS["relative that"]
_NAMING: Final = KINDS["nominal relative brackets"]
_TITLED: Final = TAGS["name determiner noun adjective"]
_LINKS: Final = KINDS["link"]
_DESCRIBING: Final = TAGS["determiner number"]


def _with_title(sentence: Sentence, start: int, low: int) -> int:
    """Step over a description in front: "The minister, John Smith" when the name alone was found."""
    front = _front(sentence, start, low) if sentence.tags[sentence.firsts[start]] in _TITLED else None
    if front is None or _is_of_several(sentence, front, start) or not _are_one(sentence, front, start):
        return start
    return front


def _front(sentence: Sentence, start: int, low: int) -> int | None:
    """Where the noun phrase before the comma in front of another begins, if that opens a clause."""
    if sentence.kind(start - 1) != Kind.COMMA or start - 1 <= low:
        return None
    front = _start(sentence, start - 1, low)
    if front is None or _TOWN.search(sentence.kinds, low, front):  # "in Reno, Nev., the mayor said"
        return None
    return front if front == low or sentence.kinds[front - 1] in _BEFORE_TITLE else None


def _is_of_several(sentence: Sentence, front: int, start: int) -> bool:
    """Whether one of two noun phrases with a comma between is of several: "The critics, Lind said, were wrong"."""
    if Kind.CONJUNCTION in sentence.kinds[start : start + 2]:
        return False
    return any(is_plural(sentence.head(k)) and sentence.kind(k) == Kind.COMMON for k in (front, start))


def _are_one(sentence: Sentence, front: int, start: int) -> bool:
    """Whether of two noun phrases with a comma between one is a name and the other says who that is."""
    tags, firsts = sentence.tags, sentence.firsts
    if sentence.kinds[front : start - 1] == _TOLD_OF:
        return False  # "said that her aunt “liked it”, Roe said"
    if sentence.kinds[front : start - 1] == Kind.NAME:  # "Nate Doe, the guru who founded it said"
        head = sentence.head(start)
        office = sentence.kind(start + 1) in _LINKS and not is_plural(head)  # "Ann Doe, head of works said"
        return (office or tags[firsts[start]] == Tag.DETERMINER) and is_person_noun(head)
    if tags[firsts[start]] != Tag.NAME or sentence.word(front) in WORDS.bare_determiners:
        return False
    owned = Tag.POSSESSIVE in tags[firsts[front] : firsts[start - 1]]
    return (owned or tags[firsts[front]] == Tag.DETERMINER) and is_person_noun(sentence.head(front))


#: Somebody of whom marks tell.
_TOLD_OF: Final = Kind.COMMON + Kind.MARKED
_BEFORE_TITLE: Final = KINDS["comma stop semicolon marked newline conjunction contrast dash that"]


def _with_list(sentence: Sentence, start: int, end: int, low: int) -> int:
    """Take in the names before the last of a list, and the town before its state: "Doe, Roe and others"."""
    kinds = sentence.kinds
    if sentence.tags[sentence.firsts[start]] != Tag.NAME:
        return start
    if Kind.CONJUNCTION in kinds[start:end]:
        listed = _LISTED.search(kinds, low, start)
        return _of_those_listed(sentence, start, low) if listed is None else listed.start()
    town = _front(sentence, start, low) if end - start == 1 else None
    located = town is not None and Kind.OF in kinds[town : start - 1] and kinds[start - 2] == Kind.NAME
    return town if town is not None and located else start


def _of_those_listed(sentence: Sentence, start: int, low: int) -> int:
    """Step over the first of a list to those whose it is: "officials from Voss, Oslo and Moss", "a note from ..."."""
    held = _HELD_LIST.search(sentence.kinds, low, start)
    if held is None or sentence.kind(held.start() - 1) in _GOVERNING:
        return start
    head = sentence.head(held.start())
    return held.start() if is_plural(head) or head in WORDS.papers else start


_HELD_LIST: Final = KINDS.pattern("<common> <link> (?: <name> , )+ $")
