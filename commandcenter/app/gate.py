"""Who comes in: before the desk opens, somebody signs in where there are PINs, or sets a first one where rights hold."""

from __future__ import annotations

from commandcenter.app.identity import Identity
from commandcenter.model.ids import Id
from commandcenter.ui.identity.sign_in import Gate


async def passed(identity: Identity, known: set[Id]) -> bool:
    """Return whether somebody took the seat. `known` are those who signed in since the program started; nobody is asked twice."""
    person = identity.person
    if person.id not in known and (person.has_pin or identity.rights_hold):
        if not await Gate(identity).ask():
            return False
        known.add(identity.person.id)
    return True
