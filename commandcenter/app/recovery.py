"""The recovery paper of an operation that was founded on this computer: its code lies in the key store until it is printed."""

from __future__ import annotations

from commandcenter.app.training import TRAINING_REGION
from commandcenter.log.keys import Vault, load_secrets
from commandcenter.log.recovery import GROUPS, found_operation, read_code, recovery_key
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, NewId, founded_id, id_bytes, is_exercise
from commandcenter.ui.identity.port import Kept

PROOF_GROUP = 4
"""The group of the code that a person types to prove that the paper can be read."""
_TAKEN = b"on paper"


def found(vault: Vault, region: str, new_id: NewId) -> Id:
    """Return a new operation, founded by this device; live work gets a recovery code, which is kept here. Raises `KnownError`."""
    founder = load_secrets(vault).device.id
    if region == TRAINING_REGION:
        return founded_id(founder, exercise=True, new_id=new_id)
    operation, code = found_operation(founder, lambda count: b"".join(id_bytes(new_id()) for _ in range(-(-count // 16)))[:count])
    vault.put(_name(operation), code.encode())
    return operation


class RecoveryPaper:
    """The paper of one operation. Any one thread. Raises `KnownError` where the key store does."""

    def __init__(self, vault: Vault, operation: Id) -> None:
        """Look into the vault of this computer."""
        self._vault, self._operation = vault, operation

    @property
    def kept(self) -> Kept:
        """Return where the code is, as far as this computer knows."""
        if is_exercise(self._operation):
            return Kept.NEEDLESS
        kept = self._vault.get(_name(self._operation))
        return Kept.UNKNOWN if kept is None else Kept.ON_PAPER if kept == _TAKEN else Kept.HERE

    def code(self) -> str:
        """Return the code as it is printed. Raises `Refused` where it is not here."""
        match self.kept:
            case Kept.HERE:
                return (self._vault.get(_name(self._operation)) or b"").decode()
            case Kept.ON_PAPER:
                raise Refused("The recovery code is on paper only; it was deleted from this computer.")
            case Kept.NEEDLESS:
                raise Refused("An exercise has no recovery paper: begin it anew.")
        raise Refused(
            "There is no recovery code of this operation here. It lies only on the computer where the operation was begun, "
            "and operations that an older program began have none."
        )

    def key(self) -> bytes | None:
        """Return the public key that the code stands for; `None` where the code is not here any more, or was never."""
        return recovery_key(self.code()).public_key if self.kept is Kept.HERE else None

    def delete(self, typed: str) -> None:
        """Delete the code from this computer, once a person has read one group of it from the paper. Raises `Refused`."""
        group = read_code(self.code()).split()[PROOF_GROUP - 1]
        if "".join(typed.upper().split()) != group:
            raise Refused("This is not group {number} of the {count} groups of the code. Read it from the paper.", number=PROOF_GROUP, count=GROUPS)
        self._vault.replace(_name(self._operation), _TAKEN)


def _name(operation: Id) -> str:
    return f"recovery-{operation}"
