"""A logistics shift in the training region: goods by plan with a receipt, a partner's team, beds, a search; and all of it verifies."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.geo.pack import RegionPack
from commandcenter.model.commands import AddPartner, OfferTeam, ReportIncident
from commandcenter.model.words import LonLat
from commandcenter.ui.facilities.window import FacilitiesWindow
from commandcenter.ui.search.window import SearchWindow
from commandcenter.ui.supplies.names import choose
from commandcenter.ui.supplies.window import SuppliesWindow

from .conftest import Play
from .player import Player, at_the_desk

W = TypeVar("W", bound=QWidget)
SHIFT = Qt.KeyboardModifier.ShiftModifier
BOTH = Qt.KeyboardModifier.ControlModifier | SHIFT


@pytest.fixture
def home(tmp_path: Path, training_pack: RegionPack) -> Home:
    found = Home.open(tmp_path / "home")
    shutil.copytree(training_pack.path, found.regions / "training")
    return found


async def window(player: Player, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str, kind: type[W]) -> W:
    """Open a window beside the desk by its key."""
    QTest.keyClick(player.window.queue.list, key, modifiers)
    await player.see(lambda: name in player.window.beside.open_windows, name)
    found = player.window.beside.open_windows[name]
    assert isinstance(found, kind)
    return found


async def back(player: Player, beside: QWidget) -> None:
    """Close a window beside the desk and go on at the desk."""
    beside.close()
    player.window.activateWindow()
    await player.see(player.window.isActiveWindow, "the desk's window in front")
    player.window.queue.list.setFocus()
    await player.see(player.window.queue.list.hasFocus, "the queue with the keyboard")


async def flood(player: Player) -> None:
    """Goods go to the flood by plan; one truck load is received with something missing; nothing else is lost."""
    before = held(player)
    base = player.picture.stations()[0].at
    await player.window.seat.submit(ReportIncident("natural.flood", LonLat(base.lon + 0.004, base.lat), "Lower quay", 1, alarm_level=2))
    supplies = await window(player, Qt.Key.Key_F9, SHIFT, "supplies", SuppliesWindow)
    supplies.tabs.setCurrentWidget(supplies.plan)
    supplies.plan.deliver.click()
    await player.see(lambda: supplies.plan.deliveries.rows.rowCount() > 0, "a plan")
    supplies.plan.accept.click()
    await player.see(lambda: bool(player.picture.supplies.transfers()), "promised goods")
    supplies.tabs.setCurrentWidget(supplies.transfers)
    page = supplies.transfers
    transfer = page.table.rows.rows[0]
    page.table.setCurrentIndex(page.table.rows.index(0, 0))
    QTest.keyClick(page.table, Qt.Key.Key_S)
    await player.see(lambda: state(player, transfer.id) == "shipped", "goods on their way")
    item, quantity = next(iter(transfer.goods.items()))
    page.arrived.setText(f"{quantity - 1} {item}")
    page.by.setText("Quay master")
    QTest.keyClick(page.by, Qt.Key.Key_Return)
    await player.see(lambda: state(player, transfer.id) == "received", "the receipt")
    receipt = player.picture.supplies.transfer(transfer.id)
    assert receipt is not None and receipt.receipt is not None and receipt.receipt.missing == {item: 1}
    await back(player, supplies)
    assert held(player) == {code: count - transfer.goods.get(code, 0) for code, count in before.items()}


async def lent(player: Player) -> None:
    """A volunteers' team is taken and stands on the board as theirs."""
    done = await player.window.seat.submit(AddPartner("Red Help", "volunteers"))
    await player.window.seat.submit(OfferTeam(done[0].created[0], "RH1", "search", 5, player.picture.stations()[0].at))
    supplies = await window(player, Qt.Key.Key_F9, SHIFT, "supplies", SuppliesWindow)
    supplies.tabs.setCurrentWidget(supplies.partners)
    supplies.partners.table.setCurrentIndex(supplies.partners.table.rows.index(0, 0))
    QTest.keyClick(supplies.partners.table, Qt.Key.Key_A)
    await player.see(lambda: any(u.callsign == "RH1" and u.partner for u in player.picture.units()), "the team")
    await back(player, supplies)


async def beds(player: Player) -> None:
    """Beds are reported by the command line, the nearest hospital is chosen, and the people arrive."""
    hospital = next(f for f in player.picture.facilities() if f.kind == "hospital")
    await player.command(f"hosp 12/20 emergency {hospital.name}")
    await player.see(lambda: any(f.places for f in player.picture.facilities()), "the report")
    player.window.seat.choose_incident(player.picture.incidents()[-1].id)
    facilities = await window(player, Qt.Key.Key_H, BOTH, "facilities", FacilitiesWindow)
    choose(facilities.choice.care, "emergency")
    await player.see(lambda: any(row.option for row in facilities.choice.table.rows.rows), "a hospital that can")
    QTest.keyClick(facilities.choice.table, Qt.Key.Key_Return)
    await player.see(lambda: facilities.placements.rows.rowCount() == 1, "the kept place")
    facilities.placements.setCurrentIndex(facilities.placements.rows.index(0, 0))
    QTest.keyClick(facilities.placements, Qt.Key.Key_A)
    await player.see(lambda: [p.state for p in player.picture.care.placements()] == ["arrived"], "the arrival")
    await back(player, facilities)


async def missing(player: Player) -> None:
    """The lent team searches a sector that was drawn; the chance of success is told."""
    at = player.picture.incidents()[-1].at
    done = await player.window.seat.submit(ReportIncident("search.missing", at, "Lower quay", 2))
    player.window.seat.choose_incident(done[0].created[0])
    search = await window(player, Qt.Key.Key_F, BOTH, "search", SearchWindow)
    search.begin.click()
    await player.see(lambda: search.draw.isEnabled() and "begun" in player.strip, "the search")
    search.draw.click()
    await player.see(lambda: "corners" in player.strip, "the hint to draw")
    corners = [LonLat(at.lon + east, at.lat + north) for east, north in ((-0.003, -0.002), (0.003, -0.002), (0.0, 0.003))]
    player.map.drawn.emit("polygon", (*corners, corners[0]))
    await player.see(lambda: search.sectors.rows.rowCount() == 1, "the sector")
    search.sectors.setCurrentIndex(search.sectors.rows.index(0, 0))
    choose(search.task.unit, next(u.id for u in player.picture.units() if u.callsign == "RH1"))
    search.task.send.click()
    await player.see(lambda: search.sweeps.rows.rowCount() == 1, "the team in the sector")
    search.sweeps.setCurrentIndex(search.sweeps.rows.index(0, 0))
    search.hours.setText("3")
    QTest.keyClick(search.hours, Qt.Key.Key_Return)
    await player.see(lambda: search.sectors.rows.rows[0].pos > 0.5, "the chance of success")
    await back(player, search)


def held(player: Player) -> dict[str, int]:
    """Return what is in all depots together, by item."""
    total: dict[str, int] = {}
    for depot in player.picture.depots():
        for line in depot.stock:
            total[line.item] = total.get(line.item, 0) + line.quantity
    return total


def state(player: Player, transfer: object) -> str:
    return next(t.state for t in player.picture.supplies.transfers() if t.id == transfer)


def test_a_logistics_shift(home: Home, play: Play[None]) -> None:
    async def story() -> None:
        async with at_the_desk(home, "training") as player:
            await flood(player)
            await lent(player)
            await beds(player)
            await missing(player)
            digest, stock = player.picture.digest(), held(player)
        async with at_the_desk(home, "training") as player:
            assert (player.picture.digest(), held(player)) == (digest, stock)

    play(story())
    assert main(["log", "verify", "--region", "training", "--home", str(home.root)]) == 0
