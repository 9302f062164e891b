"""Tables of plain rows for the windows beside the desk."""
