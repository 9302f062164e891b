"""Every paper of a long shift, in both languages, on A4 and Letter: whole rows, marked and numbered pages, true and complete facts."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from datetime import UTC, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from commandcenter.model.ids import Id
from commandcenter.model.progress import NoProgress
from commandcenter.model.words import IncidentState
from commandcenter.picture.views import IncidentView, LogLine
from commandcenter.ui.i18n import formats
from commandcenter.ui.log.words import line_words
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.prints.facts import Paper
from commandcenter.ui.prints.paper_file import Size, size_called, usual_size
from commandcenter.ui.prints.papers import LOG, PAPERS, Job, Printer
from commandcenter.ui.words import role_word

from .heads import broken_heads
from .long_shift import LONG_ZH, UNWORDED, Shift, long_shift
from .world import World, make_world

POINTS = {Size.A4: (595, 842), Size.LETTER: (612, 792)}


@pytest.fixture(scope="module")
def shift(qapp: QApplication) -> Iterator[tuple[World, Shift]]:
    with make_world(qapp) as world:
        made = world.run(long_shift(world.desk, world.clock, incidents=9, orders=60, notes=26))
        world.open_window()
        yield world, made


@pytest.fixture
def window(shift: tuple[World, Shift], tmp_path: Path) -> Iterator[MainWindow]:
    world, made = shift
    window = world.window
    assert window is not None
    window.printer = Printer(window.seat, lambda: window.header.standing, tmp_path, Size.A4)
    window.seat.choose_incident(made.tenement)
    yield window
    window.use_language("en")


def pages(path: Path) -> list[str]:
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    found = [document.getAllText(number).text() for number in range(document.pageCount())]
    document.close()
    return found


def printed(window: MainWindow, name: str) -> list[str]:
    return pages(window.printer.print(name)[0])


def flat(text: str) -> str:
    return "".join(text.split())


def tenement(window: MainWindow) -> IncidentView:
    found = window.seat.desk.picture.incident(window.seat.incident)  # type: ignore[arg-type] # it was chosen
    assert found is not None
    return found


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", [*PAPERS, LOG])
def test_every_page_is_full_marked_and_numbered(window: MainWindow, name: str, language: str, size: Size) -> None:
    window.use_language(language)
    window.printer.size = size
    path, count = window.printer.print(name)
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    assert {(round(p.width()), round(p.height())) for p in map(document.pagePointSize, range(count))} == {POINTS[size]}
    document.close()
    said = pages(path)
    for number, page in enumerate(said, start=1):
        assert "EXERCISE / 演练" in page
        assert (f"Page {number} of {count}" if language == "en" else f"第 {number} 页，共 {count} 页") in page
        assert formats.zone(window.seat.now_ms()) in page and role_word("Dispatcher") in page
        assert len(page.splitlines()) > 6, page
    assert "Jo Fisher" not in "".join(said) and "0151" not in "".join(said)


@pytest.mark.parametrize("name", [*PAPERS, LOG])
def test_no_word_of_a_head_is_torn(window: MainWindow, name: str) -> None:
    assert broken_heads(window.printer.prepare(name).make()) == []


def test_the_time_zone_stands_beside_the_moment_of_printing() -> None:
    assert formats.zone(0, timezone(timedelta(hours=5, minutes=45))) == "UTC+05:45"
    assert formats.zone(0, timezone(timedelta(hours=-3, minutes=-30))) == "UTC-03:30"
    assert formats.zone(0, UTC) == "UTC"


def test_a_word_without_end_and_a_long_chinese_text_are_whole(window: MainWindow) -> None:
    for name in ("214", "309", "report"):
        whole = flat("".join(printed(window, name)))
        assert flat(UNWORDED) in whole
        if name != "309":
            assert flat(LONG_ZH) in whole


def test_the_log_has_a_heading_for_each_day_and_for_each_page(window: MainWindow) -> None:
    days = {formats.long_day(line.happened_ms) for line in window.seat.desk.picture.lines(10**6)}
    assert len(days) in (2, 3)
    said = printed(window, LOG)
    assert all(any(day in page for day in days) and "What happened" in page for page in said[:-1])
    assert all("Entries (continued)" in page for page in said[1:])


def test_the_words_of_the_log_are_said_beside_the_window_not_in_its_thread(
    shift: tuple[World, Shift], window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def words(paper: Paper, line: LogLine) -> str:
        threads.append(threading.get_ident())
        return line_words(line, paper.desk.catalogue)

    monkeypatch.setattr(Paper, "words", words)
    shift[0].wait_for(window.print_paper(LOG).done)
    assert len(threads) == window.seat.desk.picture.count() and threading.get_ident() not in threads
    assert len(list(tmp_path.glob("*.pdf"))) == 1


def test_a_long_log_is_read_in_slices_between_which_the_window_lives(
    shift: tuple[World, Shift], window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commandcenter.ui.prints.facts.SLICE_ROWS", 7)
    at_one_go = window.printer.prepare(LOG).make().blocks
    turns: list[int] = []

    async def read() -> Job:
        reading = asyncio.ensure_future(window.printer.prepare_beside(LOG, NoProgress()))
        while not reading.done():
            turns.append(1)
            await asyncio.sleep(0)
        return reading.result()

    assert shift[0].run(read()).make().blocks == at_one_go
    assert len(turns) > window.seat.desk.picture.count() // 7 > 10


def test_the_communications_log_says_who_spoke_to_whom(window: MainWindow) -> None:
    said = " ".join("".join(printed(window, "309")).split())
    picture = window.seat.desk.picture
    first = next(order for order in picture.duty.orders() if len(order.answers) == 1)
    callsign = picture.unit(next(iter(first.answers))).callsign  # type: ignore[union-attr] # it was sent
    assert re.search(rf"Anna Berg {callsign} {re.escape(first.text[:30])}", said)
    assert re.search(rf"{callsign} Desk {callsign}, order refused", said)
    assert "Caller Anna Berg Call taken" in said
    assert re.search(r"L1-2 Desk The roof is open", said)
    assert "E1-1, L1-2" in said and "MAYDAY E1-1" in said


def test_the_report_tells_what_units_did_and_when_they_left(window: MainWindow) -> None:
    picture = window.seat.desk.picture
    over = next(one for one in picture.incidents() if one.state == IncidentState.CLOSED and picture.assignments(incident=one.id))
    unit = picture.unit(picture.assignments(incident=over.id)[0].unit)
    assert unit is not None
    window.seat.choose_incident(over.id)
    for name in ("report", "214"):
        said = " ".join(" ".join(printed(window, name)).split())
        assert f"{unit.callsign}: En route" in said and f"{unit.callsign} released from {over.number}" in said
        assert f"{over.number} is now under control" in said


def test_the_general_message_names_its_receivers(window: MainWindow) -> None:
    said = "".join(printed(window, "213"))
    assert "E1-1, L1-2" in said and "2. To" in said


def test_the_status_summary_tells_what_crews_counted_and_the_mayday(window: MainWindow) -> None:
    said = "".join(printed(window, "209"))
    assert re.search(r"Injured\s+3 \(A1-3, \d\d:\d\d\)", said)
    assert re.search(r"Evacuated\s+46 \(A1-3", said)
    assert "MAYDAY E1-1" in said
    assert "火势控制在三层" in said


def test_a_briefing_is_short_and_says_what_it_leaves_out(window: MainWindow) -> None:
    said = printed(window, "201")
    assert len(said) <= 4
    assert re.search(r"\d+ earlier actions: see the activity log, ICS 214", "".join(said))
    assert "火势控制在三层" in said[0]


def test_assignments_are_what_has_still_to_be_done(window: MainWindow) -> None:
    assert "Refused" not in "".join(printed(window, "204"))


@pytest.mark.parametrize("size", list(Size))
def test_a_card_is_never_torn(window: MainWindow, size: Size) -> None:
    window.printer.size = size
    units = tenement(window).units
    said = printed(window, "cards")
    assert sum(page.count("Dispatched") for page in said) == len(units)
    assert all(page.count("Reported") == page.count("Dispatched") >= 1 for page in said)
    assert re.search(r"\d+ earlier orders: see ICS 204", said[0])
    assert len(printed(window, "blank")) == 1


def test_an_hour_of_another_day_names_the_day(window: MainWindow) -> None:
    assert re.search(r"B1-3 Boat team [\d:\s]+(Mon|Tue|Wed) 2[1-3] Sept", " ".join("".join(printed(window, "report")).split()))


def test_the_paper_is_chosen_remembered_and_said(shift: tuple[World, Shift], window: MainWindow) -> None:
    world, _ = shift
    window.acts["paper_Letter"]()
    assert window.printer.size == Size.LETTER and window.settings.get("paper") == "Letter"
    world.wait_for(lambda: "Letter" in window.strip.text.text())
    window.menu.fill()
    assert size_called("Letter") is Size.LETTER
    assert size_called("papyrus") is usual_size()
    window.acts["paper_A4"]()


def test_what_was_entered_late_stands_where_it_happened_and_says_so(window: MainWindow) -> None:
    lines = window.seat.desk.picture.lines(10**6)
    (late,) = [line for line in lines if line.late_ms is not None and "Gas" in str(line.summary.get("text"))]
    said = " ".join(" ".join(printed(window, "report")).split())
    row = re.search(rf"{formats.clock(late.happened_ms)} Anna Berg Note: Gas was shut off by the neighbour ?· ?happened [^·]+ entered late", said)
    assert row is not None
    before, after = said[: row.start()], said[row.end() :]
    assert "MAYDAY E1-1" not in before and "MAYDAY E1-1: Floor gave way" in after


def test_another_incident_without_units_prints_too(window: MainWindow) -> None:
    quiet = next(i for i in window.seat.desk.picture.incidents() if not i.units and i.open)
    window.seat.choose_incident(Id(quiet.id))
    for name in PAPERS:
        assert window.printer.print(name)[1] >= 1
