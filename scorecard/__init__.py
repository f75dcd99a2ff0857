"""Scorecard: a personal daily scorecard for the end of a working day."""

__version__ = "0.1.0"
