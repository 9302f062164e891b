"""Rules of the road: who may drive where. Trims loose fringes, mends one-ways, sets turn restrictions and barriers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy import sparse
from scipy.sparse import csgraph
from shapely.geometry.base import BaseGeometry

from commandcenter.geo.training.dice import Dice
from commandcenter.geo.training.network import Edge, Network
from commandcenter.geo.training.plan import Line
from commandcenter.geo.training.sheet import Sheet

LOCAL = ("residential", "living_street", "service", "unclassified")
CLOSED_ACCESS = ("no", "private")


@dataclass(frozen=True, slots=True)
class Restriction:
    """A turn restriction between edges: `via` is a node, or an edge."""

    kind: str
    from_edge: int
    to_edge: int
    via_node: int | None = None
    via_edge: int | None = None


def trim_fringe(network: Network, built: BaseGeometry, dice: Dice) -> None:
    """Drop most loose ends at the edge of the built-up ground, as real edges are not frayed."""
    rng = dice.stream("fringe")
    rim = shapely.boundary(built)
    shapely.prepare(rim)
    for _ in range(2):
        degree = np.bincount([end for edge in network.edges for end in (edge.a, edge.b)], minlength=len(network.nodes))
        at_rim = shapely.dwithin(rim, shapely.points(network.nodes), 26.0) & (degree == 1)
        network.edges = [edge for edge in network.edges if not (_loose(edge, network, at_rim) and rng.random() < 0.9)]


def _loose(edge: Edge, network: Network, at_rim: np.ndarray) -> bool:
    return bool(at_rim[edge.a] or at_rim[edge.b]) and not network.streets[edge.street].kept and edge.tags["highway"] in LOCAL


def mend_one_ways(network: Network) -> None:
    """Open one-way streets (and pedestrian ones) until every car can get from every road to every other."""
    for _ in range(20):
        part = strong_parts(network)
        main = np.argmax(np.bincount(part))
        cut_off = [edge for edge in network.edges if part[edge.a] != main or part[edge.b] != main]
        loose = [edge for edge in cut_off if edge.tags.get("oneway") == "yes" and not edge.tags["highway"].startswith("motorway")]
        walled = [edge for edge in cut_off if edge.tags["highway"] == "pedestrian" and (part[edge.a] == main) != (part[edge.b] == main)]
        if not loose and not walled:
            return
        for edge in loose:
            edge.tags = {key: value for key, value in edge.tags.items() if key != "oneway"}
        for edge in walled:
            edge.tags = {**edge.tags, "highway": "living_street", "maxspeed": "20"}
            edge.tags.pop("motor_vehicle", None)


def strong_parts(network: Network) -> np.ndarray:
    """Return each node's strongly connected part for cars."""
    count = len(network.nodes)
    open_edges = [edge for edge in network.edges if edge.tags["highway"] not in ("pedestrian", "track") and edge.tags.get("access") != "private"]
    pairs = [(edge.a, edge.b) for edge in open_edges]
    pairs.extend((edge.b, edge.a) for edge in open_edges if edge.tags.get("oneway") != "yes")
    ends = np.array(pairs)
    graph = sparse.coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(count, count))
    part: np.ndarray = csgraph.connected_components(graph, directed=True, connection="strong")[1]
    return part


def _leaving(edge: Edge, node: int) -> Line:
    """Return the unit direction in which an edge leaves a node."""
    step = edge.coords[1] - edge.coords[0] if edge.a == node else edge.coords[-2] - edge.coords[-1]
    return np.asarray(step / max(np.hypot(*step), 1e-9))


def turn_restrictions(network: Network, dice: Dice) -> list[Restriction]:
    """Forbid some left turns and U-turns on the big roads, and send some side streets straight on."""
    rng = dice.stream("turns")
    found: list[Restriction] = []
    for node, edges in sorted(network.incident().items()):
        big = [
            number
            for number in edges
            if network.edges[number].tags["highway"] in ("primary", "secondary") and "oneway" not in network.edges[number].tags
        ]
        if len(edges) != 4 or len(big) != 2 or rng.random() < 0.15:
            continue
        start = big[int(rng.integers(2))]
        heading = -_leaving(network.edges[start], node)
        for kind, wanted in (("no_left_turn", 90.0), ("only_straight_on", 0.0)):
            target = _turning(network, node, edges, start, heading, wanted)
            if target is not None and (kind == "no_left_turn" or rng.random() < 0.12):
                found.append(Restriction(kind, start, target, via_node=node))
                break
    found.extend(_no_u_turns(network, rng))
    return found


def _turning(network: Network, node: int, edges: list[int], start: int, heading: Line, wanted_deg: float) -> int | None:
    """Return the two-way edge that lies `wanted_deg` to the left of the heading."""
    for number in edges:
        if number == start or "oneway" in network.edges[number].tags:
            continue
        out = _leaving(network.edges[number], node)
        angle = np.degrees(np.arctan2(heading[0] * out[1] - heading[1] * out[0], heading @ out))
        if abs(angle - wanted_deg) < 42:
            return number
    return None


def _no_u_turns(network: Network, rng: np.random.Generator) -> list[Restriction]:
    """Forbid turning back over a short piece of a big road (restrictions with a way as `via`)."""
    at = network.incident()
    found: list[Restriction] = []
    for number, edge in enumerate(network.edges):
        if edge.tags["highway"] not in ("primary", "secondary") or not 14 < edge.length_m < 45 or len(found) == 12:
            continue
        sides = [
            [other for other in at[node] if network.edges[other].tags["highway"] in LOCAL and "oneway" not in network.edges[other].tags]
            for node in (edge.a, edge.b)
        ]
        if sides[0] and sides[1] and sides[0][0] != sides[1][0] and rng.random() < 0.8:
            found.append(Restriction("no_u_turn", sides[0][0], sides[1][0], via_edge=number))
    return found


def furnish(network: Network, dice: Dice, square: Line) -> None:
    """Set pedestrian zone, bus lanes, private yards, gates, bollards, signals and turning circles."""
    rng = dice.stream("furniture")
    degree = np.bincount([end for edge in network.edges for end in (edge.a, edge.b)], minlength=len(network.nodes))
    for edge in network.edges:
        style, middle = network.streets[edge.street].style, edge.coords[len(edge.coords) // 2]
        if style == "old" and np.hypot(*(middle - square)) < 190:
            edge.tags = {key: value for key, value in edge.tags.items() if key not in ("maxspeed", "oneway")} | {
                "highway": "pedestrian", "motor_vehicle": "destination", "emergency": "yes", "surface": "paving_stones",
            }  # fmt: skip
        elif style == "old" and len(edge.coords) > 2 and edge.length_m > 50 and rng.random() < 0.04:
            network.vertex_tags[float(edge.coords[1][0]), float(edge.coords[1][1])] = {
                "barrier": "bollard",
                "access": "no",
                "emergency": "yes",
                "bicycle": "yes",
            }
        elif edge.tags["highway"] == "primary" and np.hypot(*middle) < 3000 and "maxheight" not in edge.tags and edge.street % 2:
            edge.tags = {**edge.tags, "lanes": "4", "busway:right": "lane", "lanes:bus": "1"}
        elif style == "industry" and network.streets[edge.street].kept:
            edge.tags = {**edge.tags, "highway": "service", "access": "private"}
            if len(edge.coords) > 2:
                network.vertex_tags[float(edge.coords[1][0]), float(edge.coords[1][1])] = {"barrier": "gate", "access": "private"}
        for node in (edge.a, edge.b):
            if degree[node] == 1 and style in ("suburb", "inner") and network.streets[edge.street].kept and rng.random() < 0.7:
                network.node_tags[node] = {"highway": "turning_circle"}
    for node, edges in network.incident().items():
        ranks = [network.edges[number].tags["highway"] for number in edges]
        if len(ranks) > 2 and sum(rank in ("primary", "secondary") for rank in ranks) >= 3:
            network.node_tags[node] = {"highway": "traffic_signals"}


def ends_at(network: Network, rule: Restriction) -> tuple[int, ...]:
    """Return the nodes where the ways of a restriction must end."""
    edges = [network.edges[number] for number in (rule.from_edge, rule.to_edge, *([] if rule.via_edge is None else [rule.via_edge]))]
    return tuple(node for edge in edges for node in (edge.a, edge.b))


def draw_restriction(sheet: Sheet, rule: Restriction, way_of: dict[int, int], ids: np.ndarray) -> None:
    """Write a turn restriction as OSM has it."""
    via = ("n", int(ids[rule.via_node]), "via") if rule.via_node is not None else ("w", way_of[rule.via_edge or 0], "via")
    members = [("w", way_of[rule.from_edge], "from"), via, ("w", way_of[rule.to_edge], "to")]
    sheet.relation(members, {"type": "restriction", "restriction": rule.kind})
