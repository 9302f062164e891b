"""Which computer this is: the id that the operating system gave it when it was installed."""

from __future__ import annotations

import sys
from pathlib import Path

_LINUX = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))

if sys.platform == "win32":

    def machine_id() -> str | None:
        """Return the computer's own id; `None` where it has none."""
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            return None

elif sys.platform == "darwin":

    def machine_id() -> str | None:
        """Return the computer's own id; `None` where it has none."""
        import re
        import subprocess

        command = ["/usr/sbin/ioreg", "-rd1", "-c", "IOPlatformExpertDevice"]
        try:
            found = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)  # noqa: S603 - a fixed command of the system
        except (OSError, subprocess.TimeoutExpired):
            return None
        match = re.search(r'"IOPlatformUUID" = "([^"]+)"', found.stdout)
        return match[1] if match else None

else:

    def machine_id() -> str | None:
        """Return the computer's own id; `None` where it has none, as in some containers."""
        return next((text for path in _LINUX if (text := _text(path))), None)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
