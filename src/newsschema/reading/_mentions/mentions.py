"""What the words of one mention say: name, role and body, the kind of source, and how far it is named."""

from __future__ import annotations

from typing import Final

import attrs

from newsschema._model.enums import Anonymity, SourceKind
from newsschema.reading._lexicon.gazetteer import NAMES, Gender, is_person_noun, plain
from newsschema.reading._lexicon.tags import TAGS, Tag, until
from newsschema.reading._lexicon.words import WORDS
from newsschema.reading._mentions.descriptions import ACTING, Descriptions
from newsschema.reading._mentions.name_phrases import Found, NamePhrases
from newsschema.reading._mentions.readings import NamedReading, Reading, kind_of, without_article
from newsschema.reading._syntax.chunks import Range
from newsschema.reading._tagging.naming import MARKS, Name, Sort, is_common
from newsschema.reading._tagging.tokens import Tokens

#: What ends the noun phrase by which somebody is called: an apposition, a bracket or a relative clause follows.
_BREAK: Final = TAGS.pattern("<comma|open_bracket|dash|relative|that|open|close>")
#: The first offices of several: "chairman, chief executive and president Ann Doe".
_OFFICES: Final = TAGS.pattern("(?: <adjective|noun>{1,4} <comma> )+ (?= <adjective|noun|conjunction>+ <name> )")
#: A word or two in marks before a noun: "the “Heat” actor".
_QUALIFIED: Final = TAGS.pattern("<determiner> <adjective>* <open> <inside>{1,4} <close> (?= <noun|plural> )")
#: Words in marks for a noun, and what hangs on them: "the new “bar plot” of rates".
_CALLED: Final = TAGS.pattern("<determiner> <adjective>* <open> <inside>{1,4} <close> (?: <link> <nominal>+ )* $")
_FINITE: Final = TAGS["finite participle"]
#: Somebody who is told by what he does: "someone using the name of Bo Roe".
_DOING: Final = Tag.SUBJECT + Tag.ING
#: Offices that describe somebody behind a name: "Ann Doe, Director of Works".
_TITLES: Final = NAMES.offices | NAMES.trades
#: Between a name and what is said of it behind a comma.
_AGE: Final = TAGS.pattern("<number> (?:<adjective|noun>)? <comma> (?=<nominal>)")
_NAME_BEHIND: Final = TAGS.pattern(
    "<name> | <determiner>? <number|adverb>? <adjective|noun|name>{1,6} (?: <participle> <name>* )? <name> (?!<head>)"
)
#: One of several who are named one by one, what is said of him, and what joins the next to him.
_PERSON: Final = TAGS.pattern(
    "(?: (?: <determiner> (?: <adjective|noun|name>+ <possessive> )? | <name>+ <possessive> )"
    " <adjective|noun|name>{0,3} <noun> <comma> (?=<name>) )?"
    "(?: <determiner>? <adjective|noun|name>+ <possessive> )? <determiner>? <adjective|noun|plural|name>* <name>"
)
_SAID_OF: Final = TAGS.pattern("""
    (?: <open_bracket> <!close_bracket|newline>{1,6} <close_bracket> )?
    (?: <comma> (?: <number> | (?: <determiner> | <name>+ <possessive> ) <nominal|of>{1,8}
        | <noun|plural|adjective|of>{1,6} | <relative> <!comma|newline|open>{1,15} ) (?=<comma>) )?
""")
#: Others than the one who is named with them: "officials and Ann Doe", "the guild and Bo Roe".
_OTHERS_AND_NAME: Final = TAGS.pattern("""
    (?: <determiner> <adjective|noun|plural>* <noun|plural> | <adjective>* <plural> )
    (?P<joint> <conjunction> ) (?P<name> <determiner>? <name>+ )
""")
#: Words of an office or a body, which may have "and" in its name.
_OF_ONE: Final = NAMES.offices | NAMES.bodies | NAMES.body_parts
_ORIGIN: Final = TAGS.pattern("<link> <nominal>{1,6}")
_JOINT: Final = TAGS.pattern("<comma>? <conjunction> | <comma>")
_BEHIND_LIST: Final = TAGS["link comma relative"]
_LIST: Final = TAGS.pattern("(?: <comma> <nominal|of>{1,6} )* <comma>? <conjunction> <nominal|of>{1,6} $")
_PAUSE: Final = TAGS["comma dash"]
_NO_END: Final = TAGS["comma dash stop colon open_bracket adverb"]
_OPENS_OFFICE: Final = TAGS["determiner noun adjective plural"]
#: "In a statement", "at his briefing".
_OCCASION: Final = TAGS.pattern(
    "<preposition> <determiner> <adjective|noun|plural>* (?P<what> <noun> ) (?! <noun|plural> )"
)
_ANY: Final = WORDS.owners | {"a", "an"}
_BRACKETS: Final = TAGS.pattern("<open_bracket> <!close_bracket|newline>{1,6} <close_bracket>")
_JOINING: Final = TAGS["link"]
_HEADS: Final = TAGS["head"]
_LINK_TO_FIELD: Final = TAGS.pattern("<link> <nominal|comma>* $")
#: What a name behind a description of a kind stands for.
_OTHERS: Final = TAGS["name plural"]
_SORTS: Final = {SourceKind.PERSON: Sort.PERSON, SourceKind.ORGANISATION: Sort.BODY}
#: How many words a name with an article has that is a body's: "the Pentagon".
_SHORT: Final = 2
#: One of several who are told one by one.
_ORDINALS: Final = frozenset({"first", "second", "third", "fourth", "fifth", "last", "other"})
_GENDERS: Final = {"herself": Gender.WOMAN, "himself": Gender.MAN}
#: Behind a subject and before its verb.
_LATE: Final = WORDS.reflexive | {"both", "each", "first", "here", "last", "there"}


#: A body with its initials, before who is somebody there.
_HELD: Final = TAGS.pattern("<name> <open_bracket> <name> <close_bracket> (?= <noun|adjective>{0,3} <name> )")


class MentionReader:
    """Reads the mentions of one text."""

    def __init__(self, tokens: Tokens, outer: str) -> None:
        self.tokens = tokens
        self.outer = outer
        self.names = NamePhrases(tokens, outer)
        self.descriptions = Descriptions(tokens, outer, self.names)

    def read(self, first: int, after: int) -> Reading:
        """Take the words of a mention apart."""
        after = self._trimmed(first, after)
        first = self._behind_initials(first, after)
        whole = self._unnamed(first, after)
        if whole is not None:
            return attrs.evolve(whole, words=self.tokens.cut(first, after))
        opens = _OFFICES.match(self.outer, first, after) or _QUALIFIED.match(self.outer, first, after)
        low = opens.end() if opens else first
        end = self._office_end(low, after)
        firm = self.names.firm(low, after)
        found = self.names.find(low, until(ACTING, self.outer, low + 1, end)) if firm is None else firm
        if found is not None:
            return self._named(found, first, end, after)
        behind = self._name_behind(first, end, after) if end < after else None
        if behind is not None:
            return behind
        listed = _LIST.match(self.outer, end, after) is not None
        reading = self.descriptions.read(first, end)
        close = after if listed else self._whole_end(end, after)
        return reading if close == end else attrs.evolve(reading, words=self.tokens.cut(first, close))

    def _behind_initials(self, first: int, after: int) -> int:
        """Where what somebody is begins, behind a body and its initials: "the Norse Guild (NG) | head Ann Doe"."""
        found = _HELD.search(self.outer, first, after)
        return first if found is None else found.end()

    def with_gender(self, name: Name, after: int) -> Name:
        """A name of a man or a woman, as a word behind it tells: "Doe himself"."""
        gender = _GENDERS.get(self.tokens.lower[after])
        return name if gender is None or name.gender is not Gender.UNKNOWN else attrs.evolve(name, gender=gender)

    def _unnamed(self, first: int, after: int) -> Reading | None:
        """The reading of a mention whose name is not that of all who speak, without its words."""
        if _CALLED.match(self.outer, first, after) or self.outer.startswith(_DOING, first):
            return self.descriptions.read(first, after)
        joint = after if self._is_paired(first) else self._joint_before_name(first, after)
        if joint is None:
            return None
        return attrs.evolve(self.descriptions.read(first, joint), kind=SourceKind.GROUP, plural=True, role=None)

    def _is_paired(self, first: int) -> bool:
        """Whether "and" joins others to a pronoun: "he and Ms Doe"."""
        return self.outer[first : first + 2] == Tag.SUBJECT + Tag.CONJUNCTION

    def _joint_before_name(self, first: int, after: int) -> int | None:
        """Where "and" joins a name to others: "prosecutors and Mr Doe", but not "Women and Equalities Committee"."""
        found = _OTHERS_AND_NAME.fullmatch(self.outer, first, after)
        if found is None or self.tokens.lower[found.start("joint")] != "and":
            return None
        words = set(map(plain, self.tokens.lower[found.start("name") : after]))
        apart = self.outer[found.start("name")] == Tag.DETERMINER  # "officials and the BBC"
        several = self.outer[found.start("joint") - 1] == Tag.PLURAL and self._is_person(found.start("name"), after)
        return found.start("joint") if apart or several or words.isdisjoint(_OF_ONE) else None

    def _whole_end(self, end: int, after: int) -> int:
        """Where the words of a description end over a comma: "the report, by divers", "a man in Worcester, Texas"."""
        if end >= after or self.outer[end] != Tag.COMMA:
            return end
        if self.tokens.lower[end + 1] == "by":
            return after
        if self.outer[end + 1 : after].strip(",") == Tag.NUMBER:
            return end  # "lawyers for Ann Doe, 71"
        close = until(_BREAK, self.outer, end + 1, after)
        return close if self.names.is_region(end, end + 1, close) else end

    def _trimmed(self, first: int, after: int) -> int:
        """The end of a mention without stops, adverbs and the possessive: "Doe's claim", but "McDonald's said".

        A voice is somebody's: "the pilot's voice".
        """
        outer, lower = self.outer, self.tokens.lower
        if self._is_paired(first):
            return until(_BREAK, outer, first + 1, after)
        while after > first + 1 and (outer[after - 1] in _NO_END or lower[after - 1] in _LATE):
            if outer[first] == Tag.DETERMINER and after - first == _SHORT:
                break  # "the first", "the last"
            after -= 1
        after = self._before_occasion(first, after)
        after -= lower[after - 1] == "voice" and outer[after - 2] == Tag.POSSESSIVE
        owner = outer[after - 1] == Tag.POSSESSIVE and after > first + 1
        return after - (owner and outer[after] not in _FINITE)

    def _before_occasion(self, first: int, after: int) -> int:
        """Where a mention ends before the occasion on which one speaks: "Ann Doe | in a statement"."""
        found = _OCCASION.finditer(self.outer, first + 1, after)
        spoken = (one for one in found if self.tokens.lower[one.start("what")] in WORDS.occasions)
        return next((one.start() for one in spoken if self.tokens.lower[one.start() + 1] in _ANY), after)

    # --- with a name

    def _named(self, found: Found, first: int, end: int, after: int) -> NamedReading:
        """The reading of a mention with a name in its noun phrase, which ends before ``end``."""
        tokens, outer = self.tokens, self.outer
        name, low, high = found
        sort = self._sort(name, first, low, high)
        role, affiliation = self._before(first, low)
        if end < after and outer[end] == Tag.COMMA:
            office = self._office(end + 1, after)
            if office is not None:
                owner = self._owner(*office)
                called = without_article(tokens.cut(max(owner + 1, office[0]), office[1]))
                role = role if sort is Sort.PERSON and self._is_of_body(office) else called or role
                sort = self._sort_described(sort, office, joined=outer[high] in _JOINING)
                if owner > 0 and sort is Sort.PERSON:  # "Ann Doe, Acme's head of sales"
                    affiliation = affiliation or tokens.cut(office[0], owner)
            elif outer[end + 1] == Tag.NUMBER:
                sort = Sort.PERSON
        if affiliation is None:
            affiliation = self._body_behind(high, end)
        return NamedReading(
            tokens.cut(first, after),
            kind_of(sort),
            Anonymity.NAMED,
            tokens.lower[high - 1],
            name=name.of_sort(sort),
            called=tokens.cut(low, high),
            place=(low, high),
            definite=tokens.lower[first] in NAMES.definite,
            role=role or None,
            affiliation=affiliation or None,
            gender=name.gender or self.descriptions.gender(first, after),
        )

    def _body_behind(self, high: int, end: int) -> str | None:
        """The body that a preposition joins to a name: "Ann Doe of the guild"."""
        joined = high + 1 < end and self.outer[high] in _JOINING
        return without_article(self.tokens.cut(high + 1, end)) if joined else None

    def _before(self, first: int, low: int) -> tuple[str, str | None]:
        """The role and the owner before a name; a courtesy is no role."""
        outer, tokens = self.outer, self.tokens
        owner = self.names.owner(first, low)
        begin = max(first, owner + 1)
        low = self._behind_description(begin, low)
        joined = outer.rfind(Tag.CONJUNCTION, begin, low)
        field = _LINK_TO_FIELD.search(outer, begin, max(joined, begin))  # "Minister for Works and Ports Ann Doe"
        if joined > begin and outer[joined - 1] in _OTHERS and field is None:  # "Roe and CEO Ann Doe"
            begin = joined + 1
        role = without_article(tokens.cut(begin, low)) if low > begin else ""
        affiliation = without_article(tokens.cut(first, owner)) if first < owner else None
        return ("" if plain(role) in NAMES.courtesy else role), affiliation

    def _behind_description(self, first: int, low: int) -> int:
        """Where the words before a name end that describe its bearer: "a boy" in "a boy named Bo Roe"."""
        lower = self.tokens.lower
        while low > first and (lower[low - 1] in WORDS.naming or lower[low - 1] == "as" or lower[low - 1] in MARKS):
            low -= 1
        return low

    def _name_behind(self, first: int, end: int, after: int) -> NamedReading | None:
        """A name behind its description, which ends before ``end``: "the commander of the fleet, Ivan Petrov"."""
        found = self._found_behind(end, after)
        if found is None:
            return None
        owner = self.names.owning(first, end)
        owned = owner > first
        described = self.descriptions.read(owner + 1 if owned else first, end)
        titled = self.tokens.words[end + 1] in MARKS and self.tokens.lower[end - 1] != described.head
        called = self._is_somebodys(found, first, end, owned=owned) or self._is_of_one(described, first, owned=owned)
        if titled or not called:
            return None  # "a star of the show, “The Kiln”"
        sort = _SORTS.get(described.kind, found.name.sort)
        role = without_article(self.tokens.cut(owner + 1, end)) if owned else described.role
        return NamedReading(
            self.tokens.cut(first, after),
            kind_of(sort),
            Anonymity.NAMED,
            described.head,
            name=found.name.of_sort(sort),
            called=self.tokens.cut(found.low, found.high),
            place=(found.low, found.high),
            definite=True,
            role=role or None,
            affiliation=without_article(self.tokens.cut(first, owner)) if owned else described.affiliation,
            gender=found.name.gender or described.gender,
        )

    def _found_behind(self, end: int, after: int, *, near: bool = False) -> Found | None:
        """The name behind a comma or a dash, with an office before it where it is a person's."""
        outer = self.outer
        brackets = _BRACKETS.match(outer, end, after)  # "the head of the Potters' Guild (PG), Ann Doe"
        end = brackets.end() if brackets else end
        behind = end + 1
        if outer[end] not in _PAUSE:
            return None
        close = until(_BREAK, outer, behind, after)
        if not _NAME_BEHIND.match(outer, behind, after):
            return None if near else self._found_further(close, after)
        if Tag.CONJUNCTION in outer[behind:close] and outer[end - 1] == Tag.NAME:
            return None  # "the Department for the Environment, Food and Works"
        if self.names.is_region(end, behind, close):
            return None
        found = self.names.find(behind, close)
        told = found is not None and is_person_noun(self.tokens.lower[found.low - 1])  # "her ex, rapper D-Bo"
        if found is None or outer[behind] == Tag.NAME or found.name.sort.is_person or told:
            return found
        return found if self._is_body_noun(end - 1) else None  # "a local newspaper, the Voss Times"

    def _found_further(self, close: int, after: int) -> Found | None:
        """The person named behind another description: "one of the rebels, the mayor of Voss, Ann Doe"."""
        found = self._found_behind(close, after, near=True) if close < after else None
        return found if found is not None and found.name.sort.is_person else None

    def _is_body_noun(self, at: int) -> bool:
        """Whether a word is a noun for a body: "newspaper"."""
        return plain(self.tokens.lower[at]) in NAMES.bodies

    def _is_of_one(self, described: Reading, first: int, *, owned: bool) -> bool:
        """Whether a description is of somebody whom a name behind it may call: "the mayor", "her deputy", "one"."""
        opens = self.tokens.lower[first]
        if opens == "one" or (opens in {"a", "the"} and described.head in _ORDINALS):
            return True  # "One, Ann Doe, says", "the third, Ann Doe, says"
        body = opens in WORDS.articles and described.head in NAMES.bodies  # "a newspaper, the Voss Times"
        told = described.definite or owned or described.kind is SourceKind.PERSON or body
        return told and not described.plural

    def _is_somebodys(self, found: Found, first: int, end: int, *, owned: bool) -> bool:
        """Whether a person's name stands behind what he is to another, by any noun: "his opposite number, Ann Doe"."""
        another = owned or self.tokens.lower[first] in WORDS.owners
        return another and self.outer[end - 1] != Tag.PLURAL and found.name.sort.is_person

    def _office(self, first: int, after: int) -> Range | None:
        """The description behind a name and a comma, without an age before it and a clause after it."""
        age = _AGE.match(self.outer, first, after)
        first = age.end() if age else first
        titled = self.outer[first] == Tag.NAME and plain(self.tokens.words[first]) in _TITLES and first + 1 < after
        if first >= after or (self.outer[first] not in _OPENS_OFFICE and not titled and self._owner(first, after) < 0):
            return None
        return first, self._office_end(first, after)

    def _is_of_body(self, office: Range) -> bool:
        """Whether a description is rather that of the body before it: "Ann Doe of Acme, a research firm"."""
        head = self.descriptions.head(*office)
        return head in NAMES.bodies and not is_person_noun(head)

    def _office_end(self, first: int, after: int) -> int:
        """Where a description ends, over the titles of works in it: "the producer of “Kilns” and of two films"."""
        end = until(_BREAK, self.outer, first + 1, after)
        while end < after and self.outer[end] == Tag.OPEN and self.outer[end - 1] in _JOINING:
            end = until(_BREAK, self.outer, self.outer.find(Tag.CLOSE, end, after) + 1 or after, after)
        return end

    def _owner(self, first: int, after: int) -> int:
        """The possessive of a name that owns an office: "Al Jazeera's manager"; -1 where none does."""
        end = first
        while end < after and self.outer[end] == Tag.NAME:
            end += 1
        return end if first < end < after - 1 and self.outer[end] == Tag.POSSESSIVE else -1

    def _sort(self, name: Name, first: int, low: int, high: int) -> Sort:
        """What a name stands for, by the words before it: "the militant group Dawn", "baker Bo Roe", "the Pentagon"."""
        if low > first and self._is_periodical(low):
            return Sort.BODY
        if low == first or name.sort is Sort.PERSON or name.sort.is_body:
            return name.sort
        low = self._behind_description(first, low)
        before = plain(self.tokens.lower[low - 1])
        if self.outer[low - 1] in _HEADS:
            if is_person_noun(before) or before in NAMES.offices:
                return Sort.PERSON
            return Sort.BODY if before in NAMES.bodies else name.sort
        return Sort.BODY if high - low <= _SHORT and self.is_made_body(name, low, high) else name.sort

    def _is_periodical(self, low: int) -> bool:
        """Whether the noun before a name says that it comes out or is on the air: "the newspaper Jo de Lind"."""
        return self.tokens.lower[low - 1] in NAMES.periodicals

    def is_made_body(self, name: Name, low: int, high: int) -> bool:
        """Whether what is before a name that may be anything's shows that it is a body's: "the Norr Sild said"."""
        if self.outer[low - 1 : low] != Tag.DETERMINER:
            return low > 0 and self._is_periodical(low)
        alone = self.tokens.lower[low - 1] == "the" and self.outer[high] not in _HEADS  # but "the Roe Holt case"
        spelt = len(name.parts) == 1 or not self.tokens.cut(low, high).isupper()
        return name.sort is Sort.UNSURE or (name.sort is Sort.LIKELY_PERSON and spelt and alone)

    def _sort_described(self, sort: Sort, office: Range, *, joined: bool) -> Sort:
        """What a name stands for, by the description behind it: "Xinhua, the state news agency".

        Of what is ``joined`` to the name that may tell instead: "Doe of Acme, a bank".
        """
        head = self.descriptions.head(*office)
        if sort is Sort.PERSON:
            return sort
        if is_person_noun(head):
            return Sort.PERSON
        return Sort.BODY if head in NAMES.bodies and not joined else sort

    def _members(self, first: int, after: int) -> list[Range]:
        """Those who are named one by one at the start of a mention, the last behind "and", unless "&" joins them."""
        outer, found, joint, end = self.outer, list[Range](), "", first
        if outer.find(Tag.CONJUNCTION, first, after) < 0:
            return found
        while person := _PERSON.match(outer, end, after):
            low, high = person.span()
            high = self.names.joint_end(self.names.run_back(low, high), high) or high
            found.append((low, high))
            end = self._behind_person(low, high, after)
            joined = None if Tag.CONJUNCTION in joint else _JOINT.match(outer, end, after)
            if joined is None:
                break
            joint, end = joined[0], joined.end()
        whole = Tag.CONJUNCTION in joint and (end == after or outer[end] in _BEHIND_LIST)
        return found if whole and "&" not in self.tokens.words[first:end] else []

    def _behind_person(self, first: int, end: int, after: int) -> int:
        """Where what is said of one of several ends: "of Voss", "(40)", ", her deputy"."""
        origin = _ORIGIN.match(self.outer, end, after)
        if origin is not None and self._is_person(first, end):
            end = origin.end()
        said_of = _SAID_OF.match(self.outer, end, after)
        return said_of.end() if said_of else end

    def several(self, first: int, after: int) -> list[NamedReading] | None:
        """Persons or bodies who are named one by one and speak as one: "Ann Doe and Bo Roe"."""
        first += self.tokens.lower[first] == "both"
        found = [self.read(*member) for member in self._members(first, after)]
        named = [one for one in found if isinstance(one, NamedReading)]
        whole = found and len(named) == len(found) and not any(map(self._is_cut, named))
        return named if whole and not self._is_body(named) else None

    def _is_body(self, named: list[NamedReading]) -> bool:
        """Whether two are rather one body: "Customs and Border Protection"."""
        first, after = named[0].place
        body = named[-1].name
        return after - first == 1 and body.sort is Sort.BODY and self.names.is_matter(first, body.parts[-1])

    def _is_person(self, first: int, after: int) -> bool:
        """Whether a noun phrase is a person's name, with an office or none."""
        found = self.names.find(first, after)
        return found is not None and found.name.sort.is_person

    def _is_cut(self, reading: NamedReading) -> bool:
        """Whether a name is rather the first part of a body's: "National Search" of "National Search and Rescue"."""
        words = self.tokens.words[slice(*reading.place)] if reading.name.sort is Sort.LIKELY_PERSON else ()
        return any(is_common(word, plain(word)) for word in words)
