"""Moments of an exercise as they are typed."""

from __future__ import annotations

import pytest

from commandcenter.model.errors import Refused
from commandcenter.ui.exercise.typed_time import last_at, next_at
from commandcenter.ui.i18n import formats

NOW_MS = 1_790_000_000_500
DAY_MS = 86_400_000


@pytest.mark.parametrize("minutes", [0, 1, 59, 60, 719, 1439])
def test_a_typed_time_is_the_next_or_the_last_of_its_kind(minutes: int) -> None:
    later_ms = (NOW_MS // 1000 + minutes * 60) * 1000
    text = f"{formats.local_time(later_ms):%H:%M:%S}"
    assert next_at(text, NOW_MS) == later_ms
    assert last_at(text.replace(":", "："), NOW_MS) == (later_ms if minutes == 0 else later_ms - DAY_MS)


@pytest.mark.parametrize("text", ["", "7", "24:00", "07:60", "07:05:61", "1:2:3:4", "soon", "-1:00"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="is no time"):
        next_at(text, NOW_MS)
