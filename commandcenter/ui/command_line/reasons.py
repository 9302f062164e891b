"""What people often give as the reason of something, offered as one types. Anything else may be typed too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from commandcenter.ui.command_line.verbs import Verb
from commandcenter.ui.i18n.tr import mark, tr

REASONS: Mapping[Verb, Sequence[str]] = {
    Verb.CLOSE: (mark("dealt with"), mark("false alarm"), mark("nobody found")),
    Verb.CANCEL: (mark("wrong number"), mark("false alarm"), mark("called off by the caller"), mark("outside our area")),
    Verb.WITHDRAW: (mark("the situation has changed"), mark("another unit does it"), mark("too dangerous")),
    Verb.CLOSURE: (mark("burst main"), mark("flood"), mark("fire"), mark("accident"), mark("fallen tree"), mark("danger of collapse")),
    Verb.HAZARD: (mark("gas"), mark("smoke"), mark("danger of collapse"), mark("live wires"), mark("flood")),
}


def reasons_said() -> Mapping[str, Sequence[str]]:
    """Return them by verb, in the language in force."""
    return {verb: [tr(reason) for reason in reasons] for verb, reasons in REASONS.items()}
