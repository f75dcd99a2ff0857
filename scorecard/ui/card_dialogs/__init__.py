"""The editor of a measure, and what other dialogs share with it."""
