"""Who walks down the queue asks for the row where he stays, not for those he passes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.ids import Id
from commandcenter.ui.recommend import panel as panel_module

from .world import World


def test_rows_that_are_passed_are_not_asked_about(busy: World, monkeypatch: pytest.MonkeyPatch) -> None:
    window = busy.window
    assert window is not None
    asked: list[Id] = []
    answer = busy.desk.recommend

    async def recommend(incident: Id) -> object:
        asked.append(incident)
        return await answer(incident)

    monkeypatch.setattr(busy.desk, "recommend", recommend)
    monkeypatch.setattr(panel_module, "REST_S", 1.0)  # a busy machine takes its time from step to step
    queue, panel = window.queue.list, window.incident.recommend
    queue.setFocus()
    QTest.keyClick(queue, Qt.Key.Key_Home)
    for _ in range(8):
        QTest.keyClick(queue, Qt.Key.Key_Down)
        QTest.qWait(5)
    assert panel.looking
    busy.wait_for(lambda: panel.rows.recommendation is not None and not panel.looking)
    assert panel.rows.recommendation is not None
    assert asked == [panel.rows.recommendation.incident_id] == [window.seat.incident]
