"""A map feature's name in other languages than its own, from its tags."""

from __future__ import annotations

from collections.abc import Mapping

TRANSLATED = {"en": ("name:en", "int_name"), "zh": ("name:zh-Hans", "name:zh", "name:zh-Hant")}
"""Language → tags that give it, the best first (OpenStreetMap wiki, Multilingual names)."""


def translations(tags: Mapping[str, str], local: str) -> dict[str, str]:
    """Return the names by language; a language whose name is the local one, or missing, is left out."""
    found = {language: next((tags[key] for key in keys if tags.get(key)), "") for language, keys in TRANSLATED.items()}
    return {language: text for language, text in found.items() if text and text != local}
