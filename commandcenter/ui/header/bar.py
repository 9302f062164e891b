"""The line across the top of the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.command_line.bar import CommandBar
from commandcenter.ui.frame.parts import PILL_H, Pill, Translated, label, restyle
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.seat import Seat
from commandcenter.ui.words import role_word


@dataclass(frozen=True, slots=True)
class Standing:
    """What the header says of this desk; plain facts handed in by `app`. A sentence follows the language, a name stays."""

    region: Sentence | str
    operation: Sentence | str
    operator: str
    role: str
    exercise: bool = False


LOCAL_ONLY = say("Local only")
"""The truth while no other desk is joined."""
SIGNS = {"plain": "○", "ok": "✓", "warn": "!", "danger": "✕"}
"""What the sync pill shows of its words where there is little room."""
LEAST_LINE_PX, LEAST_FOLDED_PX = 240, 120


class Header(Translated):
    """Mode, region and operation, command line, clock, sync pill, alarms, operator.

    Signals:
        alarm_clicked(): show the worst alarm.
        sync_clicked(): show how this desk is joined with others.
    """

    alarm_clicked = Signal()
    sync_clicked = Signal()

    def __init__(self, seat: Seat, standing: Standing, command_bar: CommandBar, menu: QMenu, watch: AlarmWatch, tabs: QWidget) -> None:
        """Put the parts in a line; `tabs` stand below it where there is little room."""
        super().__init__()
        self.folded = False
        self._command_bar, self._tabs = command_bar, tabs
        self._pills: tuple[QWidget, ...] = ()
        self._seat, self._standing, self._watch = seat, standing, watch
        self._sync: tuple[Sentence, str] = (LOCAL_ONLY, "plain")
        self._sync_details: tuple[Sentence, ...] = ()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.mode, self.region, self.operation = Pill(), label("strong"), label("faint")
        self.clock, self.date = label("large"), label("faint")
        self.sync, self.alarms = QToolButton(), QToolButton()
        for button in (self.sync, self.alarms):
            button.setFixedHeight(PILL_H)
        self.sync.clicked.connect(self.sync_clicked)
        self.alarms.clicked.connect(self.alarm_clicked)
        self.operator = QToolButton()
        self.operator.setObjectName("headButton")
        self.operator.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.operator.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.operator.setIconSize(QSize(16, 16))
        self.operator.setMenu(menu)
        command_bar.setMaximumWidth(720)
        self._line, self._lower = QHBoxLayout(), QHBoxLayout()
        self._lay_out()
        self.fold(folded=False)
        seat.ticked.connect(lambda _ms: self._tick())
        watch.changed.connect(self._count_alarms)
        seat.look.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        whole, line = QVBoxLayout(self), self._line
        whole.setContentsMargins(12, 0, 8, 0)
        whole.setSpacing(0)
        for part in (line, self._lower):
            part.setSpacing(10)
            whole.addLayout(part, 1 if part is line else 0)
        line.addWidget(self.mode)
        line.addWidget(_stacked(self.region, self.operation))
        line.addWidget(self._command_bar, 10)
        line.addWidget(_stacked(self.clock, self.date, right=True))
        for pill in (self.sync, self.alarms, self.operator):
            line.addWidget(pill)
        self._lower.addWidget(self._tabs, 1)

    def put_beside_line(self, *pills: QWidget) -> None:
        """Show something to the right of the command line, or of the tabs below it."""
        self._pills = pills
        self.fold(folded=self.folded)

    def fold(self, *, folded: bool) -> None:
        """Take little room: what then is out of sight stands in the menu."""
        self.folded = folded
        for part in (self.region, self.operation, self.date):
            part.setHidden(folded)
        style = Qt.ToolButtonStyle
        self.operator.setToolButtonStyle(style.ToolButtonIconOnly if folded else style.ToolButtonTextBesideIcon)
        self._command_bar.setMinimumWidth(LEAST_FOLDED_PX if folded else LEAST_LINE_PX)
        for pill in self._pills:
            self._lower.addWidget(pill) if folded else self._line.insertWidget(3, pill)
        height = self._seat.look.size("size_header")
        self.setFixedHeight(height + self._tabs.sizeHint().height() if folded else height)
        self._say_sync()

    @property
    def folded_words(self) -> tuple[str, ...]:
        """Return what is out of sight because there is little room; empty when everything is in sight."""
        standing = self._standing
        person = f"{standing.operator}, {role_word(standing.role)}"
        words = (words_of(standing.region), words_of(standing.operation), person, self.date.text(), spoken(self._sync[0]))
        return words if self.folded else ()

    def set_sync(self, words: Sentence, level: str, details: tuple[Sentence, ...] = ()) -> None:
        """Say how this desk stands to the others; level is plain, ok, warn or danger; the tooltip adds the details."""
        self._sync, self._sync_details = (words, level), details
        self._say_sync()

    def put_standing(self, standing: Standing) -> None:
        """Say of this desk something else."""
        self._standing = standing
        self.retranslate()

    @property
    def standing(self) -> Standing:
        """Return what it says of this desk."""
        return self._standing

    def retranslate(self) -> None:
        """Say every text."""
        standing = self._standing
        self.mode.setText(tr("EXERCISE") if standing.exercise else tr("LIVE"))
        restyle(self.mode, "pill", "warn" if standing.exercise else "ok")
        self.mode.setToolTip(tr("An exercise: nothing here is real") if standing.exercise else tr("Real operation"))
        self.region.setText(words_of(standing.region))
        self.operation.setText(words_of(standing.operation))
        self._say_sync()
        self.operator.setText(standing.operator)
        self.operator.setToolTip(tr("{name}, {role}: theme, language, layout", name=standing.operator, role=role_word(standing.role)))
        self.operator.setAccessibleName(tr("Operator and settings"))
        self.operator.setIcon(self._seat.look.icon("account-circle-outline"))
        self._count_alarms()
        self._tick()

    def _say_sync(self) -> None:
        words, level = self._sync
        said = spoken(words)
        self.sync.setText(SIGNS[level] if self.folded else said)
        self.sync.setToolTip(
            "\n".join((*([said] if self.folded else []), tr("How this desk stands to other desks"), *map(spoken, self._sync_details)))
        )
        self.sync.setAccessibleName(said)
        restyle(self.sync, "pill", level)

    def _tick(self) -> None:
        now = self._seat.now_ms()
        self.clock.setText(formats.clock(now))
        self.date.setText(formats.day(now))
        self._colour_alarms(lit=now // 1000 % 2 == 0)

    def _count_alarms(self) -> None:
        found = self._watch.alarms
        self.alarms.setText(tr("{n} alarms", n=len(found)) if len(found) != 1 else tr("1 alarm"))
        self.alarms.setEnabled(bool(found))
        self.alarms.setToolTip("\n".join(spoken(alarm.text) for alarm in found[:10]) or tr("Nothing is overdue"))
        self.alarms.setAccessibleName(self.alarms.text())
        self._colour_alarms(lit=True)

    def _colour_alarms(self, *, lit: bool) -> None:
        """While an alarm sounds its pill turns from filled to plain every second: what is heard is seen too."""
        calm = not self._watch.alarms or all(alarm.answer is not None and not alarm.sounding for alarm in self._watch.alarms)
        sounding = self._watch.worst_sounding is not None
        restyle(self.alarms, "pill", "plain" if not self._watch.alarms else "warn" if calm else "danger" if lit or not sounding else "warn")


def standing_words(standing: Standing) -> str:
    """Return region and operation in the language in force."""
    return f"{words_of(standing.region)} · {words_of(standing.operation)}"


def words_of(words: Sentence | str) -> str:
    """Return a sentence in the language in force, a name as it is."""
    return spoken(words) if isinstance(words, Sentence) else words


def _stacked(upper: QWidget, lower: QWidget, *, right: bool = False) -> QWidget:
    made = QWidget()
    made.setProperty("role", "clear")
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 4, 0, 4)
    layout.setSpacing(0)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    layout.addWidget(upper, 0, side)
    layout.addWidget(lower, 0, side)
    return made
