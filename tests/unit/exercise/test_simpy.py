"""The simulator against a second, independent implementation on SimPy: the same chance must give the same run, call by call."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.unit.exercise.manhattan import CALLS, DISPATCH_DELAY_S, city, draw_calls, with_our_engine, with_simpy


def test_both_implementations_give_the_same_run(data_dir: Path) -> None:
    folder = data_dir / "roads/jemss/manhattan"
    if not folder.is_dir():
        pytest.skip("the JEMSS Manhattan input is not here")
    found = city(folder)
    calls = draw_calls(found)
    ours, theirs = with_our_engine(found, calls), with_simpy(found, calls)
    assert len(theirs) == CALLS
    assert ours == theirs
    response_min = np.array([(ours[n][1] - call.at_ms) / 60_000 for n, call in enumerate(calls)])
    assert response_min.min() > DISPATCH_DELAY_S / 60
    assert response_min.max() > 60  # there was a queue
    assert len({unit for unit, _ in ours.values()}) == 12
