"""The facilities window: what hospitals and shelters have, who should go where, and who goes there."""
