"""Personal data is erased everywhere by one entry, looks are noted, sharing is decided by entries, and an operation ends."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from commandcenter.log.sharing import PUBLIC, redact
from commandcenter.log.verify import audit
from commandcenter.model import commands as c
from commandcenter.model.entries import Changes, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import derived_id
from commandcenter.model.words import IncidentState
from commandcenter.picture.history import picture_of
from commandcenter.picture.persons import about_crew, about_person
from commandcenter.picture.privacy import sharing_of

from .conftest import Stage, at
from .test_taking_in import HERE, bring, desk_of


def test_an_erasure_reaches_every_desk_and_the_chain_stays_valid(grid: Any) -> None:
    async def shift() -> None:
        async with desk_of(1, grid) as (ann, ann_log), desk_of(2, grid) as (ben, ben_log):
            report = c.ReportIncident("fire.structure", HERE, "Mill Lane", caller_name="Eve Adams", caller_phone="555", text="smoke")
            incident = (await ann.submit(report)).created[0]
            await ben.take_in(bring(ann_log, ben_log))
            (call,) = ben.picture.calls()
            assert call.caller_name == "Eve Adams"
            with pytest.raises(Refused, match="reason"):
                await ann.submit(c.ErasePersonalData(((Kind.INCIDENT, incident),), c.Ground.REQUEST, " "))
            told: list[Changes] = []
            ann.subscribe(told.append)
            await ann.submit(c.ErasePersonalData(((Kind.INCIDENT, incident),), c.Ground.REQUEST, "asked by letter"))
            assert told[0].of(Kind.CALL) == {call.id}
            await ben.take_in(bring(ann_log, ben_log))
            for desk, log in ((ann, ann_log), (ben, ben_log)):
                (gone,) = desk.picture.calls()
                assert (gone.caller_name, gone.caller_phone, gone.address) == (None, None, "Mill Lane")
                assert not any(b"Eve" in sealed.body for row in log.signed() for sealed in row.signed.sections.values())
                assert audit(log.signed(), operation=log.operation, own_device=log.device, keys=log.device_keys()).ok
                assert desk.picture.privacy.held() == ()
                (view,) = desk.picture.privacy.erasures()
                assert (view.done, view.ground, view.reason, view.by) == (True, "request", "asked by letter", ann.actor)
                assert desk.picture.digest() == picture_of(log.operation, log.entries).digest()
            with pytest.raises(Refused, match="No personal data"):
                await ann.submit(c.ErasePersonalData(((Kind.INCIDENT, incident),), c.Ground.REQUEST, "again"))

    asyncio.run(shift())


def test_what_was_decreed_erased_is_erased_when_it_comes_later(grid: Any) -> None:
    async def shift() -> None:
        async with desk_of(1, grid) as (ann, ann_log), desk_of(2, grid) as (ben, ben_log), desk_of(3, grid) as (cat, cat_log):
            await ann.submit(c.TakeCall("fire.structure", HERE, "Mill Lane", caller_name="Eve"))
            await ben.take_in(bring(ann_log, ben_log))
            (call,) = ben.picture.calls()
            await ben.submit(c.ErasePersonalData(((Kind.CALL, call.id),), c.Ground.MISTAKE, "wrong desk"))
            decree = [row.signed for row in ben_log.feed(ben_log.device)]
            await cat.take_in(cat_log.ingest(decree, sender="ben").entries)
            assert [view.done for view in cat.picture.privacy.erasures()] == [True]
            await cat.take_in(bring(ann_log, cat_log))
            (late,) = cat.picture.calls()
            assert late.caller_name is None
            assert not any("pii" in row.signed.sections for row in cat_log.signed())
            taken = cat_log.ingest([row.signed for row in ann_log.signed()], sender="ann")
            assert taken.completed == []

    asyncio.run(shift())


def test_a_section_that_comes_later_is_shown(grid: Any) -> None:
    async def shift() -> None:
        async with desk_of(1, grid) as (ann, ann_log), desk_of(2, grid) as (ben, ben_log):
            await ann.submit(c.TakeCall("fire.structure", HERE, "Mill Lane", caller_name="Eve"))
            hidden = [row.signed.without("pii") for row in ann_log.signed()]
            await ben.take_in(ben_log.ingest(hidden, sender="hub").entries)
            assert ben.picture.calls()[0].caller_name is None
            taken = ben_log.ingest([row.signed for row in ann_log.signed()], sender="hub")
            await ben.take_in(taken.entries, completed=bool(taken.completed))
            assert ben.picture.calls()[0].caller_name == "Eve"

    asyncio.run(shift())


def test_looks_are_kept_with_who_looked_and_how_often(stage: Stage) -> None:
    call, other = derived_id("call"), derived_id("other")
    stage.do(c.RecordAccess((("call", call, 1_000, 3), ("call", other, 2_000, 1))))
    views = stage.picture.privacy.accesses()
    assert [(view.actor, view.entity, view.first_ms, view.times) for view in views] == [(stage.actor, other, 2_000, 1), (stage.actor, call, 1_000, 3)]
    with pytest.raises(Refused, match="From 1"):
        stage.do(c.RecordAccess(()))


def test_a_partner_gets_what_was_decided_and_its_copy_verifies(stage: Stage) -> None:
    partner = stage.do(c.AddPartner("Red Cross", "charity"))[0].writes[0].key.entity
    stage.do(c.TakeCall("fire.structure", at(1, 1), "Mill Lane", caller_name="Eve"))
    policy = stage.picture.privacy.sharing()
    assert (policy.sections(partner), policy.sections(PUBLIC)) == (frozenset({"op"}), frozenset())
    copies = [redact(row.signed, policy, partner) for row in stage.log.signed()]
    assert not any("pii" in signed.sections for signed in copies)
    assert all(redact(row.signed, policy, None) == row.signed for row in stage.log.signed())
    stage.do(c.SetSharing(partner, ("op", "pii")))
    stage.do(c.SetSharing(PUBLIC, ("op",)))
    policy = stage.picture.privacy.sharing()
    assert policy == sharing_of(entry for _, entry in stage.log.entries())
    assert (policy.sections(partner), policy.sections(PUBLIC)) == (frozenset({"op", "pii"}), frozenset({"op"}))
    for wrong, why in (((partner, ("op", "pii")), "already"), ((derived_id("nobody"), ("op",)), "not known"), ((partner, ("secrets",)), "no such")):
        with pytest.raises(Refused, match=why):
            stage.do(c.SetSharing(*wrong))


def test_an_operation_ends_once_all_is_done_and_then_nothing_more_is_written(grid: Any) -> None:
    async def shift() -> None:
        async with desk_of(1, grid) as (ann, _):
            incident = (await ann.submit(c.ReportIncident("fire.structure", HERE, "Mill Lane", caller_name="Eve"))).created[0]
            with pytest.raises(Refused, match="still open"):
                await ann.submit(c.CloseOperation())
            await ann.submit(c.SetIncidentState(incident, IncidentState.CANCELLED, "false alarm"))
            await ann.submit(c.CloseOperation("over"))
            assert ann.picture.closed()
            with pytest.raises(Refused, match="was ended"):
                await ann.submit(c.AddNote("one more thing"))
            await ann.submit(c.ErasePersonalData(((Kind.INCIDENT, incident),), c.Ground.RETENTION, "time is over"))

    asyncio.run(shift())


def test_an_incident_takes_its_patients_and_task_names_along_and_leaves_the_crews_at_work(stage: Stage) -> None:
    incident, unit = stage.incident(), stage.unit("E1")
    clinic = stage.do(c.AddFacility("St. Mary", "hospital", at(1, 1)))[0].writes[0].key.entity
    stage.do(c.ReportCapacity(clinic, "icu", 10, 0))
    stage.do(c.ReservePlaces(clinic, "icu", 1, incident, tag="T-1", who="Jo Fisher"))
    stage.do(c.AssignUnit(incident, unit))
    stage.do(c.SetTeam(unit, ("Kim Lee", "Li Wei")))
    stage.do(c.GiveTask(unit, "search the cellar", "Kim Lee"))
    (decree,) = stage.do(c.ErasePersonalData(((Kind.INCIDENT, incident),), c.Ground.REQUEST, "letter", ("pii", "med")))
    assert decree.about["count"] == 2
    decreed = {
        (trace.kind, trace.section)
        for entry, section in stage.picture.privacy.due()
        for trace in stage.picture.privacy.held()
        if trace.entry == entry
    }
    assert decreed == {(Kind.PLACEMENT, "med"), (Kind.TASK, "pii")}


def test_a_person_is_found_as_caller_patient_crew_and_contact(stage: Stage) -> None:
    unit = stage.unit("E1")
    clinic = stage.do(c.AddFacility("St. Mary", "hospital", at(1, 1)))[0].writes[0].key.entity
    stage.do(c.ReportCapacity(clinic, "icu", 10, 0))
    stage.do(c.TakeCall("fire.structure", at(1, 1), "Mill Lane", caller_name="Kim Lee"))
    stage.do(c.ReservePlaces(clinic, "icu", 1, who="kim lee, 40"))
    stage.do(c.SetTeam(unit, ("Kim Lee", "Li Wei")))
    stage.do(c.GiveTask(unit, "search the cellar", "Kim Lee"))
    stage.do(c.AddPartner("Red Cross", "charity", "Kim Lee 555"))
    found = about_person(stage.picture, " kim LEE")
    assert [kind for kind, _ in found] == [Kind.CALL, Kind.PLACEMENT, Kind.UNIT, Kind.TASK, Kind.PARTNER]
    assert (about_person(stage.picture, "  "), about_person(stage.picture, "nobody"), about_crew(stage.picture, "E9")) == ((), (), ())
    assert [kind for kind, _ in about_crew(stage.picture, "e1")] == [Kind.UNIT, Kind.TASK]
    (decree,) = stage.do(c.ErasePersonalData(found, c.Ground.REQUEST, "letter", ("pii", "med")))
    assert decree.about["count"] == 5
