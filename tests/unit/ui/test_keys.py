"""Every key does one thing: a key that is bound twice does nothing."""

from __future__ import annotations

from collections import Counter

from commandcenter.ui.frame.keys import GROUPS


def test_no_key_is_bound_twice() -> None:
    bound = Counter(sequence for group in GROUPS if group.bound for key in group.keys for sequence in key.keys)
    assert [sequence for sequence, times in bound.items() if times > 1] == []
