"""The line to write with: to whom, a template, the text, files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QFileDialog, QLineEdit, QSizePolicy, QWidget

from commandcenter.model.commands import NewFile, SendMessage
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.ui.command_line.lines import known_of
from commandcenter.ui.command_line.messages import read_message
from commandcenter.ui.files.kinds import PATTERN, size_words
from commandcenter.ui.files.port import FilesPort
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Field
from commandcenter.ui.type_names import language

_EMPTY = "–"
MOST_FILES = 10


class Compose(Translated):
    """Writes one message at a time; nothing that was written is lost before it is committed.

    Signals:
        sent(): a message was committed.
        templates_wanted(): the person wants to change the templates.
    """

    sent = Signal()
    templates_wanted = Signal()

    def __init__(self, seat: Seat, files: FilesPort | None) -> None:
        """Start empty."""
        super().__init__()
        self._seat, self._files = seat, files
        self.attached: list[NewFile] = []
        self.to, self.template, self.text = QLineEdit(), QComboBox(), QLineEdit()
        self.attach, self.personal, self.clear_files, self.send, self.edit = button(), QCheckBox(), button(), button("primary"), button()
        self.note = label("muted", wrap=True)
        self._to_field, self._template_field, self._text_field = Field(self.to, 220), Field(self.template, 190), Field(self.text)
        self.setAcceptDrops(files is not None)
        self._lay_out()
        self.text.returnPressed.connect(self.send_now)
        self.send.clicked.connect(self.send_now)
        self.send.needs(seat, SendMessage)
        self.attach.clicked.connect(self._choose_files)
        self.clear_files.clicked.connect(self._forget_files)
        self.template.activated.connect(self._use_template)
        self.edit.clicked.connect(self.templates_wanted)
        self.to.textChanged.connect(self._say)
        self.text.textChanged.connect(self._say)
        self.retranslate()

    def _lay_out(self) -> None:
        layout = column(self, gap=6)
        first, second = row(), row()
        tools: tuple[QWidget, ...] = (self.attach, self.personal, self.clear_files)
        for part in (self._to_field, self._template_field, self.edit, *tools):
            first.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
            part.setVisible(part not in tools or self._files is not None)
        first.insertStretch(3, 1)
        self._text_field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        second.addWidget(self._text_field, 1)
        second.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.note)
        self.personal.setChecked(True)

    def retranslate(self) -> None:
        """Say every text."""
        self._to_field.say(tr("To"), tr("E1 M3, a group, 42, all"))
        self._template_field.say(tr("Template"))
        self._text_field.say(tr("Message"), tr("What do you want to say?"))
        self.attach.setText(tr("Attach …"))
        self.personal.setText(tr("Personal data"))
        self.personal.setToolTip(tr("The file shows people, or can be traced to them: partners do not get it, and it can be erased for good"))
        self.clear_files.setText(tr("Take off"))
        self.send.setText(tr("Send"))
        self.edit.setText(tr("Edit templates …"))
        self.refresh()

    def refresh(self) -> None:
        """Offer what there is now: receivers and templates."""
        picture, chosen = self._seat.desk.picture, self.template.currentData()
        names = [group.name for group in picture.words.groups()] + [unit.callsign for unit in picture.units()]
        names += [incident.number for incident in picture.incidents() if incident.open] + [tr("all")]
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.to.setCompleter(completer)
        self.template.clear()
        self.template.addItem(tr("no template"), "")
        for one in self._seat.desk.catalogue.messages:
            self.template.addItem(one.name(language()), one.code)
        self.template.setCurrentIndex(max(0, self.template.findData(chosen)))
        self._say()

    def command(self) -> SendMessage:
        """Return what would be sent. Raises `Refused` with what is missing."""
        words, text = self.to.text().split(), self.text.text().strip()
        if not words:
            raise Refused("To whom? A callsign, a group, an incident number or “all”")
        if not text and not self.attached:
            raise Refused("Write what you want to say, or attach a file.")
        reading = read_message([*words, text or _EMPTY], known_of(self._seat.desk, {}, language()))
        found = next((one for one in reading.commands if isinstance(one, SendMessage)), None)
        if found is None:
            raise Refused(reading.says.template, **reading.says.params)
        if not _whole(found, text):
            raise Refused("There is no unit {callsign}", callsign=words[-1])
        return replace(found, text="" if not text else found.text, files=tuple(self.attached))

    def send_now(self) -> None:
        """Send what is written."""
        self._seat.run(self._send())

    async def _send(self) -> None:
        await self._seat.submit(self.command(), said=say("Message sent"))
        self.text.clear()
        self.template.setCurrentIndex(0)
        self.attached.clear()
        self._say()
        self.sent.emit()

    def _use_template(self) -> None:
        """Put the template's text into the line, filled in, to be changed before it is sent."""
        code = self.template.currentData()
        if not code:
            return
        words = self.to.text().split() or ["all"]
        reading = read_message([*words, f"={code}"], known_of(self._seat.desk, {}, language()))
        found = next((one for one in reading.commands if isinstance(one, SendMessage)), None)
        if found is not None:
            self.text.setText(found.text)
            self.text.setFocus()
        else:
            self._seat.run(_refuse(Refused(reading.says.template, **reading.says.params)))
            self.template.setCurrentIndex(0)

    def _choose_files(self) -> None:
        found, _ = QFileDialog.getOpenFileNames(self, tr("Attach"), "", f"{tr('Photos, tracks, documents')} ({PATTERN});;*")
        self.take_files([Path(one) for one in found])

    def take_files(self, paths: list[Path]) -> None:
        """Attach files; each is checked at once."""
        self._seat.run(self._take(paths))

    async def _take(self, paths: list[Path]) -> None:
        if self._files is None:
            return
        for path in paths:
            if len(self.attached) >= MOST_FILES:
                raise Refused("A message carries {n} files at most.", n=MOST_FILES)
            made = await self._files.take(path, personal=self.personal.isChecked())
            self.attached.append(made)
            self._say()

    def _forget_files(self) -> None:
        self.attached.clear()
        self._say()

    def _say(self) -> None:
        """Say who would get it, and what is attached."""
        lines = [f"{file.name}, {size_words(file.size)}" for file in self.attached]
        self.clear_files.setEnabled(bool(lines))
        to = _receivers(self._seat, self.to.text())
        parts = [tr("Goes to {units}", units=to)] if to else []
        parts += [tr("Attached: {files}", files="; ".join(lines))] if lines else []
        self.note.setText(" · ".join(parts))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach files that are dropped here."""
        self.take_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])


def _whole(command: SendMessage, text: str) -> bool:
    """Return whether every word of the receivers was understood, so that none has slipped into the text."""
    return command.text == (text or _EMPTY) or text.startswith("=")


def _receivers(seat: Seat, words: str) -> str:
    """Return who would get it, by callsign."""
    if not words.strip():
        return ""
    known = known_of(seat.desk, {}, language())
    reading = read_message([*words.split(), _EMPTY], known)
    found = next((one for one in reading.commands if isinstance(one, SendMessage)), None)
    if found is None or found.text != _EMPTY:
        return ""
    return str(reading.says.params.get("units") or reading.says.params.get("name") or reading.says.params.get("number") or tr("everyone"))


async def _refuse(refused: Refused) -> None:
    raise refused
