"""The place under the map's pointer, in the notation the desk chose; a click copies it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from commandcenter.geo.gazetteer.coordinates import format_all
from commandcenter.model.words import LonLat
from commandcenter.ui.frame.tool_keys import key_of
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.map_menu import copy_text
from commandcenter.ui.ports import Settings
from commandcenter.ui.seat import Seat

NOTATIONS = {
    "lat_lon": mark("Latitude, longitude"),
    "dms": mark("Degrees, minutes, seconds"),
    "mgrs": mark("MGRS"),
    "utm": mark("UTM"),
    "olc": mark("Open Location Code"),
}
SETTING = "coordinates"
WIDTH = 250


class Coordinates(QToolButton):
    """Says where the pointer is. Its arrow chooses the notation, which is remembered."""

    def __init__(self, seat: Seat, settings: Settings) -> None:
        """Start with the notation of last time."""
        super().__init__()
        self._seat, self._settings = seat, settings
        kept = settings.get(SETTING)
        self.notation = kept if kept in NOTATIONS else "lat_lon"
        self._at: LonLat | None = None
        self.setObjectName("coordinates")
        self.setFixedWidth(WIDTH)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill)
        self.clicked.connect(self.copy)
        self._fill()
        self.retranslate()

    def show_position(self, lon: float, lat: float) -> None:
        """Say a position (degrees)."""
        self._at = LonLat(lon, lat)
        self.setText(format_all(self._at)[self.notation] or format_all(self._at)["lat_lon"])

    def choose(self, notation: str) -> None:
        """Write positions this way from now on."""
        self.notation = notation
        self._settings.put(SETTING, notation)
        if self._at is not None:
            self.show_position(*self._at)
        self.retranslate()

    def copy(self) -> None:
        """Copy what is shown."""
        if self._at is not None:
            copy_text(self._seat, self.text())

    def retranslate(self) -> None:
        """Say every text."""
        if self._at is None:
            self.setText(tr(NOTATIONS[self.notation]))
        self.setToolTip(tr("{notation}: click to copy, the arrow chooses another notation", notation=tr(NOTATIONS[self.notation])))
        self.setAccessibleName(tr("Coordinates under the pointer"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for notation, words in NOTATIONS.items():
            said = format_all(self._at)[notation] if self._at is not None else ""
            key = key_of(f"notation_{notation}")
            action = self._menu.addAction(f"{tr(words)}  {said}\t{key}")
            action.setData(f"notation_{notation}")
            action.setCheckable(True)
            action.setChecked(notation == self.notation)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, notation=notation: self.choose(notation))
