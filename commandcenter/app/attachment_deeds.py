"""What scripts do with attachments: in the log itself, or handed to an open desk, which then does it. Plain values in and out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from commandcenter.dispatch.desk import Desk
from commandcenter.model.commands import RecordAccess, SendMessage
from commandcenter.model.entries import Kind, Section
from commandcenter.model.errors import Refused
from commandcenter.model.ids import Id
from commandcenter.picture.messages import AttachmentView

if TYPE_CHECKING:
    from commandcenter.app.files import Files

Deed = Callable[[Desk, "Files", Mapping[str, Any]], Awaitable[Any]]
"""Takes what was asked, a JSON object; returns a JSON value. Raises `Refused` and `KnownError`."""


async def attach(desk: Desk, files: Files, asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Attach files to one message: `paths`, `personal`, `text`, and the number of an `incident` (else it goes to everybody)."""
    incident = _incident(desk, asked["incident"])
    taken = [await files.take(Path(path), personal=bool(asked["personal"])) for path in asked["paths"]]
    before = {file.id for file in desk.picture.words.attachments()}
    await desk.submit(SendMessage(str(asked["text"]), incident, everybody=incident is None, files=tuple(taken)))
    return [_told(desk, file, here=True) for file in desk.picture.words.attachments() if file.id not in before]


async def list_attached(desk: Desk, files: Files, asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """List what is attached, to the `incident` with this number where one is given."""
    incident = _incident(desk, asked["incident"])
    known = [file for file in desk.picture.words.attachments() if incident is None or file.incident == incident]
    return [_told(desk, file, here=files.state(file).here) for file in known]


async def save(desk: Desk, files: Files, asked: Mapping[str, Any]) -> dict[str, Any]:
    """Write the one whose id begins with `id` into the file `path`; whoever reads personal data is named in the log, as at a desk."""
    file = _chosen(desk, str(asked["id"]))
    await files.content(file)  # what cannot be read is refused before a look at it is noted
    if file.section == Section.PII:
        await desk.submit(RecordAccess(((Kind.ATTACHMENT, file.id, desk.clock.wall_ms(), 1),)))
    await files.save(file, Path(asked["path"]))
    return {**_told(desk, file, here=True), "file": str(asked["path"])}


DEEDS: Mapping[str, Deed] = {"attachment add": attach, "attachment list": list_attached, "attachment save": save}


def _incident(desk: Desk, number: str | None) -> Id | None:
    if number is None:
        return None
    found = desk.picture.incident_by_number(number)
    if found is None:
        raise Refused("There is no incident {number}", number=number)
    return found.id


def _chosen(desk: Desk, beginning: str) -> AttachmentView:
    found = [file for file in desk.picture.words.attachments() if beginning and file.id.startswith(beginning.lower())]
    if not found:
        raise Refused("There is no attachment {id}.", id=beginning)
    if len(found) > 1:
        raise Refused("Several attachments begin with {id}; give more of it.", id=beginning)
    return found[0]


def _told(desk: Desk, file: AttachmentView, *, here: bool) -> dict[str, Any]:
    incident = desk.picture.incident(file.incident) if file.incident is not None else None
    return {
        "id": file.id,
        "name": file.name,
        "media": file.media,
        "size": file.size,
        "incident": incident.number if incident is not None else None,
        "by": desk.picture.operator_name(file.by),
        "personal": file.section == Section.PII,
        "here": here,
        "readable": file.readable,
        "removed": file.removed,
    }
