"""The recovery paper is used: stolen keys are shut out, and who holds the paper has the founder's place."""

from __future__ import annotations

from collections.abc import Mapping

from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.log.recovery import recovers, recovery_key
from commandcenter.log.signing import DeviceKey
from commandcenter.model.commands import AnnounceRecovery, RecoverRights
from commandcenter.model.entries import Draft, EntryType, Kind, Value
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id, is_exercise, is_founder
from commandcenter.picture.feeds import Ends, ends_value
from commandcenter.picture.picture import Picture
from commandcenter.picture.recovery import RECOVERY, recovery_message
from commandcenter.picture.rights import Rights


def announce_recovery(picture: Picture, command: AnnounceRecovery, now: Now) -> list[Draft]:
    """Say which key the recovery code stands for; on the device that the operation was begun on, once."""
    if not is_founder(picture.operation, now.device):
        raise Refused("The recovery key is announced on the computer where the operation was begun.")
    if command.public_key in picture.rights.announced():
        raise Refused("This recovery key was announced already.")
    if not recovers(picture.operation, now.device, command.public_key):
        raise Refused("This is not the recovery key of this operation.")
    return [Draft(EntryType.RECOVERY_ANNOUNCED, put(Kind.GRANT, picture.operation, {"recovery": {"public_key": command.public_key}}))]


def recover_rights(picture: Picture, command: RecoverRights, now: Now) -> list[Draft]:
    """Take the rule of rights back. To check the code takes a tenth of a second the first time."""
    rights, operation = picture.rights, picture.operation
    founder, key = check_code(operation, rights.founder(), command.code)
    names = _named(rights, command.out, now.device)
    ends, number, out = _ends(rights, command, names), 1 + max((one.number for one in rights.recoveries()), default=0), sorted(names)
    value: dict[str, Value] = {
        "number": number,
        "founder": founder,
        "public_key": key.public_key,
        "ends": ends_value(ends),
        "out": out,
        "proof": key.attest(RECOVERY, recovery_message(operation, number, now.device, now.actor, ends, out)),
    }
    about: dict[str, Value] = {"devices": ", ".join(sorted(names.values()))} if names else {}
    return [Draft(EntryType.RIGHTS_RECOVERED, put(Kind.GRANT, now.new_id(), {"recovered": value}), about=about)]


def check_code(operation: Id, founder: Id | None, code: str) -> tuple[Id, DeviceKey]:
    """Return the founder's device and the recovery key; raises `Refused` for a code that is not this operation's. Any thread."""
    if is_exercise(operation):
        raise Refused("An exercise has no recovery paper: begin it anew.")
    key = recovery_key(code)
    if founder is None:
        raise Refused("Nothing that was written on the computer where the operation was begun is here yet. Bring this desk in step first.")
    if not recovers(operation, founder, key.public_key):
        raise Refused("This is not the recovery code of this operation. Operations that an older program began have no recovery paper.")
    return founder, key


def _named(rights: Rights, out: tuple[Id, ...], here: Id) -> Mapping[Id, str]:
    """Return the devices that are shut out, each with what people call it."""
    known = {device.id: device.name or device.id[:8] for device in rights.devices()}
    if here in out:
        raise Refused("This is the device you are working on; it cannot shut itself out.")
    if not known.keys() >= set(out):
        raise Refused("There is no such device.")
    return {device: known[device] for device in out}


def _ends(rights: Rights, command: RecoverRights, names: Mapping[Id, str]) -> Ends:
    """Return up to where each feed is believed: of devices that are shut out, up to what was chosen."""
    chosen: dict[Id, tuple[tuple[int, bytes], ...]] = {}
    for device, entry in command.believed:
        place = rights.feeds.place(device, entry)
        if device not in names or (entry and place is None):
            raise Refused("The last entry that is believed must be one of a device that is shut out.")
        chosen[device] = () if place is None else (place,)
    for device in sorted(names):
        if device not in chosen and len(rights.feeds.ends([device]).get(device, ())) > 1:
            raise Refused(
                "{device} has written two histories that contradict each other. Choose the last entry of it that is believed.", device=names[device]
            )
    return {**rights.feeds.ends(), **chosen}
