"""Under the sharing policy: a stick for a partner's computers, and this computer's own address to give to others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit

from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.data.port import PartnerPort
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.import_progress import ImportProgress, SignalProgress
from commandcenter.ui.leaving import ask_where, copy_code
from commandcenter.ui.notice import Level
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.page import Field, Page

BUNDLE = "*.bundle"


class PartnerStick(Page):
    """For the organisation that is chosen above; on a partner's computer, back to the desk whose address is typed."""

    def __init__(self, seat: Seat, port: PartnerPort, chosen: Callable[[], Id | None]) -> None:
        """Ask `chosen` for whom it is."""
        super().__init__()
        self._seat, self._port, self._chosen = seat, port, chosen
        self.box.setContentsMargins(0, 0, 0, 0)
        self.ask_save: Callable[[], Path | None] = self._save_dialog
        """Where to write; replaced in tests."""
        self.hint, self.address, self.files = label("muted", wrap=True), QLineEdit(), QCheckBox()
        self.write, self.own, self.copy = button("primary"), QLineEdit(port.address), button()
        self.own.setReadOnly(True)
        self._address_field, self._own_field = Field(self.address), Field(self.own)
        self.progress = ImportProgress()
        self.progress.hide()
        self.box.addWidget(self.hint)
        self.line(self._address_field, self.files, self.write).setStretch(0, 1)
        self.line(self._own_field, self.copy).setStretch(0, 1)
        self.box.addWidget(self.progress)
        self.write.clicked.connect(self.export)
        self.copy.clicked.connect(self.copy_own)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        if self._port.guest:
            self.hint.setText(tr("This computer is a partner's: a stick for the desk whose address you type carries all that is here."))
            self.write.setText(tr("Write a stick for this address …"))
        else:
            self.hint.setText(
                tr(
                    "A stick for the organisation chosen above carries what it may see. Only its computers can read it: those named above once they "
                    "have written, and the one whose address you type. Everybody can read one for the public."
                )
            )
            self.write.setText(tr("Write a stick for it …"))
        self._address_field.say(tr("Address of their computer"), "CCADDRESS:…")
        self.files.setText(tr("With the attachments that are here, in a second file"))
        self._own_field.say(tr("Address of this computer, to give to others"))
        self.copy.setText(tr("Copy"))

    def export(self) -> asyncio.Task[object] | None:
        """Write a stick."""
        path = self.ask_save()
        return self._seat.run(self._export(path)) if path is not None else None

    def copy_own(self) -> None:
        """Put this computer's address on the clipboard."""
        copy_code(self._port.address)
        self._seat.notice(Level.DONE, say("The address of this computer is on the clipboard."))

    async def _export(self, path: Path) -> None:
        audience = None if self._port.guest else self._chosen()
        if audience is None and not self._port.guest:
            raise Refused("No organisation is chosen.")
        progress = SignalProgress()
        self.progress.follow(progress)
        self._busy(True)
        try:
            said = await self._written(path, audience, progress)
        except Cancelled:
            self._seat.notice(Level.HINT, say("Stopped; there is no stick."))
        else:
            self._seat.notice(Level.DONE, said)
        finally:
            self._busy(False)

    async def _written(self, path: Path, audience: Id | None, progress: Progress) -> Sentence:
        return await self._port.write(path, audience, self.address.text().strip(), progress, files=self.files.isChecked())

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.write.setEnabled(not busy)

    def _save_dialog(self) -> Path | None:
        return ask_where(self, tr("Write a stick"), "partner.bundle", BUNDLE, self._seat)
