"""Where my position comes from: gpsd, a receiver on the network or on a serial line, or none; tried out, and used at once."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.geo.positioning.source import BAUD, GPSD_PORT, ReceiverKind, Source
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.field.parts import BigButton, Card, big
from commandcenter.ui.field.port import TRIED_S, ReceiverPort, SerialLine
from commandcenter.ui.frame.parts import label, restyle, row
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Field

KINDS: tuple[tuple[ReceiverKind | None, str], ...] = (
    (None, mark("No receiver: by hand")),
    (ReceiverKind.GPSD, mark("gpsd")),
    (ReceiverKind.TCP, mark("On the network (NMEA)")),
    (ReceiverKind.SERIAL, mark("On a serial line or USB (NMEA)")),
)
BAUDS = (4_800, 9_600, 19_200, 38_400, 57_600, 115_200)
HERE = "localhost"
TIP = Qt.ItemDataRole.ToolTipRole
USED = say("This receiver is used from now on, at the next start too.")
UNUSED = say("No receiver is used from now on; set the position by hand.")


class ReceiverCard(Card):
    """The choice of the receiver; hidden where the program follows none. Qt thread, inside a running asyncio loop."""

    def __init__(self, seat: Seat, port: ReceiverPort | None) -> None:
        """Show what is followed now."""
        super().__init__()
        self._seat, self._port = seat, port
        self._said: tuple[Sentence, str] | None = None
        self._trial: asyncio.Task[object] | None = None
        self.kind, self.address, self.line, self.speed = QComboBox(), QLineEdit(), QComboBox(), QComboBox()
        self.look, self.test, self.use, self.said = BigButton(), BigButton(), BigButton("primary"), label("muted", wrap=True)
        self._fields = [Field(part) for part in (self.kind, self.address, self.line, self.speed)]
        self._lay_out()
        self.kind.activated.connect(self._kind_chosen)
        self.address.returnPressed.connect(self._use)
        self.look.clicked.connect(self._look)
        self.test.clicked.connect(self._test)
        self.use.clicked.connect(self._use)
        self.retranslate()
        self._show(port.source if port is not None else None)
        self.setVisible(port is not None)

    def _lay_out(self) -> None:
        big(self.kind, self.address, self.line, self.speed)
        self.line.setEditable(True)
        self.line.setMinimumContentsLength(1)
        for baud in BAUDS:
            self.speed.addItem(f"{baud:,}".replace(",", " "), baud)
        for field in self._fields:
            self.body.addWidget(field)
        self.body.addWidget(self.look)
        acts = row()
        acts.addWidget(self.test)
        acts.addWidget(self.use)
        self.body.addLayout(acts)
        self.body.addWidget(self.said)

    def retranslate(self) -> None:
        """Say every text."""
        self.title.setText(tr("Where my position comes from"))
        chosen = max(self.kind.currentIndex(), 0)
        self.kind.clear()
        for kind, words in KINDS:
            self.kind.addItem(tr(words), kind)
        self.kind.setCurrentIndex(chosen)
        kind_field, address, line, speed = self._fields
        kind_field.say(tr("Receiver"))
        gpsd = self.kind.currentData() == ReceiverKind.GPSD
        address.say(tr("Computer"), tr("empty: this computer")) if gpsd else address.say(tr("Address and port"), "192.168.1.5:10110")
        line.say(tr("Serial line"))
        speed.say(tr("Speed (baud)"))
        self.look.setText(tr("Look for lines again"))
        self.test.setText(tr("Try it"))
        self.use.setText(tr("Use it"))
        if self._said is not None:
            self._say(*self._said)

    # what stands in the fields

    def _show(self, source: Source | None) -> None:
        kind = source.kind if source is not None else None
        self.kind.setCurrentIndex([known for known, _words in KINDS].index(kind))
        if source is not None and source.kind == ReceiverKind.SERIAL:
            self.line.setCurrentText(source.device)
            if self.speed.findData(source.baud) < 0:
                self.speed.addItem(str(source.baud), source.baud)
        self.speed.setCurrentIndex(self.speed.findData(source.baud if source is not None else BAUD))
        self.address.setText(_address(source))
        self._kind_shown()

    def _kind_chosen(self, _index: int) -> None:
        self._give_up()
        self.address.clear()
        self._kind_shown()
        if self.kind.currentData() == ReceiverKind.SERIAL and not self.line.count():
            self._look()

    def _kind_shown(self) -> None:
        """Ask only for what this kind of receiver needs."""
        kind = self.kind.currentData()
        _kind, address, line, speed = self._fields
        address.setVisible(kind in (ReceiverKind.GPSD, ReceiverKind.TCP))
        for part in (line, speed, self.look):
            part.setVisible(kind == ReceiverKind.SERIAL)
        self.test.setVisible(kind is not None)
        self.said.clear()
        self._said = None
        self.retranslate()

    def chosen(self) -> Source | None:
        """Return the receiver that stands in the fields; `None`: none. Raises `Refused` or `KnownError` where they say nothing useful."""
        kind, typed = self.kind.currentData(), self.address.text().strip().replace("：", ":")
        if kind is None:
            return None
        if kind == ReceiverKind.SERIAL:
            device = self.line.currentText().strip()
            if not device:
                raise Refused("Choose the serial line, or write its name: /dev/ttyUSB0, COM3.")
            return Source(kind, device=device, baud=int(self.speed.currentData()))
        typed = typed.removeprefix(f"{kind}://")
        if not typed and kind == ReceiverKind.TCP:
            raise Refused("Write address and port of the receiver, e.g. 192.168.1.5:10110.")
        return Source.read(f"{kind}://{typed or HERE}")

    # what the person does

    def _look(self) -> None:
        if self._port is not None:
            self._seat.run(self._find_lines(self._port))

    async def _find_lines(self, port: ReceiverPort) -> None:
        self._put_lines(await port.lines())

    def _put_lines(self, found: tuple[SerialLine, ...]) -> None:
        kept = self.line.currentText()
        self.line.clear()
        for one in found:
            self.line.addItem(one.device)
            self.line.setItemData(self.line.count() - 1, one.name, TIP)
        if kept or not found:
            self.line.setEditText(kept)
        lines = ", ".join(f"{one.device} ({one.name})" for one in found)
        self._say(
            say("Found: {lines}", lines=lines) if found else say("No serial line was found: is the receiver plugged in?"),
            "muted" if found else "warn",
        )

    def _test(self) -> None:
        if self._port is not None:
            self._give_up()
            self._trial = self._seat.run(self._try(self._port))

    def _give_up(self) -> None:
        if self._trial is not None:
            self._trial.cancel()

    async def _try(self, port: ReceiverPort) -> None:
        self._say(say("Trying, {n} s at most …", n=TRIED_S), "muted")
        try:
            source = self.chosen()
            if source is not None:
                fix = await port.test(source)
                self._say(say("Position received: {lat}, {lon}", lat=f"{fix.at.lat:.5f}", lon=f"{fix.at.lon:.5f}"), "ok")
        except (Refused, KnownError) as error:
            self._say(error.sentence, "danger")

    def _use(self) -> None:
        if self._port is not None:
            self._give_up()
            self._seat.run(self._take(self._port))

    async def _take(self, port: ReceiverPort) -> None:
        try:
            source = self.chosen()
            port.use(source)
        except (Refused, KnownError) as error:
            self._say(error.sentence, "danger")
            return
        self._say(USED if source is not None else UNUSED, "ok")
        self._seat.notice(Level.DONE, USED if source is not None else UNUSED)

    def _say(self, words: Sentence, role: str) -> None:
        self._said = (words, role)
        self.said.setText(spoken(words))
        restyle(self.said, "role", role)


def _address(source: Source | None) -> str:
    if source is None or source.kind == ReceiverKind.SERIAL:
        return ""
    here = source.kind == ReceiverKind.GPSD and (source.host, source.port) == (HERE, GPSD_PORT)
    return "" if here else str(source).partition("://")[2]
