"""Field mode: targets for gloves, the battery, night, rights and the stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QScrollArea, QWidget

from commandcenter.model.commands import (
    GiveTask,
    GrantRole,
    SendOrder,
)
from commandcenter.model.rights import Role
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import UnitStatus
from commandcenter.ui.connection.port import SyncPort
from commandcenter.ui.field.parts import TARGET_PX
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.ports import Power, Services
from commandcenter.ui.theme.look import Look

from .field_desk import mine, opened_field, sent_to, wait_for_words
from .world import ACTOR, ELSEWHERE, PlainMap, World


@pytest.fixture
def field(world: World) -> Iterator[FieldWindow]:
    with opened_field(world) as window:
        yield window


def test_the_unit_is_remembered_on_this_computer(world: World, field: FieldWindow) -> None:
    assert world.settings.get("field_unit") == mine(field)


def test_every_target_is_big_enough_for_gloves(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    buttons = [made for made in field.findChildren(QAbstractButton) if made.isVisible() and made.objectName() != "qt_spinbox"]
    assert len(buttons) > 8
    assert [made.text() for made in buttons if made.height() < TARGET_PX - 4 and made.text()] == []


def test_every_page_has_large_targets_at_the_smallest_size_and_nothing_is_wider_than_its_column(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    field.resize(1280, 720)
    for place in range(len(field.pages.tabs)):
        field.pages.tabs[place].click()
        world.wait_for(lambda place=place: field.pages.stack.currentIndex() == place)
        area = cast(QScrollArea, field.pages.stack.currentWidget())
        world.wait_for(lambda area=area: too_small(area) == [])
        assert cast(QWidget, area.widget()).minimumSizeHint().width() <= area.viewport().width(), place


def too_small(area: QScrollArea) -> list[str]:
    """Return what a gloved finger would miss; names and heights."""
    inner = cast(QWidget, area.widget())
    fields = [one for kind in (QAbstractButton, QComboBox, QLineEdit) for one in inner.findChildren(kind)]
    return [f"{one.accessibleName()} {one.height()}" for one in fields if one.isVisible() and one.height() < 48]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_the_names_of_the_pages_are_never_cut(world: World, field: FieldWindow, code: str) -> None:
    Language().use(code)
    field.resize(1280, 720)
    for made in field.pages.tabs:
        made.click()
        world.settle(0.02)
        assert made.fontMetrics().horizontalAdvance(made.text()) + 8 <= made.width(), made.text()
    assert field.pages.tabs[-1].geometry().right() <= field.pages.width()


def test_the_battery_is_spared_when_it_is_low_or_the_person_says_so(world: World, field: FieldWindow) -> None:
    shown = cast(PlainMap, field.map_view).shown
    said = [(shown["saving"], field.side.battery.text())]
    field.saver.power = Power(on_battery=True, percent=40)
    field.saver.changed.emit()
    said.append((shown["saving"], field.side.battery.text()))
    for _ in range(2):
        field.side.saving.click()
    said.append((shown["saving"], field.side.battery.text()))
    assert said == [(False, "Battery: unknown"), (True, "Battery 40 % · saving"), (False, "Battery 40 % · never saving")]
    assert world.settings.get("field_saving") == "never"


def test_the_battery_is_read_beside_the_window(world: World) -> None:
    look = Look()
    look.apply()
    window = FieldWindow(
        world.desk,
        PlainMap(),
        world.settings,
        look=look,
        standing=Standing("Heidelberg", "Day shift", "Anna Berg", "Dispatcher", exercise=True),
        actor=ACTOR,
        services=Services(power=lambda: Power(on_battery=True, percent=12)),
    )
    window.open()
    window.seat.ticked.emit(world.clock.wall_ms())
    world.wait_for(lambda: "12" in window.side.battery.text())
    assert window.saver.saves and window.side.battery.property("pill") == "danger"
    window.close()
    window.deleteLater()
    world.settle()


def test_night_turns_on_and_off_and_is_remembered(world: World, field: FieldWindow) -> None:
    themes = []
    for _ in range(2):
        field.side.night.click()
        themes.append((field.seat.look.tokens.name, world.settings.get("theme")))
    assert themes == [("night", "night"), ("light", "light")]


def test_what_the_person_has_no_right_to_is_grey_and_says_why(world: World, field: FieldWindow) -> None:
    sent_to(world, field)
    world.run(world.desk.submit(SendOrder("open the roof", (mine(field),))))
    world.run(world.desk.submit(GiveTask(mine(field), "search the cellar", "")))
    world.wait_for(lambda: bool(field.orders.buttons) and bool(field.team.done_buttons))
    acts = {
        "status": field.status.buttons[UnitStatus.ENROUTE],
        "words": field.words.send,
        "order": next(iter(field.orders.buttons.values())),
        "task": next(iter(field.team.done_buttons.values())),
        "sketch": field.sketch.draw_button,
        "mayday": field.mayday,
    }
    assert all(made.isEnabled() for made in acts.values())
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    world.desk.actor = ELSEWHERE
    field.seat.take_over(ELSEWHERE)
    for name, made in acts.items():
        assert not made.isEnabled() and "has no right to" in made.toolTip(), name
    world.desk.actor = ACTOR
    field.seat.take_over(ACTOR)
    assert all(made.isEnabled() for made in acts.values())


class Stick:
    """Notes what a stick is asked to do; a `SyncPort` as far as a laptop in the field needs one."""

    def __init__(self) -> None:
        self.done: list[tuple[str, Path]] = []

    async def write_bundle(self, path: Path, summary: Path | None, progress: object, *, files: bool = False) -> int:
        self.done.append(("written with files" if files else "written", path))
        return 12

    async def read_bundle(self, path: Path, progress: object) -> Sentence:
        self.done.append(("read", path))
        return say("Entries in {file}: {count}.", count="3", file=path.name)


def test_a_stick_is_given_and_taken_in_the_field(world: World, tmp_path: Path) -> None:
    look, stick = Look(), Stick()
    look.apply()
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Field commander", exercise=True)
    services = Services(sync=cast(SyncPort, stick))
    window = FieldWindow(world.desk, PlainMap(), world.settings, look=look, standing=standing, actor=ACTOR, services=services)
    window.open()
    window.resize(1280, 720)
    window.pages.tabs[4].click()
    page = window.stick.page
    assert page is not None
    world.wait_for(page.write_all.isVisible)
    area = cast(QScrollArea, window.pages.stack.currentWidget())
    world.wait_for(lambda: too_small(area) == [])
    assert cast(QWidget, area.widget()).minimumSizeHint().width() <= area.viewport().width()
    page.ask_save = lambda _title, name: tmp_path / name
    page.ask_open = lambda _title, _pattern: tmp_path / "theirs.bundle"
    page.files.click()
    page.write_all.click()
    wait_for_words(world, window, "stick.bundle: 12")
    page.read.click()
    wait_for_words(world, window, "theirs.bundle: 3")
    assert [what for what, _path in stick.done] == ["written with files", "read"]
    window.close()
    window.deleteLater()
    world.settle()


def test_without_other_desks_there_is_no_stick_and_without_a_receiver_no_choice_of_it(field: FieldWindow) -> None:
    assert field.stick.isHidden() and field.receiver.isHidden()
