"""Hospitals and shelters: capacities as they are reported, places kept for people, and where these are."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import ChangeFacility, MovePlacement, ReportCapacity, ReservePlaces
from commandcenter.model.entries import Draft, EntryType, Kind, Section, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.sentences import ProperName, say
from commandcenter.picture.care import PLACES, FacilityView, PlacementView
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Care, Catalogue
from commandcenter.resources.logistics import CareSort

MOST_PLACES = 100_000
PLACEMENT_SAID = {
    "reserved": say("on the way"),
    "arrived": say("there"),
    "released": say("released"),
    "cancelled": say("called off"),
}
"""States of a placement in words."""
_NEXT = {"reserved": ("arrived", "cancelled"), "arrived": ("released",), "released": (), "cancelled": ()}


def report_capacity(picture: Picture, command: ReportCapacity, now: Now) -> list[Draft]:
    """Write down what a facility reports; people of ours who are there are counted in its number."""
    facility = known_facility(picture, command.facility_id)
    care = _offered(facility, command.care, now.catalogue, CareSort.PLACES)
    total = lookup.check_whole(command.total, say("The number of places"), 0, MOST_PLACES)
    taken = lookup.check_whole(command.taken, say("The number of taken places"), 0, MOST_PLACES)
    if taken > total:
        raise Refused("{taken} places cannot be taken of {total}.", taken=taken, total=total)
    placed = [p for p in picture.care.placements() if p.facility == facility.id and p.care == care.code]
    kept = sum(p.people for p in placed if p.state == "reserved")
    if taken + kept > total:
        raise Refused(
            "{facility}: {taken} taken and {kept} kept for people on their way are more than {total} places; send those elsewhere first.",
            facility=_named(facility),
            taken=taken,
            kept=kept,
            total=total,
        )
    there: list[Value] = [p.id for p in placed if p.state == "arrived"]
    report: dict[str, Value] = {"total": total, "taken": taken, "ms": now.wall_ms, "counted": there}
    about: dict[str, Value] = {"facility": facility.id, "care": care.code, "total": total, "taken": taken}
    return [Draft(EntryType.CAPACITY_REPORTED, put(Kind.FACILITY, facility.id, {f"{PLACES}{care.code}": report}), about=about)]


def change_facility(picture: Picture, command: ChangeFacility, now: Now) -> list[Draft]:
    """Say what a facility offers and whether it takes anybody in."""
    facility = known_facility(picture, command.facility_id)
    fields: dict[str, Value] = {}
    if command.services is not None:
        codes = [_offered(facility, code, now.catalogue, CareSort.SERVICE).code for code in dict.fromkeys(command.services)]
        if sorted(codes) != sorted(facility.services):
            fields["services"] = sorted(codes)
    if command.open is not None and command.open != facility.open:
        fields |= {"open": command.open, "reason": command.reason.strip()}
    if not fields:
        raise Refused("Nothing of {facility} would change.", facility=_named(facility))
    about: dict[str, Value] = {"facility": facility.id, **({"intake": fields["open"]} if "open" in fields else {})}
    return [Draft(EntryType.FACILITY_CHANGED, put(Kind.FACILITY, facility.id, fields), about=about)]


def reserve_places(picture: Picture, command: ReservePlaces, now: Now) -> list[Draft]:
    """Keep places for people who are going to a facility; where it has reported nothing, whoever sends them has asked."""
    facility = known_facility(picture, command.facility_id)
    care = _offered(facility, command.care, now.catalogue, CareSort.PLACES)
    people = lookup.check_whole(command.people, say("The number of people"), 1, MOST_PLACES)
    if not facility.open:
        raise Refused("{facility} takes nobody in.", facility=_named(facility))
    capacity = facility.places.get(care.code)
    if capacity is not None and capacity.free < people:
        raise Refused("{facility} has {free} free: {care}.", facility=_named(facility), free=max(0, capacity.free), care=care)
    if command.incident_id is not None:
        lookup.incident(picture, command.incident_id)
    if command.unit_id is not None:
        lookup.unit(picture, command.unit_id)
    what: dict[str, Value] = {
        "facility": facility.id,
        "care": care.code,
        "people": people,
        "incident": command.incident_id,
        "unit": command.unit_id,
        "tag": command.tag.strip(),
        "ms": now.wall_ms,
    }
    placement_id = now.new_id()
    writes = put(Kind.PLACEMENT, placement_id, {"what": what, "state": "reserved"})
    if command.who.strip():
        writes += put(Kind.PLACEMENT, placement_id, {"who": command.who.strip()}, Section.MED)
    return [Draft(EntryType.PLACES_RESERVED, writes)]


def move_placement(picture: Picture, command: MovePlacement, now: Now) -> list[Draft]:
    """People arrived, left, or do not come."""
    placement = known_placement(picture, command.placement_id)
    if command.state not in PLACEMENT_SAID or command.state not in _NEXT[placement.state]:
        raise Refused(
            "These people are {state}; they cannot become {next} from there.",
            state=PLACEMENT_SAID[placement.state],
            next=PLACEMENT_SAID.get(command.state, command.state),
        )
    about: dict[str, Value] = {"facility": placement.facility, "people": placement.people, "tag": placement.tag, "incident": placement.incident}
    fields: dict[str, Value] = {"state": command.state, "moved_ms": now.wall_ms}
    return [Draft(EntryType.PLACEMENT_MOVED, put(Kind.PLACEMENT, placement.id, fields), about=about)]


def _named(facility: FacilityView) -> ProperName:
    return ProperName(facility.name, facility.names)


def known_facility(picture: Picture, facility_id: Id) -> FacilityView:
    """Return a facility or refuse."""
    found = picture.facility(facility_id)
    if found is None:
        raise Refused("This facility is not known here.")
    return found


def known_placement(picture: Picture, placement_id: Id) -> PlacementView:
    """Return a placement or refuse."""
    found = picture.care.placement(placement_id)
    if found is None:
        raise Refused("These people are not known here.")
    return found


def _offered(facility: FacilityView, code: str, catalogue: Catalogue, sort: CareSort) -> Care:
    """Return the catalogue's term; refused where such a facility cannot have it."""
    care = catalogue.care.get(code)
    if care is None or care.sort != sort:
        raise Refused("There is no such kind of places or service: “{code}”.", code=code)
    if care.at.value != facility.kind:
        raise Refused("{facility} is no place for that: {care}.", facility=_named(facility), care=care)
    return care
