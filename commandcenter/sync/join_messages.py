"""What a desk and a hub say to each other until the desk has its certificate. Strict decoders, as in `messages`.

| message | value |
|---|---|
| wish | `[version, secret, request, public_key32, signature64, name]`; `request`: PKCS 10 in DER; no secret when a certificate is renewed |
| grant | `[certificate]`, X.509 in DER |
| welcome | `[device16, renew]`; `renew`: the hub wants the device to renew its certificate now |
"""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.log.codec import Limits
from commandcenter.log.signing import DeviceKey, attests, device_id
from commandcenter.model.ids import Id, id_bytes, id_from_bytes
from commandcenter.sync.messages import not_a
from commandcenter.sync.wire import WireLimits, pack, unpack

VERSION = 1
JOINING = WireLimits(8 << 10, Limits(size=8 << 10, depth=2, items=16))
MAX_NAME = 80
_PURPOSE = "hub-join"


@dataclass(frozen=True, slots=True)
class Wish:
    """A device asks for a certificate of its TLS key, and proves that it is the device."""

    secret: bytes
    """Of the join code; empty when the certificate shown is to be renewed."""
    request: bytes
    public_key: bytes
    """The device's own, which its entries are signed with; its id is the hash of it."""
    signature: bytes
    name: str
    """For the eyes of whoever looks after the hub."""

    @classmethod
    def of(cls, device: DeviceKey, request: bytes, authority: bytes, secret: bytes, name: str) -> Wish:
        """Sign a request to this authority (its fingerprint); no other can use it."""
        return cls(secret, request, device.public_key, device.attest(_PURPOSE, authority + request), name[:MAX_NAME])

    @property
    def device(self) -> Id:
        """Return whom the certificate is for."""
        return device_id(self.public_key)

    def is_signed(self, authority: bytes) -> bool:
        """Return whether the device itself asks this authority (its fingerprint)."""
        return attests(self.public_key, _PURPOSE, authority + self.request, self.signature)


@dataclass(frozen=True, slots=True)
class Welcome:
    """Who the hub takes us for."""

    device: Id
    renew: bool


def write_wish(wish: Wish) -> bytes:
    """Return the message."""
    return pack([VERSION, wish.secret, wish.request, wish.public_key, wish.signature, wish.name], JOINING)


def read_wish(raw: bytes) -> Wish:
    """Return a foreign wish; `MalformedError` otherwise."""
    match unpack(raw, JOINING):
        case [int() as version, bytes() as secret, bytes() as request, bytes() as key, bytes() as signature, str() as name]:
            if version == VERSION and len(key) == 32 and len(name) <= MAX_NAME and name.isprintable():
                return Wish(secret, request, key, signature, name)
    raise not_a("wish to join")


def write_grant(certificate: bytes) -> bytes:
    """Return the message."""
    return pack([certificate], JOINING)


def read_grant(raw: bytes) -> bytes:
    """Return the certificate; `MalformedError` otherwise."""
    match unpack(raw, JOINING):
        case [bytes() as certificate]:
            return certificate
    raise not_a("grant")


def write_welcome(welcome: Welcome) -> bytes:
    """Return the message."""
    return pack([id_bytes(welcome.device), welcome.renew], JOINING)


def read_welcome(raw: bytes) -> Welcome:
    """Return a foreign welcome; `MalformedError` otherwise."""
    match unpack(raw, JOINING):
        case [bytes() as device, bool() as renew] if len(device) == 16:
            return Welcome(id_from_bytes(device), renew)
    raise not_a("welcome")
