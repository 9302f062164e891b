"""Shared words: ids, clock, commands, entries, ports and errors. Imports nothing of ours."""
