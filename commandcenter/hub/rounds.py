"""What a hub process does from time to time: learns of revocations, writes down who was here, renews its certificate."""

from __future__ import annotations

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from commandcenter.hub.bells import Bells
from commandcenter.hub.door import Door
from commandcenter.hub.folder import HubFolder
from commandcenter.hub.registry import Registry
from commandcenter.model.clock import Clock
from commandcenter.model.errors import KnownError

LOG = logging.getLogger(__name__)
REVOKED_S = 1.0
"""How soon a revocation holds in every process."""
SEEN_S = 60.0
CERTIFICATE_S = SWEEP_S = 3600.0
Work = Callable[[Callable[[], Any]], Awaitable[Any]]


class Rounds:
    """One asyncio loop."""

    def __init__(
        self, registry: Registry, door: Door, bells: Bells, clock: Clock, work: Work, folder: HubFolder | None, sweep: Callable[[], object]
    ) -> None:
        """Prepare; `work` runs what takes time in a thread; `sweep` forgets attachments that never became whole."""
        self._registry = registry
        self._door = door
        self._bells = bells
        self._clock = clock
        self._work = work
        self._folder = folder
        self._sweep = sweep
        door.revoked = folder.revoked() if folder else frozenset()
        self.context: ssl.SSLContext | None = folder.context() if folder else None
        """What the hub listens with; its certificate is renewed in place."""
        self.certificate_ends_ms = folder.ends_ms() if folder else 0

    async def begin(self) -> None:
        """Know who is revoked before the first request."""
        await self._often(self._revoked)

    async def walk(self) -> None:
        """Go on for ever. A database that is away only delays a round."""
        due_s = {self._revoked: REVOKED_S, self._seen: SEEN_S, self._certificate: CERTIFICATE_S, self._swept: SWEEP_S}
        at_s = dict.fromkeys(due_s, 0.0)
        while True:
            await asyncio.sleep(REVOKED_S)
            now_s = asyncio.get_running_loop().time()
            for task, every_s in due_s.items():
                if now_s - at_s[task] >= every_s:
                    at_s[task] = now_s
                    await self._often(task)

    async def _often(self, task: Callable[[], Awaitable[None]]) -> None:
        try:
            await task()
        except (KnownError, web.HTTPServiceUnavailable) as error:
            LOG.warning("put off", extra={"fields": {"why": str(error)}})

    async def _revoked(self) -> None:
        """Bring database and folder together: an old backup of the one does not let a revoked device in again."""
        found = await self._work(self._registry.revoked)
        kept = await self._work(self._folder.revoked) if self._folder else frozenset()
        if self._folder and found - kept:
            await self._work(lambda: self._folder.remember_revoked(found | kept))  # type: ignore[union-attr]
        if kept - found:
            await self._work(lambda: self._registry.revoke(kept - found, self._clock.wall_ms()))
        fresh = (found | kept) - self._door.revoked
        self._door.revoked = found | kept
        if fresh:
            LOG.warning("revoked", extra={"fields": {"devices": sorted(fresh)}})
            await self._bells.dismiss(fresh)

    async def _seen(self) -> None:
        seen, self._door.seen = self._door.seen, {}
        if seen:
            await self._work(lambda: self._registry.seen(seen))

    async def _swept(self) -> None:
        await self._work(self._sweep)

    async def _certificate(self) -> None:
        folder, context = self._folder, self.context
        if folder and context and await self._work(lambda: folder.renew_in_time(self._clock)):
            folder.load_into(context)
            LOG.info("certificate renewed")
        self.certificate_ends_ms = await self._work(folder.ends_ms) if folder else 0
