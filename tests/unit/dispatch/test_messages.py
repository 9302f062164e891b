from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from commandcenter.dispatch.radio import check_word, compare, radio_text, read_blocks, same_check, spelled
from commandcenter.model import commands as c
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.model.words import LonLat, OrderState
from commandcenter.picture.messages import MessageView

FILE = c.NewFile(bytes(32), 12_345, bytes(range(32)), "roof.jpg", "image/jpeg", b"small")


def sent(stage: Any, command: c.SendMessage) -> MessageView:
    ident = stage.do(command)[0].writes[0].key.entity
    found = stage.picture.words.message(ident)
    assert isinstance(found, MessageView)
    return found


def group(stage: Any, name: str, **members: Any) -> Id:
    return Id(stage.do(c.SaveGroup(name, **members))[0].writes[0].key.entity)


def test_who_gets_a_message_is_decided_when_it_is_sent(stage: Any) -> None:
    one, two, far = stage.unit("E1"), stage.unit("M1", "ambulance"), stage.unit("M2", "ambulance")
    ident = group(stage, "all ambulances", kinds=("ambulance",))
    message = sent(stage, c.SendMessage("Refuel now", group_id=ident))
    assert (set(message.to), message.group) == ({two, far}, ident)
    stage.unit("M3", "ambulance")
    assert set(stage.picture.words.message(message.id).to) == {two, far}
    assert stage.picture.lines(2)[1].summary["to"] == "all ambulances (M1, M2)"
    assert set(sent(stage, c.SendMessage("To all", everybody=True)).to) >= {one, two, far}


def test_criteria_narrow_each_other_and_hand_picked_units_are_added(stage: Any) -> None:
    north = stage.do(c.AddStation("North", "fire", LonLat(8.0, 49.0)))[0].writes[0].key.entity
    inside, engine = stage.unit("M1", "ambulance", station=north), stage.unit("E1", station=north)
    outside, picked = stage.unit("M2", "ambulance"), stage.unit("L1", "ladder")
    ident = group(stage, "North medics", units=(picked,), stations=(north,), kinds=("ambulance",))
    assert set(sent(stage, c.SendMessage("Come in", group_id=ident)).to) == {inside, picked}
    assert engine not in sent(stage, c.SendMessage("Again", group_id=ident)).to and outside != inside


def test_a_message_about_an_incident_goes_to_its_units_but_not_back_to_its_author(stage: Any) -> None:
    incident, one, two = stage.incident(), stage.unit("E1"), stage.unit("E2")
    stage.do(c.AssignUnit(incident, one))
    stage.do(c.AssignUnit(incident, two))
    assert set(sent(stage, c.SendMessage("Wind turns", incident)).to) == {one, two}
    assert sent(stage, c.SendMessage("Water is out", incident, one, from_unit=True)).to == (two,)


def test_a_message_is_read_once_by_each_and_not_by_its_author(stage: Any) -> None:
    one, two = stage.unit("E1"), stage.unit("E2")
    message = sent(stage, c.SendMessage("Turn back", unit_ids=(one, two)))
    stage.do(c.ReadMessages((message.id,), one))
    assert list(stage.picture.words.message(message.id).read) == [one]
    assert stage.picture.words.message(message.id).unread() == (two,)
    assert stage.do(c.ReadMessages((message.id,), one)) == ()
    assert stage.do(c.ReadMessages((message.id,))) == ()  # whoever wrote it need not say so


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (c.SendMessage("  "), "message is empty"),
        (c.SendMessage("x" * 4001), "4,000 characters"),
        (c.SendMessage("x", group_id=Id("f" * 32)), "group is not known"),
        (c.SendMessage("", files=(c.NewFile(b"short", 1, bytes(32), "a", "text/plain"),)), "not what it should be"),
        (c.SendMessage("x", files=(FILE,) * 11), "10 files at most"),
        (c.SendMessage("x", files=(replace(FILE, preview=bytes(16_001)),)), "preview of roof.jpg is too large"),
        (c.ReadMessages(()), "From 1 to 200"),
        (c.ReadMessages((Id("f" * 32),)), "message is not known"),
        (c.SaveGroup(" "), "name of the group is empty"),
        (c.SaveGroup("nobody"), "needs units, a station"),
        (c.SaveGroup("x" * 41, kinds=("ambulance",)), "40 characters"),
        (c.SaveGroup("E1", kinds=("ambulance",)), "is a unit or an incident"),
    ],
)
def test_what_cannot_be_is_refused(stage: Any, command: c.Command, why: str) -> None:
    stage.unit("E1")
    with pytest.raises(Refused, match=why):
        stage.do(command)


def test_an_empty_group_and_a_second_one_of_that_name_are_refused(stage: Any) -> None:
    ident = group(stage, "boats", kinds=("boat_trailer",))
    with pytest.raises(Refused, match="Nobody belongs to the group boats now"):
        stage.do(c.SendMessage("Launch", group_id=ident))
    with pytest.raises(Refused, match="a group Boats already"):
        stage.do(c.SaveGroup("Boats", kinds=("ambulance",)))
    stage.do(c.DropGroup(ident))
    assert stage.picture.words.groups() == ()
    stage.do(c.SaveGroup("Boats", kinds=("ambulance",)))


def test_an_attachment_keeps_name_key_and_preview_in_its_section(stage: Any) -> None:
    incident = stage.incident()
    message = sent(stage, c.SendMessage("", incident, files=(FILE,)))
    (file,) = stage.picture.words.files_of(message.id)
    assert (file.name, file.media, file.size, file.preview, file.readable) == ("roof.jpg", "image/jpeg", 12_345, b"small", True)
    assert "roof.jpg" not in str(stage.picture.lines(1)[0].summary)
    stage.do(c.ErasePersonalData((("attachment", file.id),), c.Ground.REQUEST, "asked for it"))
    assert [trace.kind for trace in stage.picture.privacy.held()] == ["attachment"]


def test_a_file_without_personal_data_is_removed_with_a_reason(stage: Any) -> None:
    message = sent(stage, c.SendMessage("", files=(c.NewFile(bytes(32), 5, bytes(32), "track.gpx", "application/gpx+xml", b"", "op"),)))
    (file,) = stage.picture.words.files_of(message.id)
    stage.do(c.RemoveAttachment(file.id, "wrong track"))
    (file,) = stage.picture.words.files_of(message.id)
    assert (file.removed, file.readable) == ("wrong track", False)
    with pytest.raises(Refused, match="removed already: wrong track"):
        stage.do(c.RemoveAttachment(file.id, "again"))


def test_orders_are_read_out_in_short_numbered_lines_and_read_back(stage: Any) -> None:
    one, two = stage.unit("E1"), stage.unit("M3")
    ident = stage.do(c.SendOrder("Open the roof, then vent the stairs on the north side of the house", (one, two)))[0].writes[0].key.entity
    order = stage.picture.duty.order(ident)
    text = radio_text([order], stage.picture, ["14:02"])
    assert text.splitlines()[:4] == ["ORDER 1 OF 1", "1 TO E1 (ECHO ONE)", "2 TO M3 (MIKE THREE)", "3 AT 14:02"]
    assert all(len(line) <= 48 for line in text.splitlines())
    (back,) = compare(read_blocks(f"they said:\n{text.lower()}"), stage.picture)
    assert (back.order, back.fault) == (order, None)
    stage.do(c.ReadBackOrder(ident, back.block.check))
    order = stage.picture.duty.order(ident)
    assert set(order.read_back) == {one, two} and order.answers[one].state == OrderState.READ
    with pytest.raises(Refused, match="read back already"):
        stage.do(c.ReadBackOrder(ident, back.block.check))


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("ROOF", "DOOR", "Misheard; it says: Open the roof"),
        ("TO E1", "TO E2", "It goes to E1"),
        ("CHECK ", "CHECK NO ", "No order here has the check word"),
    ],
)
def test_what_was_misheard_is_said(stage: Any, old: str, new: str, why: str) -> None:
    ident = stage.do(c.SendOrder("Open the roof", (stage.unit("E1"),)))[0].writes[0].key.entity
    text = radio_text([stage.picture.duty.order(ident)], stage.picture, ["14:02"], chinese=False)
    (back,) = compare(read_blocks(text.replace(old, new, 1)), stage.picture)
    assert back.fault is not None and why in str(back.fault)
    with pytest.raises(Refused, match="is not the check word"):
        stage.do(c.ReadBackOrder(ident, "no such"))


def test_a_chinese_read_out_is_read_back_too(stage: Any) -> None:
    ident = stage.do(c.SendOrder("打开屋顶", (stage.unit("E1"),)))[0].writes[0].key.entity
    text = radio_text([stage.picture.duty.order(ident)], stage.picture, ["14:02"], chinese=True)
    (back,) = compare(read_blocks(text), stage.picture)
    assert back.fault is None and back.block.text == "打开屋顶"


def test_a_check_word_may_be_said_by_its_letters() -> None:
    word = check_word(["E1"], "Open the roof")
    first, second = word.split()
    assert same_check(f"{first[0]}{second[0]}", word) and same_check(f"{first.lower()}-{second.lower()}", word)
    assert not same_check(first, word) and not same_check("", word)
    assert check_word(["e1"], "open  the ROOF!") == word
    assert spelled("M12") == "MIKE ONE TWO"
