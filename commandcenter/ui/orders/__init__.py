"""Orders to units and their answers."""
