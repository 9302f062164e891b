"""The fields and buttons of measuring."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QMenu

from commandcenter.geo.census import HOUSEHOLD
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import Translated, button, label, restyle
from commandcenter.ui.frame.tool_keys import key_of
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.measure.tool import Buffer, MeasureTool
from commandcenter.ui.notice import Level

MOST_M = 100_000.0


class MeasureControls(Translated):
    """Buttons that draw, fields of the buffer, the result. Qt thread."""

    def __init__(self, context: DeskContext) -> None:
        """Measure on the desk's map."""
        super().__init__()
        self._seat = context.seat
        self.tool = MeasureTool(context)
        self.distance, self.area, self.around, self.clear = (button() for _ in range(4))
        self.radius, self.wind, self.household = QLineEdit("500"), QLineEdit(), QLineEdit(f"{HOUSEHOLD:g}")
        self.said = label("muted", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._captions = [QLabel() for _ in range(3)]
        self._lay_out()
        self.distance.clicked.connect(self.tool.distance)
        self.area.clicked.connect(lambda: self._if_right(self.tool.area))
        below = QMenu(self.around)
        self._kinds = {kind: below.addAction("") for kind in ("point", "line", "polygon")}
        for kind, action in self._kinds.items():
            action.setData(f"around_{kind}")
            action.triggered.connect(partial(self._if_right, partial(self.tool.around_drawn, kind)))
        self.around.setMenu(below)
        self.clear.clicked.connect(self.tool.clear)
        self.tool.said.connect(self.said.setText)
        context.menu_parts.append(self._add_to_menu)
        context.paper_notes.append(self._for_paper)
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for row, made in enumerate((self.distance, self.area, self.around, self.clear)):
            grid.addWidget(made, row, 0)
        for row, (caption, field) in enumerate(zip(self._captions, (self.radius, self.wind, self.household), strict=True)):
            caption.setProperty("role", "muted")
            caption.setBuddy(field)
            field.setFixedWidth(64)
            grid.addWidget(caption, row, 1)
            grid.addWidget(field, row, 2)
        self.said.setMinimumWidth(230)
        grid.addWidget(self.said, 0, 3, 4, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(3, 1)
        grid.setRowStretch(4, 1)

    def retranslate(self) -> None:
        """Say every text."""
        for made, text in (
            (self.distance, tr("Distance, bearing")),
            (self.area, tr("Area")),
            (self.around, tr("Who is around")),
            (self.clear, tr("Clear")),
        ):
            made.setText(text)
        for made, act in ((self.distance, "measure_distance"), (self.area, "measure_area"), (self.clear, "measure_clear")):
            made.setToolTip(key_of(act))
        for kind, text in (("point", tr("Around a place …")), ("line", tr("Along a line …")), ("polygon", tr("Around an area …"))):
            self._kinds[kind].setText(f"{text}\t{key_of(f'around_{kind}')}")
        words = (tr("Radius, m"), tr("Wind from, °"), tr("People an address"))
        for caption, field, text in zip(self._captions, (self.radius, self.wind, self.household), words, strict=True):
            caption.setText(text)
            field.setAccessibleName(text)
        self.tool.repaint()
        self.wind.setToolTip(
            tr(
                "Where the wind comes from, 0 north, 90 east; empty: all round. "
                "Downwind is a sector of 60° from a place, and from each point of a line or area."
            )
        )

    def _for_paper(self) -> tuple[str, Sequence[LonLat]]:
        """Return what a printed map says of the measure, and where it is."""
        return tr("Measured: {what}", what=self.said.text()), [*self.tool.points, *(point for ring in self.tool.rings for point in ring)]

    def _use(self) -> bool:
        """Take the fields over; says what is wrong and returns false where one is no number."""
        radius, wind, household = (_number(field.text()) for field in (self.radius, self.wind, self.household))
        wrong = {
            self.radius: radius is None or not 0 < radius <= MOST_M,
            self.wind: bool(self.wind.text().strip()) and (wind is None or not 0 <= wind <= 360),
            self.household: household is None or not 0 < household <= 100,
        }
        for field, bad in wrong.items():
            restyle(field, "wrong", "true" if bad else "false")
        if any(wrong.values()) or radius is None or household is None:
            self._seat.notice(Level.REFUSED, say("Radius up to {most} m, wind 0 to 360° or empty, people an address up to 100.", most=round(MOST_M)))
            return False
        self.tool.buffer = Buffer(radius, wind, household)
        return True

    def _add_to_menu(self, menu: QMenu, _kind: str, _ident: str, at: LonLat) -> None:
        radius = self.radius.text().strip()
        action: QAction = menu.addAction(f"{tr('Who is within {radius} m', radius=radius)}\taround {radius} {at.lat:.5f}, {at.lon:.5f}")
        action.triggered.connect(lambda: self._if_right(partial(self.tool.around_place, at)))

    def acts(self) -> dict[str, Callable[[], object]]:
        """Return what keys and lines can ask for, by name."""
        around = {f"around_{kind}": partial(self._if_right, partial(self.tool.around_drawn, kind)) for kind in self._kinds}
        area = partial(self._if_right, self.tool.area)
        return {"measure_distance": self.tool.distance, "measure_area": area, "measure_clear": self.tool.clear, **around}

    def around_place(self, at: LonLat, radius_m: float) -> None:
        """Count who is within so many metres of a place."""
        self.radius.setText(f"{radius_m:g}")
        self._if_right(partial(self.tool.around_place, at))

    def _if_right(self, act: Callable[[], object], _checked: bool = False) -> None:
        if self._use():
            act()


def _number(text: str) -> float | None:
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return found if math.isfinite(found) else None
