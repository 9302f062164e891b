"""Points, lines and areas in files that other programs read and write: GeoJSON and GPX."""
