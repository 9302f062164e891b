"""What was said to whom: the list, the chosen message with its files and receipts, and the line to write with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from commandcenter.model.commands import ReadMessages
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.messages.attachments import Attachments
from commandcenter.ui.messages.compose import Compose
from commandcenter.ui.messages.rows import MessageRow, columns, receiver_lines, rows_of
from commandcenter.ui.tables.page import Page
from commandcenter.ui.tables.view import Table


class TalkPage(Page):
    """Newest first; opening a message says that it was read."""

    def __init__(self, context: DeskContext) -> None:
        """Follow a seat's messages."""
        super().__init__()
        self._seat, self._files_port = context.seat, context.services.files
        self._reading: set[Id] = set()
        self.only = QCheckBox()
        self.table: Table[MessageRow] = Table(self._seat.look, columns(self._seat), lambda row: row.id)
        self.head, self.text, self.receipts = label("muted", wrap=True), label("", wrap=True), label("small", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.files = Attachments(context, self._files_port)
        self.compose = Compose(self._seat, self._files_port)
        self._lay_out()
        self.only.toggled.connect(lambda _on: self.reload())
        self.table.chosen.connect(self._show_chosen)
        self._seat.changed.connect(self._on_changes)
        self._seat.acknowledged.connect(self._acknowledged)
        self._seat.incident_chosen.connect(self._incident_chosen)
        self._unsubscribe = self._files_port.subscribe(self.files.refresh) if self._files_port is not None else lambda: None
        self.retranslate()

    def _lay_out(self) -> None:
        detail = QWidget()
        detail.setProperty("role", "clear")
        words = QVBoxLayout()
        words.addWidget(self.head)
        words.addWidget(self.text)
        words.addWidget(self.files, 1)
        words.addStretch(0)
        both = QHBoxLayout(detail)
        both.setContentsMargins(0, 0, 0, 0)
        both.addLayout(words, 2)
        both.addWidget(_scrolled(self.receipts), 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.table)
        split.addWidget(detail)
        split.setSizes([280, 330])
        split.setChildrenCollapsible(False)
        self.line(1, self.only)
        self.box.addWidget(split, 1)
        self.box.addWidget(self.compose)

    def stop(self) -> None:
        """The window goes: follow the files no more."""
        self._unsubscribe()

    def retranslate(self) -> None:
        """Say every text."""
        self.only.setText(tr("This incident"))
        self.table.name_it(tr("Messages"), tr("No messages yet"), tr("Write to units, a group, an incident or all below."), "message-outline")
        self.reload()

    def reload(self) -> None:
        """Read all messages anew."""
        self.table.show_rows(rows_of(self._seat, self._seat.incident if self.only.isChecked() else None))
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self.table.current()
        if chosen is None:
            self.head.setText(tr("Choose a message: then its files stand here, and who has read it."))
            self.text.clear()
            self.receipts.clear()
            self.files.show_files(())
            return
        message = chosen.message
        self.head.setText(tr("{from} to {to}, {time}", **{"from": chosen.sender, "to": chosen.to, "time": formats.moment(message.sent_ms)}))
        self.text.setText(message.text)
        self.receipts.setText("\n".join(receiver_lines(self._seat, message)))
        self.files.show_files(chosen.files)
        if chosen.unread and chosen.id not in self._reading and self.isVisible():
            self._reading.add(chosen.id)
            self._seat.run(self._read(chosen.id))

    async def _read(self, message: Id) -> None:
        """Say that the person here has opened it; one who may only watch says nothing."""
        try:
            await self._seat.submit(ReadMessages((message,)))
        except Refused:
            return

    def _acknowledged(self) -> None:
        """Receipts came: say anew how far each message is."""
        self.table.viewport().update()
        chosen = self.table.current()
        if chosen is not None:
            self.receipts.setText("\n".join(receiver_lines(self._seat, chosen.message)))

    def _incident_chosen(self, _ident: str) -> None:
        if self.only.isChecked():
            self.reload()

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (Kind.MESSAGE, Kind.ATTACHMENT, Kind.ERASURE)):
            self.reload()
        if any(changes.of(kind) for kind in (Kind.GROUP, Kind.POLICY, Kind.INCIDENT)):
            self.compose.refresh()


def _scrolled(inner: QLabel) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    inner.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    area.setWidget(inner)
    return area
