"""How the search is compiled: without the interpreter's lock, kept on disk, and without counting references.

The arrays belong to the caller for the whole call. Counting references to them in the innermost loops, which numba
does around inlined functions, takes more time than the search itself (× 1.5 measured).

Compiled code is kept in `NUMBA_CACHE_DIR` if that is set, else beside the source, else (an installation that cannot be
written) in the user's cache folder. Where none of them can be written it is compiled anew at each start.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from numba import njit

Function = TypeVar("Function", bound=Callable[..., Any])
_OPTIONS: dict[str, Any] = {"nogil": True, "_nrt": False}


def compiled(function: Function) -> Function:
    """Compile a function that works on its caller's arrays."""
    return _compile(function, **_OPTIONS)


def inlined(function: Function) -> Function:
    """Do the same, and put its code into the functions that call it."""
    return _compile(function, **_OPTIONS, forceinline=True)


def _compile(function: Function, **options: Any) -> Function:  # noqa: ANN401 - numba's own
    done: Function
    try:
        done = njit(cache=True, **options)(function)
    except RuntimeError:  # numba found no folder that it may write
        done = njit(**options)(function)
    return done
