"""Drafts a situation report from the picture, in the language in force. No Qt widgets; nothing in it is invented."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.model.words import UnitStatus
from commandcenter.monitor import statistics as figures
from commandcenter.monitor.alarms import alarms
from commandcenter.monitor.statistics import Period
from commandcenter.picture.views import IncidentView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.ports import DeskPort
from commandcenter.ui.type_names import capability_name, item_name, local_name, type_name
from commandcenter.ui.words import priority_word, state_word

MAJOR_PRIORITY = 2
MAJOR_UNITS = 3
MOST_MAJOR = 20
MOST_LINES = 15


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
        tr("From {start} to {end}.", start=formats.moment(period.from_ms), end=formats.moment(period.until_ms)),
        tr("{new} incidents were reported, {ended} of them have ended; {open} are open now.", new=len(new), ended=len(ended), open=len(still)),
    ]
    kinds = figures.calls_by_type(desk.picture, period)[:5]
    if kinds:
        lines.append(tr("Most frequent: {kinds}.", kinds=_listed([f"{type_name(desk.catalogue, code)} {count}" for code, count in kinds])))
    urgent = next((p for p in figures.processing(desk.picture, period) if p.priority == 1), None)
    if urgent is not None:
        share = formats.number(100 * urgent.share)
        lines.append(tr("Of {n} calls with life at risk {share} % were dispatched within 60 s.", n=urgent.count, share=share))
    return "\n".join(lines)


def _major(desk: DeskPort, period: Period) -> str:
    found = [i for i in desk.picture.incidents() if _is_major(i) and (i.open or period.holds(i.reported_ms)) and i.merged_into is None]
    found.sort(key=lambda i: (not i.open, i.priority, i.reported_ms))
    return "\n".join(_told(desk, incident) for incident in found[:MOST_MAJOR]) or tr("None.")


def _is_major(incident: IncidentView) -> bool:
    return incident.priority <= MAJOR_PRIORITY or len(incident.units) >= MAJOR_UNITS or incident.alarm_level > 1


def _told(desk: DeskPort, incident: IncidentView) -> str:
    """Return one incident in one line: number, what, where, since when, state, who is there, what was said first."""
    units = _listed(sorted(unit.callsign for ident in incident.units if (unit := desk.picture.unit(ident)) is not None))
    head = tr(
        "{number} {kind}, {place}, {time}: {state}, {priority}.",
        number=incident.number,
        kind=incident.name or type_name(desk.catalogue, incident.type),
        place=incident.address,
        time=formats.clock(incident.reported_ms, seconds=False),
        state=state_word(incident.state),
        priority=priority_word(incident.priority),
    )
    return " ".join(part for part in (head, tr("Units: {units}.", units=units) if units else "", incident.text) if part)


def _forces(desk: DeskPort) -> str:
    units = desk.picture.units()
    free = sum(unit.status == UnitStatus.AVAILABLE for unit in units)
    off = sum(unit.status == UnitStatus.OUT_OF_SERVICE for unit in units)
    lines = [tr("{n} units: {free} available, {busy} sent, {off} out of service.", n=len(units), free=free, busy=len(units) - free - off, off=off)]
    owned = {capability for unit in units for capability in unit.capabilities}
    ready = {capability for unit in units if unit.status == UnitStatus.AVAILABLE for capability in unit.capabilities}
    lacking = sorted(capability_name(desk.catalogue, capability) for capability in owned - ready)
    if lacking:
        lines.append(tr("No unit is free that has: {capabilities}.", capabilities=_listed(lacking)))
    return "\n".join(lines)


def _roads(desk: DeskPort) -> str:
    now_ms = desk.clock.wall_ms()
    closed = [closure for closure in desk.picture.closures() if closure.in_force(now_ms)]
    lines = [
        tr("{name}: {reason}", name=closure.name or tr("a road"), reason=closure.reason or "–")
        + (" " + tr("(until {time})", time=formats.moment(closure.until_ms)) if closure.until_ms is not None else "")
        for closure in closed[:MOST_LINES]
    ]
    return "\n".join(lines) or tr("No road is closed.")


def _supplies(desk: DeskPort) -> str:
    lines = []
    for depot in desk.picture.depots():
        for item, quantity in sorted(depot.reserved.items()):
            if quantity:
                name, goods = local_name(depot.name, depot.names), item_name(desk.catalogue, item)
                lines.append(tr("{depot}: {n} {goods} promised, {free} free.", depot=name, n=quantity, goods=goods, free=depot.free(item)))
    return "\n".join(lines[:MOST_LINES]) or tr("Nothing is promised.")


def _unsettled(desk: DeskPort) -> str:
    found = alarms(desk.picture, desk.catalogue, desk.clock.wall_ms())
    return "\n".join(spoken(alarm.text) for alarm in found[:MOST_LINES]) or tr("Nothing is overdue")


def _listed(parts: list[str]) -> str:
    return ("、" if formats.locale_code() == "zh_CN" else ", ").join(parts)
