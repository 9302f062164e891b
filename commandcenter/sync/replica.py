"""One copy of an operation, as sync sees it: a desk's log, a hub's tables, a node of a simulation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias

from commandcenter.log.intake import Ingested
from commandcenter.log.rows import Row, Tip
from commandcenter.log.signed import SignedEntry
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id

Summary: TypeAlias = Mapping[Id, tuple[Tip, ...]]
"""The ends of each feed: one, or one per branch where a feed is forked. Sorted; never empty tuples.

An entry names the one before it by hash and is never stored without it. So the ends stand for every entry of the feed.
"""


class Replica(Protocol):
    """Used by one thread. `Ledger` is one. Raises `KnownError` where its store fails."""

    @property
    def operation(self) -> Id:
        """The operation all entries belong to."""

    def leaves(self) -> Summary:
        """Return the ends of each feed."""

    def known(self, ids: Sequence[EntryId]) -> set[EntryId]:
        """Return which of these entries are here."""

    def position(self) -> int:
        """Return the position of the newest entry; 0 when there is none."""

    def signed(self, after: int = 0) -> Iterator[Row]:
        """Yield rows in the order of arrival, positions > `after`."""

    def feed(self, device: Id, after: int = 0) -> Iterator[Row]:
        """Yield the rows of one feed by (seq, id), seq > `after`."""

    def ingest(self, batch: Sequence[SignedEntry], *, sender: str, keys: Mapping[Id, bytes] | None = None) -> Ingested:
        """Check and store entries in one transaction; durable when it returns. Idempotent."""

    def device_keys(self) -> dict[Id, bytes]:
        """Return the public key of each device that wrote here."""
