"""The digest of a night: what changed between two archives, as a page, as text, and by mail."""
