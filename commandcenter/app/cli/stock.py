"""`commandcenter resources stock`: what depots hold, what is short, expires or runs out, and the plan of deliveries."""

from __future__ import annotations

import argparse
from typing import Any

from commandcenter.app.cli.terminal import DONE, REFUSED, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.app.session import existing_log, open_session
from commandcenter.dispatch.now import iso_day
from commandcenter.dispatch.trip_goal import SOONEST, Aim, Goal
from commandcenter.model.entries import Value
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue, default_catalogue


def add_to(actions: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the action's parser."""
    parser = actions.add_parser("stock", help="what depots hold, what is short, expires or runs out", parents=[shared])
    parser.add_argument("--region", required=True, metavar="NAME")
    parser.add_argument("--plan", action="store_true", help="also plan deliveries for all open incidents, with vehicle trips")
    parser.add_argument("--least-driving", action="store_true", help="plan trips with the least driving instead of the soonest arrival")
    parser.add_argument(
        "--back-within", type=int, default=0, metavar="HOURS", help="with --least-driving: so many hours after now every vehicle is back"
    )
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
        _print(found)
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


def _print(found: dict[str, Any]) -> None:
    for line in found["stock"]:
        mark = "◇" if line["partner"] else " "
        print_line(f"{mark} {line['depot']:<28} {line['name']:<28} {line['quantity']:>8} {line['unit']:<5} {line['batch']:<10} {line['expires']}")
    for one in found["short"]:
        print_line(f"▼ {one['depot']}: {one['free']} of {one['item']} free, {one['minimum']} should be there")
    for one in found["expiring"]:
        print_line(f"! {one['depot']}: {one['quantity']} of {one['item']} {one['batch']} expire in {one['days_left']} days")
    for one in found["runs_out"]:
        low, high = one["per_hour_interval"]
        print_line(f"→ {one['depot']}: {one['item']} runs out in {one['hours']} h at {one['per_hour']} an hour ({low} to {high})")
    plan = found.get("plan")
    if plan is not None:
        print_line(f"{len(plan['deliveries'])} deliveries, {len(plan['unmet'])} unmet, {len(plan['trips'])} trips (at least {plan['least_trips']})")
        print_line(f"goal: {plan['goal']}; {round(plan['driven_s'] / 60)} min of driving, there and back")
