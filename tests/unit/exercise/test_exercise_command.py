"""`commandcenter exercise runs | resume | join`: what is here, and what is refused before a window opens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.cli.terminal import BAD_INPUT, REFUSED
from commandcenter.exercise.invitation import Invitation, write_invitation
from commandcenter.model.ids import exercise_id


def test_no_runs_are_an_empty_list(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path), "exercise", "runs", "--json"]) == REFUSED
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("words", [("resume", "0" * 32), ("resume", exercise_id()), ("join", "nonsense", "--name", "Pat")])
def test_what_is_not_here_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert main(["--home", str(tmp_path), "exercise", *words]) == BAD_INPUT
    assert capsys.readouterr().err.strip()


def test_a_player_s_code_makes_nobody_staff(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = write_invitation(Invitation(exercise_id(), bytes(32), "training"))
    assert main(["--home", str(tmp_path), "exercise", "join", code, "--name", "Eva", "--role", "evaluator"]) == BAD_INPUT
    assert "for players" in capsys.readouterr().err
