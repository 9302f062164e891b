"""What stands around the pages of the field window: who and when above, alarms and what was said, the gravest acts below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from commandcenter.monitor.alarms import Alarm
from commandcenter.ui.field.pages import Pages
from commandcenter.ui.field.parts import BigButton, Card, HoldButton, big
from commandcenter.ui.frame.parts import Pill, column, label, restyle, row
from commandcenter.ui.frame.roomy import Roomy
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.theme.look import Look

SIDE_W = 420
PAGES_LEAST_PX = 200
"""Lower than this a page cannot be worked with: the whole side scrolls instead."""


class AlarmCard(Card):
    """The worst alarm, and the answer to it. Hidden while there is none."""

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self.words, self.hand = label("danger", wrap=True), BigButton("danger")
        line = row()
        line.addWidget(self.words, 1)
        line.addWidget(self.hand, 1)
        self.body.addLayout(line)
        self.alarm: Alarm | None = None
        self.hide()

    def show_alarms(self, alarms: list[Alarm]) -> None:
        """Show the worst one that nobody has in hand."""
        waiting = [alarm for alarm in alarms if alarm.answer is None or alarm.sounding]
        self.alarm = waiting[0] if waiting else None
        self.setVisible(self.alarm is not None)
        if self.alarm is not None:
            self.title.setText(tr("Alarm") if len(waiting) == 1 else tr("{n} alarms", n=len(waiting)))
            self.words.setText(f"⚠ {spoken(self.alarm.text)}")
            self.hand.setText(tr("I have it in hand"))


class FieldFrame(QWidget):
    """The side of the window: on a low screen all but the MAYDAY button scrolls. Qt thread."""

    def __init__(self, look: Look, unit: QComboBox, pages: Pages) -> None:
        """Put the pages between head and foot."""
        super().__init__()
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(SIDE_W)
        self.unit, self.clock, self.mode, self.sync, self.battery = unit, label("large"), Pill(), Pill(), Pill()
        self.alarm, self.strip, self.position = AlarmCard(), label("strong", wrap=True), label("muted", wrap=True)
        self.undo, self.night, self.saving, self.lock = BigButton(), BigButton(), BigButton(), BigButton()
        self.mayday = HoldButton(look)
        big(self.unit)
        self.pages = pages
        pages.setMinimumHeight(PAGES_LEAST_PX)
        self._lay_out()

    def _lay_out(self) -> None:
        head, pills, foot = row(), row(), row(gap=6)
        head.addWidget(self.unit, 1)
        head.addWidget(self.clock)
        for pill in (self.mode, self.sync, self.battery):
            pills.addWidget(pill)
        pills.addStretch(1)
        for made in (self.undo, self.night, self.saving, self.lock):
            foot.addWidget(made)
        inner = QWidget()
        inner.setProperty("role", "clear")
        lines, whole = column(inner, gap=6), column(self, gap=6)
        whole.setContentsMargins(0, 10, 0, 10)
        for part in (head, pills, foot):
            part.setContentsMargins(10, 0, 10, 0)
        lines.addLayout(head)
        lines.addLayout(pills)
        lines.addLayout(_inset(self.alarm))
        lines.addLayout(_inset(self.strip))
        lines.addWidget(self.pages, 1)
        lines.addLayout(foot)
        self.room = Roomy(inner)
        self.pages.wanted.connect(self._show_page)
        whole.addWidget(self.room, 1)
        for always in (self.mayday, self.position):
            whole.addLayout(_inset(always))

    def _show_page(self) -> None:
        self.room.bring(self.pages)

    def retranslate(self) -> None:
        """Say every text."""
        self.unit.setAccessibleName(tr("My unit"))
        self.mayday.setText(tr("MAYDAY: hold"))
        words = ((self.undo, tr("Undo"), "Ctrl+Z"), (self.night, tr("Night"), "Ctrl+Shift+T"), (self.saving, tr("Battery"), "Ctrl+B"))
        for made, text, keys in (*words, (self.lock, tr("Lock"), "Ctrl+Alt+L")):
            made.setText(text)
            made.setToolTip(f"{text} ({keys})")
        self.pages.retranslate()

    def say_power(self, words: str, *, saves: bool, low: bool) -> None:
        """Say how full the battery is and whether it is spared."""
        self.battery.setText(words)
        restyle(self.battery, "pill", "danger" if low else "warn" if saves else "plain")


def _inset(part: QWidget) -> QHBoxLayout:
    line = row()
    line.setContentsMargins(10, 0, 10, 0)
    line.addWidget(part)
    return line
