"""Fetching: from paths to candidate papers, and the keeping of their bytes."""
