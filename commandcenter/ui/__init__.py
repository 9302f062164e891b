"""Qt windows."""
