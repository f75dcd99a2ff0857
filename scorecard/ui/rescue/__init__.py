"""The way back from a bad store, step by step."""
