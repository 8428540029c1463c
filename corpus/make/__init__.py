"""The maker of the corpus: one invented story, written once, and the papers and gold it yields."""
