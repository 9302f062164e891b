"""Names of crews, patients, contacts and photos: shown to the roles that the data catalogue names, noted as looks wherever they are shown, erased."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from commandcenter.model import commands as c
from commandcenter.model.entries import Kind
from commandcenter.model.ids import Id
from commandcenter.model.rights import Role
from commandcenter.picture.messages import AttachmentView
from commandcenter.ui.data.window import DataWindow
from commandcenter.ui.facilities.window import FacilitiesWindow
from commandcenter.ui.field.window import FieldWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.seat import Seat
from commandcenter.ui.supplies.window import SuppliesWindow

from .field_desk import mine, opened_field
from .world import ACTOR, ELSEWHERE, World, street_at


@pytest.fixture
def field(world: World) -> Iterator[FieldWindow]:
    with opened_field(world) as window:
        yield window


def beside(world: World, name: str) -> object:
    assert world.window is not None
    return world.window.beside.open(next(kind for kind in WINDOWS if kind.name == name))


def as_observer(world: World, seat: Seat) -> None:
    """Roles are given out; an observer sits here."""
    world.run(world.desk.submit(c.GrantRole(ELSEWHERE, "Watcher", Role.OBSERVER)))
    seat.take_over(ELSEWHERE)


def looks(world: World) -> set[tuple[str, Id]]:
    return {(view.kind, view.entity) for view in world.desk.picture.privacy.accesses()}


def test_a_crew_s_names_in_the_field_are_noted_and_kept_from_other_roles(world: World, field: FieldWindow) -> None:
    unit = mine(field)
    world.run(world.desk.submit(c.SetTeam(unit, ("Kim", "Li Wei"))))
    world.run(world.desk.submit(c.GiveTask(unit, "search the cellar", "Kim")))
    field.pages.show_page(2)
    world.wait_for(lambda: field.team.isVisible() and field.team.member.findData("Kim") > 0)
    field.access.write()
    world.wait_for(lambda: looks(world) == {(Kind.UNIT, unit)})
    as_observer(world, field.seat)
    field.team.show_team(world.desk.picture.teams, unit)
    assert field.team.member.findData("Kim") == -1
    assert not any(part.isVisible() for part in (field.team.name, field.team.add, field.team.drop))

    def words() -> str:
        return " ".join(part.text() for part in field.team.findChildren(QLabel) if part.isVisible())

    world.wait_for(lambda: "not shown to your role" in words() and "search the cellar" in words())
    assert "Kim" not in words()
    field.seat.take_over(ACTOR)
    field.team.show_team(world.desk.picture.teams, unit)
    assert field.team.member.findData("Kim") > 0


def test_a_photo_in_the_field_is_kept_from_other_roles_and_a_look_is_written_when_the_window_goes(world: World, field: FieldWindow) -> None:
    photo = c.NewFile(bytes(32), 10, bytes(32), "face.jpg", "image/jpeg", b"x")
    files = (photo, replace(photo, hash=bytes([1]) * 32, name="ways.txt", section="op"))
    world.run(world.desk.submit(c.SendMessage("see photo", unit_ids=(mine(field),), files=files)))

    def named() -> list[str]:
        shown: tuple[AttachmentView, ...] = field.messages._shown
        return [file.name for file in shown]

    world.wait_for(lambda: named() == ["face.jpg", "ways.txt"])
    as_observer(world, field.seat)
    assert named() == ["ways.txt"]
    field.seat.take_over(ACTOR)
    face = next(file for file in world.desk.picture.words.attachments() if file.name == "face.jpg")
    field.seat.looked.emit(Kind.ATTACHMENT, face.id)
    field.close()
    world.wait_for(lambda: (Kind.ATTACHMENT, face.id) in looks(world))


def test_who_is_brought_where_is_said_of_the_chosen_line_only_to_whom_it_may_be(busy: World) -> None:
    desk, window = busy.desk, busy.window
    assert window is not None
    clinic = busy.run(desk.submit(c.AddFacility("St. Mary", "hospital", street_at(1, 20)))).created[0]
    busy.run(desk.submit(c.ReportCapacity(clinic, "emergency", 10, 0)))
    placement = busy.run(desk.submit(c.ReservePlaces(clinic, "emergency", 1, tag="T-1", who="Jo Fisher"))).created[0]
    made = beside(busy, "facilities")
    assert isinstance(made, FacilitiesWindow)
    busy.wait_for(made.isVisible)
    made.placements.choose(placement)
    busy.wait_for(lambda: made.who.isVisible() and "Jo Fisher" in made.who.text())
    window.access.write()
    busy.wait_for(lambda: (Kind.PLACEMENT, placement) in looks(busy))
    as_observer(busy, window.seat)
    busy.wait_for(lambda: "not shown to your role" in made.who.text())
    assert "Jo" not in made.who.text()


def test_a_partner_s_contact_is_said_to_whom_it_may_be_and_noted(busy: World) -> None:
    window = busy.window
    assert window is not None
    partner = busy.run(busy.desk.submit(c.AddPartner("Red Cross", "charity", "Kim Lee 555"))).entries[0].writes[0].key.entity
    made = beside(busy, "supplies")
    assert isinstance(made, SuppliesWindow)
    made.tabs.setCurrentWidget(made.partners)
    busy.wait_for(lambda: made.partners.reach.isVisible() and made.partners.reach.text() == "Red Cross: Kim Lee 555")
    window.access.write()
    busy.wait_for(lambda: (Kind.PARTNER, partner) in looks(busy))
    as_observer(busy, window.seat)
    busy.wait_for(lambda: "not shown to your role" in made.partners.reach.text())
    assert "555" not in made.partners.reach.text()


def test_a_patient_a_crew_and_a_contact_are_found_to_be_erased_and_looks_at_them_are_told_in_words(busy: World) -> None:
    desk = busy.desk
    unit = desk.picture.units()[0]
    clinic = busy.run(desk.submit(c.AddFacility("St. Mary", "hospital", street_at(1, 20)))).created[0]
    busy.run(desk.submit(c.ReportCapacity(clinic, "emergency", 10, 0)))
    placement = busy.run(desk.submit(c.ReservePlaces(clinic, "emergency", 1, who="Zoe Quill"))).created[0]
    busy.run(desk.submit(c.SetTeam(unit.id, ("Zoe Quill",))))
    partner = busy.run(desk.submit(c.AddPartner("Red Cross", "charity", "Zoe Quill 555"))).entries[0].writes[0].key.entity
    things = ((Kind.PLACEMENT, placement), (Kind.UNIT, unit.id), (Kind.PARTNER, partner))
    busy.run(desk.submit(c.RecordAccess(tuple((str(kind), entity, 1_000, 1) for kind, entity in things))))
    made = beside(busy, "data")
    assert isinstance(made, DataWindow)
    told = {event.what for event in made.looks.table.rows.rows}
    assert told >= {"people brought to St. Mary", f"names of the crew of {unit.callsign}", "contact of Red Cross"}
    page = made.classes
    assert {line.data.code: line.held for line in page.lines()}["pin"] is None
    page.who.setText("zoe")
    assert set(page.asked_for()) == {(str(kind), entity) for kind, entity in things}
    page.who.setText(unit.callsign)
    assert page.asked_for() == ((str(Kind.UNIT), unit.id),)
    page.who.setText("zoe")
    page.reason.setText("asked by letter")
    assert page.erase.isEnabled()
    page.erase.click()
    busy.wait_for(lambda: desk.picture.teams.members(unit.id) == ())
    assert not (desk.picture.care.placement(placement).who or desk.picture.supplies.partner(partner).contact)  # type: ignore[union-attr]
