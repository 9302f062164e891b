"""What is said of a plan: how many trips, when things are there, how long is driven, and how far from the best it can be."""

from __future__ import annotations

from commandcenter.dispatch.logistics import Answer
from commandcenter.dispatch.rounds import MOST_DROPS
from commandcenter.dispatch.supply_flow import SupplyPlan
from commandcenter.dispatch.trip_goal import Aim
from commandcenter.dispatch.trips import TripPlan
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr

AIMS = {Aim.SOONEST: mark("Soonest arrival"), Aim.DRIVING: mark("Least driving")}
WHOLE = 1.0
"""A gap as large as the value itself says nothing."""


def goal_words(aim: str) -> str:
    """Return what a transfer's plan was for; one of a newer program as it is."""
    return tr(AIMS[Aim(aim)]) if aim in set(Aim) else aim


def summary(answer: Answer) -> Sentence:
    """Return what the plan is worth."""
    trips = answer.trips
    if not answer.flow.deliveries and not answer.flow.unmet:
        return say("Nothing is needed that is not promised already.")
    if not answer.flow.deliveries:
        return say("No depot can give anything of what is needed.")
    if not trips.trips:
        return say("{n} deliveries; no supply vehicle can bring them.", n=len(answer.flow.deliveries))
    return say(
        "{goal}. Trips: {n}, at least {least} are needed; loads are there after {mean} min on average, the last after {last} min; "
        "{driven} min of driving, there and back. {proof}",
        goal=trips.goal.said,
        n=len(trips.trips),
        least=trips.least_trips,
        mean=round(trips.mean_s / 60),
        last=round(trips.last_s / 60),
        driven=round(trips.driven_s / 60),
        proof=_proof(trips),
    )


def _proof(trips: TripPlan) -> Sentence:
    if trips.goal.aim is Aim.DRIVING:
        if trips.proven:
            return say("Proven: no plan does with less driving.")
        return say("Not proven; no plan does with less than {bound} min of driving.", bound=round(trips.driven_bound_s / 60))
    if trips.proven:
        return say("Proven: no plan has these loads there earlier.")
    return say(
        "No plan has them there before {bound} min on average, the last before {last} min.",
        bound=round(trips.mean_bound_s / 60),
        last=round(trips.bound_s / 60),
    )


def method(flow: SupplyPlan | None, aim: Aim) -> str:
    """Return how plans are made, and of one whose deliveries are not proven how far off they may be."""
    if aim is Aim.DRIVING:
        trips = tr(
            "Life at risk is served first and soonest; all other trips with the least driving, there and back. Up to {n} loads exactly.", n=MOST_DROPS
        )
    else:
        trips = tr("Trips serve several places; urgent loads first, then the least sum of arrivals. Up to {n} loads exactly.", n=MOST_DROPS)
    return f"{_deliveries(flow)} {trips}"


def _deliveries(flow: SupplyPlan | None) -> str:
    if flow is None or flow.proven:
        return tr("Deliveries: minimum-cost flow for each item, urgent places first, proven optimal.")
    if flow.gap < WHOLE:
        return tr("Deliveries: not proven, the time ran out; a better plan is at most {percent} % better.", percent=formats.number(100 * flow.gap))
    return tr("Deliveries: not proven, the time ran out; how much better another plan is, nobody knows.")
