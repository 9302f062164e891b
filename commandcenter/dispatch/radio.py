"""Orders as text to read out by radio or to copy onto paper, and such text taken back in. Pure.

Each order is a block of short numbered lines and ends in a check word made of its words and receivers, so that whoever reads it back
shows in two words that nothing was misheard. Words are from the spelling alphabet of ITU (Radio Regulations, Appendix 14).
"""

from __future__ import annotations

import hashlib
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from commandcenter.model.sentences import Sentence, say
from commandcenter.picture.orders import OrderView
from commandcenter.picture.picture import Picture

ALPHABET = (
    "ALFA",
    "BRAVO",
    "CHARLIE",
    "DELTA",
    "ECHO",
    "FOXTROT",
    "GOLF",
    "HOTEL",
    "INDIA",
    "JULIETT",
    "KILO",
    "LIMA",
    "MIKE",
    "NOVEMBER",
    "OSCAR",
    "PAPA",
    "QUEBEC",
    "ROMEO",
    "SIERRA",
    "TANGO",
    "UNIFORM",
    "VICTOR",
    "WHISKEY",
    "XRAY",
    "YANKEE",
    "ZULU",
)
_DIGITS = dict(zip("0123456789", ("ZERO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINER"), strict=True))
WIDTH = 44
"""Columns of a line: one breath, and one line of a message pad."""
LONGEST_TEXT = 100_000
MOST_BLOCKS = 200
_HEAD = re.compile(r"^\W*(?:ORDER|命令)\s+(\d+)\s*(?:OF|/|共)\s*(\d+)\W*$", re.IGNORECASE)
_CHECK = re.compile(r"^\s*(?:CHECK|校验)[\s:：]+(.+?)\s*$", re.IGNORECASE)
_LINE = re.compile(r"^\s*\d+[\s.:)]+(.*?)\s*$")
_TO = re.compile(r"^(?:TO|致)[\s:：]+(.*)$", re.IGNORECASE)
_ASIDE = re.compile(r"^(?:AT|ABOUT|时间|事件)[\s:：]", re.IGNORECASE)
_SPOKEN = re.compile(r"[（(][^()（）]*[）)]")


@dataclass(frozen=True, slots=True)
class Block:
    """One order as it was read back."""

    number: int
    callsigns: tuple[str, ...]
    text: str
    check: str
    """As it was said; empty where it was not."""


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What became of one block."""

    block: Block
    order: OrderView | None
    """The order that the check word belongs to."""
    fault: Sentence | None = None
    """What is wrong; `None`: word for word right."""


def check_word(callsigns: Iterable[str], text: str) -> str:
    """Return the two words that stand for receivers and text; case, spaces and signs between words do not count."""
    names = "|".join(sorted(name.casefold() for name in callsigns))
    said = "".join(sign for sign in text.casefold() if sign.isalnum())
    digest = hashlib.sha256(f"{names}\0{said}".encode()).digest()
    number = int.from_bytes(digest[:4], "big")
    return f"{ALPHABET[number % 26]} {ALPHABET[number // 26 % 26]}"


def check_of(order: OrderView, picture: Picture) -> str:
    """Return an order's check word."""
    return check_word(callsigns_of(order, picture), order.text)


def same_check(said: str, wanted: str) -> bool:
    """Return whether a check word is right; `TK` and `tango-kilo` are as good as `TANGO KILO`."""
    letters = re.sub(r"[\W_]+", " ", said).upper().split()
    words = wanted.split()
    if len(letters) == 1 and len(letters[0]) == len(words):
        letters = list(letters[0])
    return len(letters) == len(words) and all(given in (word, word[0]) for given, word in zip(letters, words, strict=True))


def callsigns_of(order: OrderView, picture: Picture) -> tuple[str, ...]:
    """Return who an order goes to, by callsign."""
    units = (picture.unit(unit) for unit in order.answers)
    return tuple(unit.callsign for unit in units if unit is not None)


def spelled(callsign: str) -> str:
    """Return a callsign as it is spoken: `E1` is ECHO ONE."""
    letters = {word[0]: word for word in ALPHABET} | _DIGITS
    return " ".join(letters.get(sign, sign) for sign in callsign.upper() if sign.isalnum())


def radio_text(orders: Sequence[OrderView], picture: Picture, moment: Sequence[str], *, chinese: bool = False) -> str:
    """Return orders as text to read out; `moment` says when each was given, e.g. `14:02`."""
    words = ("命令", "共", "致", "时间", "事件", "校验") if chinese else ("ORDER", "OF", "TO", "AT", "ABOUT", "CHECK")
    blocks = (_block(n, len(orders), order, picture, said, words) for n, (order, said) in enumerate(zip(orders, moment, strict=True), start=1))
    return "\n\n".join(blocks) + "\n"


def _block(number: int, count: int, order: OrderView, picture: Picture, moment: str, words: Sequence[str]) -> str:
    callsigns = callsigns_of(order, picture)
    incident = picture.incident(order.incident) if order.incident is not None else None
    lines = [f"{words[2]} {name} ({spelled(name)})" for name in callsigns]
    lines += [f"{words[3]} {moment}", *([f"{words[4]} {incident.number}"] if incident is not None else [])]
    lines += [part for line in order.text.upper().splitlines() for part in textwrap.wrap(line, WIDTH) or [""] if part]
    numbered = [f"{n} {line}" for n, line in enumerate(lines, start=1)]
    return "\n".join((f"{words[0]} {number} {words[1]} {count}", *numbered, f"{words[5]} {check_word(callsigns, order.text)}"))


def read_blocks(text: str) -> list[Block]:
    """Return the orders that a text repeats; what stands between them is passed over."""
    found: list[Block] = []
    number, to, said = 0, list[str](), list[str]()
    for line in text[:LONGEST_TEXT].splitlines():
        head, check = _HEAD.match(line), _CHECK.match(line)
        if head is not None:
            number, to, said = int(head.group(1)), [], []
        elif check is not None and number:
            found.append(Block(number, tuple(to), " ".join(said), check.group(1)))
            number = 0
        elif number:
            _take_line(line, to, said)
        if len(found) == MOST_BLOCKS:
            break
    return found


def _take_line(line: str, to: list[str], said: list[str]) -> None:
    numbered = _LINE.match(line)
    words = numbered.group(1) if numbered is not None else line.strip()
    receiver = _TO.match(words)
    if receiver is not None and not said:
        to += [name for name in re.split(r"[,，、\s]+", _SPOKEN.sub(" ", receiver.group(1))) if name]
    elif words and not (_ASIDE.match(words) and not said):
        said.append(words)


def compare(blocks: Sequence[Block], picture: Picture) -> list[ReadBack]:
    """Return what became of each block: which order it is, and what was misheard."""
    orders = [order for order in reversed(picture.duty.orders()) if order.withdrawn is None]
    return [_compared(block, orders, picture) for block in blocks]


def _compared(block: Block, orders: Sequence[OrderView], picture: Picture) -> ReadBack:
    order = next((order for order in orders if same_check(block.check, check_of(order, picture))), None)
    if order is None:
        return ReadBack(block, None, say("No order here has the check word {check}.", check=block.check))
    wanted = set(callsigns_of(order, picture))
    if {name.casefold() for name in block.callsigns} != {name.casefold() for name in wanted}:
        return ReadBack(block, order, say("It goes to {units}.", units=", ".join(sorted(wanted))))
    if check_word(block.callsigns, block.text) != check_of(order, picture):
        return ReadBack(block, order, say("Misheard; it says: {text}", text=order.text))
    return ReadBack(block, order)
