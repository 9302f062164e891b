"""What stands before the desk: the passphrase of its keys, and the PIN of who sits down. Each is asked for only where there is one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from commandcenter.model.errors import SaidError
from commandcenter.model.sentences import say
from commandcenter.ui.frame.parts import Translated, button, column, label, row
from commandcenter.ui.frame.titles import PROGRAM, name_window
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.identity.port import IdentityPort
from commandcenter.ui.identity.sign_in import PinForm, Run, SignInForm, secret
from commandcenter.ui.tables.page import Field, Page


class UnlockForm(Page):
    """The passphrase of the key files.

    Signals:
        done(object): it was the right one.
    """

    done = Signal(object)

    def __init__(self, unlock: Callable[[str], None], run: Run) -> None:
        """`unlock` takes a passphrase or raises; it takes a second or two."""
        super().__init__()
        self._unlock, self._run = unlock, run
        self.lead, self.passphrase, self.open = label("muted", wrap=True), secret(), button("primary")
        self._field = Field(self.passphrase)
        self.box.addWidget(self.lead)
        self.box.addWidget(self._field)
        self.line(1, self.open)
        self.open.clicked.connect(self.submit)
        self.passphrase.returnPressed.connect(self.submit)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self.lead.setText(tr("The keys of this desk are locked with a passphrase."))
        self._field.say(tr("Passphrase"))
        self.open.setText(tr("Unlock"))

    def submit(self) -> None:
        """Try it."""
        self._run(self._try())

    async def _try(self) -> None:
        given = self.passphrase.text()
        self.passphrase.clear()
        self.open.setEnabled(False)
        try:
            await asyncio.get_running_loop().run_in_executor(None, self._unlock, given)
        finally:
            self.open.setEnabled(True)
            self.passphrase.setFocus()
        self.done.emit(say("Unlocked"))


Form = SignInForm | PinForm | UnlockForm


class Gate(Translated):
    """One form in a window of its own, until it is done or the person gives up."""

    def __init__(self, make: Callable[[Run], Form]) -> None:
        """`make` builds the form."""
        super().__init__()
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tasks: set[asyncio.Task[Any]] = set()
        self._over = asyncio.Event()
        self._passed = False
        self._fault: BaseException | None = None
        self.form = make(self._run)
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
        self.resize(480, 320)
        self.retranslate()

    async def ask(self) -> bool:
        """Show it until the form is done (true) or closed; a fault of ours comes through."""
        self.show()
        _first_field(self.form).setFocus()
        await self._over.wait()
        self.deleteLater()
        if self._fault is not None:
            raise self._fault
        return self._passed

    def retranslate(self) -> None:
        """Say every text."""
        name_window(self, tr("Sign in"), None, PROGRAM)
        self.leave.setText(tr("Give up"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up, or go on."""
        self._over.set()
        super().closeEvent(event)

    def _pass(self, _said: object) -> None:
        self._passed = True
        self.close()

    def _run(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        task = asyncio.get_running_loop().create_task(self._funnel(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(self._look)
        return task

    async def _funnel(self, work: Coroutine[Any, Any, Any]) -> None:
        self.said.clear()
        try:
            await work
        except SaidError as error:
            self.said.setText(spoken(error.sentence))

    def _look(self, task: asyncio.Task[Any]) -> None:
        if not task.cancelled() and task.exception() is not None:
            self._fault = task.exception()
            self.close()


def seat_gate(identity: IdentityPort) -> Gate:
    """Return the gate to the seat: sign in where anybody has a PIN here, else set a first one."""
    some_have_pins = any(person.has_pin for person in identity.people())
    return Gate(lambda run: SignInForm(identity, run) if some_have_pins else PinForm(identity, run))


def unlock_gate(unlock: Callable[[str], None]) -> Gate:
    """Return the gate to the keys."""
    return Gate(lambda run: UnlockForm(unlock, run))


def _first_field(form: Form) -> QWidget:
    match form:
        case SignInForm():
            return form.pin
        case PinForm():
            return form.new
        case UnlockForm():
            return form.passphrase
