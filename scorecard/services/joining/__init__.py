"""Rows of another store of ours, brought in line with what is here before the two are merged. Pure."""
