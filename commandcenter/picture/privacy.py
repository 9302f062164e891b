"""Personal data as the picture knows it: where it is held, what was decreed erased, who looked, and who may get what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.log.sharing import SharingPolicy
from commandcenter.model.entries import Entry, EntryId, EntryType, Kind, Section
from commandcenter.model.ids import Id
from commandcenter.picture.fields import as_int, as_mapping, as_text
from commandcenter.picture.registers import Register
from commandcenter.picture.state import State


@dataclass(frozen=True, slots=True)
class Trace:
    """A section with personal data of one thing that is held here."""

    entry: EntryId
    section: str
    kind: str
    entity: Id
    wall_ms: int
    """When it was written."""


@dataclass(frozen=True, slots=True)
class ErasureView:
    """Personal data that somebody has decreed erased."""

    entry: Id
    """First 16 bytes of the entry's id."""
    section: str
    by: Id
    wall_ms: int
    ground: str
    reason: str
    done: bool
    """It is not here any more."""


@dataclass(frozen=True, slots=True)
class AccessView:
    """Somebody looked at personal data."""

    actor: Id
    kind: str
    entity: Id
    first_ms: int
    times: int


class PrivacyBook:
    """Follows the fold. One thread."""

    def __init__(self, state: State) -> None:
        """Start empty; decisions are read from the state."""
        self._state = state
        self._of: defaultdict[tuple[str, Id], list[Trace]] = defaultdict(list)
        self._held: dict[tuple[Id, str], Trace] = {}
        self._news = False
        """Something may be due."""

    def add(self, entry: Entry) -> None:
        """Note what an entry holds; also of one that does not count, for it is held all the same."""
        places = {(str(key.kind), key.entity, str(section)): None for key, _, section in entry.writes if section != Section.OP}
        for place in places:
            trace = Trace(entry.id, place[2], place[0], place[1], entry.wall_ms)
            self._of[place[:2]].append(trace)
            self._held[short_id(entry.id), trace.section] = trace
            self._news = True

    def note(self, entry: Entry) -> None:
        """Take note of an entry that counts."""
        self._news |= entry.type == EntryType.PERSONAL_DATA_ERASED

    def traces(self, things: Iterable[tuple[str, Id]], sections: Iterable[str]) -> list[Trace]:
        """Return what is held of these things."""
        wanted = set(sections)
        return [trace for kind, entity in things for trace in self._of.get((str(kind), entity), ()) if trace.section in wanted]

    def held(self) -> tuple[Trace, ...]:
        """Return all personal data that is held, oldest first."""
        return tuple(sorted((trace for traces in self._of.values() for trace in traces), key=lambda one: (one.wall_ms, one.entry)))

    def erasures(self) -> tuple[ErasureView, ...]:
        """Return what was decreed erased, newest first."""
        found = [
            ErasureView(
                entity,
                section,
                head.author,
                as_int(as_mapping(head.value).get("ms")),
                as_text(as_mapping(head.value).get("ground")),
                as_text(as_mapping(head.value).get("reason")),
                (entity, section) not in self._held,
            )
            for entity, registers in self._state.registers.entities(Kind.ERASURE).items()
            for section, register in registers.items()
            for head in register.heads[-1:]
        ]
        return tuple(sorted(found, key=lambda one: (-one.wall_ms, one.entry, one.section)))

    def due(self) -> tuple[tuple[EntryId, str], ...]:
        """Return the sections that were decreed erased and are still held here; once, for the caller carries it out."""
        if not self._news:
            return ()
        self._news = False
        decreed = self._state.registers.entities(Kind.ERASURE)
        places = ((entity, section) for entity, registers in decreed.items() for section in registers)
        return tuple((self._held[place].entry, place[1]) for place in places if place in self._held)

    def accesses(self) -> tuple[AccessView, ...]:
        """Return who looked at what, newest first."""
        found = [
            AccessView(head.author, as_text(look[0]), Id(as_text(look[1])), as_int(look[2]), as_int(look[3]))
            for registers in self._state.registers.entities(Kind.ACCESS).values()
            for head in (registers["looks"].heads if "looks" in registers else ())
            if isinstance(head.value, list)
            for look in head.value
            if isinstance(look, list) and len(look) == 4
        ]
        return tuple(sorted(found, key=lambda one: (-one.first_ms, one.kind, one.entity, one.actor)))

    def sharing(self) -> SharingPolicy:
        """Return which sections leave for whom. Where two desks decided differently, only what both allow."""
        decided: dict[Id, frozenset[str]] = {}
        devices: dict[Id, Id] = {}
        for audience, registers in sorted(self._state.registers.entities(Kind.SHARING).items()):
            allowed = _texts(registers.get("sections"))
            if allowed:
                decided[audience] = frozenset.intersection(*allowed)
            devices.update((Id(device), audience) for some in _texts(registers.get("devices")) for device in sorted(some))
        return SharingPolicy(decided, devices)


def _texts(register: Register | None) -> list[frozenset[str]]:
    """Return the lists of texts that the heads of a register say."""
    heads = register.heads if register is not None else ()
    return [frozenset(text for text in head.value if isinstance(text, str)) for head in heads if isinstance(head.value, list)]


def short_id(entry: EntryId) -> Id:
    """Return the id that registers about an entry are filed under."""
    return Id(entry[:16].hex())


def sharing_of(entries: Iterable[Entry]) -> SharingPolicy:
    """Return the policy that entries amount to, without a whole picture: for a hub. The caller leaves out those that do not count."""
    state = State()
    for entry in entries:
        if entry.type == EntryType.SHARING_SET:
            state.apply(entry)
    return PrivacyBook(state).sharing()
