"""Command line: `python -m commandcenter …`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program."""
    return 0


if __name__ == "__main__":
    sys.exit(main())
