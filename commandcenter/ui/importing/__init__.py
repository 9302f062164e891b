"""Resources from an agency's files, read and brought in within the window."""
