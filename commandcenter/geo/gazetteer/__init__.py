"""Search by what people type, and coordinates in all notations."""
