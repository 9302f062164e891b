"""Watches time, links and positions."""
