"""An operation is ended, archived, checked, put away, and its archive opens elsewhere with the code."""

from __future__ import annotations

import asyncio
import json
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from commandcenter.__main__ import main
from commandcenter.app.beginning import begin
from commandcenter.app.ending import Ending
from commandcenter.app.home import Home
from commandcenter.app.options import DeskOptions
from commandcenter.app.session import Session, existing_log, open_session, read_secrets
from commandcenter.log.store import SqliteLog
from commandcenter.model.commands import AddNote, CloseOperation, ReportIncident, SetIncidentState
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Write
from commandcenter.model.errors import Cancelled, Refused
from commandcenter.model.progress import NoProgress
from commandcenter.model.words import IncidentState, LonLat
from commandcenter.picture.privacy import short_id
from commandcenter.ui.theme.look import Look


def run(capsys: pytest.CaptureFixture[str], home: Path, *words: str | Path) -> tuple[int, str]:
    code = main([*map(str, words), "--home", str(home), *(["--region", "heidelberg"] if words[0] == "log" and words[1] != "check" else [])])
    said = capsys.readouterr()
    return code, said.out + said.err


def work(home: Home, *, end: bool) -> None:
    async def shift() -> None:
        with open_session(home, "heidelberg") as session:
            await begin(session, seeded=False)
            made = await session.desk.submit(ReportIncident("fire.structure", LonLat(8.69, 49.41), "Hauptstraße 1", caller_name="Eve"))
            if end:
                await session.desk.submit(SetIncidentState(made.created[0], IncidentState.CANCELLED, "false alarm"))
            await session.desk.close()

    asyncio.run(shift())


def test_archive_check_and_put_away(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, file = home.root, tmp_path / "op.archive"
    work(home, end=False)
    code, said = run(capsys, root, "log", "archive", file)
    assert (code, "still open" in said, file.exists()) == (1, True, False)
    home.keep("region", "heidelberg")
    assert main(["do", "cancel 1", "--home", str(root), "--region", "heidelberg"]) == 0
    capsys.readouterr()
    assert run(capsys, root, "log", "erase", "--person", "eve", "--reason", "letter")[0] == 0
    assert run(capsys, root, "log", "archive", file, "--reason", "over")[0] == 0
    code, said = run(capsys, root, "log", "verify", file)
    assert (code, "as they were signed" in said) == (0, True)
    assert b"Eve" not in file.read_bytes()
    word = run(capsys, root, "bundle", "code", "--region", "heidelberg")[1].strip()
    other = tmp_path / "other"
    (other / "keys").mkdir(parents=True)
    assert main(["log", "verify", str(file), "--home", str(other)]) == 2
    assert main(["log", "verify", str(file), "--code", word, "--home", str(other)]) == 0
    capsys.readouterr()
    raw = file.read_bytes()
    file.write_bytes(raw[: len(raw) // 2] + bytes([raw[len(raw) // 2] ^ 1]) + raw[len(raw) // 2 + 1 :])
    assert run(capsys, root, "log", "verify", file)[0] == 2
    assert run(capsys, root, "log", "put-away", file)[0] == 2
    file.write_bytes(raw)
    code, said = run(capsys, root, "log", "put-away", file)
    assert (code, "put-away" in said) == (0, True)
    assert home.setting("operation:heidelberg") is None
    assert main(["log", "verify", str(file), "--home", str(root)]) == 0
    work(home, end=True)
    code, said = run(capsys, root, "log", "put-away", file)
    assert (code, "does not hold all" in said) == (2, True)


def test_what_was_decreed_erased_while_no_desk_was_open_goes_at_the_next_start(home: Home) -> None:
    work(home, end=False)
    keys = read_secrets(home)
    path = existing_log(home, "heidelberg")
    assert path is not None
    with closing(SqliteLog(path, device=keys.device, database_key=keys.database_key)) as log:
        (call,) = (entry for _, entry in log.entries() if any(write.section == "pii" for write in entry.writes))
        decree = Write(Key(Kind.ERASURE, short_id(call.id), "pii"), {"reason": "came on a stick"})
        log.append([Draft(EntryType.PERSONAL_DATA_ERASED, (decree,))], actor=call.actor, heads=lambda _: ())
    with open_session(home, "heidelberg") as session:
        (view,) = session.desk.picture.calls()
        assert view.caller_name is None
        assert [one.done for one in session.desk.picture.privacy.erasures()] == [True]
        asyncio.run(session.desk.close())


def test_after_the_end_nothing_is_written(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    work(home, end=True)
    assert run(capsys, home.root, "log", "archive", tmp_path / "a")[0] == 0
    assert run(capsys, home.root, "log", "archive", tmp_path / "b")[0] == 0

    async def late() -> str:
        with open_session(home, "heidelberg") as session:
            (refused,) = await session.desk.submit_all([AddNote("one more")])
            await session.desk.close()
            return str(refused)

    assert "was ended" in asyncio.run(late())


def test_the_window_ends_and_archives_as_the_command_line_does(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    file, half = tmp_path / "op.archive", tmp_path / "half.archive"

    class Impatient(NoProgress):
        def report(self, stage: str, done: float, total: float) -> None:
            raise Cancelled

    async def shift(session: Session) -> str:
        ending = Ending(session, DeskOptions(home), Look())
        await begin(session, seeded=False)
        with pytest.raises(Refused, match="has not been ended"):
            await ending.archive(file, NoProgress())
        await session.desk.submit(CloseOperation("over"))
        with pytest.raises(Cancelled):
            await ending.archive(half, Impatient())
        told = str(await ending.archive(file, NoProgress()))
        await ending.close()
        await session.desk.close()
        return told

    with open_session(home, "heidelberg") as session:
        told = asyncio.run(shift(session))
    assert told == "Entries in op.archive: 4, attachments: 0. The file was checked."
    assert not half.exists()
    code, said = run(capsys, home.root, "log", "verify", file, "--json")
    found = json.loads(said)
    assert (code, found["ok"], found["entries"], found["first_bad"]) == (0, True, 4, None)
    assert run(capsys, home.root, "log", "put-away", file)[0] == 0


def test_what_cannot_be_read_still_has_the_documented_keys(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "rubbish").write_bytes(b"rubbish")
    for words in (("log", "verify", tmp_path / "rubbish", "--json"), ("log", "verify", "--json"), ("log", "verify", tmp_path / "none", "--json")):
        code, said = run(capsys, home.root, *words)
        found = json.loads(said)
        assert (code, found["ok"], found["entries"], found["first_bad"]) == (2, False, 0, None)
        assert found["why"]


def test_ending_and_erasing_ask_for_the_pin(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    work(home, end=True)
    monkeypatch.setenv("COMMANDCENTER_NEW_PIN", "2468")
    assert main(["operator", "pin", "--home", str(home.root), "--region", "heidelberg"]) == 0
    monkeypatch.setenv("COMMANDCENTER_PIN", "1357")
    for words in (("log", "archive", tmp_path / "a"), ("log", "erase", "--person", "eve", "--reason", "letter")):
        code, said = run(capsys, home.root, *words)
        assert (code, "PIN" in said) == (1, True)
    assert not (tmp_path / "a").exists()
    monkeypatch.setenv("COMMANDCENTER_PIN", "2468")
    code, said = run(capsys, home.root, "log", "erase", "--person", "eve", "--reason", "letter", "--json")
    assert (code, json.loads(said.splitlines()[-1] if not said.startswith("{") else said)) == (0, {"sections": 1, "erased_here": True})
    code, said = run(capsys, home.root, "log", "archive", tmp_path / "a", "--json")
    assert (code, set(json.loads(said))) == (0, {"file", "entries", "attachments", "attachments_missing", "bytes", "root"})


def test_who_exports_personal_data_is_noted(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    work(home, end=False)
    out = tmp_path / "log.jsonl"

    def looks() -> list[tuple[str, int]]:
        with open_session(home, "heidelberg") as session:
            return [(access.kind, access.times) for access in session.desk.picture.privacy.accesses()]

    assert run(capsys, home.root, "log", "export", "--to", out, "--without", "pii", "--without", "med")[0] == 0
    assert "Eve" not in out.read_text(encoding="utf-8")
    assert looks() == []
    assert run(capsys, home.root, "log", "export", "--to", out)[0] == 0
    assert "Eve" in out.read_text(encoding="utf-8")
    assert looks() == [("call", 1)]
