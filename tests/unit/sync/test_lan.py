"""Desks of one network meet without a hub: safely, without storms, and each knows what the others have."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import socket
import ssl
import tempfile
import time
from collections import Counter
from dataclasses import replace

import aiohttp
import pytest

from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id
from commandcenter.sync import keeper
from commandcenter.sync.lan import shares
from commandcenter.sync.lan.certificates import LanIdentity, device_behind
from commandcenter.sync.limits import Limits

from .lan_desks import KEY, OPERATION, LanDesk, NewDesk, count_questions, in_step, wait_for


def test_two_desks_meet_at_a_typed_address_and_keep_in_step(new_desk: NewDesk) -> None:
    ann = new_desk(1).start()
    assert ann.says() == "Waiting for other desks"
    ann.write(700)
    ben = new_desk(2, typed=(ann.address,))
    ben.write(3)
    ben.start()
    in_step(ann, ben)
    assert ann.count() == 703
    assert ann.says() == ben.says() == "In step with 1 desk"
    for number in range(6):
        (ann, ben)[number % 2].write()
    wait_for(lambda: ann.count() == ben.count() == 709)
    in_step(ann, ben)
    assert ann.picture.digest() == ben.picture.digest()
    assert any(str(state.sentence()).startswith("Catching up") for state in ben.states)


def test_a_caller_that_never_shakes_hands_is_cut_when_the_desk_meets_others_no_more(new_desk: NewDesk) -> None:
    ann = new_desk(1).start()
    with socket.create_connection(("127.0.0.1", ann.port), timeout=60) as silent:
        ben = new_desk(2, typed=(ann.address,)).start()  # called after the silent one: so that one was let in before
        in_step(ann, ben)
        ann.client.set_lan(None)
        with contextlib.suppress(ConnectionResetError):
            assert silent.recv(1) == b""


def test_a_full_disk_is_said_and_desks_meet_once_there_is_room(new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    full, real = [True, True, True], tempfile.TemporaryDirectory

    def folder() -> tempfile.TemporaryDirectory[str]:
        if full and full.pop():
            raise OSError(errno.ENOSPC, "No space left on device")
        return real()

    monkeypatch.setattr(tempfile, "TemporaryDirectory", folder)
    ann = new_desk(1).start()
    ben = new_desk(2, typed=(ann.address,)).start()
    ann.write(3)
    in_step(ann, ben)
    notes = [state.lan.note for state in ann.states if state.lan is not None]
    assert "Other desks of this network cannot be met: No space left on device. It is tried again and again." in map(str, notes)
    assert notes[-1] is None


def test_three_desks_pass_on_what_the_third_cannot_get_itself(new_desk: NewDesk) -> None:
    ben = new_desk(2).start()
    ann, cleo = new_desk(1, typed=(ben.address,)).start(), new_desk(3, typed=(ben.address,)).start()
    wait_for(lambda: len(ben.connected()) == 2)
    ann.write(5)
    cleo.write(7)
    wait_for(lambda: ann.count() == ben.count() == cleo.count() == 12)
    in_step(ann, ben, cleo)
    assert ann.connected() == cleo.connected() == {ben.id}


def calls(desks: list[LanDesk]) -> int:
    return sum(len(desk.client._circle._server.callers()) for desk in desks if desk.client._circle is not None)


def quiet(asked: Counter[str]) -> dict[str, int]:
    """Wait until nobody has asked anything for two seconds; return what was asked until then."""
    before: dict[str, int] = {"not": -1}
    while before != asked:
        before = dict(asked)
        time.sleep(2)
    return before


def test_desks_that_know_each_other_keep_one_connection_a_pair_and_do_not_storm(new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "ACK_S", (0.1, 0.4))
    asked = count_questions(monkeypatch)
    desks = [new_desk(number).start() for number in range(1, 5)]
    choices = [replace(desk.options, typed=tuple(other.address for other in desks if other is not desk), port=desk.port) for desk in desks]
    for desk, options in zip(desks, choices, strict=True):  # who begins anew listens to nobody for a moment
        desk.client.set_lan(options)
    wait_for(lambda: all(len(desk.connected()) == 3 for desk in desks), lambda: [desk.connected() for desk in desks])
    for desk in desks:
        desk.write(1)
    wait_for(lambda: {desk.count() for desk in desks} == {4})
    in_step(*desks)
    wait_for(lambda: calls(desks) == 6, lambda: calls(desks))
    quiet(asked)
    asked.clear()
    desks[0].write(1)
    wait_for(lambda: {desk.count() for desk in desks} == {5})
    in_step(*desks)
    spent = quiet(asked)
    assert 3 <= spent.get("push", 0) + spent.get("news", 0) + spent.get("pull", 0) <= 9, spent
    assert sum(spent.values()) <= 60, spent


def test_what_is_on_which_device_is_known_and_survives_a_restart(new_desk: NewDesk) -> None:
    ann = new_desk(1).start()
    entry = ann.write()
    wait_for(lambda: dict(ann.client.book.holders(ann.id, entry.seq, entry.id)).keys() == {ann.id})
    ben = new_desk(2, typed=(ann.address,)).start()
    wait_for(lambda: ben.id in dict(ann.client.book.holders(ann.id, entry.seq, entry.id)))
    later = ann.write()
    wait_for(lambda: ben.id in dict(ann.client.book.holders(ann.id, later.seq, later.id)))
    ben.client.stop()
    wait_for(lambda: ann.says().startswith("Offline since"))
    last = ann.write()
    wait_for(lambda: ann.says().endswith(" 1 unsent"))
    assert ben.id not in dict(ann.client.book.holders(ann.id, last.seq, last.id))
    assert ben.id in dict(ann.client.book.holders(ann.id, later.seq, later.id))


def test_a_desk_of_another_operation_is_not_let_in_and_is_told_why(new_desk: NewDesk) -> None:
    ann = new_desk(1).start()
    other = new_desk(2, typed=(ann.address,), operation=derived_id("elsewhere"), key=b"x" * 32).start()
    wait_for(lambda: any("another operation" in str(said) for said in other.client.status.details()), lambda: other.client.status)
    assert ann.connected() == frozenset()


def test_a_caller_without_the_key_gets_no_answer(new_desk: NewDesk) -> None:
    ann = new_desk(1).start()
    host, port = ann.address.split(":")
    stranger = LanIdentity(OPERATION, b"guessed key" + bytes(21), DeviceKey(bytes([7]) * 32)).client()
    stranger.verify_mode = ssl.CERT_NONE
    answer = b""
    with (
        socket.create_connection((host, int(port))) as raw,
        stranger.wrap_socket(raw) as wrapped,
        contextlib.suppress(ssl.SSLError, ConnectionError),
    ):
        wrapped.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        answer = wrapped.recv(1)
    assert answer == b""


def test_a_certificate_without_the_devices_word_names_nobody() -> None:
    with pytest.raises(KnownError, match="does not say who it is"):
        device_behind(None)


def test_a_revoked_device_is_not_let_in(new_desk: NewDesk) -> None:
    ann = new_desk(1)
    ben = new_desk(2)
    ann.revoked.add(ben.id)
    ann.start()
    ben.options = replace(ben.options, typed=(ann.address,))
    ben.client._lan_options = ben.options
    ann.write(3)
    ben.start()
    wait_for(lambda: any("was revoked" in str(said) for said in ben.client.status.details()), lambda: ben.client.status)
    assert ben.count() == 0
    assert ann.connected() == frozenset()


def test_its_own_address_leads_nowhere(new_desk: NewDesk) -> None:
    ann = new_desk(1).start()
    ann.client.set_lan(replace(ann.options, typed=(ann.address,), port=ann.port))
    wait_for(lambda: any("this desk itself" in str(said) for said in ann.client.status.details()), lambda: ann.client.status)


def test_a_clock_that_stands_wrong_is_spoken_of_and_holds_up_nothing(new_desk: NewDesk) -> None:
    ann = new_desk(1).start()
    late = FakeClock(round(time.time() * 1000) - 7_200_000)
    ben = new_desk(2, typed=(ann.address,), clock=late)
    ben.write()
    ben.start()
    wait_for(lambda: ann.count() == 1)
    wait_for(lambda: any("120 min behind" in str(said) for said in ben.client.status.details()), lambda: ben.client.status)
    in_step(ann, ben)


def test_lan_can_be_switched_off_and_on(new_desk: NewDesk) -> None:
    ann = new_desk(1).start()
    ann.client.set_lan(None)
    wait_for(lambda: ann.says() == "Local only")
    ann.client.set_lan(ann.options)
    wait_for(lambda: ann.listening)


@pytest.mark.parametrize("verb", ["pull", "positions", "fetch"])
def test_a_greedy_device_waits_and_the_others_do_not(new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch, verb: str) -> None:
    monkeypatch.setattr(shares, "Limits", lambda: Limits(requests_per_s=0.001, request_burst=200))
    ann = new_desk(1).start()

    async def asked(number: int, times: int) -> list[tuple[bool, str]]:
        context = LanIdentity(OPERATION, KEY, DeviceKey(bytes([number]) * 32)).client()
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=context)) as http:
            answers = []
            for _ in range(times):
                async with http.post(f"https://{ann.address}/v1/operations/{OPERATION}/{verb}", data=b"x") as answer:
                    answers.append((answer.status == 429, answer.headers.get("Retry-After", "")))
            return answers

    answers = asyncio.run(asked(7, 202))
    assert [held for held, _ in answers] == [False] * 200 + [True] * 2
    assert all(float(retry) > 1 for held, retry in answers if held)
    assert asyncio.run(asked(8, 1)) == [(False, "")]
    ben = new_desk(2, typed=(ann.address,))
    ben.write(30)
    ben.start()
    in_step(ann, ben)


def test_a_desk_that_catches_up_stays_far_below_its_share(new_desk: NewDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    ann = new_desk(1).start()
    ann.write(3_000)
    asked = count_questions(monkeypatch)
    ben = new_desk(2, typed=(ann.address,)).start()
    in_step(ann, ben)
    assert ben.count() == 3_000
    assert asked.total() * 100_000 / 3_000 < 2 * Limits().request_burst, asked
