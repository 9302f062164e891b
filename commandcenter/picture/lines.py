"""The flat command log as rows: newest first in display order, with the facts that the window puts into words."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator

from commandcenter.model.entries import Entry, EntryId, Kind
from commandcenter.model.ids import Id
from commandcenter.picture.facts import LATE, Facts
from commandcenter.picture.fields import as_mapping
from commandcenter.picture.rights import Rights
from commandcenter.picture.state import State
from commandcenter.picture.views import LogLine

KEPT = 12_000
"""Rows held in memory (about 16 MB); of older ones only their places are (16 bytes each), what they say is in the log itself."""

_Place = tuple[int, Id, int]
"""(hybrid time, device, position): display order, never equal for two entries."""


class LineBook:
    """Rows in display order; making the newest n costs n, however long the log is."""

    def __init__(self, state: State, rights: Rights, kept: int = KEPT) -> None:
        """Start empty; `state` gives the names that rows mention, `rights` says which entries do not count."""
        self._state = state
        self._facts = Facts(state)
        self._rights = rights
        self._kept = kept
        self._order: list[_Place] = []
        self._past_hlc, self._past = array("Q"), array("q")
        """Hybrid times and positions of the rows that are no longer held, in display order: all older than those held."""
        self._past_about: dict[Id, array[int]] = {}
        """Incident or assignment → positions of such rows."""
        self._entries: dict[int, Entry] = {}
        self._by_id: dict[EntryId, Entry] = {}
        self._last: dict[Id, tuple[int, Id]] = {}
        """Device → (hybrid time, author) of its latest entry."""
        self._about: defaultdict[Id, list[_Place]] = defaultdict(list)
        """Incident or assignment → the rows that may be about it, in display order."""

    def add(self, entry: Entry, position: int) -> None:
        """Add a row."""
        place = (entry.hlc, entry.device, position)
        if not self._order or place > self._order[-1]:
            self._order.append(place)
        else:
            insort(self._order, place)
        self._entries[position] = self._by_id[entry.id] = entry
        for thing in _named(entry):
            insort(self._about[thing], place)
        if self._last.get(entry.device, (0, ""))[0] < entry.hlc:
            self._last[entry.device] = (entry.hlc, entry.actor)
        surplus = len(self._order) - self._kept
        if surplus > self._kept // 50:
            for place in self._order[:surplus]:
                self._forget(place)
            del self._order[:surplus]

    def _forget(self, place: _Place) -> None:
        entry = self._entries.pop(place[2])
        del self._by_id[entry.id]
        at = bisect_right(self._past_hlc, place[0])
        self._past_hlc.insert(at, place[0])
        self._past.insert(at, place[2])
        for thing in _named(entry):
            self._past_about.setdefault(thing, array("q")).append(place[2])
            rows = self._about[thing]
            del rows[bisect_left(rows, place)]
            if not rows:
                del self._about[thing]

    @property
    def kept(self) -> int:
        """Return how many rows are held."""
        return len(self._order)

    @property
    def total(self) -> int:
        """Return how many rows there are, held or not."""
        return len(self._past) + len(self._order)

    @property
    def first_ms(self) -> int | None:
        """Return when the oldest row was written (ms since the epoch, hybrid time); `None` where there is none."""
        if self._past_hlc:
            return self._past_hlc[0] >> 16
        return self._order[0][0] >> 16 if self._order else None

    def positions(self, first: int, last: int) -> list[int]:
        """Return the positions of the rows `first` to before `last`, counted from the oldest one, oldest first."""
        gone = len(self._past)
        held = self._order[max(0, first - gone) : max(0, last - gone)]
        return [*self._past[first : min(last, gone)], *(position for _, _, position in held)]

    def held(self, position: int) -> LogLine | None:
        """Return the row at a position where it is held."""
        return self._line(position) if position in self._entries else None

    def past_of(self, incident: Id) -> list[int]:
        """Return the positions of the rows no longer held that may be about an incident, in no order."""
        things = (incident, *self._state.links.to((Kind.INCIDENT, incident), Kind.ASSIGNMENT))
        return sorted({position for thing in things for position in self._past_about.get(thing, ())})

    def newest(self, limit: int, before: int | None = None, incident: Id | None = None) -> tuple[LogLine, ...]:
        """Return up to `limit` rows, newest first; `before`: only those older than the row at that position; `incident`: only those about it.

        An incident's rows are found by an index, so they cost what they are, however long the log is.
        """
        if incident is not None:
            return tuple(self._of_incident(limit, before, incident))
        end = len(self._order)
        if before is not None:
            entry = self._entries.get(before)
            if entry is None:
                return ()
            end = bisect_left(self._order, (entry.hlc, entry.device, before))
        return tuple(self._line(position) for _, _, position in reversed(self._order[max(0, end - limit) : end]))

    def _of_incident(self, limit: int, before: int | None, incident: Id) -> Iterator[LogLine]:
        things = (incident, *self._state.links.to((Kind.INCIDENT, incident), Kind.ASSIGNMENT))
        places = sorted({place for thing in things for place in self._about.get(thing, ())})
        if before is not None:
            entry = self._entries.get(before)
            places = places[: bisect_left(places, (entry.hlc, entry.device, before))] if entry is not None else []
        for _, _, position in reversed(places):
            if limit and self._facts.subject(self._entries[position]).incident == incident:
                limit -= 1
                yield self._line(position)

    def find(self, entry: EntryId) -> Entry | None:
        """Return an entry that is among the rows."""
        return self._by_id.get(entry)

    def last_operator(self, device: Id) -> str:
        """Return the name of whoever wrote last on a device; empty when unknown."""
        _, actor = self._last.get(device, (0, None))
        return "" if actor is None else self._facts.operator(actor)

    def _line(self, position: int) -> LogLine:
        return self.line_of(self._entries[position], position)

    def line_of(self, entry: Entry, position: int = 0) -> LogLine:
        """Return the row of an entry; its position is known to who asks for rows by position."""
        subject = self._facts.subject(entry)
        return LogLine(
            entry=entry.id,
            position=position,
            type=entry.type,
            actor=entry.actor,
            actor_name=self._facts.operator(entry.actor),
            device=entry.device,
            wall_ms=entry.wall_ms,
            stamp=entry.stamp,
            summary=self._facts.summary(entry, subject),
            incident=subject.incident,
            unit=subject.unit,
            late_ms=late if isinstance(late := entry.about.get(LATE), int) else None,
            not_counted=None if self._rights.held(entry.id) is None else self._rights.judge(entry).sentence,
        )


def _named(entry: Entry) -> set[Id]:
    """Return the incidents and assignments that an entry names, in whatever way: one of them may be what it is about."""
    things: set[object] = {entry.about.get("incident")}
    for write in entry.writes:
        if write.key.kind in (Kind.INCIDENT, Kind.ASSIGNMENT):
            things.add(write.key.entity)
        things.add(write.value if write.key.field == "incident" else as_mapping(write.value).get("incident"))
    return {Id(thing) for thing in things if isinstance(thing, str) and thing}
