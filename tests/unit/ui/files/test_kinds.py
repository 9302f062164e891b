from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from commandcenter.model.errors import Refused
from commandcenter.ui.files.kinds import GPX, JPEG, PDF, PNG, TEXT, check_size, media_of, safe_name, size_words
from commandcenter.ui.files.previews import PREVIEW_BYTES, preview_image, preview_of, preview_track, track_of

TRACK = b'<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>%s</trkseg></trk></gpx>'


def picture(kind: str, width: int = 900, height: int = 600) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("darkred"))
    image.setText("Author", "Jane Doe at 12 Mill Lane")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload] # the stub wants bytes, Qt wants text
    return bytes(buffer.data().data())


def png_that_says(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1_000))) + chunk(b"IEND", b"")


def archive() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as made:
        made.writestr("../../etc/passwd", "x" * 100_000)
    return raw.getvalue()


def test_kinds_are_told_by_their_bytes() -> None:
    assert media_of(picture("JPEG"), "x.exe") == JPEG
    assert media_of(picture("PNG"), "x") == PNG
    assert media_of(TRACK % b'<trkpt lon="8" lat="49"/>', "x.txt") == GPX
    assert media_of(b"Lage um 14 Uhr\nalles ruhig", "x") == TEXT
    assert media_of(b"%PDF-1.7 ...", "x") == PDF


@pytest.mark.parametrize(
    "data", [archive(), b"MZ\x90\0", b"\x7fELF", b"<html><script>", b"<?xml version='1.0'?><svg/>", b"\xff\xfe\0\0", b"ab\0c", b"\x1b[2Jx"]
)
def test_everything_else_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(Refused, match=r"photo\.jpg is neither a photo .* nothing else can be attached"):
        media_of(data, "photo.jpg")


@pytest.mark.parametrize(
    ("name", "media", "safe"),
    [
        ("../../etc/passwd", TEXT, "passwd.txt"),
        ("C:\\Windows\\system32\\evil.jpg", JPEG, "evil.jpg"),
        ("roof.JPEG", JPEG, "roof.jpeg"),
        ("photo.jpg.exe", JPEG, "photo.jpg.exe.jpg"),
        ("\u202egpj.exe", JPEG, "gpj.exe.jpg"),
        ("a\0b\nc.gpx", GPX, "abc.gpx"),
        ("CON.txt", TEXT, "_CON.txt"),
        ("...", PDF, "file.pdf"),
        ("x" * 300 + ".png", PNG, "x" * 115 + ".png"),
        ("现场照片.jpg", JPEG, "现场照片.jpg"),
    ],
)
def test_names_are_made_safe(name: str, media: str, safe: str) -> None:
    assert safe_name(name, media) == safe


@given(st.text(max_size=200))
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    made = safe_name(name, JPEG)
    assert Path(made).name == made and made.casefold().endswith((".jpg", ".jpeg")) and len(made) <= 120 and not made.startswith(".")


def test_a_preview_is_small_and_carries_nothing_but_the_picture() -> None:
    for kind, media in (("JPEG", JPEG), ("PNG", PNG)):
        raw = preview_of(picture(kind), media, "roof")
        assert len(raw) <= PREVIEW_BYTES and b"Jane" not in raw
        shown = preview_image(raw)
        assert shown is not None and (shown.width(), shown.height()) == (240, 160)


@pytest.mark.qt_log_ignore("Bogus marker", "libpng", "QImageIOHandler", "Corrupt JPEG", "Premature end", "qt.gui.imageio", "Invalid", "Rejecting")
@pytest.mark.parametrize(
    ("data", "why"),
    [
        (picture("JPEG")[:200], "damaged or cut off"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "damaged or cut off"),
        (png_that_says(60_000, 60_000), "60000 × 60000 pixels"),
        (png_that_says(31_000, 10), "31000 × 10 pixels"),
    ],
)
def test_pictures_that_lie_are_refused_before_they_fill_the_memory(data: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        preview_of(data, JPEG, "roof.jpg")


def test_a_track_is_thinned_to_its_shape() -> None:
    points = b"".join(b'<trkpt lon="%d.5" lat="49.25"><ele>3</ele></trkpt>' % (n % 100) for n in range(5_000))
    shown = preview_track(preview_of(TRACK % points, GPX, "way.gpx"))
    assert len(shown) == 200 and tuple(shown[0]) == (0.5, 49.25) and tuple(shown[-1]) == (99.5, 49.25)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (TRACK % b"", "no point"),
        ((TRACK % b"<trkpt")[:-20], "damaged or cut off"),
        (TRACK % b'<trkpt lon="nan" lat="49"/>', "damaged or cut off"),
        (TRACK % b'<trkpt lon="200" lat="49"/>', "damaged or cut off"),
        (b'<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaa">]><gpx>&a;</gpx>', "declarations"),
    ],
)
def test_tracks_that_lie_are_refused(data: bytes, why: str) -> None:
    with pytest.raises(Refused, match=why):
        track_of(data, "way.gpx")


@given(st.binary(max_size=200) | st.recursive(st.floats() | st.text(), st.lists).map(lambda value: json.dumps(value).encode()))
def test_a_foreign_preview_never_breaks_the_window(raw: bytes) -> None:
    preview_track(raw)
    preview_image(raw)


def test_sizes_are_said_and_bounded() -> None:
    assert [size_words(size) for size in (12, 1_500, 23_400, 2_340_000, 26_214_400)] == ["12 B", "1.5 kB", "23 kB", "2.3 MB", "26 MB"]
    with pytest.raises(Refused, match="is empty"):
        check_size(0, "x")
    with pytest.raises(Refused, match="too large: 30 MB, at most 26 MB"):
        check_size(30_000_000, "x")
