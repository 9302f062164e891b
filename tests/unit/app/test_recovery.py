"""The recovery paper on the command line, over two homes: founded, printed, deleted; then the founder's laptop is stolen."""

from __future__ import annotations

import asyncio
import re
import shutil
from pathlib import Path

import pytest

from commandcenter.app.home import Home
from commandcenter.app.operator import keep_operator, named_operator
from commandcenter.app.recovery import RecoveryPaper
from commandcenter.app.session import Session, open_session, operation_of
from commandcenter.app.training import TRAINING_REGION
from commandcenter.log.keys import MemoryVault, open_vault
from commandcenter.log.recovery import ALPHABET, new_code, read_code, recovery_key
from commandcenter.model.commands import GrantRole, OpenOperation
from commandcenter.model.entries import EntryType
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, counting_ids, founded_id, random_id
from commandcenter.ui.identity.port import Kept

from .test_people_commands import carry, run, work

CODE = "COMMANDCENTER_RECOVERY_CODE"


@pytest.fixture
def ann(home: Home) -> Home:
    """The founder's home; the operation has begun."""
    keep_operator(home, named_operator("Ann", "dispatcher"))
    work(home)
    home.keep("region", "heidelberg")
    return home


@pytest.fixture
def ben(ann: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Home:
    """A supervisor's laptop that has the log."""
    new = Home.open(tmp_path / "new")
    shutil.copytree(ann.regions / "heidelberg", new.regions / "heidelberg")
    keep_operator(new, named_operator("Ben", "supervisor"))
    request, approval = str(tmp_path / "request"), str(tmp_path / "approval")
    _, asked, _ = run(capsys, new, "device", "request", request, "--role", "supervisor", "--json")
    _, done, _ = run(capsys, ann, "device", "approve", request, "--out", approval, "--code", asked["code"], "--json")
    assert run(capsys, new, "device", "accept", approval, "--code", done["code"])[0] == 0
    carry(capsys, ann, new, str(tmp_path / "first.stick"))
    return new


def test_a_code_finds_every_wrong_letter_and_every_two_that_changed_places() -> None:
    code = new_code(lambda count: bytes(range(7, 7 + count)))
    letters = code.replace(" ", "")
    assert read_code(f"  {code.lower().replace(' ', '-')} ") == code
    for place, letter in enumerate(letters):
        for other in ALPHABET.replace(letter, ""):
            with pytest.raises(Refused, match=f"Group {place // 5 + 1} "):
                read_code(letters[:place] + other + letters[place + 1 :])
        after = letters[place + 1 : place + 2]
        if after and after != letter:
            with pytest.raises(Refused, match="mistyped"):
                read_code(letters[:place] + after + letter + letters[place + 2 :])
    groups = code.split()
    with pytest.raises(Refused, match="Group 2 "):
        read_code(" ".join([groups[0], groups[2], groups[1], *groups[3:]]))
    assert read_code(code.replace("1", "l").replace("0", "o")) == code


def test_live_work_is_founded_with_a_code_and_practice_without(home: Home) -> None:
    live, vault = operation_of(home, "heidelberg"), open_vault(home.root)
    paper = RecoveryPaper(vault, live)
    assert paper.kept is Kept.HERE
    assert read_code(paper.code()) == paper.code()
    assert RecoveryPaper(vault, operation_of(home, TRAINING_REGION)).kept is Kept.NEEDLESS
    old = founded_id(Id("0" * 32), exercise=False, new_id=counting_ids(5))
    for operation, said in ((old, "an older program began have none"), (random_id(), "an older program")):
        with pytest.raises(Refused, match=said):
            RecoveryPaper(MemoryVault(), operation).code()


def types(home: Home) -> list[str]:
    with open_session(home, "heidelberg") as session:
        return [line.type for line in reversed(session.desk.picture.lines(100))]


def test_the_recovery_key_is_announced_with_the_operation_and_once(ann: Home) -> None:
    assert types(ann)[:2] == [EntryType.OPERATION_OPENED, EntryType.RECOVERY_ANNOUNCED]
    work(ann)
    assert types(ann).count(EntryType.RECOVERY_ANNOUNCED) == 1
    with open_session(ann, "heidelberg") as session:
        code = RecoveryPaper(open_vault(ann.root), session.log.operation).code()
        assert session.desk.picture.rights.announced() == {recovery_key(code).public_key}


def test_an_operation_that_announced_none_does_so_when_it_is_opened_next(home: Home) -> None:
    keep_operator(home, named_operator("Ann", "dispatcher"))

    async def as_before(session: Session) -> None:
        await session.desk.submit(OpenOperation("heidelberg", "heidelberg"))
        await session.desk.submit(GrantRole(session.operator.id, "Ann", "dispatcher"))
        await session.desk.close()

    with open_session(home, "heidelberg") as session:
        asyncio.run(as_before(session))
    assert EntryType.RECOVERY_ANNOUNCED not in types(home)
    work(home)
    assert types(home).count(EntryType.RECOVERY_ANNOUNCED) == 1


@pytest.mark.usefixtures("qapp")
def test_the_code_is_printed_and_deleted(ann: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, ann, "recovery", "status", "--json")[1] == {"code": "here", "recoveries": []}
    code = run(capsys, ann, "recovery", "print", "--json")[1]["code"]
    pdf = tmp_path / "paper.pdf"
    assert run(capsys, ann, "recovery", "print", str(pdf))[0] == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    refused = run(capsys, ann, "recovery", "delete", "00000")
    assert (refused[0], "not group 4" in refused[2]) == (1, True)
    assert run(capsys, ann, "recovery", "delete", code.split()[3].lower())[0] == 0
    assert run(capsys, ann, "recovery", "status", "--json")[1]["code"] == "on_paper"
    kept = [path.read_bytes() for path in ann.root.rglob("*.key")]
    assert not any(code.encode() in content for content in kept)
    gone = run(capsys, ann, "recovery", "print")
    assert (gone[0], "deleted from this computer" in gone[2]) == (1, True)


def test_rights_are_recovered_on_another_computer(
    ann: Home, ben: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code = run(capsys, ann, "recovery", "print", "--json")[1]["code"]
    assert run(capsys, ben, "recovery", "status", "--json")[1]["code"] == "unknown"
    last = run(capsys, ben, "recovery", "entries", _founder(capsys, ben), "--json")[1]["entries"][0]["entry"]
    assert run(capsys, ann, "revoke", "Ben", "--reason", "by the thief")[0] == 0
    carry(capsys, ann, ben, str(tmp_path / "second.stick"))
    assert run(capsys, ben, "grant", "Cleo", "dispatcher")[0] == 1
    monkeypatch.setenv(CODE, re.sub(r"^.", "Z" if code[0] != "Z" else "Y", code))
    assert "Group 1" in run(capsys, ben, "recovery", "use")[2]
    monkeypatch.setenv(CODE, new_code())
    assert "not the recovery code of this operation" in run(capsys, ben, "recovery", "use")[2]
    monkeypatch.setenv(CODE, code)
    founder = _founder(capsys, ben)
    for wrong in (f"{founder}=zz", founder, f"{founder}=", "=zz"):
        assert "does not name one entry" in run(capsys, ben, "recovery", "use", "--believe", wrong)[2]
    done, told, said = run(capsys, ben, "recovery", "use", "--believe", f"{founder}={last[:16]}", "--json")
    assert (done, said) == (0, "")
    assert told == {"by": "Ben", "number": 1, "shut_out": [founder]}
    assert run(capsys, ben, "grant", "Cleo", "dispatcher")[0] == 0
    carry(capsys, ben, ann, str(tmp_path / "third.stick"))
    assert run(capsys, ann, "grant", "Thief", "supervisor")[0] == 1
    used = run(capsys, ann, "recovery", "status", "--json")[1]["recoveries"]
    assert [(one["number"], one["by"], one["shut_out"]) for one in used] == [(1, "Ben", [founder])]


def _founder(capsys: pytest.CaptureFixture[str], home: Home) -> str:
    return str(next(one["id"] for one in run(capsys, home, "device", "list", "--json")[1] if one["founder"]))
