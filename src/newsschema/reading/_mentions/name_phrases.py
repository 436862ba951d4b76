"""Names in noun phrases: which capitalised words are the name, and what "of" and "'s" join to it."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsschema.reading._lexicon.gazetteer import (
    NAMES,
    NATIONS,
    STATES,
    Gender,
    is_given,
    is_listed_person,
    is_person_noun,
    is_plural,
    is_townsman,
    plain,
)
from newsschema.reading._lexicon.tags import TAGS, Tag
from newsschema.reading._lexicon.words import WORDS, known_tags
from newsschema.reading._mentions.lone_words import LoneWords, are_people, is_word
from newsschema.reading._syntax.chunks import Range, np_left
from newsschema.reading._tagging.made_names import is_initials
from newsschema.reading._tagging.naming import (
    MARKS,
    Name,
    Sort,
    find_name,
    is_common,
    is_held_with_article,
)
from newsschema.reading._tagging.tagging import tag_word
from newsschema.reading._tagging.tokens import Tokens

_LINK: Final = TAGS.pattern("<link|to>")
_LINKS: Final = TAGS["link"]
_FIRM: Final = TAGS.pattern("<name> (?: <comma> <name> )+ <comma>? <conjunction> <name>")
#: What an office has before the last of its fields: "Minister of", "Minister for Works and the".
_GOVERNED: Final = TAGS.pattern("""
    <head> <link>
    (?: (?: <determiner>? <name>+ <comma> )* <determiner>? <name>+ <comma>? <conjunction> )? <determiner>? $
""")
#: Behind a name with nothing that it owns.
_UNOWNED: Final = TAGS["past third participle auxiliary"]
#: What somebody does who is named, behind the name: a verb, or a colon.
_ACTS: Final = TAGS["verbal colon comma"]
_VERBAL: Final = TAGS["verbal auxiliary"]
_OPENS: Final = TAGS["end open colon dash semicolon"]
_OWNING: Final = TAGS["possessive single"]
_HEADS: Final = TAGS["head"]
#: What stands before somebody who is not named.
_ANY: Final = TAGS["determiner number"]
_GOVERNING: Final = frozenset({"ministry", "department", "government"})
#: How many words the name of a body may have.
_LONG: Final = 10
#: What joins the words of a name of a body: before a noun that has them, and inside what follows it.
_JOINING: Final = frozenset({"of", "for", "on", "in"})
_WITHIN: Final = frozenset({"of", "for", "the", "and", "&", "in", "on"})
#: What stands before the first word of a body's name, and before no person's.
_LEADING: Final = TAGS["determiner possessive"]
_PUBLIC: Final = NAMES.public_bodies | NAMES.bodies_called["agency"]
_NO_MATTERS: Final = NAMES.parties | NAMES.bodies | NAMES.offices
_BODY_PARTS: Final = NAMES.body_parts | NAMES.public_bodies
_TWO: Final = 2
_QUALIFYING: Final = TAGS["adjective participle"]
_INDEFINITE: Final = frozenset({"a", "an"})
#: "Bread Across Borders".
_OVER: Final = frozenset({"across", "beyond", "without"})
_CAMPAIGNING: Final = frozenset({"against", "for", "without"})
_NUMBERED_NAME: Final = Tag.NUMBER + Tag.NAME
#: Names of governments with a number in them: "No 10".
_NUMBERED: Final = frozenset(name for name in NAMES.government_names if name[-1].isdigit())


class Found(NamedTuple):
    """A name and its tokens, from ``low`` to before ``high``."""

    name: Name
    low: int
    high: int


class NamePhrases:
    """Finds the names in the noun phrases of one text."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        self.lone = LoneWords(tokens, outer)

    def named_from(self, first: int, after: int) -> Found | None:
        """The name in a run of capitalised words, with what "of", "for" or a possessive joins to it."""
        joined = self._joined(first, after)
        if joined is not None:
            return joined
        end = self._run(first, len(self.tokens.words)) if self.tokens.lower[after] == "&" else after
        opens = first == 0 or self.outer[first - 1] in _OPENS
        if are_people(self.tokens.words[first:end]) or (opens and self.tokens.lower[first] == "born"):
            return None  # "Born Ann Doe in 1950, she"
        if end - first == 1:
            if self.lone.is_common(first, opens=opens) or self._is_numbered(first):
                return None
        elif opens:
            first = self._behind_opening(first, end)
        name = self._named(first, end)
        return None if name is None else _without_honours(Found(name, first + name.first, end))

    def _is_numbered(self, at: int) -> bool:
        """Whether a number tells which paper a word means: "Article 40"."""
        return self.outer[at + 1] == Tag.NUMBER and plain(self.tokens.words[at]) in NAMES.papers

    def _joined(self, first: int, after: int) -> Found | None:
        """A name that a run of capitalised words makes with what stands around it."""
        outer, words = self.outer, self.tokens.words
        follows = self.tokens.lower[after]
        if outer[after] in _OWNING and outer[after + 1] == Tag.NAME:
            return self._possessed(first, after, self._run(after + 1, len(words)))
        lead = first - 1 - (outer[first - 1] == Tag.DETERMINER)
        campaign = after if self._is_campaign(after) else lead
        if self._is_campaign(campaign):
            return self._campaign(campaign, len(words))
        if follows in {"of", "for"} and plain(words[after - 1]) in NAMES.bodies_of:
            end = self._of_end(after, len(words))
            return self._body_of(first, after, end) if end > after + 1 else None
        joint = self.joint_end(first, after)
        if joint is not None:
            return self._whole_body(first, joint)
        governed = _GOVERNED.search(outer, max(0, first - _LONG), first)
        if governed is not None and plain(words[governed.start()]) in NAMES.offices:
            return self._after_office(governed.start() + 1, after, capital=words[governed.start()][0].isupper())
        if outer[after] in _ACTS and self._is_within(first):
            return self._person_behind(first, after)
        return None

    def _is_within(self, first: int) -> bool:
        """Whether capitalised words tell where somebody is who is named behind: "a baker at | Acme Foods Jo Lind"."""
        if not first or self.outer[first - 1] != Tag.PREPOSITION:
            return False
        before = map(plain, self.tokens.words[np_left(self.outer, first - 1, max(0, first - _LONG)) : first - 1])
        return any(word in NAMES.offices or is_person_noun(word) for word in before)

    def joint_end(self, first: int, after: int) -> int | None:
        """Where the name of a body ends that has "and" behind its first word: "Customs and Border Protection"."""
        if after - first != 1 or self.tokens.lower[after] != "and" or self.outer[after + 1] != Tag.NAME:
            return None
        end = self._run(after + 1, len(self.tokens.words))
        return end if self.is_matter(first, plain(self.tokens.words[end - 1])) else None

    def is_matter(self, at: int, body: str) -> bool:
        """Whether a capitalised word names what a body deals with: "Customs", "the Clay and Kilns Authority"."""
        word, low = self.tokens.words[at], plain(self.tokens.words[at])
        if body not in _BODY_PARTS or low in _NO_MATTERS or is_initials(word):
            return False
        led = body in _PUBLIC and self.outer[at - 1 : at] in _LEADING
        return is_common(word, low) or (led and self._may_be_matter(word, low))

    def _may_be_matter(self, word: str, low: str) -> bool:
        """Whether a capitalised word is no name that anything has by a list."""
        listed = self.lone.is_known(word, low) or is_given(word) or word in NATIONS
        return not listed and low not in NAMES.body_parts and low not in NAMES.places

    # --- noun phrases

    def find(self, first: int, end: int) -> Found | None:
        """The name in a noun phrase, and where it stands."""
        known = self._known_body(first, end)
        if known is not None:
            return known
        owner = self.owning(first, end)
        if owner == end - 1 and self.outer[end] in _UNOWNED and first == self.run_back(first, owner):
            return self._whole_body(first, end)  # "Fortnum's said"
        if first < owner < end - 1:
            return self._possessed(first, owner, end) or self._plain(owner + 1, end, opens=False)
        return self._plain(first, end, opens=first == 0 or self.outer[first - 1] in _OPENS)

    def firm(self, first: int, after: int) -> Found | None:
        """A firm that is called by the names of several: "Roe, Berg & Lund"."""
        firm = _FIRM.match(self.outer, first, after)
        if firm is None or self.tokens.words[firm.end() - 2] != "&":
            return None
        return self._whole_body(first, firm.end())

    def _known_body(self, first: int, end: int) -> Found | None:
        """A body that a list has, of several words: "Lloyd's of London", "McDonald's"."""
        low = self.tokens.lower
        first += self.outer[first] == Tag.DETERMINER and end - first > 1 and low[first] != "no"  # but "No 10"
        called = plain(self.tokens.cut(first, end))
        if end - first < _TWO or called not in NAMES.known_bodies | _NUMBERED:
            return None
        return self._whole_body(first, end, Sort.GOVERNMENT if called in _NUMBERED else Sort.BODY)

    def _whole_body(self, first: int, end: int, sort: Sort = Sort.BODY) -> Found:
        """All the words between two tokens as the name of a body."""
        parts = tuple(map(plain, self.tokens.words[first:end]))
        return Found(Name(0, end - first, sort, Gender.UNKNOWN, parts), first, end)

    def _plain(self, first: int, end: int, *, opens: bool) -> Found | None:
        """The name in a noun phrase without an owner."""
        end -= self.outer[end - 1] == Tag.POSSESSIVE
        link = _LINK.search(self.outer, first + 1, end)
        if link is None:
            return self._last(first, end, opens=opens)
        join = link.start()
        word = plain(self.tokens.words[join - 1])
        capital = self.outer[join - 1] == Tag.NAME
        if self._is_campaign(join):
            return self._campaign(join, end)
        if capital and word in NAMES.bodies_of and self.tokens.lower[join] in _JOINING:
            return self._body_of(first, join, end)
        held = word in NAMES.offices and not self._ends_name(join - 1)
        if held or (not capital and is_person_noun(word)):
            return self._after_office(join, end, capital=self.tokens.words[join - 1][0].isupper())
        return self._last(first, join, opens=opens) if capital else None

    def _last(self, first: int, end: int, *, opens: bool) -> Found | None:
        """The name that ends a noun phrase, without the offices before it."""
        start, end = self._between_marks(self.run_back(first, end), end)
        opens = opens and start == first
        if start == end or self._is_nobody(first, start, end, opens=opens):
            return None
        if opens:
            start = self._behind_opening(start, end)
        name = self._named(start, end)
        if name is None:
            return None
        body = name.sort is Sort.BODY or name.parts[-1] in NAMES.body_parts  # "Agder Fire and Rescue"
        if body and name.first == 0 and self._is_joined(first, start, end):
            return self._whole_body(first + (self.outer[first] == Tag.DETERMINER), end)
        low = start + name.first
        lettered = len(name.parts) == len(name.parts[0]) == 1 and first < low and self.outer[low - 1] in _HEADS
        return self._whole_body(low - 1, end, Sort.PERSON) if lettered else _without_honours(Found(name, low, end))

    def _ends_name(self, at: int) -> bool:
        """Whether an office is rather somebody's surname, behind his given name or an initial: "Peter T. King of"."""
        words = self.tokens.words
        before = words[at - 1] if at and self.outer[at - 1] == Tag.NAME else ""
        initial = len(before.rstrip(".")) == 1
        return plain(words[at]) in NAMES.surnames and (initial or (is_given(before) and words[at][0].isupper()))

    def _between_marks(self, start: int, end: int) -> Range:
        """Capitalised words without the marks around them: "known as “Biscuit”"."""
        words = self.tokens.words
        marked = end - start > _TWO and words[start] in MARKS and words[end - 1] in MARKS
        return start + marked, end - marked

    def _is_nobody(self, first: int, start: int, end: int, *, opens: bool) -> bool:
        """Whether capitalised words are none's name: a common noun, or of a party: "one senior Tory", "one Norr MP"."""
        if (end - start == 1 and self.lone.is_common(start, opens=opens)) or are_people(self.tokens.words[start:end]):
            return True
        if end - start == 1 and self.is_family(start):
            return True
        *named, last = self.tokens.words[start:end]
        seat = plain(last) in NAMES.seats and not any(map(is_given, named))  # but "the Hon Bo Roe MP"
        return (seat or plain(last) in NAMES.members) and self.outer[first] in _ANY and first < start

    def is_family(self, at: int) -> bool:
        """Whether a word is the plural of somebody's surname: "the Does", where Ann Doe is named."""
        low = plain(self.tokens.words[at])
        named = self.outer[at] == Tag.NAME and self.tokens.lower[at - 1] == "the" and low.endswith("s")
        return named and not self.lone.is_surname(low) and self.lone.is_surname(low[:-1])

    def _is_joined(self, first: int, start: int, end: int) -> bool:
        """Whether all before a name is a name that "and" joins to it: "Devon and Cornwall Police"."""
        if self.outer[first] == Tag.DETERMINER:  # "the Clay and Kilns Authority"
            return self.joint_end(first + 1, start - 1) == end
        joined = self.outer[start - 1] == Tag.CONJUNCTION
        return joined and first == self.run_back(first, start - 1) < start - 1

    def _possessed(self, first: int, owner: int, end: int) -> Found | None:
        """A body whose name has a possessive in it: "People's Daily", but not "Norway's Labour Party"."""
        start = first + (self.outer[first] == Tag.DETERMINER)
        lead, words = self.tokens.words[start:owner], self.tokens.words
        if self._run(start, owner) != owner or self._end_of_body(owner + 1, end) != end:
            return None
        if not lead or " ".join(lead) in NATIONS or self._is_persons(owner + 1, end):
            return None
        part = plain(words[owner + 1]) in NAMES.body_parts
        known = plain(self.tokens.cut(start, owner + 1)) in NAMES.known_bodies  # "Lloyd's Register"
        return self._whole_body(start, end) if known or _is_one_name(lead, part=part) else None

    def _end_of_body(self, first: int, end: int) -> int:
        """The end of a run of capitalised words, with what "of" or "for" joins to a body: "Office for Works"."""
        run = self._run(first, end)
        joins = first < run < end and self.tokens.lower[run] in {"of", "for"}
        return self._of_end(run, end) if joins and plain(self.tokens.words[run - 1]) in NAMES.bodies_of else run

    def _is_persons(self, first: int, end: int) -> bool:
        """Whether capitalised words are a person's name, with an office or none: "Commissioner Ann Doe"."""
        words = self.tokens.words
        name = find_name(words[first:end])
        return is_given(words[first]) or (name is not None and name.sort is Sort.PERSON)

    # --- bodies and offices with "of"

    def _body_of(self, first: int, join: int, end: int) -> Found | None:
        """A body called "... of ...": "Department of Works", and a person named behind it."""
        after = self._of_end(join, end)
        if after == join + 1:
            return None
        named = self._person_behind(join + 1, end)
        if named is not None:
            return named
        last = self.tokens.lower[after] if after == end - 1 else ""
        if self._is_of_body(last, first):
            return None
        start, begin = self.run_back(first, join), first + (self.outer[first] == Tag.DETERMINER)
        start = begin if self.joint_end(begin, start - 1) == join else start
        words = self.tokens.lower[start:after]
        governs = self.tokens.lower[join - 1] in _GOVERNING and "police" not in words
        return self._whole_body(start, after, Sort.GOVERNMENT if governs else Sort.BODY)

    def _is_of_body(self, noun: str, first: int) -> bool:
        """Whether a noun behind a body is what speaks: "the Office for Works aide", "an Office for Works panel"."""
        of_many = noun in NAMES.bodies and self.tokens.lower[first] in _INDEFINITE
        return is_person_noun(noun) or noun in NAMES.papers or of_many

    def _is_campaign(self, join: int) -> bool:
        """Whether people with a capital stand for or against something by their name: "Citizens for Clean Rivers"."""
        aim = join + 1 + (self.outer[join + 1] == Tag.DETERMINER)
        if self.tokens.lower[aim] == "borders" and self.tokens.lower[join] in _OVER:
            return join > 0 and self.tokens.tags[join - 1] == Tag.NAME and self.outer[aim] == Tag.NAME
        people = self.tokens.words[join - 1] if join > 0 and self.tokens.lower[join] in _CAMPAIGNING else ""
        return people[:1].isupper() and people.lower() in NAMES.campaigners and self.outer[aim] == Tag.NAME

    def _campaign(self, join: int, end: int) -> Found | None:
        """The body that campaigns by a name with "for" or "against" at a token."""
        after = self._of_end(join, end)
        return self._whole_body(min(join - 1, self.run_back(0, join)), after) if after > join + 1 else None

    def _of_end(self, join: int, end: int) -> int:
        """Where the name of a body ends whose "of" stands at a token: over capitalised words, "and", "of" and "the"."""
        k = join + 1
        while k < end and (self.outer[k] == Tag.NAME or (k - join < _LONG and self._goes_on(k, end))):
            k += 1
        return k

    def _goes_on(self, k: int, end: int) -> bool:
        """Whether a small word or a number stands before another word of the name of a body: "the 4th Circuit"."""
        if self.outer[k] == Tag.NUMBER:
            return k + 1 < end and self.outer[k + 1] == Tag.NAME
        ahead = k + 1 + (self.outer[k + 1] == Tag.DETERMINER)
        goes_on = self.outer[ahead] == Tag.NAME or self.outer[ahead : ahead + 2] == _NUMBERED_NAME
        return self.tokens.lower[k] in _WITHIN and ahead < end and goes_on

    def _after_office(self, join: int, end: int, *, capital: bool) -> Found | None:
        """A name behind an office with "of": "Minister of Fisheries Ines Okafor", "head of research Jo Lind"."""
        named = self._person_behind(join + 1, end)
        if named is not None or not capital or self._of_end(join, end) < end:
            return named
        words = self.tokens.words
        first = k = self.run_back(join + 1, end)  # "Minister of State for Works Zebedi Roe"
        while k < end and is_common(words[k], plain(words[k])):
            k += 1
        behind = self.outer[end : end + 2] == f"{Tag.COMMA}{Tag.NAME}"  # "MEC for Works and Roads, Jo Lind"
        if behind or not first < k < end - 1:  # else "Chief of Staff Zebedi Roe"
            if not self._ends_with_surname(join, end):
                return None
            k = end - 1  # "Minister of Whales Okafor", where the text has her whole name
        return Found(Name(0, end - k, Sort.PERSON, Gender.UNKNOWN, tuple(map(plain, words[k:end]))), k, end)

    def _ends_with_surname(self, join: int, end: int) -> bool:
        """Whether a surname ends what an office has behind "of", and no field of it does: "for Traditional Affairs"."""
        words, last = self.tokens.words, plain(self.tokens.words[end - 1])
        governed = is_given(words[end - 2]) or is_plural(plain(words[join - 1]))  # "Lawyers for Ann Doe"
        if governed or end <= join + _TWO or is_common(words[end - 1], last):
            return False
        return self.lone.is_surname(last)

    def _person_behind(self, first: int, end: int) -> Found | None:
        """A given name and a surname that end what stands behind "of" or "for", and are not governed by it."""
        start = max(self.run_back(first, end), first + 1)
        for k in range(start, end - 1):
            named = is_given(self.tokens.words[k]) or self.tokens.cut(start, k) in STATES  # "Britain Liu Xiaming"
            named = named or (self.outer[k - 1] == Tag.NOUN and is_person_noun(self.tokens.lower[k - 1]))
            if named and self.outer[k - 1] in _HEADS and not self._is_titled(first, k):
                name = find_name(self.tokens.words[k:end])
                if name is not None and name.sort.is_person:
                    return Found(name.of_sort(Sort.PERSON), k + name.first, end)
        return None

    def _is_titled(self, first: int, k: int) -> bool:
        """Whether the one word between "for" and a name is his title: "a lawyer for Mayor | Ann Doe"."""
        title = plain(self.tokens.words[first])
        held = title in NAMES.offices or (self.outer[first] == Tag.NOUN and is_person_noun(title))
        return k == first + 1 and self.tokens.lower[first - 1] == "for" and held

    # --- runs of capitalised words

    def _named(self, first: int, end: int) -> Name | None:
        """The name in capitalised words; an office alone is one where it is a surname in this text: "King"."""
        if self.outer[first - 1] == Tag.DETERMINER and self._is_described(first, end):
            return None
        name = find_name(self.tokens.words[first:end])
        if name is not None or end - first > 1:
            return name
        low = plain(self.tokens.words[first])
        if self.lone.is_surname(low):
            return Name(0, 1, Sort.PERSON, Gender.UNKNOWN, (low,))
        alone = self.lone.opens_body(low) and self.outer[first - 1] != Tag.DETERMINER  # but "an American"
        return Name(0, 1, Sort.BODY, Gender.UNKNOWN, (low,)) if alone else None

    def _is_described(self, first: int, end: int) -> bool:
        """Whether capitalised words with an article only say what somebody is: "the Leeds MP", "a Marine"."""
        low = plain(self.tokens.words[first])
        if end - first == 1 and self.tokens.lower[first - 1] in _INDEFINITE:
            return low in NAMES.members or is_listed_person(low)
        if end - first == 1 and is_townsman(low) and not self.lone.is_surname(low):
            return True
        return self.outer[end] not in _HEADS and is_held_with_article(self.tokens.words[first:end])

    def inside(self, first: int, after: int) -> Found | None:
        """The name in a run of capitalised words between marks."""
        before = self.tokens.tags[first - 1]
        if before in _OPENS or before == Tag.STRAIGHT:
            first = self._behind_opening(first, after)
        name = find_name(self.tokens.words[first:after])
        return None if name is None else Found(name, first + name.first, after)

    def _behind_opening(self, first: int, after: int) -> int:
        """Where a name begins behind a word with a capital from the sentence: "Ask Ines Okafor", "Enter Acme"."""
        words = self.tokens.words
        presents = self.tokens.lower[first] in WORDS.presenting and self.outer[after] not in _VERBAL
        if after - first > 1 and (presents or self._are_several(first, after) or self._is_qualified(first, after)):
            return first + 1
        whole = first + 1  # "Unseeded Norwegian Jo Lind"
        while whole < after - _TWO and plain(words[whole]) in NAMES.origins:
            whole += 1
        if after - whole < _TWO or is_given(words[first]) or not is_given(words[whole]):
            return first
        return first + is_word(plain(words[first]))

    def _is_qualified(self, first: int, after: int) -> bool:
        """Whether a sentence opens with how one is whose first name the text has told: "Furious Ines"."""
        words = self.tokens.words
        named = after - first == _TWO and is_given(words[first + 1]) and not is_given(words[first])
        told = named and self.lone.is_first_name(plain(words[first + 1]))
        return told and tag_word(plain(words[first])) in _QUALIFYING

    def _are_several(self, first: int, after: int) -> bool:
        """Whether a sentence opens with what two are who are named by their given names: "Brothers Al and Bo Roe"."""
        low = plain(self.tokens.words[first])
        several = after - first == _TWO and is_plural(low) and is_listed_person(low)
        return several and is_given(self.tokens.words[first + 1]) and self.outer[after] == Tag.CONJUNCTION

    def _run(self, first: int, end: int) -> int:
        """The end of a run of capitalised words, over "&"."""
        k = first
        while k < end and (
            self.outer[k] == Tag.NAME
            or (first < k < end - 1 and self.tokens.words[k] == "&" and self.outer[k + 1] == Tag.NAME)
        ):
            k += 1
        return k

    def run_back(self, first: int, end: int) -> int:
        """The start of a run of capitalised words that ends before a token, over "&"."""
        k = end
        while k > first and (
            self.outer[k - 1] == Tag.NAME
            or (first < k - 1 and k < end and self.tokens.words[k - 1] == "&" and self.outer[k - 2] == Tag.NAME)
        ):
            k -= 1
        return k

    def owner(self, first: int, end: int) -> int:
        """The last possessive ending in a noun phrase, or -1; an apostrophe alone may be one."""
        return max(self.outer.rfind(Tag.POSSESSIVE, first, end), self.outer.rfind(Tag.SINGLE, first + 1, end))

    def owning(self, first: int, end: int) -> int:
        """The possessive that owns the noun of a phrase, or -1: "the bank's", "Bank of Voss's", but not "of Voss's"."""
        owner = self.owner(first, end)
        link = _LINK.search(self.outer, first + 1, end)
        if link is None or owner < link.start():
            return owner
        join = link.start()
        body = plain(self.tokens.words[join - 1]) in NAMES.bodies_of or self._is_campaign(join)
        return owner if body and self._of_end(join, end) == owner else -1

    def is_region(self, end: int, first: int, after: int) -> bool:
        """Whether a name tells where the place is that ends before it: "a man in Worcester, Massachusetts,"."""
        town = self.run_back(0, end)
        before = self.outer[town - 1]
        if town == end or before not in _LINKS:
            return False
        name = self.tokens.cut(first, after)
        known = name in NATIONS or plain(name) in NAMES.places
        return known or (before == Tag.PREPOSITION and after - first == 1)


def _without_honours(found: Found) -> Found:
    """A name without what its bearer earned: "Jo Lind" of "Jo Lind KC"."""
    name, low, high = found
    if name.parts[-1] not in NAMES.honours:
        return found
    count = next((k for k, part in enumerate(reversed(name.parts)) if part not in NAMES.honours), len(name.parts))
    if len(name.parts) - count < _TWO:  # "Lind KC", "QC"
        return found
    last, parts = name.last - count, name.parts[:-count]
    return Found(Name(name.first, last, name.sort, name.gender, parts), low, high - count)


def _is_one_name(lead: tuple[str, ...], *, part: bool) -> bool:
    """Whether what owns a name is a part of it; ``part`` says that a word of bodies follows: "Sheriff's Office"."""
    holder = plain(lead[-1])
    people, common = _owns_name(holder)
    held = part and (holder in NAMES.offices or is_person_noun(holder))
    saint = len(lead) == _TWO and plain(lead[0]) in _SAINTS
    return people or held or (len(lead) == 1 and (common or part)) or (saint and part)


_SAINTS: Final = frozenset({"saint", "st"})


def _owns_name(word: str) -> tuple[bool, bool]:
    """Whether the owner within a name is many people, and whether it is any common word: "Women's Guild"."""
    people = word in NAMES.plurals or (is_plural(word) and is_listed_person(word))
    return people, people or word in known_tags() or is_person_noun(word)
