"""The timeline and messages tabs: the log's rows of one incident."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from commandcenter.model.commands import AddNote, Command, SendMessage
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import IncidentView
from commandcenter.ui.frame.parts import EmptyList, Translated, button, column, row
from commandcenter.ui.frame.written import commit
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.log.delegate import LogDelegate
from commandcenter.ui.log.model import LogRows
from commandcenter.ui.seat import Seat


class LinesTab(Translated):
    """Rows of the log about one incident; the messages tab adds a line to write."""

    def __init__(self, seat: Seat, *, messages: bool) -> None:
        """Start empty."""
        super().__init__()
        self._seat = seat
        self._messages = messages
        self._incident: IncidentView | None = None
        self.rows = LogRows(seat, types=("MessageSent", "NoteAdded", "OrderSent", "CallTaken") if messages else (), one_incident=True)
        self.list = EmptyList(seat.look)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(LogDelegate(seat))
        layout = column(self)
        layout.addWidget(self.list, 1)
        self.text, self.send, self.note, self.more = QLineEdit(), button("primary"), button(), button()
        self.text.returnPressed.connect(self._send)
        self.send.clicked.connect(self._send)
        self.note.clicked.connect(self._note)
        self.more.clicked.connect(lambda: seat.window_wanted.emit("messages"))
        self.send.needs(seat, SendMessage)
        self.note.needs(seat, AddNote)
        writing = QWidget()
        line = row(writing)
        line.setContentsMargins(10, 8, 10, 10)
        for part in (self.text, self.more, self.note, self.send):
            line.addWidget(part)
        writing.setVisible(messages)
        layout.addWidget(writing)
        seat.look.changed.connect(self.list.viewport().update)
        seat.acknowledged.connect(self.list.viewport().update)
        self.retranslate()

    def show_incident(self, incident: IncidentView) -> None:
        """Show an incident's rows."""
        self._incident = incident
        self.rows.show_only(incident=incident.id)

    def retranslate(self) -> None:
        """Say every text."""
        self.text.setPlaceholderText(tr("Message to all on this incident"))
        self.text.setAccessibleName(tr("Message"))
        self.send.setText(tr("Send"))
        self.note.setText(tr("Note"))
        self.more.setText(tr("More …"))
        self.more.setToolTip(tr("Templates, files, groups, who has read it (Ctrl+Shift+M)"))
        self.list.setAccessibleName(tr("Messages") if self._messages else tr("Timeline"))
        self.list.say_when_empty(
            tr("Nothing yet"), tr("What is said and noted about this incident stands here.") if self._messages else "", "message-outline"
        )
        self.rows.reload()

    def _send(self) -> None:
        self._submit(lambda text, incident: (SendMessage(text, incident_id=incident.id), say("Message about {number} sent", number=incident.number)))

    def _note(self) -> None:
        self._submit(lambda text, incident: (AddNote(text, incident.id), say("Note on {number} written", number=incident.number)))

    def _submit(self, make: Callable[[str, IncidentView], tuple[Command, Sentence]]) -> None:
        text = self.text.text().strip()
        if text and self._incident is not None:
            command, said = make(text, self._incident)
            commit(self._seat, self.text, command, said)
