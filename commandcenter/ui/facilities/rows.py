"""Columns of the facilities window."""

from __future__ import annotations

from dataclasses import dataclass

from commandcenter.dispatch.facility_choice import NotChosen, Option
from commandcenter.picture.care import Capacity, FacilityView, PlacementView
from commandcenter.resources.logistics import CareSort
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, spoken, tr
from commandcenter.ui.logistics_words import care_name, logistics_state
from commandcenter.ui.seat import Seat
from commandcenter.ui.tables.model import Column
from commandcenter.ui.type_names import local_name

BUSY, FULL = 0.85, 1.0
PLACEMENT_TONE = {"reserved": "warn", "arrived": "ok", "released": "text_faint", "cancelled": "text_faint"}


@dataclass(frozen=True, slots=True)
class Places:
    """Places of one kind in one facility; `capacity` is `None` where nothing was reported."""

    facility: FacilityView
    care: str
    capacity: Capacity | None


@dataclass(frozen=True, slots=True)
class Offered:
    """One line of the choice: a facility that can, or one that cannot."""

    found: Option | NotChosen
    rank: int = 0

    @property
    def option(self) -> Option | None:
        """Return what can be chosen, `None` for a facility that cannot take them."""
        return self.found if isinstance(self.found, Option) else None


def places_of(facility: FacilityView) -> list[Places]:
    """Return a line for each kind of places, or one where nothing was reported."""
    return [Places(facility, care, capacity) for care, capacity in facility.places.items()] or [Places(facility, "", None)]


def places_columns(seat: Seat) -> list[Column[Places]]:
    """Return the columns of what there is."""
    catalogue = seat.desk.catalogue

    def number(place: Places, name: str) -> str:
        return formats.number(getattr(place.capacity, name)) if place.capacity is not None else ""

    def services(place: Places) -> str:
        return formats.listed(care_name(catalogue, code) for code in place.facility.services)

    def load(place: Places) -> str:
        if place.capacity is None:
            return tr("not reported")
        sign = "■ " if place.capacity.load >= FULL else "▲ " if place.capacity.load > BUSY else ""
        return sign + tr("{n} %", n=formats.number(100 * place.capacity.load))

    def tone(place: Places) -> str:
        share = place.capacity.load if place.capacity is not None else 0.0
        return "danger" if share >= FULL else "warn" if share > BUSY else ""

    return [
        Column(mark("Facility"), lambda p: facility_name(p.facility), wide=True),
        Column(mark("Beds and places"), lambda p: care_name(catalogue, p.care) if p.care else ""),
        Column(mark("Free"), lambda p: number(p, "free"), number=True, tone=tone),
        Column(mark("Total"), lambda p: number(p, "total"), number=True),
        Column(mark("Taken"), lambda p: number(p, "taken"), number=True),
        Column(mark("Kept"), lambda p: number(p, "reserved"), number=True),
        Column(mark("Load"), load, number=True, tone=tone),
        Column(mark("Age of report"), lambda p: formats.age((seat.now_ms() - p.capacity.reported_ms) / 1000) if p.capacity else "", number=True),
        Column(mark("Services"), services, wide=True),
    ]


def choice_columns(seat: Seat) -> list[Column[Offered]]:
    """Return the columns of the choice."""
    facilities = seat.desk.picture

    def name(row: Offered) -> str:
        facility = facilities.facility(row.found.facility)
        return facility_name(facility) if facility is not None else "?"

    def free(row: Offered) -> str:
        if row.option is None:
            return ""
        return formats.number(row.option.free) if row.option.free is not None else tr("not reported")

    return [
        Column(mark("Rank"), lambda r: str(r.rank) if r.option else "–", number=True),
        Column(mark("Facility"), name, tone=lambda r: "" if r.option else "text_faint"),
        Column(mark("Drive"), lambda r: formats.eta(r.option.eta_s) if r.option else "", number=True),
        Column(mark("Free"), free, number=True),
        Column(mark("Why"), lambda r: spoken(r.found.reason), tone=lambda r: "" if r.option else "text_muted", wide=True),
    ]


def placement_columns(seat: Seat) -> list[Column[PlacementView]]:
    """Return the columns of who goes where."""
    picture, catalogue = seat.desk.picture, seat.desk.catalogue

    def incident(one: PlacementView) -> str:
        found = picture.incident(one.incident) if one.incident else None
        return f"#{found.number} {found.address}" if found is not None else ""

    def unit(one: PlacementView) -> str:
        found = picture.unit(one.unit) if one.unit else None
        return found.callsign if found is not None else ""

    def facility(one: PlacementView) -> str:
        found = picture.facility(one.facility)
        return facility_name(found) if found is not None else "?"

    return [
        Column(mark("State"), lambda p: logistics_state(p.state), tone=lambda p: PLACEMENT_TONE.get(p.state, "")),
        Column(mark("People"), lambda p: formats.number(p.people), number=True),
        Column(mark("Tag"), lambda p: p.tag),
        Column(mark("Comes from"), incident, wide=True),
        Column(mark("Brought by"), unit),
        Column(mark("Goes to"), facility, wide=True),
        Column(mark("Beds and places"), lambda p: care_name(catalogue, p.care)),
        Column(mark("Since"), lambda p: formats.clock(p.moved_ms or p.reserved_ms, seconds=False), number=True),
    ]


def facility_name(facility: FacilityView) -> str:
    """Return a facility's name, and that it is closed."""
    name = local_name(facility.name, facility.names)
    return name if facility.open else f"✕ {name}" + (f" ({facility.reason})" if facility.reason else "")


def care_codes(seat: Seat, kind: str, sort: CareSort) -> list[str]:
    """Return the codes of places or services that a kind of facility can have."""
    return [care.code for care in seat.desk.catalogue.care.values() if care.at.value == kind and care.sort == sort]
