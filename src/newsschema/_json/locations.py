"""Where things stand in a JSON text: values by their path, keys that are there twice, and the place where it breaks."""

import json
import re
from collections.abc import Iterable, Sequence
from math import inf, isinf
from typing import Any, Final, NamedTuple

from attrs import define, field, frozen

from newsschema._model.errors import Code, Issue, Path
from newsschema._model.issuelog import IssueLog
from newsschema._model.messages import format_value

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
    walk = _Walk(text, root, depth, values)
    walk.run()
    stop = _blank.match(text, walk.at).end()  # type: ignore[union-attr]  # it matches nothing too
    broken = _broken.match(text, stop)
    repeats = sorted(walk.repeats, key=lambda repeat: repeat.starts[-1])
    return Located(root, tuple(repeats), broken.end() if broken else stop)


class _Walk:
    """One pass through a JSON text.

    Each step says whether the text goes on as JSON does, and leaves `at` where it does not.

    Attributes:
        at: How far it has come.
        repeats: Keys that one object has several times.
    """

    def __init__(self, text: str, root: _Wanted, depth: int, values: float) -> None:
        self.at = 0
        self.repeats: list[Repeat] = []
        self._text = text
        self._depth = depth
        self._left = values
        self._around: list[_Open] = []
        self._name: str | int = ""
        self._key: tuple[int, int] | None = None
        self._wanted: _Wanted | None = root

    def run(self) -> None:
        """Read as far as it is JSON."""
        while self._read_value() and self._read_name():
            pass

    def _read_value(self) -> bool:
        """A value, or the beginning of one; whether another comes."""
        found = _value.match(self._text, self.at)
        if not found:
            return False
        self.at, end = found.span(1)
        first = self._text[self.at]
        opens = end == self.at + 1 and first in _close
        too_much = self._left < 0 or (opens and len(self._around) == self._depth)
        if too_much or not _representable(found[1]):
            return False
        self._left -= 1
        if self._wanted:
            self._wanted.place = Place(self.at, end, self._key)
        self.at = end
        if opens:
            self._around.append(_Open(self._name, first, self._wanted))
        return opens or self._read_ends()

    def _read_ends(self) -> bool:
        """The ends of all that ends here, and a comma."""
        while self._around and (found := _close[self._around[-1].bracket].match(self._text, self.at)):
            self.at = found.end()
            self._leave(self._around.pop())
        return bool(self._around) and self._passes(_comma)

    def _read_name(self) -> bool:
        """The key of the next value, or its index."""
        inside = self._around[-1]
        if inside.bracket == "[":
            self._name, self._key = inside.count, None
            inside.count += 1
        elif not self._read_key(inside):
            return False
        self._wanted = inside.wanted and inside.wanted.inner.get(self._name)
        return True

    def _read_key(self, inside: _Open) -> bool:
        found = _key.match(self._text, self.at)
        if not found:
            return False
        word: str = json.loads(found[1])
        self._name, self._key = word, found.span(1)
        inside.keys.setdefault(word, []).append(found.start(1))
        self.at = found.end()
        return self._passes(_colon)

    def _passes(self, sign: re.Pattern[str]) -> bool:
        """Whether a sign comes next; then it is behind."""
        found = sign.match(self._text, self.at)
        if found:
            self.at = found.end()
        return found is not None

    def _leave(self, ended: _Open) -> None:
        """Keep what is known of an object or a list when its end is reached."""
        if ended.wanted and ended.wanted.place:
            ended.wanted.place = ended.wanted.place._replace(end=self.at)
        for name, starts in ended.keys.items():
            if len(starts) > 1:
                path = (*(outer.name for outer in self._around), ended.name, name)[1:]
                self.repeats.append(Repeat(path, starts))


def _representable(value: str) -> bool:
    """Whether Python reads a value: no integer of too many digits, and no fraction that overflows."""
    if value[0] not in "-0123456789":
        return True
    digits = value.lstrip("-")
    return len(digits) < _DIGITS if digits.isdigit() else not isinf(float(value))


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
