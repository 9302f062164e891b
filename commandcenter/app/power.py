"""Whether this computer runs on its battery, and how full that is: Linux, Windows and macOS each say it in their own way."""

from __future__ import annotations

import ctypes
import re
import subprocess
import sys
from pathlib import Path

from commandcenter.ui.ports import Power

SUPPLIES = Path("/sys/class/power_supply")
_PMSET_S = 5.0
_UNKNOWN = 255
"""What Windows says where it does not know."""


class _Status(ctypes.Structure):
    """SYSTEM_POWER_STATUS, winbase.h."""

    _fields_ = (
        ("ac_line", ctypes.c_ubyte),
        ("battery_flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("life_s", ctypes.c_uint32),
        ("full_s", ctypes.c_uint32),
    )


def read_power() -> Power:
    """Return how this computer is fed; what cannot be known is `None`. May take a moment: not on the window's thread."""
    if sys.platform == "win32":
        return _windows()
    return _macos() if sys.platform == "darwin" else linux_power(SUPPLIES)


def linux_power(supplies: Path) -> Power:
    """Return what the kernel says under `/sys/class/power_supply` (Documentation/ABI/testing/sysfs-class-power)."""
    mains, batteries, draining = [], [], []
    for supply in sorted(supplies.glob("*")):
        kind, scope = _text(supply / "type"), _text(supply / "scope")
        if kind in ("Mains", "USB") and (online := _text(supply / "online")):
            mains.append(online != "0")
        elif kind == "Battery" and scope != "Device":  # a mouse has one too
            draining.append(_text(supply / "status") == "Discharging")
            if (capacity := _text(supply / "capacity")).isdigit():
                batteries.append(min(100, int(capacity)))
    if not draining:
        return Power(on_battery=False if mains else None, percent=None)
    return Power(on_battery=any(draining) and not any(mains), percent=round(sum(batteries) / len(batteries)) if batteries else None)


def _windows() -> Power:
    status, kernel = _Status(), getattr(ctypes, "windll", None)
    if kernel is None or not kernel.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return Power(None, None)
    return windows_power(status.ac_line, status.percent)


def windows_power(ac_line: int, percent: int) -> Power:
    """Return what the two bytes of SYSTEM_POWER_STATUS mean."""
    return Power({0: True, 1: False}.get(ac_line), None if percent == _UNKNOWN else min(100, percent))


def _macos() -> Power:
    try:
        said = subprocess.run(["/usr/bin/pmset", "-g", "batt"], capture_output=True, text=True, timeout=_PMSET_S, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return Power(None, None)
    return pmset_power(said.stdout)


def pmset_power(said: str) -> Power:
    """Return what `pmset -g batt` says."""
    source, charge = re.search(r"drawing from '([^']+)'", said), re.search(r"(\d{1,3})%", said)
    return Power(source[1] == "Battery Power" if source else None, min(100, int(charge[1])) if charge else None)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""
