"""The messages of the protocol, each with a strict decoder.

| message | value |
|---|---|
| comparison | `[version, operation16, digest32]` |
| standing | `[position, summary or null]`; `null`: ours has the same digest. A summary is `[[device16, [[seq, id32] …]] …]` |
| request | `[operation16, summary, null or [device16, seq, id32]]`: send what this summary lacks, after that entry |
| news request | `[operation16, position, device16]`: send what came after that position and is not of that device |
| batch | `[operation16, position, more, [key32 …], [[header, signature, {section: [salt, body]}] …]]` |
| receipt | `[stored, duplicates, gaps, forks, quarantined]` |
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from commandcenter.log.codec import Limits, MalformedError
from commandcenter.log.rows import Tip
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import device_id
from commandcenter.model.entries import EntryId, Value
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.sync.replica import Summary
from commandcenter.sync.wire import WireLimits, pack, unpack

VERSION = 1
MAX_ENTRIES = 500
TARGET_BYTES = 256 << 10
"""A batch is closed when it has reached this many bytes before packing."""
MAX_BATCH_BYTES = 1 << 20
"""The target and the largest entry that the log can keep, with room to spare."""
MAX_FEEDS = 10_000
MAX_ENDS = 100_000

SMALL = WireLimits(1 << 10, Limits(size=1 << 10, depth=3, items=64))
SUMMARY = WireLimits(8 << 20, Limits(size=8 << 20, depth=6, items=4 * MAX_ENDS))
BATCH = WireLimits(MAX_BATCH_BYTES, Limits(size=MAX_BATCH_BYTES, depth=6, items=40_000))
_MAX_POSITION = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """Are we in step?"""

    operation: Id
    digest: bytes


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the other stands."""

    position: int
    """Of its newest entry, in its own order of arrival."""
    summary: Summary | None
    """`None`: the digests are equal."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a stream of entries stands: all of a feed up to this one were sent. Streams go by (device, seq, id)."""

    device: Id
    seq: int
    id: EntryId


@dataclass(frozen=True, slots=True)
class Request:
    """Send what this summary lacks."""

    operation: Id
    summary: Summary
    after: Place | None = None


@dataclass(frozen=True, slots=True)
class NewsRequest:
    """Send what came lately."""

    operation: Id
    position: int
    """In the other's order of arrival: what came up to here is known."""
    device: Id
    """Ours: what it wrote need not come back."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Entries on their way, each feed in order."""

    operation: Id
    entries: tuple[SignedEntry, ...]
    more: bool = False
    """There is more where this came from."""
    position: int = 0
    """In an answer to a news request: go on from here."""
    keys: tuple[bytes, ...] = ()
    """Public keys of devices whose first entry may be withheld."""

    def device_keys(self) -> dict[Id, bytes]:
        """Return the keys by the device that each proves to be."""
        return {device_id(key): key for key in self.keys}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a batch."""

    stored: int
    duplicates: int
    gaps: int
    """Refused because the one before is missing: compare again."""
    forks: int
    quarantined: int


def digest(summary: Summary) -> bytes:
    """Return 32 bytes that are equal for equal sets of entries."""
    sha = hashlib.sha256(b"ends\0")
    for device in sorted(summary):
        sha.update(id_bytes(device) + len(summary[device]).to_bytes(4, "big"))
        for tip in summary[device]:
            sha.update(tip.seq.to_bytes(8, "big") + tip.id)
    return sha.digest()


def write_comparison(comparison: Comparison) -> bytes:
    """Return the message."""
    return pack([VERSION, id_bytes(comparison.operation), comparison.digest], SMALL)


def read_comparison(raw: bytes) -> Comparison:
    """Return a foreign comparison; `MalformedError` otherwise. A newer version is named as such."""
    match unpack(raw, SMALL):
        case [version, *_] if position_of(version) != VERSION:
            raise MalformedError(f"version {version} of the protocol is spoken there, {VERSION} here")
        case [_, bytes() as operation, bytes() as sent] if len(sent) == 32:
            return Comparison(_id(operation), sent)
    raise not_a("comparison")


def write_standing(standing: Standing) -> bytes:
    """Return the message."""
    return pack([standing.position, None if standing.summary is None else summary_value(standing.summary)], SUMMARY)


def read_standing(raw: bytes) -> Standing:
    """Return a foreign standing; `MalformedError` otherwise."""
    match unpack(raw, SUMMARY):
        case [position, None]:
            return Standing(position_of(position), None)
        case [position, list() as summary]:
            return Standing(position_of(position), summary_of(summary))
    raise not_a("standing")


def write_request(request: Request) -> bytes:
    """Return the message."""
    after: Value = None if request.after is None else [id_bytes(request.after.device), request.after.seq, request.after.id]
    return pack([id_bytes(request.operation), summary_value(request.summary), after], SUMMARY)


def read_request(raw: bytes) -> Request:
    """Return a foreign request; `MalformedError` otherwise."""
    match unpack(raw, SUMMARY):
        case [bytes() as operation, list() as summary, None]:
            return Request(_id(operation), summary_of(summary))
        case [bytes() as operation, list() as summary, [bytes() as device, seq, id_]]:
            tip = _tip([seq, id_])
            return Request(_id(operation), summary_of(summary), Place(_id(device), tip.seq, tip.id))
    raise not_a("request")


def write_news_request(request: NewsRequest) -> bytes:
    """Return the message."""
    return pack([id_bytes(request.operation), request.position, id_bytes(request.device)], SMALL)


def read_news_request(raw: bytes) -> NewsRequest:
    """Return a foreign request for news; `MalformedError` otherwise."""
    match unpack(raw, SMALL):
        case [bytes() as operation, position, bytes() as device]:
            return NewsRequest(_id(operation), position_of(position), _id(device))
    raise not_a("request for news")


def write_batch(batch: Batch) -> bytes:
    """Return the message."""
    entries: list[Value] = [
        [signed.header, signed.signature, {name: [sealed.salt, sealed.body] for name, sealed in signed.sections.items()}] for signed in batch.entries
    ]
    return pack([id_bytes(batch.operation), batch.position, batch.more, list(batch.keys), entries], BATCH)


def read_batch(raw: bytes) -> Batch:
    """Return a foreign batch; `MalformedError` otherwise. What the entries say is for `ingest` to check."""
    match unpack(raw, BATCH):
        case [bytes() as operation, position, bool() as more, list() as keys, list() as entries] if max(len(entries), len(keys)) <= MAX_ENTRIES:
            signed = tuple(_entry(row) for row in entries)
            return Batch(_id(operation), signed, more, position_of(position), tuple(_key(key) for key in keys))
    raise not_a("batch")


def write_receipt(receipt: Receipt) -> bytes:
    """Return the message."""
    return pack([receipt.stored, receipt.duplicates, receipt.gaps, receipt.forks, receipt.quarantined], SMALL)


def read_receipt(raw: bytes) -> Receipt:
    """Return a foreign receipt; `MalformedError` otherwise."""
    match unpack(raw, SMALL):
        case [_, _, _, _, _] as counts:
            return Receipt(*map(position_of, counts))
    raise not_a("receipt")


def summary_value(summary: Summary) -> list[Value]:
    """Return a summary as it travels in messages."""
    return [[id_bytes(device), [[tip.seq, tip.id] for tip in summary[device]]] for device in sorted(summary)]


def summary_of(value: Value) -> Summary:
    """Return a foreign summary; `MalformedError` otherwise."""
    if not isinstance(value, list) or len(value) > MAX_FEEDS:
        raise not_a("summary")
    found = dict(_feed(row) for row in value)
    if len(found) != len(value) or list(found) != sorted(found):
        raise not_a("summary")
    return found


def _feed(value: Value) -> tuple[Id, tuple[Tip, ...]]:
    match value:
        case [bytes() as device, [_, *_] as ends]:
            tips = tuple(_tip(end) for end in ends)
            if list(tips) == sorted(set(tips), key=lambda tip: (tip.seq, tip.id)):
                return _id(device), tips
    raise not_a("feed")


def _tip(value: Value) -> Tip:
    match value:
        case [int() as seq, bytes() as id_] if not isinstance(seq, bool) and 0 < seq < 1 << 63 and len(id_) == 32:
            return Tip(seq, EntryId(id_))
    raise not_a("end of a feed")


def position_of(value: Value) -> int:
    """Return a foreign number that is not negative and fits 63 bits; `MalformedError` otherwise."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MAX_POSITION:
        return value
    raise not_a("position")


def _entry(value: Value) -> SignedEntry:
    match value:
        case [bytes() as header, bytes() as signature, dict() as sections]:
            return SignedEntry(header, signature, {name: _section(pair) for name, pair in sections.items()})
    raise not_a("entry")


def _section(value: Sequence[Value]) -> SealedSection:
    match value:
        case [bytes() as salt, bytes() as body]:
            return SealedSection(salt, body)
    raise not_a("section")


def _key(value: Value) -> bytes:
    if isinstance(value, bytes) and len(value) == 32:
        return value
    raise not_a("key")


def _id(raw: bytes) -> Id:
    if len(raw) != 16:
        raise not_a("id")
    return id_from_bytes(raw)


def not_a(what: str) -> MalformedError:
    """Return the failure of a message that is no such thing."""
    return MalformedError(f"not a {what} of this protocol")
