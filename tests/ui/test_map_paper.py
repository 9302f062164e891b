"""The map on paper: grid, scale, legend and time; the background that a person chose; the legend window."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtPdf import QPdfDocument

from commandcenter.geo.measures import legs
from commandcenter.model.words import LonLat
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.layers.legend import COLUMN_W, ROW_H, signs
from commandcenter.ui.layers.legend_window import LegendWindow
from commandcenter.ui.layers.panel import LayersPanel
from commandcenter.ui.map.bridge import Viewport
from commandcenter.ui.prints.map_grid import MapFrame
from commandcenter.ui.prints.map_marks import DOT
from commandcenter.ui.prints.map_paper import FOOT_H, HEAD_H, MARGIN_MM, SIDE_W, SMALLEST, fitting
from commandcenter.ui.prints.paper_file import POINTS, Size
from commandcenter.ui.prints.papers import Printer

from .world import HOME, PlainMap, World

VIEW = Viewport(HOME, 14, HOME.lon - 0.03, HOME.lat - 0.012, HOME.lon + 0.03, HOME.lat + 0.012)


def panel(world: World) -> LayersPanel:
    assert world.window is not None
    return world.window.panels.layers


def test_places_lie_where_the_picture_has_them() -> None:
    frame = MapFrame(VIEW, QRectF(0, 0, 1000, 615))
    assert (frame.point(LonLat(VIEW.west, VIEW.north)).x(), frame.point(LonLat(VIEW.west, VIEW.north)).y()) == (0, 0)
    corner = frame.point(LonLat(VIEW.east, VIEW.south))
    assert [corner.x(), corner.y()] == pytest.approx([1000, 615])
    across = legs((LonLat(VIEW.west, HOME.lat), LonLat(VIEW.east, HOME.lat)))[0].metres
    assert frame.metres_per_unit * 1000 == pytest.approx(across, rel=1e-4)
    assert frame.bar_m() == 1000 and frame.bar_m(0.1) == 200


def test_the_grid_is_made_of_round_kilometres() -> None:
    frame = MapFrame(VIEW, QRectF(0, 0, 1000, 615))
    lines = list(frame.grid())
    upright, level = [line for line in lines if line.upright], [line for line in lines if not line.upright]
    assert len(upright) in range(3, 9) and len(level) in range(2, 9)
    assert all(line.metres % 1000 == 0 for line in lines)
    apart = upright[1].points[0].x() - upright[0].points[0].x()
    assert apart * frame.metres_per_unit == pytest.approx(upright[1].metres - upright[0].metres, rel=0.01)
    assert frame.grid_name() == "UTM 32U · MGRS 32U MV"
    polar = Viewport(LonLat(0, 89), 3, -1, 88, 1, 89.5)
    assert list(MapFrame(polar, QRectF(0, 0, 10, 10)).grid()) == [] and MapFrame(polar, QRectF(0, 0, 10, 10)).grid_name() == ""


def test_the_map_is_printed_in_ink_saving_colours_with_what_belongs_to_it(busy: World, tmp_path: Path) -> None:
    assert busy.window is not None
    busy.window.printer._folder = tmp_path
    busy.window.use_theme("dark")
    panel(busy).ground.print_button.click()
    busy.wait_for(lambda: len(list(tmp_path.glob("Map-*.pdf"))) == 1 and "Printed 1 pages" in busy.window.strip.text.text(), 20)
    assert cast(PlainMap, busy.window.map_view).shown["theme"] == "dark"
    (paper,) = tmp_path.glob("Map-*.pdf")
    document = QPdfDocument()
    document.load(str(paper))
    text = document.getAllText(0).text()
    for words in ("Day shift", "UTM 32U", "1 : ", "On scene", "Plain ground", "EXERCISE", "1 km", "N"):
        assert words in text, words


def test_a_background_is_chosen_and_remembered_and_a_bad_one_said(busy: World, tmp_path: Path) -> None:
    assert busy.window is not None
    ground, shown = panel(busy).ground, cast(PlainMap, busy.window.map_view).shown
    aerial = tmp_path / "aerial.mbtiles"
    aerial.write_bytes(b"x")
    assert ground.use(str(aerial))
    assert shown["background"] == aerial
    assert not ground.use(str(tmp_path / "gone.mbtiles"))
    assert "gone.mbtiles" in busy.window.strip.text.text()
    ground.retranslate()
    assert [ground.choice.itemText(n) for n in range(ground.choice.count())] == ["Drawn map", "aerial.mbtiles", "Open a file …"]
    assert ground.choice.currentText() == "aerial.mbtiles"
    ground.choice.setCurrentIndex(0)
    ground.choice.activated.emit(0)
    assert shown["background"] is None


def test_the_legend_says_what_is_shown(busy: World) -> None:
    assert busy.window is not None
    layers, look = busy.window.context.layers, busy.window.look
    window = busy.window.beside.open(next(kind for kind in WINDOWS if kind.name == "legend"))
    assert isinstance(window, LegendWindow)
    assert "Covered by one" not in [sign.words for sign in signs(look, layers)]
    layers.show("coverage", True)
    assert "Covered by one" in window.signs.accessibleName()
    layers.show("units", False)
    assert "On scene" not in window.signs.accessibleName()
    assert not window.grab().isNull()


def test_a_long_legend_is_made_smaller_until_it_fits() -> None:
    box = QRectF(0, 0, 196 * DOT, 640 * DOT)
    assert fitting(box, 30) == pytest.approx(DOT)
    for count in (33, 60, 100):
        scale = fitting(box, count)
        rows, columns = int(box.height() // (ROW_H * scale)), max(1, int(box.width() // (COLUMN_W * scale)))
        assert rows * columns >= count and SMALLEST * DOT <= scale < DOT


def test_a_measure_is_said_beside_the_legend(busy: World, tmp_path: Path) -> None:
    assert busy.window is not None
    busy.window.printer._folder = tmp_path
    measure = panel(busy).measure
    measure.wind.setText("240")
    measure.around_place(HOME, 500.0)
    assert measure.said.text().startswith("13.1 ha")
    panel(busy).ground.print_button.click()
    busy.wait_for(lambda: "Printed 1 pages" in busy.window.strip.text.text(), 20)
    (paper,) = tmp_path.glob("Map-*.pdf")
    document = QPdfDocument()
    document.load(str(paper))
    assert "Measured: 13.1 ha, 1.52 km round" in " ".join(document.getAllText(0).text().split())
    document.close()
    (tmp_path / paper.name).unlink()
    busy.clock.advance(60)
    measure.around_place(LonLat(HOME.lon + 0.2, HOME.lat), 500.0)
    panel(busy).ground.print_button.click()
    busy.wait_for(lambda: len(list(tmp_path.glob("Map-*.pdf"))) == 1, 20)
    (other,) = tmp_path.glob("Map-*.pdf")
    document.load(str(other))
    assert "Measured" not in document.getAllText(0).text()
    document.close()


@pytest.mark.parametrize("size", list(Size))
def test_the_scale_is_true_on_either_paper(busy: World, tmp_path: Path, size: Size) -> None:
    assert busy.window is not None
    busy.window.printer._folder, busy.window.printer.size = tmp_path, size
    panel(busy).ground.print_button.click()
    busy.wait_for(lambda: "Printed 1 pages" in busy.window.strip.text.text(), 20)
    (paper,) = tmp_path.glob("Map-*.pdf")
    document = QPdfDocument()
    document.load(str(paper))
    page, text = document.pagePointSize(0), document.getAllText(0).text()
    document.close()
    assert (round(page.width()), round(page.height())) == ((842, 595) if size is Size.A4 else (792, 612))
    said = int(re.search(r"1 : ([\d,]+)", text)[1].replace(",", ""))  # type: ignore[index] # it is there
    plain = cast(PlainMap, busy.window.map_view)
    view, picture = plain.viewport, plain.grab_image()
    room_pt = (page.width() - 2 * MARGIN_MM * 72 / 25.4 - SIDE_W / POINTS, page.height() - 2 * MARGIN_MM * 72 / 25.4 - (HEAD_H + FOOT_H) / POINTS)
    width_pt = min(room_pt[0], room_pt[1] * picture.width() / picture.height())
    across = legs((LonLat(view.west, view.center.lat), LonLat(view.east, view.center.lat)))[0].metres
    assert said == pytest.approx(across / (width_pt / 72 * 0.0254), rel=0.01)


def test_a_map_that_takes_long_to_draw_shows_how_far_it_is_and_can_be_stopped(busy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = busy.window
    assert window is not None
    view, working = cast(PlainMap, window.map_view), window.strip.working
    window.printer = Printer(window.seat, lambda: window.header.standing, tmp_path)
    monkeypatch.setattr(PlainMap, "is_settled", False)
    window.seat.map_paper_wanted.emit()
    busy.wait_for(lambda: working.isVisible() and "Drawing the map" in working.words.text())
    assert view.shown["theme"] == "light"
    working.stop_button.click()
    busy.wait_for(lambda: "Printing was stopped" in window.strip.text.text())
    assert not working.isVisible() and not list(tmp_path.iterdir())
    assert (view.shown["theme"], view.shown["bare"]) == (window.look.tokens.name, False)
