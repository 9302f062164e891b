"""Reports of the program's own faults: to read, to copy, to throw away."""
