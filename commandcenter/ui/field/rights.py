"""Which right each act of the field window needs: without it the button is grey and says why, as on the desk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from commandcenter.model.commands import (
    AnswerAlarm,
    ChangeSketch,
    CloseHazard,
    Command,
    DeclareMayday,
    DrawSketch,
    GiveTask,
    RemoveSketch,
    ReportSituation,
    SendMessage,
    SetTeam,
    SetUnitStatus,
)
from commandcenter.ui.frame.act_button import ActButton

if TYPE_CHECKING:
    from commandcenter.ui.field.window import FieldWindow


def bind_rights(window: FieldWindow) -> None:
    """Let every button that stands from the beginning follow the rights of who sits here; orders and tasks bind theirs as they come."""
    for command, buttons in _acts(window).items():
        for button in buttons:
            button.needs(window.seat, command)


def _acts(window: FieldWindow) -> Mapping[type[Command], tuple[ActButton, ...]]:
    words, team, sketch = window.words, window.team, window.sketch
    return {
        SetUnitStatus: tuple(window.status.buttons.values()),
        SendMessage: (*words.quick, words.send, words.photo),
        SetTeam: (team.add, team.drop),
        GiveTask: (team.give,),
        ReportSituation: (window.situation.send,),
        DrawSketch: (sketch.draw_button, sketch.here_button),
        ChangeSketch: (sketch.move_button, sketch.corners_button),
        RemoveSketch: (sketch.remove_button,),
        CloseHazard: (sketch.close_button,),
        DeclareMayday: (window.mayday,),
        AnswerAlarm: (window.side.alarm.hand,),
    }
