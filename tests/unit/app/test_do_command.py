"""`commandcenter do`: scripts speak as the command line of the window does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from commandcenter.__main__ import main
from commandcenter.app.door import Door, ask, door_name
from commandcenter.app.home import Home
from commandcenter.app.lines import OpenWindow
from commandcenter.app.operator import operator_of
from commandcenter.app.session import Session, open_session
from commandcenter.ui.command_line.known import Named, WindowWords
from commandcenter.ui.command_line.reading import Reading

from .conftest import DeskLoop

ROOT = Path(__file__).resolve().parents[3]
PLACE = "49.4100, 8.6939"


def do(capsys: pytest.CaptureFixture[str], home: Home, *line: str) -> tuple[int, str, str]:
    code = main(["do", "--region", "heidelberg", "--home", str(home.root), *line])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_line_is_carried_out_and_the_next_one_sees_it(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = do(capsys, home, "--json", "new", "fire", PLACE, "!1")
    assert code == 0
    made: dict[str, Any] = json.loads(out)
    assert made["says"].startswith("New ") and made["entries"] and made["created"]
    assert do(capsys, home, "pri 1 3")[0] == 0
    with open_session(home, "heidelberg") as session:
        assert [(i.number, i.priority) for i in session.desk.picture.incidents()] == [("1", 3)]


def test_a_dry_run_only_says(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = do(capsys, home, "--dry-run", "note power cut")
    assert (code, out.strip()) == (0, "Note in the log: power cut")
    with open_session(home, "heidelberg") as session:
        assert session.fresh


def test_the_first_line_begins_the_operation_as_a_desk_does(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    """And where only one operation is here, its region need not be named."""
    assert main(["do", "--home", str(home.root), "note too early"]) == 2
    assert do(capsys, home, "note power cut")[0] == 0
    assert main(["do", "--home", str(home.root), "note and water"]) == 0
    with open_session(home, "heidelberg") as session:
        lines = session.desk.picture.lines(10_000)
        assert [line.type for line in lines if line.type in {"OperationOpened", "OperatorSignedIn"}] == ["OperatorSignedIn", "OperationOpened"]
        assert session.desk.picture.units()


def test_a_restored_profile_goes_on_with_its_rights_and_says_so(home: Home, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    do(capsys, home, "note the day begins")
    who = operator_of(home).name
    assert main(["grant", who, "supervisor", "--home", str(home.root)]) == 0
    shutil.copytree(home.root, tmp_path / "backup")
    do(capsys, home, "note lost with the disk")
    shutil.rmtree(home.root)
    shutil.copytree(tmp_path / "backup", home.root)
    code, out, error = do(capsys, home, "note we go on")
    assert (code, out.strip()) == (0, "Note in the log: we go on")
    assert "restored from a backup" in error


@pytest.mark.parametrize(
    ("line", "code", "why"),
    [
        ("close 99", 1, "There is no incident 99"),
        ("new fire", 1, "Where?"),
        ("show 1", 1, "There is no unit or incident 1"),
        ("help", 1, "in an open window"),
        (f"go {PLACE}", 1, "8.693900"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(home: Home, capsys: pytest.CaptureFixture[str], line: str, code: int, why: str) -> None:
    do(capsys, home, "note the day begins")
    got, _, error = do(capsys, home, line)
    assert got == code
    assert why in error
    assert error.count("\n") == 1


def script(home: Home, line: str) -> tuple[int, str]:
    """Run a program of its own while this desk goes on; return its exit code and what it complained of."""
    command = [sys.executable, "-m", "commandcenter", "do", "--home", str(home.root), line]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as running:
        while running.poll() is None:
            QTest.qWait(10)
        assert running.stderr is not None
        return running.returncode, running.stderr.read()


async def take_down(door: Door, session: Session) -> None:
    await door.close()
    await session.desk.close()


def test_an_open_desk_does_it_itself(home: Home, desk_loop: DeskLoop) -> None:
    """The log of an open desk is locked; a script's line goes through the desk's door and is in its picture at once."""
    with open_session(home, "heidelberg") as session:
        shown: list[Reading] = []
        window = OpenWindow(lambda: WindowWords(acts=(Named("window_statistics", ("Statistics",)),)), shown.append)
        door = Door(home.root, session.desk, desk_loop.owner, window)
        answers = [script(home, line) for line in ("note power cut in the old town", "close 99", "open statistics")]
        assert answers == [(0, ""), (1, "There is no incident 99\n"), (0, "")]
        assert [reading.detail for reading in shown] == ["window_statistics"]
        assert [line.summary["text"] for line in session.desk.picture.lines(5)] == ["power cut in the old town"]
        desk_loop.do(take_down(door, session))


def test_nobody_home_is_told_from_a_refusal(tmp_path: Path) -> None:
    assert ask(tmp_path, "note hello", dry=False) is None
    assert door_name(tmp_path) != door_name(tmp_path / "other")


def test_messages_and_late_entries_from_a_script(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert do(capsys, home, "msg all =radio")[1].startswith("Message to everyone: Data links are down.")
    assert do(capsys, home, "late 00:01 note power was back")[0] == 0
    code, _, said = do(capsys, home, "msg nobody hello")
    assert (code, said.strip()) == (1, "There is no unit, group or incident nobody")
    with open_session(home, "heidelberg") as session:
        (message,) = session.desk.picture.words.messages()
        assert len(message.to) == len(session.desk.picture.units())
        late = [line for line in session.desk.picture.lines(10) if line.late_ms is not None]
        assert [line.summary["text"] for line in late] == ["power was back"]


def test_the_last_thing_is_taken_back_without_a_window(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    do(capsys, home, "new", "fire", PLACE, "!3")
    do(capsys, home, "pri 1 1")
    do(capsys, home, "note a slip")
    assert "a slip" in do(capsys, home, "--dry-run", "undo")[1]
    assert [do(capsys, home, "undo")[0] for _ in range(3)] == [0, 0, 0]
    with open_session(home, "heidelberg") as session:
        (incident,) = session.desk.picture.incidents()
        assert (incident.priority, incident.state) == (3, "cancelled")
        notes = [str(line.summary["text"]) for line in session.desk.picture.lines(20) if line.type == "NoteAdded"]
        assert notes == ["Withdrawn: a slip", "a slip"]
    code, _, error = do(capsys, home, "undo")
    assert (code, error.count("\n")) == (1, 1)


def test_papers_are_printed_without_a_window(home: Home, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    do(capsys, home, "new", "fire", PLACE, "!1")
    done: dict[str, Any] = json.loads(do(capsys, home, "--json", "--into", str(tmp_path / "out"), "print", "214", "1")[1])
    (file,) = (Path(name) for name in done["files"])
    assert file.parent == tmp_path / "out" and file.read_bytes().startswith(b"%PDF")
    assert do(capsys, home, "--dry-run", "print log")[1].strip() == "Print log as PDF"
    assert [do(capsys, home, line)[0] for line in ("print 214", "print blank", "print log")] == [0, 0, 0]
    for line, why in (("print 214 9", "no incident 9"), ("print log 1", "not about one incident"), ("print map", "open window")):
        code, _, error = do(capsys, home, line)
        assert (code, why in error) == (1, True), error
    do(capsys, home, "new", "fire", PLACE)
    assert "Which incident?" in do(capsys, home, "print 214")[2]


def test_what_a_window_would_show_is_told_without_one(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    do(capsys, home, "new", "fire", PLACE, "!1")
    with open_session(home, "heidelberg") as session:
        callsigns = {unit.callsign for unit in session.desk.picture.units()}
        unit = session.desk.picture.units()[0]
    told: dict[str, list[str]] = json.loads(do(capsys, home, "--json", "rec 1")[1])
    assert told["tells"][0].startswith("Plan: ") and not told["entries"]
    assert any(line.startswith("1. ") and line[3:].partition(",")[0] in callsigns and ":" in line for line in told["tells"]), told["tells"]
    code, out, error = do(capsys, home, f"around 500 {PLACE}")
    assert (code, error) == (0, "") and "buildings" in out and "the map knows no people" in out
    people = [int(line.split()[1].replace(",", "")) for line in out.splitlines() if line.startswith("About ")]
    assert len(people) == 1 and people[0] > 100
    for line in (f"reach {unit.callsign}", f"reach engine {PLACE}"):
        code, out, error = do(capsys, home, line)
        shares = [float(said.split(": ")[1].split(" %")[0]) for said in out.splitlines() if said.startswith("Within ")]
        assert (code, error, len(shares)) == (0, "", 3) and 0 < shares[0] < shares[1] <= shares[2] <= 100, out
    assert do(capsys, home, f"copy mgrs {PLACE}")[1].splitlines()[-1].startswith("32U")
    assert "Plan: " in do(capsys, home, "--dry-run", "rec 1")[1]
    for line in ("open statistics", "reach off", "layer coverage on", "print map"):
        code, _, error = do(capsys, home, line)
        assert (code, "open" in error, error.count("\n")) == (1, True, 1), error


def test_a_street_is_closed_without_a_window(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    with open_session(home, "heidelberg") as session:
        street = next(place for place in session.desk.gazetteer.search("Hauptstraße", near=None, limit=20) if place.kind == "street")
    do(capsys, home, "note the day begins")
    code, out, error = do(capsys, home, f"closure {street.name} ; burst main")
    assert (code, error) == (0, ""), error
    assert out.startswith(f"Close {street.name}")
    with open_session(home, "heidelberg") as session:
        closures = session.desk.picture.closures()
        assert {(one.name, one.reason) for one in closures} == {(street.name, "burst main")}
    assert "Which is meant" in do(capsys, home, "closure Hautstrasse")[2]
    assert "open window" in do(capsys, home, "closure line")[2]
    assert do(capsys, home, f"closure end {street.name}")[0] == 0
    with open_session(home, "heidelberg") as session:
        assert all(one.reopened for one in session.desk.picture.closures())
