"""People: what is known of them, what was between us, and what follows from it."""
