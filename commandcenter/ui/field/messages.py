"""Messages to the unit: the newest first; what stands on the screen has been read, and the desk is told so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent

from commandcenter.model.commands import ReadMessages
from commandcenter.model.entries import Changes, Kind, Section
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.picture.messages import AttachmentView, MessageView
from commandcenter.picture.views import UnitView
from commandcenter.ui.field.parts import BigButton, Card
from commandcenter.ui.files.kinds import safe_name, size_words
from commandcenter.ui.files.port import FilesPort
from commandcenter.ui.frame.parts import label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.messages.rows import as_allowed
from commandcenter.ui.messages.viewer import VIEWED, Viewer
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat

FILES = 3
"""Of the newest messages, to be opened with one tap."""
SHOWN = 6
"""The newest ones; older ones are at the desk and in the log."""


class MessagesCard(Card):
    """What was written to my unit."""

    def __init__(self, seat: Seat, my_unit: Callable[[], UnitView | None], files: FilesPort | None = None) -> None:
        """Follow a seat's messages to the unit that the window is for; `files`: what is attached to them can be opened."""
        super().__init__()
        self._seat, self._my_unit, self._files = seat, my_unit, files
        self._shown: tuple[AttachmentView, ...] = ()
        self._viewers: list[Viewer] = []
        self.attached = [BigButton() for _ in range(FILES)]
        self._reading: set[Id] = set()
        self._told: set[Id] = {message.id for message in seat.desk.picture.words.messages()}
        self.lines = [label("", wrap=True) for _ in range(SHOWN)]
        self.none = label("muted", wrap=True)
        for part in (self.none, *self.lines, *self.attached):
            self.body.addWidget(part)
        for place, made in enumerate(self.attached):
            made.clicked.connect(partial(self.open_file, place))
        self._unsubscribe = files.subscribe(self._show_files) if files is not None else lambda: None
        seat.changed.connect(self._on_changes)
        seat.unit_chosen.connect(self._unit_chosen)
        seat.rights_changed.connect(self.refresh)

    def messages(self) -> list[MessageView]:
        """Return the messages to my unit, newest first."""
        unit = self._my_unit()
        words = self._seat.desk.picture.words
        return [one for one in reversed(words.messages()) if unit is not None and unit.id in one.to][:SHOWN]

    def refresh(self) -> None:
        """Show them anew, and say that they were read if they can be seen."""
        found, unit = self.messages(), self._my_unit()
        self.title.setText(tr("Messages"))
        self.none.setText(tr("No messages yet"))
        self.none.setVisible(not found)
        for part, message in zip(self.lines, [*found, *[None] * (SHOWN - len(found))], strict=True):
            part.setVisible(message is not None)
            part.setText(self._words(message) if message is not None else "")
        self._shown = tuple(file for message in found for file in self._files_of(message) if file.readable)[:FILES]
        self._show_files()
        if unit is not None:
            self._mark_read(found, unit)

    def _files_of(self, message: MessageView) -> list[AttachmentView]:
        return [as_allowed(self._seat, file) for file in self._seat.desk.picture.words.files_of(message.id)]

    def _show_files(self) -> None:
        """Say what is attached, and whether it is here."""
        for place, made in enumerate(self.attached):
            file = self._shown[place] if place < len(self._shown) else None
            made.setVisible(file is not None and self._files is not None)
            if file is not None and self._files is not None:
                name, size = safe_name(file.name, file.media), size_words(file.size)
                state = self._files.state(file)
                coming = tr("{size}, coming: {percent} %", size=size, percent=round(100 * state.share))
                made.setText(f"{name} · {size if state.here else coming if state.coming else tr('not here yet, {size}', size=size)}")

    def open_file(self, place: int, _checked: bool = False) -> None:
        """Open a file with one tap, or have it fetched."""
        file = self._shown[place]
        if self._files is not None and self._files.state(file).here:
            self._seat.run(self._open(file, self._files))
        elif self._files is not None:
            self._files.fetch(file)

    async def _open(self, file: AttachmentView, files: FilesPort) -> None:
        content = await files.content(file)
        if file.media not in VIEWED:
            raise Refused("{name} can only be opened at a desk.", name=file.name)
        if file.section != Section.OP:
            self._seat.looked.emit(Kind.ATTACHMENT, file.id)
        viewer = Viewer(self._seat.look, file, content, self._seat.desk.picture.operation)
        viewer.closed.connect(self._viewers.remove)
        self._viewers.append(viewer)
        viewer.show()

    def stop(self) -> None:
        """The window goes: follow the files no more."""
        self._unsubscribe()
        for viewer in tuple(self._viewers):
            viewer.close()

    def _words(self, message: MessageView) -> str:
        sender = self._seat.desk.picture.unit(message.sender) if message.sender is not None else None
        name = sender.callsign if sender is not None else self._seat.desk.picture.operator_name(message.by)
        files = len(self._seat.desk.picture.words.files_of(message.id))
        text = tr("{what} · {n} attached", what=message.text, n=files) if files else message.text
        return f"{formats.clock(message.sent_ms)} {name}: {text}"

    def _mark_read(self, found: list[MessageView], unit: UnitView) -> None:
        if not self.isVisible() or not self.isActiveWindow():
            return
        fresh = tuple(one.id for one in found if unit.id not in one.read and one.id not in self._reading)
        if fresh:
            self._reading.update(fresh)
            self._seat.run(self._read(fresh, unit.id))

    async def _read(self, messages: tuple[Id, ...], unit: Id) -> None:
        """Say so; one who may only watch says nothing."""
        try:
            await self._seat.submit(ReadMessages(messages, unit))
        except Refused:
            return

    def _tell(self) -> None:
        """Say it in the strip when a message has come, whatever page is shown."""
        fresh = [one for one in self.messages() if one.id not in self._told]
        self._told.update(one.id for one in self._seat.desk.picture.words.messages())
        if fresh and not self.isVisible():
            self._seat.notice(Level.HINT, say("Message: {text}", text=fresh[0].text or "📎"))

    def _unit_chosen(self, _ident: str) -> None:
        self._reading.clear()
        self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        if changes.of(Kind.MESSAGE):
            self._tell()
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opens the page reads what stands on it."""
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, and the window's coming to the front."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.ActivationChange):
            self.refresh()
