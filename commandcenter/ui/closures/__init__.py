"""Road closures as a list."""
