"""Command line: `python -m commandcenter …`."""

from __future__ import annotations

import os
import sys

from commandcenter.app.cli import desk
from commandcenter.app.cli.parser import build_parser
from commandcenter.app.cli.terminal import BAD_INPUT, REFUSED, complain
from commandcenter.app.cli.unlock import unlock_keys
from commandcenter.model.disk import outside_fault
from commandcenter.model.errors import Cancelled, KnownError, Refused


def main(argv: list[str] | None = None) -> int:
    """Run one command; return its exit code: 0 done, 1 refused or nothing found, 2 bad input or environment."""
    args = build_parser().parse_args(argv)
    try:
        if args.run is not desk.run:  # the desk asks in a window
            unlock_keys(args)
        code: int = args.run(args)
        sys.stdout.flush()
    except Refused as refusal:
        complain(str(refusal))
        return REFUSED
    except KnownError as error:
        complain(str(error))
        return BAD_INPUT
    except BrokenPipeError:  # whoever read the output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except OSError as error:
        fault = outside_fault(error)
        if fault is None:
            raise
        complain(str(fault))
        return BAD_INPUT
    except Cancelled:
        complain("Cancelled; nothing was left behind.")
        return REFUSED
    return code


if __name__ == "__main__":
    sys.exit(main())
