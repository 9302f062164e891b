"""Which sections of an entry leave for whom. What is not named stays here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.log.signed import SignedEntry
from commandcenter.model.commands.privacy import PUBLIC
from commandcenter.model.entries import Section
from commandcenter.model.ids import Id

PARTNER_DEFAULT = frozenset({str(Section.OP)})
"""What a partner gets for which nothing was decided."""


@dataclass(frozen=True, slots=True)
class SharingPolicy:
    """What was decided, by audience. Immutable, safe in any thread."""

    decided: Mapping[Id, frozenset[str]] = field(default_factory=dict)
    devices: Mapping[Id, Id] = field(default_factory=dict)
    """Device → the partner whose it is."""

    def sections(self, audience: Id) -> frozenset[str]:
        """Return the sections that a partner or `PUBLIC` gets."""
        return self.decided.get(audience, frozenset() if audience == PUBLIC else PARTNER_DEFAULT)


def redact(signed: SignedEntry, policy: SharingPolicy, audience: Id | None) -> SignedEntry:
    """Return the copy of an entry for an audience (`None`: the own organisation, which gets all); it verifies all the same."""
    if audience is None:
        return signed
    allowed = policy.sections(audience)
    return signed.without(*(name for name in signed.sections if name not in allowed))


__all__ = ["PARTNER_DEFAULT", "PUBLIC", "SharingPolicy", "redact"]
