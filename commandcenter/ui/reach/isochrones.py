"""How far a unit, a station's vehicle or anybody at a place gets in so many minutes: areas on the map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from commandcenter.dispatch.situation import situation_of
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.ids import Id
from commandcenter.model.ports import Level, Reach, Stand
from commandcenter.model.sentences import say
from commandcenter.model.words import LonLat
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.latest import Latest
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapPort, in_force
from commandcenter.ui.notice import Level as Tone
from commandcenter.ui.reach.minutes import minutes_of
from commandcenter.ui.seat import Seat

OVERLAY = "reach"
MINUTES: tuple[float, ...] = (4.0, 8.0, 12.0)
MOST_MIN = 120.0
TONES = ("ok", "warn", "danger")


@dataclass(frozen=True, slots=True)
class Origin:
    """From where the reach is measured."""

    name: str
    stand: Stand
    unit: Id | None = None
    """The unit that stands there."""


class Isochrones(QObject):
    """One origin's reach on the map; follows closures. Qt thread.

    Signals:
        changed(): another origin, other minutes, or a new answer.
    """

    changed = Signal()

    def __init__(self, seat: Seat, view: MapPort) -> None:
        """Show nothing at first."""
        super().__init__(seat)
        self._seat, self._view = seat, view
        self.minutes = MINUTES
        self.origin: Origin | None = None
        self.reach: Reach | None = None
        self._latest = Latest(seat, self)
        self._in_force: frozenset[Id] = frozenset()
        seat.changed.connect(self._on_changes)
        seat.ticked.connect(lambda _ms: self._tick())

    @property
    def busy(self) -> bool:
        """Return whether an answer is being worked out."""
        return self._latest.busy

    def show(self, origin: Origin) -> None:
        """Show how far one gets from there."""
        self.origin, self.reach = origin, None
        self._work_out()

    def hide(self) -> None:
        """Take the areas off the map."""
        self._latest.stop()
        self.origin = self.reach = None
        self._view.hide_overlay(OVERLAY)
        self.changed.emit()

    def use_minutes(self, text: str) -> bool:
        """Measure other times, e.g. `4 8 12`; says so and returns false where the text is no such list."""
        found = minutes_of(text, most=len(TONES), below=MOST_MIN)
        if not found:
            self._seat.notice(Tone.REFUSED, say("Write one to three times in minutes, e.g. 4 8 12; at most {most}.", most=round(MOST_MIN)))
            return False
        self.minutes = found
        if self.origin is not None:
            self._work_out()
        return True

    def repaint(self) -> None:
        """Say the labels again, in the language now in force."""
        if self.origin is not None and self.reach is not None:
            self._view.show_overlay(OVERLAY, shapes(self.origin, self.minutes, self.reach))

    def _work_out(self) -> None:
        origin, minutes, desk = self.origin, self.minutes, self._seat.desk
        if origin is None:
            return
        self._in_force = in_force(desk.picture, desk.clock.wall_ms())
        situation = situation_of(desk.picture, {}, desk.clock.wall_ms())
        roads = desk.roads
        levels = [Level(m * 60) for m in minutes]
        self._latest.run(
            lambda stopped: roads.with_closures(situation.shapes).reach([origin.stand], levels, stopped=stopped), partial(self._found, origin)
        )
        self.changed.emit()

    def _found(self, origin: Origin, reach: Reach) -> None:
        if not any(reach.areas):
            self._view.hide_overlay(OVERLAY)
            self._seat.notice(Tone.REFUSED, say("{name}: no road for this vehicle near there.", name=origin.name))
            self.hide()
            return
        self.reach = reach
        self.repaint()
        self.changed.emit()

    def _tick(self) -> None:
        """A closure may have begun or ended by its time."""
        if self.origin is not None and self._in_force != in_force(self._seat.desk.picture, self._seat.now_ms()):
            self._work_out()

    def _on_changes(self, changes: Changes) -> None:
        if self.origin is not None and changes.of(Kind.CLOSURE):
            self._work_out()


def shapes(origin: Origin, minutes: tuple[float, ...], reach: Reach) -> list[OverlayShape]:
    """Return the areas, the widest first, and the origin's mark."""
    found = []
    for n in reversed(range(len(minutes))):
        if reach.areas[n]:
            words = tr("{n} min", n=formats.number(minutes[n], 0 if minutes[n] == int(minutes[n]) else 1))
            title = tr("{name}: within {time}", name=origin.name, time=words)
            found.append(
                OverlayShape(f"m{n}", "area", reach.areas[n], label=words, tone=TONES[n], filled=True, title=title, dashed=n == 1, label_at="edge")
            )
    at = LonLat(*origin.stand.at)
    return [*found, OverlayShape("origin", "point", ((at,),), label=origin.name, symbol="flag", tone="accent")]
