"""Symbols: every kind has one, the number carries kind, status and marks, outlines fit the grid."""

from __future__ import annotations

import json
import re

from PySide6.QtWidgets import QApplication

from commandcenter.model.assets import assets_dir
from commandcenter.model.words import FacilityKind, UnitStatus
from commandcenter.resources.catalogue import default_catalogue
from commandcenter.ui.map.glyphs import GLYPH_SIZE, glyphs_json
from commandcenter.ui.map.signs import SIGNS
from commandcenter.ui.map.symbols import ALERT, OTHER, SIMULATED, STALE, STATUSES, incident_symbol, place_symbol, symbol_icons, unit_symbol


def test_every_kind_type_and_place_has_a_symbol() -> None:
    icons = symbol_icons()
    assert set(default_catalogue().kinds) < set(icons["unit"])
    assert set(default_catalogue().types) < set(icons["incident"])
    assert {kind.value for kind in FacilityKind} < set(icons["place"])


def test_the_page_reads_the_number_as_it_is_written() -> None:
    assert len(STATUSES) <= 16
    assert len(symbol_icons()["unit"]) <= 256
    code = unit_symbol("ladder", UnitStatus.ON_SCENE, simulated=True, alert=True)
    assert list(symbol_icons()["unit"])[code & 0xFF] == "ladder"
    assert STATUSES[code >> 8 & 0xF] == UnitStatus.ON_SCENE
    assert code & SIMULATED and code & ALERT and not code & STALE


def test_what_is_unknown_has_the_general_symbol() -> None:
    assert list(symbol_icons()["unit"])[unit_symbol("spaceship", UnitStatus.AVAILABLE) & 0xFF] == OTHER
    assert incident_symbol("alien") == OTHER
    assert place_symbol("castle") == "station"


def test_outlines_are_paths_on_the_grid(qapp: QApplication) -> None:
    outlines = json.loads(glyphs_json())
    expected = {group: set(keys) for group, keys in symbol_icons().items()}
    expected["mark"] |= set(SIGNS)
    assert {group: set(keys) for group, keys in outlines.items()} == expected
    for keys in outlines.values():
        for path in keys.values():
            assert re.fullmatch(r"[MLC0-9. -]+", path)
            numbers = [float(number) for number in re.findall(r"-?\d+\.\d+", path)]
            assert len(numbers) > 8
            assert min(numbers) >= -0.5 and max(numbers) <= GLYPH_SIZE + 0.5


def test_states_differ_without_colour() -> None:
    """Two statuses may share a grey; their bars may not be equal. The bars are in the page's script."""
    script = (assets_dir() / "map" / "sprites.js").read_text(encoding="utf-8")
    bars = dict(re.findall(r"^  (\w+): (\[.*\]),$", script, re.MULTILINE))
    assert set(bars) == {status.value for status in UnitStatus}
    drawn = [bars[status.value] for status in UnitStatus if status not in (UnitStatus.AVAILABLE, UnitStatus.OUT_OF_SERVICE)]
    assert len(set(drawn)) == len(drawn)
