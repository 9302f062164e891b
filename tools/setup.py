"""Set up a clone: system libraries, virtual environment, locked packages, the program itself.

Runs on the bare Python that was found; needs nothing but the standard library. Each finished part leaves a
stamp in the virtual environment, so that a later start skips it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}

# What Qt and Chromium need on Debian 12 and Ubuntu; `a|b`: the first that the system knows.
SYSTEM_LIBRARIES = (
    *("libegl1", "libgl1", "libnss3", "libasound2t64|libasound2", "libxcomposite1", "libxdamage1", "libxrandr2", "libxtst6", "libxkbfile1"),
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libdbus-1-3", "libfontconfig1"),
    *("libglib2.0-0t64|libglib2.0-0", "libgssapi-krb5-2", "fonts-noto-cjk"),
)
TEST_LIBRARIES = ("xvfb", "xauth")


class SetupError(Exception):
    """Something the person must do; the sentence says what."""


def run(*command: str, quiet: bool = False) -> bool:
    """Run a command; return whether it succeeded."""
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, check=False, stdout=out, stderr=out).returncode == 0


def installed(package: str) -> bool:
    """Return whether Debian's package manager has a package installed."""
    answer = subprocess.run(("dpkg-query", "-W", "-f=${Status}", package), check=False, capture_output=True, text=True)
    return answer.stdout.endswith("ok installed")


def known(package: str) -> bool:
    """Return whether a package can be installed from the configured sources."""
    answer = subprocess.run(("apt-cache", "policy", package), check=False, capture_output=True, text=True)
    return "Candidate:" in answer.stdout and "Candidate: (none)" not in answer.stdout


def apt_install(wanted: list[str]) -> None:
    """Install what is missing through apt, or say the one line that does."""
    missing = [name for name in wanted if not any(installed(choice) for choice in name.split("|"))]
    if not missing:
        return
    root = os.geteuid() == 0
    sudo = () if root else ("sudo", "-n")
    if not root and not (shutil.which("sudo") and run("sudo", "-n", "true", quiet=True)):
        line = " ".join(name.rpartition("|")[2] for name in missing)
        raise SetupError(f"Some system libraries are missing. Install them, then try again:\n  sudo apt install --no-install-recommends {line}")
    print("Installing system libraries:", " ".join(missing), flush=True)
    run(*sudo, "apt-get", "update", "-qq")
    names = [next((choice for choice in name.split("|") if known(choice)), name.rpartition("|")[2]) for name in missing]
    if not run(*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends", *names):
        raise SetupError(f"apt could not install the system libraries; try: sudo apt install --no-install-recommends {' '.join(names)}")


def system_libraries(kind: str) -> None:
    """Install Qt's system libraries where apt is the way to do it; elsewhere they come with the system."""
    if sys.platform.startswith("linux") and shutil.which("dpkg-query") and shutil.which("apt-get"):
        apt_install([*SYSTEM_LIBRARIES, *(TEST_LIBRARIES if kind == "dev" else ())])


def make_environment() -> None:
    """Make the virtual environment; Debian keeps `venv` in a package of its own."""
    if (BIN / ("python.exe" if os.name == "nt" else "python")).exists() and run(str(BIN / "python"), "-m", "pip", "--version", quiet=True):
        return
    try:
        import ensurepip  # noqa: F401
    except ImportError:
        if not shutil.which("apt-get"):
            raise SetupError("This Python has no `venv`; install the full Python (with pip and venv).") from None
        apt_install([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"])
    print(f"Making a virtual environment with Python {sys.version.split()[0]} …", flush=True)
    venv.create(VENV, with_pip=True, clear=VENV.exists())


def install_packages(kind: str) -> None:
    """Install the locked packages and the program (editable, so that a `git pull` needs no reinstall)."""
    python = str(BIN / "python")
    print("Installing the locked packages (the first time takes some minutes) …", flush=True)
    pip = (python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    if not run(*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCKS[kind])):
        raise SetupError("The packages could not be installed; is there a network link? The first set-up needs one, later starts do not.")
    if not (run(*pip, "hatchling", "editables") and run(*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))):
        raise SetupError("The program itself could not be installed; the lines above say why.")


def stamp(kind: str) -> Path:
    """Return the file that says this part is done for these locks."""
    digest = hashlib.sha256(LOCKS[kind].read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()[:16]
    return VENV / f".ready-{kind}-{digest}"


def main() -> int:
    """Set up for `run` or `dev`."""
    kind = sys.argv[1] if len(sys.argv) > 1 else "run"
    if stamp(kind).exists() or (kind == "run" and stamp("dev").exists()):
        return 0
    try:
        system_libraries(kind)
        make_environment()
        install_packages(kind)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    stamp(kind).touch()
    return 0


if __name__ == "__main__":
    sys.exit(main())
