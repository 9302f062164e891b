"""Search theory: where somebody probably is, how well a sector has been searched, and what to search next."""
