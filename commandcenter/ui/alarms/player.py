"""Plays the alarm sounds through the computer's own output."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory, QUrl

from commandcenter.model.assets import assets_dir
from commandcenter.model.sentences import Sentence, say

QUIET = "qt.multimedia.*=false"
"""What it could use and does not find on this system is no concern of the person at the desk."""


class Player:
    """`SoundPort` over Qt Multimedia, which is loaded when the first alarm sounds. Qt thread."""

    def __init__(self) -> None:
        """Load nothing yet."""
        self._effects: dict[str, object] = {}
        self._fault: Sentence | None = None

    def fault(self) -> Sentence | None:
        """Return why the last sound could not be heard."""
        return self._fault

    def play(self, sound: str) -> None:
        """Play one sound once; what fails is told by `fault`."""
        QLoggingCategory.setFilterRules(QUIET)
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect
        except ImportError as error:
            self._fault = say("Alarms cannot sound: a system library is missing ({why}).", why=str(error))
            return
        if QMediaDevices.defaultAudioOutput().isNull():
            self._fault = say("Alarms cannot sound: this computer has no sound output.")
            return
        self._fault = None
        effect = self._effects.get(sound)
        if not isinstance(effect, QSoundEffect):
            effect = QSoundEffect()
            effect.setSource(QUrl.fromLocalFile(str(assets_dir() / "sounds" / f"{sound}.wav")))
            self._effects[sound] = effect
        effect.play()
