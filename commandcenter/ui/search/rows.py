"""Columns of the search window, and its paper."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.dispatch.search.advice import Next
from commandcenter.dispatch.search.probability import SearchState, SectorState
from commandcenter.model.ids import Id
from commandcenter.picture.searches import SweepView
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.sheet import Facts, Sheet, Table
from commandcenter.ui.search.layer import HIGH
from commandcenter.ui.search.words import ALMOST, percent
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column


def sector_columns(seat: Seat, weights: Mapping[Id, str]) -> list[Column[SectorState]]:
    """Return the columns of the sectors; `weights` are what the planner has typed so far."""
    picture = seat.desk.picture

    def teams(state: SectorState) -> str:
        found = [picture.unit(w.unit) for w in state.sector.sweeps if w.running]
        return " ".join(unit.callsign for unit in found if unit is not None)

    return [
        Column(mark("Sector"), lambda s: s.sector.name),
        Column(mark("Area"), lambda s: tr("{n} ha", n=formats.number(s.area_m2 / 10_000, 1)), number=True),
        Column(mark("POA at first"), lambda s: percent(s.prior), number=True),
        Column(mark("POD"), lambda s: percent(min(s.pod, ALMOST)), number=True),
        Column(mark("POA now"), lambda s: percent(s.poa), number=True, tone=lambda s: "danger" if s.poa >= HIGH else ""),
        Column(mark("POS"), lambda s: percent(s.pos), number=True),
        Column(mark("Weight"), lambda s: weights.get(s.sector.id, ""), number=True),
        Column(mark("Searching now"), teams, wide=True),
    ]


def sweep_columns(seat: Seat) -> list[Column[SweepView]]:
    """Return the columns of the sweeps."""
    picture = seat.desk.picture

    def unit(sweep: SweepView) -> str:
        found = picture.unit(sweep.unit)
        return found.callsign if found is not None else "?"

    def sector(sweep: SweepView) -> str:
        found = picture.searches.sector(sweep.sector)
        return found.name if found is not None else "?"

    return [
        Column(mark("Team"), unit),
        Column(mark("Sector"), sector),
        Column(mark("Searchers"), lambda w: formats.number(w.searchers), number=True),
        Column(mark("Sweep width"), lambda w: tr("{n} m", n=formats.number(w.sweep_width_m, 1)), number=True),
        Column(mark("Speed"), lambda w: tr("{n} km/h", n=formats.number(w.speed_kph, 1)), number=True),
        Column(mark("Begun"), lambda w: formats.clock(w.begun_ms, seconds=False), number=True),
        Column(
            mark("Hours"),
            lambda w: formats.number(w.hours, 1) if w.hours is not None else tr("{n} planned", n=formats.number(w.planned_hours, 1)),
            number=True,
        ),
        Column(mark("State"), lambda w: tr("searching") if w.running else tr("ended"), tone=lambda w: "warn" if w.running else "", wide=True),
    ]


def next_columns() -> list[Column[Next]]:
    """Return the columns of the advice."""
    return [
        Column(mark("Search next"), lambda n: n.name),
        Column(mark("Gain an hour"), lambda n: percent(n.gain_per_hour), number=True),
        Column(mark("Way there"), lambda n: formats.eta(n.travel_s), number=True),
        Column(mark("Why"), lambda n: spoken(n.reason), wide=True),
    ]


def paper(made: Paper, about: str, state: SearchState, tables: Mapping[str, list[list[str]]]) -> Sheet:
    """Return the search as a paper; `tables` are rows of texts under their titles, heads first."""
    facts = Facts(
        (
            (tr("Probability of success so far"), percent(state.pos)),
            (tr("Outside all sectors"), percent(state.outside)),
            (tr("POA from"), tr("consensus of the planners") if state.by_planners else tr("area")),
            (tr("POD from"), "1 − exp(−C), Koopman 1946"),
        )
    )
    blocks = [Table(title, rows[0], rows[1:], _widths(len(rows[0])), tr("None")) for title, rows in tables.items()]
    return Sheet(tr("Search plan"), tr("Search plan"), about, (facts, *blocks), made.prepared, made.exercise)


def _widths(columns: int) -> list[int]:
    each = 100 // columns
    return [100 - each * (columns - 1), *[each] * (columns - 1)]
