"""Takes in entries of other devices: each is checked by itself, for it may have passed through anybody's hands.

Order of the checks: known already, canonical and as committed, of this operation, no hole before it, signed by its device.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from commandcenter.log.codec import MalformedError
from commandcenter.log.header import FIRST_PREV, Header
from commandcenter.log.hlc import HybridClock
from commandcenter.log.rows import IntakeRows, Quarantined, Tip
from commandcenter.log.signed import SignedEntry, check_entry
from commandcenter.log.signing import Verifier, device_id
from commandcenter.model.clock import Clock
from commandcenter.model.entries import Entry, EntryId
from commandcenter.model.ids import Id

MAX_QUARANTINED = 1_000
"""A flood of bad bytes must not fill the disk; this much is evidence enough."""


@dataclass(slots=True)
class Ingested:
    """What became of a batch."""

    entries: list[tuple[int, Entry]] = field(default_factory=list)
    """(position, entry) of all that are new, for the picture."""
    duplicates: int = 0
    completed: list[tuple[int, Entry]] = field(default_factory=list)
    """(position, entry) of some that were here already and have got sections that were withheld before: fold them anew."""
    gaps: list[tuple[Id, int]] = field(default_factory=list)
    """(device, seq) of entries refused because the one before them is missing: ask again from there."""
    forks: list[tuple[Id, int]] = field(default_factory=list)
    """(device, seq) that a new entry claims although another has it; both are kept."""
    ahead: list[EntryId] = field(default_factory=list)
    """Accepted, but their clock is more than a minute ahead of ours."""
    quarantined: int = 0


class Intake:
    """Takes in one batch from one sender, inside the transaction of the caller."""

    def __init__(self, rows: IntakeRows, operation: Id, hybrid: HybridClock, clock: Clock, sender: str, keys: Mapping[Id, bytes]) -> None:
        """Prepare for one batch."""
        self._rows = rows
        self._operation = operation
        self._hybrid = hybrid
        self._clock = clock
        self._sender = sender
        self._known_keys = rows.keys()
        self._offered_keys = {device: key for device, key in keys.items() if device_id(key) == device}
        self._verifiers: dict[Id, Verifier] = {}
        self._known: set[EntryId] = set()
        self._held: dict[EntryId, frozenset[str]] = {}
        self._tips: dict[Id, Tip | None] = {}
        self._result = Ingested()

    def take(self, batch: Sequence[SignedEntry]) -> Ingested:
        """Store what is good, in the order given (each feed in seq order)."""
        self._known = self._rows.known([signed.id for signed in batch])
        self._held = self._rows.held(list(self._known))
        for signed in batch:
            try:
                self._take_one(signed)
            except MalformedError as error:
                self._quarantine(signed, str(error))
        return self._result

    def _take_one(self, signed: SignedEntry) -> None:
        result = self._result
        if signed.id in self._known:
            result.duplicates += 1
            self._complete(signed)
            return
        checked = check_entry(signed)
        header = checked.header
        if header.operation != self._operation:
            raise MalformedError("belongs to another operation")
        if not self._follows(header):
            result.gaps.append((header.device, header.seq))
            return
        if not self._verifier(header.device, checked.public_key).accepts(signed.id, signed.signature):
            raise MalformedError("the signature is not of the device that it names")
        if self._claimed(header):
            result.forks.append((header.device, header.seq))
        if not self._hybrid.observe(header.hlc):
            result.ahead.append(signed.id)
        self._remember(header.device, Tip(header.seq, signed.id))
        result.entries.append((self._rows.insert(signed, header.device, header.seq), checked.entry()))

    def _complete(self, signed: SignedEntry) -> None:
        """Take in sections that were withheld so far; what was erased here stays erased."""
        late = signed.sections.keys() - self._held.get(signed.id, signed.sections.keys())
        if not late:
            return
        check_entry(signed)
        row = self._rows.complete(signed.id, {name: signed.sections[name] for name in sorted(late)})
        self._held[signed.id] |= late
        self._result.completed.append((row.position, check_entry(row.signed).entry()))

    def _follows(self, header: Header) -> bool:
        """Return whether the entry before this one is here."""
        if header.seq == 1:
            return header.prev == FIRST_PREV
        tip = self._tip(header.device)
        if tip is not None and (header.seq, header.prev) == (tip.seq + 1, tip.id):
            return True
        return header.prev in self._rows.at(header.device, header.seq - 1)

    def _claimed(self, header: Header) -> bool:
        """Return whether another entry has this number in its feed."""
        tip = self._tip(header.device)
        return tip is not None and header.seq <= tip.seq and bool(self._rows.at(header.device, header.seq))

    def _tip(self, device: Id) -> Tip | None:
        if device not in self._tips:
            self._tips[device] = self._rows.tip(device)
        return self._tips[device]

    def _verifier(self, device: Id, introduced: bytes | None) -> Verifier:
        verifier = self._verifiers.get(device)
        if verifier is None:
            key = self._known_keys.get(device) or introduced or self._offered_keys.get(device)
            if key is None or device_id(key) != device:
                raise MalformedError("nobody has introduced the device that it names")
            verifier = self._verifiers[device] = Verifier(key)
        return verifier

    def _remember(self, device: Id, new: Tip) -> None:
        if device not in self._known_keys:
            key = self._known_keys[device] = self._verifiers[device].public_key
            self._rows.add_key(device, key)
        self._known.add(new.id)
        tip = self._tip(device)
        if tip is None or tip.seq < new.seq:
            self._tips[device] = new

    def _quarantine(self, signed: SignedEntry, reason: str) -> None:
        self._result.quarantined += 1
        kept = self._rows.quarantined()
        again = any((old.header, old.signature) == (signed.header, signed.signature) for old in kept)
        if len(kept) < MAX_QUARANTINED and not again:
            self._rows.add_quarantined(Quarantined(self._sender, reason, signed.header, signed.signature, self._clock.wall_ms()))
