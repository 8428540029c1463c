"""Tables of milestones, logs and plans: what their columns hold, and their rows."""
