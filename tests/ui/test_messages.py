"""The window Messages: sending to groups, receipts, templates, attachments, radio text and late entries, as a person does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter
from PySide6.QtTest import QTest

from commandcenter.app.files import Files
from commandcenter.app.home import Home
from commandcenter.dispatch.radio import check_of
from commandcenter.model.commands import NewFile, ReadMessages, SaveGroup, SendMessage, SendOrder
from commandcenter.model.rights import Role
from commandcenter.model.words import UnitStatus
from commandcenter.sync.files.sealed import file_name, seal
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.log.readers import read_lines, read_sign
from commandcenter.ui.messages.pdf import PdfView
from commandcenter.ui.messages.rows import as_allowed
from commandcenter.ui.messages.window import MessagesWindow
from commandcenter.ui.ports import Services

from .world import World, populate

KIND = next(kind for kind in WINDOWS if kind.name == "messages")


def soon(world: World, what: Callable[[], object]) -> None:
    """Wait until something is so, however busy this computer is."""
    world.wait_for(what, 60)


class Bench:
    """A desk with its window Messages and its files."""

    def __init__(self, world: World, folder: Path) -> None:
        self.world, self.low = world, False
        world.run(populate(world.desk, world.clock, units=8, incidents=3))
        session = SimpleNamespace(desk=world.desk, log=SimpleNamespace(operation=world.desk.picture.operation))
        self.files = Files(session, Home.open(folder), lambda: self.low)  # type: ignore[arg-type] # all of a session that it uses
        self.files.start()
        self.desk = world.open_window(services=Services(files=self.files))
        self.window = self.open()
        self.talk = self.window.talk
        self.units = world.desk.picture.units()

    def open(self) -> MessagesWindow:
        window = self.desk.beside.open(KIND)
        assert isinstance(window, MessagesWindow)
        return window

    def send(self, to: str, text: str) -> None:
        before = len(self.world.desk.picture.words.messages())
        self.talk.compose.to.setText(to)
        self.talk.compose.text.setText(text)
        self.talk.compose.send_now()
        soon(self.world, lambda: len(self.world.desk.picture.words.messages()) > before)
        soon(self.world, lambda: self.talk.compose.text.text() == "")


@pytest.fixture
def bench(world: World, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(world, tmp_path)
    yield made
    made.window.close()
    world.run(made.files.stop())


def photo(path: Path) -> Path:
    image = QImage(800, 500, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")  # type: ignore[call-overload] # the stub wants bytes, Qt wants text
    path.write_bytes(bytes(buffer.data().data()))
    return path


def test_a_group_is_made_written_to_and_says_who_has_read(bench: Bench) -> None:
    page, world = bench.window.groups, bench.world
    first, second = bench.units[:2]
    page.name.setText("north sector")
    page.units.setText(f"{first.callsign}, {second.callsign.lower()}")
    assert page.who.text() == f"2 units now: {first.callsign}, {second.callsign}"
    page.save.click()
    soon(world, lambda: len(world.desk.picture.words.groups()) == 1)
    bench.send("north sector", "Refuel by 18:00")
    soon(world, lambda: bench.talk.table.rows.rowCount() == 1)
    row = bench.talk.table.rows.rows[0]
    assert row.to == f"north sector: {first.callsign}, {second.callsign}"
    world.run(world.desk.submit(ReadMessages((row.id,), first.id)))
    soon(world, lambda: bench.talk.table.rows.rows[0].message.read)
    bench.talk.table.choose(row.id)
    assert f"{first.callsign} read it at" in bench.talk.receipts.text() and f"{second.callsign} has not opened it" in bench.talk.receipts.text()


def test_a_message_of_another_is_read_when_it_is_opened_and_once(bench: Bench) -> None:
    world = bench.world
    unit = bench.units[0]
    world.desk.actor = unit.id  # somebody else writes
    world.run(world.desk.submit(SendMessage("Water is out", unit_id=unit.id, from_unit=True)))
    world.desk.actor = bench.desk.seat.actor
    soon(world, lambda: bench.talk.table.rows.rowCount() == 1)
    assert bench.talk.table.rows.rows[0].unread and bench.talk.table.rows.rows[0].sender == unit.callsign
    bench.talk.table.choose(bench.talk.table.rows.rows[0].id)
    soon(world, lambda: not bench.talk.table.rows.rows[0].unread)
    (message,) = world.desk.picture.words.messages()
    assert list(message.read) == [bench.desk.seat.actor]


def test_a_template_is_filled_in_and_may_be_changed_before_it_is_sent(bench: Bench) -> None:
    compose, number = bench.talk.compose, bench.world.desk.picture.incidents()[0].number
    compose.to.setText(number)
    compose.template.setCurrentIndex(compose.template.findData("withdraw"))
    compose.template.activated.emit(compose.template.currentIndex())
    assert compose.text.text().startswith(f"{number} ") and "leave the danger zone" in compose.text.text()
    bench.send(number, compose.text.text() + " Now.")
    assert bench.world.desk.picture.words.messages()[-1].text.endswith("head count. Now.")


@pytest.mark.parametrize(
    ("to", "text", "why"), [("", "x", "To whom?"), ("E1", "", "Write what you want"), ("nobody", "x", "no unit, group or incident")]
)
def test_what_is_missing_is_said_and_nothing_is_lost(bench: Bench, to: str, text: str, why: str) -> None:
    bench.talk.compose.to.setText(to)
    bench.talk.compose.text.setText(text)
    bench.talk.compose.send_now()
    soon(bench.world, lambda: why in bench.desk.strip.text.text())
    assert (bench.talk.compose.to.text(), bench.talk.compose.text.text()) == (to, text)


def test_a_photo_is_attached_opened_and_deleted_everywhere(bench: Bench, tmp_path: Path) -> None:
    world = bench.world
    bench.talk.compose.take_files([photo(tmp_path / "roof.jpg")])
    soon(world, lambda: "roof.jpg" in bench.talk.compose.note.text())
    bench.send(bench.units[0].callsign, "")
    soon(world, lambda: bench.talk.table.rows.rowCount() == 1)
    bench.talk.table.choose(bench.talk.table.rows.rows[0].id)
    soon(world, bench.talk.files.open.isEnabled)
    assert "here" in bench.talk.files.list.item(0).text()
    bench.talk.files.open.click()
    soon(world, lambda: bench.talk.files._viewers)
    bench.talk.files._viewers[0].close()
    files = bench.talk.files
    files.window().activateWindow()
    files.remove.click()
    soon(world, files.reason.line.hasFocus)
    assert "roof.jpg" in files.reason.question.text()
    QTest.keyClicks(files.reason.line, "  ")
    QTest.keyClick(files.reason.line, Qt.Key.Key_Return)
    assert files.reason.isVisible() and not files.reason.do.isEnabled(), "without a reason nothing is deleted"
    QTest.keyClick(files.reason.line, Qt.Key.Key_Escape)
    assert files.reason.isHidden() and world.desk.picture.words.attachments()[0].readable
    files.remove.click()
    QTest.keyClicks(files.reason.line, "shows a face")
    QTest.keyClick(files.reason.line, Qt.Key.Key_Return)
    soon(world, lambda: not world.desk.picture.words.attachments()[0].readable)
    soon(world, lambda: bench.files.store.everything() == {})
    soon(world, lambda: "erased" in bench.talk.files.list.item(0).text())


def test_a_pdf_is_shown_page_by_page_and_a_broken_one_is_refused(bench: Bench, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "plan.pdf"))
    painter = QPainter(writer)
    painter.drawText(300, 300, "first floor")
    writer.newPage()
    painter.end()
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 cut off")
    bench.talk.compose.take_files([tmp_path / "plan.pdf", tmp_path / "broken.pdf"])
    soon(bench.world, lambda: "broken.pdf" in bench.talk.compose.note.text())
    bench.send(bench.units[0].callsign, "")
    soon(bench.world, lambda: bench.talk.table.rows.rowCount() == 1)
    bench.talk.table.choose(bench.talk.table.rows.rows[0].id)
    files = bench.talk.files
    soon(bench.world, lambda: files.list.count() == 2 and files.open.isEnabled())
    names = [files.list.item(place).text().splitlines()[0] for place in range(2)]
    files.list.setCurrentRow(names.index("plan.pdf"))
    files.open.click()
    soon(bench.world, lambda: files._viewers)
    shown = files._viewers[0].view
    assert isinstance(shown, PdfView)
    assert (shown.pages.pageCount(), shown.pages.getAllText(0).text().strip()) == (2, "first floor")
    assert not shown.turns[-1].isEnabled()
    QTest.mouseClick(shown.turns[1], Qt.MouseButton.LeftButton)
    assert shown.place.text() == "Page 2 of 2"
    assert not shown.turns[1].isEnabled()
    files._viewers[0].close()
    files.list.setCurrentRow(names.index("broken.pdf"))
    files.open.click()
    soon(bench.world, lambda: "broken.pdf cannot be read as a PDF" in bench.desk.strip.text.text())
    assert files._viewers == []


def test_a_file_that_is_not_here_says_so_and_is_fetched_when_asked(bench: Bench) -> None:
    world, key = bench.world, bytes(32)
    bench.low = True
    sealed = seal(b"Lage um 14 Uhr", key)
    name = file_name(sealed)
    file = NewFile(name, 14, key, "../lage.txt", "text/plain", b"Lage um 14 Uhr", "op")
    world.run(world.desk.submit(SendMessage("see file", everybody=True, files=(file,))))
    soon(world, lambda: bench.talk.table.rows.rowCount() == 1)
    bench.talk.table.choose(bench.talk.table.rows.rows[0].id)
    soon(world, lambda: "not here yet, 14 B" in bench.talk.files.list.item(0).text())
    assert bench.talk.files.list.item(0).text().startswith("lage.txt\n") and bench.files.wanted() == {}
    bench.talk.files.fetch.click()
    soon(world, lambda: name in bench.files.wanted())
    bench.files.store.append(name, len(sealed), 0, sealed)
    bench.files.moved()
    soon(world, lambda: ", here" in bench.talk.files.list.item(0).text())
    view = world.desk.picture.words.attachments()[0]
    assert world.run(bench.files.content(view)) == b"Lage um 14 Uhr"


def test_orders_are_read_out_and_what_comes_back_is_recorded(bench: Bench) -> None:
    world, page = bench.world, bench.window.radio
    world.run(world.desk.submit(SendOrder("Open the roof", (bench.units[0].id,))))
    soon(world, lambda: "OPEN THE ROOF" in page.out.toPlainText())
    page.back.setPlainText(page.out.toPlainText().replace("ROOF", "DOOR"))
    assert "Misheard" in page.found.text() and not page.record.isEnabled()
    page.back.setPlainText(page.out.toPlainText())
    assert "✓ 1: right" in page.found.text()
    page.record.click()
    soon(world, lambda: world.desk.picture.duty.orders()[0].read_back)
    assert check_of(world.desk.picture.duty.orders()[0], world.desk.picture) in page.out.toPlainText()


def test_what_happened_is_entered_late_with_its_own_time(bench: Bench) -> None:
    world, page, unit = bench.world, bench.window.radio, bench.units[0]
    bench.window.tabs.setCurrentWidget(page)
    page.time.setText("noon")
    page.what.setText(f"{unit.callsign} oos")
    page.enter.click()
    soon(world, lambda: "noon is no time" in bench.desk.strip.text.text())
    page.time.setText("00:01")
    QTest.keyClick(page.what, Qt.Key.Key_Return)
    soon(world, lambda: world.desk.picture.unit(unit.id).status == UnitStatus.OUT_OF_SERVICE)  # type: ignore[union-attr] # it is there
    (line,) = world.desk.picture.lines(1)
    assert line.late_ms is not None and line.late_ms < line.wall_ms
    assert world.desk.picture.unit(unit.id).status_ms == line.late_ms  # type: ignore[union-attr] # it is there


def test_a_group_that_is_dropped_leaves_its_messages(bench: Bench) -> None:
    world = bench.world
    world.run(world.desk.submit(SaveGroup("crew", units=(bench.units[0].id,))))
    bench.send("crew", "hello")
    page = bench.window.groups
    soon(world, lambda: page.table.rows.rowCount() == 1)
    page.table.choose(world.desk.picture.words.groups()[0].id)
    page.drop.click()
    soon(world, lambda: world.desk.picture.words.groups() == ())
    assert len(world.desk.picture.words.messages()) == 1


def test_the_log_and_the_incident_say_who_has_read(bench: Bench) -> None:
    world, (first, second) = bench.world, bench.units[:2]
    done = world.run(world.desk.submit(SendMessage("Wind turns", unit_ids=(first.id, second.id))))
    world.run(world.desk.submit(ReadMessages((done.created[0],), first.id)))
    seat = bench.desk.seat
    line = next(line for line in world.desk.picture.lines(5) if line.type == "MessageSent")
    assert read_sign(seat, line) == "1/2"
    assert f"{first.callsign} read it at" in read_lines(seat, line)[0] and f"{second.callsign} has not opened it" in read_lines(seat, line)[1]
    world.run(world.desk.submit(SendOrder("Open the roof", (first.id,))))
    assert read_sign(seat, world.desk.picture.lines(1)[0]) == "0/1"
    number = world.desk.picture.incidents()[0].id
    seat.choose_incident(number)
    bench.window.close()
    bench.desk.incident.messages.more.click()
    bench.window = bench.open()  # the one that was opened anew
    assert bench.window.talk.compose.to.text() == world.desk.picture.incidents()[0].number


def test_whose_role_may_not_see_personal_files_sees_that_there_is_one(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    world = bench.world
    file = NewFile(bytes(32), 10, bytes(32), "face.jpg", "image/jpeg", b"x")
    world.run(
        world.desk.submit(SendMessage("see photo", everybody=True, files=(file, replace(file, hash=bytes([1]) * 32, name="map.txt", section="op"))))
    )
    views = world.desk.picture.words.attachments()
    assert all(as_allowed(bench.desk.seat, view) == view for view in views)
    rights = world.desk.picture.rights
    monkeypatch.setattr(type(rights), "begun", property(lambda _self: True))
    monkeypatch.setattr(type(rights), "roles_of", lambda _self, _actor: frozenset({Role.LOGISTICS}))
    shown = {view.name: as_allowed(bench.desk.seat, view) for view in views}
    assert not shown["face.jpg"].readable and shown["face.jpg"].name == "" and shown["map.txt"].readable


def test_a_track_is_drawn_from_its_preview_before_it_is_here(bench: Bench, tmp_path: Path) -> None:
    world, overlays = bench.world, bench.desk.map_view.overlays  # type: ignore[attr-defined] # the plain map of these tests
    preview = b"[[8.69,49.41],[8.70,49.42],[8.71,49.41]]"
    track = NewFile(bytes(32), 9_000, bytes(32), "way.gpx", "application/gpx+xml", preview, "op")
    world.run(
        world.desk.submit(SendMessage("our way", everybody=True, files=(track, replace(track, hash=bytes([1]) * 32, preview=b"[]", name="no.gpx"))))
    )
    soon(world, lambda: bench.talk.table.rows.rowCount() == 1)
    bench.talk.table.choose(bench.talk.table.rows.rows[0].id)
    files = bench.talk.files
    soon(world, lambda: files.list.count() == 2)
    for place in range(2):
        files.list.setCurrentRow(place)
        files.on_map.click()
        soon(world, lambda: "drawn on the map" in bench.desk.strip.text.text() or "no line in this track" in bench.desk.strip.text.text())
    soon(world, lambda: "attachment" in overlays)
    (shape,) = overlays["attachment"]
    assert (shape.label, len(shape.parts[0])) == ("way.gpx", 3)
