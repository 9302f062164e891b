"""The wall view: map, queue and figures for everybody in the room, read-only."""
