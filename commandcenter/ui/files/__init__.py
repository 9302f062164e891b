"""Files that people attach: what they may be, how they are shown, and the port that keeps and fetches them."""
