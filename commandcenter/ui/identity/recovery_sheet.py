"""The recovery paper as it is printed: in both languages, whatever the window speaks, for nobody knows who will need it."""

from __future__ import annotations

from commandcenter.model.ids import Id, is_exercise
from commandcenter.ui.i18n import formats
from commandcenter.ui.i18n.language import said_in
from commandcenter.ui.i18n.tr import mark
from commandcenter.ui.prints.sheet import Block, Sheet, Table, Text

TITLE = mark("Recovery paper")
WHAT = mark("What this paper is for")
WHAT_TEXT = mark(
    "Whoever has this paper is master of the operation. Put it into a safe, away from the computer. Show it to nobody, take no picture of it. "
    "The computer that printed it deletes the code as soon as somebody confirms that the paper can be read."
)
WHEN = mark("When the computer where the operation was begun is lost or stolen")
STEPS = (
    mark("Go to any other computer that has this operation, or to a new laptop that has received its log by hub or stick."),
    mark("Open the window “People and devices”, page “Recovery paper”, and type the code. Typing errors are found."),
    mark("Choose which devices are shut out, and for each the last moment at which it is believed."),
    mark("Press “Recover the rights”. From then on that computer has the founder's place: it enrols devices and gives out roles."),
    mark("In a terminal: {command}"),
)
NEEDLESS = mark("The code stays good after that. Put the paper back into the safe.")
COMMAND = "commandcenter recovery use"


def recovery_sheet(name: str, operation: Id, code: str, now_ms: int) -> Sheet:
    """Return the paper of an operation of this name; its id stands first, for it is never cut. Qt main thread."""
    said = said_in("zh_CN", (TITLE, WHAT, WHAT_TEXT, WHEN, *STEPS, NEEDLESS))
    groups = code.split()
    blocks: list[Block] = [Table(_both(TITLE, said), [str(n) for n in range(1, len(groups) + 1)], [groups], [100 // len(groups)] * len(groups))]
    for language in ({text: text for text in said}, said):
        steps = [f"{n}. {language[step].format(command=COMMAND)}" for n, step in enumerate(STEPS, start=1)]
        blocks.append(Text(language[WHAT], language[WHAT_TEXT], 0))
        blocks.append(Text(language[WHEN], "\n".join([*steps, language[NEEDLESS]]), 0))
    title = _both(TITLE, said)
    return Sheet(title, title, f"{operation}   {name}", blocks, formats.moment(now_ms), is_exercise(operation))


def _both(text: str, said: dict[str, str]) -> str:
    return f"{text} / {said[text]}"
