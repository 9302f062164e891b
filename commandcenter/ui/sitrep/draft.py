"""Drafts a situation report from the picture, in the language in force. No Qt widgets; nothing in it is invented."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from commandcenter.geo.gazetteer.coordinates import format_all
from commandcenter.model.entries import EntryType
from commandcenter.model.ids import Id
from commandcenter.model.words import UnitStatus
from commandcenter.monitor import statistics as figures
from commandcenter.monitor.alarms import alarms
from commandcenter.monitor.statistics import Period
from commandcenter.picture.views import IncidentView, LogLine, UnitView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.ports import DeskPort
from commandcenter.ui.type_names import capability_name, item_name, local_name, type_name
from commandcenter.ui.words import priority_word, state_word

MAJOR_PRIORITY = 2
MAJOR_UNITS = 3
MOST_MAJOR = 20
MOST_LINES = 15
ALL_LINES = 1_000_000


@dataclass(frozen=True, slots=True)
class Part:
    """One numbered part of the report."""

    title: str
    text: str


def draft(desk: DeskPort, period: Period) -> list[Part]:
    """Return the parts of a report over a period, as things stand now."""
    return [
        Part(tr("1. Situation"), _situation(desk, period)),
        Part(tr("2. Major incidents"), _major(desk, period)),
        Part(tr("3. Forces"), _forces(desk)),
        Part(tr("4. Roads"), _roads(desk)),
        Part(tr("5. Supplies"), _supplies(desk)),
        Part(tr("6. What is not settled"), _unsettled(desk)),
        Part(tr("7. Outlook and measures"), ""),
    ]


def _situation(desk: DeskPort, period: Period) -> str:
    incidents = [i for i in desk.picture.incidents() if i.merged_into is None]
    new = [i for i in incidents if period.holds(i.reported_ms)]
    still = [i for i in incidents if i.open]
    ended = [i for i in new if not i.open]
    lines = [
        tr("From {start} to {end}.", start=formats.moment(period.from_ms), end=f"{formats.moment(period.until_ms)} {formats.zone(period.until_ms)}"),
        tr("{new} incidents were reported, {ended} of them have ended; {open} are open now.", new=len(new), ended=len(ended), open=len(still)),
    ]
    kinds = figures.calls_by_type(desk.picture, period)[:5]
    if kinds:
        lines.append(tr("Most frequent: {kinds}.", kinds=formats.listed([f"{type_name(desk.catalogue, code)} {count}" for code, count in kinds])))
    urgent = next((p for p in figures.processing(desk.picture, period) if p.priority == 1), None)
    if urgent is not None:
        share = formats.number(100 * urgent.share)
        lines.append(tr("Of {n} calls with life at risk {share} % were dispatched within 60 s.", n=urgent.count, share=share))
    return "\n".join(lines)


def _major(desk: DeskPort, period: Period) -> str:
    found = [i for i in desk.picture.incidents() if _is_major(i) and (i.open or period.holds(i.reported_ms)) and i.merged_into is None]
    found.sort(key=lambda i: (not i.open, i.priority, i.reported_ms))
    reports = _reports(desk)
    return _lines([_told(desk, incident, reports.get(incident.id, ())) for incident in found], MOST_MAJOR) or tr("None.")


def _is_major(incident: IncidentView) -> bool:
    return incident.priority <= MAJOR_PRIORITY or len(incident.units) >= MAJOR_UNITS or incident.alarm_level > 1


def _reports(desk: DeskPort) -> Mapping[Id, Sequence[str]]:
    """Return what each unit reported last, by incident, oldest first."""
    newest: dict[tuple[Id, Id], LogLine] = {}
    for line in desk.picture.lines(ALL_LINES):
        if line.type == EntryType.SITUATION_REPORTED and line.incident is not None and line.not_counted is None:
            newest.setdefault((line.incident, line.unit or line.actor), line)
    found: dict[Id, list[str]] = defaultdict(list)
    for (incident, _unit), line in sorted(newest.items(), key=lambda pair: pair[1].happened_ms):
        said = tr("{callsign} at {time}: {text}").format(
            callsign=line.summary.get("callsign") or line.actor_name,
            time=formats.clock(line.happened_ms, seconds=False),
            text=line.summary.get("text") or "–",
        )
        found[incident].append(said)
    return found


def _told(desk: DeskPort, incident: IncidentView, reports: Sequence[str]) -> str:
    """Return one incident in one line: number, what, where, since when, state, who is there and in danger, what was said first and last."""
    units = formats.listed(sorted(unit.callsign for unit in _there(desk, incident)))
    head = tr(
        "{number} {kind}, {place}, {time}: {state}, {priority}.",
        number=incident.number,
        kind=incident.name or type_name(desk.catalogue, incident.type),
        place=incident.address or format_all(incident.at)["lat_lon"],
        time=formats.clock(incident.reported_ms, seconds=False),
        state=state_word(incident.state),
        priority=priority_word(incident.priority),
    )
    maydays = [tr("MAYDAY {callsign}.", callsign=unit.callsign) for unit in _there(desk, incident) if unit.mayday_ms is not None]
    return " ".join(part for part in (head, tr("Units: {units}.", units=units) if units else "", *maydays, incident.text, *reports) if part)


def _there(desk: DeskPort, incident: IncidentView) -> list[UnitView]:
    return [unit for ident in incident.units if (unit := desk.picture.unit(ident)) is not None]


def _forces(desk: DeskPort) -> str:
    units = desk.picture.units()
    free = sum(unit.status == UnitStatus.AVAILABLE for unit in units)
    off = sum(unit.status == UnitStatus.OUT_OF_SERVICE for unit in units)
    lines = [tr("{n} units: {free} available, {busy} sent, {off} out of service.", n=len(units), free=free, busy=len(units) - free - off, off=off)]
    owned = {capability for unit in units for capability in unit.capabilities}
    ready = {capability for unit in units if unit.status == UnitStatus.AVAILABLE for capability in unit.capabilities}
    lacking = sorted(capability_name(desk.catalogue, capability) for capability in owned - ready)
    if lacking:
        lines.append(tr("No unit is free that has: {capabilities}.", capabilities=formats.listed(lacking)))
    return "\n".join(lines)


def _roads(desk: DeskPort) -> str:
    now_ms = desk.clock.wall_ms()
    closed = [closure for closure in desk.picture.closures() if closure.in_force(now_ms)]
    lines = [
        tr("{name}: {reason}", name=closure.name or tr("a road"), reason=closure.reason or "–")
        + (" " + tr("(until {time})", time=formats.moment(closure.until_ms)) if closure.until_ms is not None else "")
        for closure in closed
    ]
    return _lines(lines) or tr("No road is closed.")


def _supplies(desk: DeskPort) -> str:
    lines = []
    for depot in desk.picture.depots():
        for item, quantity in sorted(depot.reserved.items()):
            if quantity:
                name, goods = local_name(depot.name, depot.names), item_name(desk.catalogue, item)
                held, free = formats.number(quantity), formats.number(depot.free(item))
                lines.append(tr("{depot}: {n} {goods} promised, {free} free.", depot=name, n=held, goods=goods, free=free))
    return _lines(lines) or tr("Nothing is promised.")


def _unsettled(desk: DeskPort) -> str:
    found = alarms(desk.picture, desk.catalogue, desk.clock.wall_ms())
    return _lines([spoken(alarm.text) for alarm in found]) or tr("Nothing is overdue")


def _lines(lines: Sequence[str], most: int = MOST_LINES) -> str:
    """Return lines below each other; how many are left out is said."""
    rest = len(lines) - most
    return "\n".join([*lines[:most], *([tr("… and {n} more", n=rest)] if rest > 0 else [])])
