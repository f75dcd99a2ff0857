"""matplotlib figures from plain values: no Qt, no SQL."""
