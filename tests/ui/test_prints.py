"""Papers: prefilled from the log, paginated, in both languages, marked in an exercise, and never with a caller's data."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from commandcenter.geo.gazetteer.coordinates import format_all
from commandcenter.model.commands import AddNote, ReportIncident, SendMessage, SendOrder
from commandcenter.model.errors import KnownError, Refused
from commandcenter.monitor.statistics import Period
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.prints.cards import blank_cards
from commandcenter.ui.prints.papers import LOG, PAPERS, Printer
from commandcenter.ui.prints.pdf import MARGIN_MM, write_pdf
from commandcenter.ui.prints.sheet import Sheet, Text
from commandcenter.ui.sitrep.draft import draft

from .world import HOME, World


def pages(path: Path) -> list[str]:
    """Return the text of each page."""
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    found = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    return found


@pytest.fixture
def window(busy: World, tmp_path: Path) -> MainWindow:
    found = busy.window
    assert found is not None
    found.printer = Printer(found.seat, lambda: found.header.standing, tmp_path)
    manned = next(i for i in busy.desk.picture.incidents() if i.units)
    found.seat.choose_incident(manned.id)
    busy.run(busy.desk.submit(SendMessage("water supply from the river", manned.id)))
    return found


@pytest.mark.parametrize("name", [*PAPERS, LOG])
@pytest.mark.parametrize(("language", "exercise"), [("en", "EXERCISE"), ("zh_CN", "演练")])
def test_every_paper_is_prefilled_and_marked(window: MainWindow, busy: World, name: str, language: str, exercise: str) -> None:
    window.use_language(language)
    path, count = window.printer.print(name)
    said = pages(path)
    incident = busy.desk.picture.incident(window.seat.incident)  # type: ignore[arg-type] # it was chosen
    assert incident is not None
    assert len(said) == count
    assert all(exercise in page and "Anna Berg" in page for page in said)
    whole = "".join(said)
    assert "Jo Fisher" not in whole
    assert "0151" not in whole
    if name == "blank":
        return
    assert incident.address in whole
    if name not in ("201", "204", "205", "209", "211", "cards"):
        assert "water supply from the river" in whole
    if language == "en":
        assert f"Page {count} of {count}" in said[-1]


def test_a_long_log_runs_over_many_pages_with_heads_on_each(window: MainWindow, busy: World) -> None:
    for n in range(120):
        busy.run(busy.desk.submit(AddNote(f"round {n} of the dike is done, water at {n} cm")))
    path, count = window.printer.print(LOG)
    said = pages(path)
    assert count > 4
    assert all("What happened" in page for page in said)
    assert sum(f"round {n} of" in page for n in range(120) for page in said) == 120


def test_print_from_the_command_line_says_where_the_file_is(window: MainWindow, busy: World, tmp_path: Path) -> None:
    window.command_bar.setFocus()
    window.command_bar.setText("print 214")
    window.command_bar._enter(instead=False)
    busy.wait_for(lambda: window.strip.notice is not None and str(tmp_path) in window.strip.text.text())
    assert len(list(tmp_path.glob("ICS-214-*.pdf"))) == 1


def test_papers_of_one_second_do_not_write_over_each_other(window: MainWindow, busy: World, tmp_path: Path) -> None:
    prepared = [window.printer.prepare("214") for _ in range(2)]
    written = [job.write()[0] for job in prepared]
    before = [path.read_bytes() for path in written]
    written += [window.printer.print("214")[0], *(window.printer.write_table("Rounds", [[n]]) for n in "ab")]
    assert len({*written}) == 5 and sorted(written) == sorted(tmp_path.iterdir())
    assert [path.read_bytes() for path in written[:2]] == before
    assert [path.stem[-2:] for path in written[1:3]] == ["-2", "-3"]
    assert [path.read_text(encoding="utf-8-sig").split()[-1] for path in written[3:]] == ["a", "b"]


def test_a_folder_that_cannot_be_written_is_a_sentence(window: MainWindow, busy: World, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("x")
    window.printer = Printer(window.seat, lambda: window.header.standing, blocked)
    busy.run(_printed(window, LOG))
    assert "cannot be written" in window.strip.text.text()


def test_what_people_wrote_is_no_markup(qapp: QApplication, tmp_path: Path) -> None:
    write_pdf(Sheet("X", "X", "", (Text("T", "<img src=x> & <b>bold</b>"),), ""), tmp_path / "x.pdf")
    assert "<img src=x> & <b>bold</b>" in pages(tmp_path / "x.pdf")[0]


def test_the_assignment_list_carries_orders_and_channels(window: MainWindow, busy: World) -> None:
    incident = busy.desk.picture.incident(window.seat.incident)  # type: ignore[arg-type] # it was chosen
    assert incident is not None
    busy.run(busy.desk.submit(SendOrder("open the roof above the stair", incident.units, incident.id)))
    said = "".join(pages(window.printer.print("204")[0]))
    callsigns = [busy.desk.picture.unit(unit).callsign for unit in incident.units]  # type: ignore[union-attr]
    assert all(callsign in said for callsign in callsigns)
    assert "open the roof above the stair" in said
    assert "Tactical 1" in said
    cards = "".join(pages(window.printer.print("cards")[0]))
    assert cards.count("open the roof above the stair") == len(callsigns)


def test_a_message_form_is_blank_where_nobody_wrote(window: MainWindow, busy: World) -> None:
    silent = next(i for i in busy.desk.picture.incidents() if i.id != window.seat.incident)
    window.seat.choose_incident(silent.id)
    said = "".join(pages(window.printer.print("213")[0]))
    assert "7. Message" in said
    assert "water supply" not in said


def test_an_incident_without_an_address_is_named_without_a_hole(window: MainWindow, busy: World) -> None:
    made = busy.run(busy.desk.submit(ReportIncident("fire.structure", HOME, ""))).created
    window.seat.choose_incident(next(one for one in made if busy.desk.picture.incident(one)))
    incident = busy.desk.picture.incident(window.seat.incident)  # type: ignore[arg-type] # it was chosen
    assert incident is not None
    facts = window.printer._paper()
    assert facts.incident_name(incident) == f"{incident.number} Structure fire"
    assert facts.place(incident).startswith(format_all(HOME)["lat_lon"])
    (major,) = (line for part in draft(busy.desk, Period(0, busy.clock.wall_ms())) for line in part.text.splitlines() if line.startswith("13 "))
    assert format_all(HOME)["lat_lon"] in major and ", ," not in major


def test_a_card_without_a_unit_has_the_incident_and_room_for_the_unit(window: MainWindow, busy: World) -> None:
    made = busy.run(busy.desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1", text="smoke at the roof"))).created
    window.seat.choose_incident(next(one for one in made if busy.desk.picture.incident(one)))
    said = "".join(pages(window.printer.print("cards")[0]))
    assert said.count("Dispatched") == 1 and "smoke at the roof" in said and "Life at risk" in said


def test_blank_cards_need_no_incident(window: MainWindow) -> None:
    window.seat.choose_incident(None)
    _, count = window.printer.print("blank")
    assert count >= 1
    with pytest.raises(Refused, match="No incident is chosen"):
        window.printer.print("cards")


def test_a_disk_that_fills_half_way_leaves_no_half_paper(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Path.write_bytes

    def fills(path: Path, data: bytes) -> int:
        write(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fills)
    with pytest.raises(KnownError, match="No space left"):
        window.printer.print("201")
    assert list(tmp_path.iterdir()) == []


def test_nothing_stands_in_the_margin_that_printers_cannot_reach(window: MainWindow) -> None:
    path, _ = window.printer.print("205")
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    page = document.render(0, document.pagePointSize(0).toSize())
    document.close()
    edge = round((MARGIN_MM - 1) * 72 / 25.4)
    rows, columns = range(page.height()), range(page.width())
    margin = [(x, y) for y in (*rows[:edge], *rows[-edge:]) for x in columns] + [(x, y) for x in (*columns[:edge], *columns[-edge:]) for y in rows]
    assert all(page.pixelColor(x, y).alpha() == 0 or page.pixelColor(x, y).lightness() > 200 for x, y in margin)


def test_a_paper_is_written_beside_the_window(window: MainWindow, busy: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, threads = Path.write_bytes, []

    def noted(path: Path, data: bytes) -> int:
        threads.append(threading.current_thread())
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", noted)
    window.print_paper(LOG)
    busy.wait_for(lambda: window.strip.notice is not None and str(tmp_path) in window.strip.text.text())
    window.seat.paper_wanted.emit(blank_cards)
    busy.wait_for(lambda: len(list(tmp_path.glob("*.pdf"))) == 2)
    assert len(threads) == 2 and threading.main_thread() not in threads


def test_what_was_printed_is_opened_and_found_from_the_strip(window: MainWindow, busy: World, tmp_path: Path) -> None:
    written, asked = window.strip.written, list[Path]()

    def opener(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return len(asked) < 4

    written.opener = opener
    window.acts["open_file"]()
    assert "Nothing was written" in window.strip.text.text() and not written.isVisible()
    busy.run(_printed(window, "214"))
    (file,) = tmp_path.glob("ICS-214*.pdf")
    busy.wait_for(written.isVisible)
    written.open_button.click()
    written.folder_button.click()
    assert asked == [file, tmp_path]
    window.strip.clear()
    assert not written.isVisible()
    window.acts["open_file"]()
    assert asked[2:] == [file]
    window.acts["show_folder"]()
    assert "no program that opens" in window.strip.text.text()


async def _printed(window: MainWindow, name: str) -> None:
    await window.print_paper(name)
