"""Past incidents of this operation under the catalogue in force and under the draft: who would have been sent then."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from commandcenter.dispatch.catalogue_trial import MOST_TRIED, Sent, Side, Tried, try_out
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id
from commandcenter.resources.catalogue import Catalogue
from commandcenter.ui.catalogue.port import CataloguePort
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.latest import Latest, Stopped
from commandcenter.ui.logistics_words import goods_words
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Page
from commandcenter.ui.tables.view import Table
from commandcenter.ui.type_names import plan_name, type_name

COUNTS = (20, 50, 100, MOST_TRIED)
"""How many incidents may be asked for."""


class TrialPage(Page):
    """One row an incident, the newest first.

    Signals:
        progressed(int): so many incidents are done; emitted in the worker thread.
    """

    progressed = Signal(int)

    def __init__(self, seat: Seat, port: CataloguePort) -> None:
        """Nothing is tried before somebody asks."""
        super().__init__()
        self._seat, self._port, self._latest = seat, port, Latest(seat, self)
        self._draft: Catalogue | None = None
        self.tried: list[Tried] | None = None
        self._asked = self._done = self._read = self._entries = 0
        self._reading: asyncio.Task[None] | None = None
        columns: list[Column[Tried]] = [
            Column(mark("Differs"), _verdict, tone=lambda one: "warn" if one.differs or one.retimed else ""),
            Column(mark("Incident"), lambda one: one.number),
            Column(mark("When"), lambda one: formats.moment(one.at_ms)),
            Column(mark("Type"), lambda one: type_name(seat.desk.catalogue, one.type)),
            Column(mark("As in force"), lambda one: self._words(one.before), wide=True),
            Column(mark("As drafted"), self._drafted, wide=True, tone=lambda one: "warn" if one.differs or one.retimed else ""),
        ]
        self.table: Table[Tried] = Table(seat.look, columns, lambda one: one.incident)
        self.said, self.count, self.caption = label("muted", wrap=True), QComboBox(), label("caption")
        self.start, self.cancel = button("primary"), button()
        for count in COUNTS:
            self.count.addItem(str(count), count)
        self.caption.setBuddy(self.count)
        self.box.addWidget(self.table, 1)
        self.line(self.said, 1, self.caption, self.count, self.cancel, self.start)
        self.start.clicked.connect(self.run)
        self.cancel.clicked.connect(self.stop)
        self.progressed.connect(self._progress)
        self.retranslate()

    def use(self, draft: Catalogue | None) -> None:
        """Try this draft from now on; what was found about another no longer holds."""
        if draft is not self._draft:
            self._give_up()
            self._draft, self.tried = draft, None
            self.table.show_rows([])
        self._paint()

    def run(self) -> None:
        """Try the newest incidents of this operation, with everything as it stood when somebody was first sent."""
        if self._draft is None:
            return
        newest = sorted(self._seat.desk.picture.incidents(), key=lambda one: (one.reported_ms, one.id), reverse=True)[: self.count.currentData()]
        self._give_up()
        self._asked = self._done = self._read = self._entries = 0
        self.tried = None
        self.table.show_rows([])
        self._reading = self._seat.run(self._try([one.id for one in newest], self._draft))
        self._paint()

    async def _try(self, incidents: Sequence[Id], draft: Catalogue) -> None:
        """Read the log up to each incident, then ask both catalogues in a worker thread."""
        desk, port = self._seat.desk, self._port
        try:
            past = await port.bygones(incidents, self._tell_read)
        except (KnownError, Refused):
            self.stop()
            raise
        self._asked = len(past)

        def work(stopped: Stopped) -> list[Tried]:
            sides = Side(desk.catalogue, desk.roads), Side(draft, port.roads(draft))
            return try_out(past, *sides, stopped=stopped, tell=self.progressed.emit)

        self._latest.run(work, self._take)
        self._paint()

    def stop(self) -> None:
        """Give up what is under way."""
        self._give_up()
        self._paint()

    def _give_up(self) -> None:
        self._latest.stop()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    @property
    def busy(self) -> bool:
        """Return whether a trial is under way."""
        return self._latest.busy or (self._reading is not None and not self._reading.done())

    def _tell_read(self, read: int, every: int) -> None:
        self._read, self._entries = read, every
        self._paint()

    def retranslate(self) -> None:
        """Say every text."""
        self.caption.setText(tr("Last incidents"))
        self.count.setAccessibleName(tr("Last incidents"))
        self.start.setText(tr("Try the draft"))
        self.cancel.setText(tr("Cancel"))
        self.table.name_it(
            tr("Trial against past incidents"),
            tr("Nothing was tried yet"),
            tr("Each is asked with units, closures and stock as they stood when it was new."),
            "flask-outline",
        )
        self._paint()

    def _progress(self, done: int) -> None:
        if self.busy:
            self._done = done
            self._paint()

    def _take(self, tried: list[Tried]) -> None:
        self.tried = tried
        self.table.show_rows(tried)
        self._paint()

    def _paint(self) -> None:
        busy = self.busy and self.tried is None
        self.start.setEnabled(self._draft is not None and not busy)
        self.cancel.setEnabled(busy)
        if busy and not self._asked:
            read, every = formats.number(self._read), formats.number(self._entries)
            self.said.setText(tr("The log is being read: {n} of {all} entries …", n=read, all=every))
        elif busy:
            self.said.setText(tr("{n} of {all} incidents are done …", n=formats.number(self._done), all=formats.number(self._asked)))
        elif self.tried is not None:
            self.said.setText(_summary(self.tried))
        elif self._draft is None:
            self.said.setText(tr("There is no draft that can be used."))
        else:
            self.said.setText("")

    def _drafted(self, one: Tried) -> str:
        return f"{_moves(one)}{self._words(one.after)}"

    def _plan_name(self, code: str) -> str:
        """Return a plan's name; one that only one of the catalogues has is named by that one."""
        for catalogue in (self._seat.desk.catalogue, self._draft):
            if catalogue is not None and code in catalogue.plans:
                return plan_name(catalogue, code)
        return code

    def _words(self, sent: Sent) -> str:
        if sent.refused is not None:
            return spoken(sent.refused)
        units, plan = ", ".join(callsign for callsign, _ in sent.units) or "–", self._plan_name(sent.plan)
        words = [f"{plan}: {units}" if sent.last_s is None else f"{plan}: {units} ({formats.eta(sent.last_s)})"]
        if sent.supplies:
            words.append(goods_words(self._seat.desk.catalogue, _by_item(sent)))
        if sent.missing:
            words.append(tr("{n} missing", n=formats.number(sent.missing)))
        return "; ".join(words)


def _verdict(one: Tried) -> str:
    return tr("≠ differs") if one.differs else tr("◷ other time") if one.retimed else tr("= same")


def _summary(tried: Sequence[Tried]) -> str:
    differ, retimed = (formats.number(sum(flags)) for flags in ([one.differs for one in tried], [one.retimed for one in tried]))
    said = tr("{n} of {all} incidents would have got something else.", n=differ, all=formats.number(len(tried)))
    return f"{said} {tr('{n} would have got the same at another time.', n=retimed)}" if any(one.retimed for one in tried) else said


def _moves(tried: Tried) -> str:
    """Return which units the draft sends in addition (+) and no longer (−)."""
    before, after = ({callsign for callsign, _ in sent.units} for sent in (tried.before, tried.after))
    signed = [f"+{callsign}" for callsign in sorted(after - before)] + [f"−{callsign}" for callsign in sorted(before - after)]
    return f"{' '.join(signed)}  " if signed else ""


def _by_item(sent: Sent) -> Mapping[str, int]:
    goods: dict[str, int] = {}
    for _, item, quantity in sent.supplies:
        goods[item] = goods.get(item, 0) + quantity
    return goods
