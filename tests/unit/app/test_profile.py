"""A profile that was copied or restored never forks its feed: it goes on as a new device and says so."""

from __future__ import annotations

import asyncio
import os
import shutil
from pathlib import Path
from typing import ClassVar

import pytest

from commandcenter.app.beginning import begin
from commandcenter.app.home import Home
from commandcenter.app.machine import machine_id
from commandcenter.app.profile import Copied, Profile
from commandcenter.app.session import Session, open_session
from commandcenter.log.keys import FileVault, open_vault
from commandcenter.log.signed import SignedEntry
from commandcenter.model.commands import AddNote, GrantRole
from commandcenter.model.entries import EntryId
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.rights import Role
from commandcenter.model.sentences import Sentence


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def day(home: Home, state: Path, *texts: str, machine: str = "computer A", govern: bool = False) -> tuple[Id, Copied | None, tuple[Sentence, ...]]:
    """Work once and close; return the device, what was found out, and what the person was told."""

    async def shift(session: Session) -> tuple[Sentence, ...]:
        told = await begin(session, seeded=False)
        if govern:
            await session.desk.submit(GrantRole(derived_id("operator", "ben"), "Ben", "dispatcher"))
        for text in texts:
            await session.desk.submit(AddNote(text))
        await session.desk.close()
        return told

    profile = Profile(home, open_vault(home.root), lambda: machine, state)
    with open_session(home, "heidelberg", profile=profile) as session:
        told = asyncio.run(shift(session))
        return session.log.device, session.copied, told


def rows(home: Home, state: Path) -> list[tuple[Id, int, EntryId]]:
    with open_session(home, "heidelberg", profile=Profile(home, open_vault(home.root), lambda: "computer A", state)) as session:
        return session.writer.submit(lambda: [(row.device, row.seq, row.id) for row in session.log.signed()]).result()


def test_a_desk_asks_the_very_roads_that_are_prepared_when_it_opens(home: Home, state: Path) -> None:
    with open_session(home, "heidelberg", profile=Profile(home, open_vault(home.root), lambda: "computer A", state)) as session:
        assert session.desk.roads is session.pack.roads()


def test_day_after_day_it_is_the_same_device(home: Home, state: Path) -> None:
    first = day(home, state, "one")
    assert [day(home, state, "two"), day(home, state)] == [(first[0], None, ()), (first[0], None, ())]
    assert first[1:] == (None, ())


def test_a_copy_on_another_computer_is_another_device_without_rights(home: Home, state: Path, tmp_path: Path) -> None:
    mine, _, _ = day(home, state, "mine", govern=True)
    shutil.copytree(home.root, tmp_path / "copy")
    copy = Home.open(tmp_path / "copy")
    other, found, told = day(copy, tmp_path / "other state", machine="computer B")
    assert other != mine
    assert found is Copied.MACHINE
    assert [str(sentence)[:48] for sentence in told] == ["This profile was copied from another computer. H"]
    assert day(copy, tmp_path / "other state", machine="computer B")[:2] == (other, None)
    assert day(home, state, "still mine")[:2] == (mine, None)


def test_a_backup_that_is_put_back_goes_on_as_a_new_device_with_the_same_rights(home: Home, state: Path, tmp_path: Path) -> None:
    mine, _, _ = day(home, state, "one", govern=True)
    shutil.copytree(home.root, tmp_path / "backup")
    day(home, state, "sent to the hub, and not in the backup")
    shutil.rmtree(home.root)
    shutil.copytree(tmp_path / "backup", home.root)
    new, found, told = day(home, state, "two")  # the founder may go on writing
    assert new != mine
    assert found is Copied.BACKUP
    assert "restored from a backup" in str(told[0])
    assert len(told) == 1
    assert day(home, state, "three") == (new, None, ())
    seqs = [seq for device, seq, _ in rows(home, state) if device == new]
    assert seqs == list(range(1, len(seqs) + 1))
    with open_session(home, "heidelberg", profile=Profile(home, open_vault(home.root), lambda: "computer A", state)) as session:
        assert session.desk.picture.rights.unratified() == ()
        assert {device.goes_on_for for device in session.desk.picture.rights.devices()} == {mine, None}


def test_a_founder_restored_before_anybody_had_a_role_may_still_give_them(home: Home, state: Path, tmp_path: Path) -> None:
    mine, _, _ = day(home, state, "one")
    shutil.copytree(home.root, tmp_path / "backup")
    day(home, state, "lost")
    shutil.rmtree(home.root)
    shutil.copytree(tmp_path / "backup", home.root)
    new, found, _ = day(home, state, "two", govern=True)
    assert (new != mine, found) == (True, Copied.BACKUP)
    with open_session(home, "heidelberg", profile=Profile(home, open_vault(home.root), lambda: "computer A", state)) as session:
        rights = session.desk.picture.rights
        assert rights.begun
        assert rights.unratified() == ()
        assert [grant.name for grant in rights.grants() if grant.role is Role.DISPATCHER] == ["Ben"]


def test_a_backup_of_the_same_run_is_noticed_by_how_far_it_had_written(home: Home, state: Path, tmp_path: Path) -> None:
    mine, _, _ = day(home, state, "one")
    profile = Profile(home, open_vault(home.root), lambda: "computer A", state)
    with open_session(home, "heidelberg", profile=profile) as session:
        shutil.copytree(home.root, tmp_path / "backup")

        async def shift() -> None:
            await session.desk.submit(AddNote("two"))
            await session.desk.close()

        asyncio.run(shift())
    shutil.rmtree(home.root)
    shutil.copytree(tmp_path / "backup", home.root)
    new, found, _ = day(home, state)
    assert (new != mine, found) == (True, Copied.BACKUP)


def test_a_start_that_broke_off_anywhere_is_no_backup(home: Home, state: Path) -> None:
    mine, _, _ = day(home, state, "one")
    profile = Profile(home, open_vault(home.root), lambda: "computer A", state)

    class PowerCutError(Exception):
        pass

    class Cut(Profile):
        """Fails at the nth write of a mark."""

        left: ClassVar[list[int]] = [0]

        def _write(self, log: object, mark: object) -> None:
            if not self.left[0]:
                raise PowerCutError
            self.left[0] -= 1
            super()._write(log, mark)  # type: ignore[arg-type]

    for writes in (0, 1):
        Cut.left[0] = writes
        with pytest.raises(PowerCutError):
            open_session(home, "heidelberg", profile=Cut(home, profile.vault, profile.machine, state))
        assert day(home, state)[:2] == (mine, None)


def test_a_copy_beside_the_original_is_noticed_at_once_and_keeps_its_rights(home: Home, state: Path, tmp_path: Path) -> None:
    """Same computer, another state folder: nothing else would tell before the two meet."""
    mine, _, _ = day(home, state, "mine", govern=True)
    shutil.copytree(home.root, tmp_path / "copy")
    copy = Home.open(tmp_path / "copy")
    other, found, told = day(copy, tmp_path / "other state", "the copy's")
    assert (other != mine, found) == (True, Copied.PLACE)
    assert str(told[0]).startswith("This profile is a copy of one that is still on this computer")
    assert day(copy, tmp_path / "other state", "and on")[:2] == (other, None)
    assert day(home, state, "the original's")[:2] == (mine, None)
    with open_session(copy, "heidelberg", profile=Profile(copy, open_vault(copy.root), lambda: "computer A", tmp_path / "other state")) as session:
        assert session.desk.picture.rights.unratified() == ()


def test_a_home_that_was_moved_is_the_same_device(home: Home, state: Path, tmp_path: Path) -> None:
    mine, _, _ = day(home, state, "mine")
    home.root.rename(tmp_path / "moved")
    moved = Home.open(tmp_path / "moved")
    assert day(moved, state, "still mine")[:2] == (mine, None)
    (tmp_path / "another way").symlink_to(moved.root, target_is_directory=True)
    assert day(Home(tmp_path / "another way"), state, "and by another way")[:2] == (mine, None)


def test_restored_twice_before_it_could_be_said_the_founder_stays_the_founder(home: Home, state: Path) -> None:
    """Each new key vouches for the next; all of it is said at the first opening."""
    mine, _, _ = day(home, state, "mine", govern=True)
    (home.operations / "put-away").mkdir()  # what an archived operation leaves
    profile = Profile(home, open_vault(home.root), lambda: "computer A", state)
    first = profile.new_device(profile.secrets()[0], may_go_on=True)
    second = profile.new_device(first, may_go_on=True)
    new, found, told = day(home, state, "after two restores")
    assert (new, found, told) == (second.device.id, None, ())
    with open_session(home, "heidelberg", profile=profile) as session:
        rights = session.desk.picture.rights
        assert rights.family(new) == (new, first.device.id, mine)
        assert rights.unratified() == ()
        assert profile.pending(session.log) is None


def test_a_fork_that_came_back_from_others_ends_the_old_key(home: Home, state: Path, tmp_path: Path) -> None:
    mine, _, _ = day(home, state, "one")
    shutil.copytree(home.root, tmp_path / "twin")
    twin = Home.open(tmp_path / "twin")
    shutil.copytree(state, tmp_path / "twin state")
    (twin.root / "keys" / "place.key").unlink()  # the other is out of sight
    day(home, state, "here")
    day(twin, tmp_path / "twin state", "there")  # a virtual machine that was cloned whole: nothing tells it apart

    def signed(of: Home, marks: Path) -> list[SignedEntry]:
        with open_session(of, "heidelberg", profile=Profile(of, open_vault(of.root), lambda: "computer A", marks)) as session:
            return session.writer.submit(lambda: [row.signed for row in session.log.signed()]).result()

    theirs = signed(twin, tmp_path / "twin state")
    with open_session(home, "heidelberg", profile=Profile(home, open_vault(home.root), lambda: "computer A", state)) as session:
        assert session.writer.submit(lambda: session.log.ingest(theirs, sender="hub")).result().forks
    new, found, told = day(home, state, "after")
    assert (new != mine, found) == (True, Copied.FORK)
    assert "a supervisor should revoke the copy" in str(told[0])


def test_a_computer_without_an_id_is_not_taken_for_another(home: Home, state: Path) -> None:
    profile = Profile(home, FileVault(home.root / "keys"), lambda: None, state)
    assert profile.secrets()[0].device.id == profile.secrets()[0].device.id
    assert profile.secrets()[1] is None


def test_this_computer_says_the_same_each_time() -> None:
    assert machine_id() == machine_id()


def test_tests_leave_no_mark_in_the_persons_own_folder() -> None:
    assert os.environ["COMMANDCENTER_STATE"]
