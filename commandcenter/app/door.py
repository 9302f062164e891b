"""The open desk's door for scripts on the same computer and of the same person: one line or one deed in, one answer out."""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from commandcenter.app.lines import Hands, OpenWindow, answer_of, carry_out
from commandcenter.dispatch.desk import Desk
from commandcenter.model.errors import KnownError, Refused

LOG = logging.getLogger(__name__)
LONGEST = 65_536
"""Bytes of what is asked: paths of many files have room."""
WAIT_MS, DEED_WAIT_MS = 20_000, 300_000
"""A deed may seal large files before it answers."""
Deed = Callable[[Mapping[str, Any]], Awaitable[Any]]
"""Does what a script asks for, plain values in and out; raises `Refused` and `KnownError`."""


def door_name(home: Path) -> str:
    """Return the name of a home's door; homes of other people have other doors."""
    return "commandcenter-" + hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:24]


class Door(QObject):
    """Takes lines while the desk is open. Qt thread; only the person who runs the desk can reach it."""

    def __init__(
        self,
        home: Path,
        desk: Desk,
        parent: QObject,
        window: OpenWindow | None = None,
        deeds: Mapping[str, Deed] | None = None,
        hands: Hands | None = None,
    ) -> None:
        """Listen; where the system gives no door, the desk works without one.

        `window` shows what lines ask for, `hands` print and take back; `deeds` are no lines.
        """
        super().__init__(parent)
        self._desk, self._window, self._hands, self._deeds = desk, window, hands, deeds or {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(door_name(home))
        self._server.newConnection.connect(self._welcome)
        if not self._server.listen(door_name(home)):
            LOG.warning("no door for scripts: %s", self._server.errorString())

    async def close(self) -> None:
        """Take no more lines; end what is under way."""
        self._server.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.readyRead.connect(lambda caller=caller: self._read(caller))
            caller.disconnected.connect(caller.deleteLater)

    def _read(self, caller: QLocalSocket) -> None:
        if not caller.canReadLine():
            if caller.bytesAvailable() > LONGEST:
                caller.abort()
            return
        raw = bytes(caller.readLine().data())
        task = asyncio.get_running_loop().create_task(self._serve(caller, raw))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, caller: QLocalSocket, raw: bytes) -> None:
        answer = await self._answer(raw)
        caller.write(json.dumps(answer).encode() + b"\n")
        caller.flush()
        caller.disconnectFromServer()

    async def _answer(self, raw: bytes) -> dict[str, Any]:
        try:
            asked = json.loads(raw)
            if "deed" in asked:
                return {"done": await self._deeds[str(asked["deed"])](dict(asked["with"]))}
            done = await carry_out(self._desk, str(asked["line"]), dry=bool(asked.get("dry")), window=self._window, hands=self._hands)
        except Refused as refused:
            return {"refused": str(refused)}
        except KnownError as error:
            return {"failed": str(error)}
        except (ValueError, KeyError, TypeError):
            return {"failed": "The line was not understood."}
        return answer_of(done)


def ask(home: Path, line: str, *, dry: bool) -> dict[str, Any] | None:
    """Hand a line to the open desk of a home; `None` when none is open. Raises `KnownError` when it does not answer. Any thread."""
    return _exchange(home, {"line": line, "dry": dry}, WAIT_MS)


def ask_for(home: Path, deed: str, asked: Mapping[str, Any]) -> dict[str, Any] | None:
    """Ask the open desk of a home for a deed; `None` when none is open. Raises `Refused` and `KnownError`. Any thread."""
    answer = _exchange(home, {"deed": deed, "with": dict(asked)}, DEED_WAIT_MS)
    if answer is not None and "refused" in answer:
        raise Refused("{why}", why=answer["refused"])
    if answer is not None and "failed" in answer:
        raise KnownError("{why}", why=answer["failed"])
    return answer


def _exchange(home: Path, asked: Mapping[str, Any], wait_ms: int) -> dict[str, Any] | None:
    socket = QLocalSocket()
    socket.connectToServer(door_name(home))
    if not socket.waitForConnected(1_000):
        return None
    socket.write(json.dumps(asked).encode() + b"\n")
    socket.flush()
    heard = b""
    while not heard.endswith(b"\n"):
        if not socket.waitForReadyRead(wait_ms):
            raise KnownError("The open desk does not answer; try again, or close it.")
        heard += bytes(socket.readAll().data())
    answer: dict[str, Any] = json.loads(heard)
    return answer
