"""Checkpoints and audits of the open log, for the window; the log is touched in its own thread, a portion at a time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from itertools import islice
from pathlib import Path
from typing import TypeVar

from aiohttp import ClientError

from commandcenter.dispatch.desk import Desk
from commandcenter.log.checkpoint import Checkpoint, Roots, agrees, held, load, take
from commandcenter.log.checkpoint_shelf import Shelf, write_whole
from commandcenter.log.codec import MalformedError
from commandcenter.log.findings import Audit
from commandcenter.log.ledger import Ledger
from commandcenter.log.rows import Row
from commandcenter.log.signing import DeviceKey
from commandcenter.log.verify import Auditor
from commandcenter.model.errors import KnownError
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.sync.checkpoints import ask_for_checkpoint
from commandcenter.sync.http import Partner
from commandcenter.ui.ports import CheckpointRow

PORTION = 500
"""Entries between which the log's thread is free for others: about 60 ms."""
EVERY_S = 600.0
"""Between two checkpoints of the hub."""
LOG = logging.getLogger(__name__)
T = TypeVar("T")


class Integrity:
    """Implements `ui.ports.IntegrityPort`. Qt thread."""

    def __init__(self, desk: Desk, log: Ledger, writer: Executor, key: DeviceKey, folder: Path) -> None:
        """Work on the open log of a desk, in its thread; checkpoints lie in `folder`."""
        self._desk, self._log, self._writer, self._key = desk, log, writer, key
        self._shelf, self._roots = Shelf(folder), Roots()

    async def checkpoints(self) -> tuple[CheckpointRow, ...]:
        """Return what is kept beside the log, newest first."""
        found = await self._in_writer(self._shelf.all)
        return tuple(self._row(one) for one in reversed(found))

    async def sign(self) -> CheckpointRow:
        """Sign what the log holds now and keep that."""
        now_ms = self._desk.clock.wall_ms()
        return self._row(await self._in_writer(lambda: self._shelf.keep(take(self._log, now_ms, self._roots).signed_by(self._key))))

    async def take_in(self, path: Path) -> CheckpointRow:
        """Keep another's checkpoint, co-signed in its file where all that it stands for is here."""
        return self._row(await self._in_writer(lambda: self._take_in(path)))

    async def hand_out(self, row: CheckpointRow, path: Path) -> None:
        """Write a kept checkpoint into a file, for others to co-sign or to keep."""
        found = next(
            (one for one in await self._in_writer(self._shelf.all) if (one.said.wall_ms, one.said.root.hex()) == (row.wall_ms, row.root)), None
        )
        if found is None:
            raise KnownError("There is no checkpoint yet; make one with `commandcenter log checkpoint`.")
        await self._in_writer(lambda: write_whole(path, found.encoded()))

    async def verify(self, progress: Progress) -> Sentence:
        """Audit the whole log; return the good news. Raises `KnownError` with the bad ones, `Cancelled` when the progress does."""
        log = self._log
        auditor, rows, total = Auditor(log.operation, log.device_keys()), iter(log.signed()), log.count()
        while await self._in_writer(lambda: _portion(auditor, rows)):
            progress.report("verify", auditor.entries, total)
        kept = await self._in_writer(self._shelf.all)
        found = auditor.result(log.device, [one for one in kept if one.said.operation == log.operation])
        if not found.ok:
            raise _bad_news(found)
        return say("Entries checked: {n}, all as they were signed. Checkpoints: {k}; nothing is gone that they name.", n=found.entries, k=len(kept))

    async def follow(self, hub: Callable[[], Partner | None]) -> None:
        """Fetch the hub's checkpoint from time to time and keep it, with ours co-signed by it; until cancelled."""
        while True:
            partner = hub()
            if partner is not None:
                try:
                    await self.exchange(partner)
                except (KnownError, MalformedError, OSError, TimeoutError, ClientError) as error:  # away, which the pill says; it is tried again
                    LOG.info("no checkpoint of the hub: %s", error)
            await asyncio.sleep(EVERY_S)

    async def exchange(self, partner: Partner) -> CheckpointRow | None:
        """Have the hub co-sign our newest checkpoint, and keep the hub's own; `None` where it has none, or names what has not come here yet."""
        ours = await self._in_writer(lambda: self._shelf.newest(self._key.id))
        given = ours if ours is not None and len(ours.signers) == 1 else None
        theirs = await asyncio.to_thread(ask_for_checkpoint, partner, self._log.operation, self._log.device, given)
        if theirs is None or not await self._in_writer(lambda: held(self._log, theirs)):
            return None  # kept now, it would be taken for a removed tail
        return self._row(await self._in_writer(lambda: self._shelf.keep(theirs)))

    def _take_in(self, path: Path) -> Checkpoint:
        found = load(path)
        if found.said.operation != self._log.operation:
            raise KnownError("This checkpoint is of another operation.")
        if not held(self._log, found):
            raise KnownError("What this checkpoint stands for is not all here, or is not the same; nothing was signed. Synchronise first.")
        if agrees(self._log, found):
            found = found.signed_by(self._key)
            write_whole(path, found.encoded())
        return self._shelf.keep(found)

    def _row(self, found: Checkpoint) -> CheckpointRow:
        names = {device.id: device.name for device in self._desk.picture.rights.devices()}
        said = found.said
        return CheckpointRow(said.wall_ms, said.entries, said.root.hex(), tuple(names.get(signer) or signer[:8] for signer in found.signers))

    async def _in_writer(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._writer, work)


def _portion(auditor: Auditor, rows: Iterator[Row]) -> bool:
    before = auditor.entries
    for row in islice(rows, PORTION):
        auditor.check(row)
    return auditor.entries > before


def _bad_news(found: Audit) -> KnownError:
    bad = found.first_bad
    if bad is not None:
        return KnownError(
            "Entry {position} is not as it was signed: {why}. Later entries that rest on it: {n}. Heal the log from another desk.",
            position=bad.position,
            why=bad.reason,
            n=found.consequence_count,
        )
    gone = found.lost[0]
    if gone.first == gone.last:
        return KnownError(
            "Entry {first} of device {device} is gone: a signed checkpoint names it. Heal the log from another desk.",
            first=gone.first,
            device=gone.device[:8],
        )
    return KnownError(
        "Entries {first} to {last} of device {device} are gone: a signed checkpoint names them. Heal the log from another desk.",
        first=gone.first,
        last=gone.last,
        device=gone.device[:8],
    )
