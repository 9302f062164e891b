"""The common operating picture, folded from the log."""
