"""The command line: one file per subject, each adds its parsers to the tree."""
