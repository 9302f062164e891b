"""What who sits here has no right to is grey and says why; it follows whoever takes the seat, and what is granted or taken meanwhile."""

from __future__ import annotations

import pytest

from commandcenter.model.commands import GrantRole, ReportIncident, RevokeGrant
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.ui.frame.act_button import ActButton
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.i18n.language import Language
from commandcenter.ui.main_window import MainWindow
from commandcenter.ui.map_menu import MapMenu

from .world import ACTOR, ELSEWHERE, HOME, World, populate


def sits(world: World, window: MainWindow, actor: Id) -> None:
    world.desk.actor = actor
    window.seat.take_over(actor)


def buttons(window: MainWindow) -> dict[str, ActButton]:
    """Return one button of each kind of act that everybody meets."""
    stock = window.beside.open(next(kind for kind in WINDOWS if kind.name == "supplies"))
    return {
        "incident": window.incident.head.close_button,
        "note": window.incident.messages.note,
        "order": window.panels.orders.send,
        "message": window.incident.messages.send,
        "stock": stock.stock.book_in,  # type: ignore[attr-defined] # the window of supplies
    }


@pytest.fixture
def window(world: World) -> MainWindow:
    incident = world.run(world.desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1"))).created[0]
    window = world.open_window()
    window.seat.choose_incident(incident)
    return window


def test_an_observer_sees_why_and_a_dispatcher_may_again(world: World, window: MainWindow) -> None:
    made = buttons(window)
    before = {name: (button.isEnabled(), button.toolTip()) for name, button in made.items()}
    assert not any(button.lacking for button in made.values())  # nobody was granted anything
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    assert not any(button.lacking for button in made.values())  # the founder sits here
    sits(world, window, ELSEWHERE)
    for name, button in made.items():
        assert not button.isEnabled(), name
        assert button.toolTip().startswith("The role observer has no right to "), name
        assert button.accessibleDescription() == button.toolTip()
    assert "send units" not in made["stock"].toolTip()
    assert "manage depots and stock" in made["stock"].toolTip()
    sits(world, window, ACTOR)
    assert {name: (button.isEnabled(), button.toolTip()) for name, button in made.items()} == before


def test_rights_given_and_taken_meanwhile_show_at_once(world: World, window: MainWindow) -> None:
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    sits(world, window, ELSEWHERE)
    note = buttons(window)["note"]
    assert not note.isEnabled()
    world.desk.actor = ACTOR
    grant = world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.DISPATCHER))).entries[-1]
    world.desk.actor = ELSEWHERE
    window.seat.rights_changed.emit()
    assert note.lacking is None
    world.desk.actor = ACTOR
    world.run(world.desk.submit(RevokeGrant(next(one.id for one in world.desk.picture.rights.grants() if one.id == Id(grant.id[:16].hex())))))
    world.desk.actor = ELSEWHERE
    window.seat.rights_changed.emit()
    assert note.lacking is not None


def test_what_the_owner_wanted_meanwhile_holds_when_the_right_comes_back(world: World, window: MainWindow) -> None:
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    send = buttons(window)["order"]
    sits(world, window, ELSEWHERE)
    send.setToolTip("Ctrl+Enter")
    for wanted in (False, True):
        send.setEnabled(wanted)
        assert not send.isEnabled()
        sits(world, window, ACTOR)
        assert (send.isEnabled(), send.toolTip()) == (wanted, "Ctrl+Enter")
        sits(world, window, ELSEWHERE)
        assert "has no right" in send.toolTip()


def test_menus_of_units_and_of_the_map_say_it_too(world: World, window: MainWindow) -> None:
    world.run(populate(world.desk, world.clock, units=2, incidents=1))
    unit = world.desk.picture.units()[0]
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    for actor, grey in ((ELSEWHERE, True), (ACTOR, False)):
        sits(world, window, actor)
        board = window.panels.board.menu_for([unit])
        statuses = [entry for entry in board.actions() if "\t" in entry.text()][:-1]
        assert any(entry.isEnabled() for entry in statuses) is not grey
        assert any("The role observer has no right to" in entry.toolTip() for entry in statuses) is grey
        at_map = MapMenu(window.seat, show_incident=lambda _id: None, report_at=lambda _at: None).menu_for("", "", HOME)
        new = next(entry for entry in at_map.actions() if entry.text().startswith("New incident here"))
        assert new.isEnabled() is not grey
        board.deleteLater()
        at_map.deleteLater()


def test_the_reason_is_said_in_the_language_in_force(world: World, window: MainWindow) -> None:
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    send = buttons(window)["order"]
    sits(world, window, ELSEWHERE)
    language = Language()
    language.use("zh_CN")
    try:
        world.wait_for(lambda: "角色" in send.toolTip())
    finally:
        language.use("en")
    world.wait_for(lambda: send.toolTip().startswith("The role observer"))
