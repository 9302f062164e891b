"""The background of the map, its legend, and the map on paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QFileDialog, QGridLayout, QLabel

from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import say
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.layers.trail_file import write_trails
from commandcenter.ui.leaving import ask_where
from commandcenter.ui.notice import Level

KEY = "map_backgrounds"
MOST = 8
DRAWN, OPEN = "", "…"


class GroundControls(Translated):
    """Which pictures lie below everything; remembered. Qt thread."""

    def __init__(self, context: DeskContext) -> None:
        """Show what was chosen last time, if it is still there."""
        super().__init__()
        self._seat, self._settings, self._map = context.seat, context.settings, context.map
        self._trail_source = context.services.trails
        self.choice, self.legend, self.print_button, self.trails = QComboBox(), button(), button(), button()
        self._caption = QLabel()
        self._caption.setProperty("role", "muted")
        self._caption.setBuddy(self.choice)
        self.choice.setFixedWidth(170)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        for row, part in enumerate((self._caption, self.choice, self.legend, self.print_button, self.trails)):
            grid.addWidget(part, row, 0)
        grid.setRowStretch(5, 1)
        self.trails.clicked.connect(self._ask_trails)
        self.choice.activated.connect(lambda _i: self._chosen())
        self.legend.clicked.connect(lambda: self._seat.window_wanted.emit("legend"))
        self.print_button.clicked.connect(self._seat.map_paper_wanted)
        kept = self._kept()
        self._used = kept[0] if kept and kept[0] != DRAWN and Path(kept[0]).is_file() and self.use(kept[0]) else DRAWN
        self.retranslate()

    def retranslate(self) -> None:
        """Say every text."""
        self._caption.setText(tr("Background"))
        self.choice.setAccessibleName(tr("Background"))
        self.legend.setText(tr("Legend"))
        self.print_button.setText(tr("Print the map"))
        self.trails.setText(tr("Trails as GPX …"))
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItem(tr("Drawn map"), DRAWN)
            for path in self._kept():
                if path != DRAWN:
                    self.choice.addItem(Path(path).name, path)
            self.choice.addItem(tr("Open a file …"), OPEN)
            self.choice.setCurrentIndex(max(0, self.choice.findData(self._used)))

    def use(self, path: str) -> bool:
        """Show a file's pictures, empty: the drawn map; says so and returns false for a file that is no map."""
        try:
            name = self._map.use_background(Path(path) if path else None)
        except KnownError as error:
            self._seat.notice(Level.FAILED, error.sentence)
            return False
        self._used = path
        others = [kept for kept in self._kept() if kept != path]
        self._settings.put(KEY, "\n".join([path, *others][:MOST]))
        if name:
            self._seat.notice(Level.DONE, say("Background: {name}", name=name))
        return True

    def write_trails(self, path: Path) -> None:
        """Write where all units were into a GPX file."""
        self._seat.run(self._write_trails(path))

    async def _write_trails(self, path: Path) -> None:
        units = {unit.id: unit.callsign for unit in self._seat.desk.picture.units()}
        count = await write_trails(self._trail_source, units, self._seat.now_ms(), path, self._seat.desk.picture.operation)
        self._seat.notice(Level.DONE, say("{n} trails written into {file}", n=count, file=str(path)), file=path)

    def _ask_trails(self) -> None:
        path = ask_where(self, tr("Trails as GPX …"), "trails.gpx", tr("Tracks (*.gpx)"), self._seat)
        if path is not None:
            self.write_trails(path)

    def _kept(self) -> list[str]:
        """Return the files used lately, the last one first; an empty line is the drawn map."""
        text = self._settings.get(KEY)
        return text.split("\n") if text else []

    def _chosen(self) -> None:
        path = str(self.choice.currentData())
        if path == OPEN:
            path = QFileDialog.getOpenFileName(self, tr("Map of pictures"), "", tr("Maps (*.mbtiles *.pmtiles)"))[0]
            if not path:
                self.retranslate()
                return
        self.use(path)
        self.retranslate()
