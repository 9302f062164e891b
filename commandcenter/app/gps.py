"""Follows a receiver: gpsd, NMEA over TCP, or NMEA on a serial line. Tries for ever, and always says how it stands."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from commandcenter.geo.positioning import gpsd, nmea
from commandcenter.geo.positioning.fix import Fix
from commandcenter.geo.positioning.source import ReceiverKind, Source
from commandcenter.geo.positioning.trial import Trial
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence, say

LOG = logging.getLogger(__name__)
AGAIN_S = (1.0, 2.0, 5.0, 10.0)
SILENT_S = 15.0
"""A receiver that says nothing for so long is taken for lost."""
BLIND_S = 10.0
"""A receiver that speaks for so long without a position is said to have none."""
LONGEST_LINE = 4_096


class GpsReader:
    """One receiver. Runs in the asyncio loop."""

    def __init__(self, source: Source) -> None:
        """Listen to this one."""
        self._source = source
        self._gpsd = self._source.kind == ReceiverKind.GPSD
        self._trial = Trial(source.kind)
        self._read = gpsd.read_report if self._gpsd else nmea.read_sentence

    async def run(self, on_fix: Callable[[Fix], None], on_state: Callable[[Sentence], None]) -> None:
        """Read until cancelled; both are called in the loop."""
        tries = 0
        while True:
            try:
                async with aclosing(self._fixes()) as fixes:
                    async for fix in fixes:
                        on_state(say("GPS") if fix is not None else say("The receiver has no position; does it see the sky?"))
                        if fix is not None:
                            tries = 0
                            on_fix(fix)
                on_state(say("The receiver has ended the connection; trying again"))
            except TimeoutError:
                on_state(say("The receiver says nothing; trying again"))
            except (OSError, ValueError) as error:
                LOG.info("receiver: %s", error)
                on_state(say("No receiver: {why}; trying again", why=self._why(error)))
            await asyncio.sleep(AGAIN_S[min(tries, len(AGAIN_S) - 1)])
            tries += 1

    async def _fixes(self) -> AsyncGenerator[Fix | None, None]:
        """Yield positions; `None` for each line after that there has been none for long."""
        time, last_s = asyncio.get_running_loop().time, asyncio.get_running_loop().time()
        async with aclosing(self._lines()) as lines:
            async for line in lines:
                fix = self._read(line)
                if fix is not None:
                    last_s = time()
                if fix is not None or time() - last_s > BLIND_S:
                    yield fix

    async def first_fix(self, within_s: float) -> Fix:
        """Return the first position it gives. Raises `KnownError` with the reason why there is none."""
        self._trial = Trial(self._source.kind)
        try:
            async with asyncio.timeout(within_s), aclosing(self._lines()) as lines:
                async for line in lines:
                    fix = self._trial.hear(line)
                    if fix is not None:
                        return fix
        except TimeoutError as error:
            raise self._trial.why_nothing() from error
        except (OSError, ValueError) as error:
            raise KnownError("No receiver: {why}.", why=self._why(error)) from error
        raise KnownError("The receiver has ended the connection without a position.")

    def _why(self, error: OSError | ValueError) -> Sentence | str:
        """Return the reason in words a person can act on, else as the system says it."""
        if isinstance(error, socket.gaierror | UnicodeError):
            return say("this name is not known on the network")
        if isinstance(error, ValueError):
            serial = self._source.kind == ReceiverKind.SERIAL
            return say("the line does not take this speed") if serial else say("what answers there is no receiver")
        return _REASONS.get(error.errno or 0) or error.strerror or str(error) or type(error).__name__

    def _lines(self) -> AsyncGenerator[str, None]:
        return self._serial_lines() if self._source.kind == ReceiverKind.SERIAL else self._tcp_lines()

    async def _tcp_lines(self) -> AsyncGenerator[str, None]:
        async with asyncio.timeout(SILENT_S):  # not wait_for: on Python 3.11 it may swallow a cancellation
            reader, writer = await asyncio.open_connection(self._source.host, self._source.port, limit=LONGEST_LINE)
        self._trial.reached = True
        try:
            if self._gpsd:
                writer.write(gpsd.WATCH)
                await writer.drain()
            while raw := await _line(reader):
                yield raw.decode("ascii", "replace")
        finally:
            writer.close()

    async def _serial_lines(self) -> AsyncGenerator[str, None]:
        import serial  # only who has a receiver on a line needs it

        port = await asyncio.to_thread(serial.Serial, self._source.device, self._source.baud, timeout=SILENT_S)
        self._trial.reached = True
        reading: asyncio.Future[bytes] | None = None
        try:
            while True:
                reading = asyncio.ensure_future(asyncio.to_thread(port.readline, LONGEST_LINE))
                raw = await asyncio.shield(reading)
                if not raw:
                    raise TimeoutError
                yield raw.decode("ascii", "replace")
        finally:
            if reading is not None and not reading.done():  # the thread must let go of the line before it is closed
                port.cancel_read()
                await asyncio.gather(reading, return_exceptions=True)
            port.close()


async def _line(reader: asyncio.StreamReader) -> bytes:
    """Return the next line, empty at the end. Raises `TimeoutError` for a receiver that says nothing."""
    async with asyncio.timeout(SILENT_S):
        return await reader.readline()


_REASONS = {
    errno.ECONNREFUSED: say("nobody listens at this address and port"),
    errno.EHOSTUNREACH: say("this address cannot be reached from here"),
    errno.ENETUNREACH: say("this address cannot be reached from here"),
    errno.ENOENT: say("there is no such line; is the receiver plugged in?"),
    errno.EACCES: say("this account may not read the line, or another program holds it (Linux: group dialout)"),
    errno.EBUSY: say("another program holds the line"),
    errno.EIO: say("the receiver was pulled out"),
}
