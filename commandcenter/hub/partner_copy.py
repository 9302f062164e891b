"""The hub's copy of an operation as a partner's device may see it: every entry, and of each the sections that were decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from commandcenter.log.intake import Ingested
from commandcenter.log.rows import Row, Tip
from commandcenter.log.sharing import SharingPolicy, redact
from commandcenter.log.signed import SignedEntry
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id
from commandcenter.sync.replica import Replica


class PartnerCopy:
    """Implements `sync.replica.Replica` over another one. What the partner gives is taken whole."""

    def __init__(self, whole: Replica, policy: SharingPolicy, audience: Id) -> None:
        """Show a replica to an audience."""
        self._whole, self._policy, self._audience = whole, policy, audience

    @property
    def operation(self) -> Id:
        """The operation all entries belong to."""
        return self._whole.operation

    def leaves(self) -> Mapping[Id, tuple[Tip, ...]]:
        """Return the ends of each feed."""
        return self._whole.leaves()

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Return which of these entries are here."""
        return self._whole.known(ids)

    def position(self) -> int:
        """Return the position of the newest entry; 0 when there is none."""
        return self._whole.position()

    def signed(self, after: int = 0) -> Iterator[Row]:
        """Yield rows in the order of arrival, positions > `after`."""
        return map(self._shown, self._whole.signed(after))

    def feed(self, device: Id, after: int = 0) -> Iterator[Row]:
        """Yield the rows of one feed by (seq, id), seq > `after`."""
        return map(self._shown, self._whole.feed(device, after))

    def ingest(self, batch: Sequence[SignedEntry], *, sender: str, keys: Mapping[Id, bytes] | None = None) -> Ingested:
        """Check and store entries in one transaction; durable when it returns. Idempotent."""
        return self._whole.ingest(batch, sender=sender, keys=keys)

    def device_keys(self) -> dict[Id, bytes]:
        """Return the public key of each device that wrote here."""
        return self._whole.device_keys()

    def _shown(self, row: Row) -> Row:
        return replace(row, signed=redact(row.signed, self._policy, self._audience))
