"""What every command log promises: the same suite runs on the one in memory and the one on disk."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from commandcenter.log.header import check_header, entry_id
from commandcenter.log.ledger import Ledger
from commandcenter.log.memory import MemoryLog
from commandcenter.log.sections import SealedSection
from commandcenter.log.signed import SignedEntry, read_entry
from commandcenter.log.signing import DeviceKey
from commandcenter.log.store import SqliteLog
from commandcenter.log.verify import audit
from commandcenter.model.clock import FakeClock
from commandcenter.model.entries import Draft, Entry, EntryId, Key, Kind, Section, Write
from commandcenter.model.errors import BugError, KnownError
from commandcenter.model.ids import Id, derived_id
from commandcenter.model.ports import CommandLog

OPERATION, ANN, UNIT, CALL = (derived_id(word) for word in ("operation", "ann", "unit", "call"))
CREW = Key(Kind.UNIT, UNIT, "crew")

NewLog = Callable[..., Ledger]


@pytest.fixture(params=["memory", "sqlite"])
def new_log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[NewLog]:
    opened: list[Ledger] = []

    def make(device: int = 1, clock: FakeClock | None = None, operation: Id = OPERATION) -> Ledger:
        key = DeviceKey(bytes([device]) * 32)
        log: Ledger
        if request.param == "memory":
            log = MemoryLog(operation, key, clock or FakeClock())
        else:
            path = tmp_path / f"{len(opened)}.db"
            log = SqliteLog(path, device=key, database_key=bytes(32), operation=operation, clock=clock or FakeClock())
        opened.append(log)
        return log

    yield make
    for log in opened:
        log.close()


def no_heads(_: Key) -> tuple[EntryId, ...]:
    return ()


def crew(size: int) -> Draft:
    return Draft("UnitChanged", (Write(CREW, size),))


def call() -> Draft:
    return Draft(
        "CallTaken",
        (Write(Key(Kind.CALL, CALL, "type"), "fire"), Write(Key(Kind.CALL, CALL, "caller_name"), "Eve", Section.PII)),
        about={"engine": "1.0"},
    )


def fill(log: CommandLog, count: int) -> list[Entry]:
    return [entry for size in range(count) for entry in log.append([crew(size)], actor=ANN, heads=no_heads)]


def feed(log: Ledger) -> list[SignedEntry]:
    return [row.signed for row in log.signed()]


def test_what_is_appended_is_read_back_in_order(new_log: NewLog) -> None:
    log = new_log()
    appended = [*fill(log, 3), *log.append([call()], actor=ANN, heads=no_heads)]
    assert [entry for _, entry in log.entries()] == appended
    assert [position for position, _ in log.entries(after=2)] == [3, 4]
    assert log.count() == 4
    assert log.get(appended[1].id) == appended[1]
    assert log.get(EntryId(bytes(32))) is None
    assert (log.operation, {entry.device for entry in appended}) == (OPERATION, {log.device})


def test_entries_are_read_from_any_place_on_while_more_come_and_say_what_their_bytes_say(new_log: NewLog) -> None:
    log = new_log()
    drafts = [draft for size in range(251) for draft in (crew(size), call(), Draft("NoteAdded", ()))]
    log.append(drafts[:600], actor=ANN, heads=no_heads)
    read = []
    for position, entry in log.entries(after=3):
        read.append((position, entry))
        if position == 550:
            log.append(drafts[600:], actor=ANN, heads=no_heads)
        if position == 20:
            log.erase(log.append([call()], actor=ANN, heads=no_heads)[0].id, Section.PII)
    assert read == [(row.position, read_entry(row.signed)) for row in log.signed(after=3)]
    assert [position for position, _ in read] == list(range(4, 755))
    assert [entry.withheld for _, entry in read if entry.withheld] == [(Section.PII,)]
    assert {len(entry.writes) for _, entry in read} == {0, 1, 2}


def test_entries_of_a_feed_are_chained_without_holes(new_log: NewLog) -> None:
    entries = fill(new_log(), 4)
    assert [entry.seq for entry in entries] == [1, 2, 3, 4]
    assert [entry.prev for entry in entries] == [bytes(32), *(entry.id for entry in entries[:-1])]
    assert [entry.hlc for entry in entries] == sorted({entry.hlc for entry in entries})


def test_values_sections_and_facts_survive(new_log: NewLog) -> None:
    (entry,) = new_log().append([call()], actor=ANN, heads=no_heads)
    assert {(write.key.field, write.value, write.section) for write in entry.writes} == {("type", "fire", "op"), ("caller_name", "Eve", "pii")}
    assert (entry.about, entry.actor, entry.withheld) == ({"engine": "1.0"}, ANN, ())


def test_basis_is_what_the_picture_shows_unless_the_draft_says_so(new_log: NewLog) -> None:
    log = new_log()
    first, second = fill(log, 2)
    (shown,) = log.append([crew(3)], actor=ANN, heads=lambda _: (first.id, second.id))
    assert set(shown.bases[CREW.opaque()]) == {first.id[:16], second.id[:16]}
    (explicit,) = log.append([Draft("UnitChanged", (Write(CREW, 4),), bases={CREW: (first.id,)})], actor=ANN, heads=lambda _: (second.id,))
    assert explicit.bases[CREW.opaque()] == (first.id[:16],)


def test_a_later_draft_of_a_batch_supersedes_an_earlier_one(new_log: NewLog) -> None:
    log = new_log()
    (old,) = fill(log, 1)
    first, second = log.append([crew(5), crew(6)], actor=ANN, heads=lambda _: (old.id,))
    assert first.bases[CREW.opaque()] == (old.id[:16],)
    assert second.bases[CREW.opaque()] == (first.id[:16],)


def test_what_a_batch_leaves_standing_is_superseded_by_its_later_drafts(new_log: NewLog) -> None:
    log = new_log()
    one, two = fill(log, 2)
    some, rest = log.append([Draft("UnitChanged", (Write(CREW, 3),), bases={CREW: (one.id,)}), crew(4)], actor=ANN, heads=lambda _: (one.id, two.id))
    assert some.bases[CREW.opaque()] == (one.id[:16],)
    assert set(rest.bases[CREW.opaque()]) == {two.id[:16], some.id[:16]}


def test_a_batch_is_stored_whole_or_not_at_all(new_log: NewLog) -> None:
    log = new_log()
    fill(log, 1)
    with pytest.raises(KnownError, match="too large"):
        log.append([crew(7), Draft("NoteAdded", (Write(CREW, "x" * 200_000),))], actor=ANN, heads=no_heads)
    with pytest.raises(BugError):
        log.append([crew(7), Draft("UnitChanged", (Write(CREW, 1), Write(CREW, 2)))], actor=ANN, heads=no_heads)
    assert log.count() == 1
    assert fill(log, 1)[0].seq == 2
    assert log.append([], actor=ANN, heads=no_heads) == ()


def test_another_device_takes_everything_in_and_verifies_it(new_log: NewLog) -> None:
    mine, theirs = new_log(1), new_log(2)
    entries = fill(mine, 5)
    result = theirs.ingest(feed(mine), sender="desk 1")
    assert [entry for _, entry in result.entries] == entries == [entry for _, entry in theirs.entries()]
    assert [position for position, _ in result.entries] == [1, 2, 3, 4, 5]
    again = theirs.ingest(feed(mine), sender="desk 1")
    assert (again.duplicates, again.entries, theirs.count()) == (5, [], 5)
    fill(theirs, 2)
    assert audit(theirs.signed(), operation=OPERATION, own_device=theirs.device, keys=theirs.device_keys()).ok


def test_a_gap_is_refused_and_filled_later(new_log: NewLog) -> None:
    mine, theirs = new_log(1), new_log(2)
    fill(mine, 4)
    one, two, three, four = feed(mine)
    result = theirs.ingest([one, three, four], sender="desk 1")
    assert (len(result.entries), result.gaps) == (1, [(mine.device, 3), (mine.device, 4)])
    assert len(theirs.ingest([two, three, four], sender="desk 1").entries) == 3


def test_withheld_sections_do_not_stop_verification(new_log: NewLog) -> None:
    mine, partner = new_log(1), new_log(2)
    (full,) = mine.append([call()], actor=ANN, heads=no_heads)
    ((_, entry),) = partner.ingest([signed.without("pii") for signed in feed(mine)], sender="desk 1").entries
    assert (entry.id, entry.withheld) == (full.id, ("pii",))
    assert [write.value for write in entry.writes] == ["fire"]
    nothing = new_log(3)
    hidden = [signed.without("op", "pii") for signed in feed(mine)]
    assert nothing.ingest(hidden, sender="desk 1").quarantined == 1
    assert len(nothing.ingest(hidden, sender="desk 1", keys=mine.device_keys()).entries) == 1


def test_forged_and_broken_entries_are_quarantined_with_their_sender(new_log: NewLog) -> None:
    mine, theirs = new_log(1), new_log(2)
    mine.append([call()], actor=ANN, heads=no_heads)
    (good,) = feed(mine)
    op = good.sections["op"]
    forged = [
        SignedEntry(good.header, bytes(64), good.sections),
        SignedEntry(good.header[:-1], good.signature, good.sections),
        SignedEntry(good.header, good.signature, {**good.sections, "op": SealedSection(op.salt, op.body + b"\0")}),
        SignedEntry(good.header, good.signature, {**good.sections, "med": op}),
        SignedEntry(good.header, good.signature[:-1], good.sections),
    ]
    result = theirs.ingest(forged, sender="stick of Bob")
    assert (result.quarantined, result.entries, theirs.count()) == (5, [], 0)
    assert {refused.sender for refused in theirs.quarantined()} == {"stick of Bob"}
    assert len(theirs.ingest([good], sender="desk 1").entries) == 1


def test_a_device_that_signs_in_the_name_of_another_is_quarantined(new_log: NewLog) -> None:
    victim, thief = DeviceKey(b"\1" * 32), DeviceKey(b"t" * 32)
    thief.id = victim.id
    forged = MemoryLog(OPERATION, thief, FakeClock())
    fill(forged, 1)
    log = new_log(2)
    assert log.ingest(feed(forged), sender="thief", keys={victim.id: thief.public_key}).quarantined == 1
    assert log.count() == 0


@pytest.mark.parametrize(("seq", "prev"), [(1, b"x" * 32), (3, b"x" * 32), (2, b"x" * 32), (4, b"x" * 32)])
def test_a_signed_entry_that_names_a_wrong_one_before_it_is_refused(new_log: NewLog, seq: int, prev: bytes) -> None:
    mine, theirs = new_log(1), new_log(2)
    fill(mine, 2)
    theirs.ingest(feed(mine), sender="desk 1")
    header = check_header(feed(mine)[1].header)
    raw = header._replace(seq=seq, prev=prev).encoded()
    signed = SignedEntry(raw, DeviceKey(b"\1" * 32).sign(entry_id(raw)), feed(mine)[1].sections)
    result = theirs.ingest([signed], sender="desk 1")
    assert (result.gaps, result.entries, theirs.count()) == ([(mine.device, seq)], [], 2)


def test_another_operation_is_not_let_in(new_log: NewLog) -> None:
    other = new_log(1, operation=derived_id("other"))
    fill(other, 1)
    log = new_log(2)
    assert log.ingest(feed(other), sender="desk 1").quarantined == 1
    assert "another operation" in log.quarantined()[0].reason


def test_a_fork_is_kept_and_flagged_and_both_branches_go_on(new_log: NewLog) -> None:
    clock = FakeClock()
    left, right, third = new_log(1, clock), new_log(1), new_log(2)
    fill(left, 2)
    right.ingest(feed(left), sender="copy")
    fill(left, 2)
    clock.advance(60)
    right.append([crew(50), crew(51)], actor=ANN, heads=no_heads)
    third.ingest(feed(left), sender="left")
    result = third.ingest(feed(right), sender="right")
    assert (result.forks, third.count()) == ([(left.device, 3), (left.device, 4)], 6)
    assert third.forks() == [(left.device, 3), (left.device, 4)]
    report = audit(third.signed(), operation=OPERATION, own_device=third.device, keys={})
    assert (report.ok, report.forks) == (True, ((left.device, 3), (left.device, 4)))


def test_a_clock_far_ahead_is_flagged_and_does_not_advance_ours(new_log: NewLog) -> None:
    ahead, near = FakeClock(), FakeClock()
    ahead.advance(3_600)
    near.advance(59)
    theirs, log = new_log(1, ahead), new_log(2)
    (late,) = fill(theirs, 1)
    result = log.ingest(feed(theirs), sender="desk 1")
    assert result.ahead == [late.id]
    assert fill(log, 1)[0].hlc < late.hlc
    friend = new_log(3, near)
    (soon,) = fill(friend, 1)
    assert log.ingest(feed(friend), sender="desk 3").ahead == []
    assert fill(log, 1)[0].hlc > soon.hlc


def test_an_erased_section_is_gone_and_the_chain_still_verifies(new_log: NewLog) -> None:
    log = new_log()
    (entry,) = log.append([call()], actor=ANN, heads=no_heads)
    fill(log, 1)
    assert log.erase(entry.id, "pii")
    assert not log.erase(entry.id, "pii")
    kept = log.get(entry.id)
    assert kept is not None
    assert (kept.withheld, [write.value for write in kept.writes]) == (("pii",), ["fire"])
    assert audit(log.signed(), operation=OPERATION, own_device=log.device, keys={}).ok


@pytest.mark.parametrize("seed", range(5))
def test_any_interleaving_of_feeds_ends_in_the_same_set(new_log: NewLog, seed: int) -> None:
    sources = [new_log(device) for device in (1, 2, 3)]
    for source in sources:
        fill(source, 4)
    target = new_log(9)
    mixed = [signed for source in sources for signed in feed(source)]
    random.Random(seed).shuffle(mixed)
    rounds = 0
    while target.count() < 12:
        target.ingest(mixed, sender="mix")
        rounds += 1
    assert rounds <= 4
    assert {entry.id for _, entry in target.entries()} == {signed.id for signed in mixed}


def test_marks_are_kept_beside_the_log(new_log: NewLog) -> None:
    log = new_log()
    assert (log.mark("sent:hub"), log.own_seq()) == (0, 0)
    fill(log, 3)
    log.set_mark("sent:hub", 2)
    log.set_mark("sent:hub", 3)
    assert (log.mark("sent:hub"), log.mark("other"), log.own_seq(), log.count()) == (3, 0, 3, 3)


def test_a_section_that_was_withheld_is_taken_in_later_and_a_forged_or_erased_one_is_not(new_log: NewLog) -> None:
    ours, theirs = new_log(1), new_log(2)
    (entry,) = ours.append([call()], actor=ANN, heads=no_heads)
    (row,) = ours.signed()
    keys = ours.device_keys()
    theirs.ingest([row.signed.without("pii")], sender="hub", keys=keys)
    hidden = theirs.get(entry.id)
    assert hidden is not None
    assert ([write.value for write in hidden.writes], hidden.withheld) == (["fire"], ("pii",))
    sealed = row.signed.sections["pii"]
    forged = replace(row.signed, sections={"pii": replace(sealed, body=sealed.body.replace(b"Eve", b"Ann"))})
    refused = theirs.ingest([forged], sender="a liar")
    assert (refused.completed, refused.quarantined) == ([], 1)
    taken = theirs.ingest([row.signed], sender="hub")
    assert [(position, one.withheld, "Eve" in [write.value for write in one.writes]) for position, one in taken.completed] == [(1, (), True)]
    assert theirs.get(entry.id) == entry
    assert theirs.ingest([row.signed], sender="hub").completed == []
    assert theirs.erase(entry.id, "pii")
    assert theirs.ingest([row.signed], sender="hub").completed == []
    erased = theirs.get(entry.id)
    assert erased is not None
    assert erased.withheld == ("pii",)


def test_what_is_appended_at_once_is_one_commit_or_nothing(new_log: NewLog) -> None:
    clock = FakeClock()
    log = new_log(clock=clock)
    (first,) = log.append([crew(1)], actor=ANN, heads=no_heads)
    with pytest.raises(ZeroDivisionError), log.at_once():
        log.append([crew(2)], actor=ANN, heads=no_heads)
        raise ZeroDivisionError
    assert [entry.id for _, entry in log.entries()] == [first.id]
    with log.at_once():
        for size in (3, 4):
            clock.advance(60)
            log.append([crew(size)], actor=UNIT if size == 3 else ANN, heads=no_heads)
    entries = [entry for _, entry in log.entries()]
    assert [(entry.seq, entry.actor, entry.writes[0].value) for entry in entries] == [(1, ANN, 1), (2, UNIT, 3), (3, ANN, 4)]
    assert entries[2].wall_ms - entries[1].wall_ms == 60_000
    assert audit(log.signed(), operation=OPERATION, own_device=log.device, keys={}).ok
    log.append([crew(5)], actor=ANN, heads=no_heads)
    assert log.count() == 4
