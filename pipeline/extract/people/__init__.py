"""Who was there, who was sorry, who sits on the body, who declared what."""
