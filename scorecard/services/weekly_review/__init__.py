"""The weekly review: a week looked back on, with what is written about it, and the week to come."""
