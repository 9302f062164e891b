"""The window Messages: what was said to whom and who has read it, attachments, groups, radio and paper."""
