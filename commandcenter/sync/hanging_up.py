"""Ends a connection at once: TLS or not, in use or closed already."""

from __future__ import annotations

import asyncio
import contextlib


def hang_up(transport: asyncio.BaseTransport | None) -> None:
    """Close a connection without waiting for the other end's farewell.

    CPython before 3.11.5 raises `AttributeError` where a TLS connection was closed twice: it has let go of it.
    """
    if isinstance(transport, asyncio.Transport):
        with contextlib.suppress(AttributeError):
            transport.abort()
