"""My team: who is there, what each is to do; names added, tasks given and done with one tap each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout

from commandcenter.model.commands import EndTask
from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.picture.teams import TaskView, TeamBook
from commandcenter.ui.field.parts import BigButton, Card, big, empty
from commandcenter.ui.frame.parts import label, row
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.seeing import CREW_NAME, may_see

MOST_DONE = 5
"""Ended tasks that are still shown."""


class TeamCard(Card):
    """The crew of one unit.

    Signals:
        named(object, object): these are the crew's names now, a tuple of texts, and the line in which one of them was written or `None`.
        given(str, object): this member (empty: all) is to do what stands in this line.
        ended(str, bool): this task is done (true) or called off.
    """

    named = Signal(object, object)
    given = Signal(str, object)
    ended = Signal(str, bool)

    def __init__(self, seat: Seat) -> None:
        """Start without a crew."""
        super().__init__()
        self._seat = seat
        self.member, self.task, self.give = QComboBox(), QLineEdit(), BigButton("primary")
        self.name, self.add, self.drop = QLineEdit(), BigButton(), BigButton()
        self._names: tuple[str, ...] = ()
        self._shown: object = None
        self._named: Id | None = None
        """The unit whose people are named here."""
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.done_buttons: dict[Id, BigButton] = {}
        self.off_buttons: dict[Id, BigButton] = {}
        big(self.member, self.task, self.name)
        self.body.addLayout(self._lines)
        for part in (self.member, self.task, self.give):
            self.body.addWidget(part)
        self.body.addWidget(self.name)
        line = row()
        line.addWidget(self.add)
        line.addWidget(self.drop)
        self.body.addLayout(line)
        self.give.clicked.connect(self._give)
        self.task.returnPressed.connect(self._give)
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.drop.clicked.connect(self._drop)

    def retranslate(self) -> None:
        """Say every text."""
        self.title.setText(tr("My team"))
        self.give.setText(tr("Give the task"))
        self.add.setText(tr("Add this name"))
        self.drop.setText(tr("Take the chosen name off"))
        for field, words in ((self.task, tr("What is to be done")), (self.name, tr("Name of a team member"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        self.member.setAccessibleName(tr("Who is to do it"))
        self._shown = None
        self._fill_members()

    def show_team(self, book: TeamBook, unit: Id | None) -> None:
        """Show a unit's crew and tasks; nothing moves while nothing changes."""
        allowed = may_see(self._seat, CREW_NAME)
        names = book.members(unit) if unit is not None and allowed else ()
        tasks = tuple(task if allowed else without_name(task) for task in (book.tasks(unit) if unit is not None else ()))
        for part in (self.name, self.add, self.drop):
            part.setVisible(allowed)  # who does not see the names cannot say them anew either
        if names != self._names:
            self._names = names
            self._fill_members()
        shown = (names, tasks, unit, allowed, formats.locale_code())
        if shown == self._shown:
            return
        self._shown, self.done_buttons, self.off_buttons = shown, {}, {}
        empty(self._lines)
        self._named = unit if names or any(task.member for task in tasks) else None
        self._note_look()
        if not allowed:
            self._lines.addWidget(label("muted", tr("The names of crews are not shown to your role"), wrap=True))
        still = [task for task in tasks if task.open]
        for task in still:
            self._line(task)
        if not still:
            self._lines.addWidget(label("muted", tr("Nobody has a task") if names else tr("No names yet; tasks can go to the whole team"), wrap=True))
        for task in [task for task in reversed(tasks) if not task.open][:MOST_DONE]:
            state = tr("done") if task.state == "done" else tr("called off")
            when = formats.clock(task.ended_ms or 0, seconds=False)
            self._lines.addWidget(label("muted", f"✓ {who(task)}: {task.text} · {state} {when}", wrap=True))

    def _line(self, task: TaskView) -> None:
        words = f"{who(task)}: {task.text}"
        self._lines.addWidget(label("strong", words, wrap=True))
        self._lines.addWidget(label("muted", tr("given {time}", time=formats.clock(task.given_ms, seconds=False))))
        line = row()
        for buttons, text, done in ((self.done_buttons, tr("Done"), True), (self.off_buttons, tr("Call off"), False)):
            made = BigButton("primary" if done else "")
            made.setText(text)
            made.setAccessibleName(f"{text}: {words}")
            made.needs(self._seat, EndTask)
            made.clicked.connect(lambda _checked=False, task=task.id, done=done: self.ended.emit(task, done))
            line.addWidget(made)
            buttons[task.id] = made
        self._lines.addLayout(line)

    def showEvent(self, event: QShowEvent) -> None:
        """What was filled in behind another page is seen now."""
        super().showEvent(event)
        self._note_look()

    def _note_look(self) -> None:
        """Tell whose names are on the screen now."""
        if self._named is not None and self.isVisible():
            self._seat.looked.emit(Kind.UNIT, self._named)

    def _fill_members(self) -> None:
        kept = self.member.currentData()
        self.member.clear()
        self.member.addItem(tr("The whole team"), "")
        for name in self._names:
            self.member.addItem(name, name)
        self.member.setCurrentIndex(max(0, self.member.findData(kept)))

    def _give(self) -> None:
        if self.task.text().strip():
            self.given.emit(self.member.currentData(), self.task)
        else:
            self.task.setFocus()

    def _add(self) -> None:
        name = self.name.text().strip()
        if name:
            self.named.emit((*self._names, name), self.name)
        else:
            self.name.setFocus()

    def _drop(self) -> None:
        chosen = self.member.currentData()
        if chosen:
            self.named.emit(tuple(name for name in self._names if name != chosen), None)


def without_name(task: TaskView) -> TaskView:
    """Return a task without the name of who is to do it; that it is the whole crew's is no name."""
    return replace(task, member=None) if task.member else task


def who(task: TaskView) -> str:
    """Return who is to do a task, in the language in force."""
    return tr("name withheld") if task.member is None else task.member or tr("The whole team")
