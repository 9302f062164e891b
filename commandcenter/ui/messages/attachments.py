"""The files of a message: their previews, where they are, and what can be done with them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from commandcenter.model.commands import ErasePersonalData, Ground, RemoveAttachment
from commandcenter.model.entries import Kind, Section
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.picture.messages import AttachmentView
from commandcenter.ui.files.kinds import GPX, IMAGES, TEXT, safe_name, size_words
from commandcenter.ui.files.night import night_tint, tinted
from commandcenter.ui.files.port import FilesPort, FileState
from commandcenter.ui.files.previews import preview_image, preview_track, track_of
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, row
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.messages.reason import ReasonLine
from commandcenter.ui.messages.viewer import VIEWED, Viewer
from commandcenter.ui.notice import Level

OVERLAY = "attachment"
"""Of the map."""
ICONS = {GPX: "map-marker-path", TEXT: "file-document-outline", "application/pdf": "file-pdf-box"}
THUMB = 72


class Attachments(Translated):
    """A list of files with their acts; Enter opens."""

    def __init__(self, context: DeskContext, files: FilesPort | None) -> None:
        """Show nothing yet."""
        super().__init__()
        self._context, self._seat, self._files = context, context.seat, files
        self._shown: tuple[AttachmentView, ...] = ()
        self._listed: tuple[AttachmentView, ...] | None = None
        self._viewers: list[Viewer] = []
        self._asked: AttachmentView | None = None
        """The file that the reason for deleting is asked of, whatever is chosen meanwhile."""
        self.list = QListWidget()
        self.reason = ReasonLine()
        self.reason.given.connect(self._delete_asked)
        self.reason.left.connect(self.list.setFocus)
        self.list.setIconSize(QSize(THUMB, THUMB))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(THUMB + 20)
        self.open, self.fetch, self.send, self.save, self.on_map, self.remove = button("primary"), button(), button(), button(), button(), button()
        layout, acts = column(self, gap=6), row()
        layout.addWidget(self.list, 1)
        for part, act in (
            (self.open, self.open_current),
            (self.fetch, self.fetch_current),
            (self.send, self.send_current),
            (self.save, self.save_current),
            (self.on_map, self.show_on_map),
            (self.remove, self.remove_current),
        ):
            acts.addWidget(part)
            part.clicked.connect(act)
        acts.addStretch(1)
        layout.addLayout(acts)
        layout.addWidget(self.reason)
        self.list.itemActivated.connect(lambda _item: self.open_current())
        self.list.currentRowChanged.connect(lambda _row: self._offer())
        self._seat.look.changed.connect(self._repaint_icons)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.list.setAccessibleName(tr("Attachments"))
        for made, text in (
            (self.open, tr("Open file")),
            (self.fetch, tr("Fetch")),
            (self.send, tr("Send now")),
            (self.save, tr("Save as …")),
            (self.on_map, tr("On the map")),
            (self.remove, tr("Delete …")),
        ):
            made.setText(text)
        self.refresh()

    def show_files(self, files: tuple[AttachmentView, ...]) -> None:
        """Show the files of a message."""
        if files != self._shown:
            self._shown = files
            self.refresh()

    def refresh(self) -> None:
        """Say anew where the files are; the list itself changes only with its files, so that nothing moves while they come."""
        if self._listed != self._shown:
            self._listed, chosen = self._shown, self.list.currentRow()
            self.list.clear()
            for file in self._shown:
                self.list.addItem(QListWidgetItem(self._icon(file), ""))
            self.list.setCurrentRow(min(max(chosen, 0), len(self._shown) - 1))
        for place, file in enumerate(self._shown):
            self.list.item(place).setText("\n".join(self._lines(file)))
        self.setVisible(bool(self._shown))
        self._offer()

    def current(self) -> AttachmentView | None:
        """Return the chosen file."""
        place = self.list.currentRow()
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def state_words(self, file: AttachmentView) -> str:
        """Return where a file is, in words."""
        size = size_words(file.size)
        if file.removed is not None:
            return tr("removed: {why}", why=file.removed)
        if not file.readable:
            return tr("erased, or withheld from this desk")
        if self._files is None:
            return size
        return _where(self._files.state(file), size)

    def _lines(self, file: AttachmentView) -> list[str]:
        name = safe_name(file.name, file.media) if file.name else tr("erased")
        first = file.preview.decode(errors="replace").splitlines()[:2] if file.media == TEXT and file.readable else []
        return [name, self.state_words(file), *(line[:80] for line in first)]

    def _icon(self, file: AttachmentView) -> QIcon:
        image = preview_image(file.preview) if file.media in IMAGES and file.preview and file.readable else None
        if image is None:
            return self._seat.look.icon(ICONS.get(file.media, "file-outline"))
        small = image.scaled(THUMB, THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        return QIcon(QPixmap.fromImage(tinted(small, night_tint(self._seat.look))))

    def _repaint_icons(self) -> None:
        """The theme is another one."""
        for place, file in enumerate(self._shown):
            self.list.item(place).setIcon(self._icon(file))

    def _offer(self) -> None:
        file = self.current()
        state = self._files.state(file) if self._files is not None and file is not None else None
        readable = file is not None and file.readable
        here = state is not None and state.here and readable
        self.open.setEnabled(here and file is not None and file.media in VIEWED | {GPX})
        self.save.setEnabled(here)
        self.fetch.setEnabled(readable and state is not None and not state.here)
        self.send.setVisible(self._files is not None and self._files.low)
        self.send.setEnabled(state is not None and state.waiting)
        self.on_map.setEnabled(readable and file is not None and file.media == GPX)
        self.remove.setEnabled(readable)

    def fetch_current(self) -> None:
        """Have the chosen file fetched."""
        file = self.current()
        if file is not None and self._files is not None:
            self._files.fetch(file)
            self._seat.notice(Level.DONE, say("{name} is fetched as soon as a desk or hub that has it is joined", name=file.name))
            self.refresh()

    def send_current(self) -> None:
        """Let the chosen file go out."""
        file = self.current()
        if file is not None and self._files is not None:
            self._files.release(file)
            self.refresh()

    def open_current(self) -> None:
        """Open the chosen file, or fetch it."""
        file = self.current()
        if file is not None and self.open.isEnabled():
            self._seat.run(self._open(file))
        elif file is not None and self.fetch.isEnabled():
            self.fetch_current()

    async def _open(self, file: AttachmentView) -> None:
        content = await self._content(file)
        if file.media == GPX:
            self._draw(file, tuple(track_of(content, file.name)))
            return
        viewer = Viewer(self._seat.look, file, content, self._seat.desk.picture.operation)
        viewer.closed.connect(self._viewers.remove)
        self._viewers.append(viewer)
        viewer.show()

    async def _content(self, file: AttachmentView) -> bytes:
        """Return the bytes; that somebody looked at personal data is written down."""
        if self._files is None:
            raise Refused("Attachments are not kept here.")
        content = await self._files.content(file)
        self._note_look(file)
        return content

    def _note_look(self, file: AttachmentView) -> None:
        if file.section != Section.OP:
            self._seat.looked.emit(Kind.ATTACHMENT, file.id)

    def save_current(self) -> None:
        """Save the chosen file where the person wants it."""
        file = self.current()
        if file is None:
            return
        path = ask_where(self, tr("Save as"), safe_name(file.name, file.media), "", self._seat)
        if path is not None:
            self._seat.run(self._save(file, path))

    async def _save(self, file: AttachmentView, path: Path) -> None:
        if self._files is not None:
            await self._files.save(file, path)
            self._note_look(file)
            self._seat.notice(Level.DONE, say("Saved: {file}", file=path.name))

    def show_on_map(self) -> None:
        """Draw the chosen track: as far as the log's preview knows it until the file is here."""
        file = self.current()
        if file is None:
            return
        if self.open.isEnabled():
            self.open_current()
        else:
            self._seat.run(self._draw_preview(file))

    async def _draw_preview(self, file: AttachmentView) -> None:
        self._draw(file, preview_track(file.preview))

    def _draw(self, file: AttachmentView, points: tuple[LonLat, ...]) -> None:
        if len(points) < 2:
            raise Refused("There is no line in this track.")
        name = safe_name(file.name, file.media)
        self._context.map.show_overlay(OVERLAY, [OverlayShape("track", "line", (points,), label=name)])
        middle = points[len(points) // 2]
        self._seat.place_shown.emit(middle.lon, middle.lat, 14)
        self._seat.notice(Level.DONE, say("{name} is drawn on the map", name=name))

    def remove_current(self) -> None:
        """Delete the chosen file everywhere, with a reason."""
        file = self.current()
        if file is None:
            return
        self._asked = file
        self.reason.ask(tr("Why is {name} to be deleted on every device?", name=file.name))

    def _delete_asked(self, reason: str) -> None:
        if self._asked is not None:
            self.delete(self._asked, reason)

    def delete(self, file: AttachmentView, reason: str) -> None:
        """Delete a file everywhere: erased for good where it holds personal data; the log says who did it and why."""
        command = (
            RemoveAttachment(file.id, reason)
            if file.section == Section.OP
            else ErasePersonalData(((Kind.ATTACHMENT, file.id),), Ground.REQUEST, reason, (file.section,))
        )
        self._seat.perform(command, said=say("{name} is deleted on every device that is in step", name=file.name))


def _where(state: FileState, size: str) -> str:
    if state.waiting:
        return tr("{size}, here; waits until you send it", size=size)
    if state.here:
        return tr("{size}, here", size=size)
    if state.coming:
        return tr("{size}, coming: {percent} %", size=size, percent=round(100 * state.share))
    return tr("not here yet, {size}", size=size)
