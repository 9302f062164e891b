"""Why this one, why not the others: the sentences beside a recommendation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from commandcenter.dispatch.candidate import Candidate
from commandcenter.dispatch.choice import Chosen
from commandcenter.dispatch.crew import still_missing
from commandcenter.dispatch.diversion import both_sides
from commandcenter.dispatch.eligibility import why_not_free
from commandcenter.dispatch.joint import Ask
from commandcenter.dispatch.phrases import clock, km
from commandcenter.dispatch.reach import Reached
from commandcenter.dispatch.recommendation import Binding, RecommendedUnit, Rejection, Unfilled
from commandcenter.dispatch.situation import Request, Situation
from commandcenter.dispatch.slots import Counted, Sum, counted_of
from commandcenter.model.errors import BugError
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.views import IncidentView, UnitView
from commandcenter.resources.amounts import amount
from commandcenter.resources.catalogue import Capability, Catalogue, Terms

WALK_NOTE_M = 50.0
"""From here on it is worth saying that the last metres are on foot."""

_ALL_SENT = say("Everything the plan asks for has been sent.")
_SENT_HERE = say("Already sent to this incident.")


class Explainer:
    """Turns indices and times into rows and sentences. One thread at a time."""

    def __init__(self, ask: Ask, situation: Situation, catalogue: Catalogue, elsewhere: Mapping[int, Request]) -> None:
        """Take what the engine knows; `elsewhere` says which crews the same plan gives to which other incidents."""
        self._request = ask.request
        self._priority = ask.priority
        self._needs = ask.needs
        self._chosen = tuple(ask.chosen)
        self._held = ask.held
        self._situation = situation
        self._catalogue = catalogue
        self._field = field = ask.field
        self._candidates = field.candidates
        self._reach = ask.reach
        self._air_m = field.air_m(ask.request.at)
        self._used = {c.reached.index for c in self._chosen}
        self._sender = {field.crew[i]: field.candidates[i].unit.callsign for i in self._used}
        self._elsewhere = {crew: request for crew, request in elsewhere.items() if crew not in self._sender}
        self._gone = field.of_crews((*self._sender, *self._elsewhere))
        self._left_m = self._air_m.copy()
        """Distances through the air of those who are left; infinite for those gone."""
        self._left_m[list(self._gone)] = np.inf

    def rows(self) -> tuple[RecommendedUnit, ...]:
        """Return the panel's rows: life-critical first, then by arrival."""
        ordered = sorted(self._chosen, key=lambda c: (c.slot.tier, *c.reached.order))
        birds = {c.slot.capability: self._nearest_by_air(c.slot.capability) for c in self._chosen}
        return tuple(self._row(rank, c, birds[c.slot.capability]) for rank, c in enumerate(ordered, start=1))

    def rejections(self) -> tuple[Rejection, ...]:
        """Return why each unit that is not sent stays: first those whose arrival is known, soonest first, at last those who cannot be sent."""
        later = self._later_ones()
        reachable = sorted((r for r in later if r.eta_s is not None), key=lambda r: (r.eta_s or 0.0, r.callsign))
        never = [Rejection(u.id, u.callsign, self._why_not_free(u)) for u in self._field.others]
        return (*reachable, *(r for r in later if r.eta_s is None), *never)

    def _later_ones(self) -> list[Rejection]:
        needs = self._needs
        wanted = [*dict.fromkeys([*(slot.capability for slot in needs.slots), *(one.capability for one in needs.sums)])]
        useless = say("Has nothing that is still needed: {capabilities}.", capabilities=self._names(wanted)) if wanted else _ALL_SENT
        return [self._rejection(i, wanted, useless) for i in range(len(self._candidates)) if i not in self._used]

    def _rejection(self, index: int, wanted: Sequence[str], useless: Sentence) -> Rejection:
        candidate = self._candidates[index]
        useful = [c for c in wanted if candidate.can(c)]
        eta_s: float | None = None
        crew = self._field.crew[index]
        if not useful:
            why = useless
        elif crew in self._sender:
            why = say("Has one crew with {callsign}, which is sent.", callsign=self._sender[crew])
        elif crew in self._elsewhere:
            other = self._elsewhere[crew]
            why = say("Proposed for incident {number}, priority {priority}.", number=other.number, priority=other.priority)
        elif crew in self._held:
            why = say("Kept free for priority 1 while {count} incidents wait.", count=self._situation.waiting)
        elif self._reach.unreachable(index):
            why = self._reach.why_unreachable(index)
        else:
            reached = self._reach.known(index)
            eta_s = reached.eta_s if reached else None
            why = self._later(candidate, useful, reached)
        return Rejection(candidate.unit.id, candidate.unit.callsign, why, eta_s)

    def _why_not_free(self, unit: UnitView) -> Sentence:
        if unit.incident is not None and unit.incident == self._request.incident_id:
            return _SENT_HERE
        why = why_not_free(unit, self._situation, self._catalogue)
        if why is None:
            raise BugError(f"{unit.callsign} is free and was not considered")
        return why

    def unfilled(self) -> tuple[Unfilled, ...]:
        """Return the needs that nobody fills, and why."""
        needs, chosen = self._needs, self._chosen
        filled = {c.slot.name for c in chosen}
        open_slots = [s for s in needs.slots if s.name not in filled]
        answer = []
        for capability in dict.fromkeys(s.capability for s in open_slots):
            names = [s.name for s in open_slots if s.capability == capability]
            answer.append(Unfilled(names[0], capability, len(names), self._why_unfilled(capability)))
        for one, missing in still_missing(needs, chosen, self._candidates):
            answer.append(Unfilled(f"{one.counted}-{one.capability}", one.capability, missing, self._why_missing(one, missing)))
        return tuple(answer)

    def _why_missing(self, one: Sum, missing: int) -> Sentence:
        capability = self._term(one.capability)
        if one.counted is Counted.PEOPLE:
            return say("{missing} more people with {capability} are needed.", missing=missing, capability=capability)
        facts = {"missing": amount(missing), "whole": amount(one.wanted, capability.unit), "capability": capability}
        return say("{missing} of {whole} are still missing: {capability}. {why}", **facts, why=self._why_unfilled(one.capability))

    def notes(self) -> tuple[Sentence, ...]:
        """Return what a dispatcher should know beside the rows."""
        notes = []
        walk_m = min((c.reached.arrival.walk_m for c in self._chosen), default=0.0)
        if walk_m >= WALK_NOTE_M:
            notes.append(say("The incident is off the road: the last {metres} m are on foot.", metres=10 * round(walk_m / 10)))
        for c in self._chosen:
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

    def _row(self, rank: int, c: Chosen, bird: int | None) -> RecommendedUnit:
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
            reason=self._with_amounts(self._why(c, bird), candidate.unit),
            runner_up=self._candidates[runner.index].unit.callsign if runner else "",
            margin_s=runner.eta_s - c.reached.eta_s if runner else None,
            divert_from=candidate.leaves.id if candidate.leaves else None,
            diversion=both_sides(c, self._priority, self._field, self._reach, self._gone_but_to(candidate.leaves)),
            binding=self._binding(c),
        )

    def _gone_but_to(self, left: IncidentView | None) -> set[int]:
        """Return whose crew goes somewhere in this plan; not those who take the diverted unit's place at the incident that it left."""
        if left is None:
            return self._gone
        there = {crew for crew, request in self._elsewhere.items() if request.incident_id == left.id}
        return {i for i in self._gone if self._field.crew[i] not in there}

    def _binding(self, c: Chosen) -> Binding:
        if self._candidates[c.reached.index].leaves is not None:
            return Binding.DIVERTED
        if c.spared is not None:
            return Binding.COVER
        counted = counted_of(c.slot.name)
        if counted is not None:
            return Binding.CREW if counted is Counted.PEOPLE else Binding.AMOUNT
        if c.earliest.index != c.reached.index:
            return Binding.WHOLE
        return Binding.ONLY if c.runner_up is None else Binding.FIRST

    def _with_amounts(self, why: Sentence, unit: UnitView) -> Sentence:
        """Return a reason with what a unit brings of the amounts that the plan asks for."""
        for one in self._needs.sums:
            brings = one.of(unit)
            if one.counted is Counted.AMOUNT and brings:
                capability = self._term(one.capability)
                facts = {"part": amount(brings), "whole": amount(one.wanted, capability.unit), "capability": capability}
                why = say("{why} Brings {part} of {whole}: {capability}.", why=why, **facts)
        return why

    def _why(self, c: Chosen, bird: int | None) -> Sentence:
        facts: dict[str, object] = {
            "capability": self._term(c.slot.capability),
            "km": km(c.reached.arrival.distance_m),
            "eta": clock(c.reached.eta_s),
        }
        quicker = self._why_not_the_quickest(c, facts)
        if quicker is not None:
            return quicker
        if bird is None or not self._beaten_by_air(c, bird):
            return say("Nearest {capability} by road: {km} km, {eta}.", **facts)
        other = self._candidates[bird].unit.callsign
        road = self._reach.of(bird)
        if road is None:
            return say("Nearest {capability} by road: {km} km, {eta}; by air {other} is nearer but no road leads from it.", **facts, other=other)
        facts |= {"other": other, "km2": km(road.arrival.distance_m), "eta2": clock(road.eta_s)}
        if road.eta_s < c.reached.eta_s:
            return self._why_not_sooner(bird, facts)
        if road.arrival.distance_m < c.reached.arrival.distance_m:
            return say("First {capability} by road: {km} km, {eta}; {other} is nearer, {km2} km, but takes {eta2}.", **facts)
        return say("Nearest {capability} by road: {km} km, {eta}; by air {other} is nearer but has to drive {km2} km, {eta2}.", **facts)

    def _why_not_sooner(self, index: int, facts: Mapping[str, object]) -> Sentence:
        """Return why a unit that would be there sooner ranks later: the price of a diversion, of a stale position; or it is one too many."""
        candidate = self._candidates[index]
        if candidate.leaves is not None:
            return say(
                "First free {capability} by road: {km} km, {eta}; {other}, {eta2}, would gain too little to be taken off incident {number}.",
                **facts,
                number=candidate.leaves.number,
            )
        if candidate.stale_s > 0:
            return say("First {capability} by road: {km} km, {eta}; {other} might take {eta2}, but its position is stale.", **facts)
        return say("{capability} by road: {km} km, {eta}; {other} would take {eta2}, but all that is needed comes without it.", **facts)

    def _why_not_the_quickest(self, c: Chosen, facts: Mapping[str, object]) -> Sentence | None:
        """Return why somebody quicker does not fill the slot; `None` where nobody is quicker."""
        if c.spared is not None:
            more = {
                "other": self._candidates[c.spared.reached.index].unit.callsign,
                "percent": round(c.spared.share * 100, 1),
                "late": round(c.reached.eta_s - c.spared.reached.eta_s),
            }
            return say(
                "{capability} by road: {km} km, {eta}, {late} s after {other}; without {other} {percent} % of the region would be uncovered.",
                **facts,
                **more,
            )
        if c.earliest.index == c.reached.index or c.earliest.index not in self._gone:
            return None
        other = self._candidates[c.earliest.index].unit.callsign
        goes_to = self._elsewhere.get(self._field.crew[c.earliest.index])
        if goes_to is None:
            return say("Next {capability} by road: {km} km, {eta}; {other} is quicker and fills another slot.", **facts, other=other)
        number = goes_to.number
        return say(
            "Next {capability} by road: {km} km, {eta}; {other} is quicker and goes to incident {number}.", **facts, other=other, number=number
        )

    def _nearest_by_air(self, capability: str) -> int | None:
        able = self._field.able_row(capability)
        left_m = self._left_m[able]
        nearest = int(np.argmin(left_m)) if len(able) else 0
        return int(able[nearest]) if len(able) and left_m[nearest] < np.inf else None

    def _beaten_by_air(self, c: Chosen, bird: int) -> bool:
        return bool(self._air_m[bird] < self._air_m[c.reached.index])

    def _later(self, candidate: Candidate, useful: Sequence[str], reached: Reached | None) -> Sentence:
        rivals = [c for c in self._chosen if c.slot.capability in useful] or list(self._chosen)
        if not rivals:
            return say("Not needed for what is still open.")
        last = max(rivals, key=lambda c: c.reached.order)
        facts = {"other": self._candidates[last.reached.index].unit.callsign, "eta2": clock(last.reached.eta_s)}
        if reached is None:
            return say("Arrives later than {other}, {eta2}.", **facts)
        facts |= {"eta": clock(reached.eta_s), "km": str(km(reached.arrival.distance_m))}
        if reached.order < last.reached.order:
            return say("Would be there in {eta}, {km} km, but all that is needed comes without it.", **facts)
        if reached.rank_ms == last.reached.rank_ms:
            return say("Arrives at the same time as {other}, {eta}, {km} km, and is not needed.", **facts)
        if reached.eta_s >= last.reached.eta_s:
            return say("Arrives later: {eta}, {km} km; {other} takes {eta2}.", **facts)
        return self._would_be_sooner(candidate, facts)

    def _would_be_sooner(self, candidate: Candidate, facts: Mapping[str, object]) -> Sentence:
        if candidate.leaves is None:
            return say("Might be there in {eta}, {km} km, but its position is stale; {other} takes {eta2}.", **facts)
        return say(
            "Would be there in {eta}, {km} km; that gains too little to take it off incident {number}: {other} takes {eta2}.",
            **facts,
            number=candidate.leaves.number,
        )

    def _why_unfilled(self, capability: str) -> Sentence:
        name = self._term(capability)
        able = self._field.able(capability)
        owners = len(able) + sum(u.capabilities.get(capability, 0) > 0 for u in self._field.others)
        if not owners:
            return say("No unit has {capability}.", capability=name)
        cut_off = sum(i not in self._gone and self._reach.unreachable(i) for i in able)
        if cut_off:
            return say("No free unit with {capability} has a road to this place; free: {count}.", count=cut_off, capability=name)
        kept = len({self._field.crew[i] for i in able} & self._held)
        if kept:
            return say(
                "What is still free with {capability}, {kept} in all, is kept for priority 1 while {count} incidents wait.",
                kept=kept,
                capability=name,
                count=self._situation.waiting,
            )
        if any(self._field.crew[i] in self._elsewhere for i in able):
            return say(
                "Every unit with {capability} is sent, proposed for another incident, busy or out of service; in all: {count}.",
                count=owners,
                capability=name,
            )
        return say("Every unit with {capability} is sent, busy or out of service; in all: {count}.", count=owners, capability=name)

    def _names(self, capabilities: Sequence[str]) -> Terms:
        return Terms(tuple(self._term(c) for c in capabilities))

    def _term(self, capability: str) -> Capability:
        return self._catalogue.capability(capability)
