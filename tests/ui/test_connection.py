"""The window Connection and the header's pill say how the desk stands to others, and change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from commandcenter.model.commands import AnswerOrder, SendOrder, ServeUnit
from commandcenter.model.entries import EntryId
from commandcenter.model.errors import Cancelled, KnownError, Refused
from commandcenter.model.ids import derived_id
from commandcenter.model.progress import Progress
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import OrderState
from commandcenter.ui.connection.port import Choice, DeviceState, Links, Receipts, WayView
from commandcenter.ui.connection.window import ConnectionWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.header.bar import LOCAL_ONLY
from commandcenter.ui.log.receipts import sign_of
from commandcenter.ui.orders.receipts import order_receipts, row_receipt_words, row_sign
from commandcenter.ui.orders.row import OrderRow
from commandcenter.ui.ports import Services

from .world import World, populate

KIND = next(kind for kind in WINDOWS if kind.name == "connection")


class Others:
    """Sync as a test wants it to be; notes what it is asked for."""

    def __init__(self) -> None:
        self.choice = Choice()
        self.now = Links(LOCAL_ONLY, "plain")
        self.callbacks: list[Callable[[], None]] = []
        self.joined: list[str] = []
        self.written: list[tuple[Path, Path | None]] = []
        self.known: dict[EntryId, Receipts] = {}

    def choose(self, choice: Choice) -> None:
        if any(" " in address.strip() for address in choice.hub):
            raise Refused("{text} is no address of a hub. Write it like https://hub.example:8440.", text=choice.hub[0])
        hub, typed = (tuple(a.strip() for a in some if a.strip()) for some in (choice.hub, choice.typed))
        self.choice = Choice(hub, choice.lan, typed, choice.low)

    def links(self) -> Links:
        return self.now

    def become(self, **changes: object) -> None:
        self.now = replace(self.now, **changes)  # type: ignore[arg-type]
        for callback in self.callbacks:
            callback()

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)

    def receipts(self, entry: EntryId) -> Receipts | None:
        return self.known.get(entry)

    def code(self) -> str:
        return "ABCDE" * 15

    async def join(self, code: str) -> Sentence:
        if code == "wrong":
            raise KnownError("This is no code of an operation.")
        self.joined.append(code)
        return say("This desk now takes part in the other operation; it opens anew.")

    async def write_summary(self, path: Path) -> None:
        self.written.append((path, None))

    async def write_bundle(self, path: Path, summary: Path | None, progress: Progress, *, files: bool = False) -> int:
        if path.name == "stopped":
            raise Cancelled
        progress.report("writing the stick", 1, 2)
        self.written.append((path, summary))
        return 4120

    async def read_bundle(self, path: Path, progress: Progress) -> Sentence:
        progress.report("reading the stick", 1, 2)
        return say("New entries: {new}. Here already: {known}.", new="7", known="3")


@pytest.fixture
def others() -> Others:
    return Others()


@pytest.fixture
def busy_with(world: World) -> Callable[[Services], World]:
    def make(services: Services) -> World:
        world.run(populate(world.desk, world.clock, units=8, incidents=3))
        world.open_window(services=services)
        return world

    return make


@pytest.fixture
def window(busy_with: Callable[[Services], World], others: Others) -> tuple[World, ConnectionWindow]:
    world = busy_with(Services(sync=others))
    assert world.window is not None
    made = world.window.beside.open(KIND)
    assert isinstance(made, ConnectionWindow)
    return world, made


def said(world: World) -> str:
    assert world.window is not None
    return world.window.strip.text.text()


def test_the_pill_says_what_is_true_and_opens_the_window(busy_with: Callable[[Services], World], others: Others) -> None:
    world = busy_with(Services(sync=others))
    window = world.window
    assert window is not None
    assert window.header.sync.text() == "Local only"
    others.become(
        sentence=say("Offline since {since}, {count} unsent", since="14:02", count="37"),
        level="warn",
        details=(say("The hub at {address}", address="x"),),
    )
    assert window.header.sync.text() == "Offline since 14:02, 37 unsent"
    assert window.header.sync.property("pill") == "warn"
    assert "The hub at x" in window.header.sync.toolTip()
    window.header.sync.click()
    world.wait_for(lambda: "connection" in window.beside.open_windows)
    window.use_language("zh_CN")
    world.wait_for(lambda: "37" in window.header.sync.text() and "Offline" not in window.header.sync.text())


def test_hub_and_network_are_chosen_and_bad_addresses_refused(window: tuple[World, ConnectionWindow], others: Others) -> None:
    world, made = window
    page = made.links
    assert page is not None
    page.hub.setText("https://hub.example:8440, https://two.example:8440")
    page.apply.click()
    world.wait_for(lambda: others.choice.hub == ("https://hub.example:8440", "https://two.example:8440"))
    page.hub.setText("not an address")
    page.apply.click()
    world.wait_for(lambda: "is no address of a hub" in said(world))
    assert others.choice.hub[0] == "https://hub.example:8440"
    page.hub.setText("")
    page.typed.setText("192.168.1.5:8450")
    page.apply.click()
    world.wait_for(lambda: "Tick" in said(world))
    page.lan.setChecked(True)
    page.apply.click()
    world.wait_for(lambda: others.choice == Choice((), True, ("192.168.1.5:8450",)))


def test_text_first_takes_effect_at_once_and_is_suggested_on_a_slow_line(window: tuple[World, ConnectionWindow], others: Others) -> None:
    world, made = window
    page = made.links
    assert page is not None and not page.low.isChecked()
    others.become(slow=2_400)
    world.wait_for(lambda: "2.4 kB a second" in page.slow.text() and not page.slow.isHidden())
    page.low.click()
    world.wait_for(lambda: others.choice.low)
    assert "Text goes first now" in said(world)
    others.become(low=True)
    world.wait_for(page.slow.isHidden)
    page.apply.click()  # what else is chosen leaves it as it is
    world.wait_for(lambda: "Connection changed" in said(world))
    assert others.choice.low


def test_other_devices_and_what_they_lack_are_listed(window: tuple[World, ConnectionWindow], others: Others) -> None:
    _, made = window
    page = made.links
    assert page is not None
    devices = (
        DeviceState(derived_id("b"), "Ben's laptop", True, 0, 1_790_000_000_000),
        DeviceState(derived_id("c"), "Cleo", False, 4120, 1_790_000_000_000),
        DeviceState(derived_id("d"), "Lost one", False, None, None, revoked=True),
    )
    way = WayView("10.0.0.9:8450", True, None, say("{who} does not answer in time. Check the network and that no firewall is between.", who="x"))
    others.become(sentence=say("In step with 1 desk"), level="ok", listening=("192.168.1.7:8450",), devices=devices, ways=(way,))
    assert page.status.text() == "In step with 1 desk"
    assert "192.168.1.7:8450" in page.listening.text()
    rows = page.devices.rows.texts()
    assert rows[1][:3] == ["Ben's laptop", "● on this network", "nothing"]
    assert rows[2][:3] == ["Cleo", "○ not on this network", "4,120 entries"]
    assert rows[3][:3] == ["Lost one", "revoked: kept out", "unknown"]


def test_a_code_is_hidden_until_asked_for_and_joins_elsewhere(window: tuple[World, ConnectionWindow], others: Others) -> None:
    world, made = window
    made.tabs.setCurrentWidget(made.codes)
    assert made.codes.own.text() == ""
    made.codes.show_own.click()
    assert made.codes.own.text().replace(" ", "") == others.code()
    made.codes.copy.click()
    assert QApplication.clipboard().text() == others.code()
    made.codes.show_own.click()
    assert made.codes.own.text() == ""
    made.codes.join.click()
    world.wait_for(lambda: "Give the code first" in said(world))
    made.codes.code.setText("wrong")
    made.codes.join.click()
    world.wait_for(lambda: "no code of an operation" in said(world))
    made.codes.code.setText("RIGHT")
    made.codes.join.click()
    world.wait_for(lambda: others.joined == ["RIGHT"] and made.codes.code.text() == "")


def test_a_stick_is_written_and_read_with_progress(window: tuple[World, ConnectionWindow], others: Others, tmp_path: Path) -> None:
    world, made = window
    page = made.stick
    page.ask_save = lambda _title, name: tmp_path / name
    page.ask_open = lambda _title, pattern: tmp_path / pattern.replace("*", "there")
    page.write_all.click()
    world.wait_for(lambda: others.written == [(tmp_path / "stick.bundle", None)] and "Entries in stick.bundle: 4,120" in said(world))
    page.write_for.click()
    world.wait_for(lambda: others.written[-1] == (tmp_path / "stick.bundle", tmp_path / "there.summary"))
    world.wait_for(page.read.isEnabled)
    page.read.click()
    world.wait_for(lambda: "New entries: 7" in said(world))
    page.ask_save = lambda _title, _name: tmp_path / "stopped"
    world.wait_for(page.write_all.isEnabled)
    page.write_all.click()
    world.wait_for(lambda: "Stopped" in said(world))
    page.ask_save = lambda _title, _name: None
    world.wait_for(page.write_all.isEnabled)
    before = len(others.written)
    assert page.export() is None
    assert len(others.written) == before


def test_without_sync_the_window_says_so(busy: World) -> None:
    assert busy.window is not None
    made = busy.window.beside.open(KIND)
    assert isinstance(made, ConnectionWindow)
    assert made.links is None
    assert made.alone.text() == "This desk runs without connections."


def test_log_and_orders_show_on_which_devices_an_entry_is(busy_with: Callable[[Services], World], others: Others) -> None:
    world = busy_with(Services(sync=others))
    window = world.window
    assert window is not None
    line = world.desk.picture.lines(1)[0]
    index = window.log.rows.index(0)
    for receipts, sign, words in (
        (Receipts(False, (), ("Ben",)), "·", "not yet on Ben"),
        (Receipts(True, (), ("Ben",)), "✓", "at the hub"),
        (Receipts(True, (("Ben", 1_790_000_000_000),), ()), "✓✓", "on Ben, by"),
    ):
        others.known = {line.entry: receipts}
        assert words in index.data(Qt.ItemDataRole.ToolTipRole)
        assert sign_of(receipts) == sign
    before = window.log.list.grab().toImage()
    others.known = {}
    others.become(level="ok")
    world.wait_for(lambda: window.log.list.grab().toImage() != before)
    unit = world.desk.picture.units()[0]
    done = world.run(world.desk.submit(SendOrder("Hold the bridge", (unit.id,))))
    others.known = {done.entries[0].id: Receipts(False, (("Ben", 1_790_000_000_000),), ())}
    view = next(order for order in world.desk.picture.duty.orders() if order.text == "Hold the bridge")
    assert sign_of(order_receipts(window.seat, view)) == "✓✓"


def test_an_order_says_for_each_of_its_units_how_far_it_has_come(busy_with: Callable[[Services], World], others: Others) -> None:
    world = busy_with(Services(sync=others))
    window, picture = world.window, world.desk.picture
    assert window is not None
    near, far = picture.units()[:2]
    device = world.run(world.desk.submit(ServeUnit(near.id))).entries[0].device
    assert (picture.teams.devices(near.id), picture.teams.devices(far.id)) == ((device,), ())
    done = world.run(world.desk.submit(SendOrder("Hold the bridge", (near.id, far.id))))
    entry = done.entries[0].id
    order = next(one for one in picture.duty.orders() if one.text == "Hold the bridge")
    first, second = (OrderRow(order, unit.id, unit.callsign, order.answers[unit.id]) for unit in (near, far))

    def said(row: OrderRow) -> tuple[str, str]:
        return row_sign(window.seat, row), "\n".join(row_receipt_words(window.seat, row))

    assert said(first) == ("", "")
    others.known = {entry: Receipts(False, (), ("Ben",))}
    assert said(first)[0] == "·"
    assert f"… not yet on the device of {near.callsign}" in said(first)[1]
    others.known = {entry: Receipts(True, (("Ben", 1_790_000_000_000),), (), {device: 1_790_000_000_000})}
    assert said(first)[0] == "✓✓"
    assert "✓ at the hub" in said(first)[1]
    assert f"✓ on the device of {near.callsign}, by " in said(first)[1]
    assert said(second)[0] == "✓"
    assert f"No device is known to stand with {far.callsign}" in said(second)[1]
    assert f"… not yet read by {far.callsign}" in said(second)[1]
    world.run(world.desk.submit(AnswerOrder(order.id, far.id, OrderState.READ)))
    rows = window.panels.orders.rows
    world.wait_for(lambda: any(rows.item(n).unit == far.id and rows.item(n).state == OrderState.READ for n in range(rows.rowCount())))
    place = next(n for n in range(rows.rowCount()) if rows.item(n).unit == far.id)
    assert f"✓ read by {far.callsign}, " in rows.index(place).data(Qt.ItemDataRole.ToolTipRole)
