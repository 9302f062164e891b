"""The window Connection: how this desk stands to others, and how it is joined with them."""
