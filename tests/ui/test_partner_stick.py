"""A stick for a partner, written under the sharing policy: for whom is plain, refusals and being stopped are said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from commandcenter.model.commands import AddPartner
from commandcenter.model.commands.privacy import PUBLIC
from commandcenter.model.errors import Cancelled, KnownError
from commandcenter.model.ids import Id
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.ui.data.partner_stick import PartnerStick
from commandcenter.ui.data.sharing_page import SharingPage
from commandcenter.ui.data.window import DataWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.ports import Services

from .world import World

Written = tuple[str, Id | None, str, bool]


class Sticks:
    """Writes nothing but remembers what it was asked for."""

    def __init__(self, *, guest: bool = False) -> None:
        self.address, self.guest = "CCADDRESS:OWN", guest
        self.written: list[Written] = []

    async def write(self, path: Path, audience: Id | None, address: str, progress: Progress, *, files: bool) -> Sentence:
        progress.report("writing the stick", 1, 2)
        if path.name == "stopped":
            raise Cancelled
        if address == "wrong":
            raise KnownError("{text} is no address of a computer.", text=address)
        self.written.append((path.name, audience, address, files))
        return say("Entries in {file}: {count}.", file=path.name, count="12")


def opened(world: World, sticks: Sticks) -> tuple[SharingPage, PartnerStick]:
    world.run(world.desk.submit(AddPartner("Red Cross", "charity")))
    window = world.open_window(services=Services(partners=sticks))
    made = window.beside.open(next(kind for kind in WINDOWS if kind.name == "data"))
    assert isinstance(made, DataWindow) and made.sharing.stick is not None
    made.tabs.setCurrentWidget(made.sharing)
    return made.sharing, made.sharing.stick


def click(page: PartnerStick) -> None:
    QTest.mouseClick(page.write, Qt.MouseButton.LeftButton)


def said(world: World, words: str) -> None:
    world.wait_for(lambda: world.window is not None and words in world.window.strip.text.text())


def test_it_is_for_who_is_chosen_and_for_the_address_that_is_typed(world: World) -> None:
    sticks = Sticks()
    sharing, page = opened(world, sticks)
    (partner,) = world.desk.picture.supplies.partners()
    page.ask_save = lambda: Path("a.bundle")
    sharing.table.choose(partner.id)
    page.address.setText(" CCADDRESS:THEIRS ")
    page.files.setChecked(True)
    click(page)
    said(world, "Entries in a.bundle: 12.")
    sharing.table.choose(PUBLIC)
    page.address.clear()
    page.files.setChecked(False)
    page.ask_save = lambda: Path("b.bundle")
    click(page)
    said(world, "Entries in b.bundle: 12.")
    assert sticks.written == [("a.bundle", partner.id, "CCADDRESS:THEIRS", True), ("b.bundle", PUBLIC, "", False)]


@pytest.mark.parametrize(("name", "address", "words"), [("stopped", "", "there is no stick"), ("c.bundle", "wrong", "is no address")])
def test_what_does_not_work_is_said_and_it_can_be_tried_again(world: World, name: str, address: str, words: str) -> None:
    sticks = Sticks()
    sharing, page = opened(world, sticks)
    sharing.table.choose(PUBLIC)
    page.ask_save = lambda: Path(name)
    page.address.setText(address)
    click(page)
    said(world, words)
    world.wait_for(page.write.isEnabled)
    assert sticks.written == [] and page.progress.isHidden()


def test_nothing_is_written_for_nobody(world: World) -> None:
    sticks = Sticks()
    sharing, page = opened(world, sticks)
    sharing.table.clearSelection()
    sharing.table.setCurrentIndex(sharing.table.rootIndex())
    page.ask_save = lambda: Path("a.bundle")
    click(page)
    said(world, "No organisation is chosen")
    page.ask_save = lambda: None
    click(page)
    assert sticks.written == []


def test_a_partners_computer_writes_back_and_tells_its_address(world: World) -> None:
    sticks = Sticks(guest=True)
    _, page = opened(world, sticks)
    page.ask_save = lambda: Path("back.bundle")
    page.address.setText("CCADDRESS:THE-DESK")
    click(page)
    said(world, "Entries in back.bundle: 12.")
    assert sticks.written == [("back.bundle", None, "CCADDRESS:THE-DESK", False)]
    assert page.own.text() == "CCADDRESS:OWN" and page.own.isReadOnly()
    QTest.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "CCADDRESS:OWN"
