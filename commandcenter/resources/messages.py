"""Templates of messages with places that are filled in, read from `assets/catalogue/messages.toml`."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from commandcenter.model.errors import KnownError, Refused
from commandcenter.model.sentences import Sentence, say
from commandcenter.resources.tables import Item, read_toml
from commandcenter.resources.terms import Term

MESSAGES_FILE = "messages.toml"
OF_INCIDENT = frozenset({"number", "type", "priority", "address", "units"})
OF_UNIT = frozenset({"callsign"})
PLACES = OF_INCIDENT | OF_UNIT | {"time"}


@dataclass(frozen=True, slots=True)
class Template(Term):
    """A text in both languages; `en` and `zh` of the term are its name."""

    texts: Mapping[str, str]
    """By language (`en`, `zh`)."""

    @property
    def places(self) -> frozenset[str]:
        """Return the places that are to be filled in, of either language."""
        return frozenset().union(*(_places(text) for text in self.texts.values()))

    def filled(self, language: str, facts: Mapping[str, str]) -> str:
        """Return the text in a language. Raises `Refused` where a fact is lacking, and says which."""
        text = self.texts.get(language, self.texts["en"])
        lacking = _places(text).difference(facts)
        if lacking & OF_INCIDENT:
            raise Refused("The template {name} needs an incident.", name=self.name(language))
        if lacking:
            raise Refused("The template {name} needs a unit.", name=self.name(language))
        return text.format_map(dict(facts))


def find_template(templates: Sequence[Template], word: str) -> Template | None:
    """Return the template that a code or a name in either language means."""
    wanted = word.casefold()
    return next((one for one in templates if wanted in (one.code.casefold(), one.en.casefold(), one.zh.casefold())), None)


def load_messages(path: Path) -> tuple[Template, ...]:
    """Read a file of templates; `KnownError` names file, line and key of the first fault."""
    other, items = read_toml(path, "message")
    if other:
        raise KnownError("{file}: “{name}” is not known here.", file=path.name, name=next(iter(other)))
    found: list[Template] = []
    for item in items:
        item.only("code", "name_en", "name_zh", "en", "zh")
        code = item.text("code")
        if " " in code or any(one.code == code for one in found):
            raise item.fault("code", say("“{value}” stands here twice, or has a space in it", value=code))
        texts = {language: _text(item, language) for language in ("en", "zh")}
        found.append(Template(code, item.text("name_en"), item.text("name_zh"), texts))
    return tuple(found)


def _text(item: Item, name: str) -> str:
    text = item.text(name)
    why: Sentence | None = None
    try:
        unknown = sorted(_places(text).difference(PLACES))
        why = say("there is no place {place}", place="{" + unknown[0] + "}") if unknown else None
    except ValueError:
        why = say("a curly bracket stands alone; write {{ and }} for the signs themselves")
    if why is not None:
        raise item.fault(name, why)
    return text


def _places(text: str) -> frozenset[str]:
    """Return the names between curly brackets. Raises `ValueError` for brackets that do not fit, and for any finer form."""
    parts = list(string.Formatter().parse(text))
    if any(form or how for _, _, form, how in parts):
        raise ValueError(text)
    return frozenset(name for _, name, _, _ in parts if name is not None)
