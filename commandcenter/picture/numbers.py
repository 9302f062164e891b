"""Human incident numbers. Two desks that were apart may both have taken 42: the later one is shown as `42-b`."""

from __future__ import annotations

from collections import defaultdict

from commandcenter.model.ids import Id
from commandcenter.picture.registers import Register
from commandcenter.picture.rules import settle

_Rank = tuple[int, Id, bytes]


class Numbers:
    """Who has which number."""

    def __init__(self) -> None:
        """Start empty."""
        self._number: dict[Id, int] = {}
        self._sharing: defaultdict[int, dict[Id, _Rank]] = defaultdict(dict)

    def update(self, incident: Id, register: Register) -> frozenset[Id]:
        """Take in the number register of an incident; return all incidents whose shown number may change."""
        touched = {incident}
        old = self._number.pop(incident, None)
        if old is not None:
            del self._sharing[old][incident]
            touched.update(self._sharing[old])
        if register.heads and register.key is not None:
            shown = settle(register.key, register.heads).shown
            if isinstance(shown.value, int):
                self._number[incident] = shown.value
                self._sharing[shown.value][incident] = shown.rank
                touched.update(self._sharing[shown.value])
        return frozenset(touched)

    def label(self, incident: Id) -> str:
        """Return the number as shown; empty when it is not known."""
        number = self._number.get(incident)
        if number is None:
            return ""
        sharing = self._sharing[number]
        place = sorted(sharing, key=lambda one: (sharing[one], one)).index(incident)
        return f"{number}-{_letters(place)}" if place else str(number)

    @property
    def highest(self) -> int:
        """The greatest number taken so far; 0 for none."""
        return max((number for number, sharing in self._sharing.items() if sharing), default=0)

    def find(self, label: str) -> Id | None:
        """Return the incident that is shown with a number."""
        digits, _, _ = label.partition("-")
        if not digits.isdecimal():
            return None
        return next((incident for incident in self._sharing.get(int(digits), ()) if self.label(incident) == label), None)


def _letters(place: int) -> str:
    """Return b for the second, c for the third … z, then ba, bb …"""
    digits = ""
    while place:
        place, rest = divmod(place, 26)
        digits = chr(ord("a") + rest) + digits
    return digits
