"""What Linux, Windows and macOS say of the battery."""

from __future__ import annotations

from pathlib import Path

import pytest

from commandcenter.app.power import linux_power, pmset_power, read_power, windows_power
from commandcenter.ui.ports import Power


def supply(folder: Path, name: str, **said: str) -> None:
    (folder / name).mkdir()
    for key, text in said.items():
        (folder / name / key).write_text(text + "\n", encoding="ascii")


def test_linux_on_battery_on_mains_and_without_either(tmp_path: Path) -> None:
    assert linux_power(tmp_path / "none") == Power(None, None)
    supply(tmp_path, "AC", type="Mains", online="0")
    assert linux_power(tmp_path) == Power(on_battery=False, percent=None)
    supply(tmp_path, "BAT0", type="Battery", status="Discharging", capacity="40")
    supply(tmp_path, "BAT1", type="Battery", status="Not charging", capacity="80")
    supply(tmp_path, "hidpp_battery_0", type="Battery", scope="Device", status="Discharging", capacity="3")
    assert linux_power(tmp_path) == Power(on_battery=True, percent=60)
    (tmp_path / "AC" / "online").write_text("1", encoding="ascii")
    assert linux_power(tmp_path) == Power(on_battery=False, percent=60)


def test_a_battery_that_does_not_say_how_full_it_is(tmp_path: Path) -> None:
    supply(tmp_path, "BAT0", type="Battery", status="Discharging", capacity="many")
    assert linux_power(tmp_path) == Power(on_battery=True, percent=None)


@pytest.mark.parametrize(
    ("ac_line", "percent", "expected"),
    [(0, 33, Power(True, 33)), (1, 100, Power(False, 100)), (255, 255, Power(None, None))],
)
def test_windows(ac_line: int, percent: int, expected: Power) -> None:
    assert windows_power(ac_line, percent) == expected


def test_macos() -> None:
    said = "Now drawing from 'Battery Power'\n -InternalBattery-0 (id=1)\t87%; discharging; 4:12 remaining present: true\n"
    assert pmset_power(said) == Power(on_battery=True, percent=87)
    assert pmset_power("Now drawing from 'AC Power'\n") == Power(on_battery=False, percent=None)
    assert pmset_power("") == Power(None, None)


def test_this_computer_answers() -> None:
    found = read_power()
    assert found.percent is None or 0 <= found.percent <= 100
