"""A request or an approval as a file: text, or the picture of a QR code for a scanner."""

from __future__ import annotations

from pathlib import Path

import segno

from commandcenter.model.errors import KnownError

TEXT, PICTURE = ".txt", ".png"
_PICTURES = (PICTURE, ".svg")
LONGEST = 20_000
"""Letters read from a file; more are no request and no approval."""


def write_paper(path: Path, text: str) -> None:
    """Write a paper: a QR code where the name ends in .png or .svg, else text. Raises `KnownError`."""
    try:
        if path.suffix.lower() in _PICTURES:
            segno.make_qr(text, error="m").save(str(path), scale=6, border=4)
        else:
            path.write_text(text + "\n", encoding="ascii")
    except OSError as error:
        raise KnownError("The file {file} cannot be written: {why}.", file=path.name, why=error.strerror or str(error)) from error


def read_paper(path: Path) -> str:
    """Return the text of a paper. Raises `KnownError`, for a picture too: only a scanner or a camera reads that."""
    try:
        if path.suffix.lower() not in _PICTURES:
            with path.open(encoding="ascii") as file:
                return file.read(LONGEST)
    except UnicodeDecodeError as error:
        raise KnownError("{file} holds neither a request nor an approval.", file=path.name) from error
    except OSError as error:
        raise KnownError("The file {file} cannot be read: {why}.", file=path.name, why=error.strerror or str(error)) from error
    raise KnownError("{file} is a picture: let a scanner read it and type what it says, or have the paper written into a text file.", file=path.name)
