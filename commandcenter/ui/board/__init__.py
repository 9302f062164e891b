"""The unit board: every unit as a tile, by station or by status."""
