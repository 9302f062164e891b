"""Whole runs: injects and what follows from them, equal runs, rewinding and branching."""

from __future__ import annotations

import asyncio

import pytest

from commandcenter.exercise.course import Course, run_key, run_operation
from commandcenter.exercise.decisions import Occasion
from commandcenter.exercise.guide import Hint
from commandcenter.exercise.injects import Standing
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.report import markdown
from commandcenter.exercise.review import Bookmark, CorrectiveAction, Notebook, review
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.rules import parse_rules
from commandcenter.exercise.scenario import GuideStep, Text
from commandcenter.model.commands import AssignUnit, MergeIncident, ReleaseUnit, SendMessage, SetIncidentState
from commandcenter.model.entries import Entry, EntryType, Kind
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, derived_id, is_exercise
from commandcenter.model.words import IncidentState, UnitStatus
from tests.unit.exercise.town import MINUTE, START_MS, inject, make_course, play, scenario

E1, A1 = derived_id("unit", "E1"), derived_id("unit", "A1")
BUSY = scenario(
    *(inject(str(n), 3 * n, x=n % 12, y=(2 * n) % 8, type_=("medical.fall", "traffic.collision", "fire.rubbish")[n % 3]) for n in range(1, 30)),
    minutes=240,
)


def standing(course: Course, number: str) -> Standing:
    found = course.injects.play(number)
    assert found is not None
    return found.standing


def incident(course: Course, number: str) -> Id:
    found = course.injects.incident_of(number)
    assert found is not None
    return found


def test_an_expected_action_is_seen_in_time_late_or_never() -> None:
    rows = [inject(str(n), n, match="dispatched", deadline=5, y=n) for n in (1, 2, 3)]

    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 4 * MINUTE)
        assert course.injects.fulfilment() == (0, 3)
        await course.desk.submit(AssignUnit(incident(course, "1"), A1))
        await course.advance_to(START_MS + 20 * MINUTE)
        assert [standing(course, n) for n in "123"] == [Standing.FULFILLED, Standing.MISSED, Standing.MISSED]
        await course.desk.submit(AssignUnit(incident(course, "2"), E1))
        await course.advance_to(START_MS + 21 * MINUTE)
        assert [standing(course, n) for n in "123"] == [Standing.FULFILLED, Standing.LATE, Standing.MISSED]
        assert course.injects.fulfilment() == (1, 3)

    play(work, scenario(*rows))


def test_contingency_fires_when_the_action_is_missing_and_conditional_when_it_is_there() -> None:
    def rows() -> list[object]:
        return [
            inject("1", 1, match="dispatched", deadline=4),
            inject("2", 1, "information", "", place="", trigger="missing 1"),
            inject("3", 2, "information", "", place="", trigger="after 1"),
            inject("4", 0, "information", "", place="", trigger="fired 3"),
        ]

    async def idle(course: Course) -> None:
        await course.advance_to(START_MS + 30 * MINUTE)
        assert [standing(course, n) for n in "1234"] == [Standing.MISSED, Standing.FIRED, Standing.PLANNED, Standing.PLANNED]
        fired = course.injects.play("2")
        assert fired is not None
        assert fired.fired_ms == START_MS + 6 * MINUTE

    async def busy(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        await course.desk.submit(AssignUnit(incident(course, "1"), A1))
        await course.advance_to(START_MS + 30 * MINUTE)
        assert [standing(course, n) for n in "1234"] == [Standing.FULFILLED, Standing.PLANNED, Standing.FIRED, Standing.FIRED]

    play(idle, scenario(*rows()))  # type: ignore[arg-type]
    play(busy, scenario(*rows()))  # type: ignore[arg-type]


def test_what_an_inject_says_itself_fulfils_nothing() -> None:
    rows = (
        inject("1", 1, "radio", "", place="", match="message contains=inject", deadline=9),
        inject("2", 2, "radio", "", place=""),
    )

    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 5 * MINUTE)
        assert standing(course, "1") is Standing.WAITING
        await course.desk.submit(SendMessage("about the INJECT"))
        await course.advance_to(START_MS + 6 * MINUTE)
        assert standing(course, "1") is Standing.FULFILLED

    play(work, scenario(*rows))


@pytest.mark.parametrize(
    ("rule", "command"),
    [
        ("merged into=2", lambda c: MergeIncident(incident(c, "1"), incident(c, "2"))),
        ("triaged", lambda c: SetIncidentState(incident(c, "1"), IncidentState.TRIAGED)),
        ("closed", lambda c: SetIncidentState(incident(c, "1"), IncidentState.CANCELLED)),
        ("dispatched capability=transport unit=A1", lambda c: AssignUnit(incident(c, "1"), A1)),
    ],
)
def test_match_rules(rule: str, command: object) -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 3 * MINUTE)
        assert standing(course, "1") is Standing.WAITING
        await course.desk.submit(command(course))  # type: ignore[operator]
        await course.advance_to(START_MS + 4 * MINUTE)
        assert standing(course, "1") is Standing.FULFILLED

    play(work, scenario(inject("1", 1, match=rule), inject("2", 2)))


def test_every_kind_of_inject_does_what_it_says() -> None:
    rows = (
        inject("1", 1),
        inject("2", 2, "breakdown", "", place="", unit="E2"),
        inject("3", 2, "closure", "", x=9, y=4, details={"minutes": "10"}),
        inject("4", 2, "shortage", "", place="", details={"depot": "Depot", "item": "sandbag", "quantity": "40"}),
        inject("5", 2, "patient", "", place="", details={"incident": "1", "count": "3", "alarm": "2"}),
        inject("6", 2, "reinforcement", "", x=1, y=1, unit="X9", details={"kind": "ambulance"}),
        inject("7", 3, "network_loss", "", place="", details={"minutes": "10"}),
        inject("8", 3, "sensor", "fire.alarm"),
        inject("9", 3, "warning", "", place=""),
        inject("10", 3, "gps_loss", "", place="", unit="E1"),
    )

    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 5 * MINUTE)
        picture = course.desk.picture
        assert {u.callsign: u.status for u in picture.units()}["E2"] is UnitStatus.OUT_OF_SERVICE
        assert "X9" in {u.callsign for u in picture.units()}
        assert [c.in_force(course.clock.wall_ms()) for c in picture.closures()] == [True]
        assert picture.depots()[0].free("sandbag") == 60
        first = picture.incident(incident(course, "1"))
        assert first is not None
        assert first.alarm_level == 2
        assert {i.type for i in picture.incidents()} == {"medical.fall", "fire.alarm"}
        crew = course.crews.crew(E1)
        assert crew is not None
        assert crew.silent_until_ms > course.clock.wall_ms()
        assert [play.standing for _, play in course.injects.all()] == [Standing.FIRED] * 10
        await course.advance_to(START_MS + 13 * MINUTE)
        assert [c.in_force(course.clock.wall_ms()) for c in picture.closures()] == [False]

    play(work, scenario(*rows))


def test_a_guide_shows_the_first_step_that_is_not_done() -> None:
    steps = tuple(GuideStep(Text({"en": text}), parse_rules(rule), "1") for text, rule in (("send", "dispatched"), ("close", "closed")))

    async def work(course: Course) -> None:
        assert course.next_inject_ms() == START_MS + MINUTE
        assert course.injects.hint() == Hint(steps[0].text, Text(), None)
        await course.advance_to(START_MS + 2 * MINUTE)
        assert course.next_inject_ms() is None
        await course.desk.submit(AssignUnit(incident(course, "1"), A1))
        assert course.injects.hint() == Hint(steps[1].text, Text(), START_MS + MINUTE)
        await course.desk.submit(ReleaseUnit(A1))
        await course.desk.submit(SetIncidentState(incident(course, "1"), IncidentState.CLOSED))
        assert course.injects.hint() is None

    play(work, scenario(inject("1", 1), guide=steps))


def test_controllers_fire_skip_and_edit_live() -> None:
    async def work(course: Course) -> None:
        course.injects.fire_now("1")
        course.injects.skip("2")
        course.injects.edit(inject("3", 40))
        await course.advance_to(START_MS + 30 * MINUTE)
        assert [standing(course, n) for n in "123"] == [Standing.FIRED, Standing.SKIPPED, Standing.PLANNED]
        with pytest.raises(Refused):
            course.injects.skip("1")
        with pytest.raises(Refused):
            course.injects.fire_now("99")
        await course.advance_to(START_MS + 41 * MINUTE)
        assert standing(course, "3") is Standing.FIRED

    play(work, scenario(inject("1", 60), inject("2", 10), inject("3", 20)))


def test_an_inject_that_the_region_will_not_have_fails_and_says_so() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 5 * MINUTE)
        assert [standing(course, n) for n in "12"] == [Standing.FAILED, Standing.FAILED]
        assert course.injects.fulfilment() == (0, 0)

    play(work, scenario(inject("1", 1, place="Nowhere"), inject("2", 1, "breakdown", "", place="", unit="E99")))


async def to_the_end(course: Course) -> str:
    await course.advance_to(course.scenario.end_ms)
    return course.digest()


def test_equal_runs_have_equal_logs_and_another_seed_another_one() -> None:
    first, second, other = (play(to_the_end, BUSY, seed=seed, player=True) for seed in (4, 4, 5))
    assert first == second
    assert first != other


def test_a_run_played_in_small_steps_is_the_same_run() -> None:
    async def stepwise(course: Course) -> str:
        for minute in range(240):
            await course.advance_to(START_MS + minute * MINUTE + 17_001)
            course.crews.show_positions()
        return await to_the_end(course)

    assert play(stepwise, BUSY, player=True) == play(to_the_end, BUSY, player=True)


def test_the_virtual_player_sends_and_closes() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(course.scenario.end_ms)
        incidents = course.desk.picture.incidents()
        assert len(incidents) == 29
        assert sum(i.state is IncidentState.CLOSED for i in incidents) > len(incidents) / 2
        found = review(course)
        assert found.speed.first_dispatch_median_s == 20.0
        assert found.correctness.plan_over == 0

    play(work, BUSY, player=True)


def test_a_player_who_trusts_the_engine_decides_as_the_engine_in_hindsight() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(course.scenario.end_ms)
        decisions = [d for d in review(course).decisions if d.occasion is not Occasion.NOBODY]
        assert len(decisions) > 10
        assert [d for d in decisions if not d.same] == []
        assert all(d.sent_first_eta_s == d.advised_first_eta_s for d in decisions)

    play(work, BUSY, player=True)


def test_what_happens_in_one_moment_stands_in_the_report_in_the_order_in_which_it_came() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + MINUTE)
        await course.desk.submit(AssignUnit(incident(course, "1"), A1))
        await course.advance_to(START_MS + 2 * MINUTE)
        written = markdown(review(course))
        timeline = written[written.index("## Timeline") :]
        said = [timeline.index(words) for words in ("| inject 1 |", "| incident 1: sent |", "| inject 1: fulfilled |")]
        assert said == sorted(said)

    play(work, scenario(inject("1", 1, match="dispatched", deadline=5)))


def test_another_choice_than_the_engine_s_is_shown_with_what_it_cost() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 2 * MINUTE)
        await course.desk.submit(AssignUnit(incident(course, "1"), derived_id("unit", "A2")))
        (decision,) = review(course).decisions
        assert (decision.sent, decision.advised, decision.same) == (("A2",), ("A1",), False)
        assert decision.sent_first_eta_s is not None
        assert decision.advised_first_eta_s is not None
        assert decision.sent_first_eta_s > decision.advised_first_eta_s
        assert "| A2 |" in markdown(review(course))

    play(work, scenario(inject("1", 1, x=3)))


def story(entries: list[Entry], until_ms: int) -> list[object]:
    """What a log tells, without the operation's own id and signatures."""
    return [(e.type, e.wall_ms, [(w.key.kind, w.key.field, w.value) for w in e.writes]) for e in entries if e.wall_ms <= until_ms]


@pytest.mark.parametrize("minute", [0, 1, 37, 59.999, 60, 121.5])
def test_a_branch_tells_the_same_past_and_goes_its_own_way(minute: float) -> None:
    moment = START_MS + round(minute * MINUTE)

    async def whole() -> None:
        course = make_course(BUSY, player=True)
        await course.begin()
        await course.advance_to(START_MS + 20 * MINUTE)
        await course.desk.submit(SendMessage("hold on"))
        await course.advance_to(START_MS + 50 * MINUTE + 20_000)
        await course.desk.submit(SetIncidentState(incident(course, "16"), IncidentState.CANCELLED))
        await course.advance_to(START_MS + 150 * MINUTE)
        before = course.digest()
        twin = await branch(course, moment, in_memory(run_key(course.scenario, course.settings)), 1)
        assert twin.clock.wall_ms() == moment
        assert twin.operation != course.operation
        assert is_exercise(twin.operation)
        past = story([e for _, e in course.log.entries()], moment)
        assert story([e for _, e in twin.log.entries()], moment) == past
        await twin.desk.submit(SendMessage("this time differently"))
        await twin.advance_to(START_MS + 150 * MINUTE)
        assert course.digest() == before
        texts = [line.summary.get("text") for line in twin.desk.picture.lines(5000) if line.type == EntryType.MESSAGE_SENT]
        assert "this time differently" in texts
        await course.close()
        await twin.close()

    asyncio.run(whole())


def test_a_branch_that_changes_nothing_ends_as_the_first_run_did() -> None:
    async def whole() -> None:
        course = make_course(BUSY, player=True)
        await course.begin()
        await course.advance_to(START_MS + 200 * MINUTE)
        twin = await branch(course, START_MS + 90 * MINUTE, in_memory(run_key(course.scenario, course.settings)), 1)
        await twin.advance_to(START_MS + 200 * MINUTE)
        end = START_MS + 200 * MINUTE
        assert story([e for _, e in twin.log.entries()], end) == story([e for _, e in course.log.entries()], end)
        assert twin.tracks.latest() == course.tracks.latest()
        assert twin.crews.drives == course.crews.drives
        await course.close()
        await twin.close()

    asyncio.run(whole())


def test_nobody_goes_where_the_exercise_has_not_been() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + MINUTE)
        for moment in (START_MS - MINUTE, START_MS + 2 * MINUTE):
            with pytest.raises(Refused):
                await branch(course, moment, in_memory(run_key(course.scenario, course.settings)), 1)

    play(work, BUSY)


def test_the_review_and_its_report_carry_the_mark() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 30 * MINUTE)
        notes = Notebook([Bookmark(START_MS, "a | b")], [], ["well done"], [CorrectiveAction("train merging", "Ada", "2026-12-01")])
        found = review(course, notes)
        text = markdown(found)
        assert text.startswith("**EXERCISE / 演练**")
        assert text.rstrip().endswith("**EXERCISE / 演练**")
        assert "a \\| b" in text
        assert "train merging" in text
        assert "演练总结报告" in markdown(found, "zh")
        assert found.timeline[0].type == EntryType.OPERATION_OPENED

    play(work, BUSY, player=True)


def test_the_operation_of_a_run_is_repeatable_and_marked() -> None:
    async def work(course: Course) -> None:
        assert course.operation == run_operation(course.scenario, course.settings)
        assert is_exercise(course.operation)
        opened = next(iter(course.log.entries()))[1]
        assert {w.key.field: w.value for w in opened.writes if w.key.kind == Kind.OPERATION}["exercise"] is True

    play(work, BUSY)
