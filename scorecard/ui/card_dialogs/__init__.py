"""The dialogs around the card: one measure, and all measures."""
