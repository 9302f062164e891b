"""The code that lets a desk join a hub: where the hub is, who vouches for it, and a secret that works once.

To type, to say or to scan: Crockford's base 32 in groups of five, with a check sum. Bytes: version, 10 of secret, 16 of the authority's
fingerprint, the addresses, 2 of SHA-256 over all that.
"""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass

from commandcenter.model.errors import KnownError

DEFAULT_PORT = 8440
SECRET_BYTES = 10
FINGERPRINT_BYTES = 16
_VERSION = 1
_CHECK_BYTES = 2
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O, U, which are mistaken for others."""
_MISTAKEN = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, "\n": None, "\r": None, "\t": None})
_GROUP = 5
_LONGEST = 4_000
"""Letters of a code are looked at; with a dozen addresses it has a few hundred."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a hub listens or is found: a name or an IP address, and a port."""

    host: str
    port: int = DEFAULT_PORT

    @classmethod
    def read(cls, text: str, port: int | None = None) -> Address:
        """Read `hub.example:8440`, `127.0.0.1:8440` or `[::1]:8440`; `port` is meant where none is named. Raises `KnownError`."""
        host, colon, number = text.strip().rpartition(":")
        if port is not None and (not colon or number.endswith("]") or (":" in host.strip("[]") and not host.startswith("["))):
            host, number = text.strip(), str(port)
        if not host.strip("[]") or not number.isdecimal() or int(number) > 65_535 or len(host.encode()) > 250:
            raise KnownError("{text} is no address; write e.g. 127.0.0.1:8440.", text=text)
        return cls(host.strip("[]"), int(number))

    @property
    def ip(self) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
        """Return it as an IP address; `None` for a name."""
        try:
            return ipaddress.ip_address(self.host)
        except ValueError:
            return None

    @property
    def loopback(self) -> bool:
        """Return whether only this computer can reach it."""
        return self.host == "localhost" or (self.ip is not None and self.ip.is_loopback)

    def __str__(self) -> str:
        """Return `host:port`."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class JoinCode:
    """What a desk needs in order to be let in."""

    addresses: tuple[Address, ...]
    fingerprint: bytes
    """The first 16 bytes of SHA-256 over the authority's certificate (DER)."""
    secret: bytes
    """10 bytes that work once."""

    @property
    def urls(self) -> tuple[str, ...]:
        """Return where the hub is."""
        return tuple(f"https://{address}" for address in self.addresses)

    def __str__(self) -> str:
        """Return the code as people handle it."""
        raw = bytes([_VERSION]) + self.secret + self.fingerprint + b"".join(map(_packed, self.addresses))
        letters = _encode(raw + _check(raw))
        return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))

    @classmethod
    def read(cls, text: str) -> JoinCode:
        """Read a code, forgiving case, spaces, hyphens and letters that look alike. Raises `KnownError` for a mistyped one."""
        letters = text[:_LONGEST].upper().translate(_MISTAKEN)
        if not letters or not set(letters) <= set(_LETTERS):
            raise KnownError("This is no join code of a hub.")
        raw = _decode(letters)
        body, check = raw[:-_CHECK_BYTES], raw[-_CHECK_BYTES:]
        if check != _check(body):
            raise KnownError("This join code is mistyped or not whole.")
        start = 1 + SECRET_BYTES
        if len(body) < start + FINGERPRINT_BYTES:
            raise KnownError("This is no join code of a hub.")
        if body[0] != _VERSION:
            raise KnownError("This join code is of a newer version of this program. Update this one first.")
        return cls(tuple(_unpacked(body[start + FINGERPRINT_BYTES :])), body[start : start + FINGERPRINT_BYTES], body[1:start])


def fingerprint(certificate: bytes) -> bytes:
    """Return the fingerprint of a certificate (DER)."""
    return hashlib.sha256(certificate).digest()[:FINGERPRINT_BYTES]


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(b"join\0" + raw).digest()[:_CHECK_BYTES]


def _encode(raw: bytes) -> str:
    bits = -(-len(raw) * 8 // 5)
    number = int.from_bytes(raw, "big") << (bits * 5 - len(raw) * 8)
    return "".join(_LETTERS[number >> 5 * place & 31] for place in reversed(range(bits)))


def _decode(letters: str) -> bytes:
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    size = len(letters) * 5 // 8
    return (number >> (len(letters) * 5 - size * 8)).to_bytes(size, "big")


def _packed(address: Address) -> bytes:
    """Return 4 or 6 and an IP address, or 0, length and a name; then the port."""
    ip, name = address.ip, address.host.encode()
    head = bytes([0, len(name)]) + name if ip is None else bytes([ip.version]) + ip.packed
    return head + address.port.to_bytes(2, "big")


def _unpacked(raw: bytes) -> list[Address]:
    found = []
    while raw:
        kind, skip = raw[0], {4: 1, 6: 1}.get(raw[0], 2)
        length = {4: 4, 6: 16}.get(kind, raw[1] if len(raw) > 1 else 0)
        host, port, raw = raw[skip : skip + length], raw[skip + length : skip + length + 2], raw[skip + length + 2 :]
        if kind not in (0, 4, 6) or len(port) != 2 or not host:
            raise KnownError("This is no join code of a hub.")
        name = str(ipaddress.ip_address(host)) if kind else host.decode(errors="replace")
        found.append(Address(name, int.from_bytes(port, "big")))
    return found
