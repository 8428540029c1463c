"""What was decided."""
