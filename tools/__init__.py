"""Tools for those who build the program."""
