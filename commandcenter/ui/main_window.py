"""The main window: puts the panels where desk users expect them and joins them by the seat."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QStatusBar, QTabWidget, QWidget

from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence
from commandcenter.model.words import LonLat
from commandcenter.ui.alarms.called import CalledPill
from commandcenter.ui.alarms.sound import Sounder
from commandcenter.ui.alarms.watch import AlarmWatch
from commandcenter.ui.automatic.bar import CountdownBar
from commandcenter.ui.automatic.sender import AutomaticSender
from commandcenter.ui.catalogue.follow import CatalogueFollower
from commandcenter.ui.command_line.bar import CommandBar
from commandcenter.ui.command_line.history import History
from commandcenter.ui.command_line.places import PlaceFinder
from commandcenter.ui.data.access import AccessNotes
from commandcenter.ui.frame.acts import acts_of, bind_keys
from commandcenter.ui.frame.arrangement import arrange, show_whole_tabs
from commandcenter.ui.frame.beside import Beside
from commandcenter.ui.frame.compact import LEAST, Compact, ThingTabs
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.dock import dock_for
from commandcenter.ui.frame.joining import join
from commandcenter.ui.frame.layout_memory import LayoutMemory, fitting, rooms
from commandcenter.ui.frame.lines import window_words
from commandcenter.ui.frame.menu import DeskMenu
from commandcenter.ui.frame.motion import Motion
from commandcenter.ui.frame.overlay import KeysOverlay
from commandcenter.ui.frame.panels import DeskPanels
from commandcenter.ui.frame.printing import Printing
from commandcenter.ui.frame.strip import Strip
from commandcenter.ui.frame.titles import PROGRAM, name_window
from commandcenter.ui.frame.typing_guard import typing_outside
from commandcenter.ui.header.bar import Header, Standing, standing_words
from commandcenter.ui.help.chapters import PLACE
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.incident.panel import RECOMMEND
from commandcenter.ui.layers.choice import LayerChoice
from commandcenter.ui.lock.choice import DESK_MIN
from commandcenter.ui.lock.keeper import ScreenLock
from commandcenter.ui.map_drawing import MapDrawing
from commandcenter.ui.map_link import MapLink, MapPort
from commandcenter.ui.map_menu import MapMenu
from commandcenter.ui.ports import DeskPort, DraftStore, MemoryDrafts, Services, Settings
from commandcenter.ui.prints.paper_file import size_called
from commandcenter.ui.prints.papers import Printer
from commandcenter.ui.reach.cover_watch import CoverWatch
from commandcenter.ui.report.ringing import RingingPill
from commandcenter.ui.seat import Seat
from commandcenter.ui.theme.look import Look
from commandcenter.ui.type_names import language as names_language


class MainWindow(QMainWindow):
    """The desk's window. Qt thread, inside a running asyncio loop.

    Signals:
        closed(): the window is going; the app ends.
        failed(object): a fault of ours; the exception.
        wall_wanted(), regions_wanted(), past_wanted(): the app is to open the wall view, the choice of region and operator, the look back.
    """

    closed = Signal()
    wall_wanted = Signal()
    regions_wanted = Signal()
    past_wanted = Signal()
    failed = Signal(object)

    def __init__(
        self,
        desk: DeskPort,
        map_view: QWidget | MapPort,
        settings: Settings,
        *,
        look: Look,
        language: Language,
        standing: Standing,
        actor: Id,
        home: LonLat | None = None,
        prints: Path | None = None,
        drafts: DraftStore | None = None,
        services: Services | None = None,
    ) -> None:
        """Build the window.

        `map_view` is a widget that is also a `MapPort`; `look` and `language` are already applied; `home` is
        where searches look first before the map was moved; `prints` is the folder for
        papers (else the documents folder); `drafts` keeps half-taken calls; `services` are what only the app can give.
        """
        super().__init__()
        self.settings, self.look, self.language = settings, look, language
        self.seat = Seat(desk, look, actor)
        self.seat.go_with(self)
        self.seat.failed.connect(self.failed)
        self._near = home
        self.map_view: MapPort = map_view  # type: ignore[assignment] # both in one
        finder = PlaceFinder(desk.gazetteer, lambda: self._near)
        layers, drawing = LayerChoice(settings, parent=self.seat), MapDrawing(self.map_view, self.seat)
        self.context = DeskContext(self.seat, settings, finder, self.map_view, services or Services(), layers, drawing)
        self._make_panels(drafts or MemoryDrafts())
        self._make_frame(standing, prints)
        self._build(map_view)  # type: ignore[arg-type] # both in one
        self.map_link = MapLink(self.seat, self.map_view, self.context.layers)
        parts = self.context.menu_parts
        self.map_actions = MapMenu(self.seat, show_incident=self.show_incident, report_at=self._report_at, parts=parts)
        join(self)
        bind_keys(self, self.acts)
        self.retranslate()

    def _make_panels(self, drafts: DraftStore) -> None:
        self.cover = CoverWatch(self.seat)
        self.watch = AlarmWatch(self.seat, falls=self.cover.found)
        self.cover.changed.connect(self.watch.look)
        self.sounder = Sounder(self.watch, self.context.services.sound)
        self.lock = ScreenLock(self, self.seat, self.watch, self.context.services.identity, self.settings, usual_min=DESK_MIN)
        self.panels = DeskPanels(self.context, drafts, self.watch, self.sounder)
        self.queue, self.incident, self.board, self.log = self.panels.queue, self.panels.incident, self.panels.board, self.panels.log
        self.closures, self.depots, self.conflicts = self.panels.closures, self.panels.depots, self.panels.conflicts
        self.docks: dict[str, QDockWidget] = {
            name: dock_for(panel, name, self.seat.desk.picture.operation) for name, panel in self.panels.all().items()
        }
        self.beside = Beside(self.context, self)
        self.automatic = AutomaticSender(self.seat, self._attended)
        self.countdown = CountdownBar(self.seat, self.automatic)
        self.incident.put_above(self.countdown)
        self.access = AccessNotes(self.seat)
        self.catalogue = CatalogueFollower(self.seat, self.context.services.catalogue)

    def _attended(self) -> bool:
        """Return whether somebody can see the screen."""
        return not self.lock.locked

    def _make_frame(self, standing: Standing, prints: Path | None) -> None:
        history = History(self.settings.get("command_history").split("\n"))
        self.command_bar = CommandBar(self.seat, self.context.finder, history, partial(window_words, self))
        self.motion = Motion(self.settings, self.map_view)
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = prints or Path(documents) / "commandcenter"
        paper = size_called(self.settings.get("paper"))
        self.printer = Printer(self.seat, lambda: self.header.standing, folder, paper, self.map_view.tiles)
        self.printing = Printing(self)
        self.overlay: KeysOverlay = KeysOverlay(self)
        self.strip = Strip(self.seat, self.settings)
        self.acts: Mapping[str, Callable[[], object]] = acts_of(self)
        self.menu = DeskMenu(self.docks, self.acts, self.motion, self._chosen_looks, lambda: self.header.folded_words, self)
        self.tabs = ThingTabs(self.docks)
        self.header = Header(self.seat, standing, self.command_bar, self.menu, self.watch, self.tabs)
        self.rings = RingingPill(self.seat, self.incident.report.ringing)
        self.called = CalledPill(self.seat, self.watch)
        self.header.put_beside_line(self.incident.parked, self.incident.callbacks, self.rings, self.called)
        self.memory = LayoutMemory(self, self.settings)

    def _chosen_looks(self) -> tuple[str, str, str]:
        return self.look.tokens.name, self.language.code, self.printer.size

    def _build(self, map_widget: QWidget) -> None:
        self.setObjectName("desk")
        self.setMinimumSize(LEAST)
        self.setMenuWidget(self.header)
        self._map_widget = map_widget
        for part, place in ((map_widget, "map"), (self.command_bar, "command_line"), (self.incident.report, "call")):
            part.setProperty(PLACE, place)
        self.setCentralWidget(map_widget)
        self.compact = Compact(self, map_widget, self.docks, self.tabs, self.memory)
        status = QStatusBar()
        status.setSizeGripEnabled(False)
        status.setContentsMargins(0, 0, 0, 0)
        status.addPermanentWidget(self.strip, 1)
        self.setStatusBar(status)
        self.setDockNestingEnabled(True)
        self.setTabPosition(Qt.DockWidgetArea.BottomDockWidgetArea, QTabWidget.TabPosition.North)
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            self.setCorner(corner, Qt.DockWidgetArea.BottomDockWidgetArea)
        self.resize(fitting(QSize(1440, 900), rooms()))

    def open(self) -> None:
        """Show the window where it was last time, with the worst incident chosen. Needs the running loop."""
        arrange(self, self.docks)
        self.memory.restore()
        show_whole_tabs(self)
        self.compact.look()
        self.show()
        self.queue.list.setFocus()
        if self.queue.rows.rowCount():
            self.queue.list.setCurrentIndex(self.queue.rows.index(0))
        self.catalogue.look()

    @property
    def looking(self) -> bool:
        """Return whether a recommendation is still being worked out."""
        return self.incident.recommend.looking

    def retranslate(self) -> None:
        """Say the window's own name; panels follow by themselves."""
        name_window(self, PROGRAM, self.seat.desk.picture.operation, standing_words(self.header.standing))

    def set_sync(self, words: Sentence, level: str, details: tuple[Sentence, ...] = ()) -> None:
        """Say in the header how this desk stands to the others; level is plain, ok, warn or danger; the tooltip adds the details."""
        self.header.set_sync(words, level, details)

    def show_sync(self) -> None:
        """Say in the header and the log how far the other desks are."""
        sync = self.context.services.sync
        if sync is not None:
            links = sync.links()
            self.set_sync(links.sentence, links.level, links.details)
            self.seat.acknowledged.emit()

    def focus_panel(self, name: str) -> None:
        """Bring a panel to the front and give it the keyboard."""
        self.bring_up(name)
        self.panels.all()[name].focus_target().setFocus()

    def new_incident(self) -> bool:
        """Open the form for a new incident; return whether it is free for one."""
        self.bring_up("incident")
        return self.incident.take_report()

    def park(self) -> None:
        """Put the half-taken call aside."""
        if self.incident.reporting:
            self.incident.report.park()

    def undo_last(self) -> asyncio.Task[object]:
        """Compensate the operator's last action."""
        return self.seat.undo()

    def draw_closure(self, kind: str, reason: str = "") -> None:
        """Let the person draw a closure on the map; without a reason the form asks for it."""
        self.closures.expect(reason)
        if not reason:
            self.bring_up("closures")
        self.context.drawing.ask(kind, self.closures.take_shape, self.closures.drawing_ended)

    def close_street(self, street: str, reason: str) -> None:
        """Show what closes with a street's name; Enter there closes it."""
        self.bring_up("closures")
        self.closures.seek(street, reason)

    def print_paper(self, name: str, incident: Id | None = None) -> asyncio.Task[object]:
        """Write a paper as PDF: report, 201, 209, 214, 309 (of an incident, else of the chosen one) or log."""
        return self.seat.run(self.printing.write_paper(name, incident))

    async def write_paper(self, name: str, incident: Id | None = None) -> Sentence:
        """Write a paper, say in the strip what came of it, and return that. Raises `Refused` and `KnownError`."""
        return await self.printing.write_paper(name, incident)

    def stop_work(self) -> None:
        """Stop what the strip shows to be under way."""
        self.strip.working.stop()

    def use_theme(self, name: str) -> None:
        """Put a theme in force and remember it."""
        self.look.apply(name)
        self.settings.put("theme", name)

    def use_language(self, code: str) -> None:
        """Speak another language and remember it."""
        self.language.use(code)
        self.settings.put("language", code)
        self.map_view.set_language(names_language())
        self.map_link.refresh()
        self.retranslate()

    def reset_layout(self) -> None:
        """Put every panel back where it was at first."""
        self.memory.forget()
        arrange(self, self.docks)
        self.compact.refold()

    def hide_panel(self) -> None:
        """Hide the panel that has the keyboard; the queue gets it."""
        for name, dock in self.docks.items():
            if dock.isAncestorOf(QApplication.focusWidget() or self):
                dock.hide()
                self.focus_panel("queue") if name != "queue" and not self.compact.folded else self.focus_command_line()
                return

    def show_tab(self, tab: int) -> None:
        """Show one page of the incident panel."""
        self.bring_up("incident")
        self.incident.show_tab(tab)

    def focus_map(self) -> None:
        """Give the map the keyboard."""
        self.show_map()
        self._map_widget.setFocus()

    def focus_incident(self) -> None:
        """Show the recommendation of the incident being worked on, with the keyboard in it."""
        self.bring_up("incident")
        self.incident.show_tab(RECOMMEND)

    def choose(self, incident: Id) -> None:
        """Make an incident the one being worked on, and show where it is."""
        self.seat.choose_incident(incident)
        view = self.seat.desk.picture.incident(incident)
        if view is not None:
            self.map_view.fly_to(view.at, None)

    def take_up(self, incident: str) -> None:
        """Go on with the incident that a report has opened."""
        self.incident.end_report()
        self.choose(Id(incident))
        if not typing_outside(self.incident):  # the log took its time; who went on to another field stays there
            self.focus_incident()

    def leave_report(self) -> None:
        """Show the incident again in place of the report."""
        self.incident.end_report()
        self.queue.list.setFocus()

    def take_click(self, lon: float, lat: float) -> None:
        """Put the place that was clicked on the map into the report."""
        if self.incident.reporting:
            self.incident.report.put_place(LonLat(lon, lat))

    def open_map_menu(self, kind: str, ident: str, lon: float, lat: float) -> None:
        """Open the menu of what was clicked on the map."""
        menu = self.map_actions.menu_for(kind, ident, LonLat(lon, lat))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(QCursor.pos())

    def show_incident(self, incident: Id) -> None:
        """Work on an incident: show it, with the keyboard in its recommendation."""
        self.choose(incident)
        self.focus_incident()

    def _report_at(self, at: LonLat) -> None:
        if self.new_incident():
            self.incident.report.put_place(at)

    def focus_command_line(self) -> None:
        """Give the command line the keyboard, what stands in it marked."""
        self.activateWindow()
        self.command_bar.setFocus()
        self.command_bar.selectAll()

    def bring_up(self, name: str) -> None:
        """Bring a panel to the front; the keyboard stays where it is."""
        dock: QDockWidget = self.docks[name]
        dock.show()
        dock.raise_()
        self.compact.show(name)

    def show_map(self) -> None:
        """Bring the map into sight; the keyboard stays where it is."""
        self.compact.to_map()

    def fold(self, folded: bool) -> None:
        """There is little room now, or enough again."""
        self.header.fold(folded=folded)
        self.strip.fold(folded=folded)
        if not folded:
            if not self.memory.put_panels():
                arrange(self, self.docks)
            show_whole_tabs(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where there is little room."""
        super().resizeEvent(event)
        self.compact.look_soon()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout and the command history; tell the app."""
        self.memory.save()
        self.beside.close_all()
        self.settings.put("command_history", "\n".join(self.command_bar.history.lines))
        self.access.close()
        self.seat.close()
        super().closeEvent(event)
        self.closed.emit()
