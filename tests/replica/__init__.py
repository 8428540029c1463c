"""A ModernGov site of a council that does not exist, served on loopback, able to misbehave."""
