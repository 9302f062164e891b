"""Two homes on the command line: a supervisor enrols a laptop offline, its person works at once, the laptop is lost."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from nacl.pwhash import argon2id

from commandcenter.__main__ import main
from commandcenter.app.beginning import begin
from commandcenter.app.enrolment import Approval, Request, read_approval, read_request, write_approval, write_request
from commandcenter.app.home import Home
from commandcenter.app.operator import keep_operator, named_operator
from commandcenter.app.session import open_session
from commandcenter.log import passphrase
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import AddNote, GrantRole
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import derived_id
from commandcenter.model.rights import Role


def run(capsys: pytest.CaptureFixture[str], home: Home, *words: str) -> tuple[int, Any, str]:
    code = main([*words, "--home", str(home.root)])
    said = capsys.readouterr()
    return code, json.loads(said.out) if "--json" in words and said.out else said.out, said.err


def work(home: Home, *commands: Any) -> None:
    async def shift() -> None:
        await begin(session, seeded=False)
        for command in commands:
            await session.desk.submit(command)
        await session.desk.close()

    with open_session(home, "heidelberg") as session:
        asyncio.run(shift())


@pytest.fixture
def ann(home: Home) -> Home:
    """The founder's home; the operation has begun."""
    keep_operator(home, named_operator("Ann", "dispatcher"))
    work(home)
    home.keep("region", "heidelberg")
    return home


@pytest.fixture
def ben(home: Home, tmp_path: Path) -> Home:
    """A new laptop with the same region."""
    new = Home.open(tmp_path / "new")
    shutil.copytree(home.regions / "heidelberg", new.regions / "heidelberg")
    keep_operator(new, named_operator("Ben", "field commander"))
    return new


def enrol(capsys: pytest.CaptureFixture[str], ann: Home, ben: Home, tmp_path: Path) -> None:
    request, approval = str(tmp_path / "request"), str(tmp_path / "approval")
    _, asked, _ = run(capsys, ben, "device", "request", request, "--role", "field_commander", "--json")
    code, done, _ = run(capsys, ann, "device", "approve", request, "--out", approval, "--code", asked["code"], "--json")
    assert (code, done["person"], done["role"]) == (0, "Ben", "field_commander")
    assert run(capsys, ben, "device", "accept", approval, "--code", done["code"], "--json")[:2] == (0, {"region": "heidelberg"})


def carry(capsys: pytest.CaptureFixture[str], source: Home, target: Home, stick: str) -> None:
    assert run(capsys, source, "bundle", "export", stick)[0] == 0
    assert run(capsys, target, "bundle", "import", stick)[0] == 0


def notes(home: Home) -> set[str]:
    with open_session(home, "heidelberg") as session:
        lines = session.desk.picture.lines(500)
        return {str(line.summary["text"]) for line in lines if line.type == "NoteAdded" and line.not_counted is None}


def test_a_laptop_is_enrolled_offline_works_at_once_and_is_lost(ann: Home, ben: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    stick = str(tmp_path / "stick")
    enrol(capsys, ann, ben, tmp_path)
    work(ben, AddNote("water at the school"))  # without having seen the log
    with pytest.raises(Refused, match="The role field commander has no right to give out rights"):
        work(ben, GrantRole(derived_id("operator", "ben"), "Ben", "supervisor"))
    carry(capsys, ben, ann, stick)
    assert notes(ann) == {"water at the school"}
    assert run(capsys, ann, "device", "acts", "--json")[1] == []
    carry(capsys, ann, ben, stick)
    work(ben, AddNote("level is falling"))
    _, devices, _ = run(capsys, ann, "device", "list", "--json")
    assert [(d["here"], d["founder"], d["roles"] == ["field_commander"]) for d in devices] == [(True, True, False), (False, False, True)]
    assert run(capsys, ann, "device", "revoke", devices[1]["id"][:8], "--reason", "left on a bus")[0] == 0
    carry(capsys, ben, ann, stick)
    assert notes(ann) == {"water at the school"}
    _, acts, _ = run(capsys, ann, "device", "acts", "--json")
    assert [(act["type"], act["by"], act["why"]) for act in acts] == [("NoteAdded", "Ben", "device_revoked")]
    assert run(capsys, ann, "device", "ratify", acts[0]["entry"][:12], "--json")[1] == {"entry": acts[0]["entry"]}
    assert notes(ann) == {"water at the school", "level is falling"}
    carry(capsys, ann, ben, stick)
    code, _, err = run(capsys, ben, "do", "--region", "heidelberg", "note once more")
    assert (code, err.strip()) == (1, "This device was revoked; have it enrolled anew.")


def test_numbers_that_differ_enrol_nobody(ann: Home, ben: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    request, approval = str(tmp_path / "request"), tmp_path / "approval"
    assert run(capsys, ben, "device", "request", request)[0] == 0
    code, _, err = run(capsys, ann, "device", "approve", request, "--out", str(approval), "--code", "0000 0000 0000")
    assert (code, err.strip(), approval.exists()) == (1, "Not approved: the numbers differ.", False)
    code, _, err = run(capsys, ann, "device", "approve", request, "--out", str(approval))
    assert code == 2
    assert "with --code" in err
    Path(request).write_text("CCREQUEST:AAAA")
    assert run(capsys, ann, "device", "approve", request, "--out", str(approval))[0] == 2


def test_roles_are_given_and_taken_and_pins_guard_the_seat(ann: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(capsys, ann, "grant", "Cleo", "dispatcher", "--json")[1] == {"name": "Cleo", "role": "dispatcher"}
    code, _, err = run(capsys, ann, "grant", "Cleo", "dispatcher")
    assert (code, err.strip()) == (1, "Cleo has the role dispatcher already.")
    monkeypatch.setenv("COMMANDCENTER_NEW_PIN", "2580")
    assert run(capsys, ann, "operator", "pin")[0] == 0
    assert run(capsys, ann, "revoke", "Cleo")[0] == 2  # now a PIN is asked for, and there is no terminal
    monkeypatch.setenv("COMMANDCENTER_PIN", "1111")
    code, _, err = run(capsys, ann, "revoke", "Cleo")
    assert (code, err.strip()) == (1, "This is not the right PIN.")
    monkeypatch.setenv("COMMANDCENTER_PIN", "2580")
    assert run(capsys, ann, "operator", "add", "Cleo")[0] == 0
    monkeypatch.setenv("COMMANDCENTER_PIN", "1111")
    code, _, err = run(capsys, ann, "do", "note not by Ann")
    assert (code, err.strip()) == (1, "This is not the right PIN.")
    assert notes(ann) == set()
    monkeypatch.setenv("COMMANDCENTER_PIN", "2580")
    _, people, _ = run(capsys, ann, "operator", "list", "--json")
    assert people == [
        {"name": "Ann", "roles": ["supervisor"], "pin": True, "here": True},
        {"name": "Cleo", "roles": ["dispatcher"], "pin": True, "here": False},
    ]
    assert run(capsys, ann, "revoke", "Cleo", "--json")[1] == {"name": "Cleo", "revoked": ["dispatcher"]}
    code, _, err = run(capsys, ann, "revoke", "Cleo")
    assert (code, err.strip()) == (1, "Cleo has no such role.")


def test_papers_are_for_one_laptop_and_notice_every_change() -> None:
    ann, ben, cleo = (DeviceKey(bytes([n]) * 32) for n in (1, 2, 3))
    request = Request(ben.public_key, "Toughbook", "Ben", Role.FIELD_COMMANDER)
    asked = write_request(ben, request)
    assert read_request(asked.lower().replace("CCREQUEST", " ccrequest ")) == request
    approval = Approval(derived_id("o"), bytes(32), derived_id("g"), derived_id("ben"), "Ben", Role.FIELD_COMMANDER, "town", "Ann")
    answer = write_approval(ann, request, approval)
    assert read_approval(bytes([2]) * 32, answer) == approval
    with pytest.raises(KnownError, match="another laptop"):
        read_approval(bytes([3]) * 32, answer)
    with pytest.raises(KnownError, match="no request"):
        read_request(write_request(cleo, request))  # not signed by the laptop's own key
    for text, read in ((asked, read_request), (answer, lambda changed: read_approval(bytes([2]) * 32, changed))):
        for at in range(0, len(text), 7):
            changed = text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]
            with pytest.raises(KnownError):
                read(changed)
    for text in ("", "CCREQUEST", "CCAPPROVAL:", asked[:40], "CCREQUEST:" + "7" * 9_000):
        with pytest.raises(KnownError):
            read_request(text)


def test_a_passphrase_is_put_on_the_key_files_and_asked_for(ann: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "_unlocked", {})
    monkeypatch.setattr(passphrase, "DEFAULT_COST", passphrase.Cost(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN))
    monkeypatch.setattr(passphrase.set_passphrase, "__defaults__", (passphrase.DEFAULT_COST,))
    monkeypatch.setenv("COMMANDCENTER_NEW_PASSPHRASE", "a long passphrase")
    assert run(capsys, ann, "device", "passphrase")[0] == 0
    monkeypatch.setattr(passphrase, "_unlocked", {})  # the next start
    code, _, err = run(capsys, ann, "device", "list")
    assert (code, "locked with a passphrase" in err) == (2, True)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _question: "a long passphrase")
    assert run(capsys, ann, "device", "list")[0] == 0
    assert run(capsys, ann, "device", "passphrase", "--remove")[0] == 0
    monkeypatch.setattr(passphrase, "_unlocked", {})
    assert run(capsys, ann, "device", "list")[0] == 0


@pytest.mark.parametrize("name", ["request.png", "request.svg"])
def test_a_picture_is_for_a_scanner_and_says_so(ann: Home, ben: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    request, out = str(tmp_path / name), str(tmp_path / "approval")
    assert run(capsys, ben, "device", "request", request)[0] == 0
    refused = run(capsys, ann, "device", "approve", request, "--out", out, "--code", "1")
    assert (refused[0], "let a scanner read it" in refused[2]) == (2, True)
    (tmp_path / "letter.txt").write_bytes(b"\xff\xfe")
    refused = run(capsys, ann, "device", "approve", str(tmp_path / "letter.txt"), "--out", out, "--code", "1")
    assert (refused[0], "neither a request nor an approval" in refused[2]) == (2, True)
