"""Teams: what one can do (searchers, range of detection, speed, hours), where it should search next, and how long it did."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from commandcenter.dispatch.search.advice import Effort
from commandcenter.dispatch.search.probability import SWEEP_FACTORS, sweep_width_m
from commandcenter.model.commands import TaskTeam
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture
from commandcenter.picture.views import UnitView
from commandcenter.ui.frame.parts import Translated, button, label
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.logistics_words import marked
from commandcenter.ui.supplies.names import fill
from commandcenter.ui.tables.page import Field, NumberEdit

VISIBILITY = {"high": mark("easily seen"), "medium": mark("fairly seen"), "low": mark("hardly seen")}
SEARCH = "search"
"""The capability of search teams; they are offered first."""


class TaskLine(Translated):
    """One line: the team and its effort."""

    def __init__(self) -> None:
        """Start with common figures of a ground team."""
        super().__init__()
        self.unit, self.searchers, self.range_m, self.visibility = QComboBox(), NumberEdit("5"), NumberEdit("20"), QComboBox()
        self.speed, self.hours, self.send, self.advise, self.width_said = (
            NumberEdit("2"),
            NumberEdit("3"),
            button("primary"),
            button(),
            label("faint"),
        )
        self._fields = (
            Field(self.unit, 150),
            Field(self.searchers, 80),
            Field(self.range_m, 90),
            Field(self.visibility, 120),
            Field(self.speed, 70),
            Field(self.hours, 60),
        )
        line = WrappingLine(self)
        for part in (*self._fields, self.advise, self.send, self.width_said):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        self.range_m.textChanged.connect(lambda _text: self._say_width())
        self.visibility.currentIndexChanged.connect(lambda _n: self._say_width())
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        fill(self.visibility, ((tr(VISIBILITY[code]), code) for code in SWEEP_FACTORS))
        captions = (tr("Team"), tr("Searchers"), tr("Seen at (m)"), tr("Object is"), tr("km/h"), tr("Hours"))
        for field, text in zip(self._fields, captions, strict=True):
            field.say(text)
        self.advise.setText(tr("What next?"))
        self.send.setText(tr("Send into the sector"))
        self._say_width()

    def offer(self, picture: Picture, chosen: Id | None) -> None:
        """Offer teams, those that can search first; `chosen` is taken where it is one."""
        units = sorted(picture.units(), key=lambda u: (not u.capabilities.get(SEARCH), u.callsign))
        fill(self.unit, ((marked(u.callsign, u.partner, picture), u.id) for u in units))
        place = self.unit.findData(chosen)
        if chosen is not None and place >= 0:
            self.unit.setCurrentIndex(place)

    def team(self, picture: Picture) -> UnitView:
        """Return the chosen team. Raises `Refused`."""
        unit = picture.unit(Id(self.unit.currentData())) if self.unit.currentData() else None
        if unit is None:
            raise Refused("No team is chosen.")
        return unit

    def effort(self) -> Effort:
        """Return what the team can do. Raises `Refused`."""
        return Effort(self.searchers.whole(), self._width_m(), self.speed.real(), self.hours.real())

    def command(self, sector: Id, picture: Picture) -> TaskTeam:
        """Return the task. Raises `Refused`."""
        effort = self.effort()
        return TaskTeam(sector, self.team(picture).id, effort.searchers, effort.sweep_width_m, effort.speed_kph, effort.hours)

    def _width_m(self) -> float:
        return sweep_width_m(self.range_m.real(), str(self.visibility.currentData()))

    def _say_width(self) -> None:
        """Say the sweep width that follows; while the range is no number, nothing."""
        text = self.range_m.text().strip().replace(",", ".")
        number = float(text) if text.replace(".", "", 1).isdecimal() else None
        width = sweep_width_m(number, str(self.visibility.currentData())) if number is not None and self.visibility.currentData() else None
        self.width_said.setText(tr("Sweep width {n} m (Koester 2014)", n=formats.number(width, 1)) if width is not None else "")
