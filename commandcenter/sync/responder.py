"""Answers the questions of the protocol out of one copy. Knows nothing of how they came."""

from __future__ import annotations

from commandcenter.log.codec import MalformedError
from commandcenter.log.intake import Ingested
from commandcenter.model.ids import Id
from commandcenter.sync.acks import AckBook, AckNews, Acks, read_news, write_news
from commandcenter.sync.batches import batch_of, cut
from commandcenter.sync.checkpoints import Notary, read_exchange, write_exchange
from commandcenter.sync.messages import (
    TARGET_BYTES,
    Receipt,
    Standing,
    digest,
    read_batch,
    read_comparison,
    read_news_request,
    read_request,
    write_batch,
    write_receipt,
    write_standing,
)
from commandcenter.sync.missing import missing
from commandcenter.sync.replica import Replica
from commandcenter.sync.verbs import Verb


class Responder:
    """One copy at the service of others. Used by the thread of its replica.

    Every method raises `MalformedError` for what is not of this protocol or of another operation.
    """

    def __init__(self, replica: Replica, acks: Acks | None = None, notary: Notary | None = None, target: int = TARGET_BYTES) -> None:
        """Answer for this copy; `acks`: the acknowledgements that it passes on; `notary`: who signs its checkpoints, if anybody does.

        `target`: bytes at which a batch is closed, as the asker wants it.
        """
        self._target = target
        self._notary = notary
        self._replica = replica
        self._acks = acks or AckBook(replica.operation)

    def answer(self, verb: Verb, body: bytes, sender: str) -> tuple[bytes, Ingested | None]:
        """Return the answer to a question, and what a push has brought."""
        if verb == Verb.PUSH:
            return self._push(body, sender)
        answers = {
            Verb.COMPARE: self._compare,
            Verb.PULL: self._pull,
            Verb.NEWS: self._news,
            Verb.ACKS: self._exchange_acks,
            Verb.CHECKPOINT: self._exchange_checkpoints,
        }
        return answers[verb](body), None

    def _compare(self, body: bytes) -> bytes:
        comparison = read_comparison(body)
        self._check(comparison.operation)
        position = self._replica.position()  # read first: what comes between is then asked for again, never skipped
        ours = self._replica.leaves()
        return write_standing(Standing(position, None if digest(ours) == comparison.digest else ours))

    def _pull(self, body: bytes) -> bytes:
        request = read_request(body)
        self._check(request.operation)
        rows, more = next(cut(missing(self._replica, request.summary, request.after), self._target), ([], False))
        return write_batch(batch_of(self._replica, rows, more=more))

    def _news(self, body: bytes) -> bytes:
        request = read_news_request(body)
        self._check(request.operation)
        newest = self._replica.position()
        fresh = (row for row in self._replica.signed(request.position) if row.device != request.device)
        rows, more = next(cut(fresh, self._target), ([], False))
        position = rows[-1].position if more else max([newest, *(row.position for row in rows)])
        return write_batch(batch_of(self._replica, rows, more=more, position=position))

    def _push(self, body: bytes, sender: str) -> tuple[bytes, Ingested]:
        batch = read_batch(body)
        self._check(batch.operation)
        taken = self._replica.ingest(batch.entries, sender=sender, keys=batch.device_keys())
        return write_receipt(receipt_of(taken)), taken

    def _exchange_acks(self, body: bytes) -> bytes:
        news = read_news(body)
        self._check(news.operation)
        self._acks.take(news.acks)
        return write_news(AckNews(news.operation, self._acks.sizes(), self._acks.fuller(news.sizes)))

    def _exchange_checkpoints(self, body: bytes) -> bytes:
        operation, theirs = read_exchange(body)
        self._check(operation)
        return write_exchange(operation, self._notary.exchange(self._replica, theirs) if self._notary is not None else None)

    def _check(self, operation: Id) -> None:
        if operation != self._replica.operation:
            raise MalformedError("it is about another operation")


def receipt_of(taken: Ingested) -> Receipt:
    """Return what the sender of a batch is told."""
    return Receipt(len(taken.entries), taken.duplicates, len(taken.gaps), len(taken.forks), taken.quarantined)


__all__ = ["Responder", "Verb", "receipt_of"]
