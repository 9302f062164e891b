"""Live alarms reach exercises on the same computer: the live desk tells, every exercise of this home listens.

One way only: nothing of an exercise goes to the live desk here.
"""

from __future__ import annotations

import hashlib
import json
import logging
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.i18n.tr import spoken

LOG = logging.getLogger(__name__)
AGAIN_MS = 2_000
MOST_TOLD = 20
LONGEST_LINE = 64_000


def alarms_name(home: Path) -> str:
    """Return the name under which a home's live desk is heard."""
    return "commandcenter-alarms-" + hashlib.sha256(str(home.resolve()).encode()).hexdigest()[:16]


class AlarmTeller(QObject):
    """Tells whoever listens which alarms sound at this live desk. Qt thread; only the person who runs the desk can listen."""

    def __init__(self, home: Path, watch: AlarmWatch, parent: QObject) -> None:
        """Begin; where the system gives no way, the desk works without."""
        super().__init__(parent)
        self._watch = watch
        self._listeners: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(alarms_name(home))
        self._server.newConnection.connect(self._welcome)
        if not self._server.listen(alarms_name(home)):
            LOG.warning("exercises cannot hear live alarms: %s", self._server.errorString())
        watch.changed.connect(self._tell)

    def close(self) -> None:
        """Say no more; listeners hear that this desk is gone."""
        self._watch.changed.disconnect(self._tell)
        self._server.close()
        for listener in self._listeners:
            listener.disconnected.disconnect(self._gone)
            listener.abort()
        self._listeners.clear()

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            listener = self._server.nextPendingConnection()
            listener.disconnected.connect(self._gone)
            self._listeners.append(listener)
        self._tell()

    def _gone(self) -> None:
        for listener in [one for one in self._listeners if one.state() == QLocalSocket.LocalSocketState.UnconnectedState]:
            self._listeners.remove(listener)
            listener.deleteLater()

    def _tell(self) -> None:
        if not self._listeners:
            return
        sounding = islice((alarm for alarm in self._watch.alarms if alarm.sounding), MOST_TOLD)
        told = json.dumps([spoken(alarm.text) for alarm in sounding]).encode() + b"\n"
        for listener in self._listeners:
            listener.write(told)
            listener.flush()


class AlarmListener(QObject):
    """Hears the alarms of this home's live desk, as soon as there is one. Qt thread.

    Signals:
        heard(object): the texts of all live alarms that sound now; an empty list when there are none any more.
        lost(): the live desk was closed, or fell silent.
    """

    heard = Signal(object)
    lost = Signal()

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        """Begin to listen."""
        super().__init__(parent)
        self._name = alarms_name(home)
        self._socket = QLocalSocket(self)
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(self._lost)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self._call)
        self._again.start()
        self._call()

    def close(self) -> None:
        """Listen no more."""
        self._again.stop()
        self._socket.abort()

    def _call(self) -> None:
        if self._socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._socket.connectToServer(self._name)

    def _lost(self) -> None:
        self.lost.emit()

    def _read(self) -> None:
        while self._socket.canReadLine():
            try:
                told = json.loads(bytes(self._socket.readLine(LONGEST_LINE).data()))
            except ValueError:
                LOG.warning("the live desk said something that cannot be read")
                continue
            self.heard.emit([str(text) for text in told] if isinstance(told, list) else [])
