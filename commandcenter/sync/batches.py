"""Cuts a stream of entries into batches that every receiver takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from commandcenter.log.rows import Row
from commandcenter.sync.messages import MAX_ENTRIES, TARGET_BYTES, Batch
from commandcenter.sync.replica import Replica

LOW_BYTES = 8 << 10
"""Target over a slow link: half a minute at 2,400 bit/s, and little to send again when it breaks."""
_FRAMING_BYTES = 64
"""Of an entry and of each of its sections: more than CBOR needs, so that thousands of empty sections count as well."""


def cut(rows: Iterable[Row], target: int = TARGET_BYTES) -> Iterator[tuple[list[Row], bool]]:
    """Yield (rows of one batch, whether more follow); nothing for an empty stream. `target`: bytes at which a batch is closed."""
    batch: list[Row] = []
    size = 0
    for row in rows:
        if batch and (size >= target or len(batch) == MAX_ENTRIES):
            yield batch, True
            batch, size = [], 0
        batch.append(row)
        size += _weight(row)
    if batch:
        yield batch, False


def batch_of(replica: Replica, rows: list[Row], *, more: bool = False, position: int = 0) -> Batch:
    """Return rows as a batch, with the keys of their devices: a first entry that introduces its device may be withheld."""
    keys = replica.device_keys()
    devices = dict.fromkeys(row.device for row in rows)
    return Batch(replica.operation, tuple(row.signed for row in rows), more, position, tuple(keys[device] for device in devices if device in keys))


def _weight(row: Row) -> int:
    signed = row.signed
    return _FRAMING_BYTES + len(signed.header) + sum(_FRAMING_BYTES + len(sealed.body) for sealed in signed.sections.values())
