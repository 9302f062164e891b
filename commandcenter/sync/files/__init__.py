"""Attachments on their way: sealed files that lie beside the log and travel after the entries, never before them."""
