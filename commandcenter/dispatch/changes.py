"""What a new closure, or any other change, did to a recommendation, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from commandcenter.dispatch.phrases import clock, km
from commandcenter.dispatch.recommendation import Recommendation, RecommendedUnit, Rejection
from commandcenter.model.ids import Id
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.catalogue import Catalogue

NOTICEABLE_S = 1.0
"""A smaller difference in arrival is not worth a sentence."""


def what_changed(before: Recommendation, after: Recommendation, catalogue: Catalogue) -> tuple[Sentence, ...]:
    """Return what is different for the dispatcher: other units, other ways, needs that nobody fills any more; in the catalogue's names."""
    old = {u.slot: u for u in before.units}
    new = {u.slot: u for u in after.units}
    said: list[Sentence] = []
    for slot in [*new, *(s for s in old if s not in new)]:
        said += _slot_change(old.get(slot), new.get(slot), after.rejected, catalogue)
    return (*said, *_supply_changes(before, after, catalogue))


def _slot_words(unit: RecommendedUnit, catalogue: Catalogue) -> Sentence:
    """Return what a place in the plan (`pump-2`) is called: the capability and which of them."""
    number = unit.slot.rpartition("-")[2]
    return say("{capability} {number}", capability=catalogue.capability(unit.capability), number=number)


def _slot_change(old: RecommendedUnit | None, new: RecommendedUnit | None, rejected: Sequence[Rejection], catalogue: Catalogue) -> list[Sentence]:
    if old is None and new is not None:
        return [say("{slot} is now filled by {callsign}, {eta}.", slot=_slot_words(new, catalogue), callsign=new.callsign, eta=clock(new.eta_s))]
    if new is None and old is not None:
        why = _why(rejected, old.unit_id) or say("no unit can take it")
        return [say("{slot} is no longer filled; {callsign}: {why}", slot=_slot_words(old, catalogue), callsign=old.callsign, why=why)]
    if old is None or new is None:
        return []
    if old.unit_id != new.unit_id:
        why = _why(rejected, old.unit_id) or say("it now fills another slot.")
        return [
            say(
                "{slot}: {callsign}, {eta}, instead of {other}, {eta2}. {other}: {why}",
                slot=_slot_words(new, catalogue),
                callsign=new.callsign,
                eta=clock(new.eta_s),
                other=old.callsign,
                eta2=clock(old.eta_s),
                why=why,
            )
        ]
    if abs(new.eta_s - old.eta_s) < NOTICEABLE_S and abs(new.distance_m - old.distance_m) < 1.0:
        return []
    return [
        say(
            "{callsign} now takes {eta}, {km} km, instead of {eta2}, {km2} km.",
            callsign=new.callsign,
            eta=clock(new.eta_s),
            km=km(new.distance_m),
            eta2=clock(old.eta_s),
            km2=km(old.distance_m),
        )
    ]


def _why(rejected: Sequence[Rejection], unit_id: Id) -> Sentence | None:
    return next((r.reason for r in rejected if r.unit_id == unit_id), None)


def _supply_changes(before: Recommendation, after: Recommendation, catalogue: Catalogue) -> list[Sentence]:
    old = {(s.item, s.depot_id): s for s in before.supplies}
    new = {(s.item, s.depot_id): s for s in after.supplies}
    said = [
        say("{item} now comes from {depot}, {eta}.", item=catalogue.item(s.item), depot=s.depot, eta=clock(s.eta_s))
        for key, s in new.items()
        if key not in old
    ]
    return said + [
        say("{item} no longer comes from {depot}.", item=catalogue.item(s.item), depot=s.depot) for key, s in old.items() if key not in new
    ]
