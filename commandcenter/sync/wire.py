"""What goes over a wire or onto a stick: canonical CBOR packed with zstd, and refused early when it is not.

Bytes are judged before they cost anything: the packed size first, then the size that the frame declares, and only then are
they unpacked, into no more memory than was declared.
"""

from __future__ import annotations

from dataclasses import dataclass

import zstandard

from commandcenter.log.codec import Limits, MalformedError, decode, encode
from commandcenter.model.entries import Value

_LEVEL = 3
"""zstd's own default: 4 times the speed of level 9 for 5 % more bytes on entries."""
_WINDOW_BYTES = 8 << 20
"""What zstd's format asks every decoder to support (RFC 8878, 3.1.1.1.2)."""


@dataclass(frozen=True, slots=True)
class WireLimits:
    """What one message may cost."""

    packed: int
    """Bytes as they arrive."""
    value: Limits
    """The value in them."""


def pack(value: Value, limits: WireLimits) -> bytes:
    """Return a message; `MalformedError` when it exceeds the limits that its receiver will hold it to."""
    packed = zstandard.ZstdCompressor(level=_LEVEL, write_content_size=True, write_checksum=True).compress(encode(value, limits.value))
    if len(packed) > limits.packed:
        raise MalformedError(f"{len(packed)} bytes, at most {limits.packed} are allowed")
    return packed


def unpack(packed: bytes, limits: WireLimits) -> Value:
    """Return the value of a foreign message; `MalformedError` for anything that `pack` would not have made."""
    if len(packed) > limits.packed:
        raise MalformedError(f"{len(packed)} bytes, at most {limits.packed} are allowed")
    return decode(_unpacked(packed, limits.value.size), limits.value)


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        declared = zstandard.frame_content_size(packed)
        if not 0 < declared <= most:
            raise MalformedError(f"unpacks to {declared} bytes, at most {most} are allowed")
        return zstandard.ZstdDecompressor(max_window_size=_WINDOW_BYTES).decompress(packed, max_output_size=most, allow_extra_data=False)
    except zstandard.ZstdError as error:
        raise MalformedError(f"not packed properly: {error}") from error
