"""Makes the alarm sounds in assets/sounds: `python -m tools.sounds`. Plain tones of our own, 22,050 Hz, 16 bit, one channel."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np

RATE_HZ = 22_050
FOLDER = Path(__file__).resolve().parent.parent / "assets" / "sounds"
SOUNDS = {
    "mayday": ((880, 0.18), (0, 0.06), (660, 0.18), (0, 0.06)) * 3,
    "urgent": ((740, 0.16), (0, 0.08), (740, 0.16), (0, 0.08), (988, 0.26)),
    "notice": ((587, 0.14), (784, 0.22)),
}
"""Tones as (frequency in Hz, seconds); 0 Hz is silence. Louder and longer the worse."""


def tone(frequency_hz: float, seconds: float) -> np.ndarray:
    """Return a tone with a soft beginning and end, so that it does not click."""
    t = np.arange(round(RATE_HZ * seconds)) / RATE_HZ
    fade = np.minimum(1.0, np.minimum(t, seconds - t) / 0.012)
    voice = np.sin(2 * np.pi * frequency_hz * t) + 0.3 * np.sin(4 * np.pi * frequency_hz * t)
    return voice * fade if frequency_hz else np.zeros_like(t)


def main() -> None:
    """Write every sound."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        samples = np.concatenate([tone(frequency_hz, seconds) for frequency_hz, seconds in tones])
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, RATE_HZ, len(samples), "NONE", "not compressed"))
            file.writeframes((0.6 * 32767 / 1.3 * samples).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
