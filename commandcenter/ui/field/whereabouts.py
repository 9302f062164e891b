"""Where this laptop is: by a receiver or by hand; kept in the side store, never in the log."""

from __future__ import annotations

from collections.abc import Callable

from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat, Position, PositionSource
from commandcenter.picture.views import UnitView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.map_drawing import MapDrawing
from commandcenter.ui.notice import Level
from commandcenter.ui.positions import position_words
from commandcenter.ui.seat import Seat

BY_HAND = say("Position set by hand")
NO_POSITION = say("No position: connect a receiver, or click “I am here” and then the map")
Placed = Callable[[Id, Position], None]


class Whereabouts:
    """The position of the unit that this window is for. Qt thread."""

    def __init__(self, seat: Seat, drawing: MapDrawing, unit: Callable[[], UnitView | None]) -> None:
        """Ask `unit` whose position it is."""
        self._seat, self._drawing, self._unit = seat, drawing, unit
        self._receiver: Sentence = NO_POSITION
        self.placed: Placed = lambda _unit, _position: None
        """Told of each own position, to pass it on to others."""

    def take_fix(self, fix: Fix) -> None:
        """The receiver says where it is."""
        self._put(Position(fix.at, PositionSource.GPS, self._seat.now_ms(), fix.course_deg, fix.speed_kph))

    def say_receiver(self, words: Sentence) -> None:
        """Say how the receiver stands."""
        self._receiver = words

    def by_hand(self) -> None:
        """Let the person click the map where it is."""
        self._seat.notice(Level.HINT, say("Click the map where you are."))
        self._drawing.ask("point", lambda shape: self._set(shape[0]))

    def _set(self, at: LonLat) -> None:
        self._receiver = BY_HAND
        self._put(Position(at, PositionSource.MANUAL, self._seat.now_ms()))

    def _put(self, position: Position) -> None:
        unit = self._unit()
        if unit is not None:
            self._seat.desk.tracks.put({unit.id: position})
            self.placed(unit.id, position)

    def place(self) -> LonLat | None:
        """Return where the unit is, as far as this computer knows."""
        unit, position = self._unit(), self.position()
        return position.at if position is not None else unit.at if unit is not None else None

    def position(self) -> Position | None:
        """Return the last position with its source and its time."""
        unit = self._unit()
        return self._seat.desk.tracks.latest().get(unit.id) if unit is not None else None

    def words(self) -> str:
        """Return how the position came and how old it is, in the language in force."""
        position = self.position()
        if position is None:
            return spoken(self._receiver)
        if self._receiver == NO_POSITION:
            return position_words(position, self._seat.now_ms())
        return f"{spoken(self._receiver)} · {tr('{age} ago', age=formats.age((self._seat.now_ms() - position.wall_ms) / 1000))}"
