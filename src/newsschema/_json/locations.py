"""Where things stand in a JSON text: values by their path, keys that are there twice, and the place where it breaks."""

import json
import re
from collections.abc import Iterable, Sequence
from math import inf, isinf
from typing import Any, Final, NamedTuple, TypeAlias

from attrs import define, field, frozen

from newsschema._model.errors import Code, Issue
from newsschema._model.issuelog import IssueLog
from newsschema._model.messages import format_value

Path: TypeAlias = tuple[str | int, ...]

# JSON as RFC 8259 has it. The possessive repeats never go back: linear time, and no stack.
_ESCAPE = r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})'
_CHARACTERS = rf'(?:[^"\\\x00-\x1f\ud800-\udfff]++|{_ESCAPE})*+'
_STRING = rf'"{_CHARACTERS}"'
_NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?"
_SPACE = r"[ \t\n\r]*+"
_value: Final = re.compile(rf"{_SPACE}({_STRING}|{_NUMBER}|true|false|null|\[{_SPACE}\]|{{{_SPACE}}}|[\[{{])")
_key: Final = re.compile(rf"{_SPACE}({_STRING})")
_colon: Final = re.compile(rf"{_SPACE}:")
_comma: Final = re.compile(rf"{_SPACE},")
_close: Final = {"{": re.compile(rf"{_SPACE}}}"), "[": re.compile(rf"{_SPACE}\]")}
_blank: Final = re.compile(_SPACE)
_DIGITS: Final = 4300  # what Python reads, as a default
_broken: Final = re.compile(rf'"{_CHARACTERS}(?!")')


class Place(NamedTuple):
    """Where a value stands: offsets in code points; the key's too, where it has one."""

    start: int
    end: int
    key: tuple[int, int] | None


class Repeat(NamedTuple):
    """A key that one object has several times, and where each begins."""

    path: Path
    starts: list[int]


@define
class _Wanted:
    """A value whose place is asked for, or that holds such."""

    inner: dict[str | int, "_Wanted"] = field(factory=dict[str | int, "_Wanted"])
    place: Place | None = None


@define
class _Open:
    """An object or a list whose end is still ahead."""

    name: str | int
    bracket: str
    wanted: _Wanted | None
    keys: dict[str, list[int]] = field(factory=dict[str, list[int]])
    count: int = 0


@frozen
class Located:
    """What was found in one JSON text.

    Attributes:
        repeats: Keys that one object has several times, in the order of the text.
        stop: Where reading stopped: the end of the text, or the first place that is no JSON.
    """

    _root: _Wanted
    repeats: tuple[Repeat, ...]
    stop: int

    def place(self, path: Path) -> Place:
        """The place of one of the values that were asked for, or of the innermost that is there and would hold it."""
        node = self._root
        place = node.place or Place(self.stop, self.stop, None)
        for step in path:
            node = node.inner[step]
            if node.place is None or not place.start <= node.place.start <= place.end:
                break  # not there; or only in an object that a later one of the same name has replaced
            place = node.place
        return place


def locate(text: str, paths: Iterable[Path] = (), depth: int = 1000, values: float = inf) -> Located:
    """Find values in a JSON text, in one pass, in memory that grows with what is asked for and with the depth.

    Args:
        text: JSON, or what should be.
        paths: Keys and indices from the root to each value.
        depth: How deeply lists and objects may nest; reading stops where one is deeper.
        values: How many there may be in lists and objects; reading stops at the first that is too many.
    """
    root = _Wanted()
    for path in paths:
        node = root
        for step in path:
            node = node.inner.setdefault(step, _Wanted())
    repeats: list[Repeat] = []
    stop = _blank.match(text, _walk(text, root, repeats, depth, values)).end()  # type: ignore[union-attr]  # it matches nothing too
    broken = _broken.match(text, stop)
    return Located(root, tuple(sorted(repeats, key=lambda repeat: repeat.starts[-1])), broken.end() if broken else stop)


def _walk(text: str, root: _Wanted, repeats: list[Repeat], depth: int, values: float) -> int:
    around: list[_Open] = []
    wanted: _Wanted | None = root
    name: str | int = ""
    key: tuple[int, int] | None = None
    at = 0
    while found := _value.match(text, at):
        start, end = found.span(1)
        opens = end == start + 1 and text[start] in _close
        too_much = values < 0 or (opens and len(around) == depth)
        if too_much or (text[start] in "-0123456789" and not _representable(found[1])):
            return start
        values -= 1
        at = end
        if wanted:
            wanted.place = Place(start, end, key)
        if opens:
            around.append(_Open(name, text[start], wanted))
        else:
            while around and (found := _close[around[-1].bracket].match(text, at)):
                at = found.end()
                _leave(around.pop(), around, at, repeats)
            if not around or not (found := _comma.match(text, at)):
                return at
            at = found.end()
        inside = around[-1]
        if inside.bracket == "[":
            name, key = inside.count, None
            inside.count += 1
        else:
            if not (found := _key.match(text, at)):
                return at
            word: str = json.loads(found[1])
            name, key = word, found.span(1)
            inside.keys.setdefault(word, []).append(key[0])
            if not (found := _colon.match(text, found.end())):
                return key[1]
            at = found.end()
        wanted = inside.wanted and inside.wanted.inner.get(name)
    return at


def _leave(ended: _Open, around: list[_Open], at: int, repeats: list[Repeat]) -> None:
    """Keep what is known of an object or a list when its end is reached."""
    if ended.wanted and ended.wanted.place:
        ended.wanted.place = ended.wanted.place._replace(end=at)
    for name, starts in ended.keys.items():
        if len(starts) > 1:
            path = (*(outer.name for outer in around), ended.name, name)[1:]
            repeats.append(Repeat(path, starts))


def _representable(number: str) -> bool:
    """Whether Python reads this number: an integer of not too many digits, or a fraction that does not overflow."""
    digits = number.lstrip("-")
    return len(digits) < _DIGITS if digits.isdigit() else not isinf(float(number))


class Lines:
    """The lines of a text, counted from one place to the next: in the order of the text each is passed once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._offset, self._line, self._begin = 0, 1, 0

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in code points."""
        if offset < self._offset:
            self._offset, self._line, self._begin = 0, 1, 0
        more = self._text.count("\n", self._offset, offset)
        if more:
            self._line += more
            self._begin = self._text.rindex("\n", self._offset, offset) + 1
        self._offset = offset
        return self._line, offset - self._begin + 1


class _RepeatedError(Exception):
    """An object has a key several times."""


def _unrepeated(pairs: list[tuple[str, Any]]) -> None:
    if len(dict(pairs)) < len(pairs):
        raise _RepeatedError


def repeated_keys(data: bytes | str, limit: int) -> tuple[Issue, ...]:
    """A fault for each key that one object has several times; decoders keep the last and are silent.

    Args:
        data: JSON; of what is none, nothing is said.
        limit: How many faults to name.
    """
    try:
        text = data if isinstance(data, str) else data.decode()
    except UnicodeDecodeError:
        return ()
    try:
        json.loads(text, object_pairs_hook=_unrepeated)  # in C, so that documents without such keys cost little
    except _RepeatedError:
        return _repeated(locate(text).repeats, text, limit)
    except (ValueError, RecursionError):
        pass
    return ()


def _repeated(repeats: Sequence[Repeat], text: str, limit: int) -> tuple[Issue, ...]:
    log, lines = IssueLog(limit), Lines(text)
    places = {
        at: lines.at(at) for at in sorted(at for repeat in repeats for at in (repeat.starts[0], repeat.starts[-1]))
    }
    for repeat in repeats:
        first, last = ("line {}, column {}".format(*places[at]) for at in (repeat.starts[0], repeat.starts[-1]))
        often = {2: "twice"}.get(len(repeat.starts), f"{len(repeat.starts)} times")
        key = format_value(repeat.path[-1])
        message = f"the key {key} is there {often}, first on {first}, last on {last}; only the last counts"
        log.add(Issue(Code.DUPLICATE_KEY, repeat.path, message))
    return log.all()
