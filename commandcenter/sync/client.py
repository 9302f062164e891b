"""Keeps a desk in step with a hub and with the desks of its own network, in a thread of its own with a plain asyncio loop."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import ssl
import threading
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from commandcenter.log.intake import Ingested
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.ack_file import AckFile
from commandcenter.sync.acks import Ack, AckBook
from commandcenter.sync.http import Partner
from commandcenter.sync.keeper import Keeper
from commandcenter.sync.lan.circle import Circle, LanOptions
from commandcenter.sync.lasting import go_on, report, report_of
from commandcenter.sync.port import Port
from commandcenter.sync.replica import Summary
from commandcenter.sync.state import SyncState

__all__ = ["Port", "SyncClient"]

LOG = logging.getLogger(__name__)
FIRST_RETRY_S = 0.5


class SyncClient:
    """Start it, nudge it after each own commit, stop it before the writer ends. All methods may be called in any thread."""

    def __init__(
        self,
        port: Port,
        *urls: str,
        context: ssl.SSLContext | None = None,
        lan: LanOptions | None = None,
        acks: Path | None = None,
        retry_s: float = FIRST_RETRY_S,
    ) -> None:
        """Prepare for a hub, `http://HOST:PORT` or `https://…`; several addresses are processes of one hub, tried in turn.

        `lan`: meet desks of this network too. `acks`: where acknowledgements are kept. `retry_s`: the first wait after a failure.
        """
        self._port, self._retry_s = port, retry_s
        self._partner = Partner(urls, context) if urls else None
        self._lan_options = lan
        self._file = AckFile(acks)
        self.book = AckBook(port.log.operation, self._file.read())
        """Who has what, as far as this desk knows."""
        self._hub: Keeper | None = None
        self._circle: Circle | None = None
        self._lan_fault: Sentence | None = None
        self._told: Mapping[Id, Ack] = {}
        self._working: dict[str, asyncio.Task[None]] = {}
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="sync", daemon=True)
        self._started = threading.Event()
        self._loop: asyncio.AbstractEventLoop
        self._stop: asyncio.Event
        self.status = SyncState(None, None)
        """The latest; may be read in any thread."""

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()
        self._started.wait()

    def nudge(self) -> None:
        """There may be something to send."""
        self._call(self._nudge)

    def stir(self) -> None:
        """There may be attachments to send or to fetch."""
        self._call(self._stir)

    def set_hub(self, urls: tuple[str, ...], context: ssl.SSLContext | None = None) -> None:
        """Go to another hub, or to none."""
        self._call(lambda: self._set_hub(Partner(urls, context) if urls else None))

    def set_lan(self, options: LanOptions | None) -> None:
        """Meet the desks of this network, in another way than before, or not at all."""
        self._call(lambda: self._set_lan(options))

    def stop(self) -> None:
        """End and wait for it; what is under way in the writer thread is finished."""
        self._call(self._end)
        if self._started.is_set():
            self._thread.join()

    def _call(self, act: Callable[[], None]) -> None:
        if self._started.is_set():
            with contextlib.suppress(RuntimeError):  # stopped meanwhile
                self._loop.call_soon_threadsafe(act)

    async def _run(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        self._loop.set_exception_handler(_report)
        try:
            self._replace("own", self._note_own)
            await asyncio.wait(self._working.values())
            self._set_hub(self._partner)
            self._set_lan(self._lan_options)
        finally:
            self._started.set()
        await self._stop.wait()
        working, self._working = list(self._working.values()), {}
        for task in working:
            task.cancel()
        await asyncio.gather(*working, return_exceptions=True)  # faults are told by `_ended`
        await self._in_writer(lambda: self._file.write(self.book))

    def _set_hub(self, partner: Partner | None) -> None:
        self._hub = Keeper(self._port, partner, self, self.book, retry_s=self._retry_s) if partner else None
        self._replace("hub", self._hub.run if self._hub else None)

    def _set_lan(self, options: LanOptions | None) -> None:
        self._lan_options, self._lan_fault = options, None
        self._circle = self._new_circle()
        self._replace("lan", functools.partial(go_on, self._meet, self._meeting_failed, first_s=self._retry_s) if options else None)

    def _new_circle(self) -> Circle | None:
        options = self._lan_options
        return Circle(self._port, options, self, self.book, retry_s=self._retry_s) if options else None

    async def _meet(self) -> None:
        if self._circle is not None:
            await self._circle.run()

    def _meeting_failed(self, fault: Exception) -> None:
        """Report a fault of ours, and begin anew with nothing of what it may have spoilt."""
        report(fault)
        self._lan_fault = say("A fault of this program ended the meeting with desks nearby. It was reported; it is tried again.")
        self._circle = self._new_circle()
        self.changed()

    def _replace(self, name: str, work: Callable[[], Coroutine[Any, Any, None]] | None) -> None:
        """Put other work in place of what was done under a name, once that has ended."""
        before = self._working.pop(name, None)
        if before is not None:
            before.cancel()
        if before is not None or work is not None:
            task = self._working[name] = self._loop.create_task(_after(before, work))
            task.add_done_callback(_ended)
        self.changed()

    def _nudge(self) -> None:
        self._replace("own", self._note_own)
        for way in (self._hub, self._circle):
            if way is not None:
                way.nudge()

    def _stir(self) -> None:
        for way in (self._hub, self._circle):
            if way is not None:
                way.stir()

    async def _note_own(self) -> None:
        await self._in_writer(self._refresh)
        self.changed()

    def _refresh(self) -> None:
        """Note what is here; in the writer thread."""
        self.book.refresh(self._port.log, self._port.clock.wall_ms())

    def received(self, taken: Ingested, origin: object) -> None:
        """Pass entries on to the picture, and offer them on all other ways; in the writer thread."""
        self._refresh()
        self._port.on_entries(taken.entries)
        if taken.completed:
            self._port.on_completed()
        self._loop.call_soon_threadsafe(self._offer, origin)

    def _offer(self, origin: object) -> None:
        if self._hub is not None and self._hub is not origin:
            self._hub.heard()
        if self._circle is not None:
            self._circle.heard(origin)
        self.changed()

    def admit(self, device: Id | None, origin: object) -> bool:
        """Return whether a device may join: one that was revoked may not."""
        return device is None or not self._port.refused(device)

    def changed(self) -> None:
        """Tell how things are now, if that is new; in the loop's thread."""
        acks = self.book.all()
        if acks is not self._told:
            self._told = acks
            self._port.on_receipts()
            if self._file.due():
                self._loop.run_in_executor(self._port.writer, self._file.write, self.book)
        state = self._state(acks)
        if state != self.status:
            self.status = state
            self._port.on_status(state)

    def _state(self, acks: Mapping[Id, Ack]) -> SyncState:
        own = self._port.log.device
        ends = acks[own].ends if own in acks else {}
        hub = self._hub.status if self._hub else None
        elsewhere = max((_newest(ack.ends, own) for device, ack in acks.items() if device != own), default=0)
        unsent = hub.unsent if hub else max(0, _newest(ends, own) - elsewhere)
        count = sum(tips[-1].seq for tips in ends.values())
        met = any(device != own for device in (*acks, *ends))
        lan = self._circle.state() if self._circle else None
        again = lan is None or bool(lan.listening)
        return SyncState(hub, lan, count, unsent, met, () if again or self._lan_fault is None else (self._lan_fault,))

    def _end(self) -> None:
        self._stop.set()

    async def _in_writer(self, work: Callable[[], object]) -> None:
        await self._loop.run_in_executor(self._port.writer, work)


def _report(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Tell a fault of ours as one of this thread's is told, so that it is reported; the thread goes on."""
    fault = context.get("exception")
    if isinstance(fault, Exception) and not isinstance(fault, OSError):
        LOG.error("a fault of ours", exc_info=fault)
        threading.excepthook(threading.ExceptHookArgs((type(fault), fault, fault.__traceback__, threading.current_thread())))
    else:
        loop.default_exception_handler(context)


def _ended(task: asyncio.Task[None]) -> None:
    """Tell why work has ended; a disk that fails is nobody's fault, and it is tried again at the next occasion."""
    fault = None if task.cancelled() else task.exception()
    if isinstance(fault, KnownError):
        LOG.warning("what is here could not be noted: %s", fault)
    else:
        report_of(task)


async def _after(before: asyncio.Task[None] | None, work: Callable[[], Coroutine[Any, Any, None]] | None) -> None:
    if before is not None:
        await _end_of(before)
    if work is not None:
        await work()


async def _end_of(before: asyncio.Task[None]) -> None:
    """Wait until a task that was cancelled has let go of all it holds, even if the waiting is cancelled meanwhile."""
    cancelled = False
    while not before.done():
        try:
            await asyncio.wait([before])
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError


def _newest(ends: Summary, device: Id) -> int:
    return ends[device][-1].seq if device in ends else 0
