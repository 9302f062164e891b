"""What the columns of a sheet are called in sentences that people read."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.model.sentences import Sentence, say

COLUMN_SAID: Mapping[str, Sentence] = {
    "number": say("number"),
    "time": say("scenario time"),
    "kind": say("kind"),
    "synopsis": say("synopsis"),
    "inject": say("what is said or shown"),
    "expected": say("expected response"),
    "objective": say("objective"),
    "trigger": say("trigger"),
    "deadline": say("deadline"),
    "match": say("match rule"),
    "weight": say("score weight"),
    "type": say("incident type"),
    "place": say("place"),
    "unit": say("callsign"),
    "details": say("details"),
    "further": say("further effects"),
}
"""Columns that can be wrong; `exercise.msel.COLUMNS` has their names in a sheet."""
