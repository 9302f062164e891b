"""The words for what decided that it is this unit."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.dispatch.recommendation import Binding
from commandcenter.ui.i18n.tr import mark

BINDINGS: Mapping[Binding, str] = {
    Binding.ONLY: mark("nobody else can"),
    Binding.FIRST: mark("there first"),
    Binding.WHOLE: mark("best for the whole"),
    Binding.DIVERTED: mark("taken off something less urgent"),
    Binding.COVER: mark("keeps the region covered"),
    Binding.CREW: mark("brings missing people"),
    Binding.AMOUNT: mark("brings a missing amount"),
    Binding.ADDS_MOST: mark("adds most to the coverage"),
}
