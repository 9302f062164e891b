"""The incident queue: worst first."""
