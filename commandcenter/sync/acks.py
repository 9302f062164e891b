"""Acknowledgements: a device signs the ends of the feeds that it has. So everybody can tell which entry is on which device.

An acknowledgement is no entry: only the fullest one of each device is kept, and it is passed on by whoever meets. Clocks play no
part; feeds only grow, so the acknowledgement with more entries is the later one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from commandcenter.log.codec import Limits, encode
from commandcenter.log.ledger import Ledger
from commandcenter.log.signing import DeviceKey, attests, device_id
from commandcenter.model.entries import EntryId, Value
from commandcenter.model.ids import Id, id_bytes
from commandcenter.sync.messages import MAX_ENDS, MAX_FEEDS, not_a, position_of, summary_of, summary_value
from commandcenter.sync.replica import Summary
from commandcenter.sync.wire import WireLimits, pack, unpack

ACKS = WireLimits(4 << 20, Limits(size=4 << 20, depth=7, items=4 * MAX_ENDS))
MAX_ACKS = 1_000
"""Devices whose acknowledgements travel; more belong to no operation that one desk could show."""
_PURPOSE = "acknowledgement"


@dataclass(frozen=True, slots=True)
class Ack:
    """What a device says that it has."""

    operation: Id
    public_key: bytes
    wall_ms: int
    """By the device's own clock; for people."""
    ends: Summary
    signature: bytes

    @classmethod
    def of(cls, device: DeviceKey, operation: Id, wall_ms: int, ends: Summary) -> Ack:
        """Sign what this device has."""
        return cls(operation, device.public_key, wall_ms, ends, device.attest(_PURPOSE, _signed(operation, wall_ms, ends)))

    @property
    def device(self) -> Id:
        """Return who says so."""
        return device_id(self.public_key)

    @property
    def size(self) -> int:
        """Return how many entries the ends stand for, at least: what is fuller is later."""
        return sum(ends[-1].seq + len(ends) - 1 for ends in self.ends.values())

    def newest(self) -> dict[Id, int]:
        """Return the highest number of each feed."""
        return {device: ends[-1].seq for device, ends in self.ends.items()}

    def is_signed(self) -> bool:
        """Return whether the device itself says so."""
        return attests(self.public_key, _PURPOSE, _signed(self.operation, self.wall_ms, self.ends), self.signature)

    def covers(self, device: Id, seq: int, entry: EntryId) -> bool:
        """Return whether an entry is surely on the device: of a forked feed only its ends are."""
        ends = self.ends.get(device, ())
        return any(tip.id == entry for tip in ends) or (len(ends) == 1 and ends[0].seq > seq)


class Acks(Protocol):
    """The acknowledgements that a copy knows. Used by the thread of its replica."""

    def sizes(self) -> Mapping[Id, int]:
        """Return how full the acknowledgement of each device is."""

    def fuller(self, sizes: Mapping[Id, int]) -> list[Ack]:
        """Return those that somebody with these sizes lacks."""

    def take(self, acks: Iterable[Ack]) -> None:
        """Keep those that are signed and fuller than what is known of their devices."""


@dataclass(frozen=True, slots=True)
class AckNews:
    """What both sides of an exchange send: how full their acknowledgements are, and those that the other lacks."""

    operation: Id
    sizes: Mapping[Id, int]
    acks: Sequence[Ack]


def write_news(news: AckNews) -> bytes:
    """Return the message `[operation16, [[device16, size] …], [[key32, wall_ms, summary, signature64] …]]`."""
    sizes: list[Value] = [[id_bytes(device), news.sizes[device]] for device in sorted(news.sizes)]
    acks: list[Value] = [[ack.public_key, ack.wall_ms, summary_value(ack.ends), ack.signature] for ack in news.acks[:MAX_ACKS]]
    return pack([id_bytes(news.operation), sizes, acks], ACKS)


def read_news(raw: bytes) -> AckNews:
    """Return a foreign message; `MalformedError` otherwise. Signatures are for `take` to check."""
    match unpack(raw, ACKS):
        case [bytes() as operation, list() as sizes, list() as acks] if len(operation) == 16 and len(acks) <= MAX_ACKS and len(sizes) <= MAX_FEEDS:
            whose = Id(operation.hex())
            return AckNews(whose, dict(_size(row) for row in sizes), tuple(_ack(whose, row) for row in acks))
    raise not_a("exchange of acknowledgements")


def _size(value: Value) -> tuple[Id, int]:
    match value:
        case [bytes() as device, size] if len(device) == 16:
            return Id(device.hex()), position_of(size)
    raise not_a("size of an acknowledgement")


def _ack(operation: Id, value: Value) -> Ack:
    match value:
        case [bytes() as key, wall_ms, list() as summary, bytes() as signature] if len(key) == 32:
            return Ack(operation, key, position_of(wall_ms), summary_of(summary), signature)
    raise not_a("acknowledgement")


def _signed(operation: Id, wall_ms: int, ends: Summary) -> bytes:
    return encode([id_bytes(operation), wall_ms, summary_value(ends)], ACKS.value)


class AckBook:
    """The acknowledgements that this desk knows. Written in one thread; `all` may be read in any."""

    def __init__(self, operation: Id, known: Iterable[Ack] = ()) -> None:
        """Begin with what was kept."""
        self.operation = operation
        self._acks: dict[Id, Ack] = {}
        self._writers: frozenset[Id] = frozenset()
        for ack in known:
            if ack.operation == operation and ack.is_signed():
                self._acks[ack.device] = ack

    def all(self) -> Mapping[Id, Ack]:
        """Return the fullest acknowledgement of each device."""
        return self._acks

    def know(self, devices: Iterable[Id]) -> None:
        """Say who writes in this operation."""
        self._writers = frozenset(devices)

    def sizes(self) -> Mapping[Id, int]:
        """Return how full the acknowledgement of each device is."""
        return {device: ack.size for device, ack in self._acks.items()}

    def fuller(self, sizes: Mapping[Id, int]) -> list[Ack]:
        """Return those that somebody with these sizes lacks."""
        return [ack for device, ack in sorted(self._acks.items()) if ack.size > sizes.get(device, -1)][:MAX_ACKS]

    def take(self, acks: Iterable[Ack]) -> None:
        """Keep those that are signed and fuller than what is known of their devices.

        A device that only reads counts too, unless there are so many that somebody must be making them up.
        """
        fresh = {ack.device: ack for ack in acks if self._wanted(ack)}
        if fresh:
            self._acks = {**self._acks, **fresh}

    def _wanted(self, ack: Ack) -> bool:
        kept = self._acks.get(ack.device)
        somebody = ack.device in self._writers or len(self._acks) < MAX_ACKS
        return ack.operation == self.operation and somebody and (kept is None or kept.size < ack.size) and ack.is_signed()

    def refresh(self, log: Ledger, wall_ms: int) -> None:
        """Note what this desk has now, and who writes. In the log's thread."""
        self.know(log.device_keys())
        ends, own = log.leaves(), self._acks.get(log.device)
        if own is None or own.ends != ends:
            self._acks = {**self._acks, log.device: Ack.of(log.device_key, log.operation, wall_ms, ends)}

    def holders(self, device: Id, seq: int, entry: EntryId) -> Iterator[tuple[Id, int]]:
        """Yield (device, when it said so in ms of its clock) for every device that surely has an entry."""
        for holder, ack in sorted(self._acks.items()):
            if ack.covers(device, seq, entry):
                yield holder, ack.wall_ms
