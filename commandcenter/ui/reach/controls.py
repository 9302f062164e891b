"""What is asked and answered about reach: minutes of the isochrones, and the coverage with its figures."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QLineEdit

from commandcenter.dispatch.cover_map import Covering
from commandcenter.model.words import LonLat
from commandcenter.ui.frame.parts import Translated, button, label, restyle
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.reach.coverage import Coverage
from commandcenter.ui.reach.isochrones import MOST_MIN, Isochrones
from commandcenter.ui.recommend.cover_words import about
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import capability_name

NAMED = 6
"""So many units are named that cover a place; of the rest only the number."""


class ReachControls(Translated):
    """Fields for both maps of reach. Qt thread."""

    def __init__(self, seat: Seat, isochrones: Isochrones, coverage: Coverage) -> None:
        """Steer the two layers."""
        super().__init__()
        self._seat, self._isochrones, self._coverage = seat, isochrones, coverage
        self._covering: tuple[Covering, ...] | None = None
        self.minutes, self.clear, self.steer = QLineEdit(), button(), button()
        self.capability, self.within = QComboBox(), QDoubleSpinBox()
        self.within.setRange(1, MOST_MIN)
        self.within.setDecimals(0)
        self.within.setValue(coverage.within_min)
        self.reach_said, self.cover_said, self.place_said = (label("muted", wrap=True) for _ in range(3))
        self._captions = [QLabel() for _ in range(3)]
        self._lay_out()
        self.minutes.editingFinished.connect(self._use_minutes)
        self.clear.clicked.connect(isochrones.hide)
        self.steer.clicked.connect(self._steer)
        self.capability.activated.connect(lambda _i: self._use())
        self.within.valueChanged.connect(lambda _v: self._use())
        isochrones.changed.connect(self._say)
        coverage.changed.connect(self._say)
        coverage.told.connect(self._told)
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, (caption, field) in enumerate(zip(self._captions, (self.minutes, self.capability, self.within), strict=True)):
            caption.setProperty("role", "muted")
            caption.setBuddy(field)
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1)
        for row, said in enumerate((self.reach_said, self.cover_said, self.place_said)):
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            said.setMinimumWidth(220)
            grid.addWidget(said, row, 2)
        grid.addWidget(self.clear, 3, 1)
        grid.addWidget(self.steer, 3, 2, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(4, 1)
        self.minutes.setFixedWidth(150)
        self.capability.setFixedWidth(150)
        self.within.setFixedWidth(150)

    def retranslate(self) -> None:
        """Say every text."""
        words = (tr("Reach, minutes"), tr("Coverage by"), tr("within minutes"))
        for caption, field, text in zip(self._captions, (self.minutes, self.capability, self.within), words, strict=True):
            caption.setText(text)
            field.setAccessibleName(text)
        self.clear.setText(tr("Hide the reach"))
        self.minutes.setText(" ".join(formats.number(m, 0 if m == int(m) else 1) for m in self._isochrones.minutes))
        self.minutes.setToolTip(tr("Right click on the map, a unit or a station: how far one gets from there."))
        catalogue = self._seat.desk.catalogue
        with QSignalBlocker(self.capability):
            self.capability.clear()
            self.capability.addItem(tr("all units"), "")
            for code in catalogue.capabilities:
                self.capability.addItem(capability_name(catalogue, code), code)
            self.capability.setCurrentIndex(max(0, self.capability.findData(self._coverage.capability)))
        self._isochrones.repaint()
        self._coverage.repaint()
        self._say()

    def _use(self) -> None:
        self._coverage.use(str(self.capability.currentData()), self.within.value())

    def _use_minutes(self) -> None:
        restyle(self.minutes, "wrong", "false" if self._isochrones.use_minutes(self.minutes.text()) else "true")

    def _steer(self) -> None:
        """Give the coverage up while it is worked out, else ask anew."""
        (self._coverage.again if self._coverage.share is None else self._coverage.give_up)()

    def _told(self, _place: LonLat, who: tuple[Covering, ...]) -> None:
        self._covering = who
        self._say()

    def _say(self) -> None:
        origin = self._isochrones.origin
        self.clear.setEnabled(origin is not None)
        if origin is None:
            self.reach_said.setText(tr("Right click on the map, a unit or a station: how far one gets from there."))
        else:
            self.reach_said.setText(tr("Reach of {name}", name=origin.name) + (tr(", being worked out …") if self._isochrones.busy else ""))
        self.cover_said.setText(self._cover_words())
        self.steer.setVisible(self._coverage.on)
        self.steer.setText(tr("Look again") if self._coverage.share is None else tr("Cancel"))
        self.place_said.setText(self._place_words())

    def _cover_words(self) -> str:
        if not self._coverage.on:
            return ""
        found, share = self._coverage.found, self._coverage.share
        if share is not None:
            return tr("Coverage is being worked out … {percent} %", percent=formats.number(share * 100))
        if found is None:
            return tr("There is no answer: the search was given up. “Look again” asks anew.") if self._coverage.given_up else ""
        one, two = (formats.number(share * 100) for share in found.reach.shares)
        said = tr("{units} free units reach {one} % of the streets within {minutes} min; {two} % are reached by two or more.").format(
            units=found.units, one=one, two=two, minutes=formats.number(found.within_min)
        )
        said += self._people_words()
        return f"{said} {tr('So it was before; the search for newer was given up.')}" if self._coverage.given_up else said

    def _people_words(self) -> str:
        """Return about how many people live where somebody free gets in time; nothing where the map has no house numbers."""
        living = self._coverage.living
        if living is None or not living.everybody:
            return ""
        one, two = (formats.number(100 * n / living.everybody) for n in living.within)
        said = tr(
            "About {one} % of the people live there, {n}, by the map's house numbers; {two} % where two or more come.",
            one=one,
            two=two,
            n=about(living.within[0]),
        )
        return f" {said}"

    def _place_words(self) -> str:
        if not self._coverage.on:
            return ""
        if self._covering is None:
            return tr("Click a place: who covers it.")
        if not self._covering:
            return tr("Nobody free covers the place that was clicked.")
        named = ", ".join(f"{one.callsign} {formats.eta(one.eta_s)}" for one in self._covering[:NAMED])
        rest = len(self._covering) - NAMED
        return tr("That place: {who}", who=named) + (tr(" and {n} more", n=rest) if rest > 0 else "")
