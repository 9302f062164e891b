"""The window that reads an agency's files: what is wrong stands there by row and column, what is right comes in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.ui.importing.window import ImportWindow

from .world import World, street_at


def opened(world: World) -> ImportWindow:
    assert world.window is not None
    world.window.seat.window_wanted.emit("importing")
    found = world.window.beside.open_windows["importing"]
    assert isinstance(found, ImportWindow)
    return found


def write(folder: Path) -> None:
    at = street_at(2, 5)
    units = f"callsign,kind,lat,lon,shared_crew\nZ1,engine,{at.lat},{at.lon},Zeta\nZ2,ladder,{at.lat},{at.lon},Zeta\nZ3,dragon,{at.lat},{at.lon},\n"
    (folder / "units.csv").write_text(units, "utf-8")
    (folder / "minimums.csv").write_text("depot,item,minimum\n中心仓库,cot,-5\nCentral depot,cot,70\n", "utf-8")


def test_a_folder_is_read_by_keyboard_and_brought_in(busy: World, tmp_path: Path) -> None:
    window, picture = opened(busy), busy.desk.picture
    write(tmp_path)
    window.path.setText(str(tmp_path))
    QTest.keyClick(window.path, Qt.Key.Key_Return)
    busy.wait_for(window.bring.isEnabled)
    assert [row[:4] for row in window.table.rows.texts()[1:]] == [["units.csv", "4", "kind", "dragon"], ["minimums.csv", "2", "minimum", "-5"]]
    assert "units.csv 2" in window.summary.text() and not any(u.callsign == "Z1" for u in picture.units())
    window.bring.click()
    busy.wait_for(lambda: any(d.minimums.get("cot") == 70 for d in picture.depots()))
    assert {u.callsign: u.shared_crew for u in picture.units() if u.callsign.startswith("Z")} == {"Z1": "Zeta", "Z2": "Zeta"}
    window.read()
    busy.wait_for(lambda: window.summary.isVisible() and "There already: 3" in window.summary.text())
    assert not window.bring.isEnabled()


def test_a_folder_that_is_none_and_what_the_desk_refuses_are_said(busy: World, tmp_path: Path) -> None:
    window = opened(busy)
    window.path.setText(str(tmp_path / "nowhere"))
    window.read()
    assert busy.window is not None
    strip = busy.window.strip.text
    busy.wait_for(lambda: "none of the files" in strip.text())
    there = next(iter(busy.desk.picture.units()))
    (tmp_path / "units.csv").write_text(f"callsign,kind,lat,lon\nNew 1,engine,{there.at.lat},{there.at.lon}\n", "utf-8")
    window.path.setText(str(tmp_path))
    window.read()
    busy.wait_for(window.bring.isEnabled)
    kept = window.imported  # another desk brings the same rows in meanwhile
    window.bring.click()
    busy.wait_for(lambda: any(u.callsign == "New 1" for u in busy.desk.picture.units()))
    busy.wait_for(lambda: window.imported is None)
    window.imported = kept
    window.bring.setEnabled(True)
    window.bring.click()
    busy.wait_for(lambda: window.table.rows.rowCount() == 1)
    assert window.table.rows.texts()[1][:2] == ["units.csv", "2"] and "there already" in window.table.rows.texts()[1][4]


def test_examples_are_written_for_filling_in(busy: World, tmp_path: Path) -> None:
    window = opened(busy)
    window.write_samples(tmp_path)
    assert (tmp_path / "offers.csv").is_file()
    assert busy.window is not None and "9 example files" in busy.window.strip.text.text()
