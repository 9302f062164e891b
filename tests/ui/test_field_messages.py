"""A message to the unit stands in the field window, is said in the strip, and is read when its page is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from commandcenter.app.files import Files
from commandcenter.app.home import Home
from commandcenter.model.commands import SendMessage
from commandcenter.model.ids import Id
from commandcenter.ui.field.window import MY_UNIT, FieldWindow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.ports import MemorySettings, Services
from commandcenter.ui.theme.look import Look

from .world import ACTOR, PlainMap, World, populate


def soon(world: World, what: Callable[[], object]) -> None:
    """Wait until something is so, however busy this computer is."""
    world.wait_for(what, 60)


@pytest.fixture
def field(world: World, tmp_path: Path) -> Iterator[FieldWindow]:
    world.run(populate(world.desk, world.clock, units=4, incidents=1))
    unit = world.desk.picture.units()[0]
    look = Look()
    look.apply()
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Field commander", exercise=True)
    session = SimpleNamespace(desk=world.desk, log=SimpleNamespace(operation=world.desk.picture.operation))
    files = Files(session, Home.open(tmp_path), lambda: False)  # type: ignore[arg-type] # all of a session that it uses
    files.start()
    services, settings = Services(files=files), MemorySettings({MY_UNIT: unit.id})
    made = FieldWindow(world.desk, PlainMap(), settings, look=look, standing=standing, actor=ACTOR, services=services)
    made.open()
    yield made
    made.close()
    made.deleteLater()
    world.run(files.stop())


def test_a_message_to_my_unit_is_said_and_read_when_it_is_opened(world: World, field: FieldWindow) -> None:
    unit, other = (Id(field.unit.itemData(n)) for n in (0, 1))
    world.run(world.desk.submit(SendMessage("Leave by the south road", unit_ids=(unit,))))
    world.run(world.desk.submit(SendMessage("Not for you", unit_ids=(other,))))
    soon(world, lambda: "Leave by the south road" in field.strip.text())
    assert all(message.read == {} for message in world.desk.picture.words.messages())
    field.activateWindow()
    field.pages.show_page(1)
    soon(world, field.isActiveWindow)
    field.messages.refresh()
    soon(world, lambda: world.desk.picture.words.messages()[0].unread() == ())
    assert "Leave by the south road" in field.messages.lines[0].text()
    assert not field.messages.lines[1].text()
    (to_other,) = [one for one in world.desk.picture.words.messages() if one.text == "Not for you"]
    assert to_other.read == {}


def test_what_my_unit_says_is_told_as_its_own(world: World, field: FieldWindow) -> None:
    field.acts.say_words("Water is out")
    soon(world, world.desk.picture.words.messages)
    (message,) = world.desk.picture.words.messages()
    assert (message.text, message.sender) == ("Water is out", Id(field.unit.currentData()))


def test_a_file_that_came_with_a_message_is_opened_with_one_tap(world: World, field: FieldWindow, tmp_path: Path) -> None:
    files = field.services.files
    assert files is not None
    note = tmp_path / "ways out.txt"
    note.write_text("South road only")
    made = world.run(files.take(note, personal=True))
    world.run(world.desk.submit(SendMessage("see file", unit_ids=(Id(field.unit.itemData(0)),), files=(made,))))
    field.pages.show_page(1)
    tap = field.messages.attached[0]
    soon(world, lambda: tap.isVisible() and tap.text() == "ways out.txt · 15 B")
    tap.click()
    soon(world, lambda: field.messages._viewers)
    shown = field.messages._viewers[0].view
    assert isinstance(shown, QPlainTextEdit) and shown.toPlainText() == "South road only"
