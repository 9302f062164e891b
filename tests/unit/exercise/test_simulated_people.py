"""What simulated people say comes from them, not from the player: it arrives unread, and says who speaks."""

from __future__ import annotations

from commandcenter.exercise.course import PLAYER, Course, run_key
from commandcenter.exercise.memory import in_memory
from commandcenter.exercise.rewind import branch
from commandcenter.exercise.seat import PEOPLE
from commandcenter.model.commands import AddNote, SendMessage
from commandcenter.model.entries import EntryType
from tests.unit.exercise.town import MINUTE, START_MS, inject, play, scenario

RADIO = scenario(
    inject("1", 1, "radio", "", place="", sender="Harbour office"),
    inject("2", 2, "radio", "", place="", sender="E1", unit="E1"),
    inject("3", 3, "warning", "", place="", sender="Weather service"),
)


def spoken(course: Course) -> list[tuple[str, str]]:
    return [(message.text, message.by) for message in course.desk.picture.words.messages()]


def test_a_radio_message_without_a_unit_names_its_sender_and_is_not_the_player_s() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 5 * MINUTE)
        assert spoken(course) == [("Harbour office: inject 1", PEOPLE), ("inject 2", PEOPLE)]
        assert course.desk.picture.operator_name(PEOPLE) == "Simulated people"
        notes = [entry for _, entry in course.log.entries() if entry.type == EntryType.NOTE_ADDED]
        assert [entry.actor for entry in notes] == [PEOPLE]
        assert "Weather service: inject 3" in str(notes[0].writes)

    play(work, RADIO)


def test_what_the_player_says_is_the_player_s_also_in_a_branch() -> None:
    async def work(course: Course) -> None:
        await course.advance_to(START_MS + 3 * MINUTE + MINUTE // 2)
        await course.desk.submit(SendMessage("understood"))
        await course.desk.submit(AddNote("noted"))
        await course.advance_to(START_MS + 5 * MINUTE)
        twin = await branch(course, START_MS + 4 * MINUTE, in_memory(run_key(course.scenario, course.settings)), 1)
        for one in (course, twin):
            assert spoken(one)[-1] == ("understood", PLAYER)
            assert spoken(one)[0] == ("Harbour office: inject 1", PEOPLE)
        await twin.close()

    play(work, RADIO)
