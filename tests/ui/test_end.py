"""Ending an operation in the window: said before it is done, only by who may, and its archive written and opened afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from commandcenter.model.commands import AddNote, GrantRole, ReportIncident, SetIncidentState
from commandcenter.model.errors import Cancelled, KnownError, Refused
from commandcenter.model.progress import Progress
from commandcenter.model.rights import Role
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import IncidentState
from commandcenter.ui.data.end_page import EndPage
from commandcenter.ui.data.window import DataWindow
from commandcenter.ui.frame.windows import WINDOWS
from commandcenter.ui.ports import Services

from .world import ACTOR, ELSEWHERE, HOME, World


class Archives:
    """Writes and opens nothing but remembers what it was asked for."""

    def __init__(self) -> None:
        self.written: list[Path] = []
        self.opened: list[tuple[Path, str]] = []

    async def archive(self, path: Path, progress: Progress) -> Sentence:
        progress.report("writing the archive", 1, 2)
        if path.name == "stopped":
            path.write_bytes(b"half")
            raise Cancelled
        self.written.append(path)
        return say("Entries in {file}: {n}. The file was checked.", n="12", file=path.name)

    async def look_at(self, path: Path, code: str) -> None:
        if code == "wrong":
            raise KnownError("This is no code of an operation.")
        self.opened.append((path, code))


@pytest.fixture
def archives() -> Archives:
    return Archives()


@pytest.fixture
def page(world: World, archives: Archives) -> EndPage:
    window = world.open_window(services=Services(ending=archives))
    made = window.beside.open(next(kind for kind in WINDOWS if kind.name == "data"))
    assert isinstance(made, DataWindow)
    assert made.end is not None
    made.tabs.setCurrentWidget(made.end)
    return made.end


def said(world: World) -> str:
    assert world.window is not None
    return world.window.strip.text.text()


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_an_operation_is_ended_after_a_box_is_ticked_and_only_without_open_incidents(world: World, page: EndPage) -> None:
    incident = world.run(world.desk.submit(ReportIncident("fire.structure", HOME, "Mill Lane 1"))).created[0]
    world.wait_for(lambda: page.state.text() == "Open incidents: 1. Close or cancel them first.")
    assert not (page.sure.isEnabled() or page.end.isEnabled() or page.write.isEnabled())
    world.run(world.desk.submit(SetIncidentState(incident, IncidentState.CANCELLED)))
    world.wait_for(page.sure.isEnabled)
    assert not page.end.isEnabled()
    assert "cannot be taken back" in page.does.text()
    page.sure.setChecked(True)
    page.reason.setText("all is well")
    click(page.end)
    world.wait_for(world.desk.picture.closed)
    world.wait_for(lambda: page.state.text().endswith("all is well") and page.write.isEnabled())
    assert page.end.isHidden()
    assert said(world) == "The operation is ended. Write its archive now."
    with pytest.raises(Refused, match="was ended"):
        world.run(world.desk.submit(AddNote("late")))
    assert world.window is not None
    assert str(world.window.seat.lacks(AddNote)) == "This operation was ended; nothing more is written to it."


def test_who_has_no_right_sees_why_it_cannot_be_ended(world: World, page: EndPage) -> None:
    world.run(world.desk.submit(GrantRole(ELSEWHERE, "Ben", Role.DISPATCHER)))
    assert world.window is not None
    world.desk.actor = ELSEWHERE
    world.window.seat.take_over(ELSEWHERE)
    page.sure.setChecked(True)
    assert not page.end.isEnabled()
    assert page.end.toolTip() == "The role dispatcher has no right to end an operation."
    world.desk.actor = ACTOR
    world.window.seat.take_over(ACTOR)
    assert page.end.isEnabled()


def test_the_archive_is_written_and_others_are_opened(world: World, page: EndPage, archives: Archives, tmp_path: Path) -> None:
    page.sure.setChecked(True)
    click(page.end)
    world.wait_for(page.write.isEnabled)
    page.ask_save = lambda: tmp_path / "op.archive"
    click(page.write)
    world.wait_for(lambda: said(world) == "Entries in op.archive: 12. The file was checked.")
    assert archives.written == [tmp_path / "op.archive"]
    world.wait_for(page.write.isEnabled)
    page.ask_save = lambda: tmp_path / "stopped"
    click(page.write)
    world.wait_for(lambda: said(world) == "Stopped; there is no archive.")
    assert not (tmp_path / "stopped").exists()
    page.ask_open = lambda: tmp_path / "other.archive"
    click(page.look)
    world.wait_for(lambda: archives.opened == [(tmp_path / "other.archive", "")])
    page.code.setText("wrong")
    click(page.look)
    world.wait_for(lambda: said(world) == "This is no code of an operation.")
    page.ask_open = page.ask_save = lambda: None
    click(page.look)
    click(page.write)
    world.settle()
    assert len(archives.opened) == len(archives.written) == 1
