import pytest

from commandcenter.geo.roads.quantities import metres, speed_kph, tonnes


@pytest.mark.parametrize(
    ("text", "kph"),
    [
        (None, 0.0), ("", 0.0), ("50", 50.0), ("50 km/h", 50.0), ("30 mph", 48.28032), ("30mph", 48.28032), ("DE:urban", 50.0), ("DE:rural", 100.0), ("DE:zone30", 30.0),
        ("DE:zone:30", 30.0), ("RO:urban", 50.0), ("none", 130.0), ("walk", 7.0), ("DE:walk", 7.0), ("GB:nsl_single", 96.56), ("signals", 0.0), ("variable", 0.0),
        ("80;50", 50.0), ("100|80", 80.0), ("-5", 0.0), ("9999", 0.0), ("5 knots", 9.26), ("fifty", 0.0), ("7,5", 7.5),
    ],
)  # fmt: skip
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
