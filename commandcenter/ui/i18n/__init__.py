"""Languages: what is said, how numbers and times are written, and where the translations come from."""
