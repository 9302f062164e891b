"""The charts (pyqtgraph), in the colours of the theme. Qt thread."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from commandcenter.monitor.statistics import Answering, Processing, Spread, StockCurve, Utilisation
from commandcenter.ui.frame.parts import column, label
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.theme.look import Look

MOST_BARS = 24
MOST_CURVES = 8
LEGEND_ROOM = 1.35
"""Times the highest value, so that the legend stands above the curves."""
COLOURS = ("accent", "ok", "warn", "danger")
STYLES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
"""No two curves have colour and style in common."""
WIDE = 0x2E80
"""From this code on a sign is as wide as two Latin letters."""
AXIS_PX = 12
"""Between an axis and its names, and below them."""
LINE, SHORTEST, NAME_LINES = 125, 7, 3
"""Letters that have room below a chart, of the shortest line of a name, and lines of a name."""


class Chart(pg.PlotWidget):
    """One chart that never takes the wheel or the mouse: figures are read, not explored."""

    def __init__(self, look: Look) -> None:
        """Start empty."""
        super().__init__(background=look.colour("panel"))
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = look
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setMenuEnabled(False)
        self.setMinimumHeight(180)
        self.nothing = label("muted", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        column(self, margin=24).addWidget(self.nothing)

    def say_nothing(self, why: str) -> None:
        """Show no chart but a sentence that says what is missing."""
        self.begin()
        self.getPlotItem().hide()
        self.nothing.setText(why)
        self.nothing.show()
        self.setAccessibleDescription(why)

    def begin(self) -> None:
        """Clear it and take the theme's colours."""
        self.clear()
        self.nothing.hide()
        self.getPlotItem().show()
        self.setAccessibleDescription("")
        self.setBackground(self._look.colour("panel"))
        for name in ("left", "bottom"):
            axis = self.getAxis(name)
            axis.setPen(self._look.colour("border_strong"))
            axis.setTextPen(self._look.colour("text_muted"))
            axis.setStyle(tickFont=self._look.font("small"))
        self.getAxis("bottom").setTicks(None)
        self.showGrid(x=False, y=True, alpha=0.15)

    def bars(self, names: Sequence[str], values: Sequence[float], colour: str = "accent") -> None:
        """Show one bar a name."""
        self.begin()
        places = np.arange(len(names))
        self.addItem(pg.BarGraphItem(x=places, height=list(values), width=0.7, brush=self._look.colour(colour), pen=None))
        self._name(names)

    def pairs(self, spreads: Sequence[Spread]) -> None:
        """Show median and 90th percentile in minutes, side by side; the second is hatched so that grey tells them apart."""
        self.begin()
        shown = spreads[:MOST_BARS]
        places = np.arange(len(shown))
        light = self._look.colour("accent")
        light.setAlpha(110)
        self.addItem(
            pg.BarGraphItem(x=places - 0.19, height=[s.median_s / 60 for s in shown], width=0.36, brush=self._look.colour("accent"), pen=None)
        )
        self.addItem(pg.BarGraphItem(x=places + 0.19, height=[s.p90_s / 60 for s in shown], width=0.36, brush=light, pen=self._look.colour("accent")))
        self._name([f"{s.name or '–'} ({s.count})" for s in shown])

    def shares(self, processing: Sequence[Processing], goal: float) -> None:
        """Show the share dispatched within the limit, by priority, and the goal as a line."""
        self.bars([f"{p.priority} ({p.count})" for p in processing], [100 * p.share for p in processing])
        self.addItem(pg.InfiniteLine(pos=100 * goal, angle=0, pen=pg.mkPen(self._look.colour("warn"), width=2, style=Qt.PenStyle.DashLine)))
        self.setYRange(0, 100)

    def answers(self, found: Answering) -> None:
        """Show the share answered within each limit, and each limit's own goal as a mark across its bar."""
        self.bars([f"≤ {limit.limit_s} s" for limit in found.limits], [100 * limit.share for limit in found.limits])
        pen = pg.mkPen(self._look.colour("warn"), width=2, style=Qt.PenStyle.DashLine)
        for place, limit in enumerate(found.limits):
            self.plot(x=[place - 0.45, place + 0.45], y=[100 * limit.goal] * 2, pen=pen)
        self.setYRange(0, 100)

    def utilisation(self, units: Sequence[Utilisation]) -> None:
        """Show the busiest units."""
        shown = units[:MOST_BARS]
        self.bars([u.callsign for u in shown], [100 * u.share for u in shown])

    def curves(self, curves: Sequence[StockCurve], name: object) -> None:
        """Show what was held as steps, the items that changed most."""
        self.begin()
        changed = sorted(curves, key=lambda c: -sum(abs(b - a) for a, b in zip(c.quantities, c.quantities[1:], strict=False)))[:MOST_CURVES]
        highest = max((quantity for curve in changed for quantity in curve.quantities), default=1)
        self._begin_legend()
        for number, curve in enumerate(changed):
            colour = self._look.colour(COLOURS[(number + number // len(STYLES)) % len(COLOURS)])
            pen = pg.mkPen(colour, width=2, style=STYLES[number % len(STYLES)])
            said = name(curve) if callable(name) else curve.item
            self.plot(x=[ms / 1000 for ms in curve.moments_ms], y=list(curve.quantities), stepMode="right", pen=pen, name=said)
        self.setYRange(0, LEGEND_ROOM * highest, padding=0)
        self._times([ms for curve in changed for ms in curve.moments_ms])

    def _begin_legend(self) -> None:
        """Put an empty legend above the curves, in the theme's colours."""
        item = self.getPlotItem()
        if item.legend is not None:
            self.removeItem(item.legend)
            item.legend = None
        self.addLegend(offset=(-1, 1), colCount=3, labelTextColor=self._look.colour("text"), labelTextSize=f"{self._look.size('font_small')}px")

    def _times(self, moments_ms: Sequence[int]) -> None:
        if moments_ms:
            ticks = np.linspace(min(moments_ms), max(moments_ms), 6)
            self.getAxis("bottom").setTicks([[(ms / 1000, formats.clock(int(ms), seconds=False)) for ms in ticks]])
            self._give_room(1)
            self.setXRange(min(moments_ms) / 1000, max(moments_ms) / 1000, padding=0.02)

    def _name(self, names: Sequence[str]) -> None:
        step = max(1, len(names) // MOST_BARS)
        width = max(SHORTEST, LINE // max(len(names), 1))
        said = [_broken(name, width) for name in names]
        self.getAxis("bottom").setTicks([[(place, name) for place, name in enumerate(said) if place % step == 0]])
        self._give_room(max((name.count("\n") + 1 for name in said), default=1))
        self.setXRange(-0.6, max(len(names), 1) - 0.4, padding=0)
        self.setYRange(0, 1)
        self.enableAutoRange(axis="y")

    def _give_room(self, lines: int) -> None:
        """Make the lower axis as high as its names need."""
        self.getAxis("bottom").setHeight(lines * QFontMetricsF(self._look.font("small")).lineSpacing() + AXIS_PX)

    def say_axis(self, left: str) -> None:
        """Say what the height means."""
        self.setLabel("left", left, color=self._look.colour("text_muted").name())
        self.setAccessibleName(tr("Chart: {what}", what=left))


def _broken(name: str, width: int) -> str:
    """Return a name in lines that do not reach into its neighbours; what is too long ends in an ellipsis."""
    signs = width // 2 if any(ord(sign) >= WIDE for sign in name) else width
    lines = wrap(name, signs) or [""]
    kept = lines[:NAME_LINES]
    return "\n".join(kept) + ("…" if len(lines) > NAME_LINES else "")
