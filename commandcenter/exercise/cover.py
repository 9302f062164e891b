"""How many stations have a unit that could be sent: at every change of a unit, so that no short gap is missed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import UnitView

_READY = (UnitStatus.AVAILABLE, UnitStatus.RETURNING)


@dataclass(frozen=True, slots=True)
class Least:
    """The least coverage so far, and when it was reached first."""

    share: float
    """Of the stations that have units."""
    at_ms: int


class StationCover:
    """Follows a picture. One thread."""

    def __init__(self) -> None:
        """Know no station yet; `begin` looks for the first time."""
        self.least: Least | None = None
        """`None` while no station has a unit."""
        self._seen: dict[Id, tuple[Id, bool]] = {}
        """Unit → its station, and whether it could be sent."""
        self._units: Counter[Id] = Counter()
        self._ready: Counter[Id] = Counter()

    def begin(self, picture: Picture, at_ms: int, least: Least | None = None) -> None:
        """Look at all units; `least` is what was known before this moment (ms since the epoch)."""
        self.least = least
        self._seen, self._units, self._ready = {}, Counter(), Counter()
        self.follow(picture, [unit.id for unit in picture.units()], at_ms)

    def follow(self, picture: Picture, units: Iterable[Id], at_ms: int) -> None:
        """Take in units that have changed."""
        for unit_id in units:
            unit = picture.unit(unit_id)
            self._count(self._seen.pop(unit_id, None), -1)
            if unit is not None and unit.station is not None:
                self._seen[unit_id] = now = unit.station, _ready(unit)
                self._count(now, 1)
        share = self.share
        if share is not None and (self.least is None or share < self.least.share):
            self.least = Least(share, at_ms)

    @property
    def share(self) -> float | None:
        """Return the share of stations that have a unit which could be sent now; `None` where no station has a unit."""
        stations = sum(count > 0 for count in self._units.values())
        return sum(count > 0 for count in self._ready.values()) / stations if stations else None

    def _count(self, unit: tuple[Id, bool] | None, change: int) -> None:
        if unit is not None:
            station, ready = unit
            self._units[station] += change
            self._ready[station] += change * ready


def _ready(unit: UnitView) -> bool:
    return unit.incident is None and unit.status in _READY
