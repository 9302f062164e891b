"""How this home is joined with others, as the person wants it: kept in its settings, checked before it is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

from commandcenter.app.home import Home
from commandcenter.app.hub_access import hub_access
from commandcenter.model.errors import Refused
from commandcenter.sync.lan.circle import DEFAULT_PORT
from commandcenter.ui.connection.port import Choice

_SETTING = "connection"
HUB_PORT = 8440


def kept_choice(home: Home) -> Choice:
    """Return what is kept; the hub that this home has joined where none is named."""
    kept = home.setting(_SETTING)
    values = kept if isinstance(kept, dict) else {}
    named = values.get("hub")
    hub = tuple(str(url) for url in named) if isinstance(named, list) else hub_access(home).urls
    return Choice(hub, bool(values.get("lan")), tuple(str(one) for one in values.get("typed", ())), bool(values.get("low")))


def keep_choice(home: Home, choice: Choice) -> None:
    """Keep how the person wants it; that no hub is named is only a decision where there is one to be left out."""
    hub = list(choice.hub) if choice.hub or hub_access(home).exists else None
    home.keep(_SETTING, {"hub": hub, "lan": choice.lan, "typed": list(choice.typed), "low": choice.low})


def choice_at_start(home: Home, hub: tuple[str, ...] | None) -> Choice:
    """Return how to begin: as kept, or with the hub that the command line names, which is kept then. Raises `Refused`."""
    kept = kept_choice(home)
    if hub is None:
        return kept
    named = checked(replace(kept, hub=hub))
    keep_choice(home, named)
    return named


def checked(choice: Choice) -> Choice:
    """Return the choice with its addresses written in full. Raises `Refused` for one that cannot be."""
    return Choice(tuple(map(hub_url, _words(choice.hub))), choice.lan, tuple(map(desk_address, _words(choice.typed))), choice.low)


def hub_url(text: str) -> str:
    """Return a hub's address in full: `hub.example` becomes `https://hub.example:8440`. Raises `Refused`."""
    written = text if "://" in text else f"https://{text}"
    try:
        parts = urlsplit(written)
        host, port = parts.hostname, parts.port or HUB_PORT
    except ValueError as error:
        raise Refused("{text} is no address of a hub. Write it like https://hub.example:8440.", text=text) from error
    if parts.scheme not in ("http", "https") or not host or parts.path not in ("", "/") or parts.query:
        raise Refused("{text} is no address of a hub. Write it like https://hub.example:8440.", text=text)
    return f"{parts.scheme}://{_bracketed(host)}:{port}"


def desk_address(text: str) -> str:
    """Return a desk's address in full: `192.168.1.5` becomes `192.168.1.5:8450`. Raises `Refused`."""
    try:
        parts = urlsplit(f"//{text}")
        host, port = parts.hostname, parts.port or DEFAULT_PORT
    except ValueError as error:
        raise Refused("{text} is no address of a desk. Write it like 192.168.1.5:8450.", text=text) from error
    if not host or parts.path or parts.query or " " in host:
        raise Refused("{text} is no address of a desk. Write it like 192.168.1.5:8450.", text=text)
    return f"{_bracketed(host)}:{port}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _words(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
