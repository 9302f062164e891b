"""Makes spellings comparable: both the index and the query are folded the same, lossy way.

"Straße", "Strasse", "Str." and "St" become one; so do "Mühltal", "Muehltal" and "Muhltal". Chinese stays as it is
and is also written in pinyin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

_WORDS = {
    **dict.fromkeys(("street", "str", "strasse", "st", "saint", "sankt"), "st"),
    **dict.fromkeys(("avenue", "ave", "av"), "av"),
    **dict.fromkeys(("road", "rd"), "rd"),
    **dict.fromkeys(("lane", "ln"), "ln"),
    **dict.fromkeys(("drive", "dr"), "dr"),
    **dict.fromkeys(("boulevard", "blvd", "bd"), "bd"),
    **dict.fromkeys(("square", "sq"), "sq"),
    **dict.fromkeys(("place", "platz", "pl"), "pl"),
    **dict.fromkeys(("court", "ct"), "ct"),
    **dict.fromkeys(("highway", "hwy"), "hwy"),
    **dict.fromkeys(("parkway", "pkwy"), "pkwy"),
    **dict.fromkeys(("terrace", "ter"), "ter"),
    **dict.fromkeys(("mount", "mt"), "mt"),
    **dict.fromkeys(("north", "n"), "n"),
    **dict.fromkeys(("south", "s"), "s"),
    **dict.fromkeys(("east", "e"), "e"),
    **dict.fromkeys(("west", "w"), "w"),
    **dict.fromkeys(("doktor", "doctor"), "dr"),
    **dict.fromkeys(("professor",), "prof"),
}
"""Word → its one folded form (USPS Publication 28, appendix C, and German usage). Not a translation: both sides pass through it."""

_SUFFIXES = ((re.compile(r"(?<=\w\w)str(asse)?$"), "st"), (re.compile(r"(?<=\w\w)platz$"), "pl"))
"""German compounds: "hauptstrasse" and "hauptstr"."""

_LETTERS = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_UMLAUTS = re.compile(r"([aou])e")
_SEPARATORS = re.compile(r"[^\w]+|_")

CJK = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
_KANA = re.compile(r"[\u3040-\u30ff]")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the comparable form: lower case, no diacritics, abbreviations made equal, single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = _SEPARATORS.sub(" ", plain.replace("'", "").replace("’", "")).split()
    return " ".join(_fold_word(word) for word in words)


def _fold_word(word: str) -> str:
    if word in _WORDS:
        return _WORDS[word]
    for pattern, short in _SUFFIXES:
        word = pattern.sub(short, word)
    return _UMLAUTS.sub(r"\1", word)


def grams(folded: str) -> frozenset[str]:
    """Return the pieces a text is found by: three letters in a row; one and two Chinese characters."""
    found: set[str] = set()
    padded = f" {folded} "
    for at in range(len(padded) - 2):
        piece = padded[at : at + 3]
        if not CJK.search(piece):
            found.add(piece)
    chinese = CJK.findall(folded)
    found.update(chinese)
    found.update(a + b for a, b in pairwise(chinese))
    return frozenset(found)


def is_chinese(text: str) -> bool:
    """Return whether a text has Chinese characters (and is not Japanese)."""
    return bool(CJK.search(text)) and not _KANA.search(text)


def pinyin(text: str) -> tuple[str, str]:
    """Return (full pinyin, initials) of a Chinese text, without tones and spaces: `zhongshanlu`, `zsl`."""
    from pypinyin import Style, lazy_pinyin

    syllables = lazy_pinyin("".join(CJK.findall(text)), style=Style.NORMAL)
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


_OTHER_NAMES = ("alt_name", "old_name", "official_name", "short_name", "loc_name", "int_name", "nat_name")


def other_names(tags: Mapping[str, str]) -> list[str]:
    """Return alternative, old, official and short names."""
    return [tags[key] for key in _OTHER_NAMES if key in tags]
