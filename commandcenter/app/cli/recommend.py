"""`commandcenter recommend`: who would come, how far, and why, without a window."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from typing import Any

from commandcenter.app.cli.recommend_lines import answer_lines, report_lines
from commandcenter.app.cli.speaking import speaker_of
from commandcenter.app.cli.terminal import DONE, REFUSED, print_json, print_line
from commandcenter.app.home import Home
from commandcenter.app.options import LANGUAGES
from commandcenter.app.session import existing_log, open_pack, open_session
from commandcenter.app.speeds import factors_now, roads_of
from commandcenter.dispatch.differences import differences, report_json
from commandcenter.dispatch.jsonform import to_json
from commandcenter.dispatch.query import fragility_at, recommend_at, situation_from
from commandcenter.dispatch.situation import Situation, situation_of
from commandcenter.geo.pack import RegionPack
from commandcenter.model.errors import Refused
from commandcenter.model.ports import Roads
from commandcenter.model.words import LonLat
from commandcenter.resources.catalogue import Catalogue, default_catalogue
from commandcenter.resources.fleet import default_fleet


def add_to(commands: Any, shared: argparse.ArgumentParser) -> None:  # noqa: ANN401 - argparse keeps that class private
    """Add the command's parser."""
    parser = commands.add_parser("recommend", help="nearest available teams and supplies by road", parents=[shared])
    parser.add_argument("what", nargs="?", choices=("units", "report"), default="units", help="who would come, or where people and engine differed")
    parser.add_argument("--region", required=True, metavar="NAME")
    place = "place of the incident in degrees (a western longitude needs the equals sign: --at=-71.5,42.3)"
    parser.add_argument("--at", type=lon_lat, metavar="LON,LAT", help=place)
    parser.add_argument("--type", help="incident type, e.g. fire.structure")
    parser.add_argument("--k", type=int, default=None, metavar="N", help="rank the nearest N instead of the response plan's need")
    parser.add_argument("--language", choices=LANGUAGES, default="en", help="language of names and reasons; of --json, codes and English")
    parser.add_argument("--json", action="store_true", help="for a program to read")
    parser.set_defaults(run=run)


def lon_lat(text: str) -> LonLat:
    """Read `LON,LAT`; argparse shows the sentence of the error."""
    try:
        lon, lat = (float(part) for part in text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not LON,LAT in degrees, e.g. 8.69,49.41") from None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise argparse.ArgumentTypeError(f"{text!r} is not on the earth: longitude first, then latitude")
    return LonLat(lon, lat)


def run(args: argparse.Namespace) -> int:
    """Recommend and print, or report where people chose otherwise."""
    home, catalogue = Home.open(args.home), default_catalogue()
    if args.what == "report":
        return _report(home, args.region, catalogue, args.language, as_json=args.json)
    if args.at is None or args.type is None:
        raise Refused("Say where and what: --at LON,LAT and --type TYPE.")
    pack = open_pack(home, args.region)
    ground = _ground(home, pack, catalogue)
    answer = recommend_at(*ground, args.at, args.type, args.k)
    if args.json:
        print_json(to_json(answer, fragility_at(*ground, answer)))
    else:
        _say(answer_lines(answer, ground[1], speaker_of(args.language)))
    return DONE if answer.units else REFUSED


def _ground(home: Home, pack: RegionPack, catalogue: Catalogue) -> tuple[Situation, Catalogue, Roads]:
    """Return things, catalogue and roads as the region's log has them; before there is one, its default fleet waiting at its stations."""
    if existing_log(home, pack.name) is None:
        return situation_from(default_fleet(pack.facilities(), catalogue).commands), catalogue, pack.roads()
    with open_session(home, pack.name, catalogue=catalogue) as session:
        desk = session.desk
        situation = situation_of(desk.picture, session.tracks.latest(), desk.clock.wall_ms())
        return situation, desk.catalogue, roads_of(pack.roads(), desk.catalogue.profiles, factors_now(desk))


def _report(home: Home, region: str, catalogue: Catalogue, language: str, *, as_json: bool) -> int:
    if existing_log(home, region) is None:
        raise Refused("There is no operation in {region} yet.", region=region)
    with open_session(home, region, catalogue=catalogue) as session:
        report, catalogue = differences(session.desk.picture), session.desk.catalogue
    if as_json:
        print_json(report_json(report))
        return DONE
    _say(report_lines(report, catalogue, speaker_of(language)))
    return DONE


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        print_line(line)
