"""What the Progress tab shows, worked out from one grid of everything that was ever scored."""
