"""The session that `bench.hub` measures: a desk with its window that hears the doorbell of a hub."""

from __future__ import annotations

from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from bench.window import window_desk
from commandcenter.app.home import Home
from commandcenter.app.hub_access import join_hub
from commandcenter.app.session import read_secrets
from commandcenter.app.sync_link import SyncLink
from commandcenter.ui.connection.port import Choice


def _link(urls: tuple[str, ...], session: Any, home: Home) -> SyncLink:  # noqa: ANN401 - of a session only what a link needs is there
    return SyncLink(session, home, Choice(hub=urls))


def listen(pipe: Connection, folder: Path, code: str) -> None:
    """Join the hub by its code, say when in step, take the id of the last entry that will come, and say when each row was painted."""
    (folder / "keys").mkdir(parents=True)  # else the keys would go to this computer's keystore
    home = Home.open(folder)
    urls = join_hub(home, code, "bench").urls
    with window_desk(home, read_secrets(home).device, partial(_link, urls)) as (world, desk):
        desk.wait_in_step()
        pipe.send("in step")
        world.wait_for(pipe.poll, 600.0)
        pipe.send(dict(desk.painted_s(pipe.recv())))
        pipe.recv()
