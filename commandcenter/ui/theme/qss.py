"""The style sheet, generated from the tokens of a theme."""

from __future__ import annotations

from string import Template

from commandcenter.model.assets import assets_dir
from commandcenter.ui.theme.tokens import Tokens, theme_dir


def style_sheet(tokens: Tokens) -> str:
    """Return the Qt style sheet of a theme; `KeyError` when the template names a token that is not there."""
    template = Template((theme_dir() / "desk.qss").read_text(encoding="utf-8"))
    sizes = {name: str(size) for name, size in tokens.sizes.items()}
    return template.substitute(tokens.ui, **sizes, theme=tokens.name, icons=(assets_dir() / "icons").as_posix())
