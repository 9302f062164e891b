"""A call rings, is answered with F2, and its ring time goes into log, incident and figures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.entries import EntryType
from commandcenter.model.ports import Place
from commandcenter.picture.views import CallView, IncidentView
from commandcenter.ui.command_line.grammar import read
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.log.words import line_words
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.report.drafts import Drafts
from commandcenter.ui.report.form import ReportForm
from commandcenter.ui.report.ringing import LOST_MS, WARN_S
from commandcenter.ui.statistics.window import StatisticsWindow

from .world import World, street_at


def window_of(world: World) -> MainWindow:
    assert world.window is not None
    return world.window


def line(world: World, text: str) -> None:
    window = window_of(world)
    reading = read(text, window.command_bar.known())
    assert reading.ready, str(reading.says)
    window.command_bar.entered.emit(reading)


def tick(world: World, seconds: float = 0) -> None:
    world.clock.advance(seconds)
    window_of(world).seat.ticked.emit(world.clock.wall_ms())


def test_the_history_of_lines_keeps_no_callers_number(busy: World) -> None:
    window = window_of(busy)
    window.focus_command_line()
    for text in ("call ring 0151 5550123", "hide log"):
        window.command_bar.setText(text)
        QTest.keyClick(window.command_bar, Qt.Key.Key_Return)
        assert window.command_bar.text() == ""
    assert window.incident.report.ringing.waiting
    assert [kept for kept in window.command_bar.history.lines if kept] == ["hide log"]


def fill(form: ReportForm) -> None:
    form.type.set("Structure fire", "fire.structure")
    form.place.set("Bridge Street 80", Place("Bridge Street 80", "address", street_at(7, 80)))


def opened(world: World, form: ReportForm) -> tuple[IncidentView, CallView]:
    """Open what is on the form; return the incident and its call."""
    count = len(world.desk.picture.incidents())
    form.submit()
    world.wait_for(lambda: len(world.desk.picture.incidents()) == count + 1)
    world.wait_for(lambda: form.drafts.present is None)
    incident = max(world.desk.picture.incidents(), key=lambda one: one.reported_ms)
    call = world.desk.picture.call(incident.calls[0])
    assert call is not None
    return incident, call


def test_f2_answers_the_call_that_rings_longest(busy: World) -> None:
    window, form = window_of(busy), window_of(busy).incident.report
    assert not window.rings.isVisible()
    rang_ms = busy.clock.wall_ms()
    line(busy, "call ring 0151 5550123")
    tick(busy, 4)
    line(busy, "call ring")
    assert window.rings.isVisible()
    assert "2" in window.rings.pill.text()
    tick(busy, 3)
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert (form.phone.text(), len(form.ringing.waiting)) == ("0151 5550123", 1)
    assert form.ring.isVisible()
    assert "7 s" in form.ring.text.text()
    fill(form)
    busy.clock.advance(20)
    incident, call = opened(busy, form)
    assert (call.rang_ms, call.answered_ms, call.rang_s) == (rang_ms, rang_ms + 7_000, 7.0)
    assert incident.answered_ms == call.answered_ms
    (row,) = [row for row in busy.desk.picture.lines(50) if row.type == EntryType.CALL_TAKEN and row.summary.get("rang_ms") == rang_ms]
    assert line_words(row, busy.desk.catalogue).endswith("answered after 7 s")
    window.seat.choose_incident(incident.id)
    window.show_tab(0)
    busy.wait_for(lambda: "answered · 7 s" in window.incident.detail.times.text())
    assert "0151 5550123" in window.incident.detail.calls.text()


def test_the_key_for_a_telephone_without_a_wire(busy: World) -> None:
    window = window_of(busy)
    QTest.keyClick(window, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert window.rings.isVisible()
    tick(busy, WARN_S)
    assert window.rings.pill.property("pill") == "danger"
    QTest.mouseClick(window.rings.pill, Qt.MouseButton.LeftButton)
    assert window.incident.reporting
    assert not window.rings.isVisible()
    assert window.incident.report.ring.isVisible()
    fill(window.incident.report)
    incident, _ = opened(busy, window.incident.report)
    window.seat.choose_incident(incident.id)
    window.show_tab(0)
    busy.wait_for(lambda: "caller not named" in window.incident.detail.calls.text())


def test_another_call_goes_on_ringing(busy: World) -> None:
    window, form = window_of(busy), window_of(busy).incident.report
    line(busy, "call ring 0151 1")
    (ring,) = form.ringing.waiting
    tick(busy, 5)
    window.new_incident()
    form.ring.other.click()
    assert form.ringing.waiting == (ring,)
    assert (form.phone.text(), form.ring.isVisible()) == ("", False)
    fill(form)
    form.caller.setText("Kim Lee")
    _, call = opened(busy, form)
    assert call.rang_ms is None


def test_who_hangs_up_and_who_is_forgotten_ring_no_more(busy: World) -> None:
    ringing = window_of(busy).incident.report.ringing
    for number in ("0151 1", "0151 1", "0151 2", "0151 3"):
        line(busy, f"call ring {number}")
        busy.clock.advance(1)
    assert [one.phone for one in ringing.waiting] == ["0151 1", "0151 2", "0151 3"]
    line(busy, "call end 0151 2")
    line(busy, "call end")
    assert [one.phone for one in ringing.waiting] == ["0151 3"]
    line(busy, "call end 0151 9")
    tick(busy, LOST_MS / 1000 - 2)
    assert ringing.waiting
    tick(busy, 3)
    assert not ringing.waiting


def test_a_parked_call_and_a_crash_keep_the_ring(busy: World) -> None:
    window, form = window_of(busy), window_of(busy).incident.report
    line(busy, "call ring 0151 1")
    rang_ms = form.ringing.waiting[0].rang_ms
    tick(busy, 6)
    window.new_incident()
    store = form.drafts._store
    assert [draft.rang_ms for draft in Drafts(store).parked] == [rang_ms]
    form.park()
    assert not form.ring.isVisible()
    window.new_incident()
    assert not form.ring.isVisible()
    form.take_up(0)
    assert form.ring.isVisible()
    assert form.draft().rang_ms == rang_ms


def test_a_second_call_about_the_same_fire_brings_its_own_ring(busy: World) -> None:
    window, form = window_of(busy), window_of(busy).incident.report
    window.new_incident()
    fill(form)
    form.caller.setText("Kim Lee")
    incident, first = opened(busy, form)
    assert first.rang_ms is None
    line(busy, "call ring 0151 1")
    tick(busy, 12)
    window.new_incident()
    fill(form)
    busy.wait_for(form.duplicate.isVisible)
    form.duplicate.same_button.click()
    busy.wait_for(lambda: len(busy.desk.picture.incident(incident.id).calls) == 2)  # type: ignore[union-attr] # it is there
    calls = [busy.desk.picture.call(ident) for ident in busy.desk.picture.incident(incident.id).calls]  # type: ignore[union-attr] # so are they
    assert [call.rang_s for call in calls if call is not None] == [None, 12.0]


def statistics(world: World) -> StatisticsWindow:
    made = window_of(world).beside.open(next(kind for kind in WINDOWS if kind.name == "statistics"))
    assert isinstance(made, StatisticsWindow)
    return made


def test_the_figures_say_how_many_were_answered_in_time_and_what_nobody_knows(busy: World) -> None:
    window, form = window_of(busy), window_of(busy).incident.report
    for number, wait_s in enumerate((5, 12, 30)):
        line(busy, f"call ring 0151 {number}")
        tick(busy, wait_s)
        window.new_incident()
        fill(form)
        opened(busy, form)
    figures = statistics(busy)
    figures.tabs.setCurrentIndex(2)
    page = figures.pages[2]
    cells = [[page.table.item(line, place).text() for place in range(6)] for line in range(3)]  # type: ignore[union-attr] # they are there
    assert [row[0] for row in cells] == ["10", "15", "20"]
    assert [row[2:5] for row in cells] == [["3", "1", "33.3 %"], ["3", "2", "66.7 %"], ["3", "2", "66.7 %"]]
    assert page.chart.nothing.isHidden()


def test_without_ring_times_the_figures_say_so(busy: World) -> None:
    window, form = window_of(busy), window_of(busy).incident.report
    window.new_incident()
    fill(form)
    form.caller.setText("Kim Lee")
    opened(busy, form)
    figures = statistics(busy)
    figures.tabs.setCurrentIndex(2)
    chart = figures.pages[2].chart
    assert chart.nothing.isVisibleTo(chart)
    assert "of none it is known when it rang" in chart.nothing.text()
    assert figures.pages[2].table.rowCount() == 1


def test_every_chart_without_data_says_what_is_missing(world: World) -> None:
    world.open_window()
    figures = statistics(world)
    for place, page in enumerate(figures.pages):
        figures.tabs.setCurrentIndex(place)
        assert page.chart.nothing.isVisibleTo(page.chart), figures.tabs.tabText(place)
        assert page.chart.nothing.text().endswith("."), figures.tabs.tabText(place)
        assert not page.chart.getPlotItem().isVisible()
