"""The catalogue changed by a person: only one that loads, and that knows what open incidents are, is put in force."""

from __future__ import annotations

from commandcenter.dispatch.now import Now
from commandcenter.dispatch.writing import put
from commandcenter.model.catalogue_versions import CATALOGUE, MOST_BYTES, digest_of
from commandcenter.model.commands import ChangeCatalogue, RestoreCatalogue
from commandcenter.model.entries import Draft, EntryType, Kind, Value, Write
from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.ids import Id
from commandcenter.picture.picture import Picture
from commandcenter.resources.catalogue import Catalogue
from commandcenter.resources.changed import build, build_own, changed_only

MOST_NOTE = 500
"""Characters of the reason that are kept."""


def change_catalogue(picture: Picture, command: ChangeCatalogue, now: Now) -> list[Draft]:
    """Keep the changed files as a version, and put that in force."""
    files = changed_only(command.files)
    if picture.catalogue_in_force() != command.upon:
        raise Refused("Another version of the catalogue was put in force meanwhile; look at the differences to that one first.")
    if not files:
        raise Refused("Nothing differs from the catalogue as shipped; go back to that version instead.")
    size = sum(len(text.encode("utf-8", "replace")) for text in files.values())
    if size > MOST_BYTES:
        raise Refused("The changed files have {size} bytes together; {most} are possible.", size=size, most=MOST_BYTES)
    _check(picture, _built(files, anew=True))
    version = now.new_id()
    what: dict[str, Value] = {
        "files": dict(files),
        "digest": digest_of(files),
        "note": command.note.strip()[:MOST_NOTE],
        "ms": now.wall_ms,
        "by": now.actor,
    }
    return [Draft(EntryType.POLICY_CHANGED, (*put(Kind.POLICY, version, {"catalogue": what}), *_in_force(version, now)))]


def restore_catalogue(picture: Picture, command: RestoreCatalogue, now: Now) -> list[Draft]:
    """Put a version that is in the log in force again, or the catalogue as shipped."""
    if command.version == picture.catalogue_in_force():
        raise Refused("This version of the catalogue is in force.")
    files = {}
    if command.version is not None:
        version = next((one for one in picture.catalogue_versions() if one.id == command.version), None)
        if version is None:
            raise Refused("This version of the catalogue is not known here.")
        files = dict(version.files)
    _check(picture, _built(files))
    return [Draft(EntryType.POLICY_CHANGED, _in_force(command.version, now))]


def _built(files: dict[str, str], *, anew: bool = False) -> Catalogue:
    try:
        return build_own(files) if anew else build(files)
    except KnownError as error:
        raise Refused("This catalogue cannot be used. {why}", why=error.sentence) from error


def _check(picture: Picture, catalogue: Catalogue) -> None:
    """Refuse a catalogue that lacks what open incidents are and what units are."""
    for incident in picture.incidents():
        if incident.open and incident.type not in catalogue.types:
            raise Refused("Incident {number} is open and of the type {type}, which this catalogue lacks.", number=incident.number, type=incident.type)
    for unit in picture.units():
        if unit.kind not in catalogue.kinds:
            raise Refused("{callsign} is of the kind {kind}, which this catalogue lacks.", callsign=unit.callsign, kind=unit.kind)
        if unit.profile not in catalogue.profiles:
            raise Refused("{callsign} drives as {profile}, a vehicle which this catalogue lacks.", callsign=unit.callsign, profile=unit.profile)


def _in_force(version: Id | None, now: Now) -> tuple[Write, ...]:
    return put(Kind.POLICY, CATALOGUE, {"in_force": {"version": version or "", "ms": now.wall_ms, "by": now.actor}})
