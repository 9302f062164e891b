"""Sending by itself: the countdown that everybody can see and stop."""
