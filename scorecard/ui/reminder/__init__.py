"""The one reminder of a day: when it comes, how it reaches the user, and its card in the settings."""
