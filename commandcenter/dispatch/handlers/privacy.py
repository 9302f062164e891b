"""Erasing personal data, writing down who looked at it, deciding who gets what, and ending an operation."""

from __future__ import annotations

from commandcenter.dispatch import lookup
from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.log.sharing import PUBLIC
from commandcenter.model.commands import CloseOperation, ErasePersonalData, RecordAccess, SetSharing
from commandcenter.model.entries import Draft, EntryType, Key, Kind, Section, Value, Write
from commandcenter.model.errors import Refused
from commandcenter.model.sentences import say
from commandcenter.picture.messages import FORGET
from commandcenter.picture.persons import about_incident
from commandcenter.picture.picture import Picture
from commandcenter.picture.privacy import short_id

MOST_LOOKS = 200
"""In one entry."""


def erase_personal_data(picture: Picture, command: ErasePersonalData, now: Now) -> list[Draft]:
    """Decree what is to be erased; every device that gets this entry carries it out by itself."""
    reason = lookup.check_text(command.reason, say("The reason"))
    sections = tuple(name for name in command.sections if name != Section.OP)
    things = {*command.things, *(thing for kind, entity in command.things if kind == Kind.INCIDENT for thing in about_incident(picture, entity))}
    traces = picture.privacy.traces(sorted((str(kind), entity) for kind, entity in things), sections)
    if not traces:
        raise Refused("No personal data of this is held here.")
    decree: dict[str, Value] = {"ground": str(command.ground), "reason": reason, "ms": now.wall_ms}
    keys = sorted({Key(Kind.ERASURE, short_id(trace.entry), trace.section) for trace in traces})
    about: dict[str, Value] = {"count": len(keys), "reason": reason, "ground": str(command.ground)}
    files = [file for trace in traces if trace.kind == Kind.ATTACHMENT and (file := picture.words.attachment(trace.entity)) is not None]
    if files:
        about[FORGET] = sorted(file.hash for file in files)
    return [Draft(EntryType.PERSONAL_DATA_ERASED, tuple(Write(key, decree) for key in keys), about=about)]


def record_access(picture: Picture, command: RecordAccess, now: Now) -> list[Draft]:
    """Write down who looked at what; the author of the entry is who looked."""
    if not 0 < len(command.looks) <= MOST_LOOKS:
        raise Refused("From 1 to {most} things can be noted at once.", most=MOST_LOOKS)
    looks: list[Value] = [[str(kind), entity, first_ms, times] for kind, entity, first_ms, times in command.looks]
    return [Draft(EntryType.PERSONAL_DATA_READ, put(Kind.ACCESS, now.new_id(), {"looks": looks}), about={"count": len(looks)})]


def set_sharing(picture: Picture, command: SetSharing, now: Now) -> list[Draft]:
    """Decide which sections an organisation gets from now on; what it has already stays with it."""
    partner = next((one for one in picture.supplies.partners() if one.id == command.audience), None)
    if partner is None and command.audience != PUBLIC:
        raise Refused("This partner is not known here.")
    wanted = sorted({str(Section(name)) for name in command.sections if name in set(Section)})
    if len(wanted) != len(set(command.sections)):
        raise Refused("There is no such section.")
    policy = picture.privacy.sharing()
    theirs = {device for device, audience in policy.devices.items() if audience == command.audience}
    decided = command.audience in policy.decided and policy.sections(command.audience) == frozenset(wanted)
    if decided and (command.devices is None or set(command.devices) == theirs):
        raise Refused("This is shared so already.")
    if command.devices is not None and now.device in command.devices:
        raise Refused("This desk is of the own organisation; it cannot be a partner's as well.")
    name = partner.name if partner else "public"
    about: dict[str, Value] = {"audience": name, "sections": ", ".join(wanted) or "none"}
    fields: dict[str, Value] = {"sections": list(wanted)}
    if command.devices is not None:
        fields["devices"] = list(command.devices)
    return [Draft(EntryType.SHARING_SET, put(Kind.SHARING, command.audience, fields), about=about)]


def close_operation(picture: Picture, command: CloseOperation, now: Now) -> list[Draft]:
    """End the operation. Refused while incidents are open."""
    still = [incident.number for incident in picture.incidents() if incident.open]
    if still:
        raise Refused("Incidents still open: {n} ({numbers}). Close or cancel them first.", n=len(still), numbers=", ".join(still[:5]))
    fields: dict[str, Value] = {"closed": {"ms": now.wall_ms, "reason": command.reason.strip()}}
    return [Draft(EntryType.OPERATION_CLOSED, put(Kind.OPERATION, picture.operation, fields))]
