"""Driving times against the operation's own runs."""
