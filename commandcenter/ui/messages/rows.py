"""Messages as rows: who says what to whom, what is attached, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice

from commandcenter.model.entries import Key, Kind, Section
from commandcenter.model.ids import Id
from commandcenter.picture.messages import AttachmentView, MessageView
from commandcenter.ui.connection.port import Receipts
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.tr import mark, tr
from commandcenter.ui.log.readers import reader_lines
from commandcenter.ui.log.receipts import receipt_words, sign_of
from commandcenter.ui.seat import Seat
from commandcenter.ui.seeing import ATTACHMENT, may_see
from commandcenter.ui.tables.model import Column

MOST = 1_000
"""Messages listed; older ones are in the log."""
NAMED = 4
"""Receivers named in a row; the rest is counted."""


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message in the words of now."""

    message: MessageView
    files: tuple[AttachmentView, ...]
    sender: str
    to: str
    unread: bool
    """By whoever sits here."""

    @property
    def id(self) -> Id:
        """Return what the row is known by."""
        return self.message.id


def rows_of(seat: Seat, incident: Id | None = None) -> list[MessageRow]:
    """Return the newest messages, the last one first; of one incident where given."""
    wanted = (message for message in reversed(seat.desk.picture.words.messages()) if incident in (None, message.incident))
    return [_row(seat, message) for message in islice(wanted, MOST)]


def as_allowed(seat: Seat, file: AttachmentView) -> AttachmentView:
    """Return a file without name, preview and key where the data catalogue does not allow the operator's roles to see it."""
    if file.section == Section.OP or may_see(seat, ATTACHMENT):
        return file
    return replace(file, name="", preview=b"", key=b"")


def _row(seat: Seat, message: MessageView) -> MessageRow:
    picture = seat.desk.picture
    files = tuple(as_allowed(seat, file) for file in picture.words.files_of(message.id))
    unread = seat.actor not in message.read and seat.actor != message.by and message.sent_ms > 0
    return MessageRow(message, files, sender_of(seat, message), to_words(seat, message), unread)


def sender_of(seat: Seat, message: MessageView) -> str:
    """Return who says it."""
    unit = seat.desk.picture.unit(message.sender) if message.sender is not None else None
    return unit.callsign if unit is not None else seat.desk.picture.operator_name(message.by)


def to_words(seat: Seat, message: MessageView) -> str:
    """Return who it is to."""
    picture = seat.desk.picture
    group = picture.words.group(message.group) if message.group is not None else None
    if message.everybody:
        return tr("everyone")
    names = [unit.callsign for one in message.to[: NAMED + 1] if (unit := picture.unit(one)) is not None]
    said = ", ".join(names[:NAMED]) + (f" +{len(message.to) - NAMED}" if len(message.to) > NAMED else "")
    incident = picture.incident(message.incident) if message.incident is not None else None
    if group is not None:
        return f"{group.name}: {said}"
    return " · ".join(part for part in (incident.number if incident is not None else "", said) if part) or tr("everyone")


def receipts_of(seat: Seat, message: MessageView) -> Receipts | None:
    """Return on which devices a message is; `None` for a desk that is alone."""
    heads = seat.desk.picture.heads(Key(Kind.MESSAGE, message.id, "body"))
    return seat.receipts(heads[-1]) if heads else None


def read_words(message: MessageView) -> str:
    """Return how many of those whom it went to have opened it."""
    if not message.to:
        return formats.number(len(message.read)) if message.read else ""
    read = sum(unit in message.read for unit in message.to)
    return tr("{read} of {all}", read=read, all=len(message.to))


def receiver_lines(seat: Seat, message: MessageView) -> list[str]:
    """Return a line for each receiver, and lines on which devices it is."""
    return [*reader_lines(seat, message), *(receipt_words(receipts_of(seat, message)) or [tr("✓ saved here")])]


def _text(row: MessageRow) -> str:
    return row.message.text or ", ".join(file.name or tr("erased") for file in row.files)


def columns(seat: Seat) -> list[Column[MessageRow]]:
    """Return the columns; how far a message has come is asked when it is painted, for it changes without an entry."""
    return [
        Column(mark("Time"), lambda row: formats.clock(row.message.sent_ms) if row.message.sent_ms else ""),
        Column(mark("From"), lambda row: ("● " if row.unread else "") + row.sender, tone=lambda row: "accent" if row.unread else ""),
        Column(mark("To"), lambda row: row.to),
        Column(mark("Message"), _text, wide=True),
        Column(mark("Files"), lambda row: formats.number(len(row.files)) if row.files else "", number=True),
        Column(mark("Read"), lambda row: read_words(row.message), tone=lambda row: "ok" if row.message.to and not row.message.unread() else ""),
        Column(mark("Sent"), lambda row: sign_of(receipts_of(seat, row.message)), tone=lambda _row: "text_faint"),
    ]
