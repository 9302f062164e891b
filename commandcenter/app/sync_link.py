"""Joins a desk with others: starts the sync thread, folds what comes, tells windows how things stand."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from commandcenter.app.callbacks import Callbacks
from commandcenter.app.connection_choice import checked, keep_choice
from commandcenter.app.files import Files
from commandcenter.app.folding import Folding
from commandcenter.app.home import Home
from commandcenter.app.hub_access import hub_access, join_hub, renew_in_time
from commandcenter.app.joining import is_guest, is_operation_code, join_operation, operation_of_code
from commandcenter.app.own_log import log_path
from commandcenter.app.session import Session
from commandcenter.app.stick import Stick
from commandcenter.app.stick_keys import own_key
from commandcenter.app.training import TRAINING_REGION
from commandcenter.log.intake import Ingested
from commandcenter.model.entries import Changes, Entry, EntryId
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id, is_exercise
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.client import Port, SyncClient
from commandcenter.sync.http import Partner
from commandcenter.sync.lan.circle import LanOptions
from commandcenter.sync.lasting import go_on, report
from commandcenter.sync.operation_key import join_code
from commandcenter.sync.positions import PositionBook
from commandcenter.sync.state import SyncState
from commandcenter.ui.connection.port import Choice, DeviceState, Links, Receipts, WayView
from commandcenter.ui.files.kinds import size_words

LOG = logging.getLogger(__name__)
TELL_S = 0.1
RENEW_EVERY_S = 600.0


class SyncLink:
    """One desk's ties to others. Everything in the thread of the desk's loop, but what is said to be called elsewhere."""

    def __init__(self, session: Session, home: Home, choice: Choice, *, retry_s: float = 0.5, files: Files | None = None) -> None:
        """Prepare; `start` begins. `files`: the attachments that travel too."""
        self._files = files
        self._session, self._home, self._desk = session, home, session.desk
        self.choice = choice
        self._loop = asyncio.get_running_loop()
        self._folding = Folding(self._desk, self._tell)
        self._callbacks = Callbacks()
        self._trouble: Sentence | None = None
        self._telling: asyncio.TimerHandle | None = None
        self._revoked: frozenset[Id] = frozenset()
        self._door = self._desk.picture.rights.door()
        self.positions = PositionBook(session.log.operation, self._desk.clock, self._desk.tracks.put)
        """Where units are, as other desks say it and as they are told; the side store keeps what came."""
        port = Port(
            session.log,
            session.writer,
            self._desk.clock,
            self._in_writer,
            lambda _state: self._call(self._tell),
            on_completed=lambda: self._call(lambda: self._folding.arrive((), completed=True)),
            on_receipts=lambda: self._call(self._tell),
            positions=self.positions,
            refused=self._refuses,
            recovers=self._recovers,
            files=files,
            low=lambda: self.choice.low,
        )
        hub, context = self._hub(choice)
        acks = log_path(home, session.log.operation).with_name("acks")
        self.client = SyncClient(port, *hub, context=context, lan=self._lan(choice), acks=acks, retry_s=retry_s)
        if files is not None:
            files.stir = self.client.stir
        self._unsubscribe = self._desk.subscribe(self._on_changes)
        self._stick = Stick(session, home)
        self._renewing: asyncio.Task[None] | None = None
        self.other_operation: Callable[[], None] = lambda: None
        """Called when the person has joined another operation over this region: the desk is to be opened anew."""

    def start(self) -> None:
        """Begin to talk to others."""
        self.client.start()
        self._renewing = self._loop.create_task(go_on(self._renew, report, longest_s=RENEW_EVERY_S))

    async def stop(self) -> None:
        """End the talk; what has come is folded."""
        self._unsubscribe()
        if self._renewing is not None:
            self._renewing.cancel()
            await asyncio.wait({self._renewing})
        await self._loop.run_in_executor(None, self.client.stop)
        await asyncio.sleep(0)  # what the thread said last arrives
        await self._folding.stop()
        if self._telling is not None:
            self._telling.cancel()

    def choose(self, choice: Choice) -> None:
        """Be joined in another way from now on, and keep that. Raises `Refused` for an address that cannot be."""
        before, self.choice = self.choice, checked(choice)
        keep_choice(self._home, self.choice)
        if self.choice.hub != before.hub:
            self.client.set_hub(*self._hub(self.choice))
        if self.choice.low != before.low and self._files is not None:
            self._files.look()
        if (self.choice.lan, self.choice.typed) != (before.lan, before.typed):
            self.client.set_lan(self._lan(self.choice))
        self._tell()

    async def join(self, code: str) -> Sentence:
        """Join a hub or another desk's operation by a code, whichever it is; return what follows. Raises `KnownError` or `Refused`."""
        if not is_operation_code(code):
            access = await asyncio.to_thread(join_hub, self._home, code)
            self.choose(replace(self.choice, hub=access.urls))
            self.client.set_hub(*self._hub(self.choice))
            return say("This desk has joined the hub {address}.", address=", ".join(access.urls))
        region = self._session.pack.name
        operation = operation_of_code(code)
        if operation == self._session.log.operation:
            raise Refused("This desk is at work on that operation already.")
        if is_exercise(operation) != (region == TRAINING_REGION):
            raise Refused("That code is of an exercise, or this is one: practice and live work are never mixed. Open the right region first.")
        await asyncio.to_thread(join_operation, self._home, code, region)
        self.other_operation()
        return say("This desk now takes part in the other operation; it opens anew.")

    async def write_summary(self, path: Path) -> None:
        """Write what this desk has, for the other side's export. Raises `KnownError`."""
        await self._stick.write_summary(path)

    async def write_bundle(self, path: Path, summary: Path | None, progress: Progress, *, files: bool = False) -> int:
        """Write what the other side lacks, and the attachments beside it; return how many entries. Raises `KnownError` or `Cancelled`."""
        count = await self._stick.write(path, summary, progress)
        if files and self._files is not None:
            await self._stick.write_files(path, self._files.store, self._files.all_here(), progress)
        return count

    async def read_bundle(self, path: Path, progress: Progress) -> Sentence:
        """Take a bundle in, fold it and pass it on; return what became of it. Raises `KnownError` or `Cancelled`."""
        try:
            done = await self._stick.read(path, progress, self._brought)
        finally:
            self.client.nudge()
        await self._folding.settle()
        count = await self._stick.read_files(path, self._files.store, self._files.lacks) if self._files is not None else 0
        if self._files is None or not count:
            return done
        self._files.look()
        return say("{what} {n} attachments have come.", what=done, n=count)

    def _brought(self, taken: Ingested) -> None:
        self._folding.arrive(taken.entries, completed=bool(taken.completed))

    async def _renew(self) -> None:
        """Have the hub renew this device's certificate in time."""
        while True:
            hub, context = self._hub(self.choice)
            if hub and context is not None:
                try:
                    await asyncio.to_thread(renew_in_time, self._home, context)
                except KnownError as error:  # the hub is away, which the pill says; it is tried again
                    LOG.info("the certificate was not looked at: %s", error)
            await asyncio.sleep(RENEW_EVERY_S)

    def code(self) -> str:
        """Return the word that lets another desk join this operation. Raises `KnownError` where its key was not given to this computer."""
        return join_code(self._session.log.operation, own_key(self._home, self._session.log.operation))

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Have `callback` called after each change; returns what ends that."""
        return self._callbacks.add(callback)

    def links(self) -> Links:
        """Return how this desk stands to others."""
        state = self.client.status
        troubles = [trouble for trouble in (self._trouble, self._folding.fault) if trouble is not None]
        details = (*troubles, *state.details(), *self._pace_words(state))
        lan = state.lan
        ways = tuple(WayView(way.address, way.typed, way.device, way.why) for way in lan.ways) if lan else ()
        how = state.sentence(self._desk.clock.wall_ms())
        words = say("{how} · text first", how=how) if self.choice.low else how
        return Links(words, state.level, details, lan.listening if lan else (), ways, self._devices(state), self.choice.low, state.slow)

    def _pace_words(self, state: SyncState) -> list[Sentence]:
        """Return what to say of a line that carries little, or of little that is let travel."""
        if self.choice.low:
            return [say("Text goes first: attachments wait until somebody asks for them.")]
        if state.slow is None:
            return []
        return [say("The line to the hub is slow ({rate} a second). Let text go first, in the window Connection.", rate=size_words(state.slow))]

    def receipts(self, entry: EntryId) -> Receipts | None:
        """Return where an entry is; `None` for one that is not among the newest, or when this desk is alone."""
        place = self._desk.picture.entry(entry)
        others = [device for device in self._others() if place is None or device != place.device]
        state = self.client.status
        if place is None or (not others and state.hub is None):
            return None
        own = self._session.log.device
        holders = {device: ms for device, ms in self.client.book.holders(place.device, place.seq, entry) if device not in (own, place.device)}
        at_hub = place.device == own and state.hub is not None and place.seq <= self._own_seq() - state.hub.unsent
        on = tuple((self.name_of(device), ms) for device, ms in sorted(holders.items(), key=lambda pair: pair[1]))
        missing = tuple(self.name_of(device) for device in others if device not in holders and device != own)
        return Receipts(at_hub, on, missing, {own: None, place.device: None, **holders})

    def name_of(self, device: Id) -> str:
        """Return what a device is called, else who worked at it last; else the beginning of its id."""
        named = next((view.name for view in self._desk.picture.rights.devices() if view.id == device and view.name), "")
        return named or self._desk.picture.last_operator(device) or device[:8]

    def _devices(self, state: SyncState) -> tuple[DeviceState, ...]:
        acks, own = self.client.book.all(), self._session.log.device
        here = acks[own].newest() if own in acks else {}
        revoked = {view.id for view in self._desk.picture.rights.devices() if view.revoked}
        found = []
        for device in self._others():
            ack = acks.get(device)
            lacks = None if ack is None else sum(max(0, seq - ack.newest().get(feed, 0)) for feed, seq in here.items())
            nearby = state.lan is not None and device in state.lan.connected
            found.append(DeviceState(device, self.name_of(device), nearby, lacks, ack.wall_ms if ack else None, device in revoked))
        return tuple(sorted(found, key=lambda one: (not one.nearby, one.name.casefold(), one.id)))

    def _others(self) -> list[Id]:
        """Return all other devices that wrote here or acknowledged anything."""
        known = {*self.client.book.all(), *self._desk.picture.rights.feeds.devices()}
        return sorted(known - {self._session.log.device})

    def _own_seq(self) -> int:
        ack = self.client.book.all().get(self._session.log.device)
        return ack.newest().get(self._session.log.device, 0) if ack else 0

    def _refuses(self, device: Id) -> bool:
        """Return whether a device was revoked; called in the sync thread."""
        return device in self._revoked

    def _recovers(self, device: Id, claims: Sequence[Entry]) -> bool:
        """Return whether a device that was revoked brings a recovery of rights; called in any thread."""
        return self._door.opens(device, claims)

    def hub(self) -> Partner | None:
        """Return the hub that this desk is joined with, for other questions; `None` without one."""
        urls, context = self._hub(self.choice)
        return Partner(urls, context) if urls else None

    def _hub(self, choice: Choice) -> tuple[tuple[str, ...], ssl.SSLContext | None]:
        """Return the hub's addresses and, where this home has joined it, the certificate to show."""
        self._trouble = None
        if not any(url.startswith("https://") for url in choice.hub):
            return choice.hub, None
        try:
            access = hub_access(self._home)
            return choice.hub, access.context() if access.exists else None
        except KnownError as error:
            self._trouble = error.sentence
            return choice.hub, None

    def _lan(self, choice: Choice) -> LanOptions | None:
        operation = self._session.log.operation
        return LanOptions(own_key(self._home, operation), choice.typed) if choice.lan and not is_guest(self._home, operation) else None

    def _in_writer(self, entries: Sequence[tuple[int, Entry]]) -> None:
        """Others' entries are committed; in the writer thread."""
        self._loop.call_soon_threadsafe(self._folding.arrive, entries)

    def _call(self, act: Callable[[], None]) -> None:
        """Have something done in the loop's thread."""
        self._loop.call_soon_threadsafe(act)

    def _on_changes(self, changes: Changes) -> None:
        """What this desk has committed goes out at once."""
        if not all(map(self._folding.is_foreign, changes.entries)):
            self.client.nudge()

    def _tell(self) -> None:
        """Let windows know, a few times a second at most."""
        if self._telling is None:
            self._telling = self._loop.call_later(TELL_S, self._tell_now)

    def _tell_now(self) -> None:
        self._telling = None
        rights = self._desk.picture.rights
        self._revoked, self._door = frozenset(view.id for view in rights.devices() if view.revoked), rights.door()
        self._callbacks.tell()
