"""What the grammar may name: units by callsign, incidents by number, incident types, places already looked up. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from commandcenter.dispatch.duplicates import Duplicate
from commandcenter.model.commands import ReportIncident
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id
from commandcenter.model.ports import Place
from commandcenter.monitor.alarms import Alarm
from commandcenter.picture.care import FacilityView, PlacementView
from commandcenter.picture.groups import GroupView
from commandcenter.picture.orders import OrderView, RollCallView, TimerView
from commandcenter.picture.supplies import TransferView
from commandcenter.picture.views import CallView, ClosureView, DepotView, IncidentView, UnitView
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.conflicts.settling import Dispute


@dataclass(frozen=True, slots=True)
class TypeWords:
    """An incident type as people call it."""

    code: str
    names: Mapping[str, str]
    """Name by language (`en`, `zh`)."""
    words: tuple[str, ...] = ()
    """Other words for it, both languages."""

    def matches(self, wanted: str) -> int:
        """Return how well a text names it: 0 not at all, 1 inside a name, 2 start, 3 exactly."""
        wanted = wanted.casefold()
        said = [self.code, *self.names.values(), *self.words]
        folded = [s.casefold() for s in said]
        if wanted in folded:
            return 3
        if any(s.startswith(wanted) for s in folded):
            return 2
        return 1 if any(wanted in s for s in folded) else 0


@dataclass(frozen=True, slots=True)
class Named:
    """Something of the window, by the words people call it, as it is said first."""

    code: str
    words: tuple[str, ...]


def _nothing() -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True)
class Lookups:
    """What is only worked out where a line asks for it."""

    alarms: Callable[[], Sequence[Alarm]] = _nothing
    """Worst first."""
    disputes: Callable[[], Sequence[Dispute]] = _nothing
    transfers: Callable[[], Sequence[TransferView]] = _nothing
    """Oldest first."""
    placements: Callable[[], Sequence[PlacementView]] = _nothing
    callbacks: Callable[[], Sequence[CallView]] = _nothing
    """Calls whose callers are still to be rung back, the longest waiting first."""
    calls: Callable[[], Sequence[CallView]] = _nothing
    """All, oldest first."""
    call_of: Callable[[Id], CallView | None] = lambda _incident: None
    """The newest call about an incident."""
    merging_of: Callable[[Id], EntryId | None] = lambda _incident: None
    """The entry that marked an incident as a duplicate."""
    same: Callable[[ReportIncident], Duplicate | None] = lambda _report: None
    """The open incident that a report is likeliest about."""


@dataclass(frozen=True, slots=True)
class WindowWords:
    """What a line may name of an open window; a script without one knows nothing of it."""

    acts: Sequence[Named] = ()
    """Everything that has a key or stands in the menu."""
    panels: Sequence[Named] = ()
    layers: Sequence[Named] = ()
    profiles: Sequence[Named] = ()
    """Kinds of vehicles that reach is worked out for."""
    parked: Sequence[str] = ()
    """Parked calls in words, oldest first."""


def named(text: str, among: Sequence[Named]) -> Named | None:
    """Return what a text names: exactly, else the only one it begins."""
    wanted = text.casefold()
    begun = []
    for one in among:
        said = [word.casefold() for word in (one.code, *one.words)]
        if wanted in said:
            return one
        if any(word.startswith(wanted) for word in said):
            begun.append(one)
    return begun[0] if len(begun) == 1 else None


@dataclass(frozen=True, slots=True)
class Known:
    """A snapshot for one keystroke. Keys are upper case."""

    units: Mapping[str, UnitView] = field(default_factory=dict)
    incidents: Mapping[str, IncidentView] = field(default_factory=dict)
    types: Sequence[TypeWords] = ()
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    """Answers of the gazetteer by the text asked; a text that is missing has not been looked up yet."""
    language: str = "en"
    """`en` or `zh`: how names are written back."""
    orders: Sequence[OrderView] = ()
    """Oldest first."""
    roll_calls: Sequence[RollCallView] = ()
    now_ms: int = 0
    depots: Sequence[DepotView] = ()
    facilities: Sequence[FacilityView] = ()
    catalogue: Catalogue | None = None
    groups: Sequence[GroupView] = ()
    closures: Sequence[ClosureView] = ()
    """Of roads that are closed now or later."""
    window: WindowWords = field(default_factory=WindowWords)
    timers: Sequence[TimerView] = ()
    """Done ones too."""
    lookups: Lookups = field(default_factory=Lookups)
    reasons: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By verb: what people often give as the reason, in the language in force."""

    @classmethod
    def of(
        cls,
        units: Iterable[UnitView],
        incidents: Iterable[IncidentView],
        types: Sequence[TypeWords],
        places: Mapping[str, tuple[Place, ...]],
        language: str = "en",
        *,
        orders: Sequence[OrderView] = (),
        roll_calls: Sequence[RollCallView] = (),
        now_ms: int = 0,
        depots: Sequence[DepotView] = (),
        facilities: Sequence[FacilityView] = (),
        catalogue: Catalogue | None = None,
        groups: Sequence[GroupView] = (),
    ) -> Known:
        """Index views by what people call them; of equal callsigns the first stands."""
        by_callsign: dict[str, UnitView] = {}
        for unit in units:
            by_callsign.setdefault(unit.callsign.upper(), unit)
        by_number = {i.number.upper(): i for i in incidents}
        return cls(by_callsign, by_number, types, places, language, orders, roll_calls, now_ms, depots, facilities, catalogue, groups)

    def unit(self, word: str) -> UnitView | None:
        """Return the unit with this callsign."""
        return self.units.get(word.upper())

    def incident(self, word: str) -> IncidentView | None:
        """Return the incident with this number, `#` allowed."""
        return self.incidents.get(word.removeprefix("#").upper())

    def type_in(self, words: Sequence[str]) -> tuple[TypeWords, int] | None:
        """Return the incident type that the leading words name, and how many words it took."""
        for wanted in (3, 2, 1):
            for count in range(min(4, len(words)), 0, -1):
                text = " ".join(words[:count])
                if len(text) < 2:
                    continue
                for kind in self.types:
                    if kind.matches(text) >= wanted:
                        return kind, count
        return None
