"""Who may do what with an operation: the hub reads grants and revocations out of the log, by the very function that desks use.

It judges devices, not entries: what is stored here is for every receiver to judge. See ADR 8.

| device | may |
|---|---|
| enrolled, or nobody has been granted anything | everything |
| not enrolled (yet) | compare, and give a bounded number of entries: its own enrolment may be among them |
| revoked in the operation | nothing |
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import NoReturn

import sqlalchemy as sa

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.refusals import NOT_ENROLLED, REVOKED_HERE, forbidden
from commandcenter.hub.replica import HubReplica
from commandcenter.hub.schema import ACTS
from commandcenter.log.signed import read_entry, read_link
from commandcenter.model.entries import Entry
from commandcenter.model.ids import Id, id_bytes
from commandcenter.picture.feeds import Feeds
from commandcenter.picture.standing import REVOKING, Standing, stand
from commandcenter.sync.messages import Batch, read_batch, read_request, write_batch
from commandcenter.sync.responder import Verb

GUEST_ENTRIES = 5_000
"""Entries of all devices that are not enrolled, kept per operation: days of work of a laptop whose enrolment is still on its way."""


class Gate:
    """The standing of devices, remembered until there are new entries about rights. Any thread."""

    def __init__(self, database: HubDatabase) -> None:
        """Read from this database."""
        self._database = database
        self._lock = threading.Lock()
        self._kept: dict[Id, tuple[tuple[int, int], Standing]] = {}

    def instead(self, device: Id | None, verb: Verb | None, body: bytes, replica: HubReplica) -> bytes | None:
        """Return what to answer in place of the replica; `None`: let it answer. No verb: the doorbell.

        Raises aiohttp's 403, and `MalformedError` for a body that is none.
        """
        standing = self.standing(replica)
        if device is None or not standing.begun or (standing.roles_on(device) and device not in standing.device_cuts):
            return None
        if device in standing.device_cuts:
            raise forbidden(REVOKED_HERE)
        if verb == Verb.PUSH:
            self._let_a_guest_give(standing, read_batch(body), replica)
            return None
        if verb == Verb.PULL:
            return self._let_a_guest_take(body, replica)
        return None if verb == Verb.COMPARE else _not_enrolled()

    def standing(self, replica: HubReplica) -> Standing:
        """Return where everybody stands in an operation now."""
        newest = self._newest(replica.operation)
        with self._lock:
            when, standing = self._kept.get(replica.operation, (None, None))
        if standing is None or when != newest:
            standing = self._weighed(replica)
            with self._lock:
                self._kept[replica.operation] = newest, standing
        return standing

    def _newest(self, operation: Id) -> tuple[int, int]:
        """Return how many entries about rights there are, and the position of the newest: a restored database has others."""
        newest = sa.select(sa.func.count(), sa.func.max(ACTS.c.position)).where(ACTS.c.operation == id_bytes(operation))
        with self._database.reading() as connection:
            count, position = connection.execute(newest).one()
        return count, position or 0

    def _weighed(self, replica: HubReplica) -> Standing:
        acts = [read_entry(row.signed) for row in replica.acts()]
        feeds = Feeds()
        if any(act.type in REVOKING for act in acts):  # only these are weighed by what their author had written before
            for entry in _written_by(replica, {act.device for act in acts}):
                feeds.add(entry)
        return stand(replica.operation, feeds, acts)[0]

    def _let_a_guest_give(self, standing: Standing, batch: Batch, replica: HubReplica) -> None:
        """Raise 403 when there would be too many entries of devices that are not enrolled."""
        here = sum(ends[-1].seq for device, ends in replica.leaves().items() if not standing.roles_on(device))
        more = sum(not standing.roles_on(read_link(signed.header).device) for signed in batch.entries)
        if more and here + more > GUEST_ENTRIES:
            _not_enrolled()

    def _let_a_guest_take(self, body: bytes, replica: HubReplica) -> bytes:
        """Give nothing; say so when the guest has nothing to give either, for its enrolment might be in what it has."""
        ends = [tip.id for tips in read_request(body).summary.values() for tip in tips]
        if len(replica.known(ends)) == len(set(ends)):
            _not_enrolled()
        return write_batch(Batch(replica.operation, ()))


def _written_by(replica: HubReplica, devices: Iterable[Id]) -> Iterable[Entry]:
    return (read_entry(row.signed) for device in sorted(devices) for row in replica.feed(device))


def _not_enrolled() -> NoReturn:
    raise forbidden(NOT_ENROLLED)
