"""Callbacks come, go and change the list while it is gone through."""

from __future__ import annotations

from commandcenter.app.callbacks import Callbacks


def test_all_are_told_in_order_until_they_go() -> None:
    callbacks, heard = Callbacks(), list[str]()
    callbacks.tell()
    first = callbacks.add(lambda: heard.append("first"))
    callbacks.add(lambda: heard.append("second"))
    callbacks.tell()
    first()
    first()
    callbacks.tell()
    assert heard == ["first", "second", "second"]


def test_the_same_function_twice_is_told_twice_and_goes_once() -> None:
    callbacks, heard = Callbacks(), list[int]()

    def hear() -> None:
        heard.append(1)

    callbacks.add(hear)
    second = callbacks.add(hear)
    callbacks.tell()
    second()
    callbacks.tell()
    assert len(heard) == 3


def test_one_that_goes_or_comes_while_all_are_told() -> None:
    callbacks, heard = Callbacks(), list[str]()

    def leave() -> None:
        gone()
        callbacks.add(lambda: heard.append("new"))

    gone = callbacks.add(leave)
    callbacks.tell()
    assert heard == []
    callbacks.tell()
    assert heard == ["new"]
