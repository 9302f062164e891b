"""A desk gets in by a code that works once, is known by its certificate ever after, and stays out once it is revoked."""

from __future__ import annotations

import asyncio
import shutil
import ssl
from collections.abc import Callable

import aiohttp
import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from commandcenter.hub.authority import DEVICE_DAYS, HUB_DAYS, Authority
from commandcenter.hub.replica import HubReplica
from commandcenter.log.memory import MemoryLog
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft
from commandcenter.model.errors import KnownError
from commandcenter.model.ids import derived_id
from commandcenter.sync.access import Access, TlsKey
from commandcenter.sync.join_code import JoinCode
from commandcenter.sync.join_messages import Wish, write_wish
from commandcenter.sync.joining import join, renew, welcome
from commandcenter.sync.messages import Batch, Comparison, write_batch, write_comparison

from .conftest import OPERATION, Site, SyncedDesk, wait_for

DAY_S = 86_400
BASE = f"/v1/operations/{OPERATION}"
HELLO = write_comparison(Comparison(OPERATION, bytes(32)))
NewDesk = Callable[..., SyncedDesk]


def device(number: int) -> DeviceKey:
    return DeviceKey(bytes([number]) * 32)


def test_desks_that_have_joined_keep_in_step_over_tls(site: Site, new_desk: NewDesk) -> None:
    hub = site.start()
    desks = [new_desk(number, hub.url, context=site.join(number).context()) for number in (1, 2)]
    for desk in desks:
        desk.write(3)
        desk.client.start()
    wait_for(lambda: [desk.count() for desk in desks] == [6, 6])
    wait_for(lambda: [desk.says() for desk in desks] == ["In step", "In step"])
    assert {one.device: one.name for one in site.registry.admissions()} == {device(1).id: "desk 1", device(2).id: "desk 2"}


def test_the_certificate_says_who_sent_something_whatever_a_header_claims(site: Site) -> None:
    hub = site.start()
    log = MemoryLog(OPERATION, device(5), FakeClock())
    log.append([Draft("UnitChanged", ())], actor=derived_id("ann"), heads=lambda _: ())
    (row,) = log.signed()
    forged = SignedEntry(row.signed.header, bytes(64), row.signed.sections)
    status, _ = site.ask(site.join(1), "POST", f"{BASE}/push", write_batch(Batch(OPERATION, (forged,))), **{"X-Device": device(9).id})
    (refused,) = HubReplica(hub.database, OPERATION, site.clock).quarantined()
    assert (status, refused.sender) == (200, f"{device(1).id} at 127.0.0.1")


def test_who_shows_no_certificate_may_join_and_nothing_else(site: Site) -> None:
    site.start()
    assert site.ask(None, "GET", "/health")[0] == 200
    assert site.ask(None, "GET", "/v1/authority") == (200, site.folder.authority_certificate())
    for path in ("compare", "pull", "news", "push", "acks"):
        assert site.ask(None, "POST", f"{BASE}/{path}", HELLO)[0] == 403
    assert site.ask(None, "GET", f"{BASE}/bell")[0] == 403
    assert site.ask(None, "GET", "/v1/me")[0] == 403
    assert site.ask(None, "POST", "/v1/renew", b"")[0] == 403
    assert site.ask(site.join(1), "POST", f"{BASE}/compare", HELLO)[0] == 200


def test_a_certificate_of_another_authority_is_worth_nothing(site: Site) -> None:
    site.start()
    key = TlsKey.new(device(1).id)
    certificate = Authority.new(0, "other").for_device(key.request, device(1).id, site.clock.wall_ms())
    access = site.access(1)
    access.keep(key, certificate.public_bytes(Encoding.DER), site.folder.authority_certificate(), ("https://x",))
    with pytest.raises(aiohttp.ClientError):
        site.ask(access, "GET", "/health")


def test_a_code_works_once_but_a_lost_answer_can_be_asked_for_again(site: Site) -> None:
    site.start()
    code = site.code()
    site.join(1, code)
    assert site.join(1, code).exists
    with pytest.raises(KnownError, match="used up"):
        site.join(2, code)
    assert [one.device for one in site.registry.admissions()] == [device(1).id]


def test_a_code_may_be_for_several_and_grows_old(site: Site) -> None:
    site.start()
    code = site.code(uses=2, hours=1)
    site.join(1, code)
    site.clock.advance(3_601)
    with pytest.raises(KnownError, match="too old"):
        site.join(2, code)


def test_an_impostor_does_not_get_the_secret(site: Site) -> None:
    site.start()
    code = JoinCode.read(site.code())
    with pytest.raises(KnownError, match="not the one of this join code"):
        asyncio.run(join(JoinCode(code.addresses, bytes(16), code.secret), device(1), "x", site.access(1)))
    assert (site.access(1).exists, site.registry.admissions()) == (False, [])


def test_a_desk_cannot_pose_as_the_hub(site: Site) -> None:
    site.start()
    access = site.join(1)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    access.load_into(server)
    with pytest.raises(ssl.SSLCertVerificationError):
        asyncio.run(_shake_hands(server, access))


async def _shake_hands(server: ssl.SSLContext, access: Access) -> None:
    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=server) as listening:
        port = listening.sockets[0].getsockname()[1]
        _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=access.context())
        writer.close()


def test_a_wish_that_the_device_did_not_sign_for_this_hub_is_refused(site: Site) -> None:
    site.start()
    secret = JoinCode.read(site.code()).secret
    key, ours = TlsKey.new(device(1).id), site.folder.authority().fingerprint
    good = Wish.of(device(1), key.request, ours, secret, "x")
    elsewhere = Wish.of(device(1), key.request, bytes(16), secret, "x")
    other = Wish(secret, good.request, device(2).public_key, good.signature, "x")
    no_request = Wish.of(device(1), b"rubbish", ours, secret, "x")
    statuses = [site.ask(None, "POST", "/v1/join", write_wish(wish))[0] for wish in (elsewhere, other, no_request, good)]
    assert statuses == [400, 400, 400, 200]
    assert site.ask(None, "POST", "/v1/join", b"rubbish")[0] == 400


def test_a_revoked_device_is_cut_off_at_every_process_and_stays_out(site: Site, new_desk: NewDesk) -> None:
    hub, other = site.start(), site.start()
    access = site.join(1)
    desk = new_desk(1, hub.url, context=access.context())
    desk.client.start()
    wait_for(lambda: desk.says() == "In step" and hub.hub.bells.count() == 1)
    site.registry.revoke([device(1).id], site.clock.wall_ms())
    wait_for(lambda: hub.hub.bells.count() == 0 and device(1).id in other.hub.door.revoked)
    status, said = site.ask(access, "POST", f"{BASE}/compare", HELLO)
    assert (status, b"revoked" in said) == (403, True)
    wait_for(lambda: desk.says().startswith("Offline"))
    with pytest.raises(KnownError, match="revoked"):
        site.join(1)


def test_an_old_backup_of_the_database_does_not_let_a_revoked_device_in(site: Site) -> None:
    hub = site.start()
    kept, lost = site.join(2), site.join(1)
    site.registry.revoke([device(1).id], site.clock.wall_ms())
    wait_for(lambda: site.folder.revoked() == {device(1).id})
    hub.stop()
    site.database_url += ".old"
    site.start()
    assert site.ask(lost, "GET", "/v1/me")[0] == 403
    assert site.ask(kept, "GET", "/v1/me")[0] == 200
    wait_for(lambda: site.registry.revoked() == {device(1).id})


def test_a_certificate_is_renewed_in_time_and_one_that_has_ended_renews_itself(site: Site) -> None:
    site.start()
    access = site.join(1)
    context = access.context()
    assert not asyncio.run(welcome(access, context)).renew
    site.clock.advance(DEVICE_DAYS * DAY_S / 2 + 60)
    assert asyncio.run(welcome(access, context)).renew
    site.clock.advance(DEVICE_DAYS * DAY_S)
    status, said = site.ask(access, "POST", f"{BASE}/compare", HELLO)
    assert (status, b"has ended" in said) == (403, True)
    before = access._device.read_bytes()
    asyncio.run(renew(access, device(1), context))
    assert access._device.read_bytes() != before
    assert not asyncio.run(welcome(access, context)).renew
    assert site.ask(access, "POST", f"{BASE}/compare", HELLO)[0] == 200
    (one,) = site.registry.admissions()
    assert one.ends_ms > site.clock.wall_ms()


def test_nobody_renews_for_another(site: Site) -> None:
    site.start()
    access = site.join(1)
    with pytest.raises(KnownError, match="another device"):
        asyncio.run(renew(access, device(2), access.context()))


def test_a_desk_whose_clock_stands_wrong_is_let_in(site: Site) -> None:
    site.start()
    site.clock.now_ms = 0  # the hub's own clock fell back to 1970
    assert site.ask(site.join(1), "POST", f"{BASE}/compare", HELLO)[0] == 200


def test_the_hub_renews_its_own_certificate_in_time(site: Site) -> None:
    site.start()
    access = site.join(1)
    assert not site.folder.renew_in_time(site.clock)
    site.clock.advance(HUB_DAYS * DAY_S * 0.8)
    before = site.folder.ends_ms()
    assert site.folder.renew_in_time(site.clock)
    assert site.folder.ends_ms() > before
    site.start()
    assert site.ask(access, "GET", "/health")[0] == 200


def test_another_process_may_run_without_the_authoritys_key(site: Site) -> None:
    site.start()
    code, access = site.code(), site.join(2)
    (site.folder.path / "authority.key").unlink()
    with pytest.raises(KnownError, match="nobody can join here"):
        site.join(1, code)
    assert site.ask(access, "GET", "/v1/me")[0] == 200
    assert not site.folder.renew_in_time(site.clock)


def test_init_again_keeps_the_authority_and_changes_the_addresses(site: Site) -> None:
    site.start()
    before, access = site.folder.authority().fingerprint, site.join(1)
    (address,) = site.folder.addresses
    site.folder.init((address, type(address)("hub.example", 9)), site.clock, "again")
    assert (site.folder.authority().fingerprint, len(site.folder.addresses)) == (before, 2)
    site.start()
    assert site.ask(access, "GET", "/v1/me")[0] == 200


def test_a_lost_key_of_the_authority_is_never_replaced_in_silence(site: Site) -> None:
    (site.folder.path / "authority.key").unlink()
    with pytest.raises(KnownError, match="not on this computer"):
        site.folder.init(site.folder.addresses, site.clock, "again")


def test_an_admission_without_its_vault_or_files_is_said(site: Site) -> None:
    site.start()
    access = site.join(1)
    with pytest.raises(KnownError, match="join the hub again"):
        Access(access._folder, site.access(9)._vault).context()
    (access._folder / "hub.json").write_text("{}")
    with pytest.raises(KnownError, match="join the hub again"):
        _ = access.urls
    shutil.rmtree(access._folder)
    assert (access.exists, access.urls) == (False, ())
    with pytest.raises(KnownError, match="join the hub again"):
        access.context()
