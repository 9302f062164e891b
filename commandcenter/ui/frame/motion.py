"""Less motion on the map, for who wants it: units jump instead of gliding, and nothing is animated. What the system asks for holds anyway."""

from __future__ import annotations

from commandcenter.ui.map_link import MapPort
from commandcenter.ui.ports import Settings

_KEY = "less_motion"


class Motion:
    """The choice, remembered on this computer. Qt thread."""

    def __init__(self, settings: Settings, view: MapPort) -> None:
        """Do as was chosen last time."""
        self._settings, self._view = settings, view
        self._view.set_saving(self.less)

    @property
    def less(self) -> bool:
        """Whether the person wants less motion."""
        return self._settings.get(_KEY) == "yes"

    def turn(self) -> None:
        """Less motion, or motion again."""
        self._settings.put(_KEY, "" if self.less else "yes")
        self._view.set_saving(self.less)
