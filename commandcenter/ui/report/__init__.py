"""The new-incident form: type, address, Enter."""
