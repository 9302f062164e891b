"""`commandcenter attachment`: scripts attach, list and save files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.app.session import open_session

TRACK = (
    b'<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>'
    b'<trkpt lat="49.41" lon="8.69"/><trkpt lat="49.42" lon="8.70"/></trkseg></trk></gpx>'
)


def run(capsys: pytest.CaptureFixture[str], home: Home, *words: str) -> tuple[int, str, str]:
    code = main([*words, "--home", str(home.root)])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def opened(home: Home, capsys: pytest.CaptureFixture[str]) -> Home:
    """An operation with one incident."""
    assert main(["do", "--region", "heidelberg", "--home", str(home.root), "new fire 49.4100, 8.6939"]) == 0
    capsys.readouterr()
    return home


def test_a_file_is_attached_listed_and_saved_as_it_was(opened: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note, track = tmp_path / "valve.txt", tmp_path / "way.gpx"
    note.write_text("the valve is behind the door\n")
    track.write_bytes(TRACK)
    code, out, _ = run(capsys, opened, "attachment", "add", "--json", "--incident", "1", "--text", "from the porter", str(note), str(track))
    assert code == 0
    made = {one["name"]: one for one in json.loads(out)["attached"]}
    assert {name: (one["incident"], one["personal"], one["here"]) for name, one in made.items()} == {
        "valve.txt": ("1", True, True),
        "way.gpx": ("1", True, True),
    }
    code, out, _ = run(capsys, opened, "attachment", "list", "--incident", "1")
    assert code == 0 and "valve.txt" in out and "way.gpx" in out and "here" in out
    saved = tmp_path / "again.gpx"
    code, out, _ = run(capsys, opened, "attachment", "save", made["way.gpx"]["id"][:10], str(saved))
    assert (code, saved.read_bytes()) == (0, TRACK)
    with open_session(opened, "heidelberg") as session:
        (message,) = session.desk.picture.words.messages()
        assert message.text == "from the porter"
        last = session.desk.picture.lines(1)[0]
        assert last.type == "PersonalDataRead"


def test_what_is_not_personal_is_saved_without_a_note(opened: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "plan.txt"
    plan.write_text("hydrants\n")
    code, out, _ = run(capsys, opened, "attachment", "add", "--json", "--not-personal", str(plan))
    made = json.loads(out)["attached"][0]
    assert (code, made["personal"], made["incident"]) == (0, False, None)
    assert run(capsys, opened, "attachment", "save", made["id"], str(tmp_path / "out.txt"))[0] == 0
    with open_session(opened, "heidelberg") as session:
        assert session.desk.picture.lines(1)[0].type != "PersonalDataRead"


def test_what_cannot_be_is_said_and_nothing_is_kept(opened: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = tmp_path / "program.exe"
    program.write_bytes(b"MZ\x00\x01" * 50)
    for words, said in (
        (("add", str(program)), ""),
        (("add", "--incident", "77", str(program)), "no incident 77"),
        (("add", str(tmp_path / "none.txt")), "none.txt"),
        (("save", "abcdef", str(tmp_path / "out")), "no attachment abcdef"),
    ):
        code, _, error = run(capsys, opened, "attachment", *words)
        assert code in (1, 2) and said in error, words
    code, out, _ = run(capsys, opened, "attachment", "list", "--json")
    assert (code, json.loads(out)) == (0, [])
