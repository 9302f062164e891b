"""The frame of a .osm.pbf file: a row of blobs that can be read one by one.

Source: https://wiki.openstreetmap.org/wiki/PBF_Format. Only the frame is read here; libosmium decodes the content.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from commandcenter.model.errors import KnownError

MAX_HEADER_BYTES = 64 << 10
MAX_BLOB_BYTES = 32 << 20
"""Both limits are the format's own."""


@dataclass(frozen=True, slots=True)
class Blob:
    """One blob with its frame."""

    data: bytes
    """Frame and content as they stand in the file."""
    end: int
    """Offset of the byte behind it."""
    unpacked_bytes: int


def blobs(file: BinaryIO, size: int, name: str) -> Iterator[Blob]:
    """Yield the blobs of a file of `size` bytes; `KnownError` where the frame is broken or cut short."""
    offset = 0
    while offset < size:
        prefix = _exactly(file, 4, name)
        header_bytes = struct.unpack(">I", prefix)[0]
        if not 0 < header_bytes <= MAX_HEADER_BYTES:
            raise _broken(name)
        header = _exactly(file, header_bytes, name)
        content_bytes = _number(header, 3, name)
        if not 0 < content_bytes <= MAX_BLOB_BYTES:
            raise _broken(name)
        content = _exactly(file, content_bytes, name)
        offset += 4 + header_bytes + content_bytes
        unpacked = _number(content, 2, name) or content_bytes
        if unpacked > MAX_BLOB_BYTES:
            raise _broken(name)
        yield Blob(prefix + header + content, offset, unpacked)


def parts(file: BinaryIO, size: int, name: str, part_bytes: int) -> Iterator[tuple[bytes, int]]:
    """Yield (a small whole pbf file, offset reached): the head plus about `part_bytes` of blobs each time."""
    row = blobs(file, size, name)
    head = next(row)
    held = [head.data]
    held_bytes = 0
    end = head.end
    for blob in row:
        held.append(blob.data)
        held_bytes += len(blob.data)
        end = blob.end
        if held_bytes >= part_bytes:
            yield b"".join(held), end
            held, held_bytes = [head.data], 0
    if held_bytes:
        yield b"".join(held), end


def _exactly(file: BinaryIO, count: int, name: str) -> bytes:
    data = file.read(count)
    if len(data) < count:
        raise KnownError("{file} is cut short; copy or download it again.", file=name)
    return data


def _number(message: bytes, field: int, name: str) -> int:
    """Return a varint field of a protobuf message, 0 where it is absent."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at, name)
        wire = key & 7
        if wire == 0:
            value, at = _varint(message, at, name)
            if key >> 3 == field:
                return value
        elif wire == 2:
            length, at = _varint(message, at, name)
            at += length
        else:
            raise _broken(name)
    return 0


def _varint(message: bytes, at: int, name: str) -> tuple[int, int]:
    value = shift = 0
    while at < len(message) and shift < 64:
        byte = message[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
    raise _broken(name)


def _broken(name: str) -> KnownError:
    return KnownError("{file} is damaged: its inner structure is broken.", file=name)
