"""A message to the unit stands in the field window, is said in the strip, and is read when its page is opened."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from commandcenter.model.commands import SendMessage
from commandcenter.model.ids import Id
from commandcenter.ui.field.window import MY_UNIT, FieldWindow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.ports import MemorySettings
from commandcenter.ui.theme.look import Look

from .world import ACTOR, PlainMap, World, populate


@pytest.fixture
def field(world: World) -> Iterator[FieldWindow]:
    world.run(populate(world.desk, world.clock, units=4, incidents=1))
    unit = world.desk.picture.units()[0]
    look = Look()
    look.apply()
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Field commander", exercise=True)
    made = FieldWindow(world.desk, PlainMap(), MemorySettings({MY_UNIT: unit.id}), look=look, standing=standing, actor=ACTOR)
    made.open()
    yield made
    made.close()
    made.deleteLater()


def test_a_message_to_my_unit_is_said_and_read_when_it_is_opened(world: World, field: FieldWindow) -> None:
    unit, other = (Id(field.unit.itemData(n)) for n in (0, 1))
    world.run(world.desk.submit(SendMessage("Leave by the south road", unit_ids=(unit,))))
    world.run(world.desk.submit(SendMessage("Not for you", unit_ids=(other,))))
    world.wait_for(lambda: "Leave by the south road" in field.strip.text())
    assert all(message.read == {} for message in world.desk.picture.words.messages())
    field.activateWindow()
    field.pages.show_page(1)
    world.wait_for(field.isActiveWindow)
    field.messages.refresh()
    world.wait_for(lambda: world.desk.picture.words.messages()[0].unread() == ())
    assert "Leave by the south road" in field.messages.lines[0].text()
    assert not field.messages.lines[1].text()
    (to_other,) = [one for one in world.desk.picture.words.messages() if one.text == "Not for you"]
    assert to_other.read == {}


def test_what_my_unit_says_is_told_as_its_own(world: World, field: FieldWindow) -> None:
    field.acts.say_words("Water is out")
    world.wait_for(lambda: world.desk.picture.words.messages())
    (message,) = world.desk.picture.words.messages()
    assert (message.text, message.sender) == ("Water is out", Id(field.unit.currentData()))
