"""For when links are down: orders as text to read out, what was read back, and what is entered late from cards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout

from commandcenter.dispatch.radio import ReadBack, compare, radio_text, read_blocks
from commandcenter.model.commands import Command, EnterLate, ReadBackOrder
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.marks import marked
from commandcenter.model.sentences import say
from commandcenter.picture.orders import OrderView
from commandcenter.ui.command_line.late import moment_of
from commandcenter.ui.command_line.lines import understand
from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import button, label, line
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.leaving import ask_where, copy_text, write_text
from commandcenter.ui.notice import Level
from commandcenter.ui.prints.cards import blank_cards
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.type_names import language


class RadioPage(Page):
    """Reading out at the left, reading back at the right, late entries below."""

    def __init__(self, context: DeskContext) -> None:
        """Follow a seat's orders."""
        super().__init__()
        self._seat, self._finder = context.seat, context.finder
        self.all = QCheckBox()
        self.out, self.back = QPlainTextEdit(), QPlainTextEdit()
        self.back.setTabChangesFocus(True)
        self.copy, self.save, self.open, self.record = button(), button(), button(), button("primary")
        self.found = label("muted", wrap=True)
        self.time, self.what, self.enter, self.blank = QLineEdit(), QLineEdit(), button("primary"), button()
        self.says, self.late_head = label("muted", wrap=True), label("strong", wrap=True)
        self._out_field, self._back_field = Field(self.out), Field(self.back)
        self._time_field, self._what_field = Field(self.time, 150), Field(self.what)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        for part in (self.out, self.back):
            part.setFont(fixed)
            part.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.out.setReadOnly(True)
        self._lay_out()
        self._join()
        self.retranslate()

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        for field, parts in ((self._out_field, (self.all, 1, self.copy, self.save)), (self._back_field, (self.open, 1, self.record))):
            side, acts = QVBoxLayout(), WrappingLine()
            side.addWidget(field, 1)
            for part in parts:
                acts.addStretch(1) if isinstance(part, int) else acts.addWidget(part)
            side.addLayout(acts)
            both.addLayout(side, 1)
        self.box.addLayout(both, 1)
        self.box.addWidget(self.found)
        self.box.addWidget(line())
        self.box.addWidget(self.late_head)
        entry = WrappingLine()
        entry.addWidget(self._time_field, 0)
        entry.addWidget(self._what_field, 1)
        entry.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignBottom)
        entry.addWidget(self.blank, 0, Qt.AlignmentFlag.AlignBottom)
        self.box.addLayout(entry)
        self.box.addWidget(self.says)

    def _join(self) -> None:
        self.all.toggled.connect(self.reload)
        self.copy.clicked.connect(lambda: copy_text(self.out.toPlainText(), self._seat.desk.picture.operation))
        self.save.clicked.connect(self._save_as)
        self.open.clicked.connect(self._open)
        self.back.textChanged.connect(self._compare)
        self.record.clicked.connect(self.record_now)
        self.enter.clicked.connect(self.enter_now)
        self.blank.clicked.connect(self._print_blank)
        for part in (self.time, self.what):
            part.returnPressed.connect(self.enter_now)
        self._seat.changed.connect(self._on_changes)

    def retranslate(self) -> None:
        """Say every text."""
        self._out_field.say(tr("Read out"))
        self._back_field.say(tr("Read back: type, paste or open what you were answered"))
        self.all.setText(tr("Also orders that were answered"))
        self.copy.setText(tr("Copy"))
        self.save.setText(tr("Save as text …"))
        self.open.setText(tr("Open …"))
        self.record.setText(tr("Record what is right"))
        self.late_head.setText(tr("Entered late: what happened earlier, from a card or from memory. The log keeps both times."))
        self._time_field.say(tr("Happened at"), tr("14:05"))
        self._what_field.say(tr("What happened, as on the command line"), tr("E1 os   ·   d 42 E1   ·   note power is back"))
        self.enter.setText(tr("Enter"))
        self.blank.setText(tr("Print blank cards"))
        self.reload()
        self._compare()

    def reload(self) -> None:
        """Read the orders anew."""
        orders = self.orders()
        picture, chinese = self._seat.desk.picture, language() == "zh"
        text = radio_text(orders, picture, [formats.clock(order.sent_ms) for order in orders], chinese=chinese) if orders else ""
        text = marked(text, picture.operation) if text else ""
        if text != self.out.toPlainText():
            self.out.setPlainText(text)
        self.out.setPlaceholderText(tr("No order waits for an answer."))
        for part in (self.copy, self.save):
            part.setEnabled(bool(orders))

    def orders(self) -> list[OrderView]:
        """Return the orders to be read out, oldest first."""
        orders = [order for order in self._seat.desk.picture.duty.orders() if order.withdrawn is None]
        return orders if self.all.isChecked() else [order for order in orders if order.unanswered()]

    def results(self) -> list[ReadBack]:
        """Return what the text at the right comes to."""
        return compare(read_blocks(self.back.toPlainText()), self._seat.desk.picture)

    def _compare(self) -> None:
        results = self.results()
        lines = []
        for result in results:
            said = tr("right") if result.fault is None else spoken(result.fault)
            lines.append(f"{'✓' if result.fault is None else '!'} {result.block.number}: {said}")
        nothing = tr("Nothing to compare yet: each order begins with ORDER 1 OF 2 and ends with CHECK and two words.")
        self.found.setText("\n".join(lines) or (nothing if self.back.toPlainText().strip() else ""))
        self.record.setEnabled(any(result.fault is None for result in results))

    def record_now(self) -> None:
        """Write down every order that was read back right."""
        right = [ReadBackOrder(r.order.id, r.block.check) for r in self.results() if r.fault is None and r.order is not None]
        self._seat.run(self._record(right))

    async def _record(self, commands: list[ReadBackOrder]) -> None:
        await self._seat.submit(*commands, said=say("{n} orders read back", n=len(commands)))
        self.back.clear()

    def _save_as(self) -> None:
        path = ask_where(self, tr("Save as text"), "orders.txt", "", self._seat)
        if path is not None:
            self._seat.run(self._write(path))

    async def _write(self, path: Path) -> None:
        write_text(path, self.out.toPlainText())
        self._seat.notice(Level.DONE, say("Saved: {file}", file=path.name))

    def _open(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, tr("Open file"), "", "*.txt;;*")
        if found:
            self._seat.run(self._read(Path(found)))

    async def _read(self, path: Path) -> None:
        try:
            self.back.setPlainText(path.read_text(encoding="utf-8")[:100_000])
        except (OSError, UnicodeDecodeError) as error:
            raise KnownError("{file} cannot be read: {why}.", file=path.name, why=str(error)) from error

    def enter_now(self) -> None:
        """Enter late what the line says."""
        self._seat.run(self._enter(self.time.text().strip(), self.what.text().strip()))

    async def _enter(self, time: str, what: str) -> None:
        moment = moment_of(time, self._seat.now_ms())
        if moment is None:
            raise Refused("{text} is no time. Write 14:05, or with the day 2026-05-01T14:05", text=time or "–")
        reading = await understand(f"late {time} {what}", self._seat.desk, self._finder.find, language())
        commands: tuple[Command, ...] = tuple(one for one in reading.commands if isinstance(one, EnterLate))
        if not commands:
            raise Refused(reading.says.template, **reading.says.params)
        await self._seat.submit(*commands, said=say("Entered late: {what}", what=what))
        self.says.setText(spoken(reading.says))
        self.what.clear()
        self.what.setFocus()

    def _print_blank(self) -> None:
        self._seat.paper_wanted.emit(blank_cards)

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.ORDER) or changes.of(Kind.UNIT):
            self.reload()
            self._compare()


__all__ = ["PlaceFinder", "RadioPage"]
