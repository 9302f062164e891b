"""The search window: sectors, probabilities, teams, and what to search next."""
