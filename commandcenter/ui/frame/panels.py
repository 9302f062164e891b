"""Every docked panel of the desk, in the order of their tabs."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.ui.alarms.panel import AlarmsPanel
from commandcenter.ui.alarms.sound import Sounder
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.board.panel import BoardPanel
from commandcenter.ui.closures.panel import ClosuresPanel
from commandcenter.ui.conflicts.panel import ConflictsPanel
from commandcenter.ui.depots.panel import DepotsPanel
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.dock import Panel
from commandcenter.ui.i18n.tr import mark
from commandcenter.ui.incident.panel import IncidentPanel
from commandcenter.ui.layers.panel import LayersPanel
from commandcenter.ui.log.panel import LogPanel
from commandcenter.ui.orders.panel import OrdersPanel
from commandcenter.ui.ports import DraftStore
from commandcenter.ui.queue.panel import QueuePanel
from commandcenter.ui.report.drafts import Drafts
from commandcenter.ui.sketch.panel import SketchPanel


@dataclass(frozen=True, slots=True)
class PanelKind:
    """How a panel that stands among the tabs below the map is called and reached."""

    name: str
    words: str
    """Its name, marked for translation."""
    keys: tuple[str, ...]


PANELS: tuple[PanelKind, ...] = (
    PanelKind("layers", mark("Map layers"), ("Ctrl+L",)),
    PanelKind("sketches", mark("Sketches and hazards"), ("Ctrl+M",)),
)


class DeskPanels:
    """The panels of one desk."""

    def __init__(self, context: DeskContext, drafts: DraftStore, watch: AlarmWatch, sounder: Sounder) -> None:
        """Build them all."""
        seat = context.seat
        self.queue = QueuePanel(seat, watch)
        self.incident = IncidentPanel(seat, context.finder, Drafts(drafts, seat), context.map)
        self.board = BoardPanel(seat)
        self.closures = ClosuresPanel(seat, context.finder, context.map)
        self.depots = DepotsPanel(seat)
        self.conflicts = ConflictsPanel(seat)
        self.log = LogPanel(seat)
        self.alarms = AlarmsPanel(seat, watch, sounder)
        self.orders = OrdersPanel(context)
        self.layers = LayersPanel(context)
        self.sketches = SketchPanel(context)

    def all(self) -> dict[str, Panel]:
        """Return every panel by the name its place is remembered by."""
        return {
            "queue": self.queue,
            "incident": self.incident,
            "board": self.board,
            "orders": self.orders,
            "alarms": self.alarms,
            "closures": self.closures,
            "depots": self.depots,
            "conflicts": self.conflicts,
            "layers": self.layers,
            "sketches": self.sketches,
            "log": self.log,
        }
