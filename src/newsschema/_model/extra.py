"""Other people's data, under names that they own: frozen, and checked to be what JSON can hold."""

import math
from collections.abc import Mapping
from typing import Any, Final

from newsschema._model.containers import frozen_dict, is_list, is_object
from newsschema._model.errors import Code, Issue, Path
from newsschema._model.issuelog import IssueLog
from newsschema._model.messages import format_key
from newsschema._model.values import INVALID, InvalidValue, Parser, parse_body, parse_name, wrong_type

MAX_DEPTH: Final = 64
"""How deeply the values under `extra` may nest."""
MAX_VALUES: Final = 2**20
"""How many values there may be under `extra`; one that stands in several places counts each time."""
MAX_BITS: Final = 14_280
"""How large an integer under `extra` may be: what Python reads and writes in decimal, 4,299 digits."""


def parse_extra(value: Any, path: Path, log: IssueLog) -> Any:
    """Other people's data, frozen; `INVALID` where something in it is wrong, which goes to the log."""
    if not is_object(value):
        log.invalid(wrong_type("{object}", value), path)
        return INVALID
    try:
        return _Freezer(log).object(value, path, MAX_DEPTH, parse_name)
    except _TooManyValuesError:
        log.add(Issue(Code.TOO_LARGE, path, f"more than {MAX_VALUES} values, which is the limit"))
        return INVALID


class _TooManyValuesError(Exception):
    """The budget is spent."""


_TOO_DEEP: Final = InvalidValue(Code.TOO_LARGE, f"nested more than {MAX_DEPTH} deep")


class _Freezer:
    """Freezes one tree of plain data. A budget keeps data that shares its parts from growing without end."""

    def __init__(self, log: IssueLog) -> None:
        self._log = log
        self._left = MAX_VALUES

    def object(self, value: Mapping[Any, Any], path: Path, depth: int, parse_key: Parser = parse_body) -> Any:
        """A frozen object; `INVALID` where something in it is wrong."""
        items = self._members(value.items, path)
        kept: dict[str, Any] = {}
        valid = items is not INVALID
        for key, item in items if valid else ():
            try:
                name = parse_key(key)
            except InvalidValue as error:
                self._log.invalid(error, (*path, format_key(key)))
                valid, name = False, format_key(key)
            kept[name] = self._value(item, path, name, depth)
            valid &= kept[name] is not INVALID
        return frozen_dict(kept) if valid else INVALID

    def list(self, value: Any, path: Path, depth: int) -> Any:
        """A tuple; `INVALID` where something in it is wrong."""
        items = self._members(value.__iter__, path)
        if items is INVALID:
            return INVALID
        kept = [self._value(item, path, index, depth) for index, item in enumerate(items)]
        return INVALID if any(item is INVALID for item in kept) else tuple(kept)

    def _members(self, iterate: Any, path: Path) -> Any:
        """The members of a container, within the budget."""
        found: list[Any] = []
        try:
            for member in iterate():
                self._left -= 1
                if self._left < 0:
                    break
                found.append(member)
        except Exception as error:  # noqa: BLE001 - a container of other people's making
            self._log.add(Issue(Code.WRONG_TYPE, path, f"it cannot be read: {type(error).__name__}"))
            return INVALID
        if self._left < 0:
            raise _TooManyValuesError
        return found

    def _value(self, value: Any, path: Path, key: str | int, depth: int) -> Any:
        if value is None or type(value) is bool:
            return value
        try:
            if is_list(value) or is_object(value):
                if not depth:
                    raise _TOO_DEEP
                inner = (*path, key)
                walk: Any = self.list if is_list(value) else self.object
                return walk(value, inner, depth - 1)
            return _leaf(value)
        except InvalidValue as error:
            self._log.invalid(error, (*path, key))
            return INVALID


def _leaf(value: Any) -> Any:
    if isinstance(value, str):
        return parse_body(value)
    if isinstance(value, int):
        number = int.__int__(value)
        if number.bit_length() > MAX_BITS:
            raise InvalidValue(
                Code.TOO_LARGE, f"expected an integer of no more than {MAX_BITS} bits, got {{got}}", value
            )
        return number
    if isinstance(value, float):
        real = float.__float__(value)
        if not math.isfinite(real):
            raise InvalidValue(Code.WRONG_TYPE, f"JSON has no number for {real}")
        return real
    raise wrong_type("a JSON value", value)
