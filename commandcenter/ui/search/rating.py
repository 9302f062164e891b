"""What planners think: weights typed sector by sector, or a probability map from distances; kept under the planner's name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from commandcenter.dispatch.search.distances import weights_by_distance
from commandcenter.model.commands import RateSectors
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat
from commandcenter.picture.searches import SearchView
from commandcenter.ui.frame.parts import Translated, button, label
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.tables.page import Field, NumberEdit

MAP_PLANNER = "distance"
"""Under this name the probability map counts as one planner."""


class RatingLine(Translated):
    """One line under the sectors.

    Signals:
        weighed(str): this weight is meant for the chosen sector.
    """

    weighed = Signal(str)

    def __init__(self) -> None:
        """Start without weights."""
        super().__init__()
        self.weights: dict[Id, str] = {}
        self.weight, self.outside, self.planner, self.keep = NumberEdit(), NumberEdit("1"), QLineEdit(), button()
        self.distances, self.use_distances, self.said = QLineEdit(), button(), label("faint", wrap=True)
        self._fields = (Field(self.weight, 60), Field(self.outside, 70), Field(self.planner, 120), Field(self.distances, 170))
        self.weight.returnPressed.connect(lambda: self.weighed.emit(self.weight.text().strip()))
        weight, outside, planner, distances = self._fields
        line = WrappingLine(self)
        for part in (weight, outside, planner, self.keep, distances, self.use_distances):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        line.addWidget(self.said, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        texts = (
            (tr("Weight"), "3"),
            (tr("Outside"), ""),
            (tr("Planner"), tr("name")),
            (tr("Found within m: 25, 50, 75, 95 %"), "300 1000 3000 9000"),
        )
        for field, (text, example) in zip(self._fields, texts, strict=True):
            field.say(text, example)
        self.keep.setText(tr("Keep weights"))
        self.use_distances.setText(tr("Use distances"))

    def say_planners(self, search: SearchView | None) -> None:
        """Say who has rated."""
        names = ", ".join(search.ratings) if search is not None else ""
        self.said.setText(tr("POA: mean of {planners} (Mattson)", planners=names) if names else tr("POA by area until a planner rates"))

    def command(self, search: SearchView) -> RateSectors:
        """Return the typed weights as a command. Raises `Refused`."""
        planner = self.planner.text().strip()
        if not planner:
            raise Refused("Write the planner's name beside the weights.")
        weights = {sector: _number(text) for sector, text in self.weights.items()}
        return RateSectors(search.id, planner, weights, self.outside.real())

    def by_distance(self, search: SearchView, last_seen: LonLat) -> RateSectors:
        """Return the probability map as a command. Raises `Refused`."""
        distances = [_number(text) for text in self.distances.text().replace(",", " ").replace(";", " ").split()]
        weights, outside = weights_by_distance({s.id: s.ring for s in search.sectors}, last_seen, distances)
        return RateSectors(search.id, MAP_PLANNER, weights, outside)


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise Refused("“{text}” is not a number.", text=text) from None
