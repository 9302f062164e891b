"""The search window: sectors on the map, what planners think, teams and their sweeps, and what to search next."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter

from commandcenter.dispatch.search.advice import Next, next_sectors, planned_coverage
from commandcenter.dispatch.search.probability import SearchState, SectorState, state_of
from commandcenter.dispatch.search.rings import grid
from commandcenter.model.commands import AddSectors, AssignUnit, BeginSearch, Command, EndSearch, EndSweep
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat
from commandcenter.picture.searches import SearchView, SweepView
from commandcenter.ui.frame.context import DeskContext
from commandcenter.ui.frame.parts import button, label
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.logistics_words import logistics_state
from commandcenter.ui.notice import Level
from commandcenter.ui.open_roads import open_roads
from commandcenter.ui.search.rating import RatingLine
from commandcenter.ui.search.rows import next_columns, paper, sector_columns, sweep_columns
from commandcenter.ui.search.tasks import TaskLine
from commandcenter.ui.search.words import percent
from commandcenter.ui.tables.hand import Hand
from commandcenter.ui.tables.page import Field, NoticeLine, NumberEdit, Page
from commandcenter.ui.tables.view import Table


class SearchWindow(Page):
    """Follows the incident that is being worked on."""

    def __init__(self, context: DeskContext) -> None:
        """Work at a seat; the chosen sector is marked on the map."""
        super().__init__()
        self._context, self._seat = context, context.seat
        self._hand = Hand(self._seat, self)
        self._state: SearchState | None = None
        self._task: asyncio.Task[object] | None = None
        self.head, self.figure, self.method = label("large", wrap=True), label("muted", wrap=True), label("faint", wrap=True)
        self.begin, self.draw, self.draw_area = button("primary"), button(), button()
        self.cell_m, self.paper, self.csv, self.end = NumberEdit("250"), button(), button(), button()
        self.call_off = button()
        self.cell_field = Field(self.cell_m, 70)
        self.rating, self.task = RatingLine(), TaskLine()
        self.sectors: Table[SectorState] = Table(self._seat.look, sector_columns(self._seat, self.rating.weights), lambda s: s.sector.id)
        self.sweeps: Table[SweepView] = Table(self._seat.look, sweep_columns(self._seat), lambda w: w.id)
        self.advice: Table[Next] = Table(self._seat.look, next_columns(), lambda n: n.sector)
        self.hours, self.ended = NumberEdit(), button()
        self.hours_field = Field(self.hours, 80)
        self._lay_out()
        self._join()
        self.resize(1180, 860)
        self.retranslate()

    def _lay_out(self) -> None:
        self.line(self.head, 1)
        self.line(self.begin, self.draw, self.draw_area, self.cell_field, 1, self.csv, self.paper, self.end, self.call_off)
        self.box.addWidget(self.figure)
        parts = QSplitter(Qt.Orientation.Vertical)
        for table in (self.sectors, self.sweeps, self.advice):
            parts.addWidget(table)
        parts.setSizes([320, 150, 170])
        self.box.addWidget(self.rating)
        self.box.addWidget(parts, 1)
        self.box.addWidget(self.task)
        self.line(self.hours_field, self.ended, 1)
        self.notice = NoticeLine(self._seat)
        self.box.addWidget(self.notice)
        self.box.addWidget(self.method)

    def _join(self) -> None:
        seat = self._seat
        self.begin.clicked.connect(lambda: self._hand.run(self._begin()))
        self.draw.clicked.connect(lambda: self._hand.run(self._draw(whole_area=False)))
        self.draw_area.clicked.connect(lambda: self._hand.run(self._draw(whole_area=True)))
        self.paper.clicked.connect(self.print_paper)
        self.csv.clicked.connect(self.write_table)
        self.end.clicked.connect(lambda: self._hand.run(self._end(found=True)))
        self.call_off.clicked.connect(lambda: self._hand.run(self._end(found=False)))
        self.rating.weighed.connect(self._weigh)
        self.rating.keep.clicked.connect(lambda: self._hand.run(self._rate(by_distance=False)))
        self.rating.use_distances.clicked.connect(lambda: self._hand.run(self._rate(by_distance=True)))
        self.task.advise.clicked.connect(self.think)
        self.task.send.clicked.connect(lambda: self._hand.run(self._send()))
        self.advice.activated.connect(lambda _index: self._take_advice())
        self.ended.clicked.connect(lambda: self._hand.run(self._end_sweep()))
        self.hours.returnPressed.connect(self.ended.click)
        self.sectors.chosen.connect(self._mark)
        self.sectors.activated.connect(lambda _index: self._show_on_map())
        QShortcut(QKeySequence("Esc"), self, self.close)
        seat.incident_chosen.connect(self._incident_chosen)
        seat.unit_chosen.connect(self._unit_chosen)
        seat.changed.connect(self._on_changes)

    def search(self) -> SearchView | None:
        """Return the search of the chosen incident, the open one first, else the last one that ended."""
        found = [s for s in self._seat.desk.picture.searches.searches() if s.incident == self._seat.incident]
        return next((s for s in found if s.state == "open"), found[-1] if found else None)

    def reload(self) -> None:
        """Show the search as it stands."""
        search, incident = self.search(), self._seat.desk.picture.incident(self._seat.incident) if self._seat.incident else None
        self._state = state_of(search) if search is not None else None
        name = f"#{incident.number} {incident.address}" if incident is not None else ""
        self.head.setText(tr("Search: {incident}", incident=name) if name else tr("Choose an incident in the desk's window"))
        open_ = search is not None and search.state == "open"
        self.begin.setVisible(not open_)
        self.begin.setEnabled(incident is not None and incident.open)
        for part in (self.draw, self.draw_area, self.end, self.call_off, self.rating, self.task, self.ended):
            part.setEnabled(open_)
        for part in (self.paper, self.csv):
            part.setEnabled(search is not None)
        self.sectors.show_rows(self._state.sectors if self._state is not None else [])
        sweeps = [w for sector in search.sectors for w in sector.sweeps] if search is not None else []
        self.sweeps.show_rows(sorted(sweeps, key=lambda w: (not w.running, -w.begun_ms, w.id)))
        self.rating.say_planners(search)
        self._say_figure(search)
        self._mark()

    def think(self) -> None:
        """Work out what the chosen team should search next, away from the window."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._hand.run(self._think())

    def retranslate(self) -> None:
        """Say every text."""
        for made, text in (
            (self.begin, tr("Begin a search")),
            (self.draw, tr("Draw a sector …")),
            (self.draw_area, tr("Grid over an area …")),
            (self.paper, tr("Print")),
            (self.csv, tr("Save as CSV")),
            (self.end, tr("Found in this sector")),
            (self.call_off, tr("Call the search off")),
            (self.ended, tr("Sweep ended")),
        ):
            made.setText(text)
        self.cell_field.say(tr("Cell (m)"))
        self.hours_field.say(tr("Hours searched"), "3")
        self.sectors.name_it(tr("Sectors"), tr("No sectors yet"), tr("Draw one, or lay a grid over an area."), "vector-square")
        self.sweeps.name_it(tr("Sweeps"), tr("No team has been sent"))
        self.advice.name_it(tr("What to search next"), tr("Choose a team and press What next"))
        self.task.offer(self._seat.desk.picture, self._seat.unit)
        self.method.setText(
            tr(
                "POA: consensus of planners (Mattson 1976). POD = 1 − exp(−C), C = sweep width × way searched ÷ area (Koopman 1946); "
                "sweep width from the range of detection (Koester et al. 2014). POS adds up over all sweeps; the rest is shared by Bayes' rule."
            )
        )
        self.reload()

    def print_paper(self) -> None:
        """Print sectors and sweeps."""
        search, state = self.search(), self._state
        if search is not None and state is not None:
            tables = {tr("Sectors"): self.sectors.rows.texts(), tr("Sweeps"): self.sweeps.rows.texts()}
            about = self.head.text()
            self._seat.paper_wanted.emit(lambda made: paper(made, about, state, tables))

    def write_table(self) -> None:
        """Write the sectors as a CSV file."""
        self._seat.table_wanted.emit("search", self.sectors.rows.texts())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Mark no sector any more; those of the search stay on the map."""
        self._seat.sector_marked.emit("")
        super().closeEvent(event)

    async def _begin(self) -> None:
        if self._seat.incident is None:
            raise Refused("No incident is chosen")
        await self._submit(BeginSearch(self._seat.incident), say("Search begun"))

    async def _draw(self, *, whole_area: bool) -> None:
        cell_m = self.cell_m.real()
        self._context.drawing.ask("polygon", lambda shape: self._hand.run(self._drawn(shape, cell_m if whole_area else None)))
        self._seat.notice(Level.HINT, say("Draw the corners on the map; Enter there ends it, Esc gives up."))

    async def _drawn(self, ring: tuple[LonLat, ...], cell_m: float | None) -> None:
        search = self._open()
        sectors = grid(ring, cell_m) if cell_m is not None else [(str(len(search.sectors) + 1), ring)]
        taken = {sector.name for sector in search.sectors}
        free = [(name if name not in taken else f"{name}-{len(search.sectors) + n}", shape) for n, (name, shape) in enumerate(sectors)]
        await self._submit(AddSectors(search.id, tuple(free)), say("{n} sectors added", n=len(free)))

    async def _rate(self, *, by_distance: bool) -> None:
        search = self._open()
        incident = self._seat.desk.picture.incident(search.incident)
        command = self.rating.by_distance(search, incident.at) if by_distance and incident is not None else self.rating.command(search)
        await self._submit(command, say("Rating of {planner} kept", planner=command.planner))
        self.rating.weights.clear()
        self.reload()

    async def _send(self) -> None:
        sector = self.sectors.current()
        if sector is None:
            raise Refused("No sector is chosen.")
        picture, search = self._seat.desk.picture, self._open()
        unit, task = self.task.team(picture), self.task.command(sector.sector.id, picture)
        sent: tuple[Command, ...] = () if unit.incident is not None else (AssignUnit(search.incident, unit.id, "search"),)
        said = say("{callsign} searches sector {name}", callsign=unit.callsign, name=sector.sector.name)
        await self._seat.submit(*sent, task, said=said)

    async def _end_sweep(self) -> None:
        sweep = self.sweeps.current()
        if sweep is None:
            raise Refused("No sweep is chosen.")
        await self._submit(EndSweep(sweep.id, self.hours.real()), say("Sweep ended"))
        self.hours.clear()

    async def _end(self, *, found: bool) -> None:
        search, sector = self._open(), self.sectors.current() if found else None
        if found and sector is None:
            raise Refused("No sector is chosen.")
        said = say("Found in sector {name}", name=sector.sector.name) if sector is not None else say("Search called off")
        await self._submit(EndSearch(search.id, sector.sector.id if sector is not None else None), said)

    async def _submit(self, command: Command, said: Sentence) -> None:
        await self._seat.submit(command, said=said)

    async def _think(self) -> None:
        desk, state = self._seat.desk, self._state
        if state is None:
            return
        unit, effort = self.task.team(desk.picture), self.task.effort()
        position = desk.tracks.latest().get(unit.id)
        at = position.at if position is not None else unit.at
        roads = open_roads(desk)
        taken = planned_coverage(state.sectors)
        self.advice.show_rows(await asyncio.to_thread(next_sectors, state, at, unit.profile, effort, taken, roads))

    def _weigh(self, text: str) -> None:
        """Put a weight beside the chosen sector and go on to the next."""
        place = self.sectors.currentIndex().row()
        sector = self.sectors.current()
        if sector is not None and text:
            self.rating.weights[sector.sector.id] = text
            self.sectors.setCurrentIndex(self.sectors.rows.index(min(place + 1, len(self.sectors.rows.rows) - 1), 0))
            self.sectors.viewport().update()
            self.rating.weight.selectAll()

    def _take_advice(self) -> None:
        advice = self.advice.current()
        if advice is not None:
            self.sectors.choose(advice.sector)

    def _show_on_map(self) -> None:
        sector = self.sectors.current()
        if sector is not None:
            self._seat.place_shown.emit(sector.sector.ring[0].lon, sector.sector.ring[0].lat, 15)

    def _mark(self) -> None:
        sector = self.sectors.current()
        self._seat.sector_marked.emit(sector.sector.id if sector is not None else "")

    def _say_figure(self, search: SearchView | None) -> None:
        if search is None or self._state is None:
            self.figure.setText("")
            return
        said = tr(
            "Probability of success so far: {pos}. Outside all sectors: {outside}.",
            pos=percent(self._state.pos),
            outside=percent(self._state.outside),
        )
        self.figure.setText(said if search.state == "open" else f"{said} {logistics_state(search.state)}")

    def _open(self) -> SearchView:
        search = self.search()
        if search is None or search.state != "open":
            raise Refused("There is no open search for this incident.")
        return search

    def _incident_chosen(self, _incident: str) -> None:
        self.reload()

    def _unit_chosen(self, unit: str) -> None:
        self.task.offer(self._seat.desk.picture, Id(unit) if unit else None)

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.of(kind) for kind in (Kind.SEARCH, Kind.SECTOR, Kind.SWEEP)):
            self.reload()
