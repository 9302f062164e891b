"""Our own invented training region."""
