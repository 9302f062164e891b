"""Checkpoints, proofs, healing, archives and erasure on the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from commandcenter.__main__ import main
from commandcenter.app.home import Home
from commandcenter.app.own_log import log_path
from commandcenter.app.session import read_secrets
from commandcenter.log import proofcheck
from commandcenter.log.store import SqliteLog
from commandcenter.model.entries import Draft, Key, Kind, Section, Write
from commandcenter.model.ids import Id, derived_id

OPERATION = derived_id("operation")
Run = Callable[..., tuple[int, str]]


def open_log(root: Path) -> SqliteLog:
    home = Home.open(root)
    keys = read_secrets(home)
    return SqliteLog(log_path(home, OPERATION), device=keys.device, database_key=keys.database_key, operation=OPERATION)


def write_calls(root: Path, count: int) -> None:
    with closing(open_log(root)) as log:
        start = log.count()
        for number in range(start, start + count):
            call = derived_id("call", str(number), str(log.device))
            writes = (Write(Key(Kind.CALL, call, "type"), "fire"), Write(Key(Kind.CALL, call, "caller_name"), f"Eve {number}", Section.PII))
            log.append([Draft("CallTaken", writes)], actor=derived_id("ann"), heads=lambda _: ())


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(home: Path, *words: str | Path) -> tuple[int, str]:
        code = main([*map(str, words), "--home", str(home)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


@pytest.fixture
def homes(tmp_path: Path, run: Run) -> tuple[Path, Path]:
    """Two desks in step: Ann wrote 12 calls, Ben 3."""
    ann, ben = tmp_path / "ann", tmp_path / "ben"
    for home in (ann, ben):
        (home / "keys").mkdir(parents=True)
        (home / "settings.json").write_text(json.dumps({"region": "town", "operation:town": OPERATION}))
    write_calls(ann, 12)
    code = run(ann, "bundle", "code")[1].strip()
    assert run(ben, "bundle", "join", code, "--region", "town")[0] == 0
    write_calls(ben, 3)
    for giver, taker in ((ann, ben), (ben, ann)):
        run(giver, "bundle", "export", tmp_path / "stick")
        assert run(taker, "bundle", "import", tmp_path / "stick")[0] == 0
    return ann, ben


def device(root: Path) -> Id:
    return read_secrets(Home.open(root)).device.id


def test_a_checkpoint_is_cosigned_and_an_entry_proven_to_somebody_without_the_program(homes: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    ann, ben = homes
    point, proof = tmp_path / "a.checkpoint", tmp_path / "entry.proof"
    assert run(ann, "log", "prove", "3", "--out", proof)[0] == 2
    assert run(ann, "log", "checkpoint", "--out", point)[0] == 0
    assert run(ben, "log", "cosign", point) == (0, "Co-signed; 2 devices vouch for it now.\n")
    assert run(ann, "log", "keep", point) == (0, "Kept; 2 devices vouch for it.\n")
    assert run(ann, "log", "prove", "3", "--checkpoint", point, "--out", proof)[0] == 0
    alone = tmp_path / "proofcheck.py"
    alone.write_bytes(Path(proofcheck.__file__).read_bytes())
    command = [sys.executable, "-I", str(alone), str(proof), "--signer", device(ann), "--signer", device(ben)[:8]]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "number 3 of device " + device(ann) in done.stdout
    assert run(ann, "log", "check", proof, "--signer", "00ff")[0] == 1


def test_nothing_removed_between_two_checkpoints_is_proven(homes: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    ann, ben = homes
    old, proof = tmp_path / "old.checkpoint", tmp_path / "since.proof"
    run(ann, "log", "checkpoint", "--out", old)
    write_calls(ann, 5)
    run(ann, "log", "checkpoint", "--out", tmp_path / "new.checkpoint")
    assert run(ben, "log", "cosign", tmp_path / "new.checkpoint")[0] == 2
    assert run(ann, "log", "prove", "--since", old, "--out", proof)[0] == 0
    code, said = run(ann, "log", "check", proof)
    assert (code, "5 entries were added" in said) == (0, True)


def test_a_removed_tail_is_found_by_the_kept_checkpoint_and_healed_from_a_bundle(homes: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    ann, ben = homes
    run(ann, "log", "checkpoint")
    run(ben, "bundle", "export", tmp_path / "stick")
    with closing(open_log(ann)) as log:
        log.database.script(
            "DROP TRIGGER entries_stay",
            "DROP TRIGGER sections_stay",
            "DELETE FROM sections WHERE position > 9",
            "DELETE FROM entries WHERE position > 9",
        )
    code, said = run(ann, "log", "verify", "--json")
    assert code == 1
    found = json.loads(said)
    assert (found["ok"], found["faults"], found["entries"]) == (False, 0, 9)
    assert {(one["device"], one["first"], one["last"]) for one in found["lost"]} == {(device(ann), 10, 12), (device(ben), 1, 3)}
    assert run(ann, "log", "heal", "--from", tmp_path / "stick")[0] == 0
    assert run(ann, "log", "verify") == (0, "All 15 entries are as they were signed.\n")
    assert run(ann, "log", "heal", "--from", tmp_path / "nowhere")[0] == 2


def test_a_partner_copy_verifies_without_what_it_may_not_see(homes: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    ann, _ = homes
    cat = tmp_path / "cat"
    (cat / "keys").mkdir(parents=True)
    run(cat, "bundle", "join", run(ann, "bundle", "code")[1].strip(), "--region", "town")
    assert run(ann, "bundle", "export", tmp_path / "open", "--for-partner", "nobody")[0] == 2
    assert run(ann, "bundle", "export", tmp_path / "open", "--for-partner", "public")[0] == 0
    assert run(cat, "bundle", "import", tmp_path / "open", "--region", "town")[0] == 0
    with closing(open_log(cat)) as log:
        assert {name for row in log.signed() for name in row.signed.sections} == set()
    assert run(cat, "log", "verify", "--region", "town")[0] == 0
    run(ann, "bundle", "export", tmp_path / "all")
    assert run(cat, "bundle", "import", tmp_path / "all", "--region", "town")[0] == 0
    with closing(open_log(cat)) as log:
        assert {name for row in log.signed() for name in row.signed.sections} == {"op", "pii"}


def partner_added(root: Path, name: str) -> Id:
    """Ann's desk knows a partner."""
    with closing(open_log(root)) as log:
        partner = derived_id("partner", name)
        log.append([Draft("PartnerAdded", (Write(Key(Kind.PARTNER, partner, "name"), name),))], actor=derived_id("ann"), heads=lambda _: ())
    return partner


def test_a_partners_stick_needs_no_key_of_the_operation_and_goes_both_ways(homes: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    ann, _ = homes
    partner_added(ann, "Red Cross")
    cat, dora = tmp_path / "cat", tmp_path / "dora"
    for home in (cat, dora):
        (home / "keys").mkdir(parents=True)
    told = json.loads(run(cat, "bundle", "address", "--json")[1])
    assert told["device"] == device(cat)
    code, said = run(ann, "bundle", "export", tmp_path / "stick", "--for-partner", "Red Cross")
    assert (code, "No computer of this partner is known here" in said) == (2, True)
    to = ("--for-partner", "Red Cross", "--to", told["address"])
    assert run(ann, "bundle", "export", tmp_path / "stick", *to) == (0, f"16 entries are in {tmp_path / 'stick'}.\n")

    assert run(dora, "bundle", "import", tmp_path / "stick", "--region", "town") == (2, "This bundle was made for other devices.\n")
    code, said = run(cat, "bundle", "import", tmp_path / "stick", "--region", "town", "--json")
    assert (code, json.loads(said)) == (0, {"new": 16, "known": 0, "gaps": 0, "forks": 0, "refused": 0})
    assert run(cat, "log", "verify", "--region", "town")[0] == 0
    with closing(open_log(cat)) as log:
        assert {name for row in log.signed() for name in row.signed.sections} == {"op"}

    write_calls(cat, 1)
    for words in (("code",), ("export", tmp_path / "back"), ("summary", tmp_path / "s")):
        code, said = run(cat, "bundle", *words, "--region", "town")
        assert (code, "was not given the key of this operation" in said) == (2, True)
    address = run(ann, "bundle", "address")[1].strip()
    assert run(cat, "bundle", "export", tmp_path / "back", "--to", address, "--region", "town")[0] == 0
    assert run(ann, "bundle", "import", tmp_path / "back") == (0, "1 entry is new, 16 were here already.\n")
    assert run(cat, "bundle", "summary", tmp_path / "s", "--to", address, "--region", "town")[0] == 0
    assert run(ann, "bundle", "export", tmp_path / "stick", *to, "--for", tmp_path / "s") == (0, f"0 entries are in {tmp_path / 'stick'}.\n")

    assert run(cat, "bundle", "join", run(ann, "bundle", "code")[1].strip(), "--region", "town")[0] == 0  # now it is given the key after all
    run(ann, "bundle", "export", tmp_path / "all")
    assert run(cat, "bundle", "import", tmp_path / "all", "--region", "town")[0] == 0


def test_what_a_restored_desk_carries_by_stick_says_for_whom_it_goes_on(homes: tuple[Path, Path], tmp_path: Path, run: Run) -> None:
    ann, ben = homes
    run(ann, "bundle", "export", tmp_path / "first")  # a writing opening: from here on a backup is told from the last state
    shutil.copytree(ann, tmp_path / "backup")
    write_calls(ann, 2)
    run(ann, "bundle", "summary", tmp_path / "s")
    shutil.rmtree(ann)
    shutil.copytree(tmp_path / "backup", ann)
    mine = device(ann)
    code, said = run(ann, "bundle", "export", tmp_path / "stick")
    assert (code, "restored from a backup" in said) == (0, True)
    assert run(ben, "bundle", "import", tmp_path / "stick")[0] == 0
    with closing(open_log(ben)) as log:
        told = [entry for _, entry in log.entries() if entry.type == "DeviceSucceeded"]
    assert [entry.device for entry in told] == [device(ann)]
    assert device(ann) != mine
    assert run(ann, "log", "checkpoint")[0] == 0
    with closing(open_log(ann)) as log:
        assert sum(entry.type == "DeviceSucceeded" for _, entry in log.entries()) == 1  # said once
