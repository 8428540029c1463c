"""What the extractors load, and what makes it."""
