"""The forms that a report is written in: one module each, from the same model."""
