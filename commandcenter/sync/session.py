"""Brings one copy in step with another and keeps it so. A conversation is a generator: it yields questions and is sent the answers.

So the same lines run over HTTP, in a simulation and in a test, and none of them knows what a network is.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeAlias

from commandcenter.log.codec import MalformedError
from commandcenter.log.header import check_header
from commandcenter.log.intake import Ingested
from commandcenter.log.rows import Row, Tip
from commandcenter.log.signed import Link, read_link
from commandcenter.model.entries import EntryId, EntryType
from commandcenter.model.ids import Id
from commandcenter.sync.batches import batch_of, cut
from commandcenter.sync.messages import (
    MAX_ENTRIES,
    TARGET_BYTES,
    Batch,
    Comparison,
    NewsRequest,
    Place,
    Receipt,
    Request,
    digest,
    read_batch,
    read_receipt,
    read_standing,
    write_batch,
    write_comparison,
    write_news_request,
    write_request,
)
from commandcenter.sync.missing import missing
from commandcenter.sync.replica import Replica, Summary
from commandcenter.sync.verbs import Verb

MAX_ROUNDS = 8
"""Comparisons before we give up for now; two suffice when nobody writes meanwhile, even when feeds are forked."""


def _nothing() -> None:
    """Nothing to do."""


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask the other copy."""

    verb: Verb
    body: bytes
    meanwhile: Callable[[], None] = _nothing
    """To be called once, in the replica's thread, while the question is on its way; before the answer is sent to the conversation."""


@dataclass(slots=True)
class _Tally:
    """How a pull goes."""

    total: int
    stored: int = 0
    good: int = 0
    """Stored, or here already."""
    gaps: int = 0


Conversation: TypeAlias = Generator[Question, bytes, bool]
"""Returns whether both are in step as far as can be told. Raises `MalformedError` for an answer that is none."""


class Watcher(Protocol):
    """Is told what happens. Called in the thread that runs the conversation."""

    def received(self, taken: Ingested) -> None:
        """Entries were stored here."""

    def sent(self, rows: list[Row], receipt: Receipt) -> None:
        """The other has committed these."""

    def progress(self, done: int, total: int) -> None:
        """So many of the entries that the other is ahead of us are here."""


class Session:
    """What we know of one other copy, for as long as we are connected to it. Used by the thread of its replica."""

    def __init__(self, replica: Replica, device: Id, peer: str, watcher: Watcher, target: Callable[[], int] = lambda: TARGET_BYTES) -> None:
        """Talk for this device to the peer of this name; `target`: bytes at which a batch to it is closed."""
        self._target = target
        self._replica = replica
        self._device = device
        self._peer = peer
        self._watcher = watcher
        self._theirs: dict[Id, tuple[Tip, ...]] = {}
        self._position = 0
        self._asked = False

    def converge(self) -> Conversation:
        """Compare, take what is lacking here, give what is lacking there, until both have the same.

        What travelled in vain, because others were quicker, is worth another round; what is refused is not.
        """
        for _ in range(MAX_ROUNDS):
            ours = self._replica.leaves()
            answer = yield Question(Verb.COMPARE, write_comparison(Comparison(self._replica.operation, digest(ours))))
            standing = read_standing(answer)
            self._position = standing.position
            self._asked = True
            self._theirs = dict(ours if standing.summary is None else standing.summary)
            if standing.summary is None:
                return True
            taken = yield from self._pull(ours, standing.summary)
            given = yield from self._push()
            if not taken and not given:
                return False
        return False

    def news(self) -> Conversation:
        """Take what came to the other since the last time. False: compare again."""
        while True:
            request = NewsRequest(self._replica.operation, self._position, self._device)
            batch = read_batch((yield Question(Verb.NEWS, write_news_request(request))))
            taken = self._take(batch)
            if taken.gaps or taken.quarantined or batch.position < self._position:
                return False
            self._position = batch.position
            for signed in batch.entries:
                self._advance(signed.id, read_link(signed.header))
            if not batch.more:
                return True

    def give(self) -> Conversation:
        """Send what is new here. False: compare again."""
        yield from self._push()
        return self._replica.leaves() == self._theirs

    def claim(self, known: int) -> Conversation:
        """Send the newest recovery of rights that was signed here, with what is before it: to whoever refuses us all else.

        `known`: so many of our entries are there. False: there is none to send.
        """
        rows = list(self._replica.feed(self._device, known))
        claims = [number for number, row in enumerate(rows) if check_header(row.signed.header).type == EntryType.RIGHTS_RECOVERED]
        if not claims:
            return False
        batch = batch_of(self._replica, rows[: claims[-1] + 1][-MAX_ENTRIES:])
        receipt = read_receipt((yield Question(Verb.PUSH, write_batch(batch))))
        return receipt.stored + receipt.duplicates == len(batch.entries)

    def confirmed(self) -> int | None:
        """Return the number of our newest entry that the other is known to have, 0 when it has none; `None` before it said anything."""
        if not self._asked:
            return None
        ends = self._theirs.get(self._device)
        return ends[-1].seq if ends else 0

    def _pull(self, ours: Summary, theirs: Summary) -> Generator[Question, bytes, int]:
        """Take what is lacking. While a batch is stored here, the next is on its way."""
        tally = _Tally(_ahead(theirs, ours))
        after: Place | None = None
        batch = read_batch((yield self._request(ours, after)))
        while batch.more:
            after = following(batch, after)
            answer = yield self._request(ours, after, partial(self._store, batch, tally))
            if tally.gaps:
                return tally.good
            batch = read_batch(answer)
        self._store(batch, tally)
        return tally.good

    def _request(self, ours: Summary, after: Place | None, meanwhile: Callable[[], None] = _nothing) -> Question:
        return Question(Verb.PULL, write_request(Request(self._replica.operation, ours, after)), meanwhile)

    def _store(self, batch: Batch, tally: _Tally) -> None:
        taken = self._take(batch)
        tally.stored += len(taken.entries)
        tally.good += len(taken.entries) + taken.duplicates
        tally.gaps += len(taken.gaps)
        self._watcher.progress(min(tally.stored, tally.total), tally.total)

    def _push(self) -> Generator[Question, bytes, int]:
        good = 0
        for rows, more in cut(missing(self._replica, dict(self._theirs)), self._target()):
            batch = batch_of(self._replica, rows, more=more)
            receipt = read_receipt((yield Question(Verb.PUSH, write_batch(batch))))
            good += receipt.stored + receipt.duplicates
            if receipt.gaps or receipt.quarantined:
                break
            for row in rows:
                self._advance(row.id, read_link(row.signed.header))
            self._watcher.sent(rows, receipt)
        return good

    def _take(self, batch: Batch) -> Ingested:
        if batch.operation != self._replica.operation:
            raise MalformedError("it is about another operation")
        taken = self._replica.ingest(batch.entries, sender=self._peer, keys=batch.device_keys())
        self._watcher.received(taken)
        return taken

    def _advance(self, entry: EntryId, link: Link) -> None:
        """Note that the other has an entry."""
        ends = {tip.id: tip for tip in self._theirs.get(link.device, ())}
        ends.pop(link.prev, None)
        ends[entry] = Tip(link.seq, entry)
        self._theirs[link.device] = tuple(sorted(ends.values(), key=lambda tip: (tip.seq, tip.id)))


def _ahead(theirs: Summary, ours: Summary) -> int:
    """Return how many entries of their feeds lie beyond the ends of ours."""
    return sum(max(0, ends[-1].seq - (ours[device][-1].seq if device in ours else 0)) for device, ends in theirs.items())


def following(batch: Batch, before: Place | None) -> Place:
    """Return where to go on after a batch; `MalformedError` when that leads nowhere."""
    if not batch.entries:
        raise MalformedError("an empty batch promises more")
    header = check_header(batch.entries[-1].header)
    place = Place(header.device, header.seq, batch.entries[-1].id)
    if before is not None and place <= before:
        raise MalformedError("batches go round in a circle")
    return place
