"""How the search is compiled: without the interpreter's lock, kept on disk, and without counting references.

The arrays belong to the caller for the whole call. Counting references to them in the innermost loops, which numba
does around inlined functions, takes more time than the search itself (× 1.5 measured).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from numba import njit

Function = TypeVar("Function", bound=Callable[..., Any])
_OPTIONS: dict[str, Any] = {"cache": True, "nogil": True, "_nrt": False}


def compiled(function: Function) -> Function:
    """Compile a function that works on its caller's arrays."""
    done: Function = njit(**_OPTIONS)(function)
    return done


def inlined(function: Function) -> Function:
    """Do the same, and put its code into the functions that call it."""
    done: Function = njit(**_OPTIONS, forceinline=True)(function)
    return done
