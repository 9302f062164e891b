"""Follows a receiver: gpsd, NMEA over TCP, or NMEA on a serial line. Tries for ever, and always says how it stands."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from urllib.parse import parse_qs, urlsplit

from commandcenter.app.home import Home
from commandcenter.geo.positioning import gpsd, nmea
from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say

LOG = logging.getLogger(__name__)
AGAIN_S = (1.0, 2.0, 5.0, 10.0)
SILENT_S = 15.0
"""A receiver that says nothing for so long is taken for lost."""
LONGEST_LINE = 4_096
BAUD = 4_800
GPSD_PORT = 2_947


def kept_receiver(home: Home, chosen: str | None) -> str:
    """Return the receiver of this computer; one chosen now is kept, an empty text forgets it."""
    if chosen is not None:
        home.keep("receiver", chosen)
    return str(home.setting("receiver") or "")


class GpsReader:
    """One receiver. Runs in the asyncio loop; `on_fix` and `on_state` are called there."""

    def __init__(self, source: str, on_fix: Callable[[Fix], None], on_state: Callable[[Sentence], None]) -> None:
        """Take `gpsd://HOST[:PORT]`, `tcp://HOST:PORT` or `serial:///dev/ttyUSB0?baud=4800` (`serial://COM3`). Raises `KnownError`."""
        self._url = urlsplit(source)
        self._on_fix, self._on_state = on_fix, on_state
        self._device = self._url.path or self._url.netloc
        where = {"gpsd": self._url.hostname, "tcp": self._url.hostname, "serial": self._device}.get(self._url.scheme)
        try:
            port, self._baud = self._url.port, int(parse_qs(self._url.query).get("baud", [str(BAUD)])[0])
        except ValueError:
            where, port = None, None
        if not where:
            raise KnownError("“{source}” is no receiver; write gpsd://localhost, tcp://HOST:PORT or serial:///dev/ttyUSB0.", source=source)
        if self._url.scheme == "tcp" and port is None:
            raise KnownError("“{source}” lacks the port, e.g. tcp://192.168.1.5:10110.", source=source)

    async def run(self) -> None:
        """Read until cancelled."""
        tries = 0
        while True:
            try:
                async for fix in self._fixes():
                    if tries:
                        tries = 0
                    self._on_state(say("GPS"))
                    self._on_fix(fix)
                self._on_state(say("The receiver has ended the connection; trying again"))
            except TimeoutError:
                self._on_state(say("The receiver says nothing; trying again"))
            except (OSError, ValueError) as error:
                LOG.info("receiver: %s", error)
                self._on_state(say("No receiver: {why}; trying again", why=getattr(error, "strerror", None) or str(error)))
            await asyncio.sleep(AGAIN_S[min(tries, len(AGAIN_S) - 1)])
            tries += 1

    async def _fixes(self) -> AsyncIterator[Fix]:
        read = gpsd.read_report if self._url.scheme == "gpsd" else nmea.read_sentence
        async for line in self._serial_lines() if self._url.scheme == "serial" else self._tcp_lines():
            fix = read(line)
            if fix is not None:
                yield fix

    async def _tcp_lines(self) -> AsyncIterator[str]:
        port = self._url.port or GPSD_PORT
        async with asyncio.timeout(SILENT_S):  # not wait_for: on Python 3.11 it may swallow a cancellation
            reader, writer = await asyncio.open_connection(self._url.hostname, port, limit=LONGEST_LINE)
        try:
            if self._url.scheme == "gpsd":
                writer.write(gpsd.WATCH)
                await writer.drain()
            while raw := await _line(reader):
                yield raw.decode("ascii", "replace")
        finally:
            writer.close()

    async def _serial_lines(self) -> AsyncIterator[str]:
        import serial  # only who has a receiver on a line needs it

        port = await asyncio.to_thread(serial.Serial, self._device, self._baud, timeout=SILENT_S)
        try:
            while raw := await asyncio.to_thread(port.readline, LONGEST_LINE):
                yield raw.decode("ascii", "replace")
            raise TimeoutError
        finally:
            port.close()


async def _line(reader: asyncio.StreamReader) -> bytes:
    """Return the next line, empty at the end. Raises `TimeoutError` for a receiver that says nothing."""
    async with asyncio.timeout(SILENT_S):
        return await reader.readline()
