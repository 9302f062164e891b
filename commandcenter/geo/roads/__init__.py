"""The road graph and exact searches on it."""
