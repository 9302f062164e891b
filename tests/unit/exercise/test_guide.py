"""What a guide says: a step, and help for who is stuck at it; and how the steps are kept in a scenario's file."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

from commandcenter.exercise.draft import new_draft, read_draft, write_draft
from commandcenter.exercise.guide import HELP_AFTER_MS, Hint, Patience
from commandcenter.exercise.rules import parse_rules
from commandcenter.exercise.scenario import GuideStep, Text
from tests.unit.exercise.town import START_MS

HELP = Text({"en": "Press the button “Send”.", "zh": "按“派出”。"})
STEP = Hint(Text({"en": "Send it"}), HELP, START_MS)


def test_help_comes_when_a_step_was_shown_and_could_be_done_for_long() -> None:
    patience = Patience()
    assert not patience.stuck(STEP, START_MS)
    assert not patience.stuck(STEP, START_MS + HELP_AFTER_MS - 1)
    assert patience.stuck(STEP, START_MS + HELP_AFTER_MS)
    other = replace(STEP, text=Text({"en": "Close it"}))
    assert not patience.stuck(other, START_MS + HELP_AFTER_MS)
    assert patience.stuck(other, START_MS + 2 * HELP_AFTER_MS)


def test_nobody_is_stuck_before_it_can_be_done_and_waiting_counts_for_nothing() -> None:
    patience, waits = Patience(), replace(STEP, since_ms=None)
    assert not patience.stuck(waits, START_MS)
    assert not patience.stuck(waits, START_MS + 10 * HELP_AFTER_MS)
    came_ms = START_MS + 10 * HELP_AFTER_MS
    assert not patience.stuck(replace(STEP, since_ms=came_ms), came_ms)
    assert patience.stuck(replace(STEP, since_ms=came_ms), came_ms + HELP_AFTER_MS)


def test_a_step_without_help_says_no_more_and_going_back_in_time_begins_anew() -> None:
    patience = Patience()
    assert not patience.stuck(replace(STEP, help=Text()), START_MS)
    assert not patience.stuck(replace(STEP, help=Text()), START_MS + 9 * HELP_AFTER_MS)
    assert not patience.stuck(STEP, START_MS + 9 * HELP_AFTER_MS)
    assert not patience.stuck(STEP, START_MS)
    assert patience.stuck(STEP, START_MS + HELP_AFTER_MS)


def test_help_and_the_player_s_delays_are_kept_in_the_file(tmp_path: Path) -> None:
    step = GuideStep(Text({"en": "Send it", "zh": "派出"}), parse_rules("dispatched"), "1", HELP)
    draft = new_draft("drill", "training", START_MS)
    write_draft(tmp_path, replace(draft, head=replace(draft.head, guide=(step,), answer_after_s=7.5)))
    again = read_draft(tmp_path)
    assert (again.head.guide, again.head.answer_after_s, again.issues) == ((step,), 7.5, ())
    written = tomllib.loads((tmp_path / "scenario.toml").read_text(encoding="utf-8"))
    assert written["guide"][0]["help"] == dict(HELP.by_language)
