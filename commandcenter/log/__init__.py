"""The append-only signed command log on SQLite."""
