"""A half-taken call outlives a program that is killed in the middle of a keystroke: a real process, a real kill."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest

from commandcenter.app.drafts import BackgroundDrafts, SealedDrafts
from commandcenter.ui.report.drafts import Draft, Drafts

KEY = bytes(range(32))
TYPING = """
import itertools, sys
from pathlib import Path
from commandcenter.app.drafts import BackgroundDrafts, SealedDrafts
from commandcenter.ui.report.drafts import Draft, Drafts

store = BackgroundDrafts(SealedDrafts(Path(sys.argv[1]), bytes(range(32))))
drafts = Drafts(store)
drafts.park(Draft(1, "fire.structure", "Structure fire", place_text="12 Mill Lane", caller="Eve", phone="0170 1"))
for number in itertools.count():
    drafts.keep(Draft(2, "medical.trauma", "Trauma", text="x" * (number % 3000), caller=str(number)))
    if number % 3 == 0:
        store.settle()
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


class SlowStore:
    """A disk that takes its time, and notes who writes."""

    def __init__(self) -> None:
        self.begun, self.go_on = Event(), Event()
        self.kept: list[str] = []
        self.by_main: list[bool] = []

    def read(self) -> str:
        return self.kept[-1] if self.kept else ""

    def write(self, text: str) -> None:
        self.begun.set()
        self.go_on.wait()
        self.by_main.append(current_thread() is main_thread())
        self.kept.append(text)


def test_whoever_types_does_not_wait_for_the_disk_and_the_newest_is_kept_at_the_end() -> None:
    disk = SlowStore()
    drafts = BackgroundDrafts(disk)
    drafts.write("1")
    disk.begun.wait()
    for number in range(2, 50):
        drafts.write(str(number))
    assert disk.kept == []
    disk.go_on.set()
    drafts.close()
    assert disk.kept == ["1", "49"]
    assert disk.by_main == [False, False]


def test_what_is_on_its_way_is_read_back() -> None:
    disk = SlowStore()
    disk.go_on.set()
    drafts = BackgroundDrafts(disk)
    assert drafts.read() == ""
    drafts.write("half a call")
    assert drafts.read() == "half a call"
    drafts.close()
