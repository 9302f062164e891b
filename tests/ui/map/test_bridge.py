"""What the page says is checked: our own messages pass, hostile ones are thrown away."""

from __future__ import annotations

import json
import math
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMetaMethod
from PySide6.QtWidgets import QApplication

from commandcenter.model.words import LonLat
from commandcenter.ui.map.bridge import MAX_POINTS, Bridge, Viewport

ID = "0123456789abcdef" * 2
SQUARE = [[8.0, 49.0], [8.1, 49.0], [8.1, 49.1], [8.0, 49.0]]


class Heard:
    """All checked messages of a bridge, and its refusals."""

    def __init__(self) -> None:
        self.bridge = Bridge()
        self.messages: list[tuple[object, ...]] = []
        self.refusals: list[str] = []
        said = self.bridge.messages
        for name in ("painted", "clicked", "hovered", "map_clicked", "cursor", "moved", "drawn", "context"):
            getattr(said, name).connect(lambda *what, name=name: self.messages.append((name, *what)))
        said.refused.connect(self.refusals.append)


@pytest.fixture
def heard(qapp: QApplication) -> Heard:
    return Heard()


def test_our_own_messages_pass(heard: Heard) -> None:
    bridge = heard.bridge
    bridge.ack(3.0)
    bridge.clicked("unit", ID)
    bridge.hovered("", "")
    bridge.hovered("overlay:sectors", "A-1")
    bridge.mapClicked(8.0, 49.0)
    bridge.moved(json.dumps([8, 49, 13, 7.9, 48.9, 8.1, 49.1]))
    bridge.drawn("polygon", json.dumps(SQUARE))
    bridge.context("", "", 8.0, 49.0)
    assert heard.messages == [
        ("painted", 3),
        ("clicked", "unit", ID),
        ("hovered", "", ""),
        ("hovered", "overlay:sectors", "A-1"),
        ("map_clicked", LonLat(8, 49)),
        ("moved", Viewport(LonLat(8, 49), 13, 7.9, 48.9, 8.1, 49.1)),
        ("drawn", "polygon", tuple(LonLat(*at) for at in SQUARE)),
        ("context", "", "", LonLat(8, 49)),
    ]
    assert heard.refusals == []


@pytest.mark.parametrize(
    "hostile",
    [
        lambda b: b.ack(math.nan),
        lambda b: b.ack(-1.0),
        lambda b: b.ack(1.5),
        lambda b: b.ack(1e300),
        lambda b: b.clicked("window", ID),
        lambda b: b.clicked("unit", "../../etc/passwd"),
        lambda b: b.clicked("unit", ID.upper()),
        lambda b: b.clicked("unit", ID + "\n"),
        lambda b: b.clicked("", ""),
        lambda b: b.hovered("unit", ""),
        lambda b: b.mapClicked(math.inf, 0.0),
        lambda b: b.cursor(181.0, 0.0),
        lambda b: b.cursor(0.0, -91.0),
        lambda b: b.context("unit", "x", 0.0, 0.0),
        lambda b: b.moved("[1, 2, 3]"),
        lambda b: b.moved("[8, 49, 99, 7, 48, 9, 50]"),
        lambda b: b.moved("[8, 49, 13, 9, 48, 7, 50]"),
        lambda b: b.moved('{"a": 1}'),
        lambda b: b.moved("[NaN, 49, 13, 7, 48, 9, 50]"),
        lambda b: b.moved("["),
        lambda b: b.moved("[" * 50_000),
        lambda b: b.moved("1" * 200_000),
        lambda b: b.drawn("circle", "[[8, 49]]"),
        lambda b: b.drawn("point", "[]"),
        lambda b: b.drawn("line", "[[8, 49]]"),
        lambda b: b.drawn("polygon", "[[8, 49], [8.1, 49], [8.1, 49.1], [8, 49.1]]"),
        lambda b: b.drawn("point", '[["8", 49]]'),
        lambda b: b.drawn("point", "[[true, 49]]"),
        lambda b: b.drawn("point", "[[8, 49, 3]]"),
        lambda b: b.drawn("point", "[[8, 490]]"),
        lambda b: b.drawn("line", json.dumps([[8, 49]] * (MAX_POINTS + 1))),
    ],
)
def test_hostile_messages_are_thrown_away(heard: Heard, hostile: Callable[[Bridge], None]) -> None:
    hostile(heard.bridge)
    assert heard.messages == []
    assert len(heard.refusals) == 1


def test_the_page_can_call_only_these_slots(heard: Heard) -> None:
    meta = heard.bridge.metaObject()
    own = [meta.method(i) for i in range(meta.methodOffset(), meta.methodCount())]
    slots = {bytes(method.name().data()).decode() for method in own if method.methodType() == QMetaMethod.MethodType.Slot}
    assert slots == {"ready", "ack", "clicked", "hovered", "mapClicked", "cursor", "moved", "drawn", "drawCancelled", "context"}
