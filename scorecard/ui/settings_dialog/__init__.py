"""The settings: how the window looks, when a day ends, and the grades."""
