"""A hub in a process of its own, as in real life."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from commandcenter.hub.database import HubDatabase
from commandcenter.hub.folder import HubFolder
from commandcenter.hub.serve import HubServer
from commandcenter.hub.server import Hub
from commandcenter.model.clock import SystemClock
from commandcenter.sync.join_code import Address
from commandcenter.sync.limits import Limits


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is."""

    url: str
    pid: int


@contextmanager
def hub(database_url: str, folder: Path | None = None, limits: Limits | None = None) -> Iterator[Place]:
    """Run a hub; with TLS where there is a folder."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(target=_serve, args=(database_url, folder, limits, there), daemon=True)
    process.start()
    try:
        port, pid = here.recv(), process.pid
        yield Place(f"http{'s' if folder else ''}://127.0.0.1:{port}", pid or 0)
    finally:
        here.send("stop")
        process.join(20)


def _serve(database_url: str, folder: Path | None, limits: Limits | None, pipe: Connection) -> None:
    asyncio.run(_serve_until_told(database_url, folder, limits, pipe))


async def _serve_until_told(database_url: str, folder: Path | None, limits: Limits | None, pipe: Connection) -> None:
    database = HubDatabase(database_url, bytes(32))
    server = HubServer(Hub(database, SystemClock(), folder=HubFolder(folder) if folder else None, limits=limits), Address("127.0.0.1", 0), stop_s=1)
    await server.start()
    pipe.send(server.address.port)
    await asyncio.get_running_loop().run_in_executor(None, pipe.recv)
    await server.stop()
    database.close()
