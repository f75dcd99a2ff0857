"""The dialogs around the card: one measure, all measures, and the sets to start from."""
