"""The three tables of a plan: deliveries, what is unmet, trips stop by stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from commandcenter.dispatch.supply_flow import Delivery, Unmet
from commandcenter.dispatch.trip_schedule import Stop, Trip
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.logistics_words import goods_words
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.names import depot_name, target_name
from commandcenter.ui.tables.model import Column
from commandcenter.ui.type_names import item_name


@dataclass(frozen=True, slots=True)
class Drop:
    """One stop of a trip as a row."""

    trip: Trip
    place: int
    """1 is the first."""

    @property
    def stop(self) -> Stop:
        """Return the stop."""
        return self.trip.stops[self.place - 1]


def delivery_columns(seat: Seat) -> list[Column[Delivery]]:
    """Return how deliveries are shown."""
    return [
        Column(mark("Destination"), lambda d: target_name(seat, d.site), wide=True),
        Column(mark("Source"), lambda d: depot_name(seat, seat.desk.picture.depot(d.depot)), wide=True),
        Column(mark("Item"), lambda d: item_name(seat.desk.catalogue, d.item), wide=True),
        Column(mark("Quantity"), lambda d: formats.number(d.quantity), number=True),
        Column(mark("Road"), lambda d: formats.distance(d.distance_m), number=True),
        Column(mark("Drive"), lambda d: formats.eta(d.eta_s), number=True),
        Column(mark("Batches"), lambda d: ", ".join(f"{batch} {count}" for batch, count in d.batches if batch)),
    ]


def unmet_columns(seat: Seat) -> list[Column[Unmet]]:
    """Return how what is unmet is shown."""
    return [
        Column(mark("Unmet at"), lambda u: target_name(seat, u.site), wide=True),
        Column(mark("Item"), lambda u: item_name(seat.desk.catalogue, u.item), wide=True),
        Column(mark("Lacking"), lambda u: formats.number(u.missing), number=True, tone=lambda _u: "danger"),
        Column(mark("Why"), lambda u: spoken(u.reason), wide=True),
    ]


def trip_columns(seat: Seat, moment: Callable[[float], str]) -> list[Column[Drop]]:
    """Return how trips are shown; `moment` says a time so many seconds after the plan was asked for."""
    return [
        Column(mark("Vehicle"), lambda d: d.trip.callsign),
        Column(mark("Trip"), lambda d: formats.number(d.trip.number), number=True),
        Column(mark("Source"), lambda d: depot_name(seat, seat.desk.picture.depot(d.trip.depot))),
        Column(mark("Load weight"), lambda d: tr("{n} kg", n=formats.number(d.trip.load.weight_kg)), number=True),
        Column(mark("Leaves"), lambda d: moment(d.trip.leaves_s), number=True),
        Column(mark("At stop"), lambda d: f"{d.place}/{len(d.trip.stops)}", number=True),
        Column(mark("Destination"), lambda d: target_name(seat, d.stop.site)),
        Column(mark("Unloads"), lambda d: goods_words(seat.desk.catalogue, d.stop.goods), wide=True),
        Column(mark("Arrives"), lambda d: moment(d.stop.arrives_s), number=True),
    ]
