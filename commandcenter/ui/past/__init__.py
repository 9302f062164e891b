"""Looking back: the operation as it stood at a moment, in a window of its own."""
