"""The mark of exercises: what people see, print or take away of one says so. Decided by the operation's id, here and nowhere else."""

from __future__ import annotations

from pathlib import Path

from commandcenter.model.ids import Id, is_exercise

MARK = "EXERCISE / 演练"
"""In both languages everywhere: whoever finds it may not read the language of the desk."""
NAME_MARK = "EXERCISE-"
"""How the names of files begin: letters that every file system has."""


def mark_of(operation: Id) -> str:
    """Return the mark of an exercise; nothing for live work."""
    return MARK if is_exercise(operation) else ""


def marked(text: str, operation: Id) -> str:
    """Return a text that people read, its first line the mark where it is of an exercise; as it is where it begins so already."""
    mark = mark_of(operation)
    return f"{mark}\n{text}" if mark and not text.startswith(mark) else text


def is_marked(text: str) -> bool:
    """Return whether a file's text says that it is of an exercise, its letters as they are or escaped as in JSON."""
    return MARK in text or MARK.encode("ascii", "backslashreplace").decode("ascii") in text


def marked_name(name: str) -> str:
    """Return the name of an exercise's file: it begins with the mark."""
    return name if name.startswith(NAME_MARK) else NAME_MARK + name


def marked_file(path: Path, operation: Id) -> Path:
    """Return the same file under a name that begins with the mark where it is of an exercise."""
    return path.with_name(marked_name(path.name)) if is_exercise(operation) else path
