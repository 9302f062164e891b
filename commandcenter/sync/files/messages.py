"""The messages about attachments, each with a strict decoder.

| message | value |
|---|---|
| inquiry | `[operation16, [[name32, size] …], [name32 …]]`: files offered, files wanted |
| standing | `[[[name32, received] …], [[name32, size] …]]`: of those offered what is lacking there; of those wanted what is there |
| fetch | `[operation16, name32, offset, most]` |
| piece | `[size, bytes]`; size 0: it is not here |
| store | `[operation16, name32, size, offset, bytes]` |
| stored | `[received]`; -1: this file is not taken |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.log.codec import Limits
from commandcenter.model.entries import Value
from commandcenter.model.ids import Id, id_bytes
from commandcenter.sync.files.sealed import MAX_SEALED_BYTES
from commandcenter.sync.messages import not_a
from commandcenter.sync.wire import WireLimits, pack, unpack

MAX_ASKED = 500
"""Files in one inquiry, each way."""
MAX_PIECE_BYTES = 64 << 10
"""So little goes at once that an entry never waits behind an attachment for long."""
LIST = WireLimits(128 << 10, Limits(size=128 << 10, depth=4, items=8_000))
PIECE = WireLimits(MAX_PIECE_BYTES + 1024, Limits(size=MAX_PIECE_BYTES + 512, depth=2, items=8))


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Which of these do you lack, which of those have you?"""

    operation: Id
    offered: Mapping[bytes, int]
    """File → its sealed size."""
    wanted: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class FileStanding:
    """The answer."""

    lacking: Mapping[bytes, int]
    """Of those offered: file → how much of it is there already."""
    there: Mapping[bytes, int]
    """Of those wanted: file → its sealed size."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """Send bytes of a file."""

    operation: Id
    name: bytes
    offset: int
    most: int


@dataclass(frozen=True, slots=True)
class Store:
    """Take bytes of a file."""

    operation: Id
    name: bytes
    size: int
    offset: int
    data: bytes


def write_inquiry(inquiry: Inquiry) -> bytes:
    """Return the message."""
    return pack([id_bytes(inquiry.operation), _pairs(inquiry.offered), list(inquiry.wanted)[:MAX_ASKED]], LIST)


def read_inquiry(raw: bytes) -> Inquiry:
    """Return a foreign inquiry; `MalformedError` otherwise."""
    match unpack(raw, LIST):
        case [bytes() as operation, list() as offered, list() as wanted] if len(operation) == 16 and len(wanted) <= MAX_ASKED:
            return Inquiry(Id(operation.hex()), _mapping(offered), tuple(map(_name, wanted)))
    raise not_a("inquiry after attachments")


def write_file_standing(standing: FileStanding) -> bytes:
    """Return the message."""
    return pack([_pairs(standing.lacking), _pairs(standing.there)], LIST)


def read_file_standing(raw: bytes) -> FileStanding:
    """Return a foreign answer; `MalformedError` otherwise."""
    match unpack(raw, LIST):
        case [list() as lacking, list() as there]:
            return FileStanding(_mapping(lacking), _mapping(there))
    raise not_a("answer about attachments")


def write_fetch(fetch: Fetch) -> bytes:
    """Return the message."""
    return pack([id_bytes(fetch.operation), fetch.name, fetch.offset, fetch.most], PIECE)


def read_fetch(raw: bytes) -> Fetch:
    """Return a foreign request for a piece; `MalformedError` otherwise."""
    match unpack(raw, PIECE):
        case [bytes() as operation, name, offset, most] if len(operation) == 16:
            return Fetch(Id(operation.hex()), _name(name), _size(offset), min(_size(most), MAX_PIECE_BYTES))
    raise not_a("request for a piece of an attachment")


def write_piece(size: int, data: bytes) -> bytes:
    """Return the message."""
    return pack([size, data], PIECE)


def read_piece(raw: bytes) -> tuple[int, bytes]:
    """Return a foreign piece: the size of the whole, and bytes; `MalformedError` otherwise."""
    match unpack(raw, PIECE):
        case [size, bytes() as data] if len(data) <= MAX_PIECE_BYTES:
            return _size(size), data
    raise not_a("piece of an attachment")


def write_store(store: Store) -> bytes:
    """Return the message."""
    return pack([id_bytes(store.operation), store.name, store.size, store.offset, store.data], PIECE)


def read_store(raw: bytes) -> Store:
    """Return a foreign piece to be kept; `MalformedError` otherwise."""
    match unpack(raw, PIECE):
        case [bytes() as operation, name, size, offset, bytes() as data] if len(operation) == 16 and len(data) <= MAX_PIECE_BYTES:
            return Store(Id(operation.hex()), _name(name), _size(size), _size(offset), data)
    raise not_a("piece of an attachment")


def write_stored(received: int | None) -> bytes:
    """Return the message; `None`: the file is not taken."""
    return pack([-1 if received is None else received], PIECE)


def read_stored(raw: bytes) -> int | None:
    """Return how much is there; `None` where the file is not taken; `MalformedError` for what is no such answer."""
    match unpack(raw, PIECE):
        case [-1]:
            return None
        case [received]:
            return _size(received)
    raise not_a("answer to a piece of an attachment")


def _pairs(sizes: Mapping[bytes, int]) -> list[Value]:
    return [[name, sizes[name]] for name in sorted(sizes)[:MAX_ASKED]]


def _mapping(value: list[Value]) -> dict[bytes, int]:
    if len(value) > MAX_ASKED:
        raise not_a("list of attachments")
    found: dict[bytes, int] = {}
    for pair in value:
        match pair:
            case [name, size]:
                found[_name(name)] = _size(size)
            case _:
                raise not_a("list of attachments")
    return found


def _name(value: Value) -> bytes:
    if not isinstance(value, bytes) or len(value) != 32:
        raise not_a("name of an attachment")
    return value


def _size(value: Value) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= MAX_SEALED_BYTES:
        raise not_a("size of an attachment")
    return value
