"""Signed checkpoints of the log, who co-signed them, and the audit of the whole log."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QProgressBar

from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.sentences import say
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.notice import Level
from commandcenter.ui.ports import CheckpointRow, IntegrityPort
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Page
from commandcenter.ui.tables.view import Table

FILES = "*.checkpoint"


class CheckpointsPage(Page):
    """What proves that nothing was changed or taken away."""

    def __init__(self, seat: Seat, integrity: IntegrityPort) -> None:
        """Show what is kept."""
        super().__init__()
        self._seat, self._integrity = seat, integrity
        self._auditing: asyncio.Task[object] | None = None
        self._stopped = False
        columns: list[Column[CheckpointRow]] = [
            Column(mark("Made"), lambda c: formats.moment(c.wall_ms)),
            Column(mark("Entries"), lambda c: formats.number(c.entries), number=True),
            Column(mark("Root"), lambda c: c.root[:16]),
            Column(mark("Signed by"), lambda c: ", ".join(c.signers), wide=True),
        ]
        self.table: Table[CheckpointRow] = Table(seat.look, columns, lambda row: (row.wall_ms, row.root))
        self.hint, self.bar = label("muted", wrap=True), QProgressBar()
        self.sign, self.take, self.give, self.verify = button("primary"), button(), button(), button()
        self.bar.hide()
        self.box.addWidget(self.table, 1)
        self.box.addWidget(self.hint)
        self.box.addWidget(self.bar)
        self.line(self.sign, self.take, self.give, 1, self.verify)
        self.sign.clicked.connect(lambda: seat.run(self._sign()))
        self.take.clicked.connect(self._choose_taken)
        self.give.clicked.connect(self._choose_given)
        self.verify.clicked.connect(self.audit)
        self.table.chosen.connect(lambda: self.give.setEnabled(self.table.current() is not None))
        self.retranslate()

    def reload(self) -> asyncio.Task[object]:
        """Read what is kept."""
        return self._seat.run(self._reload())

    async def _reload(self) -> None:
        self.table.show_rows(await self._integrity.checkpoints())

    def retranslate(self) -> None:
        """Say every text."""
        self.table.name_it(tr("Checkpoints"), tr("There is no checkpoint yet"), tr("Sign one, and let a hub or a partner co-sign it."))
        self.hint.setText(tr("A checkpoint names all entries. Kept by others, it shows later that none was changed or taken away."))
        self.sign.setText(tr("Sign what is here now"))
        self.take.setText(tr("Take in or co-sign a file …"))
        self.give.setText(tr("Hand out …"))
        self.verify.setText(tr("Stop") if self.auditing else tr("Check the whole log"))
        self.give.setEnabled(self.table.current() is not None)

    @property
    def auditing(self) -> bool:
        """Return whether an audit is under way."""
        return self._auditing is not None and not self._auditing.done()

    def audit(self) -> None:
        """Begin an audit, or stop the one under way."""
        if self.auditing:
            self._stopped = True
            return
        self._stopped = False
        self._auditing = self._seat.run(self._audit())
        self.bar.setRange(0, 1_000)
        self.bar.setValue(0)
        self.bar.show()
        self.retranslate()

    def report(self, stage: str, done: float, total: float) -> None:
        """Show how far the audit is; raises `Cancelled` once the person has stopped it."""
        if self._stopped:
            raise Cancelled
        self.bar.setValue(int(1_000 * done / total) if total else 0)

    async def _audit(self) -> None:
        try:
            self._seat.notice(Level.DONE, await self._integrity.verify(self))
        except Cancelled:
            self._seat.notice(Level.HINT, say("The check was stopped."))
        finally:
            self._auditing = None
            self.bar.hide()
            self.retranslate()

    async def _sign(self) -> None:
        made = await self._integrity.sign()
        self._seat.notice(Level.DONE, say("Checkpoint signed. Entries: {n}", n=made.entries))
        await self._reload()

    def _choose_taken(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Take in or co-sign a file …"), "", FILES)
        if name:
            self.take_in(Path(name))

    def take_in(self, path: Path) -> asyncio.Task[object]:
        """Keep and co-sign a file."""
        return self._seat.run(self._take_in(path))

    async def _take_in(self, path: Path) -> None:
        found = await self._integrity.take_in(path)
        self._seat.notice(Level.DONE, say("Kept. Devices that vouch for it: {k}", k=len(found.signers)))
        await self._reload()

    def _choose_given(self) -> None:
        path = ask_where(self, tr("Hand out …"), "operation.checkpoint", FILES, self._seat)
        if path is not None:
            self._seat.run(self._give(path))

    async def _give(self, path: Path) -> None:
        row = self.table.current()
        if row is None:
            raise Refused("No checkpoint is chosen.")
        await self._integrity.hand_out(row, path)
        self._seat.notice(Level.DONE, say("Written to {file}", file=path.name))
