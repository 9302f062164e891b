"""Messages with who has read them, the files attached to them, and groups of receivers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from commandcenter.model.entries import Kind, Section, Value
from commandcenter.model.ids import Id
from commandcenter.picture.fields import as_int, as_mapping, as_text
from commandcenter.picture.groups import GroupView
from commandcenter.picture.kept import Kept
from commandcenter.picture.state import State

FORGET = "forget"
"""The fact of an entry that names attachments which are to be forgotten everywhere."""
READ = "read:"
"""The field of a receipt begins with this; the id of the unit, or of the person at a desk, follows."""


@dataclass(frozen=True, slots=True)
class MessageView:
    """A message as it stands."""

    id: Id
    text: str
    incident: Id | None
    unit: Id | None
    """Who it was sent to, or with `from_unit` who said it."""
    from_unit: bool
    group: Id | None
    everybody: bool
    to: tuple[Id, ...]
    """Units that it went to, decided when it was sent."""
    by: Id
    sent_ms: int
    """0 for one that was written before messages said so."""
    read: Mapping[Id, int]
    """Unit or operator → when it was opened, ms."""

    @property
    def sender(self) -> Id | None:
        """Return the unit that said it; `None` for a person at a desk."""
        return self.unit if self.from_unit else None

    def unread(self) -> tuple[Id, ...]:
        """Return the units that have not opened it."""
        return tuple(unit for unit in self.to if unit not in self.read)


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A file that belongs to a message: what the log says of it. The bytes lie beside the log, or elsewhere."""

    id: Id
    message: Id
    incident: Id | None
    hash: bytes
    size: int
    """Bytes of the file as it was given."""
    by: Id
    ms: int
    section: str
    name: str
    """Empty where it is withheld or erased."""
    media: str
    key: bytes
    """Opens it; empty where it is withheld or erased."""
    preview: bytes
    removed: str | None = None
    """Why it was removed."""

    @property
    def readable(self) -> bool:
        """Return whether it may be fetched and opened here."""
        return self.removed is None and len(self.key) == 32


class WordBook:
    """Messages, their files, groups."""

    def __init__(self, state: State) -> None:
        """Read this state."""
        self._messages = Kept(state, Kind.MESSAGE, message_view, lambda view: (view.sent_ms, view.id))
        self._files = Kept(state, Kind.ATTACHMENT, attachment_view, lambda view: (view.ms, view.id))
        self._groups = Kept(state, Kind.GROUP, group_view, lambda view: (view.name.casefold(), view.id))
        self._of_message: Mapping[Id, tuple[AttachmentView, ...]] | None = None
        self.drops: Mapping[str, Callable[[set[Id]], None]] = {
            Kind.MESSAGE: self._messages.drop,
            Kind.ATTACHMENT: self._drop_files,
            Kind.GROUP: self._groups.drop,
        }

    def message(self, message_id: Id) -> MessageView | None:
        """Return one message."""
        return self._messages.get(message_id)

    def messages(self) -> tuple[MessageView, ...]:
        """Return all messages, oldest first."""
        return self._messages.all()

    def attachment(self, attachment_id: Id) -> AttachmentView | None:
        """Return one file."""
        return self._files.get(attachment_id)

    def attachments(self) -> tuple[AttachmentView, ...]:
        """Return all files, removed ones too, oldest first."""
        return self._files.all()

    def files_of(self, message: Id) -> tuple[AttachmentView, ...]:
        """Return the files of a message."""
        if self._of_message is None:
            found: defaultdict[Id, list[AttachmentView]] = defaultdict(list)
            for file in self._files.all():
                found[file.message].append(file)
            self._of_message = {message: tuple(files) for message, files in found.items()}
        return self._of_message.get(message, ())

    def group(self, group_id: Id) -> GroupView | None:
        """Return one group; `None` for one that was dropped."""
        return self._groups.get(group_id)

    def groups(self) -> tuple[GroupView, ...]:
        """Return all groups by name."""
        return self._groups.all()

    def _drop_files(self, ids: set[Id]) -> None:
        self._of_message = None
        self._files.drop(ids)


def message_view(state: State, id_: Id) -> MessageView | None:
    """Return a message; `None` before its text is known."""
    fields = state.fields(Kind.MESSAGE, id_)
    body = fields.mapping("body")
    if "text" not in body:
        return None
    return MessageView(
        id=id_,
        text=as_text(body.get("text")),
        incident=_id(body.get("incident")),
        unit=_id(body.get("unit")),
        from_unit=body.get("from_unit") is True,
        group=_id(body.get("group")),
        everybody=body.get("everybody") is True,
        to=_ids(body.get("to")),
        by=Id(as_text(body.get("by"))),
        sent_ms=as_int(body.get("ms")),
        read={Id(reader): as_int(as_mapping(value).get("ms")) for reader, value in fields.starting(READ).items()},
    )


def attachment_view(state: State, id_: Id) -> AttachmentView | None:
    """Return a file; `None` before its measure is known."""
    fields = state.fields(Kind.ATTACHMENT, id_)
    what, content, removed = fields.mapping("what"), fields.mapping("content"), fields.mapping("removed")
    hash_, message = what.get("hash"), _id(what.get("message"))
    if not isinstance(hash_, bytes) or len(hash_) != 32 or message is None:
        return None
    return AttachmentView(
        id=id_,
        message=message,
        incident=_id(what.get("incident")),
        hash=hash_,
        size=as_int(what.get("size")),
        by=Id(as_text(what.get("by"))),
        ms=as_int(what.get("ms")),
        section=as_text(what.get("section")) or Section.PII,
        name=as_text(content.get("name")),
        media=as_text(content.get("media")),
        key=_bytes(content.get("key")),
        preview=_bytes(content.get("preview")),
        removed=as_text(removed.get("reason")) if removed else None,
    )


def group_view(state: State, id_: Id) -> GroupView | None:
    """Return a group; `None` where it was dropped."""
    fields = state.fields(Kind.GROUP, id_)
    members = fields.mapping("members")
    if fields.flag("dropped") or not fields.text("name"):
        return None
    return GroupView(
        id_,
        fields.text("name"),
        frozenset(_ids(members.get("units"))),
        frozenset(_ids(members.get("stations"))),
        frozenset(map(str, _ids(members.get("kinds")))),
        frozenset(map(str, _ids(members.get("capabilities")))),
    )


def _id(value: Value) -> Id | None:
    return Id(value) if isinstance(value, str) and value else None


def _ids(value: Value) -> tuple[Id, ...]:
    return tuple(Id(one) for one in value if isinstance(one, str)) if isinstance(value, list | tuple) else ()


def _bytes(value: Value) -> bytes:
    return value if isinstance(value, bytes) else b""
