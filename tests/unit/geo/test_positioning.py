"""Receivers: what they say is read, what is broken is not believed."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commandcenter.app.gps import GpsReader
from commandcenter.geo.positioning.fix import Fix
from commandcenter.geo.positioning.gpsd import WATCH, read_report
from commandcenter.geo.positioning.nmea import read_sentence
from commandcenter.geo.positioning.source import ReceiverKind, Source
from commandcenter.model.errors import KnownError
from commandcenter.model.sentences import Sentence
from commandcenter.model.words import LonLat

RMC = "$GPRMC,123519,A,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W*6A"
GGA = "$GPGGA,123519,4807.038,N,01131.000,E,1,08,0.9,545.4,M,46.9,M,,*47"
AT = (11.516667, 48.1173)
TPV = {"class": "TPV", "mode": 3, "lon": 8.69, "lat": 49.41, "track": 90.0, "speed": 10.0, "eph": 4.2}


def sealed(body: str) -> str:
    return f"${body}*{reduce(lambda whole, char: whole ^ ord(char), body, 0):02X}"


def test_rmc_gives_place_course_and_speed() -> None:
    fix = read_sentence(RMC)
    assert fix is not None
    assert fix.at == pytest.approx(AT, abs=1e-5)
    assert fix.course_deg == 84.4
    assert fix.speed_kph == pytest.approx(41.48, abs=0.01)


def test_gga_gives_place_and_error() -> None:
    fix = read_sentence(GGA)
    assert fix is not None
    assert fix.at == pytest.approx(AT, abs=1e-5)
    assert fix.error_m == pytest.approx(4.5)


def test_south_and_west_are_negative() -> None:
    fix = read_sentence(sealed("GNRMC,123519,A,3351.500,S,15112.600,W,,,230394,,"))
    assert fix is not None
    assert fix.at == pytest.approx((-151.21, -33.858333), abs=1e-5)
    assert (fix.course_deg, fix.speed_kph) == (None, None)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "hello",
        RMC.replace("*6A", "*6B"),
        RMC[:-3],
        RMC.replace("48", "49", 1),
        sealed("GPRMC,123519,V,4807.038,N,01131.000,E,022.4,084.4,230394,003.1,W"),
        sealed("GPGGA,123519,4807.038,N,01131.000,E,0,08,0.9,545.4,M,46.9,M,,"),
        sealed("GPRMC,123519,A,4899.038,N,01131.000,E,022.4,084.4,230394,003.1,W"),
        sealed("GPRMC,123519,A,9907.038,N,01131.000,E,022.4,084.4,230394,003.1,W"),
        sealed("GPRMC,123519,A,4807.038,X,01131.000,E,022.4,084.4,230394,003.1,W"),
        sealed("GPRMC,123519,A"),
        sealed("GPVTG,054.7,T,034.4,M,005.5,N,010.2,K"),
        sealed("GPRMC,1,A,4807.038,N,01131.000,E,fast,084.4,230394,003.1,W"),
        sealed("GPRMC," + "A" * 200),
    ],
)
def test_what_is_broken_or_no_fix_gives_nothing(line: str) -> None:
    assert read_sentence(line) is None


@given(st.text(max_size=150))
def test_no_text_breaks_the_readers(text: str) -> None:
    for line in (text, "$" + text, sealed("GPRMC," + text)):
        fix = read_sentence(line)
        assert fix is None or (abs(fix.at.lon) <= 180 and abs(fix.at.lat) <= 90)
    assert read_report(text) is None or isinstance(read_report(text), Fix)


def test_gpsd_reports_fixes() -> None:
    assert read_report(json.dumps(TPV)) == Fix(LonLat(8.69, 49.41), 90.0, 36.0, 4.2)


@pytest.mark.parametrize("change", [{"class": "SKY"}, {"mode": 1}, {"mode": "3"}, {"lon": None}, {"lat": 99.0}, {"lon": True}, {"lat": float("nan")}])
def test_a_report_without_a_fix_gives_nothing(change: dict[str, object]) -> None:
    assert read_report(json.dumps({**TPV, **change})) is None


@pytest.mark.parametrize(
    "source",
    [
        "",
        "gpsd://",
        "http://x",
        "tcp://host",
        "tcp://host:99999",
        "tcp://host:x",
        "serial:",
        "serial:///dev/ttyUSB0?baud=fast",
        "serial://COM3?baud=0",
        "tcp://[::1",
        "magic",
    ],
)
def test_a_source_that_is_none_is_named(source: str) -> None:
    with pytest.raises(KnownError, match=r"receiver|port"):
        Source.read(source)


async def follow(lines: list[bytes], scheme: str, wanted: int) -> tuple[list[Fix], list[Sentence], bytes]:
    """Serve lines once on loopback and read them until so many fixes have come."""
    fixes: list[Fix] = []
    states: list[Sentence] = []
    asked: list[bytes] = []
    done = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if scheme == "gpsd":
            asked.append(await reader.readline())
        writer.write(b"".join(lines))
        await writer.drain()
        writer.close()

    def took(fix: Fix) -> None:
        fixes.append(fix)
        if len(fixes) >= wanted:
            done.set()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reading = asyncio.ensure_future(GpsReader(Source.read(f"{scheme}://127.0.0.1:{port}")).run(took, states.append))
    await asyncio.wait_for(done.wait(), 30)
    reading.cancel()
    await asyncio.gather(reading, return_exceptions=True)
    server.close()
    return fixes, states, asked[0] if asked else b""


def test_a_receiver_on_the_network_is_followed_and_found_again() -> None:
    fixes, states, _ = asyncio.run(follow([RMC.encode() + b"\r\n", b"noise\r\n", GGA.encode() + b"\r\n"], "tcp", 4))
    assert len(fixes) >= 4
    assert any("ended the connection" in str(state) for state in states)


def test_gpsd_is_asked_to_report() -> None:
    fixes, _, asked = asyncio.run(follow([b'{"class":"VERSION"}\n', json.dumps(TPV).encode() + b"\n"], "gpsd", 1))
    assert fixes[0].at == LonLat(8.69, 49.41)
    assert asked == WATCH


@pytest.mark.skipif(sys.platform == "win32", reason="a made-up serial line needs POSIX")
def test_a_receiver_on_a_serial_line_is_followed_until_it_is_pulled_out() -> None:
    import tty

    async def plugged() -> tuple[list[Fix], list[Sentence]]:
        ours, theirs = os.openpty()
        tty.setraw(theirs)
        fixes: list[Fix] = []
        states: list[Sentence] = []
        came, gone = asyncio.Event(), asyncio.Event()

        def said(state: Sentence) -> None:
            states.append(state)
            if "No receiver" in str(state):
                gone.set()

        def took(fix: Fix) -> None:
            fixes.append(fix)
            came.set()

        reading = asyncio.ensure_future(GpsReader(Source.read(f"serial://{os.ttyname(theirs)}?baud=9600")).run(took, said))
        async with asyncio.timeout(60):
            while not came.is_set():
                os.write(ours, b"noise\r\n" + RMC.encode() + b"\r\n")
                await asyncio.sleep(0.05)
            os.close(theirs)
            os.close(ours)
            await gone.wait()
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        return fixes, states

    fixes, states = asyncio.run(plugged())
    assert (fixes[0].at.lon, fixes[0].at.lat) == pytest.approx(AT)
    assert str(states[0]) == "GPS"


@pytest.mark.parametrize(
    "source",
    [
        Source(ReceiverKind.GPSD, "localhost"),
        Source(ReceiverKind.TCP, "::1", 10_110),
        Source(ReceiverKind.SERIAL, device="/dev/ttyUSB0", baud=9_600),
        Source(ReceiverKind.SERIAL, device="COM3"),
        Source(ReceiverKind.SERIAL, device="/dev/cu.usb serial?#%"),
    ],
)
def test_a_receiver_is_kept_as_one_text(source: Source) -> None:
    assert Source.read(str(source)) == source


def test_a_receiver_that_is_not_there_is_said_and_tried_again() -> None:
    async def no_receiver() -> list[Sentence]:
        states: list[Sentence] = []
        heard = asyncio.Event()

        def said(state: Sentence) -> None:
            states.append(state)
            heard.set()

        reading = asyncio.ensure_future(GpsReader(Source.read("tcp://127.0.0.1:1")).run(lambda _fix: None, said))
        await asyncio.wait_for(heard.wait(), 30)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        return states

    assert "No receiver" in str(asyncio.run(no_receiver())[0])
