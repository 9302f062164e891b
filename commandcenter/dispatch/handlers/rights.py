"""Who may act: roles given and taken, devices let in and shut out, acts without right settled by a person."""

from __future__ import annotations

from commandcenter.dispatch.lookup import check_text
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.commands import EnrolDevice, GrantRole, RatifyEntry, RevokeDevice, RevokeGrant, SucceedDevice, VoidEntry
from commandcenter.model.entries import Draft, Entry, EntryId, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, id_bytes
from commandcenter.model.rights import ROLE_SAID, Role, role_of
from commandcenter.model.sentences import say
from commandcenter.picture.feeds import SHORT, ends_value
from commandcenter.picture.picture import Picture
from commandcenter.picture.standing import ABOUT_RIGHTS


def grant_role(picture: Picture, command: GrantRole, now: Now) -> list[Draft]:
    """Give a person a role; the first one begins the rule of rights."""
    name, role = check_text(command.name, say("The person's name")), _role(command.role)
    _check_id(command.operator_id)
    first = _begin(picture, now)
    if role in picture.rights.roles_of(command.operator_id):
        raise Refused("{name} has the role {role} already.", name=name, role=ROLE_SAID[role])
    if first and (command.operator_id, role) == (now.actor, Role.SUPERVISOR):
        return first
    return [*first, _granted(now, command.operator_id, name, role)]


def _begin(picture: Picture, now: Now) -> list[Draft]:
    """Return what begins the rule of rights, where nobody has been granted anything yet: the founder's doing."""
    rights = picture.rights
    if rights.begun:
        return []
    if not rights.is_founders(now.device, now.actor):
        raise Refused(
            "Rights are first given out on the computer where the operation was begun. "
            "An operation of an older program has no such computer: begin a new one."
        )
    begun = put(Kind.GRANT, picture.operation, {"begun": {"ends": ends_value(rights.feeds.ends())}})
    own = _granted(now, now.actor, picture.operator_name(now.actor), Role.SUPERVISOR)
    return [Draft(EntryType.RIGHTS_BEGUN, begun), own]


def _granted(now: Now, operator: Id, name: str, role: Role) -> Draft:
    value: dict[str, Value] = {"actor": operator, "name": name, "role": role.value}
    return Draft(EntryType.ROLE_GRANTED, put(Kind.GRANT, now.new_id(), {"role": value}), about={"name": name, "role": role.value})


def revoke_grant(picture: Picture, command: RevokeGrant, now: Now) -> list[Draft]:
    """Take a role back, as far as everything known here goes."""
    grant = next((grant for grant in picture.rights.grants() if grant.id == command.grant_id), None)
    if grant is None:
        raise Refused("There is no such grant.")
    if grant.revoked:
        raise Refused("This grant of {name} was revoked already.", name=grant.name)
    value: dict[str, Value] = {"grant": grant.id, "ends": ends_value(picture.rights.feeds.ends()), "reason": command.reason}
    about = _about(command.reason, name=grant.name, role=grant.role.value)
    return [Draft(EntryType.GRANT_REVOKED, put(Kind.GRANT, grant.id, {"revoked": value}), about=about)]


def enrol_device(picture: Picture, command: EnrolDevice, now: Now) -> list[Draft]:
    """Let a device in for people of some roles."""
    _check_id(command.device_id)
    name = check_text(command.name, say("The device's name"))
    roles = [_role(role) for role in command.roles]
    if not roles:
        raise Refused("Say for which roles the device is.")
    first = _begin(picture, now)
    known = next((device for device in picture.rights.devices() if device.id == command.device_id), None)
    if known is not None and known.revoked:
        raise Refused("This device was revoked. Let it make a new key, then enrol that.")
    if not first and known is not None and known.name == name and known.roles >= set(roles):
        raise Refused("{name} is enrolled for that already.", name=name)
    value: dict[str, Value] = {"name": name, "roles": [role.value for role in roles]}
    return [*first, Draft(EntryType.DEVICE_ENROLLED, put(Kind.DEVICE, command.device_id, {"enrolled": value}), about={"name": name})]


def revoke_device(picture: Picture, command: RevokeDevice, now: Now) -> list[Draft]:
    """Shut a lost device out, and with it what it went on for: those keys may be on it too."""
    known = {device.id: device for device in picture.rights.devices()}
    device = known.get(command.device_id)
    if device is None:
        raise Refused("There is no such device.")
    if device.revoked:
        raise Refused("This device was revoked already.")
    if command.device_id == now.device:
        raise Refused("This is the device you are working on; revoke it from another.")
    value: dict[str, Value] = {"ends": ends_value(picture.rights.feeds.ends()), "reason": command.reason}
    family = [old for old in picture.rights.family(device.id) if old not in known or not known[old].revoked]
    first = _begin(picture, now)
    about = _about(command.reason, name=device.name or device.id[:8])
    return [*first, *(Draft(EntryType.DEVICE_REVOKED, put(Kind.DEVICE, old, {"revoked": value}), about=about) for old in family)]


def _about(reason: str, **facts: str) -> dict[str, Value]:
    """Return what a row of the log tells."""
    return {**facts, "reason": reason} if reason else dict(facts)


def succeed_device(picture: Picture, command: SucceedDevice, now: Now) -> list[Draft]:
    """Go on for a device whose data was restored from a backup."""
    return [succession(command, now.device)]


def succession(command: SucceedDevice, device: Id) -> Draft:
    """Return what says that a device goes on for another; it needs no picture."""
    value: dict[str, Value] = {"old": command.old_id, "public_key": command.public_key, "proof": command.proof}
    if command.through:
        value["through"] = [[public_key, proof] for public_key, proof in command.through]
    return Draft(EntryType.DEVICE_SUCCEEDED, put(Kind.DEVICE, device, {"succeeds": value}))


def ratify_entry(picture: Picture, command: RatifyEntry, now: Now) -> list[Draft]:
    """Let an act count."""
    entry = _held(picture, command.entry_id)
    if entry.type in ABOUT_RIGHTS:
        raise Refused("What was done about rights is not ratified; do it yourself, or void it.")
    return [_verdict(EntryType.ENTRY_RATIFIED, command.entry_id, command.reason)]


def void_entry(picture: Picture, command: VoidEntry, now: Now) -> list[Draft]:
    """Settle that an act does not count."""
    _held(picture, command.entry_id)
    return [_verdict(EntryType.ENTRY_VOIDED, command.entry_id, command.reason)]


def _held(picture: Picture, entry_id: EntryId) -> Entry:
    entry = picture.rights.held(entry_id)
    if entry is None:
        raise Refused("This entry counts already, or it is not here.")
    return entry


def _verdict(type_: EntryType, entry_id: EntryId, reason: str) -> Draft:
    value: dict[str, Value] = {"entry": bytes(entry_id), "reason": reason}
    return Draft(type_, put(Kind.VERDICT, Id(entry_id[:SHORT].hex()), {"verdict": value}), about=_about(reason))


def _role(name: str) -> Role:
    role = role_of(name)
    if role is None:
        raise Refused("There is no role {role}.", role=name)
    return role


def _check_id(value: Id) -> None:
    try:
        id_bytes(value)
    except ValueError as error:
        raise Refused("{id} is not an id.", id=value) from error
