"""The common operating picture: a pure function of the set of entries, in whatever order they came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from commandcenter.model.catalogue_versions import CatalogueVersion
from commandcenter.model.entries import NO_CHANGES, Changes, Entry, EntryId, Key, Kind, Value
from commandcenter.model.ids import Id
from commandcenter.model.speeds import SpeedPolicy
from commandcenter.picture import conflicts, escrow
from commandcenter.picture.care import CareBook, FacilityView, facility_view
from commandcenter.picture.catalogue import catalogue_in_force, catalogue_versions
from commandcenter.picture.decisions import DecisionView, decision_view
from commandcenter.picture.depots import depot_view, reservation_view
from commandcenter.picture.incidents import call_view, incident_view
from commandcenter.picture.kept import Kept
from commandcenter.picture.lines import LineBook
from commandcenter.picture.messages import WordBook
from commandcenter.picture.orders import DutyBook
from commandcenter.picture.places import closure_view, station_view
from commandcenter.picture.privacy import PrivacyBook
from commandcenter.picture.rights import Rights
from commandcenter.picture.searches import SearchBook
from commandcenter.picture.sketches import SketchView, sketch_view
from commandcenter.picture.speeds import speed_policy
from commandcenter.picture.staff import StaffNote, staff_note
from commandcenter.picture.state import State
from commandcenter.picture.supplies import SupplyBook
from commandcenter.picture.teams import TeamBook
from commandcenter.picture.units import assignment_view, unit_view
from commandcenter.picture.views import (
    AssignmentView,
    CallView,
    ClosureView,
    ConflictView,
    DepotView,
    IncidentView,
    LogLine,
    ReservationView,
    StationView,
    UnitView,
)


class _Positions:
    """Which log positions were folded: all up to a mark, and few beyond it."""

    def __init__(self) -> None:
        self._mark = 0
        self._beyond: set[int] = set()

    def add(self, position: int) -> bool:
        if position == self._mark + 1 and not self._beyond:
            self._mark = position  # the usual case, made quick
            return True
        if position <= self._mark or position in self._beyond:
            return False
        self._beyond.add(position)
        while self._mark + 1 in self._beyond:
            self._mark += 1
            self._beyond.remove(self._mark)
        return True

    def __len__(self) -> int:
        return self._mark + len(self._beyond)


class Picture:
    """The picture of one operation. One thread; the views it gives are immutable and may go anywhere."""

    def __init__(self, operation: Id, rights: Rights | None = None) -> None:
        """Start empty; `rights` that know already what the entries to come say about rights (`Rights.again`)."""
        self.operation = operation
        self._state = state = State()
        self._positions = _Positions()
        self.rights = rights or Rights(operation)
        """Who may do what, and which entries do not count."""
        self._lines = LineBook(state, self.rights)
        self._conflicts: tuple[ConflictView, ...] | None = None
        self._incidents = Kept(state, Kind.INCIDENT, incident_view, lambda view: (view.reported_ms, view.id))
        self._calls = Kept(state, Kind.CALL, call_view, lambda view: (view.taken_ms, view.id))
        self._units = Kept(state, Kind.UNIT, unit_view, lambda view: (view.callsign, view.id))
        self._assignments = Kept(state, Kind.ASSIGNMENT, assignment_view, lambda view: (min(view.times_ms.values(), default=0), view.id))
        self._stations = Kept(state, Kind.STATION, station_view, lambda view: (view.name, view.id))
        self._facilities = Kept(state, Kind.FACILITY, facility_view, lambda view: (view.name, view.id))
        self._depots = Kept(state, Kind.DEPOT, depot_view, lambda view: (view.name, view.id))
        self._reservations = Kept(state, Kind.RESERVATION, reservation_view, lambda view: (view.id,))
        self._closures = Kept(state, Kind.CLOSURE, closure_view, lambda view: (view.id,))
        self._sketches = Kept(state, Kind.SKETCH, sketch_view, lambda view: (view.drawn_ms, view.id))
        self.supplies, self.care, self.searches = SupplyBook(state), CareBook(state), SearchBook(state)
        self.duty, self.teams = DutyBook(state), TeamBook(state)
        self.words = WordBook(state)
        self.privacy = PrivacyBook(state)
        self._staff_notes = Kept(state, Kind.EXERCISE_NOTE, staff_note, lambda note: (note.stamp.hlc, note.stamp.device))
        self._decisions = Kept(state, Kind.DECISION, decision_view, lambda view: (view.wall_ms, view.id))
        self._drop = self._drops()

    def _drops(self) -> Mapping[str, Callable[[set[Id]], None]]:
        """Return by kind what forgets the views that were kept of it."""
        return {
            Kind.INCIDENT: self._incidents.drop,
            Kind.CALL: self._calls.drop,
            Kind.UNIT: self._units.drop,
            Kind.ASSIGNMENT: self._assignments.drop,
            Kind.STATION: self._stations.drop,
            Kind.FACILITY: self._facilities.drop,
            Kind.DEPOT: self._depots.drop,
            Kind.RESERVATION: self._reservations.drop,
            Kind.CLOSURE: self._closures.drop,
            Kind.SKETCH: self._sketches.drop,
            Kind.DECISION: self._decisions.drop,
            Kind.EXERCISE_NOTE: self._staff_notes.drop,
            **self.duty.drops,
            **self.words.drops,
            **self.teams.drops,
            **self.supplies.drops,
            **self.care.drops,
            **self.searches.drops,
        }

    def apply(self, entry: Entry, position: int) -> Changes:
        """Fold an entry at its log position (one that was folded before is ignored); return what must be shown anew."""
        if not self._positions.add(position):
            return NO_CHANGES
        changes = NO_CHANGES
        for counted in self._take(entry, position):
            touched = self._state.apply(counted)
            for kind, ids in touched.items():
                if kind in self._drop:
                    self._drop[kind](ids)
            changes |= Changes({kind: frozenset(ids) for kind, ids in touched.items() if ids})
        return Changes(changes.by_kind, (entry.id,))

    def fold(self, entry: Entry, position: int) -> None:
        """Fold an entry into a picture that nobody has looked at yet, where no view can be out of date; as `apply` otherwise."""
        if self._positions.add(position):
            for counted in self._take(entry, position):
                self._state.fold(counted)

    def _take(self, entry: Entry, position: int) -> Iterable[Entry]:
        """Take a new entry into all books but the state; return the entries that count from now on."""
        self._conflicts = None
        self._lines.add(entry, position)
        self.privacy.add(entry)
        counting = self.rights.apply(entry)
        for counted in counting:
            self.privacy.note(counted)
        return counting

    def become(self, other: Picture) -> Changes:
        """Take over all of a picture of the same operation that was folded anew; return everything as to be shown anew."""
        entities = [*self._state.registers.everything(), *other._state.registers.everything()]
        vars(self).update(vars(other))
        by_kind: dict[str, set[Id]] = {}
        for kind, entity in entities:
            by_kind.setdefault(kind, set()).add(entity)
        return Changes({kind: frozenset(ids) for kind, ids in by_kind.items()})

    def heads(self, key: Key) -> tuple[EntryId, ...]:
        """Return the entries that an entry on this key now supersedes: the basis of the next one."""
        return self._state.registers.heads(key)

    def value(self, key: Key) -> Value:
        """Return the shown value of a register; `None` when there is none."""
        return self._state.fields(key.kind, key.entity).value(key.field)

    def incident(self, incident_id: Id) -> IncidentView | None:
        """Return one incident."""
        return self._incidents.get(incident_id)

    def incidents(self) -> tuple[IncidentView, ...]:
        """Return all incidents, closed ones too, oldest first."""
        return self._incidents.all()

    def incident_by_number(self, number: str) -> IncidentView | None:
        """Return the incident that is shown with this number, e.g. `42` or `42-b`."""
        found = self._state.numbers.find(number)
        return None if found is None else self.incident(found)

    def next_number(self) -> int:
        """Return the next free incident number."""
        return self._state.numbers.highest + 1

    def call(self, call_id: Id) -> CallView | None:
        """Return one call."""
        return self._calls.get(call_id)

    def calls(self) -> tuple[CallView, ...]:
        """Return all calls, oldest first."""
        return self._calls.all()

    def callbacks(self) -> tuple[CallView, ...]:
        """Return the calls whose callers are still to be rung back, by when that was asked for or last tried."""
        waiting = [call for call in self._calls.all() if call.callback is not None and call.callback.open]
        return tuple(sorted(waiting, key=lambda call: (call.callback.ms if call.callback is not None else 0, call.id)))

    def unit(self, unit_id: Id) -> UnitView | None:
        """Return one unit."""
        return self._units.get(unit_id)

    def units(self) -> tuple[UnitView, ...]:
        """Return all units by callsign."""
        return self._units.all()

    def assignment(self, assignment_id: Id) -> AssignmentView | None:
        """Return one assignment."""
        return self._assignments.get(assignment_id)

    def assignments(self, incident: Id | None = None, unit: Id | None = None) -> tuple[AssignmentView, ...]:
        """Return assignments, ended ones too, oldest first; of one incident, one unit or both."""
        if incident is None and unit is None:
            return self._assignments.all()
        node = (Kind.INCIDENT, incident) if incident is not None else (Kind.UNIT, unit or Id(""))
        found = (self._assignments.get(id_) for id_ in self._state.links.to(node, Kind.ASSIGNMENT))
        views = (view for view in found if view is not None and incident in (None, view.incident) and unit in (None, view.unit))
        return tuple(sorted(views, key=lambda view: (min(view.times_ms.values(), default=0), view.id)))

    def station(self, station_id: Id) -> StationView | None:
        """Return one station."""
        return self._stations.get(station_id)

    def stations(self) -> tuple[StationView, ...]:
        """Return all stations by name."""
        return self._stations.all()

    def facility(self, facility_id: Id) -> FacilityView | None:
        """Return one facility."""
        return self._facilities.get(facility_id)

    def facilities(self) -> tuple[FacilityView, ...]:
        """Return all facilities by name."""
        return self._facilities.all()

    def depot(self, depot_id: Id) -> DepotView | None:
        """Return one depot with its stock."""
        return self._depots.get(depot_id)

    def depots(self) -> tuple[DepotView, ...]:
        """Return all depots by name."""
        return self._depots.all()

    def reservation(self, reservation_id: Id) -> ReservationView | None:
        """Return one reservation."""
        return self._reservations.get(reservation_id)

    def reservations(self) -> tuple[ReservationView, ...]:
        """Return all reservations, ended ones too."""
        return self._reservations.all()

    def shares(self, depot_id: Id, item: str) -> Mapping[Id, int]:
        """Return what each device may still take of an item (see `escrow`); empty where it is not divided."""
        return escrow.left(self._state, depot_id, item)

    def taken(self, depot_id: Id, item: str) -> Mapping[Id, int]:
        """Return what each device has taken of an item in all."""
        return escrow.taken(self._state, depot_id, item)

    def promised_by(self, reservation_id: Id) -> Id | None:
        """Return the device that made a promise of goods."""
        return escrow.promised_by(self._state, reservation_id)

    def number_of(self, kind: str) -> int:
        """Return how many things of a kind are known."""
        return len(self._state.registers.entities(kind))

    def closed(self) -> bool:
        """Return whether the operation was ended."""
        return self.value(Key(Kind.OPERATION, self.operation, "closed")) is not None

    def closure(self, closure_id: Id) -> ClosureView | None:
        """Return one closure."""
        return self._closures.get(closure_id)

    def closures(self) -> tuple[ClosureView, ...]:
        """Return all closures, reopened and past ones too."""
        return self._closures.all()

    def sketch(self, sketch_id: Id) -> SketchView | None:
        """Return one sketch; `None` once it was removed."""
        return self._sketches.get(sketch_id)

    def sketches(self) -> tuple[SketchView, ...]:
        """Return all sketches on the map, those that no longer hold too, oldest first."""
        return self._sketches.all()

    def staff_notes(self) -> tuple[StaffNote, ...]:
        """Return what an exercise's staff wrote, sealed, oldest first; nothing where it is withheld."""
        return self._staff_notes.all()

    def speeds(self) -> SpeedPolicy:
        """Return the factors on driving times that are in use."""
        return speed_policy(self._state)

    def catalogue_versions(self) -> tuple[CatalogueVersion, ...]:
        """Return every version of the catalogue that was put in force here, newest first."""
        return catalogue_versions(self._state)

    def catalogue_in_force(self) -> Id | None:
        """Return the version of the catalogue that is in force; `None`: as shipped."""
        return catalogue_in_force(self._state)

    def decisions(self) -> tuple[DecisionView, ...]:
        """Return all accepted recommendations, oldest first."""
        return self._decisions.all()

    def decision(self, decision_id: Id) -> DecisionView | None:
        """Return one accepted recommendation."""
        return decision_view(self._state, decision_id)

    def operator_name(self, operator_id: Id) -> str:
        """Return an operator's name; empty when unknown."""
        return self._state.fields(Kind.OPERATOR, operator_id).text("name")

    def operator_role(self, operator_id: Id) -> str:
        """Return the role that an operator signed in with; empty when unknown. What they may do is a matter of `rights`."""
        return self._state.fields(Kind.OPERATOR, operator_id).text("role")

    def conflicts(self) -> tuple[ConflictView, ...]:
        """Return everything that a person must settle."""
        if self._conflicts is None:
            self._conflicts = (*conflicts.disputed(self._state), *conflicts.overdrawn(self._state, self.depots()))
        return self._conflicts

    def lines(self, limit: int, before: int | None = None, incident: Id | None = None) -> tuple[LogLine, ...]:
        """Return rows of the flat log, newest first; `before`: only those older than the row at that position; `incident`: only those about it.

        Of a long log only the newest rows are held; the others are read from the log (see `line_positions`).
        """
        return self._lines.newest(limit, before, incident)

    def lines_total(self) -> int:
        """Return how many rows the flat log has, in memory or not."""
        return self._lines.total

    def first_line_ms(self) -> int | None:
        """Return when the log's oldest row was written (ms since the epoch); `None` where there is none."""
        return self._lines.first_ms

    def line_positions(self, first: int, last: int) -> list[int]:
        """Return the positions in the log of the rows `first` to before `last`, counted from the oldest, oldest first."""
        return self._lines.positions(first, last)

    def line_at(self, position: int) -> LogLine | None:
        """Return the row of the entry at a position; `None` where it must be read from the log first (then `line_of`)."""
        return self._lines.held(position)

    def past_lines_of(self, incident: Id) -> list[int]:
        """Return the positions of older rows, to be read from the log, that may be about an incident."""
        return self._lines.past_of(incident)

    def entry(self, entry: EntryId) -> Entry | None:
        """Return an entry that is among the rows that `lines` can give."""
        return self._lines.find(entry)

    def last_operator(self, device: Id) -> str:
        """Return the name of whoever wrote last on a device; empty when unknown."""
        return self._lines.last_operator(device)

    def line_of(self, entry: Entry, position: int = 0) -> LogLine:
        """Return the row that an entry has in the flat log; its position in the log where that is known."""
        return self._lines.line_of(entry, position)

    def count(self) -> int:
        """Return how many entries were folded."""
        return len(self._positions)

    def digest(self) -> bytes:
        """Return 32 bytes that are equal for equal sets of entries, whatever their order."""
        return self._state.registers.digest()
