"""Turns some crossings of collector roads into roundabouts (anticlockwise: traffic keeps right)."""

from __future__ import annotations

import numpy as np
from shapely.geometry import LineString

from commandcenter.geo.training.curves import part_of
from commandcenter.geo.training.network import Edge, Network

RADIUS_M = 17.0
CLASSES = ("secondary", "tertiary", "unclassified")
MOST = 22
APART_M = 420.0


def make_roundabouts(network: Network, centre_reach_m: float = 1700.0) -> int:
    """Rebuild suitable crossings outside the inner city; returns how many."""
    at = network.incident()
    done: list[int] = []
    for node in sorted(at):
        edges = [network.edges[number] for number in at[node]]
        if len(done) == MOST or not _suits(network, node, edges, centre_reach_m):
            continue
        if any(np.hypot(*(network.nodes[node] - network.nodes[other])) < APART_M for other in done):
            continue
        _rebuild(network, node, edges)
        done.append(node)
    return len(done)


def _suits(network: Network, node: int, edges: list[Edge], centre_reach_m: float) -> bool:
    ranks = [edge.tags["highway"] for edge in edges]
    if len(edges) not in (4, 5) or sum(rank in CLASSES for rank in ranks) < 3 or "primary" in ranks:
        return False
    plain = all(edge.a != edge.b and edge.length_m > 70 and not {"oneway", "bridge", "tunnel", "maxheight"} & edge.tags.keys() for edge in edges)
    return plain and float(np.hypot(*network.nodes[node])) > centre_reach_m


def _rebuild(network: Network, node: int, edges: list[Edge]) -> None:
    """Shorten the edges at a node to a circle around it and draw the circle."""
    middle = network.nodes[node]
    arms = []
    for edge in edges:
        outward = edge.a == node
        line = LineString(edge.coords if outward else edge.coords[::-1])
        rest = np.asarray(part_of(line, RADIUS_M, line.length).coords)
        angle = float(np.arctan2(*(rest[0] - middle)[::-1]))
        rest[0] = middle + RADIUS_M * np.array([np.cos(angle), np.sin(angle)])
        arms.append((angle, edge, rest, outward))
    arms.sort(key=lambda arm: arm[0])
    first = len(network.nodes)
    network.nodes = np.vstack([network.nodes, [rest[0] for _, _, rest, _ in arms]])
    best = min((edge for edge in edges), key=lambda edge: CLASSES.index(edge.tags["highway"]) if edge.tags["highway"] in CLASSES else 9)
    tags = {**best.tags, "junction": "roundabout", "oneway": "yes", "maxspeed": "30"}
    for number, (angle, edge, rest, outward) in enumerate(arms):
        here = first + number
        edge.coords = rest if outward else rest[::-1]
        edge.a, edge.b = (here, edge.b) if outward else (edge.a, here)
        after = (number + 1) % len(arms)
        turn = (arms[after][0] - angle) % (2 * np.pi)
        angles = angle + np.linspace(0, turn, max(3, int(turn / 0.35) + 1))
        arc = middle + RADIUS_M * np.column_stack([np.cos(angles), np.sin(angles)])
        arc[0], arc[-1] = rest[0], arms[after][2][0]
        network.edges.append(Edge(here, first + after, arc, best.street, tags))
