"""Every rejection of a decision is kept in the log and read back as it was, also those of thousands of units."""

from __future__ import annotations

import json
import zlib
from typing import Any

import pytest

from commandcenter.dispatch.jsonform import kept_json, to_json
from commandcenter.dispatch.kept_rejections import MOST_TEXT_BYTES, KeptRejection, pack_rejections, rejections_of
from commandcenter.dispatch.recommend import recommend
from commandcenter.dispatch.recommendation import Recommendation, Rejection
from commandcenter.dispatch.situation import Request
from commandcenter.log.codec import MalformedError, decode, encode
from commandcenter.model import commands as c
from commandcenter.model.ids import derived_id
from commandcenter.model.sentences import Sentence, say
from commandcenter.model.words import LonLat, UnitStatus
from commandcenter.resources.catalogue import default_catalogue

from .test_bad_input import situation, unit

CATALOGUE = default_catalogue()


def many(grid: Any, count: int) -> Recommendation:
    """Everybody somewhere else, of four kinds, one in five busy."""
    kinds, busy = ("engine", "ladder", "als", "police"), {"status": UnitStatus.ON_SCENE, "incident": derived_id("other")}
    places = (LonLat(0.0007 * (n * 37 % 173), 0.0005 * (n * 61 % 199)) for n in range(count))
    units = (unit(n, at, kinds[n % 4], **(busy if n % 5 == 0 else {})) for n, at in enumerate(places))
    return recommend(Request("fire.structure", LonLat(0.05, 0.02)), situation(*units), CATALOGUE, grid)


def as_known(rejection: Rejection) -> tuple[str, str, int | None]:
    return rejection.callsign, str(rejection.reason), None if rejection.eta_s is None else round(rejection.eta_s)


def as_kept(rejection: KeptRejection) -> tuple[str, str, int | None]:
    return rejection.callsign, str(rejection.reason), rejection.eta_s


@pytest.mark.parametrize("count", [0, 1, 30, 2_000])
def test_every_rejection_is_read_back(grid: Any, count: int) -> None:
    answer = many(grid, count)
    kept: Any = decode(encode(kept_json(answer)))
    assert [as_kept(one) for one in rejections_of(kept)] == [as_known(one) for one in answer.rejected]
    assert kept["rejected_count"] == len(answer.rejected)


def test_two_thousand_take_a_fraction_of_what_the_log_takes_for_an_entry(grid: Any) -> None:
    answer = many(grid, 2_000)
    with pytest.raises(MalformedError):
        encode(to_json(answer))  # row by row they do not fit
    assert len(encode(kept_json(answer))) < 32 << 10


def test_those_who_were_sent_in_spite_stand_in_full(grid: Any) -> None:
    answer = many(grid, 30)
    last = answer.rejected[-1]
    kept: Any = kept_json(answer, sent={last.unit_id})
    assert [(row["unit_id"], row["reason"]) for row in kept["rejected"]] == [(last.unit_id, str(last.reason))]
    assert len(rejections_of(kept)) == len(answer.rejected)


def test_the_log_keeps_a_decision_over_ten_thousand_units(stage: Any, grid: Any) -> None:
    answer, incident = many(grid, 10_000), stage.incident("fire.structure")
    sent = stage.unit("X1", x=4, y=2)
    stage.do(c.AcceptRecommendation(incident, ((sent, "pump-1"),), shown=kept_json(answer), reason="it stands there"))
    (decision,) = stage.picture.decisions()
    assert len(rejections_of(decision.shown)) == len(answer.rejected) > 9_900


def test_of_more_than_fit_the_nearest_are_kept() -> None:
    rejections = [Rejection(derived_id(str(n)), f"E{n}", say("Arrives later: {eta}.", eta=str(n * n)), float(n)) for n in range(1_000)]
    found = rejections_of({"rejected_packed": pack_rejections(rejections, most_bytes=2_000)})
    assert 100 < len(found) < 1_000
    assert [as_kept(one) for one in found] == [as_known(one) for one in rejections[: len(found)]]


def test_decisions_of_older_programs_are_read_row_by_row(stage: Any, grid: Any) -> None:
    answer = many(grid, 30)
    assert [as_kept(one) for one in rejections_of(to_json(answer))] == [as_known(one) for one in answer.rejected]
    bare: Any = {"rejected": [{"callsign": "E1", "reason": "Is {busy}."}, "no row"]}
    assert rejections_of(bare) == [KeptRejection("E1", Sentence("Is {busy}."), None)]  # before there were sentences


COLUMNS: dict[str, Any] = {"callsigns": ["E1"], "eta_s": [60], "templates": ["Takes {km}."], "said": [0], "values": [{"km": [1.5]}]}
WRONG: list[dict[str, Any]] = [
    {"callsigns": None}, {"callsigns": [3]}, {"eta_s": 3}, {"said": [1]}, {"said": [-1]}, {"said": ["0"]}, {"said": []}, {"values": []},
    {"values": [3]}, {"values": [{"km": []}]}, {"values": [{"km": 3}]}, {"values": [{}]}, {"templates": [3]}, {"templates": ["{km.__class__}"]},
]  # fmt: skip


@pytest.mark.parametrize(
    "packed",
    [
        b"", b"no deflate", zlib.compress(b"no json"), zlib.compress(b"\xff"), zlib.compress(b"[" * 100_000), zlib.compress(b"3"),
        zlib.compress(b"1" * (MOST_TEXT_BYTES + 1)),
        *(zlib.compress(json.dumps({**COLUMNS, **wrong}).encode()) for wrong in WRONG),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_no_rejection(packed: bytes) -> None:
    assert rejections_of({"rejected_packed": packed}) == []


def test_the_form_is_as_documented() -> None:
    packed = zlib.compress(json.dumps(COLUMNS).encode())
    assert [as_kept(one) for one in rejections_of({"rejected_packed": packed})] == [("E1", "Takes 1.5.", 60)]
