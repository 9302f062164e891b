"""The command log of one operation: appends our own entries, takes in others' and reads them back.

The rules live here once; `Rows` (memory or SQLite) only keeps bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext

from commandcenter.log.compose import Author, random_salt
from commandcenter.log.hlc import HybridClock
from commandcenter.log.intake import Ingested, Intake
from commandcenter.log.rows import Quarantined, Row, Rows, Tip
from commandcenter.log.signed import SignedEntry, read_entry, read_link, read_stored
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock
from commandcenter.model.collecting import no_collection
from commandcenter.model.entries import Draft, Entry, EntryId
from commandcenter.model.ids import NO_AUTH, Id
from commandcenter.model.ports import Heads


class Ledger:
    """Implements `ports.CommandLog` over any rows. One thread owns it."""

    def __init__(self, rows: Rows, operation: Id, device: DeviceKey, clock: Clock, new_salt: Callable[[], bytes] = random_salt) -> None:
        """Go on where the rows end."""
        self._rows = rows
        self._hybrid = HybridClock(clock)
        self._clock = clock
        self._author = Author(operation, device, clock, self._hybrid, new_salt)
        self._gathering = False
        self._forks: set[tuple[Id, int]] = set(rows.forks())
        for tip in rows.tips().values():
            row = rows.find(tip.id)
            if row is not None:
                self._hybrid.observe(read_entry(row.signed).hlc)
        own = rows.tip(device.id)
        last = rows.find(own.id) if own else None
        if last is not None:
            self._hybrid.resume(read_entry(last.signed).hlc)

    @property
    def operation(self) -> Id:
        """The operation all entries belong to."""
        return self._author.operation

    @property
    def device(self) -> Id:
        """This device: the feed our own entries go to."""
        return self._author.device.id

    @property
    def device_key(self) -> DeviceKey:
        """This device's key, for attesting what is no entry."""
        return self._author.device

    def append(self, drafts: Sequence[Draft], *, actor: Id, heads: Heads, auth: Id = NO_AUTH) -> tuple[Entry, ...]:
        """Sign, store and commit all drafts in one transaction; durable when it returns. `auth`: the grant the actor acts under.

        Raises `KnownError` (disk full, log open elsewhere, entry too large); then nothing was stored.
        """
        tip = self._rows.tip(self.device)
        composed = self._author.compose(drafts, tip, actor=actor, heads=heads, auth=auth)
        entries = tuple(read_entry(signed) for signed in composed)
        if composed:
            with nullcontext() if self._gathering else self._rows.transaction():
                if tip is None:
                    self._rows.add_key(self.device, self._author.device.public_key)
                for signed, entry in zip(composed, entries, strict=True):
                    self._rows.insert(signed, entry.device, entry.seq)
        return entries

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Let everything that is appended inside be one transaction: durable when the block ends, nothing of it where it fails.

        For copying many entries, each with its own author and moment: a commit for each would wait for the disk as often.
        """
        with self._rows.transaction():
            self._gathering = True
            try:
                yield
            finally:
                self._gathering = False

    def ingest(self, batch: Sequence[SignedEntry], *, sender: str, keys: Mapping[Id, bytes] | None = None) -> Ingested:
        """Check and store others' entries in one transaction; durable when it returns. Idempotent.

        `keys` gives public keys of devices whose introduction is withheld; a key only counts when its device id is its hash.
        """
        with self._rows.transaction(), no_collection():
            taken = Intake(self._rows, self.operation, self._hybrid, self._clock, sender, keys or {}).take(batch)
        self._forks.update(taken.forks)
        return taken

    def entries(self, after: int = 0) -> Iterator[tuple[int, Entry]]:
        """Yield (local position, entry) in the order of arrival, positions > `after`."""
        return ((position, read_stored(id_, header, bodies)) for position, id_, header, bodies in self._rows.bodies(after))

    def signed(self, after: int = 0) -> Iterator[Row]:
        """Yield the stored bytes in the order of arrival, for sync, audit and export."""
        return self._rows.rows(after)

    def feed(self, device: Id, after: int = 0) -> Iterator[Row]:
        """Yield the stored bytes of one feed by (seq, id), seq > `after`."""
        return self._rows.feed(device, after)

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Return which of these entries are here."""
        return self._rows.known(ids)

    def leaves(self) -> dict[Id, tuple[Tip, ...]]:
        """Return the ends of each feed, sorted: one, or one per branch where it is forked. They stand for all that is before them."""
        forked = {device: min(seq for other, seq in self._forks if other == device) for device, _ in self._forks}
        return {device: self._ends(device, forked[device]) if device in forked else (tip,) for device, tip in self._rows.tips().items()}

    def _ends(self, device: Id, first_fork: int) -> tuple[Tip, ...]:
        ends: dict[EntryId, Tip] = {}
        for row in self._rows.feed(device, first_fork - 1):
            ends.pop(read_link(row.signed.header).prev, None)
            ends[row.id] = Tip(row.seq, row.id)
        return tuple(sorted(ends.values(), key=lambda tip: (tip.seq, tip.id)))

    def get(self, entry_id: EntryId) -> Entry | None:
        """Return one entry."""
        row = self._rows.find(entry_id)
        return None if row is None else read_entry(row.signed)

    def count(self) -> int:
        """Return how many entries there are."""
        return self._rows.count()

    def position(self) -> int:
        """Return the position of the newest entry; 0 when there is none."""
        return self._rows.count()

    def own_seq(self) -> int:
        """Return the number of our own newest entry; 0 when there is none."""
        tip = self._rows.tip(self.device)
        return tip.seq if tip else 0

    def mark(self, name: str) -> int:
        """Return a number that was kept under a name; 0 when there is none."""
        return self._rows.mark(name)

    def set_mark(self, name: str, value: int) -> None:
        """Keep a number beside the log; durable when it returns."""
        with self._rows.transaction():
            self._rows.set_mark(name, value)

    def device_keys(self) -> dict[Id, bytes]:
        """Return the public key of each device that wrote here."""
        return self._rows.keys()

    def forks(self) -> list[tuple[Id, int]]:
        """Return every (device, seq) that two different entries claim: a copied or restored profile, or a forgery."""
        return sorted(self._forks)

    def quarantined(self) -> list[Quarantined]:
        """Return what was refused on receipt, with its sender."""
        return self._rows.quarantined()

    def erase(self, entry_id: EntryId, section: str) -> bool:
        """Forget one section of an entry for good (personal data); chain and signature stay valid. Return whether it was there."""
        with self._rows.transaction():
            return self._rows.erase(entry_id, section)

    def close(self) -> None:
        """Release the files."""
        self._rows.close()
