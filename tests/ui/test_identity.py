"""People and devices, and signing in, as a person does it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from commandcenter.log.memory import MemoryLog
from commandcenter.log.signing import DeviceKey
from commandcenter.model import commands as c
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Write
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import NO_AUTH, derived_id
from commandcenter.model.rights import Role
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.identity.gate import UnlockForm, seat_gate, unlock_gate
from commandcenter.ui.identity.sign_in import OperatorWindow, PinForm, SignInForm
from commandcenter.ui.identity.window import PeopleWindow
from commandcenter.ui.ports import Services
from commandcenter.ui.theme.look import Look

from .people import CODE, People, new_request
from .world import ACTOR, World

CLEO = derived_id("operator", "cleo")


def open_people(world: World, name: str = "people") -> tuple[People, Any]:
    people = People(world)
    window = world.open_window(services=Services(identity=people))
    return people, window.beside.open(next(kind for kind in WINDOWS if kind.name == name))


def strip(world: World) -> str:
    assert world.window is not None
    return world.window.strip.text.text()


def elsewhere(world: World, text: str) -> None:
    """Another laptop, without any grant, writes a note and meets this desk."""
    other = MemoryLog(world.log.operation, DeviceKey(bytes([4]) * 32), world.clock)
    body = {"text": text, "incident": None, "unit": None}
    other.append(
        [Draft(EntryType.NOTE_ADDED, (Write(Key(Kind.NOTE, derived_id(text), "body"), body),))], actor=CLEO, heads=lambda _: (), auth=NO_AUTH
    )
    taken = world.log.ingest([row.signed for row in other.signed()], sender="there")
    world.run(world.desk.take_in(taken.entries))


def test_a_role_is_given_and_taken_back(world: World) -> None:
    _, window = open_people(world)
    assert isinstance(window, PeopleWindow)
    page = window.people
    assert page is not None
    assert page.table.rows.rowCount() == 0
    page.give.click()
    world.wait_for(lambda: "Say whose role it is" in strip(world))
    page.name.setText("Cleo")
    page.role.setCurrentIndex(page.role.findData(Role.DISPATCHER.value))
    page.give.click()
    world.wait_for(lambda: page.table.rows.rowCount() == 2)
    assert world.desk.picture.rights.roles_of(CLEO) == (Role.DISPATCHER,)
    assert world.desk.picture.rights.roles_of(ACTOR) == (Role.SUPERVISOR,)
    page.table.choose(next(grant.id for grant in world.desk.picture.rights.grants() if grant.name == "Cleo"))
    page.reason.setText("shift is over")
    page.take.click()
    world.wait_for(lambda: world.desk.picture.rights.roles_of(CLEO) == ())
    world.wait_for(lambda: any("shift is over" in cell for row in page.table.rows.texts() for cell in row))
    assert not page.take.isEnabled() or page.table.current() is None


def test_a_laptop_is_let_in_and_shut_out(world: World, tmp_path: Path) -> None:
    _, window = open_people(world)
    window.tabs.setCurrentIndex(1)
    page = window.devices
    page.paper.text.setPlainText("rubbish")
    world.wait_for(lambda: "no request" in strip(world))
    assert not page.approve.isVisible()
    page.paper.text.setPlainText(new_request())
    world.wait_for(page.approve.isVisible)
    assert CODE in page.asked.text()
    assert "Toughbook 7" in page.asked.text()
    page.approve.click()
    world.wait_for(page.out.isVisible)
    for name in ("approval.txt", "approval.png"):
        page.out.ask_save = lambda _title, _name, name=name: tmp_path / name
        page.out.save.click()
        world.wait_for(lambda name=name: (tmp_path / name).exists() and name in strip(world))
    assert (tmp_path / "approval.txt").read_text().startswith("CCAPPROVAL:")
    page.out.copy.click()
    assert QApplication.clipboard().text().startswith("CCAPPROVAL:")
    (laptop,) = (device for device in world.desk.picture.rights.devices() if device.name == "Toughbook 7")
    page.table.choose(laptop.id)
    page.revoke.click()
    world.wait_for(lambda: world.desk.picture.rights.devices()[-1].revoked)
    world.wait_for(lambda: not page.revoke.isEnabled())
    page.table.choose(world.log.device)
    assert not page.revoke.isEnabled()  # the one the person works on


def test_an_act_without_right_waits_and_is_let_count(world: World) -> None:
    _, window = open_people(world)
    world.run(world.desk.submit(c.GrantRole(CLEO, "Cleo", "observer")))
    elsewhere(world, "bridge is gone")
    world.wait_for(lambda: window.acts.table.rows.rowCount() == 1)
    assert window.tabs.tabText(2) == "Waiting (1)"
    (_, row) = window.acts.table.rows.texts()
    assert row[1:4] == ["Cleo", derived_device(4)[:8], "Note: bridge is gone"]
    assert world.window is not None
    log = world.window.log.rows
    assert "Not counted: Note: bridge is gone" in [log.words(line) for line in world.desk.picture.lines(50)]
    window.tabs.setCurrentIndex(2)
    assert not window.acts.ratify.isEnabled()
    window.acts.table.choose(world.desk.picture.rights.unratified()[0][0].id)
    window.acts.ratify.click()
    world.wait_for(lambda: window.acts.table.rows.rowCount() == 0)
    world.wait_for(lambda: "Note: bridge is gone" in [log.words(line) for line in world.desk.picture.lines(50)])


def derived_device(number: int) -> str:
    return DeviceKey(bytes([number]) * 32).id


def test_an_act_is_voided(world: World) -> None:
    _, window = open_people(world)
    world.run(world.desk.submit(c.GrantRole(CLEO, "Cleo", "observer")))
    elsewhere(world, "nonsense")
    world.wait_for(lambda: window.acts.table.rows.rowCount() == 1)
    window.acts.table.choose(world.desk.picture.rights.unratified()[0][0].id)
    window.acts.reason.setText("not ours")
    window.acts.void.click()
    world.wait_for(lambda: window.acts.table.rows.rowCount() == 0)
    assert any(line.not_counted is not None for line in world.desk.picture.lines(50))


def test_this_laptop_asks_and_joins(world: World) -> None:
    people, window = open_people(world)
    window.tabs.setCurrentIndex(3)
    page = window.join
    page.request.click()
    world.wait_for(page.out.isVisible)
    assert page.out.code.text() == CODE
    page.paper.text.setPlainText("CCAPPROVAL:ABC")
    world.wait_for(page.accept.isVisible)
    assert "Anna Berg lets Ben work as field commander over training" in page.offered.text()
    page.accept.click()
    world.wait_for(lambda: people.opened == ["training"])


def test_another_person_takes_the_seat_and_the_header_says_so(world: World) -> None:
    people, window = open_people(world, "operator")
    assert isinstance(window, OperatorWindow)
    form = window.form
    assert form is not None
    world.run(people.introduce("Cleo", "2580"))
    form.name.setCurrentText("Cleo")
    form.pin.setText("0000")
    form.sign_in.click()
    world.wait_for(lambda: "not the right PIN" in strip(world))
    assert people.here[0] == ACTOR
    form.pin.setText("2580")
    form.sign_in.click()
    world.wait_for(lambda: people.here[0] == CLEO)
    world.wait_for(lambda: "Cleo sits here now" in strip(world))
    assert world.desk.actor == CLEO
    assert form.pin.text() == ""


def test_a_pin_of_ones_own_is_typed_twice(world: World) -> None:
    people, window = open_people(world, "operator")
    pin = window.pin
    assert not pin._fields[0].isVisible()
    pin.new.setText("2580")
    pin.again.setText("2581")
    pin.set.click()
    world.wait_for(lambda: "not the same" in strip(world))
    pin.again.setText("2580")
    pin.set.click()
    world.wait_for(lambda: people.pins == {ACTOR: "2580"})
    world.wait_for(pin._fields[0].isVisible)


@pytest.mark.parametrize("has_pin", [True, False])
def test_the_gate_opens_for_the_right_pin_only(world: World, has_pin: bool) -> None:
    people = People(world)
    if has_pin:
        people.pins[ACTOR] = "2580"
    Look().apply()
    gate = seat_gate(people)
    answer = world.loop.create_task(gate.ask())
    world.wait_for(gate.isVisible)
    if isinstance(gate.form, SignInForm):
        gate.form.pin.setText("1")
        gate.form.sign_in.click()
        world.wait_for(lambda: "not the right PIN" in gate.said.text())
        gate.form.pin.setText("2580")
        gate.form.sign_in.click()
    else:
        assert isinstance(gate.form, PinForm)
        gate.form.new.setText("2580")
        gate.form.again.setText("2580")
        gate.form.set.click()
    world.wait_for(answer.done)
    assert answer.result() is True
    assert people.pins == {ACTOR: "2580"}


def test_who_closes_the_gate_does_not_come_in(world: World) -> None:
    people = People(world)
    people.pins[ACTOR] = "2580"
    gate = seat_gate(people)
    answer: asyncio.Task[bool] = world.loop.create_task(gate.ask())
    world.wait_for(gate.isVisible)
    gate.leave.click()
    world.wait_for(answer.done)
    assert answer.result() is False


def test_the_keys_are_unlocked_by_their_passphrase(world: World) -> None:
    def unlock(passphrase: str) -> None:
        if passphrase != "a long passphrase":
            raise KnownError("This is not the passphrase of this desk's keys.")

    gate = unlock_gate(unlock)
    answer: asyncio.Task[bool] = world.loop.create_task(gate.ask())
    world.wait_for(gate.isVisible)
    form = gate.form
    assert isinstance(form, UnlockForm)
    form.passphrase.setText("wrong")
    form.open.click()
    world.wait_for(lambda: "not the passphrase" in gate.said.text())
    form.passphrase.setText("a long passphrase")
    form.open.click()
    world.wait_for(answer.done)
    assert answer.result() is True


def test_without_people_both_windows_say_so(world: World) -> None:
    window = world.open_window()
    for name in ("people", "operator"):
        opened: Any = window.beside.open(next(kind for kind in WINDOWS if kind.name == name))
        assert "without people" in opened.alone.text()
