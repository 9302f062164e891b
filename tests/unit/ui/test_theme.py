"""The design tokens: every theme is complete and readable, and the style sheet uses only tokens that exist."""

from __future__ import annotations

from itertools import product

import pytest

from commandcenter.model.words import Grade, Priority, UnitStatus
from commandcenter.ui.theme.contrast import READABLE, VISIBLE, mix, ratio
from commandcenter.ui.theme.qss import style_sheet
from commandcenter.ui.theme.tokens import THEMES, load

GROUNDS = ("window", "panel", "raised", "field", "hover", "selected")
WORDS = ("text", "text_muted", "text_faint", "accent", "ok", "warn", "danger")


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_reads_on_every_ground(theme: str) -> None:
    tokens = load(theme)
    colours = {name: tokens.ui[name] for name in WORDS} | {f"status {k}": v for k, v in tokens.status.items()}
    colours |= {f"priority {k}": v for k, v in tokens.priority.items()} | {f"grade {k}": v for k, v in tokens.grade.items()}
    weak = {(name, ground) for (name, colour), ground in product(colours.items(), GROUNDS) if ratio(colour, tokens.ui[ground]) < READABLE}
    assert weak == set()


@pytest.mark.parametrize("theme", THEMES)
def test_fields_boxes_and_the_ring_of_the_keyboard_are_seen_on_every_ground(theme: str) -> None:
    ui = load(theme).ui
    weak = {(name, ground) for name, ground in product(("edge", "focus"), GROUNDS) if ratio(ui[name], ui[ground]) < VISIBLE}
    assert weak == set()


@pytest.mark.parametrize("theme", THEMES)
def test_words_read_on_buttons_notices_and_tinted_tiles(theme: str) -> None:
    tokens = load(theme)
    ui = tokens.ui
    pairs = [(ui["on_accent"], ui["accent_fill"]), (ui["on_accent"], ui["accent_hover"])]
    pairs += [(ui[name], ui[f"{name}_ground"]) for name in ("ok", "warn", "danger")]
    pairs += [(ui["text"], ui[f"{name}_ground"]) for name in ("ok", "warn", "danger", "info")]
    pairs += [(colour, mix(colour, ui["raised"], 0.10)) for colour in tokens.status.values()]
    pairs += [(ui["panel"], tokens.priority[p]) for p in ("1", "2")]
    assert [pair for pair in pairs if ratio(*pair) < READABLE] == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_theme_knows_every_status_priority_and_grade(theme: str) -> None:
    tokens = load(theme)
    assert set(tokens.status) == {status.value for status in UnitStatus}
    assert set(tokens.priority) == {str(int(p)) for p in Priority}
    assert set(tokens.grade) == {str(int(g)) for g in Grade}
    assert set(tokens.ui) == set(load("dark").ui)


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_has_no_open_places(theme: str) -> None:
    sheet = style_sheet(load(theme))
    assert "$" not in sheet
    assert load(theme).ui["accent"] in sheet


def test_night_is_red_only() -> None:
    for table in (load("night").ui, load("night").status, load("night").priority):
        for name, colour in table.items():
            red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
            assert red >= max(green, blue), name


def test_known_contrast_ratios() -> None:
    assert ratio("#000000", "#ffffff") == pytest.approx(21.0)
    assert ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="no such theme"):
        load("pink")
