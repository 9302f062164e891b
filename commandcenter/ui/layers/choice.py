"""Which layers of the map are shown, remembered between sessions."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from commandcenter.model.words import EmergencyClass
from commandcenter.ui.ports import Settings

CLASSES = tuple(f"class_{one.value}" for one in EmergencyClass)
GRADES = tuple(f"grade_{one}" for one in (1, 2, 3, 4))
SHOWN_AT_FIRST = (
    *CLASSES,
    *GRADES,
    "units",
    "stations",
    "facilities",
    "depots",
    "closures",
    "routes",
    "hazards",
    "sectors",
    "sketch",
    "notes",
    "reach",
)
"""Overlays of these names, the thing's own layers, and the filters of incidents."""
ASKED_FOR = ("coverage", "tracks", "stock", "capacity")
"""Shown only when somebody wants to see them: they cover much, or cost work."""
LAYERS = (*SHOWN_AT_FIRST, *ASKED_FOR)
_KEY, WALL_KEY = "map_layers", "wall_layers"
"""What a choice is remembered by: of this computer's desk or field window, and of its wall."""


class LayerChoice(QObject):
    """The choice. Qt thread.

    Signals:
        changed(str): this layer is shown, or is no more.
    """

    changed = Signal(str)

    def __init__(self, settings: Settings, key: str = _KEY, parent: QObject | None = None) -> None:
        """Take up what was chosen last time."""
        super().__init__(parent)
        self._settings, self._key = settings, key
        turned = set(settings.get(key).split()) & set(LAYERS)
        self._shown = set(SHOWN_AT_FIRST) ^ turned

    def shown(self, layer: str) -> bool:
        """Return whether a layer is shown; one that cannot be chosen always is."""
        return layer in self._shown or layer not in LAYERS

    def show(self, layer: str, on: bool) -> None:
        """Show or hide a layer, and remember it."""
        if layer in LAYERS and on != self.shown(layer):
            self._shown ^= {layer}
            self._settings.put(self._key, " ".join(sorted(self._shown ^ set(SHOWN_AT_FIRST))))
            self.changed.emit(layer)
