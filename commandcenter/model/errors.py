"""The kinds of failure a person can meet."""

from __future__ import annotations

from commandcenter.model.sentences import Sentence


class SaidError(Exception):
    """Base of failures with a sentence for the person. `reason` is an English template, `params` fill it."""

    def __init__(self, reason: str, **params: object) -> None:
        """Keep the sentence for translation; `str()` gives it in English."""
        self.sentence = Sentence(reason, params)
        super().__init__(str(self.sentence))


class Refused(SaidError):
    """A command was understood and not carried out; nothing changed."""


class KnownError(SaidError):
    """Something outside failed (disk full, broken map file); says what happened and what to do."""


class Cancelled(Exception):
    """The person cancelled long work; nothing was left behind."""


class BugError(Exception):
    """Our own fault: a broken invariant. Goes to the crash report, never to `except`."""
