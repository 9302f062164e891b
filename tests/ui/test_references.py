"""The Qt binding keeps count of `None`: a release that does not ends a Python 3.11 program after some thousand calls (ADR 5)."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

CALLS = 200


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_a_call_that_returns_nothing_takes_nothing(qapp: QApplication) -> None:
    thing = QObject(qapp)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("x")
    assert sys.getrefcount(None) - before > -CALLS // 2
