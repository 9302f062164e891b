"""The units' state: its binary form, newest wins, one update in flight."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from commandcenter.model.ids import Id
from commandcenter.ui.map.live import MAGIC, LivePump, LiveState, mercator

A, B = Id("a" * 32), Id("b" * 32)


def filled() -> LiveState:
    state = LiveState()
    state.set([A, B], [8.0, 9.0], [49.0, 50.0], [90.0, np.nan], [7, 8], ["E1", "L2"])
    return state


def test_the_binary_form() -> None:
    state = filled()
    raw = state.encode(0)
    magic, sequence, count, roster, roster_bytes, _ = struct.unpack_from("<6I", raw)
    assert (magic, sequence, count, roster) == (MAGIC, 1, 2, state.roster)
    x = np.frombuffer(raw, "<f8", 2, 24)
    heading = np.frombuffer(raw, "<f4", 2, 24 + 32)
    symbol = np.frombuffer(raw, "<u4", 2, 24 + 40)
    assert x == pytest.approx([8 / 360 + 0.5, 9 / 360 + 0.5])
    assert heading[0] == 90 and np.isnan(heading[1])
    assert symbol.tolist() == [7, 8]
    assert json.loads(raw[24 + 48 :]) == {"ids": [A, B], "labels": ["E1", "L2"]}
    assert len(raw) == 24 + 48 + roster_bytes


def test_the_roster_travels_only_to_a_page_that_has_another() -> None:
    state = filled()
    assert len(state.encode(state.roster)) == 24 + 48
    before = state.roster
    state.set([A, B], [8.1, 9.1], [49.0, 50.0], [0, 0], [7, 8], ["E1", "L2"])
    assert state.roster == before
    state.set([A], [8.1], [49.0], [0], [7], ["E1"])
    assert state.roster == before + 1


def test_unequal_lengths_are_refused_and_nothing_changes() -> None:
    state = filled()
    with pytest.raises(ValueError, match="as many"):
        state.set([A], [8.0, 9.0], [49.0], [0], [7], ["E1"])
    assert state.ids == (A, B)


@given(st.floats(-180, 180), st.floats(-85, 85))
def test_mercator_can_be_undone(lon: float, lat: float) -> None:
    x, y = mercator(np.array([lon]), np.array([lat]))
    assert (x[0] - 0.5) * 360 == pytest.approx(lon, abs=1e-9)
    assert np.degrees(np.arctan(np.sinh((0.5 - y[0]) * 2 * np.pi))) == pytest.approx(lat, abs=1e-9)


def tick(state: LiveState) -> None:
    state.set([A], [8.0], [49.0], [0], [7], ["E1"])


def test_one_update_in_flight_and_the_newest_wins(qapp: QApplication) -> None:
    state = LiveState()
    pump = LivePump(state)
    offered: list[int] = []
    pump.offer.connect(offered.append)
    pump.open()
    for _ in range(5):
        tick(state)
        pump.poke()
    assert offered == [0]
    pump.acknowledge(0)
    assert offered == [0, 5]
    tick(state)
    pump.acknowledge(6)  # the page fetched the newest, although 5 was offered
    assert offered == [0, 5]
    assert pump.acknowledged == 6


def test_a_page_cannot_acknowledge_what_does_not_exist(qapp: QApplication) -> None:
    state = LiveState()
    pump = LivePump(state)
    pump.open()
    pump.acknowledge(99)
    assert pump.in_flight == 0
    pump.acknowledge(0)
    pump.acknowledge(0)
    assert pump.acknowledged == 0


def test_a_page_that_does_not_answer_is_given_up_and_offered_the_newest_later(qapp: QApplication) -> None:
    state = LiveState()
    pump = LivePump(state, timeout_ms=1)
    offered: list[int] = []
    stalled: list[bool] = []
    pump.offer.connect(offered.append)
    pump.stalled.connect(lambda: stalled.append(True))
    pump.open()
    while not stalled:
        QTest.qWait(1)
    assert pump.in_flight is None
    tick(state)
    pump.poke()
    assert offered == [0, 1]


def test_nothing_is_offered_to_a_closed_page(qapp: QApplication) -> None:
    state = LiveState()
    pump = LivePump(state)
    offered: list[int] = []
    pump.offer.connect(offered.append)
    tick(state)
    pump.poke()
    pump.open()
    pump.close()
    tick(state)
    pump.poke()
    assert offered == [1]
    pump.open()
    assert offered == [1, 2]
