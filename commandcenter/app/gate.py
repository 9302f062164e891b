"""Who comes in: the keys are unlocked, and somebody signs in where there are PINs, or sets a first one where rights hold."""

from __future__ import annotations

import os
from functools import partial

from commandcenter.app.home import Home
from commandcenter.app.identity import Identity
from commandcenter.log.passphrase import VARIABLE, is_locked, unlock
from commandcenter.model.ids import Id
from commandcenter.ui.identity.gate import seat_gate, unlock_gate


async def unlocked(home: Home) -> bool:
    """Return whether the keys of a home can be read; asks for their passphrase where there is one."""
    folder = home.root / "keys"
    if not is_locked(folder) or VARIABLE in os.environ:
        return True
    return await unlock_gate(partial(unlock, folder)).ask()


async def passed(identity: Identity, known: set[Id]) -> bool:
    """Return whether somebody took the seat. `known` are those who signed in since the program started; nobody is asked twice."""
    person = identity.person
    if person.id not in known and (person.has_pin or identity.rights_hold):
        if not await seat_gate(identity).ask():
            return False
        known.add(identity.person.id)
    return True
