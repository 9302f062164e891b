"""`commandcenter resources stock`: what depots hold, what is short, expires or runs out, and the plan of deliveries."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from commandcenter.app.cli.speaking import speaker_of
from commandcenter.app.cli.terminal import DONE, REFUSED, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.app.options import LANGUAGES
from commandcenter.app.session import existing_log, open_session
from commandcenter.dispatch.now import iso_day
from commandcenter.dispatch.trip_goal import SOONEST, Aim, Goal
from commandcenter.model.entries import Value
from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue, default_catalogue

GOALS = {Aim.SOONEST: say("soonest arrival"), Aim.DRIVING: say("least driving")}
COUNTED_IN = {"pcs": say("pcs"), "can": say("can"), "bag": say("bag")}
"""In what the goods of the shipped catalogue are counted; what an agency wrote itself stays as it wrote it."""


def add_to(actions: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the action's parser."""
    parser = actions.add_parser("stock", help="what depots hold, what is short, expires or runs out", parents=[shared])
    parser.add_argument("--region", required=True, metavar="NAME")
    parser.add_argument("--plan", action="store_true", help="also plan deliveries for all open incidents, with vehicle trips")
    parser.add_argument("--least-driving", action="store_true", help="plan trips with the least driving instead of the soonest arrival")
    parser.add_argument(
        "--back-within", type=int, default=0, metavar="HOURS", help="with --least-driving: so many hours after now every vehicle is back"
    )
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of names; of --json, codes and English")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the stock."""
    if args.back_within < 0 or (args.back_within and not args.least_driving):
        print_line("--back-within takes hours, with --least-driving.")
        return REFUSED
    home, catalogue = Home.open(args.home), default_catalogue()
    if existing_log(home, args.region) is None:
        print_line("No operation has begun in this region; there is no stock.")
        return REFUSED
    with open_session(home, args.region, catalogue=catalogue) as session:
        desk = session.desk
        found = report(desk.picture, catalogue, desk.clock.wall_ms())
        if args.plan:
            from commandcenter.dispatch import logistics  # the solver, only where it is asked for

            asked = logistics.question(desk.picture, session.tracks.latest(), desk.roads, catalogue, desk.clock.wall_ms())
            goal = Goal(Aim.DRIVING, args.back_within) if args.least_driving else SOONEST
            found["plan"] = _plan(logistics.deliver(asked, goal=goal))
    if args.json:
        print_json(found)
    else:
        _print(found, catalogue, args.language)
    return DONE if found["stock"] else REFUSED


def report(picture: Picture, catalogue: Catalogue, now_ms: int) -> dict[str, Any]:
    """Return the documented form: `stock`, `short`, `expiring`, `runs_out` as lists of plain values; keys are only ever added."""
    from commandcenter.dispatch.forecast import forecasts  # numpy, only where it is asked for
    from commandcenter.dispatch.levels import expiring, shortages

    today, depots = iso_day(now_ms), picture.depots()
    name = {depot.id: depot.name for depot in depots}
    runs_out = [one for depot in depots for one in forecasts(depot, picture.supplies.moves(depot.id), now_ms, today)]
    return {
        "stock": _stock(picture, catalogue, today),
        "short": [{"depot": name[s.depot], "item": s.item, "free": s.free, "minimum": s.level} for s in shortages(depots, today)],
        "expiring": [
            {"depot": name[e.depot], "item": e.batch.item, "batch": e.batch.batch, "quantity": e.batch.quantity, "days_left": e.days_left}
            for e in expiring(depots, today)
        ],
        "runs_out": [
            {
                "depot": name[f.depot],
                "item": f.item,
                "free": f.free,
                "per_hour": round(f.rate.per_hour, 2),
                "per_hour_interval": [round(f.rate.low, 2), round(f.rate.high, 2)],
                "hours": None if f.hours is None else round(f.hours, 1),
            }
            for f in runs_out
        ],
    }


def _stock(picture: Picture, catalogue: Catalogue, today: str) -> list[Value]:
    whose = {partner.id: partner.name for partner in picture.supplies.partners()}
    return [
        {
            "depot": depot.name,
            "partner": whose.get(depot.partner) if depot.partner is not None else None,
            "item": line.item,
            "name": catalogue.items[line.item].en if line.item in catalogue.items else line.item,
            "batch": line.batch,
            "expires": line.expires,
            "quantity": line.quantity,
            "unit": line.unit,
            "free": depot.free(line.item, today),
            "minimum": depot.minimums.get(line.item, 0),
        }
        for depot in picture.depots()
        for line in depot.stock
    ]


def _plan(answer: Any) -> dict[str, Any]:  # noqa: ANN401 - `logistics.Answer`, whose module loads the solver
    """Return deliveries, what is unmet, and trips as plain values."""
    return {
        "proven": answer.flow.proven,
        "deliveries": [
            {
                "depot_id": d.depot,
                "incident_id": d.site,
                "item": d.item,
                "quantity": d.quantity,
                "eta_s": round(d.eta_s),
                "distance_m": round(d.distance_m),
            }
            for d in answer.flow.deliveries
        ],
        "unmet": [{"incident_id": u.site, "item": u.item, "missing": u.missing, "reason": str(u.reason)} for u in answer.unmet],
        "trips": [
            {
                "callsign": t.callsign,
                "trip": t.number,
                "depot_id": t.depot,
                "leaves_s": round(t.leaves_s),
                "stops": [{"incident_id": s.site, "goods": dict(s.goods), "arrives_s": round(s.arrives_s)} for s in t.stops],
            }
            for t in answer.trips.trips
        ],
        "least_trips": answer.trips.least_trips,
        "last_s": round(answer.trips.last_s),
        "bound_s": round(answer.trips.bound_s),
        "mean_s": round(answer.trips.mean_s),
        "mean_bound_s": round(answer.trips.mean_bound_s),
        "trips_proven": answer.trips.proven,
        "goal": str(answer.trips.goal.aim),
        "back_within_h": answer.trips.goal.within_h,
        "driven_s": round(answer.trips.driven_s),
        "driven_bound_s": round(answer.trips.driven_bound_s),
    }


def _print(found: dict[str, Any], catalogue: Catalogue, language: str) -> None:
    speak = speaker_of(language)
    for line in found["stock"]:
        mark, name = "◇" if line["partner"] else " ", catalogue.item(line["item"]).name(language)
        unit = speak(COUNTED_IN[line["unit"]]) if line["unit"] in COUNTED_IN else line["unit"]
        print_line(f"{mark} {line['depot']:<28} {name:<28} {line['quantity']:>8} {unit:<5} {line['batch']:<10} {line['expires']}")
    for sign, sentence in _sentences(found, catalogue):
        print_line(f"{sign}{speak(sentence)}")


def _sentences(found: dict[str, Any], catalogue: Catalogue) -> Iterator[tuple[str, Sentence]]:
    """Yield what is short, expires and runs out, and the plan, each with the sign before it."""
    for one in found["short"]:
        yield "▼ ", say("{depot}: {free} of {item} free, {minimum} should be there", **_named(one, catalogue))
    for one in found["expiring"]:
        yield "! ", say("{depot}: {quantity} of {item} {batch} expire in {days_left} days", **_named(one, catalogue))
    for one in found["runs_out"]:
        low, high = one["per_hour_interval"]
        yield "→ ", say("{depot}: {item} runs out in {hours} h at {per_hour} an hour ({low} to {high})", **_named(one, catalogue), low=low, high=high)
    plan = found.get("plan")
    if plan is not None:
        deliveries, unmet, trips = (len(plan[name]) for name in ("deliveries", "unmet", "trips"))
        facts = {"deliveries": deliveries, "unmet": unmet, "trips": trips, "least": plan["least_trips"]}
        yield "", say("{deliveries} deliveries, {unmet} unmet, {trips} trips (at least {least})", **facts)
        yield "", say("goal: {goal}; {minutes} min of driving, there and back", goal=GOALS[Aim(plan["goal"])], minutes=round(plan["driven_s"] / 60))


def _named(one: dict[str, Any], catalogue: Catalogue) -> dict[str, object]:
    """Return a row's values with its goods by name."""
    return {**one, "item": catalogue.item(one["item"])}
