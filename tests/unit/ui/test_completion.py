"""What the command line offers behind every word, and its history, without a window."""

from __future__ import annotations

import pytest

from commandcenter.ui.command_line.completion import complete
from commandcenter.ui.command_line.history import History
from commandcenter.ui.command_line.popup import ICONS

from .known_words import KNOWN


def test_completion_offers_what_the_window_has() -> None:
    assert [c.line for c in complete("open s", KNOWN)] == ["open 统计"]
    assert [c.line for c in complete("layer nat", KNOWN)] == ["layer Natural disasters"]
    assert [c.line for c in complete("reach E", KNOWN)] == ["reach E1 ", "reach E2 "]


def test_completion_offers_verbs_units_incidents_types_statuses_and_places() -> None:
    assert complete("mer", KNOWN)[0].line == "merge "
    assert [c.line for c in complete("d 42 E", KNOWN)] == ["d 42 E1 ", "d 42 E2 "]
    assert [c.line for c in complete("d 42 E1 E", KNOWN)] == ["d 42 E1 E2 "]
    assert [c.line for c in complete("close ", KNOWN)] == ["close 42 ", "close 43 "]
    assert [c.line for c in complete("reopen ", KNOWN)] == ["reopen 41 ", "reopen 40 "]
    assert complete("new card", KNOWN)[0].line == "new medical.cardiac "
    assert complete("new 车", KNOWN)[0].line == "new fire.vehicle "
    assert [c.line for c in complete("E1 o", KNOWN)][:2] == ["E1 os", "E1 oos"]
    assert [c.line for c in complete("new fire Mill", KNOWN)] == ["new fire Mill Lane 12", "new fire Mill Street"]


def test_every_offer_begins_with_what_was_typed_before() -> None:
    for line in ("d 42 E", "new fire Mill", "merge 43 into 4", "msg "):
        assert all(offer.line.startswith(line.rsplit(" ", 1)[0]) for offer in complete(line, KNOWN))


def test_history_walks_back_and_forth_and_keeps_the_draft() -> None:
    history = History(["first"])
    history.add("second")
    history.add("second")
    assert history.lines == ["first", "second"]
    assert [history.older("dra"), history.older("dra"), history.older("dra")] == ["second", "first", "first"]
    assert [history.newer(""), history.newer(""), history.newer("x")] == ["second", "dra", "x"]


@pytest.mark.parametrize(
    ("line", "offers"),
    [
        ("closure Mill", ["closure Mill Street"]),
        ("closure end ", ["closure end Old bridge"]),
        ("closure Mill Street ; f", ["closure Mill Street ; flood"]),
        ("hazard 200 Mill", ["hazard 200 Mill Lane 12", "hazard 200 Mill Street"]),
        ("around 5", ["around 500 "]),
        ("close 42 f", ["close 42 false alarm"]),
        ("grade 42 ", ["grade 42 1 ", "grade 42 2 ", "grade 42 3 ", "grade 42 4 "]),
        ("type 42 card", ["type 42 medical.cardiac"]),
        ("hand ", ["hand 42 ", "hand E1 "]),
        ("settle ", ["settle 42 "]),
        ("settle 42 ", ["settle 42 1", "settle 42 2", "settle 42 ask "]),
        ("split ", ["split 40 "]),
        ("withdraw E1", ["withdraw E1 "]),
        ("ask 20 blan", ["ask 20 blanket "]),
        ("ask 20 blanket from Cen", ["ask 20 blanket from Central depot"]),
        ("ask 20 blanket from North for 42", ["ask 20 blanket from North for 42 "]),
        ("transfer ", ["transfer 42 "]),
        ("transfer 42 y", ["transfer 42 yes "]),
        ("keep 2 emer", ["keep 2 emergency "]),
        ("placed ", ["placed E1 "]),
        ("placed E1 a", ["placed E1 arrived "]),
        ("print 21", ["print 211 ", "print 213 ", "print 214 "]),
        ("print 214 4", ["print 214 42 ", "print 214 43 "]),
        ("timer end ch", ["timer end check the wind"]),
        ("resume ", ["resume 1"]),
        ("late 14:05 E1 o", ["late 14:05 E1 os", "late 14:05 E1 oos"]),
        ("late 14:05 close 42 f", ["late 14:05 close 42 false alarm"]),
    ],
)
def test_every_verb_completes(line: str, offers: list[str]) -> None:
    assert [offer.line for offer in complete(line, KNOWN)][: len(offers)] == offers


def test_every_kind_of_offer_has_its_sign() -> None:
    lines = ("", "d 42 ", "msg ", "msg E1 =", "new ", "E1 ", "go Mill", "open ", "grade 42 ")
    assert {offer.kind for line in lines for offer in complete(line, KNOWN)} <= set(ICONS)
