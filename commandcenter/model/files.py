"""What may be attached to a message, as all layers know it."""

from __future__ import annotations

MAX_FILE_BYTES = 25 << 20
"""Of a file as a person gives it: a dozen photos of a telephone, hours over a field radio."""
