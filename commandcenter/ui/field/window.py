"""The field window: one unit's incident, way, status, orders, team and reports in large targets, beside the map."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from commandcenter.geo.positioning.fix import Fix
from commandcenter.model.commands import AnswerOrder
from commandcenter.model.entries import Changes
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.model.words import LonLat, OrderState
from commandcenter.monitor.alarms import Alarm
from commandcenter.picture.orders import OrderView
from commandcenter.picture.sketches import SketchView
from commandcenter.picture.views import UnitView
from commandcenter.ui.alarms.sound import Sounder
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.catalogue.follow import CatalogueFollower
from commandcenter.ui.data.access import AccessNotes
from commandcenter.ui.field.acts import FieldActs
from commandcenter.ui.field.cards import IncidentCard, LaptopCard, OrdersCard, PlacesCard, StatusCard, TurnsCard, WordsCard, open_orders
from commandcenter.ui.field.frame import FieldFrame
from commandcenter.ui.field.keys import bind_keys
from commandcenter.ui.field.layers import LayersCard
from commandcenter.ui.field.messages import MessagesCard
from commandcenter.ui.field.navigation import Guide
from commandcenter.ui.field.nearest import Nearest
from commandcenter.ui.field.pages import Pages
from commandcenter.ui.field.power import VERY_LOW_PERCENT, Saver
from commandcenter.ui.field.receiver import ReceiverCard
from commandcenter.ui.field.rights import bind_rights
from commandcenter.ui.field.situation import SituationCard
from commandcenter.ui.field.sketching import SketchCard
from commandcenter.ui.field.stick import StickCard
from commandcenter.ui.field.team import TeamCard
from commandcenter.ui.field.whereabouts import NO_POSITION, Whereabouts
from commandcenter.ui.frame.aside import Aside
from commandcenter.ui.frame.layout_memory import fitting, rooms
from commandcenter.ui.frame.parts import Translated, restyle
from commandcenter.ui.frame.titles import PROGRAM, name_window
from commandcenter.ui.header.bar import LOCAL_ONLY, Standing
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.layers.common import CommonPicture
from commandcenter.ui.lock.choice import FIELD_MIN
from commandcenter.ui.lock.keeper import ScreenLock
from commandcenter.ui.lock.window import LIVES
from commandcenter.ui.map.things import OverlayShape
from commandcenter.ui.map_drawing import MapDrawing
from commandcenter.ui.map_link import MapPort
from commandcenter.ui.notice import Level, Notice
from commandcenter.ui.ports import DeskPort, Services, Settings
from commandcenter.ui.seat import Seat
from commandcenter.ui.sketch.pen import Pen, Wish
from commandcenter.ui.sketch.shapes import LAYERS
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language as names_language

MY_UNIT = "field_unit"
SAID_S = 8


class FieldWindow(Translated):
    """A window for one unit. Qt thread, inside a running asyncio loop.

    Signals:
        closed(): the window is going.
        failed(object): a fault of ours; the exception.
    """

    closed = Signal()
    failed = Signal(object)

    def __init__(
        self,
        desk: DeskPort,
        map_view: QWidget | MapPort,
        settings: Settings,
        *,
        look: Look,
        standing: Standing,
        actor: Id,
        services: Services | None = None,
        language: Language | None = None,
    ) -> None:
        """Show the unit that was chosen last on this computer; `map_view` is a widget that is also a `MapPort`."""
        super().__init__()
        self._standing, self._settings, self._language = standing, settings, language
        self.services = services or Services()
        self.seat = Seat(desk, look, actor)
        self.seat.go_with(self)
        self.seat.failed.connect(self.failed)
        self.access = AccessNotes(self.seat)
        self.map_view: MapPort = map_view  # type: ignore[assignment] # both in one
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sync: tuple[Sentence, str] = (LOCAL_ONLY, "plain")
        self._said_until_ms = 0
        self._reading: set[Id] = set()
        self._make_parts(desk, look)
        self._lay_out(map_view)  # type: ignore[arg-type] # both in one
        self.common = CommonPicture(self.seat, self.map_view, self._layers, self.services.trails)
        bind_rights(self)
        self.resize(fitting(QSize(1280, 800), rooms()))
        self._join()
        self.retranslate()

    def _make_parts(self, desk: DeskPort, look: Look) -> None:
        self.aside = Aside(self, look, "field", self.seat.desk.picture.operation)
        self.unit, drawing = QComboBox(), MapDrawing(self.map_view, self.seat)
        self.whereabouts = Whereabouts(self.seat, drawing, self.my_unit)
        self.pen = Pen(self.seat, drawing)
        self.nearest = Nearest(self.seat, self.map_view)
        self.follower = CatalogueFollower(self.seat, None)
        self.guide = Guide(self.seat, self._way_changed)
        self.watch = AlarmWatch(self.seat, self._concerns)
        self.lock = ScreenLock(self, self.seat, self.watch, self.services.identity, self._settings, usual_min=FIELD_MIN)
        self.sounder = Sounder(self.watch, self.services.sound)
        self.saver = Saver(self.seat, self._settings, self.services.power)
        self.incident, self.status, self.turns = IncidentCard(self.guide, desk), StatusCard(desk), TurnsCard()
        self.orders, self.words, self.team = OrdersCard(self.seat), WordsCard(), TeamCard(self.seat)
        self._layers = LayerChoice(self._settings, parent=self.seat)
        self.layers, self.stick = LayersCard(self._layers), StickCard(self.seat, self.services.sync)
        self.receiver = ReceiverCard(self.seat, self.services.receiver)
        self.messages = MessagesCard(self.seat, self.my_unit, self.services.files)
        self.sketch, self.situation, self.places, self.laptop = SketchCard(look), SituationCard(), PlacesCard(), LaptopCard(self._settings)
        self.acts = FieldActs(self.seat, self.my_unit, self.words, self.situation, self.services)

    def _lay_out(self, map_widget: QWidget) -> None:
        pages = Pages(
            (
                (mark("Task"), "F2", (self.incident, self.status, self.turns)),
                (mark("Orders"), "F3", (self.orders, self.messages, self.words)),
                (mark("Team"), "F4", (self.team,)),
                (mark("Map"), "F5", (self.places, self.sketch, self.layers)),
                (mark("My report"), "F6", (self.situation, self.stick, self.receiver, self.laptop)),
            )
        )
        self.side = FieldFrame(self.seat.look, self.unit, pages)
        self.pages, self.strip, self.mayday = pages, self.side.strip, self.side.mayday
        self.here, self.hospital, self.depot = self.places.here, self.places.hospital, self.places.depot
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.side)
        body.addWidget(map_widget, 1)

    def _join(self) -> None:
        self.unit.activated.connect(lambda _index: self._chosen())
        self.status.wanted.connect(self.acts.set_status)
        self.orders.answered.connect(self.acts.answer)
        self.words.said.connect(self.acts.say_words)
        self.words.written.connect(self.acts.say_line)
        self.words.attach.connect(self.acts.ask_photo)
        self.team.named.connect(self.acts.name_team)
        self.team.given.connect(self.acts.give_task)
        self.team.ended.connect(self.acts.end_task)
        self.situation.reported.connect(self.acts.report)
        self.mayday.held.connect(self.acts.call_mayday)
        self.here.clicked.connect(self.whereabouts.by_hand)
        self.hospital.clicked.connect(self.show_hospital)
        self.depot.clicked.connect(self.show_depot)
        self._join_sketches()
        for button, act_ in (
            (self.side.undo, self.seat.undo),
            (self.side.night, self.turn_night),
            (self.side.saving, self.saver.turn),
            (self.side.lock, self.lock.lock),
            (self.side.alarm.hand, lambda: self.acts.take_in_hand(self.side.alarm.alarm)),
            (self.laptop.language, self.turn_language),
            (self.laptop.guide, self.aside.open_guide),
            (self.laptop.faults, partial(self.aside.open_faults, self.seat, self.services.faults)),
            (self.places.track, self.acts.ask_track),
            (self.layers.legend, partial(self.aside.open_legend, self.seat, self._layers)),
        ):
            button.clicked.connect(partial(_call, act_))
        self.watch.changed.connect(self._show_alarms)
        self.saver.changed.connect(self._show_power)
        self.seat.noticed.connect(self._noticed)
        self.seat.changed.connect(self._on_changes)
        self.seat.ticked.connect(self._tick)
        self.seat.look.changed.connect(self.retranslate)
        bind_keys(self)

    def _join_sketches(self) -> None:
        self.sketch.draw.connect(self.draw)
        self.sketch.here.connect(self.draw_here)
        for signal, act in (
            (self.sketch.move_wanted, self.pen.move),
            (self.sketch.corners, self.pen.corners),
            (self.sketch.remove, self.pen.remove),
            (self.sketch.close_roads, self.pen.close_roads),
        ):
            signal.connect(partial(self._with_sketch, act))
        self.map_view.clicked.connect(self._clicked)

    # what the app calls

    def open(self) -> None:
        """Show it, with the keyboard in the choice of the unit. Needs the running loop."""
        self.show()
        self.unit.setFocus()
        self.acts.stand_with(self._settings.get(MY_UNIT))

    @property
    def looking(self) -> bool:
        """Return whether something is still being worked out."""
        return False

    def set_sync(self, words: Sentence, level: str) -> None:
        """Say how this computer stands to the others; level is plain, ok, warn or danger."""
        self._sync = (words, level)
        self.side.sync.setText(spoken(words))
        restyle(self.side.sync, "pill", level)

    def take_fix(self, fix: Fix) -> None:
        """Put the unit where the receiver says it is; the way and the map follow with the next second."""
        self.whereabouts.take_fix(fix)

    # what the person does

    def my_unit(self) -> UnitView | None:
        """Return the unit this window is for."""
        chosen = self.unit.currentData()
        return self.seat.desk.picture.unit(Id(chosen)) if chosen else None

    def show_hospital(self) -> None:
        """Show the way to the nearest hospital by road that takes people in."""
        self.nearest.hospital(self.my_unit(), self.place())

    def show_depot(self) -> None:
        """Show the way to the nearest depot by road."""
        self.nearest.depot(self.my_unit(), self.place())

    def draw(self) -> None:
        """Draw on the map what the card says."""
        self.pen.draw(self._wish())

    def draw_here(self) -> None:
        """Put what the card says where the unit is."""
        at = self.place()
        if at is None:
            self.seat.notice(Level.REFUSED, NO_POSITION)
        else:
            self.pen.put(self._wish(), (at,))

    def _wish(self) -> Wish:
        unit = self.my_unit()
        return self.sketch.wish(self.seat.now_ms(), unit.incident if unit is not None else None)

    def _with_sketch(self, act: Callable[[SketchView], object]) -> None:
        chosen = self.seat.desk.picture.sketch(Id(str(self.sketch.chosen.currentData() or "")))
        if chosen is not None:
            act(chosen)

    def turn_night(self) -> None:
        """Red night or light of day, whichever it is not; remembered."""
        look = self.seat.look
        look.apply("light" if look.tokens.name == "night" else "night")
        self._settings.put("theme", look.tokens.name)

    def turn_language(self) -> None:
        """Speak the other language; remembered."""
        if self._language is not None:
            self._language.use("en" if self._language.code != "en" else "zh_CN")
            self._settings.put("language", self._language.code)
            self.common.refresh()

    def retranslate(self) -> None:
        """Say every text."""
        standing = self._standing
        self.side.mode.setText(tr("EXERCISE") if standing.exercise else tr("LIVE"))
        restyle(self.side.mode, "pill", "warn" if standing.exercise else "ok")
        name_window(self, tr("Field"), self.seat.desk.picture.operation, PROGRAM)
        cards = (self.places, self.words, self.team, self.situation, self.sketch, self.layers, self.turns, self.stick, self.receiver, self.laptop)
        for part in (self.side, *cards):
            part.retranslate()
        self.map_view.set_language(names_language())
        self.set_sync(*self._sync)
        self._show_power()
        self._show_alarms()
        self._fill_units()
        self._show()

    # how it keeps up

    def place(self) -> LonLat | None:
        """Return where the unit is, as far as this computer knows."""
        return self.whereabouts.place()

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
        self.acts.stand_with(self._settings.get(MY_UNIT))
        self._show()

    def _on_changes(self, _changes: Changes) -> None:
        self._fill_units()
        self._show()

    def _show(self) -> None:
        unit, at, picture = self.my_unit(), self.place(), self.seat.desk.picture
        incident = picture.incident(unit.incident) if unit is not None and unit.incident is not None else None
        if unit is not None and at is not None:
            self.guide.lead(at, incident.at if incident is not None else None, unit.profile)
        self.incident.show_incident(incident, at)
        self.status.show_unit(unit)
        self.turns.show_turns(self.guide.turns)
        orders = open_orders(picture, unit.id) if unit is not None else []
        self.orders.show_orders(orders, unit.id if unit is not None else None)
        self._mark_read(orders, unit)
        self.team.show_team(picture.teams, unit.id if unit is not None else None)
        self.sketch.show_sketches(picture.sketches())
        self.mayday.setEnabled(unit is not None and unit.mayday_ms is None)

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
        self.map_view.show_overlay("my_way", [] if route is None else [OverlayShape("way", "line", (route.points,))])
        self._show()

    def _clicked(self, kind: str, ident: str) -> None:
        if kind.removeprefix("overlay:") in LAYERS:
            self.sketch.choose(Id(ident.removesuffix(".sign")))

    def _concerns(self, alarm: Alarm) -> bool:
        """Return whether an alarm is for a laptop in the field: lives, and what is about its unit or its incident."""
        unit = self.my_unit()
        mine = unit is not None and (alarm.unit == unit.id or (alarm.incident is not None and alarm.incident == unit.incident))
        return alarm.kind in LIVES or mine

    def _show_alarms(self) -> None:
        self.side.alarm.show_alarms(self.watch.alarms)

    def _show_power(self) -> None:
        saver = self.saver
        low = saver.power.on_battery is True and saver.power.percent is not None and saver.power.percent < VERY_LOW_PERCENT
        self.side.say_power(saver.words(), saves=saver.saves, low=low)
        self.common.link.set_saving(saver.saves)

    def _noticed(self, notice: Notice) -> None:
        self.strip.setText(spoken(notice.text))
        restyle(self.strip, "role", "danger" if notice.level in (Level.REFUSED, Level.FAILED) else "ok")
        self.strip.show()
        self._said_until_ms = self.seat.now_ms() + 1000 * SAID_S

    def _tick(self, now_ms: int) -> None:
        self.side.clock.setText(formats.clock(now_ms))
        if now_ms > self._said_until_ms:
            self.strip.hide()
        self.side.position.setText(self.whereabouts.words())
        self._show()

    def fill_screen(self) -> None:
        """Fill the screen, or leave it."""
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def escape(self) -> None:
        """Give up what is being drawn; else leave the full screen."""
        self.pen.stop()
        self.showNormal()

    def closeEvent(self, event: QCloseEvent) -> None:
        """End what runs; tell the app."""
        self.messages.stop()
        self.access.close()
        self.seat.close()
        super().closeEvent(event)
        self.closed.emit()


def _call(act: Callable[[], object], _checked: bool = False) -> None:
    act()
