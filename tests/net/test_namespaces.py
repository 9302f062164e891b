"""Desks in network namespaces of their own: found by multicast, over lines that lose packets, cut in two and joined again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 240


def ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True)


class Member:
    """A process in a namespace."""

    def __init__(self, switch: Switch, number: int, folder: Path) -> None:
        self.name, self.link = f"{switch.name}n{number}", f"{switch.name}v{number}"
        self.switch = switch
        address = f"10.99.0.{number}"
        ip("netns", "add", self.name)
        ip("-n", switch.name, "link", "add", self.link, "type", "veth", "peer", "name", "eth0", "netns", self.name)
        ip("-n", switch.name, "link", "set", self.link, "master", "bridge", "up")
        ip("-n", self.name, "addr", "add", f"{address}/24", "dev", "eth0")
        ip("-n", self.name, "link", "set", "lo", "up")
        ip("-n", self.name, "link", "set", "eth0", "up")
        ip("-n", self.name, "route", "add", "default", "dev", "eth0")
        command = ["ip", "netns", "exec", self.name, sys.executable, "-m", "tests.net.node", address, str(number), str(folder)]
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.heard()

    def lossy(self) -> None:
        """Let the line towards this member carry 8 Mbit/s and drop what does not fit into a short queue."""
        shape = ("tc", "qdisc", "add", "dev", self.link, "root", "tbf", "rate", "8mbit", "burst", "8kb", "latency", "20ms")
        ip("netns", "exec", self.switch.name, *shape)

    def dropped(self) -> int:
        """Return how many packets its line has dropped."""
        said = subprocess.run(
            ["ip", "netns", "exec", self.switch.name, "tc", "-s", "-j", "qdisc", "show", "dev", self.link], check=True, capture_output=True, text=True
        )
        return int(json.loads(said.stdout)[0]["drops"])

    def cut(self) -> None:
        ip("-n", self.switch.name, "link", "set", self.link, "down")

    def mend(self) -> None:
        ip("-n", self.switch.name, "link", "set", self.link, "up")

    def ask(self, line: str) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.heard()

    def heard(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        said = self.process.stdout.readline()
        assert said, "the process has ended"
        found: dict[str, Any] = json.loads(said)
        return found

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.communicate("stop\n", timeout=60)
        subprocess.run(["ip", "netns", "del", self.name], check=False, capture_output=True)


class Switch:
    """A bridge in a namespace of its own, so that nothing of this computer's network is touched."""

    def __init__(self) -> None:
        self.name = f"cc{os.getpid() % 100_000}"
        ip("netns", "add", self.name)
        ip("-n", self.name, "link", "add", "bridge", "type", "bridge", "mcast_snooping", "0")
        ip("-n", self.name, "link", "set", "bridge", "up")

    def close(self) -> None:
        subprocess.run(["ip", "netns", "del", self.name], check=False, capture_output=True)


@pytest.fixture
def members(tmp_path: Path) -> Iterator[list[Member]]:
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("network namespaces need root")
    if shutil.which("ip") is None or shutil.which("tc") is None:
        pytest.skip("iproute2 is not here")
    with ExitStack() as opened:
        try:
            switch = Switch()
        except subprocess.CalledProcessError as error:
            pytest.skip(f"no network namespaces here: {error.stderr.strip()}")
        opened.callback(switch.close)
        made: list[Member] = []
        for number in (1, 2, 3):
            made.append(Member(switch, number, tmp_path))
            opened.callback(made[-1].close)
        yield made


def wait_for(members: list[Member], what: str, so: Any) -> list[dict[str, Any]]:
    """Wait until something holds of all states; return them."""
    end_s = time.monotonic() + LIMIT_S
    while True:
        states = [member.ask("state") for member in members]
        if so(states):
            return states
        assert time.monotonic() < end_s, f"{what}: {states}"
        time.sleep(0.2)


def live(members: list[Member], each: int) -> None:
    """Meet by multicast, write, be cut in two while writing, meet again: all end with the same."""
    ann, ben, cleo = members
    for member in members:
        member.lossy()
    wait_for(members, "all find each other", lambda states: {state["connected"] for state in states} == {2})
    for member in members:
        member.ask(f"write {each}")
    wait_for(members, "in step", lambda states: {state["count"] for state in states} == {3 * each})
    cleo.cut()
    wait_for([cleo], "the cut is noticed", lambda states: states[0]["connected"] == 0)
    for member in members:
        member.ask(f"write {each}")
    wait_for([ann, ben], "the two that are left are in step", lambda states: {state["count"] for state in states} == {5 * each})
    assert cleo.ask("state")["says"].startswith("Offline since")
    cleo.mend()
    states = wait_for(members, "in step again", lambda states: {state["count"] for state in states} == {6 * each})
    assert len({state["digest"] for state in states}) == 1
    assert len({state["picture"] for state in states}) == 1
    assert {state["quarantined"] for state in states} == {0}
    wait_for(members, "the pills say so", lambda states: {state["says"] for state in states} == {"In step with 2 desks"})


@pytest.mark.xdist_group("namespaces")
def test_three_desks_in_namespaces_end_with_the_same(members: list[Member]) -> None:
    live(members, 200)


@pytest.mark.soak
def test_twenty_thousand_entries_are_identical_on_all_nodes(members: list[Member]) -> None:
    live(members, 3_334)
    assert sum(member.dropped() for member in members) > 0, "the lines lost nothing, so this proved little"
