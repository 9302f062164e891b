"""From a map file to a region pack."""
