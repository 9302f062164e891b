"""Watching: what is overdue, who is in danger, what must not be forgotten."""
