"""Which receiver a computer listens to, and the one text it is kept as. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

from commandcenter.model.errors import KnownError

BAUD = 4_800
"""What NMEA 0183 prescribes."""
GPSD_PORT = 2_947


class ReceiverKind(StrEnum):
    """How a receiver is reached; the scheme of its text."""

    GPSD = "gpsd"
    TCP = "tcp"
    """NMEA 0183 over the network."""
    SERIAL = "serial"


@dataclass(frozen=True, slots=True)
class Source:
    """One receiver; host and port where it is on the network, device and baud where it is on a serial line."""

    kind: ReceiverKind
    host: str = ""
    port: int = GPSD_PORT
    device: str = ""
    baud: int = BAUD

    @classmethod
    def read(cls, text: str) -> Source:
        """Read `gpsd://HOST[:PORT]`, `tcp://HOST:PORT` or `serial:///dev/ttyUSB0?baud=4800` (`serial://COM3`). Raises `KnownError`."""
        try:
            return _read(urlsplit(text), text)
        except ValueError as error:
            raise _none(text) from error

    def __str__(self) -> str:
        """Return the text that `read` reads."""
        if self.kind == ReceiverKind.SERIAL:
            return f"serial://{quote(self.device)}?baud={self.baud}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.kind}://{host}:{self.port}"


def _read(url: SplitResult, text: str) -> Source:
    """Raises `KnownError`, and `ValueError` for a number that is none."""
    if url.scheme == ReceiverKind.SERIAL and (url.netloc or url.path):
        baud = int(parse_qs(url.query).get("baud", [str(BAUD)])[0])
        if baud <= 0:
            raise ValueError("no speed")
        return Source(ReceiverKind.SERIAL, device=unquote(url.netloc + url.path), baud=baud)
    if url.scheme not in (ReceiverKind.GPSD, ReceiverKind.TCP) or not url.hostname:
        raise _none(text)
    if url.scheme == ReceiverKind.TCP and not url.port:
        raise KnownError("“{source}” lacks the port, e.g. tcp://192.168.1.5:10110.", source=text)
    return Source(ReceiverKind(url.scheme), url.hostname, url.port or GPSD_PORT)


def _none(text: str) -> KnownError:
    return KnownError("“{source}” is no receiver; write gpsd://localhost, tcp://HOST:PORT or serial:///dev/ttyUSB0.", source=text)
