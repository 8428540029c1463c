"""What holds for every test."""

from hypothesis import settings

# No test is decided by how busy the machine is.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
