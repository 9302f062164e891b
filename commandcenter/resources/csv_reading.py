"""What an import reads with: the catalogue, and by name what the operation has and what the files add."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from commandcenter.model.commands import Command
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.csv_tables import Line

Row = tuple[int, Command]
"""A row's number, and what it asks for."""
Rows = Iterator[Row]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with a name that other rows may name."""

    id: Id
    at: LonLat | None = None
    kind: str = ""
    """Of a place: `FacilityKind`."""


@dataclass(frozen=True, slots=True)
class Known:
    """What an operation has already, by `folded` name. Rows may name it; rows that add it again are passed over."""

    stations: Mapping[str, Thing] = field(default_factory=dict)
    units: Mapping[str, Thing] = field(default_factory=dict)
    depots: Mapping[str, Thing] = field(default_factory=dict)
    facilities: Mapping[str, Thing] = field(default_factory=dict)
    partners: Mapping[str, Thing] = field(default_factory=dict)
    by_road: Callable[[LonLat], bool] = lambda _at: True
    """Whether a road of the region is near a position."""


@dataclass(slots=True)
class Shelf:
    """Things of one sort: those that were there, and those that rows add."""

    old: Mapping[str, Thing]
    new: dict[str, Thing] = field(default_factory=dict)

    def find(self, name: str) -> Thing | None:
        """Return the thing of a name."""
        return self.new.get(folded(name)) or self.old.get(folded(name))

    def named_twice(self, line: Line, column: str) -> bool:
        """Return whether an earlier row has this name, and note it."""
        if folded(line.get(column)) not in self.new:
            return False
        line.issue(column, say("This stands twice; the first one counts."))
        return True

    def add(self, name: str, thing: Thing) -> bool:
        """Take what a row says; return whether it is new to the operation."""
        there = self.old.get(folded(name))
        self.new[folded(name)] = there or thing
        return there is None


class Reading:
    """The state of one import. Belongs to one thread."""

    def __init__(self, catalogue: Catalogue, known: Known) -> None:
        """Begin with what is known."""
        self.catalogue = catalogue
        self.stations, self.units, self.depots = Shelf(known.stations), Shelf(known.units), Shelf(known.depots)
        self.facilities, self.partners = Shelf(known.facilities), Shelf(known.partners)
        self._by_road = known.by_road
        self.there_already = 0
        """Rows that ask for what the operation has."""

    def place(self, line: Line) -> LonLat | None:
        """Return the position of a row, or note why there is none; one that no road leads to is doubted."""
        at = line.place()
        if at is not None and not self._by_road(at):
            line.doubt("lat", say("No road of this region is near this position; is it in the sea or outside the region?"))
        return at

    def fresh(self, shelf: Shelf, name: str, thing: Thing) -> bool:
        """Take a row's thing; return whether it must be added."""
        new = shelf.add(name, thing)
        self.there_already += not new
        return new


def folded(name: str) -> str:
    """Return a name as names are compared."""
    return " ".join(name.casefold().split())


def word(text: str) -> str:
    """Return a word as codes are compared: `Turntable-Ladder` is `turntable_ladder`."""
    return "_".join(text.casefold().replace("-", " ").split())


def code_of(line: Line, column: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the code that a cell means by itself or by one of its other words; `None` where there is none."""
    text = word(line.get(column))
    return next((code for code, others in words.items() if text == code or text in others), None)
