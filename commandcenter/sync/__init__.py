"""Carries entries between devices."""
