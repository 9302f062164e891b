"""Under which grant a person acts: the one in the log, or while the log has not come yet, the one an approval names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from commandcenter.model.commands import Command, RecoverRights
from commandcenter.model.entries import Draft
from commandcenter.model.errors import BugError
from commandcenter.model.ids import Id
from commandcenter.model.rights import RIGHT_OF, Role, lacking, may_touch, may_write
from commandcenter.picture.rights import Rights


@dataclass(frozen=True, slots=True)
class Warrant:
    """What a new laptop was told when it was enrolled."""

    grant: Id
    actor: Id
    role: Role


def authority(rights: Rights, warrant: Warrant | None, device: Id, actor: Id, command: type[Command]) -> Id:
    """Return what an entry names as its `auth`; raises `Refused` with the right that is lacking."""
    if rights.begun or warrant is None or warrant.actor != actor or command is RecoverRights:
        return rights.authority(device, actor, command)
    right = RIGHT_OF.get(command)
    if right is None or warrant.role not in right.roles:
        raise lacking(warrant.role, command)
    return warrant.grant


def check_types(rights: Rights, auth: Id, actor: Id, drafts: Iterable[Draft], command: type[Command]) -> None:
    """Refuse a command whose entries are not the role's to write: taking back, or settling, what it could not have done."""
    role = rights.role_under(auth)
    if role is None:
        return
    for draft in drafts:
        if not may_write(role, draft.type):
            raise lacking(role, command)
        if not may_touch(draft.type, draft.writes, actor):
            raise BugError(f"{command.__name__} writes what no receiver would count: see the table of rights")
