"""The command log: one flat list, newest at the top."""
