import pytest

from commandcenter.geo.roads.quantities import metres, speed_kph, tonnes


@pytest.mark.parametrize(
    ("text", "kph"),
    [
        *((text, 0.0) for text in (None, "", "signals", "variable", "-5", "9999", "fifty")),
        *((text, 50.0) for text in ("50", "50 km/h", "DE:urban", "RO:urban", "80;50")),
        *((text, 48.28032) for text in ("30 mph", "30mph")),
        *((text, 30.0) for text in ("DE:zone30", "DE:zone:30", "DE:30")),
        *((text, 7.0) for text in ("walk", "DE:walk")),
        ("DE:rural", 100.0),
        ("none", 130.0),
        ("GB:nsl_single", 96.56),
        ("100|80", 80.0),
        ("5 knots", 9.26),
        ("7,5", 7.5),
    ],
)
def test_signed_speeds(text: str | None, kph: float) -> None:
    assert speed_kph(text) == pytest.approx(kph)


@pytest.mark.parametrize(
    ("text", "size_m"),
    [
        (None, 0.0),
        ("3.8", 3.8),
        ("3,8", 3.8),
        ("3.8 m", 3.8),
        ("380 cm", 3.8),
        ("12'6\"", 3.81),
        ("12'", 3.6576),
        ("12 ft 6 in", 3.81),
        ("default", 0.0),
        ("none", 0.0),
    ],
)
def test_sizes(text: str | None, size_m: float) -> None:
    assert metres(text) == pytest.approx(size_m)


@pytest.mark.parametrize(("text", "weight_t"), [(None, 0.0), ("7.5", 7.5), ("7.5 t", 7.5), ("3500 kg", 3.5), ("10 st", 9.0718474), ("heavy", 0.0)])
def test_weights(text: str | None, weight_t: float) -> None:
    assert tonnes(text) == pytest.approx(weight_t)
