"""The receiver of a laptop in the field: chosen in its window, tried out, and used at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget

from commandcenter.geo.positioning.fix import Fix
from commandcenter.geo.positioning.source import ReceiverKind, Source
from commandcenter.model.errors import KnownError
from commandcenter.model.words import LonLat
from commandcenter.ui.field.port import SerialLine
from commandcenter.ui.field.receiver import ReceiverCard
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.header.bar import Standing
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.ports import Services
from commandcenter.ui.theme.look import Look

from .world import ACTOR, PlainMap, World


class Receivers:
    """Notes what it is asked; a `ReceiverPort`."""

    def __init__(self, source: Source | None = None) -> None:
        self.source = source
        self.found: tuple[SerialLine, ...] = (SerialLine("/dev/ttyACM0", "u-blox 7"), SerialLine("/dev/ttyUSB1", "FT232"))
        self.answer: Fix | KnownError | None = None
        """`None`: the receiver keeps one waiting."""
        self.tested: list[Source] = []

    def use(self, source: Source | None) -> None:
        self.source = source

    async def lines(self) -> tuple[SerialLine, ...]:
        return self.found

    async def test(self, source: Source) -> Fix:
        self.tested.append(source)
        if self.answer is None:
            await asyncio.Event().wait()
        if isinstance(self.answer, KnownError):
            raise self.answer
        return cast(Fix, self.answer)


@pytest.fixture
def receivers() -> Receivers:
    return Receivers(Source(ReceiverKind.SERIAL, device="/dev/ttyS3", baud=14_400))


@pytest.fixture
def window(world: World, receivers: Receivers) -> Iterator[FieldWindow]:
    look, language = Look(), Language()
    look.apply()
    language.use("en")
    standing = Standing("Heidelberg", "Day shift", "Anna Berg", "Field commander", exercise=True)
    made = FieldWindow(world.desk, PlainMap(), world.settings, look=look, standing=standing, actor=ACTOR, services=Services(receiver=receivers))
    made.open()
    made.resize(1280, 720)
    made.pages.tabs[4].click()
    world.wait_for(made.receiver.kind.isVisible)
    yield made
    language.use("en")
    made.close()
    made.deleteLater()
    world.settle()


def choose(card: ReceiverCard, kind: ReceiverKind | None) -> None:
    """Choose a kind as a person does, with the keyboard."""
    card.kind.setFocus()
    wanted = card.kind.findData(kind)
    while card.kind.currentIndex() != wanted:
        QTest.keyClick(card.kind, Qt.Key.Key_Down if card.kind.currentIndex() < wanted else Qt.Key.Key_Up)


def test_what_is_followed_stands_in_the_fields(window: FieldWindow) -> None:
    card = window.receiver
    assert (card.kind.currentData(), card.line.currentText(), card.speed.currentData()) == (ReceiverKind.SERIAL, "/dev/ttyS3", 14_400)
    assert card.chosen() == Source(ReceiverKind.SERIAL, device="/dev/ttyS3", baud=14_400)


def test_gpsd_of_this_computer_is_used_at_once_and_none_again(world: World, window: FieldWindow, receivers: Receivers) -> None:
    card = window.receiver
    choose(card, ReceiverKind.GPSD)
    assert not card.line.isVisible() and card.address.isVisible()
    card.use.click()
    world.wait_for(lambda: receivers.source == Source(ReceiverKind.GPSD, "localhost"))
    assert "used from now on" in card.said.text() and "used from now on" in window.strip.text()
    choose(card, None)
    assert not card.test.isVisible() and not card.address.isVisible()
    card.use.click()
    world.wait_for(lambda: receivers.source is None)
    assert "No receiver is used" in card.said.text()


def test_an_address_is_typed_and_what_is_missing_is_said(world: World, window: FieldWindow, receivers: Receivers) -> None:
    card, kept = window.receiver, receivers.source
    choose(card, ReceiverKind.TCP)
    for typed, said in (("", "Write address and port"), ("10.0.0.9", "lacks the port"), ("10.0.0.9:x", "is no receiver")):
        card.address.setText(typed)
        QTest.keyClick(card.address, Qt.Key.Key_Return)
        world.wait_for(lambda said=said: said in card.said.text())
        assert card.said.property("role") == "danger"
    assert receivers.source == kept
    card.address.setText("tcp://10.0.0.9：10110")
    QTest.keyClick(card.address, Qt.Key.Key_Return)
    world.wait_for(lambda: receivers.source == Source(ReceiverKind.TCP, "10.0.0.9", 10_110))


def test_serial_lines_are_looked_for_and_a_name_may_be_written(world: World, window: FieldWindow, receivers: Receivers) -> None:
    card = window.receiver
    card.look.click()
    world.wait_for(lambda: "u-blox" in card.said.text())
    assert card.line.currentText() == "/dev/ttyS3"
    card.line.setCurrentIndex(0)
    card.speed.setCurrentIndex(card.speed.findData(9_600))
    assert card.chosen() == Source(ReceiverKind.SERIAL, device="/dev/ttyACM0", baud=9_600)
    receivers.found = ()
    card.line.setEditText("")
    card.look.click()
    world.wait_for(lambda: "No serial line was found" in card.said.text())
    card.test.click()
    world.wait_for(lambda: "Choose the serial line" in card.said.text())
    assert receivers.tested == []


def test_a_trial_says_what_came_of_it_in_both_languages(world: World, window: FieldWindow, receivers: Receivers) -> None:
    card = window.receiver
    choose(card, ReceiverKind.GPSD)
    receivers.answer = KnownError("gpsd runs, but it has no receiver: is one plugged in?")
    card.test.click()
    world.wait_for(lambda: "plugged in" in card.said.text())
    Language().use("zh_CN")
    world.wait_for(lambda: "gpsd" in card.said.text() and "plugged in" not in card.said.text())
    Language().use("en")
    receivers.answer = Fix(LonLat(8.69, 49.41))
    card.test.click()
    world.wait_for(lambda: card.said.text() == "Position received: 49.41000, 8.69000")
    assert card.said.property("role") == "ok"


def test_a_trial_is_given_up_when_something_else_is_wanted(world: World, window: FieldWindow, receivers: Receivers) -> None:
    card = window.receiver
    choose(card, ReceiverKind.GPSD)
    card.test.click()
    world.wait_for(lambda: len(receivers.tested) == 1)
    assert "Trying" in card.said.text()
    receivers.answer = Fix(LonLat(8.69, 49.41))
    choose(card, ReceiverKind.TCP)
    assert card.said.text() == ""
    card.address.setText("10.0.0.9:10110")
    card.use.click()
    world.wait_for(lambda: receivers.source == Source(ReceiverKind.TCP, "10.0.0.9", 10_110))
    assert "used from now on" in card.said.text()


def test_nothing_of_the_card_is_cut_or_too_small_for_gloves(world: World, window: FieldWindow) -> None:
    area = cast(QScrollArea, window.pages.stack.currentWidget())
    for code in ("en", "zh_CN"):
        Language().use(code)
        for kind in (None, *ReceiverKind):
            choose(window.receiver, kind)
            world.settle(0.02)
            assert cast(QWidget, area.widget()).minimumSizeHint().width() <= area.viewport().width(), (code, kind)
            parts = (window.receiver.kind, window.receiver.address, window.receiver.line, window.receiver.test, window.receiver.use)
            assert [one.accessibleName() for one in parts if one.isVisible() and one.height() < 48] == []
