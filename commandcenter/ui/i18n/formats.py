"""Numbers, distances and times as people write them (babel), in the language in force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from PySide6.QtCore import QLocale

from commandcenter.ui.i18n.tr import tr

MINUTE_S = 60
HOUR_S = 3600
DAY_S = 86400


def locale_code() -> str:
    """Return the locale for babel: `en_GB` (24-hour clock) or `zh_CN`."""
    return "zh_CN" if QLocale().language() == QLocale.Language.Chinese else "en_GB"


def local_time(wall_ms: int, zone: tzinfo | None = None) -> datetime:
    """Return a wall time in a zone; `None` is this computer's."""
    moment = datetime.fromtimestamp(wall_ms / 1000, tz=UTC)
    return moment.astimezone(zone)


def clock(wall_ms: int, *, seconds: bool = True) -> str:
    """Return the time of day, `14:05:09`: the same in every language, for radio and log."""
    return local_time(wall_ms).strftime("%H:%M:%S" if seconds else "%H:%M")


def day(wall_ms: int) -> str:
    """Return the date with its weekday."""
    return format_date(local_time(wall_ms).date(), format="EEE d MMM" if locale_code() == "en_GB" else "M月d日 EEE", locale=locale_code())


def long_day(wall_ms: int) -> str:
    """Return the date in full, with its weekday: what stands above the rows of a day."""
    return format_date(local_time(wall_ms).date(), format="EEEE d MMMM y" if locale_code() == "en_GB" else "y年M月d日 EEEE", locale=locale_code())


def zone(wall_ms: int, zone: tzinfo | None = None) -> str:
    """Return how far the clock is from UTC at a moment, `UTC+02:00`; `UTC` where it is not."""
    said = local_time(wall_ms, zone).strftime("%z")
    return f"UTC{said[:3]}:{said[3:5]}" if said.strip("+-0") else "UTC"


def moment(wall_ms: int) -> str:
    """Return date and time."""
    return format_datetime(local_time(wall_ms), "d MMM y, HH:mm:ss" if locale_code() == "en_GB" else "y年M月d日 HH:mm:ss", locale=locale_code())


def number(value: float, places: int = 0) -> str:
    """Return a number with the language's separators."""
    return format_decimal(round(value, places), format="#,##0" + ("." + "0" * places if places else ""), locale=locale_code())


def listed(parts: Iterable[str]) -> str:
    """Return words one after the other, with the comma that the language puts between things of one kind."""
    return ("、" if locale_code() == "zh_CN" else ", ").join(parts)


def distance(metres: float) -> str:
    """Return metres below one kilometre, else kilometres with one decimal."""
    if metres < 1000:
        return tr("{n} m", n=number(round(metres, -1)))
    return tr("{n} km", n=number(metres / 1000, 1))


def eta(seconds: float) -> str:
    """Return a travel time as `4:05`, from one hour `1:02 h`."""
    whole = max(0, round(seconds))
    if whole < HOUR_S:
        return f"{whole // MINUTE_S}:{whole % MINUTE_S:02d}"
    return tr("{time} h", time=f"{whole // HOUR_S}:{whole % HOUR_S // MINUTE_S:02d}")


def age(seconds: float) -> str:
    """Return how long ago in one short word: `12 s`, `4 min`, `2 h`, `3 d`."""
    whole = max(0, int(seconds))
    if whole < MINUTE_S:
        return tr("{n} s", n=whole)
    if whole < HOUR_S:
        return tr("{n} min", n=whole // MINUTE_S)
    if whole < DAY_S:
        return tr("{n} h", n=whole // HOUR_S)
    return tr("{n} d", n=whole // DAY_S)
