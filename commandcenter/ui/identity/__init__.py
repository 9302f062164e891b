"""Signing in, people and devices."""
