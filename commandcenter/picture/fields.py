"""Reads registers of one thing as typed values. What is missing, withheld or of a wrong type gives the default."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from commandcenter.model.entries import Stamp, Value
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.registers import Register
from commandcenter.picture.rules import settle

_E = TypeVar("_E", bound=Enum)
NOWHERE = LonLat(0.0, 0.0)


class Fields:
    """The registers of one thing."""

    def __init__(self, registers: Mapping[str, Register]) -> None:
        """Take the registers by field."""
        self._registers = registers

    def value(self, name: str) -> Value:
        """Return the shown value; `None` when there is none."""
        register = self._registers.get(name)
        if register is None or not register.heads or register.key is None:
            return None
        return settle(register.key, register.heads).shown.value

    def stamp(self, name: str) -> Stamp | None:
        """Return when the shown value was written."""
        register = self._registers.get(name)
        if register is None or not register.heads or register.key is None:
            return None
        return settle(register.key, register.heads).shown.stamp

    def text(self, name: str, default: str = "") -> str:
        """Return a text."""
        value = self.value(name)
        return value if isinstance(value, str) else default

    def maybe_text(self, name: str) -> str | None:
        """Return a text, `None` where it is withheld or erased or was never given."""
        value = self.value(name)
        return value if isinstance(value, str) else None

    def whole(self, name: str, default: int = 0) -> int:
        """Return a whole number."""
        return as_int(self.value(name), default)

    def maybe_whole(self, name: str) -> int | None:
        """Return a whole number or `None`."""
        value = self.value(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def flag(self, name: str) -> bool:
        """Return a truth value."""
        return self.value(name) is True

    def id(self, name: str) -> Id | None:
        """Return an id or `None`."""
        value = self.value(name)
        return Id(value) if isinstance(value, str) and value else None

    def place(self, name: str) -> LonLat | None:
        """Return a position or `None`."""
        return as_place(self.value(name))

    def mapping(self, name: str) -> Mapping[str, Value]:
        """Return a map."""
        return as_mapping(self.value(name))

    def names(self, name: str = "names") -> Mapping[str, str]:
        """Return texts by language."""
        return {language: text for language, text in self.mapping(name).items() if isinstance(text, str)}

    def one_of(self, name: str, words: type[_E], default: _E) -> _E:
        """Return a word of a closed set."""
        return as_word(self.value(name), words, default)

    def times(self, prefix: str) -> Mapping[str, int]:
        """Return the moments of the registers `prefix…`, by the rest of their name."""
        return self.wholes(prefix)

    def wholes(self, prefix: str) -> Mapping[str, int]:
        """Return the whole numbers of the registers `prefix…`, by the rest of their name."""
        found = {name.removeprefix(prefix): self.maybe_whole(name) for name in self._registers if name.startswith(prefix)}
        return {name: ms for name, ms in sorted(found.items()) if ms is not None}

    def starting(self, prefix: str) -> Mapping[str, Value]:
        """Return the shown values of the registers `prefix…`, by the rest of their name."""
        found = {name.removeprefix(prefix): self.value(name) for name in self._registers if name.startswith(prefix)}
        return {name: value for name, value in sorted(found.items()) if value is not None}

    def disputed(self) -> tuple[str, ...]:
        """Return the fields whose heads disagree."""
        return tuple(
            sorted(
                name
                for name, register in self._registers.items()
                if len(register.heads) > 1 and register.key is not None and settle(register.key, register.heads).disputed
            )
        )


def as_int(value: Value, default: int = 0) -> int:
    """Return a whole number."""
    return value if isinstance(value, int) and not isinstance(value, bool) else default


def as_text(value: Value) -> str:
    """Return a text."""
    return value if isinstance(value, str) else ""


def as_mapping(value: Value) -> Mapping[str, Value]:
    """Return a map."""
    return value if isinstance(value, Mapping) else {}


def as_word(value: Value, words: type[_E], default: _E) -> _E:
    """Return a word of a closed set; `default` for one from a newer program."""
    return next((word for word in words if word.value == value), default)


def as_place(value: Value) -> LonLat | None:
    """Return a position `[lon, lat]`."""
    match value:
        case [float() | int() as lon, float() | int() as lat]:
            return LonLat(float(lon), float(lat))
    return None


def as_places(value: Value) -> tuple[LonLat, ...]:
    """Return positions; broken ones are left out."""
    return tuple(place for item in value if (place := as_place(item)) is not None) if isinstance(value, list) else ()
