"""Somebody who sees the program for the first time, in a process of their own: the real entry point, an empty home, the words on the screen.

`python -m tests.stories.newcomer --home HOME …` runs the program with these words while the newcomer sits in front of it. What the desk
opens is run in the same way: the guided shift is played in the program that the desk has started. How each went stands in HOME, in
`newcomer-desk.json` and `newcomer-shift.json`.
"""

from __future__ import annotations

import faulthandler
import json
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from commandcenter.__main__ import main
from commandcenter.app import scenarios
from commandcenter.ui.map.engine import prepare_webengine
from tests.stories.first_shift import Step, begin_at_the_desk, play_the_shift

PATIENCE_S, LONGEST_S = 240.0, 280
LOOK_MS = 20


class Newcomer(QObject):
    """Goes through a script of steps, each as soon as what it waits for is there; closes everything when something is not."""

    def __init__(self, script: Iterator[Step]) -> None:
        """Sit down."""
        super().__init__()
        self._script = script
        self._step: Step = (lambda: True, "the beginning")
        self._since_s = time.monotonic()
        self.fault = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        true, what = self._step
        with ExitStack() as failing:
            failing.push(self._give_up)
            if not true():
                assert time.monotonic() - self._since_s < PATIENCE_S, f"not seen: {what}"
                return
            following = next(self._script, None)
            if following is None:
                self._timer.stop()
            else:
                self._step, self._since_s = following, time.monotonic()

    def _give_up(self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None) -> bool:
        """Keep what went wrong, whatever it is, for the test, and close everything."""
        if kind is None or error is None:
            return False
        self._timer.stop()
        self.fault = "".join(traceback.format_exception(error))
        for window in QApplication.topLevelWidgets():
            window.close()
        return True


def told(home: Path, part: str) -> dict[str, object] | None:
    """Return how a part went, as soon as it is over."""
    path = home / f"newcomer-{part}.json"
    found: dict[str, object] | None = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
    return found


def run(words: list[str]) -> int:
    """Run the program with these words; return its exit code, 1 when the newcomer did not get through."""
    home = Path(words[words.index("--home") + 1])
    part = "shift" if "exercise" in words else "desk"
    scenarios.own_command = lambda: [sys.executable, "-m", "tests.stories.newcomer"]  # type: ignore[attr-defined] # its own name for it
    prepare_webengine()
    app = QApplication(sys.argv[:1])
    seen: dict[str, object] = {}
    script = play_the_shift(seen) if part == "shift" else begin_at_the_desk(lambda: told(home, "shift"))
    newcomer = Newcomer(script)
    code = main(words)
    new = home / f"new-{part}.json"
    new.write_text(json.dumps({**seen, "code": code, "fault": newcomer.fault}), encoding="utf-8")
    new.replace(home / f"newcomer-{part}.json")
    del app
    return code or bool(newcomer.fault)


if __name__ == "__main__":
    faulthandler.dump_traceback_later(LONGEST_S, exit=True)
    sys.exit(run(sys.argv[1:]))
