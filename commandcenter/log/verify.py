"""Audits a whole log: every byte that was signed, every chain, every commitment. Streams; needs no trust in the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from commandcenter.log.codec import MalformedError
from commandcenter.log.header import BASIS_BYTES, FIRST_PREV, Header
from commandcenter.log.rows import Row
from commandcenter.log.signed import CheckedEntry, check_entry
from commandcenter.log.signing import Verifier, device_id
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.model.sentences import Sentence, say

_REPORT_EVERY = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """One entry that is not what was signed, or does not stand where it should."""

    position: int
    entry: EntryId
    device: Id
    seq: int
    reason: Sentence


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found."""

    entries: int
    faults: tuple[Fault, ...]
    """In order of position; at most `MAX_FAULTS` are kept."""
    fault_count: int
    forks: tuple[tuple[Id, int], ...]
    """(device, seq) that two properly signed entries claim: to be settled by a person, but nothing is broken."""
    dangling: int
    """Superseded entries of other devices that have not come here yet."""

    @property
    def ok(self) -> bool:
        """Return whether every entry is as it was signed."""
        return self.fault_count == 0

    @property
    def first_bad(self) -> Fault | None:
        """Return the first fault."""
        return self.faults[0] if self.faults else None


MAX_FAULTS = 100


def audit(
    rows: Iterable[Row],
    *,
    operation: Id,
    own_device: Id,
    keys: Mapping[Id, bytes],
    total: int = 0,
    progress: Progress | None = None,
) -> Audit:
    """Check rows in order of position; raises `Cancelled` when the person has cancelled.

    `keys` helps where a feed's introduction is withheld; a key only counts when its device id is its hash.
    """
    auditor = _Auditor(operation, keys)
    watch = progress or NoProgress()
    for number, row in enumerate(rows):
        if number % _REPORT_EVERY == 0:
            watch.report("verify", number, total)
        auditor.check(row)
    watch.report("verify", auditor.entries, max(total, auditor.entries))
    return auditor.result(own_device)


class _Auditor:
    def __init__(self, operation: Id, keys: Mapping[Id, bytes]) -> None:
        self.entries = 0
        self._next_position = 1
        self._operation = operation
        self._keys = {device: key for device, key in keys.items() if device_id(key) == device}
        self._verifiers: dict[Id, Verifier] = {}
        self._feeds: defaultdict[Id, dict[int, tuple[EntryId, ...]]] = defaultdict(dict)
        self._known: set[bytes] = set()
        self._wanted: dict[bytes, Row] = {}
        self._faults: list[Fault] = []
        self._fault_count = 0

    def check(self, row: Row) -> None:
        self.entries += 1
        try:
            reason = self._reason(row)
        except MalformedError as error:
            reason = say("not in the form it was signed in: {detail}", detail=str(error))
        self._feeds[row.device][row.seq] = (*self._feeds[row.device].get(row.seq, ()), row.id)
        self._note(row.id)
        if reason is not None:
            self._blame(row, reason)

    def _note(self, entry: EntryId) -> None:
        short = entry[:BASIS_BYTES]
        self._known.add(short)
        self._wanted.pop(short, None)

    def _blame(self, row: Row, reason: Sentence) -> None:
        self._fault_count += 1
        if len(self._faults) < MAX_FAULTS:
            self._faults.append(Fault(row.position, row.id, row.device, row.seq, reason))

    def _reason(self, row: Row) -> Sentence | None:
        """Return what is wrong with a row; `None` when nothing is."""
        if row.signed.id != row.id:
            return say("its header does not have its id")
        checked = check_entry(row.signed)
        return self._filing_fault(row, checked.header) or self._author_fault(row, checked) or self._chain_fault(row, checked.header)

    def _filing_fault(self, row: Row, header: Header) -> Sentence | None:
        expected, self._next_position = self._next_position, row.position + 1
        if row.position != expected:
            return say("a row before it is missing")
        if (header.device, header.seq) != (row.device, row.seq):
            return say("it is filed under another device or number")
        if header.operation != self._operation:
            return say("it belongs to another operation")
        return None

    def _author_fault(self, row: Row, checked: CheckedEntry) -> Sentence | None:
        verifier = self._verifier(checked)
        if verifier is None:
            return say("nobody has introduced the device that it names")
        if not verifier.accepts(row.id, row.signed.signature):
            return say("its signature is not of the device that it names")
        return None

    def _chain_fault(self, row: Row, header: Header) -> Sentence | None:
        for basis in header.bases.values():
            for short in basis:
                if short not in self._known:
                    self._wanted.setdefault(short, row)
        if header.seq == 1:
            return None if header.prev == FIRST_PREV else say("it is a first entry but names one before it")
        before = self._feeds[header.device].get(header.seq - 1)
        if before is None:
            return say("the entry before it in its feed is missing")
        return None if header.prev in before else say("the entry before it in its feed is another than the one it names")

    def _verifier(self, checked: CheckedEntry) -> Verifier | None:
        device = checked.header.device
        if device not in self._verifiers:
            key = checked.public_key or self._keys.get(device)
            if key is None or device_id(key) != device:
                return None
            self._verifiers[device] = Verifier(key)
        return self._verifiers[device]

    def result(self, own_device: Id) -> Audit:
        dangling = 0
        for row in self._wanted.values():
            if row.device == own_device:  # what we superseded we had
                self._blame(row, say("it supersedes an entry that is missing"))
            else:
                dangling += 1
        forks = sorted((device, seq) for device, feed in self._feeds.items() for seq, ids in feed.items() if len(ids) > 1)
        faults = tuple(sorted(self._faults, key=lambda fault: fault.position))
        return Audit(self.entries, faults, self._fault_count, tuple(forks), dangling)
