"""The facilities window by keyboard: report places, choose by road and load, keep places, say who arrived."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.commands import AddFacility, AssignUnit, ChangeFacility, ReportCapacity, ReportIncident
from commandcenter.model.ids import Id
from commandcenter.ui.facilities.window import FacilitiesWindow
from commandcenter.ui.supplies.names import choose

from .world import World, street_at


@pytest.fixture
def town(busy: World) -> tuple[World, Id]:
    """Three hospitals and an incident with an ambulance on it, chosen."""
    desk = busy.desk
    for name, street in (("St. Mary", 1), ("City Clinic", 4), ("Harbour Clinic", 7)):
        busy.run(desk.submit(AddFacility(name, "hospital", street_at(street, 20))))
    clinic = next(f.id for f in desk.picture.facilities() if f.name == "Harbour Clinic")
    busy.run(desk.submit(ReportCapacity(clinic, "emergency", 10, 0)))
    busy.run(desk.submit(ChangeFacility(clinic, open=False, reason="power cut")))
    incident = busy.run(desk.submit(ReportIncident("fire.structure", street_at(2, 20), "Station Street 20", 1))).created[0]
    ambulance = next(u for u in desk.picture.units() if u.kind == "ambulance" and u.incident is None and u.status == "available")
    busy.run(desk.submit(AssignUnit(incident, ambulance.id)))
    assert busy.window is not None
    busy.window.seat.choose_incident(incident)
    return busy, ambulance.id


def opened(world: World) -> FacilitiesWindow:
    assert world.window is not None
    world.window.seat.window_wanted.emit("facilities")
    found = world.window.beside.open_windows["facilities"]
    assert isinstance(found, FacilitiesWindow)
    return found


def report(world: World, window: FacilitiesWindow, name: str, taken: str, total: str) -> None:
    place = next(n for n, row in enumerate(window.places.rows.rows) if row.facility.name == name)
    window.places.setCurrentIndex(window.places.rows.index(place, 0))
    choose(window.form.care, "emergency")
    window.form.total.setText(total)
    window.form.taken.setText(taken)
    QTest.keyClick(window.form.taken, Qt.Key.Key_Return)
    facility = next(f.id for f in world.desk.picture.facilities() if f.name == name)
    world.wait_for(lambda: "emergency" in world.desk.picture.facility(facility).places)  # type: ignore[union-attr]


def test_places_are_reported_chosen_kept_and_filled(town: tuple[World, Id]) -> None:
    world, _ = town
    window, picture = opened(world), world.desk.picture
    report(world, window, "St. Mary", "18", "20")
    report(world, window, "City Clinic", "2", "15")
    choose(window.choice.care, "emergency")
    window.choice.people.setText("3")
    window.choice.think()

    def answers() -> list[str]:
        return [row[4] for row in window.choice.table.rows.texts()[1:]]

    world.wait_for(lambda: any("power cut" in said for said in answers()) and any("Only 2 free of 3" in said for said in answers()))
    assert [row.option is not None for row in window.choice.table.rows.rows] == [True, False, False]
    window.choice.tag.setText("T-7")
    QTest.keyClick(window.choice.table, Qt.Key.Key_Return)
    world.wait_for(lambda: window.placements.rows.rowCount() == 1)
    (placement,) = picture.care.placements()
    assert (placement.people, placement.tag, placement.state) == (3, "T-7", "reserved")
    window.placements.setCurrentIndex(window.placements.rows.index(0, 0))
    QTest.keyClick(window.placements, Qt.Key.Key_A)
    world.wait_for(lambda: picture.care.placement(placement.id).state == "arrived")  # type: ignore[union-attr]
    world.wait_for(lambda: window.acts["released"].isEnabled() and not window.acts["arrived"].isEnabled())


def test_before_anybody_reported_the_nearest_is_offered_with_the_advice_to_ask(town: tuple[World, Id]) -> None:
    world, _ = town
    window = opened(world)
    choose(window.choice.care, "emergency")
    world.wait_for(lambda: window.choice.table.rows.rowCount() == 3)
    answers = window.choice.table.rows.texts()[1:]
    assert [(row[0], row[3]) for row in answers] == [("1", "not reported"), ("2", "not reported"), ("–", "")]
    assert "ask first" in answers[0][4]
    QTest.keyClick(window.choice.table, Qt.Key.Key_Return)
    world.wait_for(lambda: window.placements.rows.rowCount() == 1)
    assert world.desk.picture.care.placements()[0].facility == window.choice.table.rows.rows[0].found.facility


def test_another_question_offers_its_own_best_and_a_new_report_leaves_the_choice(town: tuple[World, Id]) -> None:
    world, _ = town
    window = opened(world)
    report(world, window, "St. Mary", "0", "5")
    report(world, window, "City Clinic", "2", "50")
    choose(window.choice.care, "emergency")

    def chosen() -> str:
        row = window.choice.table.current()
        return row.found.name if row is not None and row.option is not None else ""

    window.choice.people.setText("10")
    world.wait_for(lambda: chosen() == "City Clinic")
    window.choice.people.setText("1")
    world.wait_for(lambda: chosen() == "St. Mary")
    second = next(n for n, row in enumerate(window.choice.table.rows.rows) if row.found.name == "City Clinic")
    window.choice.table.setCurrentIndex(window.choice.table.rows.index(second, 0))
    shown = window.choice.table.rows.texts()
    world.run(world.desk.submit(ReportCapacity(window.choice.table.rows.rows[second].found.facility, "emergency", 50, 3)))
    window.choice.think()
    world.wait_for(lambda: window.choice.table.rows.texts() != shown)
    assert chosen() == "City Clinic"


def test_bad_figures_are_said_in_the_window(town: tuple[World, Id]) -> None:
    world, _ = town
    window = opened(world)
    window.places.setCurrentIndex(window.places.rows.index(0, 0))
    for taken, total, says in (("9", "5", "cannot be taken"), ("x", "5", "not a whole number"), ("-1", "5", "whole number from")):
        window.form.taken.setText(taken)
        window.form.total.setText(total)
        window.form.send.click()
        world.wait_for(lambda says=says: says in window.notice.text())


def test_the_incident_panel_leads_to_the_choice_for_the_unit_that_carries_people(town: tuple[World, Id]) -> None:
    world, ambulance = town
    main = world.window
    assert main is not None
    main.incident.show_tab(2)
    unit = world.desk.picture.unit(ambulance)
    assert unit is not None
    buttons = [
        b for b in main.incident.units.findChildren(type(main.incident.new_button)) if b.accessibleName().startswith(f"{unit.callsign}: Choose")
    ]
    assert len(buttons) == 1
    buttons[0].click()
    world.wait_for(lambda: "facilities" in main.beside.open_windows)
    window = main.beside.open_windows["facilities"]
    assert isinstance(window, FacilitiesWindow)
    assert unit.callsign in window.choice.whom.text()


def test_who_goes_to_which_shelter_stands_on_one_screen_beside_the_hospitals(town: tuple[World, Id]) -> None:
    world, _ = town
    desk = world.desk
    for name, street, free in (("Sports Hall", 3, 40), ("School", 6, 500)):
        shelter = world.run(desk.submit(AddFacility(name, "shelter", street_at(street, 20)))).created[0]
        world.run(desk.submit(ReportCapacity(shelter, "shelter_place", free, 0)))
    window = opened(world)
    report(world, window, "St. Mary", "0", "5")
    for care, people, goes_to in (("emergency", "2", "St. Mary"), ("shelter_place", "30", "Sports Hall"), ("shelter_place", "120", "School")):
        rows = window.placements.rows.rowCount()
        choose(window.choice.care, care)
        window.choice.people.setText(people)
        world.wait_for(lambda goes_to=goes_to: (row := window.choice.table.current()) is not None and row.option and row.found.name == goes_to)
        QTest.keyClick(window.choice.table, Qt.Key.Key_Return)
        world.wait_for(lambda rows=rows: window.placements.rows.rowCount() == rows + 1)
    said = [" ".join(row) for row in window.placements.rows.texts()[1:]]
    for name, people in (("St. Mary", "2"), ("Sports Hall", "30"), ("School", "120")):
        assert any(name in line and people in line.split() for line in said)
    hall = next(f for f in desk.picture.facilities() if f.name == "Sports Hall")
    assert hall.places["shelter_place"].free == 10
