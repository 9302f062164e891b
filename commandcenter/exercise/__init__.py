"""Training on the same program."""
