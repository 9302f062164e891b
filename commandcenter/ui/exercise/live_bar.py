"""A live alarm interrupts an exercise: a bar above everything else, and exercise time stands until the person goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from commandcenter.ui.exercise.port import ExercisePort
from commandcenter.ui.exercise.top_bar import TopBar
from commandcenter.ui.frame.parts import button
from commandcenter.ui.i18n.tr import tr


class LiveAlarmBar(TopBar):
    """Hidden until a live alarm sounds. Qt thread."""

    def __init__(self, port: ExercisePort | None, parent: QWidget) -> None:
        """Interrupt this run; `None`: one that another computer runs, whose time goes on."""
        super().__init__("liveAlarm", "danger", parent)
        self._port = port
        self._heard: tuple[str, ...] = ()
        self._ran = False
        """Whether exercise time ran before the alarm."""
        self.go_on = button("danger")
        self.go_on.clicked.connect(self.continue_exercise)
        self.addWidget(self.go_on)
        self.hide()

    def hear(self, alarms: list[str]) -> None:
        """Take in which live alarms sound now; a new one stops exercise time and brings this window's bar up."""
        new = set(alarms) - set(self._heard)
        self._heard = tuple(alarms)
        if new:
            if self._port is not None:
                self._ran |= self._port.pace.running
                self._port.pace.pause()
            self.show()
            window = self.window()
            window.raise_()
            window.activateWindow()
        elif not alarms:
            self._ran = False
            self.hide()
        self._say()

    def continue_exercise(self) -> None:
        """Somebody at the live desk sees to it: go on as before; time that stood then stands."""
        self.hide()
        if self._port is not None and self._ran:
            self._port.pace.run()
        self._ran = False

    def _say(self) -> None:
        more = f" (+{len(self._heard) - 1})" if len(self._heard) > 1 else ""
        what = f"{self._heard[0]}{more}" if self._heard else ""
        if self._port is not None:
            self.say(tr("● LIVE ALARM, no exercise: {what}. Exercise time stands. Go to the live desk.", what=what))
        else:
            self.say(tr("● LIVE ALARM, no exercise: {what}. Go to the live desk; the exercise goes on without you.", what=what))
        self.go_on.setText(tr("Somebody is on it: go on with the exercise"))
