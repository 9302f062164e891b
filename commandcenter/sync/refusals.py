"""What a hub or a desk says when it lets a desk not take part, and what the person reads then."""

from __future__ import annotations

from commandcenter.model.sentences import Sentence, say

OTHER_OPERATION = "another operation"
REVOKED = "this desk does not let that device in"


def refusal_sentence(who: Sentence, said: str, status: int) -> Sentence:
    """Return what the person should know and do when `who` refuses with these words."""
    exercise = say("{who} is for live work and this is an exercise. Choose a hub that was started with --exercises.", who=who)
    live = say("{who} is for exercises and this is live work. Choose another hub.", who=who)
    stranger = say("{who} does not know this desk. Ask whoever runs it for a join code, then join the hub.", who=who)
    revoked = say("{who} does not let this device in: it was revoked. Ask whoever leads the operation.", who=who)
    known = {
        "this hub is for live work, the operation is an exercise": exercise,
        "this hub is for exercises, the operation is live": live,
        "show the certificate of this device": stranger,
        "this device was revoked": revoked,
        REVOKED: revoked,
        OTHER_OPERATION: say("{who} is at work on another operation. Let it join this operation by its code, or mend the address.", who=who),
        "it is about another operation": say("{who} is at work on another operation. Check the address in the window Connection.", who=who),
    }
    if status == 404:
        return say("{who} is no meeting point of this program. Check the address in the window Connection.", who=who)
    return next(
        (sentence for words, sentence in known.items() if said.startswith(words)),
        say("{who} refuses: {said} ({status})", who=who, said=said, status=status),
    )
