"""Makes join codes and shows them to read and to scan."""

from __future__ import annotations

import io
import secrets
from dataclasses import dataclass
from pathlib import Path

import segno

from commandcenter.hub.folder import HubFolder
from commandcenter.hub.registry import Registry
from commandcenter.model.clock import Clock, SystemClock
from commandcenter.model.errors import KnownError
from commandcenter.sync.join_code import SECRET_BYTES, JoinCode

_HOUR_MS = 3_600_000
_PIXELS = 8
"""A module of the printed code."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A join code and until when it is good (wall time, ms)."""

    code: JoinCode
    ends_ms: int


def invite(folder: Path, registry: Registry, *, uses: int = 1, hours: float = 24.0, clock: Clock | None = None) -> Invitation:
    """Make a join code for so many devices. Raises `KnownError` where `hub init` was not run."""
    kept = HubFolder(folder)
    if not kept.exists:
        raise KnownError("This hub has no authority yet; run “commandcenter hub init” first.")
    code = JoinCode(kept.addresses, kept.authority().fingerprint, secrets.token_bytes(SECRET_BYTES))
    ends_ms = (clock or SystemClock()).wall_ms() + round(hours * _HOUR_MS)
    registry.invite(code.secret, ends_ms, uses)
    return Invitation(code, ends_ms)


def show(invitation: Invitation, picture: Path | None) -> str:
    """Return the code to scan, drawn for a terminal; or write it into a picture (PNG) and return where. Raises `KnownError`."""
    drawn = segno.make(str(invitation.code), micro=False, error="m")
    if picture is None:
        out = io.StringIO()
        drawn.terminal(out, compact=True)
        return out.getvalue()
    try:
        drawn.save(str(picture), kind="png", scale=_PIXELS)
    except OSError as error:
        raise KnownError("The picture {file} cannot be written: {why}", file=picture.name, why=error.strerror) from error
    return f"The code to scan is in {picture}."
