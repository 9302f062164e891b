"""The hub signs checkpoints of what it holds, co-signs what desks bring, and a desk keeps them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from commandcenter.app.integrity import Integrity
from commandcenter.hub.notary import HubNotary
from commandcenter.log.checkpoint import take
from commandcenter.log.codec import MalformedError
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.errors import Cancelled, KnownError
from commandcenter.model.ids import derived_id
from commandcenter.picture.rights import Rights
from commandcenter.sync.checkpoints import ask_for_checkpoint, read_exchange, write_exchange
from commandcenter.sync.http import Partner
from commandcenter.sync.whole import whole

from .conftest import OPERATION, RunningHub, SyncedDesk, wait_for

HUB_KEY = DeviceKey(b"h" * 32)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[RunningHub]:
    running = RunningHub(f"sqlite:///{tmp_path / 'hub.db'}", notary=HubNotary(HUB_KEY, tmp_path / "kept", FakeClock()))
    yield running
    running.stop()


def test_the_hub_signs_what_it_holds_and_says_the_same_again_while_nothing_is_new(hub: RunningHub) -> None:
    partner, desk = Partner((hub.url,)), SyncedDesk(1, hub.url)
    assert ask_for_checkpoint(partner, OPERATION, desk.log.device, None) is None
    desk.client.start()
    desk.write(5)
    wait_for(lambda: ask_for_checkpoint(partner, OPERATION, desk.log.device, None) is not None)
    wait_for(lambda: (found := ask_for_checkpoint(partner, OPERATION, desk.log.device, None)) is not None and found.said.entries == 5)
    first = ask_for_checkpoint(partner, OPERATION, desk.log.device, None)
    assert first is not None
    assert first.signers == (HUB_KEY.id,)
    assert first == ask_for_checkpoint(partner, OPERATION, desk.log.device, None)
    ours = take(desk.log, 7).signed_by(DeviceKey(b"\x01" * 32))
    assert ours.said.root == first.said.root
    both = ask_for_checkpoint(partner, OPERATION, desk.log.device, ours)
    assert both is not None
    desk.client.stop()
    desk.writer.shutdown()


def test_a_desk_keeps_the_hubs_checkpoint_once_it_has_all_that_it_names(hub: RunningHub, tmp_path: Path) -> None:
    desk = SyncedDesk(1, hub.url)
    desk.client.start()
    desk.write(3)
    partner = Partner((hub.url,))
    wait_for(lambda: (found := ask_for_checkpoint(partner, OPERATION, desk.log.device, None)) is not None and found.said.entries == 3)
    desk.client.stop()

    def integrity(of: SyncedDesk, folder: str) -> Integrity:
        seat = SimpleNamespace(clock=FakeClock(), picture=SimpleNamespace(rights=Rights(OPERATION)))
        return Integrity(cast(Any, seat), of.log, of.writer, DeviceKey(b"\x01" * 32), tmp_path / folder)

    kept = asyncio.run(integrity(desk, "a").exchange(partner))
    assert kept is not None
    assert kept.signers == (HUB_KEY.id[:8],)
    behind = SyncedDesk(2, hub.url)
    assert asyncio.run(integrity(behind, "b").exchange(partner)) is None
    assert asyncio.run(integrity(behind, "b").checkpoints()) == ()
    ours = integrity(desk, "a")
    asyncio.run(ours.sign())
    asyncio.run(ours.exchange(partner))
    found = asyncio.run(integrity(desk, "a").checkpoints())
    assert {row.entries for row in found} == {3}
    said = asyncio.run(ours.verify(SimpleNamespace(report=lambda stage, done, total: None)))
    assert said.params["n"] == 3

    def stop(stage: str, done: float, total: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        asyncio.run(ours.verify(SimpleNamespace(report=stop)))
    del desk.log._rows._rows[-1]  # type: ignore[attr-defined] # the tail is removed
    with pytest.raises(KnownError, match="is gone"):
        asyncio.run(ours.verify(SimpleNamespace(report=lambda stage, done, total: None)))
    for one in (desk, behind):
        one.writer.shutdown()


def test_an_exchange_about_another_operation_or_with_a_forged_checkpoint_is_refused(tmp_path: Path) -> None:
    desk = SyncedDesk(1)
    desk._append(2)
    good = take(desk.log, 7).signed_by(HUB_KEY)
    assert read_exchange(write_exchange(OPERATION, good)) == (OPERATION, good)
    assert read_exchange(write_exchange(OPERATION, None)) == (OPERATION, None)
    for wrong in (write_exchange(derived_id("another"), good), b"rubbish", write_exchange(OPERATION, good)[:-1]):
        with pytest.raises(MalformedError):
            read_exchange(wrong)
    notary = HubNotary(HUB_KEY, tmp_path, FakeClock())
    stranger = SyncedDesk(2)
    stranger._append(1)
    foreign = take(stranger.log, 8).signed_by(DeviceKey(b"s" * 32))
    answer = notary.exchange(desk.log, foreign)
    assert answer is not None
    assert answer.said.entries == 2
    assert len(list((tmp_path / OPERATION).iterdir())) == 1
    for one in (desk, stranger):
        one.writer.shutdown()


def test_all_that_a_hub_has_is_fetched_to_heal_a_log_from(hub: RunningHub) -> None:
    desk, partner = SyncedDesk(1, hub.url), Partner((hub.url,))
    desk.write(1_200)
    desk.client.start()
    wait_for(lambda: (found := ask_for_checkpoint(partner, OPERATION, desk.log.device, None)) is not None and found.said.entries == 1_200)
    desk.client.stop()
    fetched = list(whole(partner, OPERATION, desk.log.device))
    assert len(fetched) > 1
    assert [signed.id for batch in fetched for signed in batch.entries] == [row.id for row in desk.log.signed()]
    desk.writer.shutdown()
    with pytest.raises(KnownError, match="does not answer"):
        list(whole(Partner(("http://127.0.0.1:1",)), OPERATION, desk.log.device))
