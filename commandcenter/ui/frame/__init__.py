"""The window's frame: docks with their title bars, the message strip, layout memory, small shared widgets."""
