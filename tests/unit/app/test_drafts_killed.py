"""A half-taken call outlives a program that is killed in the middle of a keystroke: a real process, a real kill."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from commandcenter.app.drafts import SealedDrafts
from commandcenter.ui.report.drafts import Draft, Drafts

KEY = bytes(range(32))
TYPING = """
import itertools, sys
from pathlib import Path
from commandcenter.app.drafts import SealedDrafts
from commandcenter.ui.report.drafts import Draft, Drafts

drafts = Drafts(SealedDrafts(Path(sys.argv[1]), bytes(range(32))))
drafts.park(Draft(1, "fire.structure", "Structure fire", place_text="12 Mill Lane", caller="Eve", phone="0170 1"))
for number in itertools.count():
    drafts.keep(Draft(2, "medical.trauma", "Trauma", text="x" * (number % 3000), caller=str(number)))
    print(number, flush=True)
"""


@pytest.mark.parametrize("strokes", [1, 7, 40, 150])
def test_a_call_on_the_form_and_a_parked_one_outlive_a_kill(tmp_path: Path, strokes: int) -> None:
    path = tmp_path / "drafts.sealed"
    with subprocess.Popen([sys.executable, "-c", TYPING, str(path)], stdout=subprocess.PIPE, text=True) as typing:
        assert typing.stdout is not None
        for _ in range(strokes):
            acknowledged = int(typing.stdout.readline())
        typing.kill()
        typing.wait()
    parked = Drafts(SealedDrafts(path, KEY)).parked
    assert parked[0] == Draft(1, "fire.structure", "Structure fire", place_text="12 Mill Lane", caller="Eve", phone="0170 1")
    assert int(parked[1].caller) >= acknowledged
    assert parked[1].text == "x" * (int(parked[1].caller) % 3000)
