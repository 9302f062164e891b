"""Finds every text for people in the source and keeps the Qt Linguist file in step.

`python -m commandcenter.ui.i18n.extract` rewrites `assets/i18n/desk_zh_CN.ts`: new texts come in as unfinished, texts that
are gone go, translations stay. `pyside6-lrelease` makes the `.qm` of it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as Xml

import commandcenter
from commandcenter.model.assets import assets_dir
from commandcenter.ui.i18n.tr import SENTENCES, WINDOW

OF_SENTENCES = {"say", "Refused", "KnownError", "Sentence"}
OF_WINDOW = {"tr", "mark"}
NAMED_CONTEXT = {"translate", "QT_TRANSLATE_NOOP"}
TS_FILE = "desk_zh_CN.ts"


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text with its context and the file it is in."""

    context: str
    source: str
    file: str


def source_texts(root: Path | None = None) -> list[Text]:
    """Return every text of the program, once per context."""
    folder = root or Path(commandcenter.__file__).parent
    found: dict[tuple[str, str], Text] = {}
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for context, source in _texts(tree, "MapPage" if name.startswith("ui/map/") else WINDOW):
            found.setdefault((context, source), Text(context, source, name))
    return sorted(found.values())


def _texts(tree: ast.Module, plain: str) -> Iterator[tuple[str, str]]:
    for owner in ast.walk(tree):
        inside = owner.name if isinstance(owner, ast.ClassDef) else None
        calls = ast.walk(owner) if inside else [owner]
        for node in calls:
            if isinstance(node, ast.Call):
                yield from _text_of(node, plain, inside)


def _text_of(call: ast.Call, plain: str, inside: str | None) -> Iterator[tuple[str, str]]:
    name, words = _name(call.func), [_literal(argument) for argument in call.args]
    if not words:
        return
    if isinstance(call.func, ast.Attribute) and name == "tr":
        if inside and words[0]:
            yield inside, words[0]
    elif name in NAMED_CONTEXT and len(words) > 1 and words[0] and words[1]:
        yield words[0], words[1]
    elif name in OF_SENTENCES and words[0]:
        yield SENTENCES, words[0]
    elif name == "report" and len(words) == 3 and words[0]:
        yield SENTENCES, words[0]  # a stage of long work
    elif name in OF_WINDOW and words[0]:
        yield plain, words[0]


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _literal(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def read_translations(path: Path) -> dict[tuple[str, str], str]:
    """Return (context, source) → translation; unfinished ones are left out."""
    if not path.is_file():
        return {}
    found = {}
    for context in Xml.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.text and translation.get("type") != "unfinished":
                found[name, message.findtext("source", "")] = translation.text
    return found


def write_ts(path: Path, texts: list[Text], translations: dict[tuple[str, str], str]) -> int:
    """Write the Linguist file; return how many texts lack a translation."""
    root = Xml.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    contexts: dict[str, Xml.Element] = {}
    missing = 0
    for text in texts:
        if text.context not in contexts:
            contexts[text.context] = Xml.SubElement(root, "context")
            Xml.SubElement(contexts[text.context], "name").text = text.context
        message = Xml.SubElement(contexts[text.context], "message")
        Xml.SubElement(message, "location", filename=f"../../commandcenter/{text.file}")
        Xml.SubElement(message, "source").text = text.source
        said = translations.get((text.context, text.source))
        translation = Xml.SubElement(message, "translation", {} if said else {"type": "unfinished"})
        translation.text = said or ""
        missing += not said
    Xml.indent(root, " ")
    body = Xml.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return missing


def main() -> int:
    """Bring the Linguist file up to date; exit code 1 when a translation is missing."""
    path = assets_dir() / "i18n" / TS_FILE
    missing = write_ts(path, source_texts(), read_translations(path))
    sys.stderr.write(f"{missing} texts lack a translation\n" if missing else "")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
