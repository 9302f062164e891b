"""The boxes that show and hide layers of the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from commandcenter.model.words import EmergencyClass
from commandcenter.ui.frame.parts import Translated, column, label
from commandcenter.ui.frame.wrapping import WrappingLine
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.layers.choice import CLASSES, GRADES, LAYERS, LayerChoice
from commandcenter.ui.words import grade_word

CLASS_WORDS = {
    EmergencyClass.NATURAL: mark("Natural disasters"),
    EmergencyClass.ACCIDENT: mark("Accidents"),
    EmergencyClass.PUBLIC_HEALTH: mark("Public health"),
    EmergencyClass.SOCIAL_SECURITY: mark("Public security"),
}
WORDS = {
    "units": mark("Units"),
    "stations": mark("Stations"),
    "facilities": mark("Hospitals, shelters, hydrants"),
    "capacity": mark("Free places in facilities"),
    "depots": mark("Depots"),
    "stock": mark("Stock of the depots"),
    "closures": mark("Road closures"),
    "routes": mark("Ways of units en route"),
    "hazards": mark("Hazard areas"),
    "sectors": mark("Sectors"),
    "sketch": mark("Sketches"),
    "notes": mark("Notes on the map"),
    "reach": mark("Reach"),
    "coverage": mark("Coverage"),
    "tracks": mark("Trails of units"),
}
COLUMNS = (
    (mark("Incidents by class"), CLASSES),
    (mark("Incidents by grade"), GRADES),
    (mark("Forces"), ("units", "tracks", "stations")),
    (mark("Roads"), ("closures", "routes", "reach", "coverage")),
    (mark("Places"), ("facilities", "capacity", "depots", "stock")),
    (mark("Operation"), ("hazards", "sectors", "sketch", "notes")),
)


def layer_word(layer: str) -> str:
    """Return a layer's name in the language in force."""
    if layer in CLASSES:
        return tr(CLASS_WORDS[EmergencyClass(layer.removeprefix("class_"))])
    if layer in GRADES:
        return grade_word(int(layer.removeprefix("grade_")))
    return tr(WORDS[layer])


class LayerToggles(Translated):
    """One box a layer, in columns. Qt thread."""

    def __init__(self, layers: LayerChoice) -> None:
        """Show and change a choice."""
        super().__init__()
        self._layers = layers
        self.boxes = {layer: QCheckBox() for layer in LAYERS}
        self._heads: list[QLabel] = []
        columns = WrappingLine(self, gap=22)
        for _words, names in COLUMNS:
            head = label("muted")
            self._heads.append(head)
            columns.addWidget(_column(head, [self.boxes[layer] for layer in names]))
        columns.addStretch(1)
        for layer, box in self.boxes.items():
            box.setChecked(layers.shown(layer))
            box.toggled.connect(lambda on, layer=layer: layers.show(layer, on))
        layers.changed.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        for head, (words, _names) in zip(self._heads, COLUMNS, strict=True):
            head.setText(tr(words))
        for layer, box in self.boxes.items():
            box.setText(layer_word(layer))
            box.setAccessibleName(tr("Layer: {name}", name=layer_word(layer)))

    def _follow(self, layer: str) -> None:
        box = self.boxes[layer]
        with QSignalBlocker(box):
            box.setChecked(self._layers.shown(layer))


def _column(head: QLabel, boxes: Sequence[QCheckBox]) -> QWidget:
    made = QWidget()
    made.setProperty("role", "clear")
    lines = column(made, gap=3)
    for part in (head, *boxes):
        lines.addWidget(part)
    lines.addStretch(1)
    return made
