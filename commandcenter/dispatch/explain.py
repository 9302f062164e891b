"""Why this one, why not the others: the sentences beside a recommendation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from commandcenter.dispatch.choice import Chosen
from commandcenter.dispatch.crew import missing_people
from commandcenter.dispatch.diversion import both_sides
from commandcenter.dispatch.eligibility import why_not_free
from commandcenter.dispatch.field import Field
from commandcenter.dispatch.phrases import clock, km
from commandcenter.dispatch.reach import Reach, Reached
from commandcenter.dispatch.recommendation import RecommendedUnit, Rejection, Unfilled
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.dispatch.slots import OpenNeeds
from commandcenter.model.errors import BugError
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import UnitView
from commandcenter.resources.catalogue import Catalogue, Term, Terms

OFF_ROAD_NOTE_M = 50.0
"""From here on it is worth saying that the last metres are not on a road."""

_ALL_SENT = say("Everything the plan asks for has been sent.")
_SENT_HERE = say("Already sent to this incident.")


class Explainer:
    """Turns indices and times into rows and sentences. One thread at a time."""

    def __init__(self, request: Request, priority: int, situation: Situation, catalogue: Catalogue, field: Field, reach: Reach) -> None:
        """Take what the engine knows."""
        self._request = request
        self._priority = priority
        self._situation = situation
        self._catalogue = catalogue
        self._field = field
        self._candidates = field.candidates
        self._reach = reach
        self._air_m = field.air_m(request.at)

    def rows(self, chosen: Sequence[Chosen]) -> tuple[RecommendedUnit, ...]:
        """Return the panel's rows: life-critical first, then by arrival."""
        ordered = sorted(chosen, key=lambda c: (c.slot.tier, *c.reached.order))
        used = {c.reached.index for c in chosen}
        birds = {c.slot.capability: self._nearest_by_air(c.slot.capability, used) for c in chosen}
        return tuple(self._row(rank, c, used, birds[c.slot.capability]) for rank, c in enumerate(ordered, start=1))

    def rejections(self, needs: OpenNeeds, chosen: Sequence[Chosen]) -> tuple[Rejection, ...]:
        """Return why each unit that is not sent stays: first those whose arrival is known, soonest first, at last those who cannot be sent."""
        later = self._later_ones(needs, chosen)
        reachable = sorted((r for r in later if r.eta_s is not None), key=lambda r: (r.eta_s or 0.0, r.callsign))
        never = [Rejection(u.id, u.callsign, self._why_not_free(u)) for u in self._field.others]
        return (*reachable, *(r for r in later if r.eta_s is None), *never)

    def _later_ones(self, needs: OpenNeeds, chosen: Sequence[Chosen]) -> list[Rejection]:
        used = {c.reached.index for c in chosen}
        wanted = [*dict.fromkeys([s.capability for s in needs.slots] + [c for c, people in needs.crew.items() if people > 0])]
        useless = say("Has nothing that is still needed: {capabilities}.", capabilities=self._names(wanted)) if wanted else _ALL_SENT
        return [self._rejection(i, wanted, useless, chosen) for i in range(len(self._candidates)) if i not in used]

    def _rejection(self, index: int, wanted: Sequence[str], useless: Sentence, chosen: Sequence[Chosen]) -> Rejection:
        candidate = self._candidates[index]
        useful = [c for c in wanted if candidate.can(c)]
        eta_s: float | None = None
        if not useful:
            why = useless
        elif self._reach.unreachable(index):
            why = self._reach.why_unreachable(index)
        else:
            reached = self._reach.known(index)
            eta_s = reached.eta_s if reached else None
            why = self._later(useful, reached, chosen)
        return Rejection(candidate.unit.id, candidate.unit.callsign, why, eta_s)

    def _why_not_free(self, unit: UnitView) -> Sentence:
        if unit.incident is not None and unit.incident == self._request.incident_id:
            return _SENT_HERE
        why = why_not_free(unit, self._situation, self._catalogue)
        if why is None:
            raise BugError(f"{unit.callsign} is free and was not considered")
        return why

    def unfilled(self, needs: OpenNeeds, chosen: Sequence[Chosen]) -> tuple[Unfilled, ...]:
        """Return the needs that nobody fills, and why."""
        filled = {c.slot.name for c in chosen}
        used = {c.reached.index for c in chosen}
        open_slots = [s for s in needs.slots if s.name not in filled]
        answer = []
        for capability in dict.fromkeys(s.capability for s in open_slots):
            names = [s.name for s in open_slots if s.capability == capability]
            answer.append(Unfilled(names[0], capability, len(names), self._why_unfilled(capability, used)))
        for capability, missing in sorted(missing_people(needs, chosen, self._candidates).items()):
            reason = say("{missing} more people with {capability} are needed.", missing=missing, capability=self._term(capability))
            answer.append(Unfilled(f"crew-{capability}", capability, missing, reason))
        return tuple(answer)

    def notes(self, chosen: Sequence[Chosen]) -> tuple[Sentence, ...]:
        """Return what a dispatcher should know beside the rows."""
        notes = []
        off_road_m = min((c.reached.arrival.off_road_m for c in chosen), default=0.0)
        if off_road_m >= OFF_ROAD_NOTE_M:
            notes.append(say("The incident is off the road: at least {metres} m are not on a road.", metres=round(off_road_m)))
        for c in chosen:
            candidate = self._candidates[c.reached.index]
            if candidate.stale_s > 0 and candidate.position_age_s is not None:
                notes.append(
                    say(
                        "The position of {callsign} is {age} old; it ranks {penalty} s later.",
                        callsign=candidate.unit.callsign,
                        age=clock(candidate.position_age_s),
                        penalty=round(candidate.stale_s),
                    )
                )
        return tuple(notes)

    def _row(self, rank: int, c: Chosen, used: set[int], bird: int | None) -> RecommendedUnit:
        candidate = self._candidates[c.reached.index]
        runner = c.runner_up
        return RecommendedUnit(
            rank=rank,
            unit_id=candidate.unit.id,
            callsign=candidate.unit.callsign,
            slot=c.slot.name,
            capability=c.slot.capability,
            distance_m=c.reached.arrival.distance_m,
            eta_s=c.reached.eta_s,
            off_road_m=c.reached.arrival.off_road_m,
            status=candidate.unit.status.value,
            position_age_s=candidate.position_age_s,
            reason=self._why(c, used, bird),
            runner_up=self._candidates[runner.index].unit.callsign if runner else "",
            margin_s=runner.eta_s - c.reached.eta_s if runner else None,
            divert_from=candidate.leaves.id if candidate.leaves else None,
            diversion=both_sides(c, self._priority, self._field, self._reach, used),
        )

    def _why(self, c: Chosen, used: set[int], bird: int | None) -> Sentence:
        facts: dict[str, object] = {
            "capability": self._term(c.slot.capability),
            "km": km(c.reached.arrival.distance_m),
            "eta": clock(c.reached.eta_s),
        }
        if c.earliest.index != c.reached.index and c.earliest.index in used:
            other = self._candidates[c.earliest.index].unit.callsign
            return say("Next {capability} by road: {km} km, {eta}; {other} is quicker and fills another slot.", **facts, other=other)
        if bird is None or not self._beaten_by_air(c, bird):
            return say("Nearest {capability} by road: {km} km, {eta}.", **facts)
        other = self._candidates[bird].unit.callsign
        road = self._reach.of(bird)
        if road is None:
            return say("Nearest {capability} by road: {km} km, {eta}; by air {other} is nearer but no road leads from it.", **facts, other=other)
        facts |= {"other": other, "km2": km(road.arrival.distance_m), "eta2": clock(road.eta_s)}
        if road.arrival.distance_m < c.reached.arrival.distance_m:
            return say("First {capability} by road: {km} km, {eta}; {other} is nearer, {km2} km, but takes {eta2}.", **facts)
        return say("Nearest {capability} by road: {km} km, {eta}; by air {other} is nearer but has to drive {km2} km, {eta2}.", **facts)

    def _nearest_by_air(self, capability: str, used: set[int]) -> int | None:
        able = np.array([i for i in self._field.able(capability) if i not in used], np.int64)
        return int(able[np.argmin(self._air_m[able])]) if len(able) else None

    def _beaten_by_air(self, c: Chosen, bird: int) -> bool:
        return bool(self._air_m[bird] < self._air_m[c.reached.index])

    def _later(self, useful: Sequence[str], reached: Reached | None, chosen: Sequence[Chosen]) -> Sentence:
        rivals = [c for c in chosen if c.slot.capability in useful] or list(chosen)
        if not rivals:
            return say("Not needed for what is still open.")
        last = max(rivals, key=lambda c: c.reached.order)
        facts = {"other": self._candidates[last.reached.index].unit.callsign, "eta2": clock(last.reached.eta_s)}
        if reached is None:
            return say("Arrives later than {other}, {eta2}.", **facts)
        facts |= {"eta": clock(reached.eta_s), "km": str(km(reached.arrival.distance_m))}
        if reached.order < last.reached.order:
            return say("Would be there in {eta}, {km} km, but the crew is complete without it.", **facts)
        if reached.rank_ms == last.reached.rank_ms:
            return say("Arrives at the same time as {other}, {eta}, {km} km, and is not needed.", **facts)
        if reached.eta_s < last.reached.eta_s:
            return say("Might be there in {eta}, {km} km, but its position is stale; {other} takes {eta2}.", **facts)
        return say("Arrives later: {eta}, {km} km; {other} takes {eta2}.", **facts)

    def _why_unfilled(self, capability: str, used: set[int]) -> Sentence:
        name = self._term(capability)
        able = self._field.able(capability)
        owners = len(able) + sum(u.capabilities.get(capability, 0) > 0 for u in self._field.others)
        if not owners:
            return say("No unit has {capability}.", capability=name)
        cut_off = sum(i not in used and self._reach.unreachable(i) for i in able)
        if cut_off:
            return say("No road leads from {count} free units with {capability} to this place.", count=cut_off, capability=name)
        return say("All {count} units with {capability} are sent, busy or out of service.", count=owners, capability=name)

    def _names(self, capabilities: Sequence[str]) -> Terms:
        return Terms(tuple(self._term(c) for c in capabilities))

    def _term(self, capability: str) -> Term:
        return self._catalogue.capability(capability)
