"""The closed sets and record layouts of the road graph. Arc `2e` runs along edge `e`, arc `2e + 1` against it."""

from __future__ import annotations

from enum import IntEnum, IntFlag

import numpy as np

MICRO = 1e-7
"""Degrees per stored unit of longitude and latitude: OSM's own resolution, about 1 cm."""


class RoadClass(IntEnum):
    """What kind of way an edge is: OSM's `highway` value, or a ferry."""

    MOTORWAY = 0
    MOTORWAY_LINK = 1
    TRUNK = 2
    TRUNK_LINK = 3
    PRIMARY = 4
    PRIMARY_LINK = 5
    SECONDARY = 6
    SECONDARY_LINK = 7
    TERTIARY = 8
    TERTIARY_LINK = 9
    UNCLASSIFIED = 10
    RESIDENTIAL = 11
    LIVING_STREET = 12
    SERVICE = 13
    ROAD = 14
    TRACK = 15
    BUSWAY = 16
    PEDESTRIAN = 17
    FOOTWAY = 18
    PATH = 19
    CYCLEWAY = 20
    BRIDLEWAY = 21
    STEPS = 22
    FERRY = 23


class Mode(IntEnum):
    """How one travels; each has two bits of `Access` in an edge's access word."""

    MOTOR = 0
    EMERGENCY = 1
    PSV = 2
    HGV = 3
    TRAILER = 4
    FOOT = 5


class Access(IntEnum):
    """Who may use an edge or pass a node."""

    NO = 0
    PRIVATE = 1
    DESTINATION = 2
    YES = 3


class Flag(IntFlag):
    """What else is known of an edge."""

    BRIDGE = 1
    TUNNEL = 2
    FORD = 4
    ROUNDABOUT = 8
    ROUGH = 16
    """Unpaved or bad surface."""
    PSV_AGAINST = 32
    """Buses may go against the one-way."""
    FOOT_ONEWAY = 64
    """The one-way holds for people on foot too."""
    REVERSIBLE = 128
    """The direction changes with the time of day; taken as open in neither direction for ordinary traffic."""
    PHYSICAL = 256
    """Carriageways so separated that nobody goes against them (motorways, roundabouts, links)."""


class Barrier(IntEnum):
    """What stands on a node."""

    NONE = 0
    GATE = 1
    """Gate, lift gate, chain, swing gate: opens with a key or a push."""
    BOLLARD = 2
    """Bollard, removable post, rising bollard."""
    BLOCK = 3
    """Concrete block, jersey barrier, debris, log, wall."""
    NARROW = 4
    """Cycle barrier, stile, kissing gate, turnstile: people only."""


class RuleKind(IntEnum):
    """Of a turn restriction."""

    NO = 0
    ONLY = 1


EDGE = np.dtype(
    [
        ("tail", np.int32),
        ("head", np.int32),
        ("length_m", np.float64),
        ("way", np.int64),
        ("name", np.int32),
        ("speed_kph", np.float32, (2,)),  # signed limit along and against; 0: none known
        ("access", np.uint16, (2,)),  # along and against, two bits per mode
        ("height_cm", np.uint16),  # limits: 0 is none
        ("width_cm", np.uint16),
        ("weight_10kg", np.uint16),
        ("flags", np.uint16),
        ("road_class", np.uint8),
        ("oneway", np.int8),  # 1 along, -1 against, 0 both
    ]
)
"""One edge between two junctions, as stored."""

NODE = np.dtype([("osm", np.int64), ("lon", np.int32), ("lat", np.int32), ("barrier", np.uint8)])
"""One junction, as stored."""

RULE = np.dtype([("kind", np.uint8), ("modes", np.uint8), ("start", np.int32), ("stop", np.int32)])
"""A turn restriction: who it binds (bit per `Mode`) and where its arcs stand in the list of arcs."""


def access_of(word: int, mode: Mode) -> Access:
    """Return what an access word says for a mode."""
    return Access((word >> (2 * mode)) & 3)


def twin(arc: int) -> int:
    """Return the arc of the same edge in the other direction."""
    return arc ^ 1
