"""Who is asking: the device that a certificate names, and nobody's word for it."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass

from aiohttp import web

from commandcenter.model.ids import Id

_ID = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who sent a request."""

    device: Id | None
    """`None`: a stranger, or without TLS (this computer only) one that did not say."""
    address: str
    encrypted: bool
    ends_ms: int = 0
    """Of its certificate."""

    @property
    def key(self) -> str:
        """Return what its share goes by."""
        return self.device or self.address

    @property
    def stranger(self) -> bool:
        """Return whether it came through TLS and showed no certificate."""
        return self.encrypted and self.device is None

    def __str__(self) -> str:
        """Return what is kept beside what it sent."""
        return f"{self.device or 'unknown'} at {self.address}"


def caller_of(request: web.Request) -> Caller:
    """Return who sent a request. Only without TLS, which is only served to this computer, a header is believed."""
    transport, address = request.transport, request.remote or "unknown"
    if transport is None or transport.get_extra_info("ssl_object") is None:
        said = request.headers.get("X-Device", "")
        return Caller(Id(said) if _ID.fullmatch(said) else None, address, encrypted=False)
    certificate = transport.get_extra_info("peercert")
    if not certificate:
        return Caller(None, address, encrypted=True)
    names = [value for part in certificate["subject"] for name, value in part if name == "commonName"]
    return Caller(Id(names[0]), address, encrypted=True, ends_ms=1000 * int(ssl.cert_time_to_seconds(certificate["notAfter"])))
