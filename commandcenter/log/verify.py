"""Audits a whole log: every byte that was signed, every chain, every commitment. Streams; needs no trust in the store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from commandcenter.log.checkpoint import Checkpoint
from commandcenter.log.codec import MalformedError
from commandcenter.log.findings import Audit, Consequence, Fault, Lost
from commandcenter.log.header import BASIS_BYTES, FIRST_PREV, Header
from commandcenter.log.rows import Row, Tip
from commandcenter.log.signed import CheckedEntry, check_entry
from commandcenter.log.signing import Verifier, device_id
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress, Progress
from commandcenter.model.sentences import Sentence, say

_REPORT_EVERY = 500
MAX_FAULTS = 100
MAX_CONSEQUENCES = 1_000
_NO_PREDECESSOR = say("the entry before it in its feed is missing")


def audit(
    rows: Iterable[Row | int],
    *,
    operation: Id,
    own_device: Id,
    keys: Mapping[Id, bytes],
    checkpoints: Sequence[Checkpoint] = (),
    total: int = 0,
    progress: Progress | None = None,
) -> Audit:
    """Check rows in order of position; raises `Cancelled` when the person has cancelled. A number is the position of a row that cannot be read.

    `keys` helps where a feed's introduction is withheld; a key only counts when its device id is its hash.
    What `checkpoints` name has to be here.
    """
    auditor = Auditor(operation, keys)
    watch = progress or NoProgress()
    for number, row in enumerate(rows):
        if number % _REPORT_EVERY == 0:
            watch.report("verify", number, total)
        if isinstance(row, int):
            auditor.pass_over(row)
        else:
            auditor.check(row)
    watch.report("verify", auditor.entries, max(total, auditor.entries))
    return auditor.result(own_device, checkpoints)


class Auditor:
    """Checks row after row; for who goes through a log in portions. One thread at a time."""

    def __init__(self, operation: Id, keys: Mapping[Id, bytes]) -> None:
        """Begin with no row."""
        self.entries = 0
        self._next_position = 1
        self._operation = operation
        self._keys = {device: key for device, key in keys.items() if device_id(key) == device}
        self._verifiers: dict[Id, Verifier] = {}
        self._tips: dict[Id, Tip] = {}
        self._known: dict[bytes, int] = {}
        """Short id → its number in its feed."""
        self._wanted: dict[bytes, Row] = {}
        self._spoilt: dict[bytes, int] = {}
        """Short id of what is bad or rests on it → position of the fault."""
        self._bad_places: dict[tuple[Id, int], int] = {}
        self._faults: list[Fault] = []
        self._fault_count = 0
        self._consequences: list[Consequence] = []
        self._consequence_count = 0
        self._forks: set[tuple[Id, int]] = set()
        self._unread = 0
        """Position of the last row that could not be read."""

    def pass_over(self, position: int) -> None:
        """Note a row that cannot be read: what misses an entry from now on rests on it."""
        self.entries += 1
        self._next_position, self._unread = position + 1, position
        self._fault_count += 1
        if len(self._faults) < MAX_FAULTS:
            self._faults.append(Fault(position, EntryId(b""), Id(""), 0, say("its place on the disk is damaged")))

    def check(self, row: Row) -> None:
        """Check the next row."""
        self.entries += 1
        gap, self._next_position = row.position != self._next_position, row.position + 1
        header: Header | None = None
        try:
            reason, header = self._judge(row, gap)
        except MalformedError as error:
            reason = say("not in the form it was signed in: {detail}", detail=str(error))
        if reason is _NO_PREDECESSOR and self._unread:
            self._add_consequence(row, self._unread, follows=True)
        elif reason is not None:
            self._blame(row, reason)
            self._bad_places[row.device, row.seq] = row.position
        elif header is not None:
            self._trace(row, header)
        self._note(row, header)

    def _note(self, row: Row, header: Header | None) -> None:
        """Remember where the entry stands: by what was signed where that can be told, else by how it is filed."""
        device, seq = (header.device, header.seq) if header else (row.device, row.seq)
        short = row.id[:BASIS_BYTES]
        tip = self._tips.get(device)
        if tip is None or seq > tip.seq:
            self._tips[device] = Tip(seq, row.id)
        elif short not in self._known:
            self._forks.add((device, seq))
        self._known[short] = seq
        self._wanted.pop(short, None)

    def _blame(self, row: Row, reason: Sentence) -> None:
        self._fault_count += 1
        self._spoilt[row.id[:BASIS_BYTES]] = row.position
        if len(self._faults) < MAX_FAULTS:
            self._faults.append(Fault(row.position, row.id, row.device, row.seq, reason))

    def _trace(self, row: Row, header: Header) -> None:
        """Note when a sound entry rests on a bad one."""
        if not self._spoilt:
            return
        chained = self._spoilt.get(header.prev[:BASIS_BYTES]) or self._bad_places.get((header.device, header.seq - 1))
        replaced = (self._spoilt.get(short) for basis in header.bases.values() for short in basis)
        cause = chained or next((position for position in replaced if position), None)
        if cause is None:
            return
        self._add_consequence(row, cause, follows=chained is not None)

    def _add_consequence(self, row: Row, cause: int, *, follows: bool) -> None:
        self._spoilt[row.id[:BASIS_BYTES]] = cause
        self._consequence_count += 1
        if len(self._consequences) < MAX_CONSEQUENCES:
            self._consequences.append(Consequence(row.position, row.id, cause, follows))

    def _judge(self, row: Row, gap: bool) -> tuple[Sentence | None, Header | None]:
        """Return what is wrong with a row (`None` when nothing is), and its header where that is the one that was signed."""
        if row.signed.id != row.id:
            return say("its header does not have its id"), None
        checked = check_entry(row.signed)
        header = checked.header
        if gap:
            return say("a row before it is missing"), header
        return self._filing_fault(row, header) or self._author_fault(row, checked) or self._chain_fault(row, header), header

    def _filing_fault(self, row: Row, header: Header) -> Sentence | None:
        if (header.device, header.seq) != (row.device, row.seq):
            return say("it is filed under another device or number")
        if header.operation != self._operation:
            return say("it belongs to another operation")
        if row.id[:BASIS_BYTES] in self._known:
            return say("it is here twice")
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
        before = (header.device, header.seq - 1)
        if before in self._bad_places or self._known.get(header.prev[:BASIS_BYTES]) == header.seq - 1:
            return None
        tip = self._tips.get(header.device)
        if tip is None or tip.seq < header.seq - 1:
            return _NO_PREDECESSOR
        return say("the entry before it in its feed is another than the one it names")

    def _verifier(self, checked: CheckedEntry) -> Verifier | None:
        device = checked.header.device
        if device not in self._verifiers:
            key = checked.public_key or self._keys.get(device)
            if key is None or device_id(key) != device:
                return None
            self._verifiers[device] = Verifier(key)
        return self._verifiers[device]

    def result(self, own_device: Id, checkpoints: Sequence[Checkpoint]) -> Audit:
        """Return what was found; what checkpoints name has to have been among the rows."""
        dangling = 0
        for row in self._wanted.values():
            if self._unread and row.id[:BASIS_BYTES] not in self._spoilt:
                self._add_consequence(row, self._unread, follows=False)
            elif self._unread:
                continue
            elif row.device == own_device:  # what we superseded we had
                self._blame(row, say("it supersedes an entry that is missing"))
            else:
                dangling += 1
        return Audit(
            self.entries,
            tuple(sorted(self._faults, key=lambda fault: fault.position)),
            self._fault_count,
            tuple(sorted(self._consequences, key=lambda one: one.position)),
            self._consequence_count,
            tuple(self._lost(checkpoints)),
            tuple(sorted(self._forks)),
            dangling,
        )

    def _lost(self, checkpoints: Sequence[Checkpoint]) -> list[Lost]:
        """Return what checkpoints name and is not here, by feed; of several that say so, the one that names most."""
        lost: dict[Id, Lost] = {}
        for checkpoint in checkpoints:
            said = checkpoint.said
            for end in checkpoint.ends:
                if end.id[:BASIS_BYTES] in self._known or (end.device in lost and lost[end.device].last >= end.seq):
                    continue
                tip = self._tips.get(end.device)
                first = min(tip.seq + 1 if tip else 1, end.seq)
                lost[end.device] = Lost(end.device, first, end.seq, checkpoint.signers, said.wall_ms)
        return sorted(lost.values(), key=lambda one: (one.device, one.last))


__all__ = ["MAX_CONSEQUENCES", "MAX_FAULTS", "Audit", "Auditor", "Fault", "audit"]
