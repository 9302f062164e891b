"""The menu on the map: what can be done with the thing, or the place, under the pointer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from commandcenter.geo.gazetteer.coordinates import format_all
from commandcenter.model.commands import AssignUnit, ChangeIncident, ReleaseUnit, ReopenRoad, ReportIncident, SetIncidentState, SetUnitStatus
from commandcenter.model.ids import Id
from commandcenter.model.sentences import say
from commandcenter.model.words import IncidentState, LonLat
from commandcenter.picture.views import ClosureView, IncidentView, UnitView
from commandcenter.ui.command_line.verbs import STATUS_CODES
from commandcenter.ui.command_line.window_lines import NOTATIONS
from commandcenter.ui.frame.act_button import entry_needs
from commandcenter.ui.i18n.closed_words import STATUS_SAID
from commandcenter.ui.i18n.tr import tr
from commandcenter.ui.incident.moving import moved
from commandcenter.ui.leaving import copy_code
from commandcenter.ui.notice import Level
from commandcenter.ui.report.place_field import place_at
from commandcenter.ui.seat import Seat
from commandcenter.ui.type_names import place_name
from commandcenter.ui.words import status_word

MenuPart = Callable[[QMenu, str, str, LonLat], object]
"""Adds to the menu for a kind, id and place (kind and id empty: the bare place) what another panel can do there."""


class MapMenu:
    """Builds menus; what they do goes through the seat."""

    def __init__(
        self, seat: Seat, *, show_incident: Callable[[Id], object], report_at: Callable[[LonLat], object], parts: Sequence[MenuPart] = ()
    ) -> None:
        """Take what opens an incident's recommendation, what starts a report at a place, and what others add to menus."""
        self._parts = parts
        self._seat = seat
        self._show_incident, self._report_at = show_incident, report_at

    def menu_for(self, kind: str, ident: str, at: LonLat) -> QMenu:
        """Return the menu for a thing (kind and id empty: the bare place); the caller shows and deletes it."""
        menu = QMenu()
        picture = self._seat.desk.picture
        incident = picture.incident(Id(ident)) if kind == "incident" else None
        unit = picture.unit(Id(ident)) if kind in ("unit", "route") else None
        closure = picture.closure(Id(ident)) if kind == "closure" else None
        if incident is not None:
            self._of_incident(menu, incident)
        elif unit is not None:
            self._of_unit(menu, unit)
        elif closure is not None:
            self._of_closure(menu, closure)
        self._of_place(menu, at)
        for part in self._parts:
            part(menu, kind, ident, at)
        return menu

    def _of_incident(self, menu: QMenu, incident: IncidentView) -> None:
        seat, number = self._seat, incident.number
        _add(menu, tr("Incident {number}: who should go", number=number), lambda: self._show_incident(incident.id), f"rec {number}")
        free = seat.desk.picture.unit(seat.unit) if seat.unit else None
        if free is not None and free.incident is None:
            sending = _add(
                menu,
                tr("Send {callsign} to {number}", callsign=free.callsign, number=number),
                lambda: self._send(free, incident),
                _send_line(free, incident),
            )
            entry_needs(menu, sending, seat, AssignUnit)
        allowed = seat.desk.catalogue.rules.incident_next[incident.state]
        steps = (
            (IncidentState.UNDER_CONTROL, "control", tr("Under control"), say("{number} is under control", number=number)),
            (IncidentState.CLOSED, "close", tr("Close {number}", number=number), say("{number} closed", number=number)),
        )
        for state, verb, words, said in steps:
            if state in allowed:
                step = _add(menu, words, partial(seat.perform, SetIncidentState(incident.id, state), said=said), f"{verb} {number}")
                entry_needs(menu, step, seat, SetIncidentState)
        menu.addSeparator()

    def _of_unit(self, menu: QMenu, unit: UnitView) -> None:
        seat = self._seat
        chosen = seat.desk.picture.incident(seat.incident) if seat.incident else None
        if chosen is not None and chosen.open and unit.incident is None:
            words = tr("Send {callsign} to {number}", callsign=unit.callsign, number=chosen.number)
            entry_needs(menu, _add(menu, words, lambda: self._send(unit, chosen), _send_line(unit, chosen)), seat, AssignUnit)
        statuses = menu.addMenu(tr("{callsign}: status", callsign=unit.callsign))
        for status in seat.desk.catalogue.rules.unit_next[unit.status]:
            said = say("{units}: {status}", units=unit.callsign, status=STATUS_SAID[status])
            line = f"{unit.callsign} {STATUS_CODES[status]}"
            entry = _add(statuses, status_word(status), partial(seat.perform, SetUnitStatus(unit.id, status), said=said), line)
            entry_needs(statuses, entry, seat, SetUnitStatus)
        if unit.incident is not None:
            where = unit.incident
            there = seat.desk.picture.incident(where)
            _add(menu, tr("Go to its incident"), lambda: self._show_incident(where), f"rec {there.number}" if there is not None else "")
            said = say("{units} released", units=unit.callsign)
            release = _add(menu, tr("End the assignment"), lambda: seat.perform(ReleaseUnit(unit.id), said=said), f"rel {unit.callsign}")
            entry_needs(menu, release, seat, ReleaseUnit)
        menu.addSeparator()

    def _of_closure(self, menu: QMenu, closure: ClosureView) -> None:
        line = f"closure end {closure.name or closure.id}"
        reopen = _add(menu, tr("Open this road again"), lambda: self._seat.perform(ReopenRoad(closure.id), said=say("Road open again")), line)
        entry_needs(menu, reopen, self._seat, ReopenRoad)
        menu.addSeparator()

    def _of_place(self, menu: QMenu, at: LonLat) -> None:
        here = typed_place(at)
        new = _add(menu, tr("New incident here"), lambda: self._report_at(at), f"open {tr('New incident')}")
        entry_needs(menu, new, self._seat, ReportIncident)
        chosen = self._seat.desk.picture.incident(self._seat.incident) if self._seat.incident else None
        if chosen is not None and chosen.open:
            words, line = tr("Move {number} here", number=chosen.number), f"move {chosen.number} {here}"
            moving = _add(menu, words, lambda: self._seat.run(self._move(chosen, at)), line)
            entry_needs(menu, moving, self._seat, ChangeIncident)
        _add(menu, tr("Go to this place"), lambda: self._seat.place_shown.emit(at.lon, at.lat, 17), f"go {here}")
        copy = menu.addMenu(tr("Copy the coordinates"))
        for notation in NOTATIONS:
            text = format_all(at)[notation]
            if text:
                _add(copy, text, partial(copy_text, self._seat, text), f"copy {notation} {here}")

    async def _move(self, incident: IncidentView, at: LonLat) -> None:
        place = await place_at(self._seat, at)
        said = say("{number} moved to {place}", number=incident.number, place=place.proper)
        await self._seat.submit(moved(incident.id, at, place_name(place)), said=said)

    def _send(self, unit: UnitView, incident: IncidentView) -> None:
        said = say("{units} sent to {number}", units=unit.callsign, number=incident.number)
        self._seat.perform(AssignUnit(incident.id, unit.id), said=said)


def typed_place(at: LonLat) -> str:
    """Return a place as one types it into a line."""
    return f"{at.lat:.5f}, {at.lon:.5f}"


def _send_line(unit: UnitView, incident: IncidentView) -> str:
    return f"d {incident.number} {unit.callsign}"


def copy_coordinates(seat: Seat, at: LonLat, notation: str) -> None:
    """Put a place's coordinates into the clipboard and say so."""
    copy_text(seat, format_all(at)[notation])


def copy_text(seat: Seat, text: str) -> None:
    """Put a text into the clipboard and say so."""
    copy_code(text)
    seat.notice(Level.DONE, say("Copied: {text}", text=text))


def _add(menu: QMenu, words: str, act: Callable[[], object], line: str) -> QAction:
    """Add an entry; beside it the line that does the same."""
    action = menu.addAction(f"{words}\t{line}")
    action.triggered.connect(lambda _checked=False: act())
    return action
