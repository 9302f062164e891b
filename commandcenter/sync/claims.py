"""The recoveries of rights in a batch: what a device may give although it is shut out. See `picture.recovery.RecoveryDoor`."""

from __future__ import annotations

from commandcenter.log.header import check_header
from commandcenter.log.signed import check_entry
from commandcenter.model.entries import Entry, EntryType
from commandcenter.sync.messages import Batch


def claims_in(batch: Batch) -> list[Entry]:
    """Return the entries that claim to have recovered rights, whoever signed them; `MalformedError` for what is no entry."""
    return [check_entry(signed).entry() for signed in batch.entries if check_header(signed.header).type == EntryType.RIGHTS_RECOVERED]
