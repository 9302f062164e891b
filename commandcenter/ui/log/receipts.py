"""How far an entry has come, as a small sign and in words: saved here, at the hub, on which devices, not on which."""

from __future__ import annotations

from commandcenter.ui.connection.port import Receipts
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import tr

SAVED, UNDER_WAY, EVERYWHERE = "·", "✓", "✓✓"
NAMED = 8
"""Devices named in a tooltip; the rest is counted."""


def sign_of(receipts: Receipts | None) -> str:
    """Return the sign: saved here only, on the way, or with everybody; empty for a desk that is alone."""
    if receipts is None:
        return ""
    if receipts.everywhere:
        return EVERYWHERE
    return UNDER_WAY if receipts.at_hub or receipts.on else SAVED


def receipt_words(receipts: Receipts | None) -> list[str]:
    """Return lines that say where an entry is, and by when."""
    if receipts is None:
        return []
    said = [tr("✓ saved here")]
    if receipts.at_hub:
        said.append(tr("✓ at the hub"))
    said += [tr("✓ on {device}, by {time}", device=name, time=formats.clock(ms)) for name, ms in receipts.on[:NAMED]]
    if len(receipts.on) > NAMED:
        said.append(tr("✓ on other devices: {n}", n=len(receipts.on) - NAMED))
    said += [tr("… not yet on {device}", device=name) for name in receipts.missing[:NAMED]]
    if len(receipts.missing) > NAMED:
        said.append(tr("… not yet on other devices: {n}", n=len(receipts.missing) - NAMED))
    return said
