"""The recovery paper: printed once and put into a safe; and used when the computer where the operation was begun is stolen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.model.commands import RecoverRights, SignIn
from commandcenter.model.entries import EntryId, Key, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.model.sentences import say
from commandcenter.picture.rights import DeviceView
from commandcenter.ui.frame.parts import button, label, line
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.identity.port import IdentityPort, Kept
from commandcenter.ui.identity.recovery_sheet import recovery_sheet
from commandcenter.ui.identity.words import device_state, device_words, person_words, short
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.log.words import line_words
from commandcenter.ui.notice import Level
from commandcenter.ui.prints.pdf import write_pdf
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import choose, fill
from commandcenter.ui.tables.model import Column
from commandcenter.ui.tables.page import Field, Page
from commandcenter.ui.tables.view import Table

KEPT = {
    Kept.HERE: mark(
        "The recovery code lies on this computer, where a thief finds it too. Print the paper, put it into a safe, then type its group 4 here."
    ),
    Kept.ON_PAPER: mark("The recovery code is on paper only, as it should be."),
    Kept.UNKNOWN: mark(
        "The recovery code is not on this computer. It was printed where the operation was begun; an operation of an older program has none."
    ),
    Kept.NEEDLESS: mark("An exercise needs no recovery paper."),
}
NEWEST = 300
"""Entries of a device among which the last that is believed is chosen."""
NOTHING = EntryId(b"")


@dataclass(frozen=True, slots=True)
class _Row:
    """A device, and what is to become of it."""

    device: DeviceView
    out: bool
    last: EntryId | None
    """The last entry that is believed; `None`: all that is known."""


class RecoveryPage(Page):
    """Above, the paper; below, its use."""

    def __init__(self, seat: Seat, identity: IdentityPort) -> None:
        """Show how the paper stands."""
        super().__init__()
        self._seat, self._identity = seat, identity
        self._out: dict[Id, bool] = {}
        self._last: dict[Id, EntryId] = {}
        self.ask_save: Callable[[str, str], Path | None] = self._save_dialog
        """(title, file name) → where to write; replaced in tests."""
        self.lead, self.state, self.used = label("muted", wrap=True), label("strong", wrap=True), label("strong", wrap=True)
        self.print, self.group, self.delete = button("primary"), QLineEdit(), button()
        self.second, self.code, self.recover = label("muted", wrap=True), QLineEdit(), button("primary")
        columns: tuple[Column[_Row], ...] = (
            Column(mark("Device"), self._name, wide=True),
            Column(mark("State"), lambda row: device_state(row.device, seat.desk.picture.rights.begun)),
            Column(mark("Then"), lambda row: tr("shut out") if row.out else tr("stays"), tone=lambda row: "warn" if row.out else ""),
            Column(mark("Believed up to"), self._believed),
        )
        self.table = Table(seat.look, columns, lambda row: row.device.id)
        self.turn, self.last = button(), QComboBox()
        self._fields = (Field(self.group, 150), Field(self.last, 420), Field(self.code, 420))
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.box.addWidget(self.lead)
        self.box.addWidget(self.state)
        self.line(self.print, self._fields[0], self.delete, 1)
        self.box.addWidget(self.used)
        self.box.addWidget(line())
        self.box.addWidget(self.second)
        self.box.addWidget(self.table, 1)
        self.line(self.turn, self._fields[1], 1)
        self.line(self._fields[2], self.recover, 1)

    def _connect(self) -> None:
        run = self._seat.run
        self.print.clicked.connect(lambda: run(self._print()))
        self.delete.clicked.connect(lambda: run(self._delete()))
        self.recover.clicked.connect(lambda: run(self._recover()))
        self.code.returnPressed.connect(self.recover.click)
        self.group.returnPressed.connect(self.delete.click)
        self.turn.clicked.connect(self._turn)
        self.table.keys = {Qt.Key.Key_Space: self._turn}
        self.table.chosen.connect(self._on_choice)
        self.last.activated.connect(self._on_last)

    def refresh(self) -> None:
        """Show how things stand now."""
        rights, kept = self._seat.desk.picture.rights, self._identity.recovery
        self.state.setText(tr(KEPT[kept]))
        for part in (self.print, self._fields[0], self.delete):
            part.setVisible(kept is Kept.HERE)
        self.used.setText("\n".join(self._used()))
        self.used.setVisible(bool(rights.recoveries()))
        for device in rights.masters():
            self._out.setdefault(device, True)
        rows = [_Row(one, self._is_out(one.id), self._last.get(one.id)) for one in rights.devices() if one.id != self._identity.device]
        self.table.show_rows(sorted(rows, key=lambda row: not row.out))

    def _used(self) -> list[str]:
        return [
            tr(
                "Rights were recovered by {name} on {device}, {time}.",
                name=person_words(self._seat, one.by),
                device=device_words(self._seat, one.device),
                time=formats.moment(one.wall_ms),
            )
            for one in self._seat.desk.picture.rights.recoveries()
        ]

    def retranslate(self) -> None:
        """Say every text."""
        self.lead.setText(
            tr(
                "The recovery paper takes the rule of rights back when the computer where the operation was begun is lost or stolen with its PIN. "
                "Whoever has it is master of the operation: it belongs into a safe."
            )
        )
        self.print.setText(tr("Print the paper (PDF) …"))
        self.delete.setText(tr("Delete the code from this computer"))
        self.second.setText(
            tr(
                "Was the founder's computer lost or stolen? Choose which devices are shut out and the last entry of each that is believed. "
                "Then type the code: this computer takes the founder's place."
            )
        )
        self.table.name_it(tr("Devices that can be shut out"), tr("No other device has written yet"), "", "laptop")
        for field, text in zip(self._fields, (tr("Group 4 of the paper"), tr("Last entry that is believed"), tr("Recovery code")), strict=True):
            field.say(text)
        self.recover.setText(tr("Recover the rights"))
        self.refresh()

    def _is_out(self, device: Id) -> bool:
        return self._out.get(device, False) and device != self._identity.device

    def _name(self, row: _Row) -> str:
        return f"{row.device.name} ({short(row.device.id)})" if row.device.name else short(row.device.id)

    def _believed(self, row: _Row) -> str:
        if not row.out or row.last is None:
            return tr("everything known here")
        entry = self._seat.desk.picture.entry(row.last) if row.last else None
        return tr("nothing at all") if entry is None else formats.moment(entry.wall_ms)

    def _on_choice(self) -> None:
        row = self.table.current()
        self.turn.setEnabled(row is not None)
        self.turn.setText(tr("Let this device stay") if row is not None and row.out else tr("Shut this device out"))
        self.last.setEnabled(row is not None and row.out)
        fill(self.last, self._choices(row) if row is not None and row.out else [])
        if row is not None:
            choose(self.last, row.last)

    def _choices(self, row: _Row) -> list[tuple[str, object]]:
        """Return what may be the last entry of a device that is believed, newest first."""
        desk = self._seat.desk
        lines = [one for one in desk.picture.lines(20 * NEWEST) if one.device == row.device.id][:NEWEST]
        entries: list[tuple[str, object]] = [(f"{formats.moment(one.wall_ms)}  {line_words(one, desk.catalogue)}", one.entry) for one in lines]
        return [(tr("everything known here"), None), *entries, (tr("nothing at all"), NOTHING)]

    def _turn(self) -> None:
        row = self.table.current()
        if row is not None:
            self._out[row.device.id] = not row.out
            self.refresh()
            self.table.choose(row.device.id)

    def _on_last(self) -> None:
        row, last = self.table.current(), self.last.currentData()
        if row is not None:
            self._last.pop(row.device.id, None)
            if last is not None:
                self._last[row.device.id] = EntryId(last)
            self.refresh()

    async def _print(self) -> None:
        code, picture = self._identity.recovery_code(), self._seat.desk.picture
        path = self.ask_save(tr("Print the paper (PDF) …"), "recovery-paper.pdf")
        if path is None:
            return
        name = picture.value(Key(Kind.OPERATION, picture.operation, "name"))
        write_pdf(recovery_sheet(str(name or ""), picture.operation, code, self._seat.now_ms()), path)
        self._seat.notice(Level.DONE, say("Written into {file}. Print it, delete the file, and put the paper into a safe.", file=path.name))
        self.group.setFocus()

    async def _delete(self) -> None:
        self._identity.recovery_printed(self.group.text())
        self.group.clear()
        self.refresh()
        self._seat.notice(Level.DONE, say("The recovery code is on paper only now"))

    async def _recover(self) -> None:
        if not self.code.text().strip():
            raise Refused("Type the code of the recovery paper first.")
        self.recover.setEnabled(False)
        try:
            code = await self._identity.check_recovery(self.code.text())
            out = tuple(row.device.id for row in self.table.rows.rows if row.out)
            believed = tuple((device, entry) for device, entry in sorted(self._last.items()) if device in out)
            await self._seat.submit(RecoverRights(code, out, believed))
            person = self._identity.person
            if self._seat.desk.picture.operator_name(person.id) != person.name:  # nobody let this person sign in before
                await self._seat.submit(SignIn(person.id, person.name, Role.SUPERVISOR.value))
        finally:
            self.recover.setEnabled(True)
        self.code.clear()
        self.refresh()
        self._seat.notice(Level.DONE, say("The rights are recovered: this computer has the founder's place. Look through roles and devices now."))

    def _save_dialog(self, title: str, name: str) -> Path | None:
        return ask_where(self, title, name, "*.pdf", self._seat)
