"""The archive: its schema, how it is written and published, and how it is read."""
