"""What may be attached, told by the bytes and never by the name; and names that are safe to show and to save under. No Qt."""

from __future__ import annotations

import re
import unicodedata

from commandcenter.model.errors import Refused
from commandcenter.model.files import MAX_FILE_BYTES

JPEG, PNG, WEBP, GPX, PDF, TEXT = "image/jpeg", "image/png", "image/webp", "application/gpx+xml", "application/pdf", "text/plain"
IMAGES = frozenset({JPEG, PNG, WEBP})
ENDINGS = {JPEG: (".jpg", ".jpeg"), PNG: (".png",), WEBP: (".webp",), GPX: (".gpx",), PDF: (".pdf",), TEXT: (".txt", ".csv", ".md", ".log")}
"""The first is given to a file whose own ending does not fit what it is."""
PATTERN = " ".join(f"*{ending}" for endings in ENDINGS.values() for ending in endings)
"""For a file dialog."""
LONGEST_NAME = 120
_BAD = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def check_size(size: int, name: str) -> None:
    """Refuse an empty file and one that is too large."""
    if size == 0:
        raise Refused("{name} is empty.", name=name)
    if size > MAX_FILE_BYTES:
        raise Refused("{name} is too large: {size}, at most {most}.", name=name, size=size_words(size), most=size_words(MAX_FILE_BYTES))


def media_of(data: bytes, name: str) -> str:
    """Return the media type that bytes begin as. Raises `Refused` for everything else, archives and programs among them."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if data.startswith(b"%PDF-"):
        return PDF
    text = _text(data)
    if text is not None and (text.lstrip("\ufeff \t\r\n").startswith("<?xml") or text.lstrip().startswith("<gpx")) and "<gpx" in text[:4_096]:
        return GPX
    if text is not None and not text.lstrip("\ufeff \t\r\n").startswith("<"):
        return TEXT
    raise Refused("{name} is neither a photo (JPEG, PNG, WebP) nor a track (GPX), a PDF or a plain text; nothing else can be attached.", name=name)


def _text(data: bytes) -> str | None:
    """Return bytes as text, if they are text: UTF-8 without control characters."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return None if any(unicodedata.category(sign) == "Cc" and sign not in "\t\n\r\f" for sign in text) else text


def safe_name(name: str, media: str) -> str:
    """Return a name without folders, control characters or tricks, with an ending that says what the file is."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    plain = _BAD.sub("_", plain).strip(" .") or "file"
    endings = ENDINGS.get(media, (".bin",))
    stem = plain
    for ending in endings:
        if plain.casefold().endswith(ending):
            stem = plain[: -len(ending)]
            break
    else:
        ending = endings[0]
    stem = stem.strip(" .") or "file"
    return ("_" if _DEVICES.match(stem) else "") + stem[: LONGEST_NAME - len(ending) - 1] + ending


def size_words(size: int) -> str:
    """Return a size as people say it: `2.3 MB`, by powers of 1,000 as file managers count."""
    if size < 1_000:
        return f"{size} B"
    value, unit = (size / 1_000, "kB") if size < 1_000_000 else (size / 1_000_000, "MB")
    return f"{value:.1f} {unit}" if value < 10 else f"{value:.0f} {unit}"
