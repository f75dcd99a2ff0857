"""Use cases in plain Python. They own transactions, undo and announcements; no Qt, no SQL, no sentences."""
