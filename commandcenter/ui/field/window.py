"""The field window: one unit's incident, way, status, orders and words, beside the map."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QScrollArea, QWidget

from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.commands import AnswerOrder, DeclareMayday, SendMessage, SetUnitStatus
from commandcenter.model.entries import Changes
from commandcenter.model.ids import Id
from commandcenter.model.ports import Route
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import FacilityKind, LonLat, OrderState, Position, PositionSource, UnitStatus
from commandcenter.picture.orders import OrderView
from commandcenter.picture.views import UnitView
from commandcenter.ui.catalogue.follow import CatalogueFollower
from commandcenter.ui.field.cards import IncidentCard, OrdersCard, StatusCard, WordsCard
from commandcenter.ui.field.navigation import Guide
from commandcenter.ui.field.parts import BigButton, HoldButton
from commandcenter.ui.frame.parts import Pill, Translated, column, label, restyle, row
from commandcenter.ui.header.bar import LOCAL_ONLY, Standing
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.latest import Latest
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_link import MapLink, MapPort
from commandcenter.ui.notice import Level, Notice
from commandcenter.ui.ports import DeskPort, Settings
from commandcenter.ui.seat import Seat
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language

SIDE_W = 400
MY_UNIT = "field_unit"
SAID_S = 8
BY_HAND, NO_POSITION = say("Position set by hand"), say("No position: connect a receiver, or click “I am here” and then the map")


class FieldWindow(Translated):
    """A window for one unit. Qt thread, inside a running asyncio loop.

    Signals:
        closed(): the window is going.
        failed(object): a fault of ours; the exception.
    """

    closed = Signal()
    failed = Signal(object)

    def __init__(self, desk: DeskPort, map_view: QWidget | MapPort, settings: Settings, *, look: Look, standing: Standing, actor: Id) -> None:
        """Show the unit that was chosen last on this computer; `map_view` is a widget that is also a `MapPort`."""
        super().__init__()
        self._standing, self._settings = standing, settings
        self.seat = Seat(desk, look, actor)
        self.seat.failed.connect(self.failed)
        self.map_view: MapPort = map_view  # type: ignore[assignment] # both in one
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sync: tuple[Sentence, str] = (LOCAL_ONLY, "plain")
        self._receiver: Sentence = NO_POSITION
        self._placing = False
        self._said_until_ms = 0
        self._reading: set[Id] = set()
        self._hospital_search = Latest(self.seat)
        self.follower = CatalogueFollower(self.seat, None)
        self.guide = Guide(self.seat, self._way_changed)
        self.unit, self.clock, self.mode, self.sync = QComboBox(), label("large"), Pill(), Pill()
        self.incident, self.status = IncidentCard(self.guide, desk), StatusCard(desk)
        self.orders, self.words = OrdersCard(), WordsCard()
        self.mayday, self.here, self.hospital = HoldButton(look), BigButton(), BigButton()
        self.position, self.strip = label("muted", wrap=True), label("strong", wrap=True)
        self._lay_out(map_view)  # type: ignore[arg-type] # both in one
        self.map_link = MapLink(self.seat, self.map_view)
        self._join()
        self.resize(1280, 800)
        self.retranslate()

    def _lay_out(self, map_widget: QWidget) -> None:
        side = QWidget()
        side.setProperty("role", "panel")
        cards = column(side, margin=10, gap=8)
        top = row()
        self.unit.setMinimumHeight(48)
        top.addWidget(self.unit, 1)
        top.addWidget(self.clock)
        pills = row()
        pills.addWidget(self.mode)
        pills.addWidget(self.sync)
        pills.addStretch(1)
        cards.addLayout(top)
        cards.addLayout(pills)
        for part in (self.strip, self.incident, self.status, self.orders, self.words, self.hospital, self.here, self.position):
            cards.addWidget(part)
        cards.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(side)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        left = QWidget()
        left.setProperty("role", "panel")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        left.setFixedWidth(SIDE_W)
        lines = column(left)
        lines.addWidget(area, 1)
        foot = row()
        foot.setContentsMargins(10, 6, 10, 10)
        foot.addWidget(self.mayday)
        lines.addLayout(foot)
        body.addWidget(left)
        body.addWidget(map_widget, 1)

    def _join(self) -> None:
        self.unit.activated.connect(lambda _index: self._chosen())
        self.status.wanted.connect(self.set_status)
        self.orders.answered.connect(self.answer)
        self.words.said.connect(self.say_words)
        self.mayday.held.connect(self.call_mayday)
        self.here.clicked.connect(self._place_by_hand)
        self.hospital.clicked.connect(self.show_hospital)
        self.map_view.map_clicked.connect(self._map_clicked)
        self.seat.noticed.connect(self._noticed)
        self.seat.changed.connect(self._on_changes)
        self.seat.ticked.connect(lambda _ms: self._tick())
        self.seat.look.changed.connect(self.retranslate)
        for keys, act in (("F11", self._fill_screen), ("Esc", self.showNormal)):
            QShortcut(QKeySequence(keys), self, act)

    # what the app calls

    def open(self) -> None:
        """Show it, with the keyboard in the choice of the unit. Needs the running loop."""
        self.show()
        self.unit.setFocus()

    @property
    def looking(self) -> bool:
        """Return whether something is still being worked out."""
        return False

    def set_sync(self, words: Sentence, level: str) -> None:
        """Say how this computer stands to the others; level is plain, ok, warn or danger."""
        self._sync = (words, level)
        self.sync.setText(spoken(words))
        restyle(self.sync, "pill", level)

    def take_fix(self, fix: Fix) -> None:
        """Put the unit where the receiver says it is; the way and the map follow with the next second."""
        self._put(Position(fix.at, PositionSource.GPS, self.seat.now_ms(), fix.course_deg, fix.speed_kph))

    def say_receiver(self, words: Sentence) -> None:
        """Say how the receiver stands."""
        self._receiver = words

    # what the person does

    def my_unit(self) -> UnitView | None:
        """Return the unit this window is for."""
        chosen = self.unit.currentData()
        return self.seat.desk.picture.unit(Id(chosen)) if chosen else None

    def set_status(self, status: UnitStatus) -> None:
        """Report the unit's status."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.perform(SetUnitStatus(unit.id, status), said=say("Status reported"))

    def answer(self, order: str, state: OrderState) -> None:
        """Answer an order; a refusal takes its reason from the line for words."""
        unit, reason = self.my_unit(), self.words.line.text()
        if unit is None:
            return
        if state == OrderState.REFUSED and not reason.strip():
            self.seat.notice(Level.REFUSED, say("Write why into the line below, then tap “Cannot” again."))
            self.words.line.setFocus()
            return
        self.seat.perform(AnswerOrder(Id(order), unit.id, state, reason if state == OrderState.REFUSED else ""), said=say("Answer sent"))
        if state == OrderState.REFUSED:
            self.words.line.clear()

    def say_words(self, words: str) -> None:
        """Send words to all on the incident."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.perform(SendMessage(f"{unit.callsign}: {words}", unit.incident, unit.id), said=say("Sent"))

    def call_mayday(self) -> None:
        """Call for help; every desk is alarmed."""
        unit = self.my_unit()
        if unit is not None:
            self.seat.perform(DeclareMayday(unit.id, self.words.line.text()), said=say("MAYDAY sent"))

    def show_hospital(self) -> None:
        """Show the way to the nearest hospital by road."""
        at, unit = self.place(), self.my_unit()
        hospitals = [place for place in self.seat.desk.picture.facilities() if place.kind == FacilityKind.HOSPITAL]
        if at is None or unit is None or not hospitals:
            self.seat.notice(Level.REFUSED, say("No hospital, or no position to start from."))
            return
        roads, profile = self.seat.desk.roads, unit.profile

        def search(_stopped: object) -> tuple[str, Route | None]:
            arrivals = [(roads.nearest(place.at, [at], profile, 1), place) for place in hospitals]
            reached = [(found[0].eta_s, place) for found, place in arrivals if found]
            if not reached:
                return "", None
            best = min(reached, key=lambda pair: pair[0])[1]
            return best.name, roads.route(at, best.at, profile)

        self._hospital_search.run(search, self._hospital_found)

    def retranslate(self) -> None:
        """Say every text."""
        standing = self._standing
        self.mode.setText(tr("EXERCISE") if standing.exercise else tr("LIVE"))
        restyle(self.mode, "pill", "warn" if standing.exercise else "ok")
        self.setWindowTitle(tr("Field") + " · commandcenter")
        self.unit.setAccessibleName(tr("My unit"))
        self.mayday.setText(tr("MAYDAY: hold"))
        self.here.setText(tr("I am here …"))
        self.hospital.setText(tr("Nearest hospital"))
        self.words.retranslate()
        self.map_view.set_language(language())
        self.set_sync(*self._sync)
        self._fill_units()
        self._show()

    # how it keeps up

    def place(self) -> LonLat | None:
        """Return where the unit is, as far as this computer knows."""
        unit = self.my_unit()
        if unit is None:
            return None
        position = self.seat.desk.tracks.latest().get(unit.id)
        return position.at if position is not None else unit.at

    def _fill_units(self) -> None:
        wanted = self.unit.currentData() or self._settings.get(MY_UNIT)
        units = self.seat.desk.picture.units()
        if [self.unit.itemData(n) for n in range(self.unit.count())] != [unit.id for unit in units]:
            self.unit.clear()
            for unit in units:
                self.unit.addItem(unit.callsign, unit.id)
        self.unit.setCurrentIndex(max(0, self.unit.findData(wanted)))

    def _chosen(self) -> None:
        self._settings.put(MY_UNIT, self.unit.currentData() or "")
        self.seat.choose_unit(Id(self.unit.currentData()) if self.unit.currentData() else None)
        self._show()

    def _on_changes(self, _changes: Changes) -> None:
        self._fill_units()
        self._show()

    def _show(self) -> None:
        unit, at = self.my_unit(), self.place()
        incident = self.seat.desk.picture.incident(unit.incident) if unit is not None and unit.incident is not None else None
        if unit is not None and at is not None:
            self.guide.lead(at, incident.at if incident is not None else None, unit.profile)
        self.incident.show_incident(incident, at)
        self.status.show_unit(unit)
        orders = self._my_orders(unit)
        self.orders.show_orders(orders, unit.id if unit is not None else None)
        self._mark_read(orders, unit)
        self.mayday.setEnabled(unit is not None and unit.mayday_ms is None)

    def _my_orders(self, unit: UnitView | None) -> list[OrderView]:
        if unit is None:
            return []
        ended = (OrderState.DONE, OrderState.REFUSED)
        found = [o for o in self.seat.desk.picture.duty.orders() if o.withdrawn is None and unit.id in o.answers]
        return [order for order in reversed(found) if order.answers[unit.id].state not in ended]

    def _mark_read(self, orders: list[OrderView], unit: UnitView | None) -> None:
        """An order that stands on this screen, with this window in front, has been read."""
        if unit is None or not self.isActiveWindow():
            return
        for order in orders:
            if order.answers[unit.id].state == OrderState.SENT and order.id not in self._reading:
                self._reading.add(order.id)
                self.seat.perform(AnswerOrder(order.id, unit.id, OrderState.READ))

    def _way_changed(self) -> None:
        route = self.guide.route
        self._draw("my_way", route, "")
        self._show()

    def _hospital_found(self, found: tuple[str, Route | None]) -> None:
        name, route = found
        if route is None:
            self.seat.notice(Level.REFUSED, say("No way by road leads to a hospital from here."))
            return
        self._draw("hospital", route, name)
        self.seat.notice(
            Level.DONE, say("{name}: {km} km, {min} min", name=name, km=formats.number(route.distance_m / 1000, 1), min=round(route.eta_s / 60))
        )

    def _draw(self, name: str, route: Route | None, said: str) -> None:
        if route is None:
            self.map_view.hide_overlay(name)
        else:
            self.map_view.show_overlay(name, [OverlayShape("way", "line", (route.points,), label=said)])

    def _place_by_hand(self) -> None:
        self._placing = True
        self.seat.notice(Level.HINT, say("Click the map where you are."))

    def _map_clicked(self, lon: float, lat: float) -> None:
        if self._placing:
            self._placing = False
            self._receiver = BY_HAND
            self._put(Position(LonLat(lon, lat), PositionSource.MANUAL, self.seat.now_ms()))

    def _put(self, position: Position) -> None:
        unit = self.my_unit()
        if unit is not None:
            self.seat.desk.tracks.put({unit.id: position})

    def _noticed(self, notice: Notice) -> None:
        self.strip.setText(spoken(notice.text))
        restyle(self.strip, "role", "danger" if notice.level in (Level.REFUSED, Level.FAILED) else "ok")
        self.strip.show()
        self._said_until_ms = self.seat.now_ms() + 1000 * SAID_S

    def _tick(self) -> None:
        now_ms = self.seat.now_ms()
        self.clock.setText(formats.clock(now_ms))
        if now_ms > self._said_until_ms:
            self.strip.hide()
        unit = self.my_unit()
        position = self.seat.desk.tracks.latest().get(unit.id) if unit is not None else None
        age = tr("{age} ago", age=formats.age((now_ms - position.wall_ms) / 1000)) if position is not None else ""
        self.position.setText(" · ".join(part for part in (spoken(self._receiver), age) if part))
        self._show()

    def _fill_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs; tell the app."""
        self.seat.close()
        super().closeEvent(event)
        self.closed.emit()
