"""Makes signed entries out of drafts: basis, clocks, chain, sections and signature."""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Callable, Sequence

from commandcenter.log.codec import MalformedError
from commandcenter.log.header import BASIS_BYTES, FIRST_PREV, Header
from commandcenter.log.hlc import HybridClock
from commandcenter.log.rows import Tip
from commandcenter.log.sections import SALT_BYTES, SealedSection, SectionContent, seal
from commandcenter.log.signed import SignedEntry
from commandcenter.log.signing import DeviceKey
from commandcenter.model.clock import Clock
from commandcenter.model.entries import Draft, EntryId, Key, Section, Write
from commandcenter.model.errors import BugError, KnownError
from commandcenter.model.ids import NO_AUTH, Id
from commandcenter.model.ports import Heads


def random_salt() -> bytes:
    """Return a fresh salt for a section."""
    return secrets.token_bytes(SALT_BYTES)


class Author:
    """Writes the entries of one feed. Not thread-safe."""

    def __init__(self, operation: Id, device: DeviceKey, clock: Clock, hybrid: HybridClock, new_salt: Callable[[], bytes] = random_salt) -> None:
        """Write for one operation as one device."""
        self.operation = operation
        self.device = device
        self._clock = clock
        self._hybrid = hybrid
        self._new_salt = new_salt

    def compose(self, drafts: Sequence[Draft], tip: Tip | None, *, actor: Id, heads: Heads, auth: Id = NO_AUTH) -> list[SignedEntry]:
        """Return the drafts as entries that follow `tip`; a later one supersedes an earlier one on the same key.

        Raises `KnownError` when one is too large to be stored.
        """
        signed: list[SignedEntry] = []
        present: dict[Key, set[bytes]] = {}
        for draft in drafts:
            bases = _bases(draft, heads, present)
            try:
                entry = self._sign(draft, bases, tip, actor, auth)
            except MalformedError as error:
                raise KnownError(
                    "This is too large or not in a form that the log can keep: {detail}. Nothing was saved.", detail=str(error)
                ) from error
            tip = Tip(tip.seq + 1 if tip else 1, entry.id)
            for key, basis in bases.items():
                present[key] = (present[key] - set(basis)) | {entry.id}
            signed.append(entry)
        return signed

    def _sign(self, draft: Draft, bases: dict[Key, tuple[EntryId, ...]], tip: Tip | None, actor: Id, auth: Id) -> SignedEntry:
        sections = self._sections(draft, first=tip is None)
        header = Header(
            operation=self.operation,
            device=self.device.id,
            seq=tip.seq + 1 if tip else 1,
            prev=tip.id if tip else FIRST_PREV,
            hlc=self._hybrid.tick(),
            wall_ms=self._clock.wall_ms(),
            actor=actor,
            auth=auth,
            type=str(draft.type),
            bases={key.opaque(): tuple(basis[:BASIS_BYTES] for basis in ids) for key, ids in bases.items()},
            commitments={name: sealed.commitment() for name, sealed in sections.items()},
        ).encoded()
        unsigned = SignedEntry(header, b"", sections)
        return SignedEntry(header, self.device.sign(unsigned.id), sections)

    def _sections(self, draft: Draft, *, first: bool) -> dict[str, SealedSection]:
        writes: defaultdict[str, list[Write]] = defaultdict(list)
        for write in draft.writes:
            writes[str(write.section)].append(write)
        contents = {name: SectionContent(tuple(rows)) for name, rows in writes.items()}
        if draft.about or first:
            contents[Section.OP] = SectionContent(tuple(writes[Section.OP]), draft.about, self.device.public_key if first else None)
        return {str(name): seal(contents[name], self._new_salt()) for name in sorted(contents)}


def _bases(draft: Draft, heads: Heads, present: dict[Key, set[bytes]]) -> dict[Key, tuple[EntryId, ...]]:
    """Return what each written key supersedes; `present` holds the heads as this batch has left them."""
    bases: dict[Key, tuple[EntryId, ...]] = {}
    for write in draft.writes:
        if write.key in bases:
            raise BugError(f"one entry writes {write.key} twice")
        current = present.setdefault(write.key, set(heads(write.key)))
        bases[write.key] = draft.bases.get(write.key, tuple(EntryId(head) for head in sorted(current)))
    return bases
