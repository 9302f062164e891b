"""The window about data: what is held, who gets it, who looked, and what proves that nothing was changed."""
