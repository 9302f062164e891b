"""The scenario editor: timeline and sheet of injects, a form for every column, objectives, check, test-run."""
