"""Taking the seat: who are you, and your PIN; and a PIN of one's own. At the start of the desk, and while it is at work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from commandcenter.model.errors import Refused, SaidError
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, column, label, line, row
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.identity.port import IdentityPort
from commandcenter.ui.notice import Level
from commandcenter.ui.tables.page import Field, NoticeLine, Page

Run = Callable[[Coroutine[Any, Any, Any]], "asyncio.Task[Any]"]
"""Runs work beside the window; says refusals to the person."""


def _secret() -> QLineEdit:
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
        self.lead, self.name, self.pin, self.sign_in = label("muted", wrap=True), QComboBox(), _secret(), button("primary")
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
        self.lead, self.old, self.new, self.again, self.set = label("muted", wrap=True), _secret(), _secret(), _secret(), button()
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
        self.setProperty("role", "window")
        self._seat, identity = context.seat, context.services.identity
        layout = column(self)
        self.alone = label("muted", wrap=True)
        self.form: SignInForm | None = None
        if identity is None:
            layout.addWidget(self.alone)
        else:
            self.form, self.pin = SignInForm(identity, context.seat.run), PinForm(identity, context.seat.run)
            for part in (self.form, line(), self.pin):
                layout.addWidget(part)
            self.form.done.connect(self._taken)
            self.pin.done.connect(self._say)
        layout.addStretch(1)
        layout.addWidget(NoticeLine(context.seat))
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.retranslate()

    def sizeHint(self) -> QSize:
        """Return the size it opens with."""
        return QSize(480, 500)

    def retranslate(self) -> None:
        """Say every text."""
        self.alone.setText(tr("This desk runs without people to sign in."))

    def _taken(self, said: Sentence) -> None:
        self.pin.refresh()
        self.pin.retranslate()
        self._say(said)

    def _say(self, said: Sentence) -> None:
        self._seat.notice(Level.DONE, said)


class Gate(Translated):
    """Stands before the desk where the last person has a PIN, or where rights hold and the person has none yet."""

    def __init__(self, identity: IdentityPort) -> None:
        """Ask for a PIN, or for a first one."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._identity = identity
        self._tasks: set[asyncio.Task[Any]] = set()
        self._over = asyncio.Event()
        self.passed = False
        self.failed: BaseException | None = None
        some_have_pins = any(person.has_pin for person in identity.people())
        self.form: SignInForm | PinForm = SignInForm(identity, self._run) if some_have_pins else PinForm(identity, self._run)
        self.said, self.leave = label("warn", wrap=True), button()
        layout = column(self, margin=8)
        layout.addWidget(self.form)
        layout.addWidget(self.said)
        layout.addStretch(1)
        foot = row()
        foot.addWidget(self.leave)
        foot.addStretch(1)
        layout.addLayout(foot)
        self.form.done.connect(self._pass)
        self.leave.clicked.connect(self.close)
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.resize(460, 300)
        self.retranslate()

    async def ask(self) -> bool:
        """Show it until somebody took the seat, or gave up; a fault of ours comes through."""
        self.show()
        _first_field(self.form).setFocus()
        await self._over.wait()
        self.deleteLater()
        if self.failed is not None:
            raise self.failed
        return self.passed

    def retranslate(self) -> None:
        """Say every text."""
        self.setWindowTitle(tr("Sign in") + " · commandcenter")
        self.leave.setText(tr("Close"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up, or go on."""
        self._over.set()
        super().closeEvent(event)

    def _pass(self, _said: Sentence) -> None:
        self.passed = True
        self.close()

    def _run(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.get_running_loop().create_task(self._funnel(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(self._look)
        return task

    async def _funnel(self, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await work
        except SaidError as error:
            self.said.setText(spoken(error.sentence))

    def _look(self, task: asyncio.Task[Any]) -> None:
        if not task.cancelled() and task.exception() is not None:
            self.failed = task.exception()
            self.close()


def _first_field(form: SignInForm | PinForm) -> QWidget:
    return form.pin if isinstance(form, SignInForm) else form.new
