"""The list of what must be looked at now, and its sounds."""
