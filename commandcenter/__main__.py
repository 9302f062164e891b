"""Command line: `python -m commandcenter …`."""

from __future__ import annotations

import sys

from commandcenter.app.cli.parser import build_parser
from commandcenter.app.cli.terminal import BAD_INPUT, REFUSED, complain
from commandcenter.model.errors import Cancelled, KnownError, Refused


def main(argv: list[str] | None = None) -> int:
    """Run one command; return its exit code: 0 done, 1 refused or nothing found, 2 bad input or environment."""
    args = build_parser().parse_args(argv)
    try:
        code: int = args.run(args)
    except Refused as refusal:
        complain(str(refusal))
        return REFUSED
    except KnownError as error:
        complain(str(error))
        return BAD_INPUT
    except Cancelled:
        complain("Cancelled; nothing was left behind.")
        return REFUSED
    return code


if __name__ == "__main__":
    sys.exit(main())
