"""Taking the seat: who are you, and your PIN; and a PIN of one's own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit

from commandcenter.model.errors import Refused
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, line
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.identity.port import IdentityPort
from commandcenter.ui.lock.choice import DESK_MIN, LockChoice
from commandcenter.ui.notice import Level
from commandcenter.ui.tables.page import Field, NoticeLine, Page

Run = Callable[[Coroutine[Any, Any, Any]], "asyncio.Task[Any]"]
"""Runs work beside the window; says refusals to the person."""


def secret() -> QLineEdit:
    """Return a line that shows dots."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


class SignInForm(Page):
    """Name and PIN.

    Signals:
        done(object): somebody took the seat; the sentence to say.
    """

    done = Signal(object)

    def __init__(self, identity: IdentityPort, run: Run) -> None:
        """Offer the people of this computer and of the operation."""
        super().__init__()
        self._identity, self._run = identity, run
        self.lead, self.name, self.pin, self.sign_in = label("muted", wrap=True), QComboBox(), secret(), button("primary")
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._fields = (Field(self.name), Field(self.pin))
        self.box.addWidget(self.lead)
        for field in self._fields:
            self.box.addWidget(field)
        self.line(1, self.sign_in)
        self.sign_in.clicked.connect(self.submit)
        self.pin.returnPressed.connect(self.submit)
        self.refresh()
        self.retranslate()

    def refresh(self) -> None:
        """Offer who may take the seat now; the one who sits here is chosen."""
        blocker = QSignalBlocker(self.name)
        self.name.clear()
        self.name.addItems([person.name for person in self._identity.people()])
        self.name.setCurrentText(self._identity.person.name)
        self.pin.clear()
        blocker.unblock()

    def retranslate(self) -> None:
        """Say every text."""
        self.lead.setText(tr("Who sits here? Everything that is done at this desk is signed with this name."))
        self._fields[0].say(tr("Name"))
        self._fields[1].say(tr("PIN or passphrase"), tr("empty where there is none"))
        self.sign_in.setText(tr("Sign in"))

    def submit(self) -> None:
        """Take the seat."""
        self._run(self._sign_in())

    async def _sign_in(self) -> None:
        name, pin = self.name.currentText().strip(), self.pin.text()
        self.pin.clear()
        self.sign_in.setEnabled(False)
        try:
            await self._identity.sign_in(name, pin)
        finally:
            self.sign_in.setEnabled(True)
            self.pin.setFocus()
        self.done.emit(say("{name} sits here now", name=self._identity.person.name))


class PinForm(Page):
    """A PIN of one's own.

    Signals:
        done(object): the PIN was set; the sentence to say.
    """

    done = Signal(object)

    def __init__(self, identity: IdentityPort, run: Run) -> None:
        """Ask for the old PIN where there is one."""
        super().__init__()
        self._identity, self._run = identity, run
        self.lead, self.old, self.new, self.again, self.set = label("muted", wrap=True), secret(), secret(), secret(), button()
        self._fields = (Field(self.old), Field(self.new), Field(self.again))
        self.box.addWidget(self.lead)
        for field in self._fields:
            self.box.addWidget(field)
        self.line(1, self.set)
        self.set.clicked.connect(self.submit)
        self.again.returnPressed.connect(self.submit)
        self.refresh()
        self.retranslate()

    def refresh(self) -> None:
        """Ask the person who sits here now."""
        self._fields[0].setVisible(self._identity.person.has_pin)
        for field in (self.old, self.new, self.again):
            field.clear()

    def retranslate(self) -> None:
        """Say every text."""
        self.lead.setText(
            tr("{name}: a PIN or passphrase of 4 to 128 characters. It is known on this computer only.", name=self._identity.person.name)
        )
        for field, text in zip(self._fields, (tr("Present PIN"), tr("New PIN"), tr("New PIN again")), strict=True):
            field.say(text)
        self.set.setText(tr("Set the PIN"))

    def submit(self) -> None:
        """Set it."""
        self._run(self._set())

    async def _set(self) -> None:
        new, again, old = self.new.text(), self.again.text(), self.old.text()
        if new != again:
            raise Refused("The two new PINs are not the same.")
        self.set.setEnabled(False)
        try:
            await self._identity.set_pin(new, old)
        finally:
            self.set.setEnabled(True)
        self.refresh()
        self.done.emit(say("The PIN is set"))


class OperatorWindow(Translated):
    """Change the operator, or one's PIN, while the desk is at work."""

    def __init__(self, context: DeskContext) -> None:
        """Show both forms; where the program runs without people it says so."""
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._seat, identity = context.seat, context.services.identity
        layout = column(self)
        self.alone = label("muted", wrap=True)
        self.form: SignInForm | None = None
        if identity is None:
            layout.addWidget(self.alone)
        else:
            self.form, self.pin = SignInForm(identity, context.seat.run), PinForm(identity, context.seat.run)
            self.lock = LockChoice(context.settings, DESK_MIN)
            self.lock.setContentsMargins(12, 8, 12, 0)
            for part in (self.form, line(), self.pin, line(), self.lock):
                layout.addWidget(part)
            self.form.done.connect(self._taken)
            self.pin.done.connect(self._say)
        layout.addStretch(1)
        layout.addWidget(NoticeLine(context.seat))
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Return the size it opens with."""
        return QSize(480, 580)

    def retranslate(self) -> None:
        """Say every text."""
        self.alone.setText(tr("This desk runs without people to sign in."))

    def _taken(self, said: Sentence) -> None:
        self.pin.refresh()
        self.pin.retranslate()
        self._say(said)

    def _say(self, said: Sentence) -> None:
        self._seat.notice(Level.DONE, said)
