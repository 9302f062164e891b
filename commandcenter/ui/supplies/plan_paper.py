"""A plan on paper: for each vehicle what it loads where and unloads where, then what is delivered and what is unmet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from commandcenter.dispatch.logistics import Answer
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import spoken, tr
from commandcenter.ui.logistics_words import goods_words
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.sheet import Block, Facts, Sheet, Table, Text
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import depot_name, target_name
from commandcenter.ui.supplies.plan_words import method, summary

STOPS = (7, 22, 15, 40, 16)
"""Widths of the columns of a vehicle's table, per cent."""
LISTS = {7: (22, 18, 18, 12, 9, 9, 12), 4: (26, 20, 10, 44)}
"""The same for deliveries and for what is unmet, by the number of their columns."""


def plan_sheet(made: Paper, seat: Seat, answer: Answer, asked_ms: int, tables: Mapping[str, Sequence[Sequence[str]]]) -> Sheet:
    """Return the paper. `tables` (title → heads and rows) stand behind the vehicles."""
    title = tr("Delivery plan")
    goal = answer.trips.goal
    about = f"{made.about} · {formats.moment(asked_ms)}"
    blocks: list[Block] = [
        Facts([(tr("Goal"), spoken(goal.said)), (tr("Worked out"), formats.moment(asked_ms))]),
        Text(tr("What the plan is worth"), f"{spoken(summary(answer))} {method(answer.flow, goal.aim)}", room=1),
        *_vehicles(seat, answer, asked_ms),
    ]
    for name, (heads, *rows) in tables.items():
        blocks.append(Table(name, heads, rows, LISTS[len(heads)], nothing=tr("None")))
    return Sheet(title, title, about, blocks, made.prepared, made.exercise)


def _vehicles(seat: Seat, answer: Answer, asked_ms: int) -> list[Block]:
    """Return one table for each vehicle: trip by trip a heading with the load, and its stops."""

    def moment(seconds: float) -> str:
        return formats.clock(asked_ms + round(seconds * 1000), seconds=False)

    found: list[Block] = []
    for callsign, trips in groupby(sorted(answer.trips.trips, key=lambda t: (t.callsign, t.number)), key=lambda t: t.callsign):
        rows: list[list[str]] = []
        for trip in trips:
            depot = depot_name(seat, seat.desk.picture.depot(trip.depot))
            goods, load = goods_words(seat.desk.catalogue, trip.goods), tr("{n} kg", n=formats.number(trip.load.weight_kg))
            rows.append(
                [
                    tr(
                        "Trip {n}: load at {depot}, leave at {time} · {load} · {goods}",
                        n=trip.number,
                        depot=depot,
                        time=moment(trip.leaves_s),
                        load=load,
                        goods=goods,
                    )
                ]
            )
            for n, stop in enumerate(trip.stops, 1):
                rows.append([str(n), target_name(seat, stop.site), moment(stop.arrives_s), goods_words(seat.desk.catalogue, stop.goods), ""])
        heads = (tr("Stop"), tr("Destination"), tr("Arrives"), tr("Unloads"), tr("Received by"))
        found.append(Table(callsign, heads, rows, STOPS))
    return found
