"""This desk's admission to a hub, as the command line and the windows use it. All functions block; call them in a worker thread."""

from __future__ import annotations

import asyncio
import platform
import ssl

from commandcenter.app.home import Home
from commandcenter.app.operator import operator_of
from commandcenter.app.session import read_secrets
from commandcenter.log.keys import open_vault
from commandcenter.sync.access import Access
from commandcenter.sync.join_code import JoinCode
from commandcenter.sync.joining import join, renew, welcome


def hub_access(home: Home) -> Access:
    """Return the admission of this home; see its `exists`, `urls` and `context()`."""
    return Access(home.root / "hub-access", open_vault(home.root))


def join_hub(home: Home, code: str, name: str | None = None) -> Access:
    """Join a hub by its code; the earlier admission, if there is one, is replaced. Raises `KnownError`, then nothing changed.

    `name`: what the hub's keeper sees, else operator and computer.
    """
    access = hub_access(home)
    read = JoinCode.read(code)
    asyncio.run(join(read, read_secrets(home).device, name or f"{operator_of(home).name} · {platform.node()}", access))
    return access


def renew_in_time(home: Home, context: ssl.SSLContext) -> bool:
    """Renew the certificate when the hub wants it, also in this context of open connections; return whether it was done.

    To be called when the desk starts and every ten minutes or so: it costs one small question. Raises `KnownError`.
    """
    access, device = hub_access(home), read_secrets(home).device

    async def ask() -> bool:
        wanted = await welcome(access, context)
        if wanted.renew:
            await renew(access, device, context)
        return wanted.renew

    return asyncio.run(ask())
